"""What a participant without a name is called in full, and which country the report gives it elsewhere."""

from collections.abc import Mapping, Sequence
from typing import Optional

from schemas.records import Mention, Participant
from transforms.events.syntax import first
from transforms.text.document import Document
from transforms.text.tokens import Token

_NOUNS = ("NOUN", "PROPN")
# These begin a phrase that speaks of no one told of before.
_NEW = ("a", "an", "another", "some", "any", "no", "every", "each", "other")
# Behind "of" no more words than these are of the name: "head of mission", "member of parliament".
_LONGEST = 3


def countries_of(document: Document, mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Return by noun the country that the report gives to whom it describes so.

    "Pakistan's embassy", "the Pakistani embassy" make of any "embassy" of that report one of PAK; a noun that
    is given two countries has none here.
    """
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.country is None:
            continue
        for token in document.tokens_between(mention.start, mention.end):
            noun = token.head
            says_of = token.dep in ("poss", "amod", "compound", "nmod") and noun.start >= mention.end
            if says_of and noun.pos in _NOUNS and noun.entity != "PERSON":
                found.setdefault(noun.lemma.lower(), set()).add(mention.country)
    return {noun: next(iter(told)) for noun, told in found.items() if len(told) == 1}


def described(
    document: Document, countries: Mapping[str, str], head: Token, plain: Participant
) -> Participant:
    """Return an unnamed participant with the words behind its head, and a country told elsewhere.

    "Its head of mission" is of PAK where the report speaks of "Pakistan's mission" elsewhere.
    """
    name = plain.name
    tail = _tail(head)
    if tail is not None:
        name = f"{name} {document.text[head.end : tail.end].strip()}"
    country = plain.country
    determiner = first(head, "det")
    if country is None and not (determiner and determiner.lower in _NEW) and not first(head, "nummod"):
        country = _told_elsewhere(countries, head) or (_told_elsewhere(countries, tail) if tail else None)
    return Participant(name, None, country)


def _tail(head: Token) -> Optional[Token]:
    """The last word of a bare "of ..." right behind a head, if that is short and names no one."""
    for child in head.children:
        if child.dep == "prep" and child.lower == "of" and child.i == head.i + 1:
            inner = first(child, "pobj")
            bare = inner and not inner.entity and inner.pos == "NOUN" and not first(inner, "det", "poss")
            if inner and bare and inner.i - child.i <= _LONGEST:
                return inner
    return None


def _told_elsewhere(countries: Mapping[str, str], head: Token) -> Optional[str]:
    """The country of the head, or of a noun in front of it: "embassy compound"."""
    for token in (head, *(child for child in head.children if child.dep == "compound")):
        country = countries.get(token.lemma.lower())
        if country:
            return country
    return None
