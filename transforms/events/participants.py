"""The actors and recipients of an event, by the parse."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Optional

from schemas.records import Mention, Participant
from schemas.vocabulary import QUAD_CLASS
from transforms.entities.actors import participant
from transforms.entities.countries import nationality
from transforms.events.descriptions import described
from transforms.events.lexicon import noun_frames
from transforms.events.parties import can_act, can_undergo, is_party, is_who, without_repeats
from transforms.events.roles import NAMED_BY_ROLE
from transforms.events.suffered import suffers
from transforms.events.syntax import (
    agents,
    complements,
    first,
    governed,
    is_hung_on_preposition,
    is_noun,
    leaders,
    subjects,
    with_conjuncts,
)
from transforms.events.triggers import Trigger
from transforms.events.words import CLASSES, words
from transforms.text.document import Document
from transforms.text.tokens import Token

_NAMED = ("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC")
# Of these, and of numbers, what they are a share of takes part: "a third of the workers", "two of them".
_SHARES = frozenset(["half", "third", "quarter", "fifth", "majority", "none"])
_UNNAMED = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "EVENT")
# On whom a deed falls: after these prepositions of the verb, or of the noun.
_TOWARDS = ("against", "at", "on", "upon", "with", "to", "toward", "towards", "over", "from", "for", "of")
_AGAINST = ("against", "on", "upon", "with")
# Where an envoy was, or an embassy stood.
_WITHDRAWN = ("from", "in", "to")
_NOUN_TOWARDS = ("against", "at", "on", "upon", "with", "to", "toward", "towards", "of", "for", "from")
# A country in front of these says where: "Mali ambush"; but "US strike".
_WHERE_IT_WAS = words("""
    ambush assassination blast bombing demonstration explosion gunfight hijacking kidnapping killing march
    massacre murder protest rally riot rioting shooting siege slaughter stabbing unrest
""")
# Verbs whose subject suffers the noun: "came under attack".
_UNDERGOING = frozenset(["suffer", "survive", "come", "see", "face", "receive", "get"])
# Verbs whose "from" says whose act their object is: "received threats from the gang".
_RECEIVING = frozenset(["receive", "get", "suffer", "face"])
# Of nouns of these types it says so without a verb, too: "criticism from Chile"; but "withdrawal from Chile".
_FROM_WHOM = frozenset(["ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "ASSAULT"])
# "talks between A and B", "clashes between A and B", "A met B": all act.
_MUTUAL = frozenset(["CONSULT", "COOPERATE"])
_TWO_SIDED = words("""
    clash battle fight skirmish fighting gunfight shootout firefight crossfire gun-battle
""")
# Before who does a deed named as a thing, and before whom it concerns.
_FROM = ("by", "from")
_UPON = ("of", "by", "from", "against", "on")
# Of these verbs the subject suffers.
_DYING = frozenset(["die", "perish", "succumb", "drown"])


class Telling(NamedTuple):
    """What is known where an event is told.

    `names` are the mentions by token (places.names_at), `countries` those of the report's descriptions
    (descriptions.countries_of), `speaker` the entity that speaks there, in a quotation.
    """

    document: Document
    mentions: Sequence[Mention]
    names: Mapping[int, Mention]
    countries: Mapping[str, str]
    speaker: Optional[str]


def participants_of(telling: Telling, trigger: Trigger) -> tuple[list[Participant], list[Participant]]:
    """Return the actors and the recipients of an event, in the order of the text.

    Meetings that are no visits, joint deeds and two-sided violence have actors
    only, as PLOVER's manual has it; who dies has done nothing, and is a recipient. Who is not told, or is
    only a pronoun that does not resolve, is left out, as is what takes part in nothing (parties.py). Of two
    descriptions by one noun the fuller stands.
    """
    token = trigger.token
    event_type, mode = trigger.frame.event_type, trigger.frame.mode
    doers = list(_actors(trigger))
    done_to = list(_recipients(trigger))
    if event_type == "OTHER" and token.lemma.lower() in _DYING:
        doers, done_to = [], doers
    mutual = (event_type in _MUTUAL and mode != "visit") or token.lemma.lower() in _TWO_SIDED
    if mutual:
        doers, done_to = doers + done_to, []

    def acts(one: Token) -> bool:
        named = telling.names.get(one.i)
        return can_act(named, event_type, mode) if named else is_party(one)

    def undergoes(one: Token) -> bool:
        named = telling.names.get(one.i)
        return can_undergo(named, one, event_type, mode) if named else is_party(one)

    actors = _named(telling, filter(acts, _candidates(doers, trigger, _FROM)))
    recipients = _named(telling, filter(undergoes, _candidates(done_to, trigger, _UPON)))
    return actors, [one for one in recipients if one not in actors]


def _actors(trigger: Trigger) -> Iterator[Token]:
    token = trigger.token
    if token.tag == "MD":
        yield from subjects(token.head.head)
        return
    if not is_noun(token):
        if token.dep != "pcomp" or token.head.head.lemma not in _DYING:  # "died in shelling"
            yield from subjects(token)
        return
    owner = first(token, "poss")
    if owner and not suffers(token):
        yield from with_conjuncts(owner)
    yield from governed(token, "by", "between", "among")
    yield from _senders(trigger)
    for child in token.children:
        in_front = child.dep in ("amod", "compound", "nmod") and child.entity in ("NORP", "GPE", "ORG")
        if child.entity == "GPE" and child.pos == "PROPN" and token.lemma.lower() in _WHERE_IT_WAS:
            continue
        # "the Iran quake" is nobody's deed, nor does "an Afghan murder suspect" say whose the murder is.
        if in_front and trigger.frame.event_type != "OTHER" and token.dep != "compound":
            yield child
    yield from leaders(token)
    if trigger.frame.event_type in ("CONSULT", "RETREAT") and trigger.frame.mode != "release":
        yield from governed(token, "of")
    if trigger.frame.event_type == "CONSULT":
        yield from _attending(token)
    support = trigger.support
    if support and support.lemma not in _UNDERGOING | _DYING and not _is_its_subject(support, token):
        yield from subjects(support)


def _senders(trigger: Trigger) -> Iterator[Token]:
    """Whose act it is that someone receives, or that comes from someone: "a threat from the gang"."""
    receiving = trigger.support is not None and trigger.support.lemma in _RECEIVING
    if receiving or trigger.frame.event_type in _FROM_WHOM:
        yield from governed(trigger.token, "from")
    if receiving and trigger.support is not None:
        yield from governed(trigger.support, "from")


def _attending(noun: Token) -> list[Token]:
    """Who acts on the occasion of a meeting: "he", in "in a call with Modi, he thanked India"."""
    if (
        noun.dep == "pobj"
        and noun.head.lower in ("in", "during", "at", "after")
        and noun.head.head.pos == "VERB"
    ):
        return subjects(noun.head.head)
    return []


def _is_its_subject(verb: Token, noun: Token) -> bool:
    return any(
        noun in with_conjuncts(child) for child in verb.children if child.dep in ("nsubj", "nsubjpass")
    )


def _recipients(trigger: Trigger) -> Iterator[Token]:
    token = trigger.token
    if token.tag == "MD":
        yield from subjects(token.head)
        return
    if not is_noun(token):
        by = {other.i for other in agents(token)}
        towards = {other.i for other in _towards(trigger)}
        aside = _instruments(trigger)
        for other in complements(token):
            if trigger.frame.event_type == "CONSULT":  # "by telephone with Biden", "for talks with Biden"
                yield from governed(other, "with")
            if other.i in aside:  # "imposed sanctions on Chad"
                yield from governed(other, *(_WITHDRAWN if trigger.frame.mode == "withdraw" else _AGAINST))
                continue
            direct = (
                other.dep in ("dobj", "dative", "nsubjpass", "conj")
                or other.i in towards
                or not is_hung_on_preposition(other)
            )
            if direct and other.i not in by:
                yield other
        return
    owner = first(token, "poss")
    if owner and suffers(token):
        yield from with_conjuncts(owner)
    of_doer = trigger.frame.event_type in ("CONSULT", "RETREAT") and trigger.frame.mode != "release"
    senders = {other.i for other in _senders(trigger)}
    for other in governed(token, *(word for word in _NOUN_TOWARDS if not (of_doer and word == "of"))):
        if other.i not in senders:
            yield other
    support = trigger.support
    if support:
        if support.lemma in _UNDERGOING:
            yield from subjects(support)
        yield from governed(support, "against", "at", "on", "with", "to")


def _towards(trigger: Trigger) -> Iterator[Token]:
    """Whom a verb's prepositions say that it falls on; of what has no type in PLOVER, they do not say."""
    quad = QUAD_CLASS[trigger.frame.event_type]
    if quad == "material conflict":
        at = ("at",) if trigger.frame.event_type == "ASSAULT" else ()
        yield from governed(trigger.token, *_AGAINST, *at)
    elif quad != "none":
        yield from governed(trigger.token, *_TOWARDS)


def _instruments(trigger: Trigger) -> set[int]:
    """What the deed is done with: the "sanctions" imposed, the "food" given, the "troops" deployed.

    An envoy or an embassy that is withdrawn is, too: it is done to the state where they were.
    """
    needs = CLASSES.get(trigger.frame.needs, frozenset())
    withdrawn = trigger.frame.mode == "withdraw"
    own_side = CLASSES["TROOPS"] if trigger.frame.event_type == "MOBILIZE" else frozenset()
    return {
        other.i
        for other in complements(trigger.token)
        if other.lemma.lower() in own_side
        or (
            other.lemma.lower() in needs
            and (withdrawn or other.lemma.lower() not in NAMED_BY_ROLE)
            and other.entity not in _NAMED
        )
    }


def _named(telling: Telling, tokens: Iterable[Token]) -> list[Participant]:
    found = []
    for token in tokens:
        meant = participant(telling.document, telling.mentions, token)
        if meant is None:
            continue
        if not meant.entity_id:
            found.append(described(telling.document, telling.countries, token, meant))
        elif token.pos == "PRON" and token.quoted and meant.entity_id == telling.speaker:
            continue  # who speaks says "I": "he shot me"
        elif token.pos == "NOUN" and token.i not in telling.names and nationality(meant.name):
            found.append(meant._replace(name=f"{meant.name} {token.text}"))  # "the Afghan government"
        else:
            found.append(meant)
    return without_repeats(found)


def _candidates(tokens: Iterable[Token], trigger: Trigger, owners: Sequence[str]) -> Iterator[Token]:
    """Those of the tokens that can take part, in order, but for the verb of the event itself (see _parts)."""
    verbal = QUAD_CLASS[trigger.frame.event_type].startswith("verbal")
    for token in sorted({token.i: token for token in tokens}.values(), key=lambda token: token.i):
        for one in _parts(token, verbal, owners):
            if one is not trigger.head:
                yield one


def _is_hostile(noun: Token) -> bool:
    frames = noun_frames().get(noun.lemma.lower(), ())
    return bool(frames) and QUAD_CLASS[frames[0].event_type] == "material conflict"


def _parts(token: Token, verbal: bool, owners: Sequence[str]) -> Iterator[Token]:
    """The token, if it can take part; of a thing that cannot ("the union's demand") its owners that can.

    `owners` are the prepositions before these: an invasion of Kuwait that topples someone is not Kuwait's.
    """
    if token.lemma.lower() in _SHARES or token.pos == "NUM":
        for whole in governed(token, "of"):
            if whole.pos != "PRON":
                yield from _parts(whole, verbal, owners)
        return
    if token.entity in _UNNAMED or token.pos in ("NUM", "VERB", "ADV", "AUX"):
        return
    if not any(map(str.isalpha, token.text)):  # a dash, read as a noun
        return
    known = token.entity in _NAMED or token.pos == "PRON" or token.lemma.lower() in NAMED_BY_ROLE
    if known or is_who(token):
        yield token
    elif token.lemma.lower() in noun_frames() or verbal:
        for child in token.children:
            if child.dep == "poss" and (child.entity in _NAMED or child.pos == "PRON"):
                yield child
        yield from leaders(token)
        # Whom violence falls on is not who is condemned for it, or thanked.
        owners = ("by",) if verbal and _is_hostile(token) else owners
        for other in governed(token, *owners):
            if other.entity in _NAMED:
                yield other
    elif is_noun(token) and token.lemma.lower() not in CLASSES["WEAPON"]:
        yield token
