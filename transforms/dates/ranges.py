"""Ranges of days and months, and the two days of "between 3 and 5 March"."""

from typing import Optional

from transforms.dates.months import anchor_of, day_beside, is_month, year_beside
from transforms.dates.rule import NOTHING, Context, Match, Reading, month_number, ordinal, rule
from transforms.dates.values import day_of
from transforms.dates.years import NO_NOUN


def _day_range(match: Match, context: Context) -> Optional[Reading]:
    if not is_month(match, context):
        return None
    month, first, last = month_number(match["month"]), ordinal(match["from"]), ordinal(match["to"])
    year = year_beside(match, context, month, first)
    if not year or first >= last:
        return None
    start, end = day_of(year, month, first), day_of(year, month, last)
    if not start or not end:
        return NOTHING
    return Reading("DATE", f"{start.isoformat()}/{end.isoformat()}", anchor_of(match, context))


def _month_range(match: Match, context: Context) -> Optional[Reading]:
    """Months with a hyphen between them; the year stands behind both, or is the nearest of the last."""
    if not is_month(match, context) or not context.capital(match.start("to")):
        return None
    first, last = month_number(match["month"]), month_number(match["to"])
    year = year_beside(match, context, last, None)
    if not year or first == last:
        return None
    begins = year - (first > last)
    return Reading("DATE", f"{begins:04d}-{first:02d}/{year:04d}-{last:02d}", anchor_of(match, context))


def _first_of_two_days(match: Match, context: Context) -> Optional[Reading]:
    """The "3" of "between 3 and 5 March", and of "March 3 and 5, 2021": the year stands behind both."""
    day = day_beside(match, context)
    return Reading("DATE", day.isoformat(), anchor_of(match, context)) if day else None


def _second_of_two_days(match: Match, context: Context) -> Optional[Reading]:
    """The "5" of "March 3 and 5": of the month of the day named right before."""
    first, gap = context.day, match.start() - context.day_end
    if first is None or gap > 8 or context.before(match.start(), gap).strip() not in ("and", "or", "&"):
        return None
    if ordinal(match["day"]) <= first.day or not context.text[context.day_end - 1].isdigit():
        return None
    day = day_of(first.year, first.month, ordinal(match["day"]))
    return Reading("DATE", day.isoformat(), anchor_of(match, context)) if day else NOTHING


RULES = (
    rule("month and first of two days", "month",
         r"<month> <day>(?= (?:and|or|&) <to:day>,? <year>)",
         _first_of_two_days, "on [November 3] and 5, 2021.", "2021-11-03"),
    rule("month and days", "month",
         r"<month> (?P<from>[1-9]|[12][0-9]|30)(?: ?- ?| (?:to|through) )<to:day>(?:,? <year>)?",
         _day_range, "on [November 28-30]", "2022-11-28/2022-11-30"),
    rule("days and month", "month",
         r"(?P<from>[1-9]|[12][0-9]|30) ?- ?<to:day> <month>(?:,? <year>)?",
         _day_range, "on [28-30 November]", "2022-11-28/2022-11-30"),
    rule("first of two days", "month",
         r"(?:the )?<day>(?= (?:and|to|or|until|through) (?:the )?<to:day> <month>(?:,? <year>)?)",
         _first_of_two_days, "between [3] and 5 November", "2022-11-03"),
    rule("second of two days", "digit",
         rf"(?:(?<=and[ ])|(?<=or[ ])|(?<=&[ ]))<day>(?:,? <year>)?{NO_NOUN}",
         _second_of_two_days, "on November 3 and [5].", "2022-11-05"),
    rule("months", "month",
         r"<month>(?:-| - )<to:month>(?! ?[0-9]{1,2}(?![0-9]))(?:,? <year>)?",
         _month_range, "in [July-September]", "2022-07/2022-09"),
)  # fmt: skip
