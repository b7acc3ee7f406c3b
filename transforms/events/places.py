"""Where an event took place: from its clause, its sentence, or the dateline."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

from schemas.records import Mention
from schemas.vocabulary import QUAD_CLASS
from transforms.entities.countries import country_of
from transforms.events.syntax import complements, governed
from transforms.events.triggers import Trigger
from transforms.text.document import Document
from transforms.text.paragraphs import dateline
from transforms.text.tokens import Token

_LOCATIVE = (
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "across",
    "around",
    "throughout",
    "within",
    "off",
    "along",
    "through",
)
_PLACES = ("GPE", "LOC", "FAC")
# How far down a phrase its place may stand: "in front of the embassy in the centre of Kabul".
_DEPTH = 3


class Place(NamedTuple):
    """A place as the report names it, and its country (ISO 3166-1 alpha-3)."""

    name: Optional[str]
    country: Optional[str]


NOWHERE = Place(None, None)


def place_of(document: Document, names: Mapping[int, Mention], trigger: Trigger) -> Place:
    """Return the place of an event; `names` are the mentions by token (see names_at).

    The place that a locative preposition of the trigger or of its verb gives ("in Kabul"), the nearest
    to the trigger; of a deed that of what it is done to ("shelled a school in Idlib"); else the only
    place that one gives of a word above it ("In Kabul, police said they arrested ..."). What happens in
    the streets (material conflict) and is told in the report's first body sentence takes the dateline's
    place where the sentence has none. Of other events without a place none is known.
    """
    for token in (trigger.token, trigger.head):
        found = _located(names, token, _DEPTH)
        if found:
            return _as_place(found)
    material = QUAD_CLASS[trigger.frame.event_type].startswith("material")
    if material and trigger.token.pos == "VERB":
        for noun in complements(trigger.token):
            found = _located(names, noun, _DEPTH)
            if found:
                return _as_place(found)
    sentence = document.sentences[trigger.token.sentence]
    elsewhere: dict[str, Mention] = {}
    above = {token.i for token in trigger.token.ancestors()}
    for token in document.tokens_of(sentence):
        if token.pos == "ADP" and token.lower in _LOCATIVE and token.head.i in above:
            for child in token.children:
                mention = names.get(child.i)
                if child.dep == "pobj" and mention and mention.label in _PLACES:
                    elsewhere.setdefault(mention.entity_id, mention)
    if len(elsewhere) == 1:
        return _as_place(next(iter(elsewhere.values())))
    if (
        not elsewhere
        and sentence.ordinal == _lead(document)
        and QUAD_CLASS[trigger.frame.event_type] == "material conflict"
    ):
        filed = dateline(document.text[sentence.start : sentence.end])
        if filed:
            return Place(filed.place, country_of(filed.place, "GPE"))
    return NOWHERE


def names_at(document: Document, mentions: Sequence[Mention]) -> Mapping[int, Mention]:
    """The mention that each token is part of, by the token's number."""
    return {
        token.i: mention
        for mention in mentions
        for token in document.tokens_between(mention.start, mention.end)
    }


def _lead(document: Document) -> Optional[int]:
    """The number of the report's first body sentence."""
    return next((sentence.ordinal for sentence in document.sentences if sentence.kind == "body"), None)


def _located(names: Mapping[int, Mention], token: Token, depth: int) -> Optional[Mention]:
    for inner in governed(token, *_LOCATIVE):
        found = _within(names, inner, depth)
        if found:
            return found
    return None


def _within(names: Mapping[int, Mention], noun: Token, depth: int) -> Optional[Mention]:
    """The place a noun names, or that lies below it: "the market in Kabul", "Pakistan's embassy in Kabul"."""
    mention = names.get(noun.i)
    if mention and mention.label in _PLACES:
        return mention
    if depth:
        for inner in governed(noun, *_LOCATIVE, "of"):
            found = _within(names, inner, depth - 1)
            if found:
                return found
        for child in noun.children:
            mention = names.get(child.i)
            if child.dep in ("poss", "compound", "nmod", "appos") and mention and mention.label in _PLACES:
                return mention
    return None


def _as_place(mention: Mention) -> Place:
    return Place(mention.name, mention.country or country_of(mention.name, mention.label))
