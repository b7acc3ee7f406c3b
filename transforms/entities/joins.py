"""Names that the model cuts short or in two, put together by what stands beside them."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.entities.countries import state_named
from transforms.entities.names import LEGAL_FORMS, PARTICLES, STATE_BODIES
from transforms.entities.roles import is_role
from transforms.entities.spans import NameSpan, ends_in_given_name, words_of
from transforms.text.tokens import Token

# How many tokens a name may go on for.
_REACH = 6
_OPENING, _CLOSING = frozenset("“\"‘'"), frozenset("”\"’'")


class Join(NamedTuple):
    """Why a name goes on behind its span; `example` shows in brackets what is added.

    `extend` takes the tokens, the span, and how far the name may reach; it returns the end of the
    longer name, or the span's own. Spans labelled one of `labels` become `label`.
    """

    name: str
    labels: Sequence[str]
    label: str
    extend: Callable[[Sequence[Token], NameSpan, int], int]
    example: str


def _particle(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    i = span.last
    while i < limit and tokens[i].text in PARTICLES:
        i += 1
    if tokens[i - 1].text in PARTICLES and i < limit and _is_capitalised(tokens[i]):
        return i + 1
    return span.last


def _surname(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    end = span.last
    if end < limit and span.last - span.first <= 2 and tokens[end - 1].dep == "compound":
        surname = tokens[end]
        # "May" is a month to the model.
        free = surname.entity in ("", "DATE") and surname.pos == "PROPN" and surname.text.istitle()
        if tokens[end - 1].head is surname and free:
            return end + 1
    return end


def _nickname(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    end = span.last
    if end < limit and tokens[end].text in _OPENING:
        for close in range(end + 2, min(end + 4, limit - 1)):
            if tokens[close].text in _CLOSING and _is_capitalised(tokens[close + 1]):
                return close + 2
    return end


def _hyphen(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    """Through a lower-case part: "Mazar-i-Sharif" is one name, "Paris-London" two."""
    end = span.last
    if end + 3 < limit and tokens[end].text == "-" and tokens[end + 2].text == "-":
        parts = tokens[end - 1 : end + 4]
        touching = all(a.end == b.start for a, b in pairwise(parts))
        if touching and tokens[end + 1].text.islower() and _is_capitalised(tokens[end + 3]):
            return end + 4
    return end


def _given_name(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    """The second half of a Korean given name; "Ann Smith-led" goes on with a word of English."""
    end = span.last + 2
    return end if end <= limit and ends_in_given_name(tokens, span._replace(last=end)) else span.last


def _legal_form(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    end = span.last
    while end < limit and tokens[end].lower.rstrip(".") in LEGAL_FORMS and tokens[end].text[0].isupper():
        end += 1
    return end


def _state_body(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    end = span.last
    if span.label == "ORG" and state_named(" ".join(words_of(tokens, span))) is None:
        return end
    while end < limit and tokens[end].lower in STATE_BODIES and tokens[end].text[0].isupper():
        end += 1
    # "Norway National Bird Trust" is no body of the state.
    return span.last if end < limit and _is_capitalised(tokens[end]) else end


def _is_capitalised(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper()


JOINS = (
    Join("particle", ["PERSON"], "PERSON", _particle, "Anna van [der Berg]"),
    Join("surname", ["PERSON"], "PERSON", _surname, "Ann [Smith]"),
    Join("nickname", ["PERSON"], "PERSON", _nickname, "Ann [“Speedy” Smith]"),
    Join("hyphen", ["GPE", "LOC", "ORG", "PERSON"], "", _hyphen, "Mazar[-i-Sharif]"),
    Join("given name", ["PERSON"], "PERSON", _given_name, "Lee Min[-ji]"),
    Join("legal form", ["ORG", "PERSON"], "ORG", _legal_form, "Acme [Holdings Ltd]"),
    Join("state body", ["GPE", "ORG"], "ORG", _state_body, "U.S. [Senate]"),
)


def joined(tokens: Sequence[Token], spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Return `spans`, each extended by the JOINS that apply; what an extension covers is dropped.

    A surname alone is extended to the front, by its given name, unless the report has the person in full.
    """
    found: list[NameSpan] = []
    known = {tokens[s.last - 1].text for s in spans if s.label == "PERSON" and s.last - s.first > 1}
    for span in spans:
        if found and span.first < found[-1].last:
            continue
        if tokens[span.last - 1].text not in known:
            span = _with_given_name(tokens, span)
        sentence = tokens[span.first].sentence
        limit = min(span.last + _REACH, len(tokens))
        while tokens[limit - 1].sentence != sentence:
            limit -= 1
        for rule in JOINS:
            if span.label in rule.labels:
                end = rule.extend(tokens, span, limit)
                if end > span.last:
                    span = NameSpan(span.first, end, rule.label or span.label)
        found.append(span)
    return found


def _with_given_name(tokens: Sequence[Token], span: NameSpan) -> NameSpan:
    """A surname with the given name that the model left before it: "said [Meena] Rao".

    Of a role's bearer it may take the surname for a place: "the minister, [Tarek] Belport, left".
    """
    if span.last - span.first > 1 or span.first == 0:
        return span
    surname, given = tokens[span.first], tokens[span.first - 1]
    bears_role = surname.dep == "appos" and is_role(surname.head)
    if span.label != "PERSON" and not (span.label == "GPE" and bears_role):
        return span
    free = given.entity == "" and given.tag == "NNP" and given.text.istitle() and not is_role(given)
    if free and _is_capitalised(given) and given.head is surname and given.sentence == surname.sentence:
        return NameSpan(span.first - 1, span.last, "PERSON")
    return span
