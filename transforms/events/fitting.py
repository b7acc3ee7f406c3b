"""Whether a frame's conditions hold at a word, and what the frame takes there."""

from collections.abc import Mapping, Sequence
from typing import Optional

from transforms.events.frames import Frame
from transforms.events.needs import SPECIAL_NEEDS
from transforms.events.syntax import (
    agents,
    clauses,
    complements,
    first,
    governed,
    is_noun,
    kinds,
    lemmas,
    specifiers,
    subjects,
    with_conjuncts,
)
from transforms.events.words import CLASSES, words
from transforms.text.tokens import Token

# Verbs that only say that what their object or subject names came about.
LIGHT = words("""
    launch conduct carry stage hold mount begin start open commit perpetrate undertake wage continue
    resume order authorize authorise make take have lead attend join face make announce declare suffer
    receive get give pay survive see come do step end plan organize organise unleash initiate engage finish
    complete execute host arrange schedule issue deliver file sustain implement break erupt occur happen
    follow participate convene arrive go call approve put bring stand accept
""")
_ASKING = words("how if what when where whether which who whom whose why")


def fit(frame: Frame, token: Token, company: Mapping[str, int]) -> Optional[list[int]]:
    """Return the numbers of the tokens whose events `frame` takes at `token`, None where it does not fit.

    `company` are the lemmas of the sentence's other words. A frame that needs an object, and takes nothing
    else, takes the event that the object names: of "launched an inquiry" there is one.
    """
    if frame.beside and CLASSES[frame.beside].isdisjoint(company):
        return None
    if frame.event_type == "REQUEST" and _asks_whether(token):
        return None
    if frame.absent and not CLASSES[frame.absent].isdisjoint(company):
        return None
    around, inner = _around(token), list(clauses(token))
    if frame.subjects and CLASSES[frame.subjects].isdisjoint(lemmas(_doers(token))):
        return None
    if frame.unless and not CLASSES[frame.unless].isdisjoint(_said_of(token, around, inner)):
        return None
    taken = [other.i for other in (*around, *inner)] if frame.takes else []
    if not frame.needs:
        return taken
    if frame.needs in SPECIAL_NEEDS:
        met = SPECIAL_NEEDS[frame.needs](token, around, inner)
        said = frame.needs == "SAID"
        return ([verb.i for verb in with_conjuncts(token.head)] if said else taken) if met else None
    wanted = CLASSES[frame.needs]
    if is_noun(token) and not wanted.isdisjoint((*specifiers(token), *_verb_of(token))):
        return taken
    fitting = [other.i for other in around if not wanted.isdisjoint(kinds(other))]
    fitting += [other.i for other in inner if other.lemma in wanted]
    return (taken or fitting) if fitting else None


def _asks_whether(verb: Token) -> bool:
    """Whether a verb puts a question: "asked if the port was open", "asked who had opened it"."""
    return verb.lemma == "ask" and any(
        clause.dep in ("ccomp", "advcl", "parataxis")
        and any(mark.lower in _ASKING or mark.text == "?" for mark in clause.children)
        for clause in verb.children
    )


def _around(token: Token) -> list[Token]:
    """What completes a verb, or says of a noun of what or whom it is, and whose."""
    if not is_noun(token):
        return list(complements(token))
    found = [other for child in token.children if child.dep == "poss" for other in with_conjuncts(child)]
    found += governed(token)
    if token.dep in ("dobj", "pobj"):
        verb = token.head if token.dep == "dobj" else token.head.head
        if verb.lemma in LIGHT and verb.pos == "VERB":
            found += [other for other in governed(verb) if other is not token]
    return found


def _said_of(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> set[str]:
    """The lemmas that may speak against a frame."""
    said = lemmas(around) | lemmas(_doers(token))
    return said.union(
        (*specifiers(token), *_verb_of(token)) if is_noun(token) else (verb.lemma for verb in inner)
    )


def _verb_of(noun: Token) -> list[str]:
    """The lemma of the verb that a noun is the object of."""
    return [noun.head.lemma] if noun.dep in ("dobj", "nsubjpass") else []


def _doers(token: Token) -> list[Token]:
    """What stands as a verb's subject or cause."""
    if is_noun(token):
        return []
    passive = first(token, "nsubjpass")
    return [*subjects(token), *agents(token), *([passive] if passive else [])]
