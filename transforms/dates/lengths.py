"""Lengths of time that are told by their end: "the three months to March"."""

import re
from datetime import date, timedelta
from typing import Optional

from schemas.records import TimeExpression
from transforms.dates.rule import number
from transforms.dates.values import shift
from transforms.text.document import Document

_MONTHS_TO = re.compile(
    r"\b(?:(?P<number>\w+)[ -]months?(?: period)?|the (?:(?:financial|fiscal|full) )?year)"
    r" (?:that )?(?:to|through|ended|ending)(?: the end of| in| on)? $",
    re.IGNORECASE,
)


def start_of_length(document: Document, timex: TimeExpression) -> Optional[date]:
    """Return the first day of a length that ends with `timex`: "three months to May", "year ended 3 May"."""
    match = _MONTHS_TO.search(document.text, max(0, timex.start - 40), timex.start)
    if match is None or timex.date_end is None or timex.precision not in ("day", "month"):
        return None
    months = number(match["number"].lower()) if match["number"] else 12
    after = timex.date_end + timedelta(1)
    return shift(after, "month", -int(months)) if months else None
