"""Find the named entities of an article, and make each one thing throughout it.

    mentions = find_mentions(document)

The model labels each paragraph for itself; a report names its people in full once and by surname
after. So the names of the whole article are read together.
"""

from collections.abc import Sequence

from schemas.records import Mention
from transforms.entities.aliases import Aliases
from transforms.entities.countries import country_of
from transforms.entities.joins import joined
from transforms.entities.labels import article_labels
from transforms.entities.missed import with_known_names, with_new_names
from transforms.entities.names import coarse, fold, folded, known_as
from transforms.entities.spans import NameSpan, is_title_case, name_spans, words_of
from transforms.entities.titles import HONORIFICS, ROLES
from transforms.ids import content_id
from transforms.text.document import Document
from transforms.text.tokens import Token


def find_mentions(document: Document) -> list[Mention]:
    """Return the mentions of named entities in `document`, in the order of the text, none overlapping.

    Labels are OntoNotes', of names only: no dates, no numbers. A name bears one label and is one entity
    throughout the article: see article_labels; what the model missed is added: see with_known_names.
    `name` is the fullest form in the article, `country` what country_of says of it.
    """
    tokens = document.tokens
    spans = joined(tokens, name_spans(document))
    spans = _people_alone(document, _without_common_words(document, with_new_names(document, spans)))
    labels = article_labels(tokens, spans)
    spans = with_known_names(document, spans, labels)
    labelled = [(span, labels[folded(words_of(tokens, span))]) for span in spans]
    aliases = Aliases(document, labelled)
    return [_mention(document, span, label, aliases) for span, label in labelled]


def _mention(document: Document, span: NameSpan, label: str, aliases: Aliases) -> Mention:
    article = document.article
    first, last = document.tokens[span.first], document.tokens[span.last - 1]
    end = last.end - _full_stop(document, last)
    text = document.text[first.start : end]
    name = aliases.fullest(span, label)
    return Mention(
        content_id("mention", article.article_id, first.start, end),
        article.article_id,
        document.sentences[first.sentence].sentence_id,
        first.start,
        end,
        text,
        label,
        content_id("entity", coarse(label), known_as(name) if label == "ORG" else fold(name)),
        name,
        country_of(text, label) or country_of(name, label),
        article.published,
    )


def _full_stop(document: Document, token: Token) -> int:
    """1 if the token ends in the full stop of its sentence, not of an abbreviation like "U.S."."""
    ends = token.i + 1 == document.sentences[token.sentence].last
    return int(ends and token.text.endswith(".") and "." not in token.text[:-1] and len(token.text) > 2)


def _without_common_words(document: Document, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """`spans` but for single words at the head of a sentence that the article also writes small."""
    tokens = document.tokens
    single = [span for span in spans if span.last - span.first == 1]
    first = {span for span in single if _begins_sentence(document, span)}
    if not first:
        return list(spans)
    small = {token.text for token in tokens if token.text.islower()}
    sure = {tokens[span.first].text for span in single if span not in first}
    return [
        span
        for span in spans
        if span not in first or tokens[span.first].text in sure or tokens[span.first].lower not in small
    ]


def _begins_sentence(document: Document, span: NameSpan) -> bool:
    first = document.sentences[document.tokens[span.first].sentence].first
    return all(not token.text[0].isalnum() for token in document.tokens[first : span.first])


def _people_alone(document: Document, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """`spans`, cut down to the person where one is named with what is no part of the name.

    "Captain Ann Smith", "Smith Administration" and a headline's "Ann Smith Praises" are cut only where
    the article names the person without these too, because a company may begin with a title.
    """
    tokens = document.tokens
    people = {
        words_of(tokens, span): None
        for span in spans
        if span.label == "PERSON" and not is_title_case(_sentence(document, span))
    }
    people |= {words[-1:]: None for words in people}
    found = []
    for span in spans:
        word = tokens[span.first].lower.rstrip(".")
        shorter = []
        if word in HONORIFICS or word in ROLES:
            shorter = [span._replace(first=span.first + 1)]
        elif tokens[span.last - 1].lower == "administration":
            shorter = [span._replace(last=span.last - 1)]
        elif words_of(tokens, span) not in people and is_title_case(_sentence(document, span)):
            if span.label == "PERSON":
                span = _before_verb(tokens, span)
            shorter = [span._replace(last=last) for last in range(span.last - 1, span.first, -1)]
        person = next((part for part in shorter if words_of(tokens, part) in people), None)
        found.append(person._replace(label="PERSON") if person else span)
    return found


def _before_verb(tokens: Sequence[Token], span: NameSpan) -> NameSpan:
    """A headline's "Ann Smith Goes" without the verb."""
    for i in range(span.first + 1, span.last):
        if tokens[i].tag in ("VBZ", "VBD", "VBP"):
            return span._replace(last=i)
    return span


def _sentence(document: Document, span: NameSpan) -> Sequence[Token]:
    return document.tokens_of(document.sentences[document.tokens[span.first].sentence])
