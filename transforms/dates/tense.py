"""Which way a date without a year lies: told from the verb that governs it, and from the words before it."""

import re
from bisect import bisect_left
from typing import Optional

from transforms.dates.rule import Context
from transforms.text.tokens import Token

PAST, PRESENT, FUTURE = "past", "present", "future"

_FUTURE_AUX = frozenset(["will", "'ll", "wo", "shall", "would", "may", "might", "can", "should", "must"])
_PAST_AUX = frozenset(["was", "were", "had", "did", "has", "have", "'ve", "'d"])
_PRESENT_AUX = frozenset(["is", "are", "'s", "'re", "am", "'m", "do", "does"])
# Words that point ahead whatever the verb: "closed until Friday", "due Monday", "set for March".
_AHEAD = re.compile(
    r"\b(?:until|till|by|through|starting|beginning|effective|due|scheduled|set|slated|deadline"
    r"|no later than)\b"
    r"[^.,;]{0,14}$"
)
_BEHIND = re.compile(r"\b(?:since|ended|ending|dated)\s+(?:on\s+|in\s+)?(?:the\s+)?$")


def direction(context: Context, start: int, end: int) -> Optional[str]:
    """Return PAST, PRESENT or FUTURE for the expression at `start:end`, or None if nothing tells."""
    before = context.before(start)
    if _BEHIND.search(before):
        return PAST
    verb = governor(context, start, end)
    tense = verb_tense(verb) if verb else None
    if _AHEAD.search(before) and not (tense == PAST and re.search(r"\bby\b[^.,;]{0,14}$", before)):
        return FUTURE
    return tense


def governor(context: Context, start: int, end: int) -> Optional[Token]:
    """Return the verb that the expression hangs on, else the nearest one before it, else after it."""
    tokens = context.document.tokens_between(start, end)
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    token = next((token for token in tokens if token.head.i not in inside), tokens[0])
    for above in (token, *token.ancestors()):
        if above.pos in ("VERB", "AUX"):
            return above
    verbs = context.verbs_of(token.sentence)
    place = bisect_left(verbs, token.i, key=lambda verb: verb.i)
    return verbs[place - 1] if place else verbs[0] if verbs else None


def verb_tense(verb: Token) -> Optional[str]:
    """Return the tense of a verb by its tag and its auxiliaries."""
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    words = {helper.lower for helper in helpers}
    if words & _FUTURE_AUX:
        return PAST if "have" in words else FUTURE
    if verb.tag == "VBD" or words & _PAST_AUX:
        return PAST
    if verb.tag == "VB" and "to" in words:
        return FUTURE
    if verb.tag == "VBG":
        if words & _PRESENT_AUX:
            return FUTURE
        return PAST if verb.head.tag in ("VBD", "VBN") else PRESENT
    if verb.tag == "VBN":
        return PRESENT if words & _PRESENT_AUX else PAST
    if verb.tag in ("VBZ", "VBP", "MD"):
        return PRESENT
    if "could" in words:
        return FUTURE
    return None
