"""Names that the model cuts short or in two, put together by what stands beside them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from transforms.entities.countries import country_of
from transforms.entities.names import LEGAL_FORMS, PARTICLES, STATE_BODIES
from transforms.entities.spans import NameSpan
from transforms.text.tokens import Token


class Join(NamedTuple):
    """A reason why a name goes on behind its span; `example` shows in brackets what is added.

    `extend` returns the end of the longer name, or the span's own end.
    """

    name: str
    label: str
    extend: Callable[[Sequence[Token], NameSpan, int], int]
    example: str


def _particle(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    """A small word and the capitalised word behind it, both within one phrase."""
    end = span.last
    small = end
    if tokens[end - 1].lower not in PARTICLES:
        while (
            small < limit
            and tokens[small].text.islower()
            and tokens[small].lower in PARTICLES - {"i", "e", "y", "as"}
        ):
            small += 1
        if small == end or tokens[small - 1].lower == "la" and small == end:
            return end
    if small < limit and tokens[small].text[0].isupper() and tokens[small].pos == "PROPN":
        return small + 1
    return end


def _surname(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    """The head of a first name that the model left outside."""
    end = span.last
    last = tokens[end - 1]
    if end < limit and span.last - span.first <= 2 and last.dep == "compound" and last.head is tokens[end]:
        token = tokens[end]
        if (
            token.pos == "PROPN"
            and token.text[:1].isupper()
            and token.text[1:].islower()
            and not token.entity
        ):
            return end + 1
    return end


def _nickname(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    """A word or two in quotation marks, and the surname behind them."""
    end = span.last
    if end + 2 < limit and tokens[end].text in ("“", '"', "‘", "'"):
        for close in range(end + 2, min(end + 4, limit - 1)):
            if tokens[close].text in ("”", '"', "’", "'"):
                if tokens[close + 1].pos == "PROPN" and tokens[close + 1].text[0].isupper():
                    return close + 2
    return end


def _legal_form(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    end = span.last
    while end < limit and tokens[end].lower.rstrip(".") in LEGAL_FORMS and tokens[end].text[0].isupper():
        end += 1
    return end


def _state_body(tokens: Sequence[Token], span: NameSpan, limit: int) -> int:
    """The name of a body of the state that stands before it, without a possessive."""
    end = span.last
    while end < limit and tokens[end].lower in STATE_BODIES and tokens[end].text[0].isupper():
        end += 1
    return end


JOINS = (
    Join("particle", "PERSON", _particle, "Anna van [der Berg]"),
    Join("surname", "PERSON", _surname, "Chudier [Bile]"),
    Join("nickname", "PERSON", _nickname, "Ann [“Speedy” Smith]"),
    Join("legal form", "ORG", _legal_form, "Acme [Holdings Ltd]"),
    Join("state body", "GPE", _state_body, "U.S. [Senate]"),
)


def joined(tokens: Sequence[Token], spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Return `spans`, each extended by the JOINS that apply; what an extension covers is dropped."""
    found: list[NameSpan] = []
    for span in spans:
        if found and span.first < found[-1].last:
            if span.last > found[-1].last:
                found[-1] = found[-1]._replace(last=span.last)
            continue
        limit = span.last
        while (
            limit < len(tokens)
            and limit < span.last + 6
            and tokens[limit].sentence == tokens[span.first].sentence
        ):
            limit += 1
        label = span.label
        for rule in JOINS:
            if rule.label == label:
                end = rule.extend(tokens, span, limit)
                if end > span.last:
                    span = NameSpan(span.first, end, "ORG" if rule.name == "state body" else label)
        found.append(span)
    return found
