"""So many units before or after: "three weeks ago", "a year earlier", "two days later"."""

import re
from datetime import date
from typing import Optional

from transforms.dates.rule import Context, Match, Reading, number, rule, unit_name
from transforms.dates.tense import governor, is_perfect
from transforms.dates.values import duration, shift, value_of

_BACK = frozenset(["ago", "earlier", "before", "previously", "back"])
# Units finer than a day do not move a date; "hours ago" is the day of publication.
_FINE = frozenset(["second", "minute", "hour"])
# In a report of results a year "ago" is that of a quarter named at most so many characters before.
QUARTER_REACH = 1500
# "A year earlier" is that of a month named in the same sentence, at most so many characters before.
MONTH_REACH = 160
_STOP = re.compile(r"[.!?;]\s")


def _count(match: Match) -> Optional[float]:
    """How many units are said; None if only vaguely many."""
    groups = match.groupdict()
    count: Optional[float] = None
    if groups.get("number"):
        count = number(match["number"])
    elif groups.get("one") or groups.get("half"):
        count = 1 if groups["one"] else 0.5
    more = groups.get("and_half") or groups.get("half_more")
    return count + 0.5 if count is not None and more else count


def _moved(anchor: date, unit: str, count: float) -> Optional[str]:
    """The value of the unit that lies `count` units after `anchor`; None beyond the calendar."""
    if unit in _FINE:
        day = shift(anchor, "day", int(count / 24)) if unit == "hour" else anchor
        return day.isoformat() if day else None
    if unit == "decade" or (unit == "century" and count % 1):
        # "A decade ago" is ten years ago: the decade of the calendar may begin nine years off.
        unit, count = "year", count * (10 if unit == "decade" else 100)
    if unit == "year" and count % 1 == 0.5:
        month = shift(anchor, "month", int(count * 12))
        return value_of(month, "month") if month else None
    day = shift(anchor, unit, int(count))
    return value_of(day, unit) if day else None


def _ago(match: Match, context: Context) -> Optional[Reading]:
    """Count from publication; a year in a report of results is that of the quarter last spoken of."""
    count, unit, back = _count(match), unit_name(match["unit"]), match["way"] in _BACK
    reference = "PAST_REF" if back else "FUTURE_REF"
    if count is None:
        return Reading("DATE", reference)
    quarter = _year_before_quarter(match, context) if unit == "year" and count == 1 and back else None
    value = quarter or _moved(context.published, unit, -count if back else count)
    return Reading("DATE", value or reference, context.published if value else None)


_NOW = {"today": ("day", 0), "tomorrow": ("day", 1), "this week": ("week", 0), "this month": ("month", 0),
        "this year": ("year", 0)}  # fmt: skip


def _ago_now(match: Match, context: Context) -> Optional[Reading]:
    """Whole years and their kind back from this day or week: "ten years ago today"."""
    unit, step = _NOW[match["now"]]
    count = 1 if match["single"] else _count(match)
    now = shift(context.published, "day", step)
    moved = shift(now, unit_name(match["whole"] or match["unit"]), -int(count)) if now and count else None
    return Reading("DATE", value_of(moved, unit), context.published) if moved else None


def _later(match: Match, context: Context) -> Optional[Reading]:
    """Count from the day or the period last spoken of; "later" than nothing is not known.

    Nor is "six weeks later" than "the 1950s". "A year earlier" and its kind compare, and count from
    publication, unless a past before the past is told ("two years earlier he had retired"); "a day later than
    planned" is a length.
    """
    if context.after(match.end(), 5) == " than":
        return None
    count, unit, back = _count(match), unit_name(match["unit"]), match["way"] in _BACK
    if count is None or unit in _FINE:  # "an hour later" is no day
        return Reading("DURATION", duration("X" if count is None else count, unit))
    quarter = _year_before_quarter(match, context) if unit == "year" and count == 1 and back else None
    if quarter:
        return Reading("DATE", quarter, context.published)
    month = _month_compared(match, context) if unit in ("year", "month") and back else None
    moved = shift(month, unit, -int(count)) if month else None
    if moved:
        return Reading("DATE", value_of(moved, "month"), month)
    anchor = context.last if _fine_enough(context.last_precision, unit) else None
    if back and unit not in ("day", *_FINE):
        verb = governor(context, *match.span())
        told = verb is not None and anchor is not None and is_perfect(verb)
        anchor = anchor if told else context.published
    if anchor is None:
        return Reading("DATE", None)
    value = _moved(anchor, unit, -count if back else count)
    return Reading("DATE", value, anchor if value else None)


_FINENESS = {"decade": 2, "year": 1, "half": 1, "season": 1, "quarter": 1, "month": 1, "century": 3}


def _fine_enough(precision: str, unit: str) -> bool:
    """Tell whether units can be counted from a date as rough as that: years from a month, no days."""
    return _FINENESS.get(precision, 0) <= {"year": 1, "decade": 2, "century": 3}.get(unit, 0) or (
        unit in ("month", "quarter") and precision in ("month", "quarter")
    )


def _year_before_quarter(match: Match, context: Context) -> Optional[str]:
    if context.results is None or match.start() - context.quarter_end > QUARTER_REACH:
        return None
    year = int(context.results[:4])
    return f"{year - 1:04d}{context.results[4:]}" if year >= context.published.year - 1 else None


def _month_compared(match: Match, context: Context) -> Optional[date]:
    """The month that "a year earlier" counts from: "prices rose in October from those of a year earlier"."""
    if match.start() - context.month_end > MONTH_REACH:
        return None
    return None if _STOP.search(context.text, context.month_end, match.start()) else context.month


_AGO = "(?P<way>ago|from now|from today|hence|previously|back(?= ?[.,;]))"
_LATER = "(?P<way>earlier|later|before(?= ?[.,;])|afterwards?)"
_MANY = r"(?:<about> )?<number>(?P<half_more> and a half)?[ -]<unit>(?P<and_half> and a half)?(?: or so)?"
_ONE = (
    r"(?:<about> |just )?(?:(?P<half>half an?|a half)|(?P<one>an?))[ -]<unit>"
    r"(?P<and_half> and a half)?(?: or so)?"
)
_ONE_AGO = "(?P<single>an?) <whole:one_unit>"
_SOME = "(?:<vague> )?<unit:units>"

RULES = (
    rule("units ago today", "unit",
         rf"(?:{_MANY}|{_ONE_AGO})[ -](?P<way>ago) (?P<now>today|tomorrow|this week|this month|this year)",
         _ago_now, "it opened [ten years ago today]", "2012-12-04"),
    rule("units ago", "unit",
         rf"{_MANY}[ -]{_AGO}",
         _ago, "it opened [three weeks ago]", "2022-W45"),
    rule("a unit ago", "unit",
         rf"{_ONE}[ -]{_AGO}",
         _ago, "it opened [a year ago]", "2021"),
    rule("some units ago", "unit",
         rf"{_SOME} {_AGO}",
         _ago, "it opened [several years ago]", "PAST_REF"),
    rule("units later", "unit",
         rf"{_MANY}[ -]{_LATER}",
         _later, "it opened on 3 May 2019, and [two days later] it shut", "2019-05-05"),
    rule("a unit later", "unit",
         rf"{_ONE}[ -]{_LATER}",
         _later, "it opened on 3 May 2019, and [a month later] it shut", "2019-06"),
    rule("some units later", "unit",
         rf"{_SOME} {_LATER}",
         _later, "it shut [a few days later]", "PXD"),
)  # fmt: skip
