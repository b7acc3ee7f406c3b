"""Find the named entities of an article, and make each one thing throughout it.

The model labels each paragraph for itself; a report names its people in full once and by surname
after. So the spans of the whole article are read together: see find_mentions.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from schemas.records import Mention
from transforms.entities.aliases import Aliases
from transforms.entities.countries import country_of
from transforms.entities.joins import joined
from transforms.entities.names import coarse, fold, organisations
from transforms.entities.spans import NameSpan, Words, gaps, name_spans, words_of
from transforms.entities.titles import HONORIFICS, ROLES
from transforms.ids import content_id
from transforms.text.document import Document
from transforms.text.tokens import Token


def find_mentions(document: Document) -> list[Mention]:
    """Return the mentions of named entities in `document`, in the order of the text, none overlapping.

    Labels are OntoNotes', of names only. A name bears one label and is one entity throughout: the label
    most of its mentions have, but ORG for the groups and agencies of names.py, and PERSON for part of a
    person's full name. Names that the model saw in one place and missed in another are added. `name` is
    the fullest form in the article, `country` what country_of says.
    """
    tokens = document.tokens
    spans = joined(tokens, name_spans(document))
    labels = _labels(tokens, spans)
    spans = _with_missed(document, spans, labels)
    aliases = Aliases(tokens, [(span, labels[words_of(tokens, span)]) for span in spans])
    return [_mention(document, span, labels[words_of(tokens, span)], aliases) for span in spans]


def _mention(document: Document, span: NameSpan, label: str, aliases: Aliases) -> Mention:
    article = document.article
    tokens = document.tokens
    start, end = tokens[span.first].start, tokens[span.last - 1].end
    text = document.text[start:end]
    name = aliases.fullest(words_of(tokens, span), label)
    return Mention(
        content_id("mention", article.article_id, start, end),
        article.article_id,
        document.sentences[tokens[span.first].sentence].sentence_id,
        start,
        end,
        text,
        label,
        content_id("entity", coarse(label), fold(name)),
        name,
        country_of(text, label) or (country_of(name, label) if name != text else None),
        article.published,
    )


def _labels(tokens: Sequence[Token], spans: Sequence[NameSpan]) -> dict[Words, str]:
    """The one label of each name of the article."""
    votes: dict[Words, Counter[str]] = {}
    for span in spans:
        votes.setdefault(words_of(tokens, span), Counter())[span.label] += 1
    labels = {words: _label(words, counts) for words, counts in votes.items()}
    for words in list(labels):
        if labels[words] == "PERSON" and len(words) > 1:
            for part in _parts(words):
                if part not in votes or not _is_rather_a_place(part, votes[part]):
                    labels[part] = "PERSON"
    return labels


def _label(words: Words, counts: Counter[str]) -> str:
    """The label most mentions have; of equals, the one seen first. Groups and agencies are ORG."""
    if words in organisations():
        return "ORG"
    return counts.most_common(1)[0][0]


def _is_rather_a_place(words: Words, counts: Counter[str]) -> bool:
    """Whether a name that is also part of a person's is a place or a people by most of its mentions."""
    named = counts["GPE"] + counts["NORP"] + counts["LOC"]
    return named > counts["PERSON"] and country_of(" ".join(words), "GPE") is not None


def _parts(words: Words) -> list[Words]:
    """The shorter forms of a person's full name: each tail of it, and the first name."""
    tails = [words[i:] for i in range(1, len(words)) if words[i][0].isupper() and len(words[i]) > 1]
    return [*tails, words[:1]]


def _with_missed(document: Document, spans: Sequence[NameSpan], labels: dict[Words, str]) -> list[NameSpan]:
    """`spans`, and the places where a name known from elsewhere stands and the model saw none."""
    tokens = document.tokens
    known = _by_first_word([*labels, *organisations()])
    found: list[NameSpan] = []
    for first, last in gaps(document, spans):
        i = first
        while i < last:
            length = _longest(tokens, i, last, known.get(tokens[i].text, ()))
            if length and _stands_alone(tokens, i, i + length):
                found.append(NameSpan(i, i + length, ""))
                i += length
            else:
                i += 1
    for span in found:
        labels.setdefault(words_of(tokens, span), "ORG")
    return sorted([*spans, *found])


def _longest(tokens: Sequence[Token], first: int, last: int, names: Sequence[Words]) -> int:
    """The length of the longest of `names` that stands at `first`; 0 if none does."""
    for words in names:
        if first + len(words) <= last and words_of(tokens, NameSpan(first, first + len(words), "")) == words:
            return len(words)
    return 0


def _by_first_word(names: Iterable[Words]) -> dict[str, list[Words]]:
    index: dict[str, list[Words]] = {}
    for words in names:
        index.setdefault(words[0], []).append(words)
    for same in index.values():
        same.sort(key=len, reverse=True)
    return index


def _stands_alone(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words are a name here: no common word, and no part of a longer name."""
    if not any(token.pos == "PROPN" for token in tokens[first:last]):
        return False
    before, after = tokens[first - 1] if first else None, tokens[last] if last < len(tokens) else None
    if before is not None and before.pos == "PROPN" and before.sentence == tokens[first].sentence:
        if (
            before.lower.rstrip(".") not in HONORIFICS
            and before.lower not in ROLES
            and before.text[0].isupper()
            and tokens[first].dep != "appos"
        ):
            return False
    return not (
        after is not None
        and after.pos == "PROPN"
        and after.sentence == tokens[first].sentence
        and after.start - tokens[last - 1].end <= 1
        and after.text[0].isupper()
    )
