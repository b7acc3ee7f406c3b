"""Find the words that tell of events: the verbs and nouns of the lexicon whose frame fits."""

from collections.abc import Sequence
from typing import NamedTuple, Optional

from transforms.events.frames import Frame
from transforms.events.lexicon import noun_frames, verb_frames
from transforms.events.syntax import (
    agents,
    clauses,
    complements,
    first,
    governed,
    kinds,
    lemmas,
    specifiers,
    subjects,
    with_conjuncts,
)
from transforms.events.words import CLASSES, words
from transforms.text.tokens import Token

_ACTORS = ("PERSON", "ORG", "GPE", "NORP")
_PERSONAL = words("he she him her they them me us who whom himself")

# Verbs that only say that what their object or subject names came about.
LIGHT = words("""
    launch conduct carry stage hold mount begin start open commit perpetrate undertake wage continue
    resume order authorize authorise make take have lead attend join face make announce declare suffer
    receive give pay survive see come do step end plan organize organise unleash initiate engage finish
    complete execute host arrange schedule issue deliver file sustain implement break erupt occur happen
    follow participate convene claim arrive go call approve participate file accept
""")

_SAYING = words("say tell add insist stress remark declare state argue warn note tweet reiterate underscore")

# "murder suspect", "bombing victim", "shooting death": the first noun tells of a deed.
_OF_A_DEED = words("suspect victim scene case spree death rampage trial verdict")


class Trigger(NamedTuple):
    """A word that tells of an event, and the frame that fits; of a noun also the verb that carries it."""

    token: Token
    frame: Frame
    support: Optional[Token]
    taken: Sequence["Trigger"]

    @property
    def head(self) -> Token:
        """The verb whose tense, subject and time are the event's; a noun without one stands for itself."""
        return self.support or self.token


def find_triggers(tokens: Sequence[Token]) -> list[Trigger]:
    """Return the triggers of one sentence, in order, without those that another takes (Frame.takes)."""
    company: Optional[set[str]] = None
    found: dict[int, Trigger] = {}
    swallowed: dict[int, list[int]] = {}
    for token in tokens:
        frames = _frames_of(token)
        if not frames:
            continue
        if company is None:
            company = {other.lemma.lower() for other in tokens}
        for frame in frames:
            fit = _fits(frame, token, company)
            if fit is not None:
                found[token.i] = Trigger(token, frame, _support(token), ())
                swallowed[token.i] = fit
                break
    return _without_taken(found, swallowed)


def _without_taken(found: dict[int, Trigger], swallowed: dict[int, list[int]]) -> list[Trigger]:
    # A verb that only carries another trigger has no happening of its own to tell.
    carried = {trigger.support.i for trigger in found.values() if trigger.support}
    gone = {i for i in carried if i in found and found[i].frame.event_type == "OTHER"}
    taken_by: dict[int, list[Trigger]] = {}
    for i, trigger in found.items():
        for other in swallowed[i]:
            if (
                other in found
                and other != i
                and (trigger.frame.takes or found[other].frame.event_type == trigger.frame.event_type)
            ):
                gone.add(other)
                taken_by.setdefault(i, []).append(found[other])
    return [trigger._replace(taken=taken_by.get(i, ())) for i, trigger in found.items() if i not in gone]


def _is_of_time(preposition: Token) -> bool:
    return any(child.entity in ("DATE", "TIME") for child in preposition.children)


def lemma_of(token: Token) -> str:
    """The token's lemma, mended where the model cuts too much: "fined" is of "fine", "raped" of "rape"."""
    lemma = token.lemma.lower()
    longer = token.lower[:-1]
    cut = token.tag in ("VBD", "VBN") and token.lower == lemma + "ed"
    return longer if cut and lemma not in verb_frames() and longer in verb_frames() else lemma


def _is_object(token: Token) -> bool:
    return token.dep in ("dobj", "nsubjpass") and token.entity not in ("DATE", "TIME")


def _is_person(token: Token) -> bool:
    return token.entity == "PERSON" or token.lower in _PERSONAL or (token.pos == "PROPN" and not token.entity)


def _frames_of(token: Token) -> Sequence[Frame]:
    lemma = lemma_of(token)
    if token.pos == "VERB":
        if token.dep in ("amod", "compound", "case"):
            return ()
        frames = list(verb_frames().get(lemma, ()))
        for child in token.children:
            if child.dep in ("prt", "prep", "advmod") and child.i > token.i and not _is_of_time(child):
                frames[:0] = verb_frames().get(f"{lemma}+{child.lower}", ())
        return frames
    if token.pos == "ADJ":
        return verb_frames().get(lemma + "/a", ()) if token.dep != "amod" else ()
    if token.tag == "MD":
        return verb_frames().get(lemma + "/m", ())
    if token.pos == "NOUN" or (token.pos == "PROPN" and not token.entity):
        return () if _only_specifies(token) else noun_frames().get(lemma, ())
    return ()


def _only_specifies(noun: Token) -> bool:
    """Whether a noun only says of what kind the next is: "attack helicopter", but not "murder suspect"."""
    head = noun.head
    in_front = noun.dep in ("compound", "amod", "nmod") and head.i > noun.i and head.pos in ("NOUN", "PROPN")
    return in_front and head.lemma.lower() not in _OF_A_DEED


def _fits(frame: Frame, token: Token, company: set[str]) -> Optional[list[int]]:
    """The numbers of the tokens that `frame` takes at `token`, or None where a condition fails."""
    if frame.beside and not (company & CLASSES[frame.beside]):
        return None
    if frame.needs == "SAID":
        said = token.head.dep == "ccomp" and token.head.head.lemma in _SAYING
        return [verb.i for verb in with_conjuncts(token.head)] if said else None
    is_noun = token.pos in ("NOUN", "PROPN")
    around = _specifying(token) if is_noun else list(complements(token))
    if frame.subjects and not (lemmas(_doers(token)) & CLASSES[frame.subjects]):
        return None
    if frame.unless:
        words = lemmas(around) | lemmas(_doers(token))
        if is_noun:
            words |= {*specifiers(token), *_verb_of(token)}
        if words & CLASSES[frame.unless]:
            return None
    inner = list(clauses(token))
    taken = [other.i for other in (*around, *inner)] if frame.takes else []
    if not frame.needs:
        return taken
    if frame.needs == "CLAUSE":
        return taken if inner else None
    if frame.needs == "PERSON":
        met = any(_is_person(other) for other in around)
        return taken if met else None
    if frame.needs == "ACTOR":
        met = any(other.entity in _ACTORS or other.lower in _PERSONAL for other in around)
        return taken if met else None
    if frame.needs == "OBJECT":
        return taken if any(_is_object(other) for other in around) else None
    if frame.needs == "PERSON ONLY":
        alone = not inner and not first(token, "oprd", "ccomp", "xcomp", "prt") and token.tag != "VBN"
        return (
            taken
            if alone and any(other.dep == "dobj" and other.entity == "PERSON" for other in around)
            else None
        )
    wanted = CLASSES[frame.needs]
    if is_noun and not wanted.isdisjoint((*specifiers(token), *_verb_of(token))):
        return taken
    fitting = [other for other in around if not wanted.isdisjoint(kinds(other))]
    fitting += [other for other in inner if other.lemma in wanted]
    if not fitting:
        return None
    return taken if frame.takes else [other.i for other in fitting]


def _verb_of(noun: Token) -> list[str]:
    """The lemma of the verb that a noun is the object of."""
    return [noun.head.lemma] if noun.dep in ("dobj", "nsubjpass") else []


def _specifying(noun: Token) -> list[Token]:
    """The nouns behind a noun that say of what or whom, and its possessor."""
    found = [other for child in noun.children if child.dep == "poss" for other in with_conjuncts(child)]
    found += governed(noun)
    if noun.dep in ("dobj", "pobj"):
        verb = noun.head if noun.dep == "dobj" else noun.head.head
        if verb.lemma in LIGHT and verb.pos == "VERB":
            found += [other for other in governed(verb) if other is not noun]
    return found


def _doers(token: Token) -> list[Token]:
    """What stands as subject or cause: of the verb, or of the verb that a noun is the object of."""
    if token.pos in ("NOUN", "PROPN"):
        return []
    return [*subjects(token), *agents(token)] + ([own] if (own := first(token, "nsubjpass")) else [])


def _support(token: Token) -> Optional[Token]:
    """The verb that only carries a noun: "launched" an attack, a riot "broke" out."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    while token.dep == "conj":
        token = token.head
    head = token.head
    if token.dep == "pobj" and head.head.pos == "VERB":
        head = head.head
    elif token.dep not in ("dobj", "nsubj", "nsubjpass"):
        return None
    if token.dep == "pobj" and head.lemma not in _LIGHT_WITH_PREPOSITION:
        return None
    return head if head.pos == "VERB" and head.lemma in LIGHT else None


_LIGHT_WITH_PREPOSITION = words("come go engage participate take step call")
