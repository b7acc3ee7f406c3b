"""Days that a plan has been moved from or to: nothing is told to have happened on them."""

from schemas.records import TimeExpression
from transforms.dates.clauses import hold_of
from transforms.dates.tense import is_running, told_as_past
from transforms.dates.verbs import ANNOUNCED, PLANNING
from transforms.text.document import Document
from transforms.text.tokens import Token

_PUT_OFF = frozenset(
    [
        "postpone", "reschedule", "delay", "defer", "adjourn", "put off", "put back", "push back",
        "bring forward", "cancel", "scrap", "call off",
    ]
)  # fmt: skip
# What is not of use elsewhere, too: "the army moved" is no change of plans, "moved the vote" is.
_MOVED = frozenset(["move", "shift", "push"])
_TO = frozenset(["to", "until", "till", "for"])
_PLANNED = PLANNING | frozenset(["due", "set", "suppose", "mean", "intend"])


def is_put_off(verb: Token) -> bool:
    """Tell whether a verb says that what was planned is held later, earlier or not at all."""
    particle = next((child.lower for child in verb.children if child.dep in ("prt", "advmod")), "")
    if verb.lemma in _PUT_OFF or f"{verb.lemma} {particle}" in _PUT_OFF:
        return True
    return verb.lemma in _MOVED and any(
        child.dep in ("dobj", "nsubjpass") and child.lemma in ANNOUNCED for child in verb.children
    )


def is_of_plan(document: Document, timex: TimeExpression) -> bool:
    """Tell whether an expression is only of the plan that its sentence says has been changed.

    So are both days of "postponed from Monday to Friday", and that of "due on Monday but called off", of
    "the talks planned for Monday were put off", and of "put off Monday's talks".
    """
    verb, nouns = hold_of(document, timex)
    if verb is None:
        return False
    if is_put_off(verb) and nouns:
        return nouns[-1].head is verb and nouns[-1].dep in ("dobj", "nsubj", "nsubjpass")
    if is_put_off(verb):
        before = _before(document, timex)
        return before == "from" or (before in _TO and (told_as_past(verb) or is_running(verb)))
    changed = False
    for above in (verb, *verb.ancestors()):
        if above.pos in ("NOUN", "PROPN"):
            return False
        changed = changed or any(child.dep == "conj" and is_put_off(child) for child in above.children)
        if above.lemma in _PLANNED:
            return changed or (above.dep in ("acl", "relcl") and is_put_off(above.head.head))
    return False


def is_moved_from(document: Document, timex: TimeExpression) -> bool:
    """Tell whether an expression says when what has been put off would have been."""
    verb = hold_of(document, timex).verb
    return verb is not None and is_put_off(verb) and _before(document, timex) == "from"


def _before(document: Document, timex: TimeExpression) -> str:
    """The word before an expression, in lower case."""
    first = document.tokens_between(timex.start, timex.end)[0]
    return document.tokens[first.i - 1].lower if first.i else ""
