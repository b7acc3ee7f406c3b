"""Weeks and weekends of a month, and the week, weekday or year before the last."""

from datetime import timedelta
from typing import Optional

from transforms.dates.months import anchor_of, month_beside
from transforms.dates.rule import Context, Match, Reading, ordinal, rule, weekday_number
from transforms.dates.values import shift, value_of


def _week_of_month(match: Match, context: Context) -> Optional[Reading]:
    """The nth week, or weekend, of a month: as with ISO's weeks of the year, that of its nth Thursday."""
    first = month_beside(match, context)
    if first is None:
        return None
    if match["last"]:
        following = shift(first, "month", 1)
        day = following - timedelta(4) if following else None
    else:
        day = first + timedelta(3 + 7 * (ordinal(match["nth"]) - 1))
    if day is None or (day - first).days > 31:
        return None
    return Reading("DATE", value_of(day, match["unit"]), anchor_of(match, context))


def _before_last(match: Match, context: Context) -> Optional[Reading]:
    moved = shift(context.published, match["unit"], -2)
    return Reading("DATE", value_of(moved, match["unit"]), context.published) if moved else None


def _weekday_before_last(match: Match, context: Context) -> Optional[Reading]:
    if not context.capital(match.start("weekday")):
        return None
    published = context.published
    back = (published.weekday() - weekday_number(match["weekday"]) - 1) % 7 + 8
    return Reading("DATE", (published - timedelta(back)).isoformat(), published)


RULES = (
    rule("week of a month", "unit",
         r"(?:the )?(?:<nth>|(?P<last>last|final)) (?:full )?(?P<unit>week|weekend) (?:of|in)"
         r" (?:(?P<move>this|last|next) month|<month>(?:(?:,? (?:of )?| )<year>|,? (?:of )?<holder>)?)",
         _week_of_month, "it opens in [the second week of January]", "2023-W02"),
    rule("unit before last", "unit",
         "the (?P<unit>week|weekend|month|year) before last",
         _before_last, "it opened [the week before last]", "2022-W46"),
    rule("weekday before last", "weekday",
         "the <weekday> before last",
         _weekday_before_last, "it opened [the Tuesday before last]", "2022-11-22"),
)  # fmt: skip
