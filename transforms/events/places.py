"""Where an event took place: from its clause, its sentence, or the dateline."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Optional

from schemas.records import Mention
from schemas.vocabulary import QUAD_CLASS
from transforms.entities.countries import country_of, nationality, state_named
from transforms.entities.filed import dateline_of
from transforms.entities.regions import country_beside
from transforms.events.anterior import is_of_before
from transforms.events.lexicon import verb_frames
from transforms.events.syntax import agents, complements, first, governed, is_noun
from transforms.events.triggers import Trigger
from transforms.events.words import words
from transforms.text.datelines import Dateline
from transforms.text.document import Document, SentenceSpan
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
PLACES = ("GPE", "LOC", "FAC")
# Kinds of happenings that places undergo.
_STRUCK = ("disaster", "accident")
# What a name behind "of" says where it is.
_GROUNDS = words("""
    airport area bank border bridge capital centre center city coast county district edge highway hill island
    neighborhood neighbourhood north northeast northwest outskirt outskirts part port province region road
    shore south southeast southwest state station street suburb town valley village west east
""")
# An organisation by whose name one knows where it stands: "a riot at the University of Leeds".
_SITES = words("""
    airport barracks cathedral college consulate courthouse embassy hospital hotel mosque museum prison school
    stadium synagogue theatre theater university
""")
# A state has these in other states.
_ABROAD = words("ambassador army consulate diplomat embassy force mission soldier team troop")
# How far down a phrase its place may stand: "in front of the embassy in the centre of Kabul".
_DEPTH = 3


class Place(NamedTuple):
    """A place as the report names it, its country (ISO 3166-1 alpha-3), and how it is known."""

    name: Optional[str]
    country: Optional[str]
    basis: Optional[str]  # vocabulary.PLACE_BASES


NOWHERE = Place(None, None, None)


def place_of(document: Document, names: Mapping[int, Mention], trigger: Trigger) -> Place:
    """Return the place of an event; `names` are the mentions by token (see names_at).

    The place that a locative preposition of the trigger or of its verb gives ("in Kabul"), the nearest
    to the trigger; that a noun bears in front ("the Kabul bombing"), or violence or a disaster falls on
    ("shook southern Iran", "attacked a Kabul hotel"); of a deed that of whom it is done to, and by ("shelled
    a school in Idlib"); else the only place that one gives of a word above it ("In Kabul, police said they
    arrested ..."): its basis is "sentence", that of all before "clause". What happens to people and things
    (see happens_somewhere) and is told in the report's first body sentence takes the dateline's place where
    the sentence has none. Of others without a place none is known here; lead_places.py looks further.
    """
    own = _of_clause(names, trigger)
    if own:
        return _as_place(own, "clause")
    sentence = document.sentences[trigger.token.sentence]
    elsewhere: dict[str, Mention] = {}
    above = {token.i for token in trigger.token.ancestors()}
    for token in document.tokens_of(sentence):
        if token.pos == "ADP" and token.lower in _LOCATIVE and token.head.i in above:
            for child in token.children:
                mention = names.get(child.i)
                if child.dep == "pobj" and mention and mention.label in PLACES:
                    elsewhere.setdefault(mention.entity_id, mention)
    if len(elsewhere) == 1 and not is_of_before(trigger):
        return _as_place(next(iter(elsewhere.values())), "sentence")
    if elsewhere or sentence.ordinal != _lead(document):
        return NOWHERE
    if not happens_somewhere(trigger.frame.event_type, trigger.frame.mode) or _is_aside(trigger):
        return NOWHERE
    start, filed = dateline_of(document)
    if filed is None or start != sentence.start or len(filed.places) != 1:
        return NOWHERE  # "LONDON/KABUL (Reuters) -": at one of them, or at neither
    return Place(filed.places[0], _country_filed(document, names, sentence, filed), "dateline")


def _country_filed(
    document: Document, names: Mapping[int, Mention], sentence: SentenceSpan, filed: Dateline
) -> Optional[str]:
    """The country of a dateline's place: as the report has it throughout, if the model saw a name there."""
    mention = names.get(sentence.first)
    if mention and mention.label in PLACES and mention.country:
        return mention.country
    (place,) = filed.places
    named = {one.name for one in names.values()}
    return country_beside(place, filed.regions, named) or country_of(place, "GPE")


def _is_aside(trigger: Trigger) -> bool:
    """Whether a verb only says what happened to something: "a cargo seized last year must be returned"."""
    return any(one.dep in ("acl", "relcl", "amod") for one in (trigger.head, *trigger.head.ancestors()))


def happens_somewhere(event_type: str, mode: Optional[str]) -> bool:
    """Whether an event happens to people or things at a place: material conflict, disasters, accidents."""
    return QUAD_CLASS[event_type] == "material conflict" or mode in _STRUCK


def _of_clause(names: Mapping[int, Mention], trigger: Trigger) -> Optional[Mention]:
    struck = trigger.frame.mode in _STRUCK
    material = struck or QUAD_CLASS[trigger.frame.event_type].startswith("material")
    for token in (trigger.token, trigger.head):
        found = _located(names, token, _DEPTH)
        if found:
            return found
    found = _in_front(names, trigger.token, struck)
    if not found and (struck or trigger.frame.event_type == "ASSAULT"):
        found = _object(names, trigger)
    if found:
        return found
    # "shot a guard in Homs and stormed a school in Idlib": its own place sooner than the next verb's.
    nearby = [*(_around(trigger) if material else ()), *_goes_with(trigger.head)]
    return next((found for found in (_located(names, token, _DEPTH) for token in nearby) if found), None)


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


def _in_front(names: Mapping[int, Mention], noun: Token, struck: bool) -> Optional[Mention]:
    """The place in front of an event noun: "the Kabul bombing"; a state did the deed: "a US strike"."""
    for child in noun.children:
        mention = names.get(child.i) if child.dep in ("compound", "nmod", "amod") else None
        if mention is None or mention.label not in PLACES:
            continue
        if struck or not (state_named(mention.name) or nationality(mention.name)):
            return mention
    return None


def _object(names: Mapping[int, Mention], trigger: Trigger) -> Optional[Mention]:
    """The place that violence or a disaster falls on: "shook southern Iran", "the invasion of Kuwait"."""
    token = trigger.token
    verb = token.head if is_noun(token) and token.dep == "nsubj" and _strikes(token.head) else trigger.head
    objects = [first(one, "dobj", "nsubjpass") for one in (verb, *_goes_with(verb)) if one.pos == "VERB"]
    behind = list(governed(token, "of", "on", "against")) if is_noun(token) else []
    fallen_on = [noun for noun in (*objects, *behind) if noun]
    mentions = [names.get(noun.i) for noun in fallen_on]
    # "shelled the port of Mombasa"
    mentions += [
        names.get(inner.i) for noun in fallen_on if noun.lemma in _GROUNDS for inner in governed(noun, "of")
    ]
    fallen = next((mention for mention in mentions if mention and mention.label in PLACES), None)
    if fallen:
        return fallen
    # "attacked a Kabul hotel"
    towns = (_in_front(names, noun, False) for noun in fallen_on if not noun.entity)
    return next((mention for mention in towns if mention), None)


def _strikes(verb: Token) -> bool:
    """Whether a verb says that what a happening falls on is where it happens: "shook", but not "shocked"."""
    return any(
        frame.event_type == "ASSAULT" or frame.mode in _STRUCK
        for frame in verb_frames().get(verb.lemma.lower(), ())
    )


def _goes_with(verb: Token) -> Iterator[Token]:
    """The verbs that share their place with one: "stormed a party in Oslo, killing two", "died when ..."."""
    yield from (child for child in verb.children if child.dep == "conj" and child.pos == "VERB")
    yield from (
        child
        for child in verb.children
        if child.dep == "advcl" and any(mark.lower in ("when", "as") for mark in child.children)
    )
    while verb.pos == "VERB" and (verb.dep == "conj" or (verb.dep == "advcl" and verb.tag == "VBG")):
        verb = verb.head
        if verb.pos == "VERB":
            yield verb


def _around(trigger: Trigger) -> Iterator[Token]:
    """Whom or what a deed is done to, and by whom; what the verb does to it whose subject a noun is."""
    token = trigger.token
    if is_noun(token):
        yield from governed(token, "by", "against", "of", "on")
        if token.dep == "nsubj" and token.head.pos == "VERB":
            yield from complements(token.head)
    else:
        yield from complements(token)
        yield from agents(token)


def _located(names: Mapping[int, Mention], token: Token, depth: int) -> Optional[Mention]:
    for inner in governed(token, *_LOCATIVE):
        found = _within(names, inner, depth)
        if found:
            return found
    for inner in governed(token, "on"):
        found = _on(names, inner, depth)
        if found:
            return found
    return None


def _on(names: Mapping[int, Mention], noun: Token, depth: int) -> Optional[Mention]:
    """Where "on" a noun is: "Qeshm Island", "a Leeds street", "a house in Jenin"; not "an attack on Iran"."""
    mention = names.get(noun.i)
    if mention:
        return mention if mention.label in ("LOC", "FAC") else None
    if noun.lemma in _GROUNDS:
        return _within(names, noun, depth)
    return _located(names, noun, depth - 1) or _in_front(names, noun, False) if depth else None


def _within(names: Mapping[int, Mention], noun: Token, depth: int) -> Optional[Mention]:
    """The place a noun names, or that lies below it: "the market in Kabul", "Pakistan's embassy in Kabul"."""
    mention = names.get(noun.i)
    if mention and (mention.label in PLACES or _is_site(mention)):
        return mention
    if depth:
        for inner in governed(noun, *_LOCATIVE, "of"):
            found = _within(names, inner, depth - 1)
            if found:
                return found
        # "Iraq's Anbar province" is Anbar; a country's embassy is elsewhere.
        owned = () if noun.lemma in _ABROAD else ("poss",)
        for deps in (("compound", "nmod", "appos"), owned):
            for child in noun.children:
                mention = names.get(child.i)
                if child.dep in deps and mention and mention.label in PLACES:
                    return mention
    return None


def _is_site(mention: Mention) -> bool:
    return mention.label == "ORG" and not _SITES.isdisjoint(mention.name.lower().split())


def _as_place(mention: Mention, basis: str) -> Place:
    if mention.label == "ORG":  # "the Pakistan Embassy" is in no country of its own
        return Place(mention.name, None, basis)
    return Place(mention.name, mention.country or country_of(mention.name, mention.label), basis)
