"""Whether a verb tells of what is done again and again, or by anyone: no one happening."""

from transforms.events.syntax import first
from transforms.events.words import words
from transforms.text.tokens import Token

_PRESENT = ("VBZ", "VBP")
_OFTEN = words("always frequently generally often rarely regularly routinely sometimes typically usually")
_UNCHANGED = words("beat burst cut hit hurt put quit rid set shut split spread")
_WHENEVER = words("when whenever if unless once until")


def is_habit(head: Token, minor: bool) -> bool:
    """Whether the verb that carries an event tells of what is done again and again, or by anyone.

    So does the present of "when they win, they forget" and of "you enter by the gate"; of what has no type in
    PLOVER (`minor`) the simple present alone: "the museum closes at noon"; so does that by which such a thing
    is done ("helps by paying"), and what the reader is bidden to do. For the body of a report only: in
    headlines and below pictures the present tells what happened.
    """
    if head.pos not in ("VERB", "AUX"):
        return False
    if minor and any(child.dep == "advmod" and child.lower in _OFTEN for child in head.children):
        return True
    if first(head, "aux", "auxpass"):
        return False
    if _is_bidden(head):
        return True
    above = head.head.head if head.dep == "pcomp" else head.head
    means = head.dep == "pcomp" and head.head.lower in ("by", "in")
    if head.tag == "VBG" and above.pos == "VERB" and (means or (head.dep == "conj" and above.tag == "VBG")):
        return is_habit(above, minor)
    if _may_be_past(head):
        return False
    if head.tag in _PRESENT and (minor or any(child.lower in _WHENEVER for child in head.children)):
        return True
    subject = first(head, "nsubj")
    return head.tag == "VBP" and subject is not None and subject.lower in ("you", "one")


def _may_be_past(verb: Token) -> bool:
    """Whether a form that is the past, too, stands below a past: "were killed when shells hit a market"."""
    above = verb.head
    told = above.tag == "VBD" or (above.tag == "VBN" and first(above, "auxpass", "nsubjpass") is not None)
    return verb.lower in _UNCHANGED and verb.dep in ("advcl", "relcl", "conj", "ccomp") and told


def _is_bidden(verb: Token) -> bool:
    """Whether a verb only bids the reader: "Sign up for news of the club"."""
    if verb.tag != "VB" or verb.head is not verb:
        return False
    return all(
        child.i > verb.i or child.dep in ("advmod", "cc", "intj", "neg", "punct") for child in verb.children
    )
