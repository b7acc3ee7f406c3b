"""Names where a capital shows none: at the head of a sentence, and in headlines that Write Each Word Large.

What the rest of the report writes small is no name there; whom it names, is cut out of what stands
around him.
"""

from collections.abc import Container, Mapping, Sequence, Set
from itertools import chain

from transforms.entities.names import KINDS, STATE_BODIES, Words, surname_of
from transforms.entities.spans import NameSpan, is_title_case, words_of
from transforms.entities.titles import BODIES, HONORIFICS, PORTFOLIOS, ROLES
from transforms.text.document import Document
from transforms.text.tokens import Token

# A body goes by such a word in a headline though the report writes the word small elsewhere.
_BODY_WORDS = BODIES | KINDS | STATE_BODIES


def without_common_words(document: Document, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Return `spans` but for common words, and cut down to the names in them: to people above all.

    "Captain Ann Smith", "Smith Administration" and a headline's "Ann Smith Praises" are cut only where
    the report names the person without these too, because a company may begin with a title.
    """
    tokens = document.tokens
    large = _in_title_case(document, spans)
    kept = [span for span in spans if not _is_portfolio(tokens, span)]
    words = {span for span in kept if span.last - span.first == 1}
    single = {span for span in words if _begins_sentence(document, span)}
    if single or large:
        small = {token.text for token in tokens if token.text.islower()}
        sure = {tokens[span.first].text for span in words - single}
        kept = [
            span
            for span in kept
            if span not in single or tokens[span.first].text in sure or tokens[span.first].lower not in small
        ]
    if large:
        small |= {token.lemma for token in tokens if token.text.islower()}
        known = {words_of(tokens, s): s.label for s in kept if tokens[s.first].sentence not in large}
        cut = (
            _without_small(tokens, span, small, known) if tokens[span.first].sentence in large else span
            for span in kept
        )
        kept = [span for span in cut if span.first < span.last]
    return _people_alone(tokens, kept, large)


def _in_title_case(document: Document, spans: Sequence[NameSpan]) -> set[int]:
    """The sentences with a name that Write Each Word Large, by number."""
    held = {document.tokens[span.first].sentence for span in spans}
    return {n for n in held if is_title_case(document.tokens_of(document.sentences[n]))}


def _is_portfolio(tokens: Sequence[Token], span: NameSpan) -> bool:
    """Whether a name is a word of the title around it: "[Interior] Minister", "Secretary of [Defense]"."""
    if span.last - span.first > 1 or tokens[span.first].lower not in PORTFOLIOS:
        return False
    beside = tokens[span.last : span.last + 1]
    if span.first > 1 and tokens[span.first - 1].lower == "of":
        beside = [*beside, tokens[span.first - 2]]
    return any(title.lower in ROLES and title.text[0].isupper() for title in beside)


def _begins_sentence(document: Document, span: NameSpan) -> bool:
    first = document.sentences[document.tokens[span.first].sentence].first
    return all(not token.text[0].isalnum() for token in document.tokens[first : span.first])


def _without_small(
    tokens: Sequence[Token], span: NameSpan, small: Set[str], known: Mapping[Words, str]
) -> NameSpan:
    """A headline's name without the words at its edges that the report writes small elsewhere.

    Cut only to what the report names so, or to a person; what is small altogether is no name, unless it has
    the word for a body. "Ann Smith Promised Reform", of a report that promised a reform.
    """
    if words_of(tokens, span) in known:
        return span
    first, last = span.first, span.last
    while first < last and _is_small(tokens[first], small):
        first += 1
    while first < last and _is_small(tokens[last - 1], small):
        last -= 1
    if first == last:
        ends = [token.i + 1 for token in tokens[span.first : span.last] if token.lower in _BODY_WORDS]
        return span._replace(last=ends[-1] if ends else span.first)
    cut = NameSpan(first, last, span.label)
    named = known.get(words_of(tokens, cut))
    person = span.label == "PERSON" and last - first > 1
    return cut if person or named in (span.label, "PERSON") else span


def _is_small(token: Token, small: Set[str]) -> bool:
    return token.lower in small or token.lemma.lower() in small


def _people_alone(tokens: Sequence[Token], spans: Sequence[NameSpan], large: Set[int]) -> list[NameSpan]:
    """`spans`, cut down to the person where one is named with what is no part of the name."""
    people = {
        words_of(tokens, span): None
        for span in spans
        if span.label == "PERSON" and tokens[span.first].sentence not in large
    }
    people |= {surname_of(words): None for words in people}
    found = []
    for span in chain.from_iterable(_without_owner(tokens, whole, people) for whole in spans):
        word = tokens[span.first].lower.rstrip(".")
        shorter = []
        if word in HONORIFICS or word in ROLES:
            shorter = [span._replace(first=span.first + 1)]
        elif tokens[span.last - 1].lower == "administration":
            shorter = [span._replace(last=span.last - 1)]
        elif tokens[span.first].sentence in large and words_of(tokens, span) not in people:
            if span.label == "PERSON":
                span = _before_verb(tokens, span)
            shorter = [span._replace(last=last) for last in range(span.last - 1, span.first, -1)]
        person = next((part for part in shorter if words_of(tokens, part) in people), None)
        found.append(person._replace(label="PERSON") if person else span)
    return found


def _without_owner(tokens: Sequence[Token], span: NameSpan, people: Container[Words]) -> list[NameSpan]:
    """A span that goes on with whose the person is, in two: "Smith of Lund University"."""
    if span.label == "PERSON" and span.last - span.first > 2:
        for i in range(span.first + 1, span.last - 1):
            if tokens[i].lower in ("of", "from", "at") and words_of(tokens, span._replace(last=i)) in people:
                return [span._replace(last=i), NameSpan(i + 1, span.last, "ORG")]
    return [span]


def _before_verb(tokens: Sequence[Token], span: NameSpan) -> NameSpan:
    """A headline's "Ann Smith Goes" without the verb."""
    for i in range(span.first + 1, span.last):
        if tokens[i].tag in ("VBZ", "VBD", "VBP"):
            return span._replace(last=i)
    return span
