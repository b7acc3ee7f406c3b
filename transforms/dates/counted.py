"""So many units before or after: "three weeks ago", "a year earlier", "two days later"."""

from datetime import date
from typing import Optional

from transforms.dates.rule import Context, Match, Reading, number, rule, unit_name
from transforms.dates.values import duration, shift, value_of

_BACK = frozenset(["ago", "earlier", "before", "previously", "back"])
# Units finer than a day do not move a date; "hours ago" is the day of publication.
_FINE = frozenset(["second", "minute", "hour"])
# In a report of results a year "ago" is that of a quarter named at most so many characters before.
QUARTER_REACH = 1500


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


def _later(match: Match, context: Context) -> Optional[Reading]:
    """Count from the day or the period last spoken of; "later" than nothing is not known.

    "A year earlier" and its kind compare, and count from publication; "a day later than planned" is a length.
    """
    if context.after(match.end(), 5) == " than":
        return None
    count, unit, back = _count(match), unit_name(match["unit"]), match["way"] in _BACK
    if count is None or unit in _FINE:  # "an hour later" is no day
        return Reading("DURATION", duration("X" if count is None else count, unit))
    quarter = _year_before_quarter(match, context) if unit == "year" and count == 1 and back else None
    if quarter:
        return Reading("DATE", quarter, context.published)
    anchor = context.last
    if back and unit not in ("day", *_FINE):
        anchor = context.published
    if anchor is None:
        return Reading("DATE", None)
    value = _moved(anchor, unit, -count if back else count)
    return Reading("DATE", value, anchor if value else None)


def _year_before_quarter(match: Match, context: Context) -> Optional[str]:
    if context.results is None or match.start() - context.quarter_end > QUARTER_REACH:
        return None
    year = int(context.results[:4])
    return f"{year - 1:04d}{context.results[4:]}" if year >= context.published.year - 1 else None


_AGO = "(?P<way>ago|from now|from today|hence|previously|back(?= ?[.,;]))"
_LATER = "(?P<way>earlier|later|before(?= ?[.,;])|afterwards?)"
_MANY = r"(?:<about> )?<number>(?P<half_more> and a half)?[ -]<unit>(?P<and_half> and a half)?(?: or so)?"
_ONE = (
    r"(?:<about> |just )?(?:(?P<half>half an?|a half)|(?P<one>an?))[ -]<unit>"
    r"(?P<and_half> and a half)?(?: or so)?"
)
_SOME = "(?:<vague> )?<unit:units>"

RULES = (
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
