"""The type, mode and status of an event: the frame's, but for what is foreseen, refused or asked.

PLOVER's manual codes the intention, not the deed, of what has not happened: "All cooperative actions
reported in future tense are also taken to imply intentions" (AGREE), a threatened attack is THREATEN,
and what one refuses to do is REJECT.
"""

from typing import NamedTuple, Optional

from schemas.vocabulary import QUAD_CLASS
from transforms.events.syntax import is_passive, subjects
from transforms.events.triggers import Trigger

# What is asked for or refused, by the type of event that it would be (the modes of REQUEST and REJECT).
_ASKED_MODE = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "RETREAT": "yield", "CONCEDE": "yield",
    "CONSULT": "meet", "AGREE": "meet",
}  # fmt: skip
# What is threatened with.
_THREAT_MODE = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "PROTEST": "restrict", "COERCE": "restrict",
    "SANCTION": "relations", "REJECT": "relations", "RETREAT": "relations",
}  # fmt: skip
_THREAT_MODE_OF_MODE = {"arrest": "arrest", "deport": "expel", "expel": "expel", "seize": "territory"}
# Of these "not" makes a refusal.
_WILLING = ("will", "shall", "'ll", "wo", "ll", "would", "'d")
# Whoever promises such a thing threatens with it; to promise troops may be help.
_HOSTILE = frozenset(["ASSAULT", "COERCE", "PROTEST", "SANCTION"])


class Coding(NamedTuple):
    """What an event is by PLOVER, and whether it is."""

    event_type: str  # vocabulary.EVENT_TYPES
    mode: Optional[str]
    status: str  # vocabulary.STATUSES


def code(trigger: Trigger, status: str) -> Coding:
    """Return the coding of a trigger whose grammar and date give it `status`."""
    frame = trigger.frame
    coding = _of_content(trigger, status)
    if coding.event_type != frame.event_type:
        return coding
    quad = QUAD_CLASS[frame.event_type]
    if status == "negated" and _is_refusal(trigger) and quad.endswith("cooperation"):
        refused = trigger.taken[0].frame if trigger.taken else frame
        return Coding("REJECT", _ASKED_MODE.get(refused.event_type, "change"), "asserted")
    if status != "future":
        return coding
    if quad.endswith("cooperation") and frame.event_type != "AGREE":
        return Coding("AGREE", None, status)
    if quad == "material conflict" and not is_passive(trigger.head) and subjects(trigger.head):
        return Coding("THREATEN", _threat_mode(frame.event_type, frame.mode), status)
    return coding


def _of_content(trigger: Trigger, status: str) -> Coding:
    """The coding of a frame that takes the event in its complement, by what that event would be."""
    frame = trigger.frame
    inner = trigger.taken[0].frame if trigger.taken else None
    if not frame.takes or inner is None:
        return Coding(frame.event_type, frame.mode, status)
    if frame.event_type in ("REQUEST", "REJECT"):
        return Coding(frame.event_type, frame.mode or _ASKED_MODE.get(inner.event_type, "change"), status)
    if frame.event_type == "THREATEN" or (frame.event_type == "AGREE" and inner.event_type in _HOSTILE):
        return Coding("THREATEN", _threat_mode(inner.event_type, inner.mode), status)
    return Coding(frame.event_type, frame.mode, status)


def _threat_mode(event_type: str, mode: Optional[str]) -> Optional[str]:
    return _THREAT_MODE_OF_MODE.get(mode or "") or _THREAT_MODE.get(event_type)


def _is_refusal(trigger: Trigger) -> bool:
    """Whether it is a refusal not to: "will not lift", "would not meet", "won't", "is not willing to"."""
    if trigger.token.dep == "acomp":
        return any(child.dep == "neg" for child in trigger.token.head.children)
    children = trigger.head.children
    return any(child.dep == "aux" and child.lower in _WILLING for child in children) and any(
        child.dep == "neg" for child in children
    )
