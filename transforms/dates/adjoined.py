"""Expressions that mean one date together: "from Monday to Friday", "two days after Friday's attack"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, Optional

from schemas.records import TimeExpression
from transforms.dates.clauses import day_precision
from transforms.text.document import Document

_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_JOINTS = ("to", "until", "till", "through", "and")
_MOVES = re.compile(r"\s+(?P<way>after|before)\s+(?:(?:the|last|this)\s+)?", re.IGNORECASE)
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
    before = document.text[max(0, first.start - 8) : first.start]
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

    `lengths` are the sentence's expressions without days.
    """
    if timex.date_start is None or day_precision(timex) != "day" or timex.date_start != timex.date_end:
        return None
    for length in lengths:
        count = _DAYS.fullmatch(length.value or "")
        if count is None or not 0 < timex.start - length.end < 20:
            continue
        way = _MOVES.fullmatch(document.text[length.end : timex.start])
        if way is None:
            continue
        days = int(count[1]) * {"D": 1, "W": 7}[count[2]]
        try:
            step = timedelta(days if way["way"].lower() == "after" else -days)
            return Moved(length, timex.date_start + step)
        except OverflowError:
            return None
    return None
