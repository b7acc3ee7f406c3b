"""TIMEX3 values: make them from days, move them, and read them back as first and last days.

A value is text: "2022-12-02", "2022-W48", "2022-12", "2022-Q4", "2022-H2", "2022-FA", "2022", "202"
(a decade), "20" (a century), with "TEV" or "T15:30" behind a day for a time, or "A/B" for an interval.
Weeks are ISO 8601's, as in the TimeML guidelines (1.2.1, section 2.2.4).
"""

import re
from datetime import date, timedelta
from typing import NamedTuple, Optional, Union

Number = Union[int, float]

# Months that a season begins in. Northern, as TimeML has it; winter runs into the next year.
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


class Interval(NamedTuple):
    """First and last day of a value, and how precise it is (vocabulary.PRECISIONS)."""

    start: date
    end: date
    precision: str


def day_of(year: int, month: int, day: int) -> Optional[date]:
    """Return the day, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, unit: str, count: int) -> Optional[date]:
    """Move `day` by `count` units, back if negative; None beyond the calendar's years 1 to 9999.

    A day that the month arrived at lacks becomes its last day.
    """
    if unit in _DAYS_IN:
        try:
            return day + timedelta(_DAYS_IN[unit] * count)
        except OverflowError:
            return None
    year, month = divmod(day.year * 12 + day.month - 1 + _MONTHS_IN[unit] * count, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, _last_day(year, month + 1).day))


def value_of(day: date, unit: str) -> str:
    """Return the value of the `unit` that holds `day`."""
    if unit == "day":
        return day.isoformat()
    if unit in ("week", "weekend", "fortnight"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "half":
        return f"{day.year:04d}-H{1 if day.month < 7 else 2}"
    if unit == "decade":
        return f"{day.year // 10:03d}"
    if unit == "century":
        return f"{day.year // 100:02d}"
    return f"{day.year:04d}"


def duration(count: Union[Number, str], unit: str) -> str:
    """Return the value of a length of time, such as "P3M"; `count` may be "X", not known.

    Decades and centuries of known number are counted in years, halves of a unit in the next smaller.
    """
    if unit in ("decade", "century", "fortnight") and count != "X":
        factor, unit = {"decade": (10, "year"), "century": (100, "year"), "fortnight": (2, "week")}[unit]
        count = factor * float(count)
    letter = _LETTERS["week" if unit == "fortnight" else unit]
    time, letter = ("T", letter[1]) if letter[0] == "T" else ("", letter)
    if isinstance(count, float) and count == int(count):
        count = int(count)
    if isinstance(count, float) and count % 1 == 0.5 and unit in ("year", "hour", "minute"):
        half = {"year": "6M", "hour": "30M", "minute": "30S"}[unit]
        return f"P{time}{int(count)}{letter}{half}" if count > 1 else f"P{time}{half}"
    return f"P{time}{count}{letter}"


_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))")
_YEARS = re.compile(r"\d{2,4}")


def interval(value: Optional[str]) -> Optional[Interval]:
    """Return the days of a calendar value; None for lengths, sets, references and days that are not."""
    if value is None:
        return None
    if "/" in value:
        first, last = (interval(part) for part in value.split("/", 1))
        return Interval(first.start, last.end, first.precision) if first and last else None
    if match := _DAY.fullmatch(value):
        day = day_of(int(match[1]), int(match[2]), int(match[3]))
        return Interval(day, day, "time" if match[4] else "day") if day else None
    if match := _WEEK.fullmatch(value):
        try:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            first_day = monday + timedelta(5 if match[3] else 0)
            return Interval(first_day, monday + timedelta(6), "weekend" if match[3] else "week")
        except (ValueError, OverflowError):
            return None
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), 1, "month")
    if match := _PART.fullmatch(value):
        year = int(match[1])
        if match[2]:
            return _months(year, 3 * int(match[2]) - 2, 3, "quarter")
        if match[3]:
            return _months(year, 6 * int(match[3]) - 5, 6, "half")
        return _months(year, SEASON_MONTH[match[4]], 3, "season")
    if _YEARS.fullmatch(value):
        span = 10 ** (4 - len(value))
        return _months(int(value) * span, 1, 12 * span, {4: "year", 3: "decade", 2: "century"}[len(value)])
    return None


def _months(year: int, month: int, count: int, precision: str) -> Optional[Interval]:
    first = day_of(year, month, 1)
    last = shift(first, "month", count - 1) if first else None
    if not first or not last:
        return None
    return Interval(first, _last_day(last.year, last.month), precision)


def _last_day(year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(1)
