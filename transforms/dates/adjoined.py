"""Expressions that mean one date together: "from Monday to Friday", "two days after Friday's attack"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, Optional

from schemas.records import TimeExpression
from transforms.dates.clauses import day_precision, verb_above
from transforms.text.document import Document
from transforms.text.tokens import Token

_FROM = re.compile(r"\b(?:from|between|night of)\s+(?:the\s+)?$", re.IGNORECASE)
_JOINTS = ("to", "until", "till", "through", "and")
_MOVES = re.compile(r"\s+(?:after|before)\s+(?:(?:the|last|this)\s+)?", re.IGNORECASE)
_WAYS = {"after": 1, "before": -1}
# So many characters may stand between a length and the date that it moves.
_REACH = 80
# Behind these a length tells how long something took: "held for two days after the raid".
_LASTS = re.compile(
    r"\b(?:for|over|during|last(?:ed|ing)?|spent|took|taken|takes?|within|in|of|every|the|next|first|past)\s+$",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    "(?:about|almost|nearly|more|less|fewer|under|over|around|roughly|approximately|up|at)\\b", re.IGNORECASE
)
_DAYS = re.compile(r"P([0-9]{1,3})([DW])")


class Moved(NamedTuple):
    """A day that is counted from another: the length beside it, and the day."""

    length: TimeExpression
    day: date


def end_of_range(
    document: Document, timex: TimeExpression, own: Sequence[TimeExpression]
) -> Optional[TimeExpression]:
    """Return the "5 March" that ends the range of "between 3 and 5 March" or "from Monday to Friday".

    `own` are the sentence's expressions with days, in order.
    """
    place = bisect_left(own, timex.end, key=lambda other: other.start)
    return own[place] if place < len(own) and _is_range(document, timex, own[place]) else None


def start_of_range(
    document: Document, timex: TimeExpression, own: Sequence[TimeExpression]
) -> Optional[TimeExpression]:
    """Return the "3" of "between 3 and 5 March", if the range ends with `timex`."""
    place = bisect_left(own, timex.start, key=lambda other: other.start)
    return own[place - 1] if place and _is_range(document, own[place - 1], timex) else None


def _is_range(document: Document, first: TimeExpression, last: TimeExpression) -> bool:
    before = document.text[max(0, first.start - 12) : first.start]
    joint = document.text[first.end : last.start]
    if len(joint) >= 12 or joint.strip() not in _JOINTS or not _FROM.search(before):
        return False
    if first.date_start is None or last.date_end is None:
        return False
    return first.precision == last.precision and first.date_start < last.date_end


def moved_day(
    document: Document, timex: TimeExpression, lengths: Sequence[TimeExpression]
) -> Optional[Moved]:
    """Return the day two days on of "two days after Friday's attack"; None where nothing moves `timex`.

    It may date what is counted from: "two days after he was shot on Monday". `lengths` are the sentence's
    expressions of length.
    """
    if timex.date_start is None or day_precision(timex) != "day" or timex.date_start != timex.date_end:
        return None
    for length in lengths:
        if not 0 < timex.start - length.end < _REACH:
            continue
        beside = _MOVES.fullmatch(document.text[length.end : timex.start])
        counted = counted_from(document, length)
        if counted is None or not (beside or _stands_below(document, timex, counted.event)):
            continue
        day = counted.days and step(timex.date_start, counted)
        if day:
            return Moved(length, day)
    return None


class Counted(NamedTuple):
    """What a length is counted from: "two days after the blast"."""

    event: Token
    days: Optional[int]  # negative before it; None if only roughly known
    verb: Optional[Token]  # of the clause that happens so many days off


def counted_from(document: Document, length: TimeExpression) -> Optional[Counted]:
    """Return what a length is counted from; None where it only tells how long something took."""
    if (length.value or "PT").startswith("PT"):
        return None  # hours move no day
    whole = length.text[:4].lower() == "the "  # "the two days after the vote were calm"
    if whole or _LASTS.search(document.text, max(0, length.start - 16), length.start):
        return None
    tokens = document.tokens_between(length.end, length.end + 8)
    if not tokens or tokens[0].lower not in _WAYS or tokens[0].sentence < 0:
        return None
    way = tokens[0]
    below = (child for child in way.children if child.dep in ("pobj", "pcomp"))
    event = way.head if way.dep == "mark" else next(below, None)
    if event is None:
        return None
    verb = verb_above(event if way.dep == "mark" else way)
    count = _DAYS.fullmatch(length.value or "")
    exact = count is not None and not _ROUGHLY.match(length.text)
    days = int(count[1]) * {"D": 1, "W": 7}[count[2]] * _WAYS[way.lower] if count and exact else None
    return Counted(event, days, verb)


def step(day: date, counted: Counted) -> Optional[date]:
    """Return the day so many days off; None if that is not known or lies beyond the calendar."""
    try:
        return day + timedelta(counted.days) if counted.days is not None else None
    except OverflowError:
        return None


def _stands_below(document: Document, timex: TimeExpression, event: Token) -> bool:
    """Tell whether an expression belongs to a happening: to its clause, or to what it is of."""
    for token in document.tokens_between(timex.start, timex.end)[:1]:
        for above in (token, *token.ancestors()):
            if above is event:
                return True
            if above.pos in ("VERB", "AUX"):
                return False
    return False
