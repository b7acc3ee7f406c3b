"""How a sentence says that something was not: by "not", by "neither", by "without", by "short of"."""

from typing import Optional

from transforms.events.syntax import first
from transforms.events.words import words
from transforms.text.tokens import Token

_NEGATIONS = words("no neither none nobody never not n't")
# What their clause says is not so: "denied that the guards had fired".
DENIALS = frozenset(["deny", "refute", "dispute"])
# Who does not hold that it was so, leaves it open: "did not believe that the guards had fired".
_HOLDING = words("believe conclude confirm establish find prove show suggest think")
# Before what someone did not do: "instead of signing it", "rather than signing it".
_INSTEAD = words("instead lieu rather")
# What is not missed, or not prevented, was.
_MISSING = words("avert avoid deny forget foil lose miss prevent refuse skip stop thwart")
_SUPPOSED = words("imagine suppose assume")
_KNOWN = words("the this that these those")
# What is called off is not held, what is put off is held later.
_CALLED_OFF = {
    "cancel": "negated", "scrap": "negated", "call off": "negated", "scrub": "negated",
    "postpone": "future", "put off": "future", "reschedule": "future",
}  # fmt: skip


def is_negated(verb: Token) -> bool:
    """Whether a verb, or what it is joined to by "nor", has its own negation."""
    if any(child.dep == "neg" or is_neither(child) for child in verb.children):
        return True
    # "neither arrested nor charged"
    joined = verb.dep == "conj" and first(verb, "nsubj", "nsubjpass", "aux") is None
    return joined and any(is_neither(child) for child in verb.head.children)


def negates(child: Token) -> bool:
    """Whether a word makes the verb that it hangs on false: "not", "neither", or a subject that is nobody."""
    nobody = child.dep in ("nsubj", "nsubjpass") and is_none(child)
    return child.dep == "neg" or is_neither(child) or nobody


def is_neither(child: Token) -> bool:
    """Whether a word is the "neither" before a verb."""
    return child.dep in ("preconj", "cc") and child.lower == "neither"


def is_left_open(verb: Token) -> bool:
    """Whether a verb says that one does not say: "did not confirm that", "neither confirmed nor denied".

    Or bids the reader to think of it: "Imagine that he fled".
    """
    if verb.lemma in _SUPPOSED:
        return verb.tag == "VB" and verb.dep == "ROOT" and first(verb, "nsubj", "aux") is None
    if verb.lemma in _HOLDING:
        return is_negated(verb)
    return verb.lemma in DENIALS and verb.dep == "conj" and verb.head.lemma == "confirm" and is_negated(verb)


def of_reported(noun: Token) -> Optional[str]:
    """The status of what a noun says to be so: "no evidence that he fired", "denied a report that he had"."""
    if any(child.dep == "det" and child.lower == "no" for child in noun.children):
        return "hypothetical"
    denied = noun.dep == "dobj" and noun.head.lemma in DENIALS and not is_negated(noun.head)
    return "negated" if denied else None


def is_without(noun: Token) -> bool:
    """Whether there was none: "ended without an arrest", but not "without the loan"."""
    preposition = noun.head
    if is_instead(preposition):
        return True
    known = any(child.dep == "poss" or child.lower in _KNOWN for child in noun.children)
    return preposition.lower == "without" and not known and not is_negated(preposition.head)


def is_not_done(verb: Token) -> bool:
    """Whether a verb says what was not done: "did not make an arrest", "left without making an arrest"."""
    if verb.pos not in ("VERB", "AUX") or verb.lemma in _MISSING:
        return False
    return is_negated(verb) or (
        verb.dep == "pcomp" and (verb.head.lower == "without" or is_instead(verb.head))
    )


def is_instead(preposition: Token) -> bool:
    """Whether a preposition is the last word of "instead of", "in lieu of", "rather than"."""
    if preposition.lower not in ("of", "than"):
        return False
    if preposition.head.lower == "short":
        return preposition.head.head.lemma in ("come", "fall", "stop")
    beside = [child.lower for child in preposition.children]
    return preposition.head.lower in _INSTEAD or not _INSTEAD.isdisjoint(beside)


def is_none(subject: Token) -> bool:
    """Whether a subject is nobody: "no one", "no soldier", "not one soldier"."""
    if subject.lower in _NEGATIONS:
        return True
    return any(
        (child.lower in _NEGATIONS and child.dep in ("det", "neg"))
        or (child.dep == "nummod" and is_negated(child))
        for child in subject.children
    )


def called_off(verb: Token) -> Optional[str]:
    """The status that a verb gives the occasion it calls off, or puts off."""
    particle = first(verb, "prt")
    return _CALLED_OFF.get(f"{verb.lemma} {particle.lower}" if particle else verb.lemma)


def is_then_called_off(verb: Token) -> bool:
    """Whether what was planned was called off in the end: "was set for Monday but was cancelled"."""
    return any(
        child.dep == "conj" and called_off(child) and not first(child, "nsubj", "nsubjpass")
        for child in verb.children
    )
