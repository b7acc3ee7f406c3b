"""The year of a month or a day that is named without one, and what it is counted from."""

import re
from datetime import date
from typing import Optional

from transforms.dates.rule import Context, Match, expand, month_number, ordinal
from transforms.dates.tense import FUTURE, direction, distance, is_over
from transforms.dates.values import day_of, shift
from transforms.dates.words import DIRECTIONS

_YEAR = re.compile("(?:19|20)[0-9]{2}")
# What stands behind these has been, however near the next is: "the quarter ended Nov. 30", on Nov. 26.
_OVER = re.compile(r"\b(?:ended|since) (?:on |in )?$")


def nearest_year(context: Context, month: int, day: Optional[int], start: int, end: int) -> Optional[int]:
    """The year of a month, or of a day of it, that is named without one: the nearest, as tense allows.

    A month is nearest if it is the month of publication; the end of a range comes after its beginning; and
    "In 2015, on 3 May" and "the 2015 vote on 3 May" are of that year. None if no near year has such a day.
    """
    stated = _year_behind(context, month, day, end) or _year_of_noun(context, start)
    if stated:
        return stated
    if start < context.headed[1]:
        return int(context.headed[0])
    tense, first = direction(context, start, end), context.begins_range(start, "day" if day else "month")
    published, over = context.published, bool(_OVER.search(context.before(start, 16)))
    over = over or is_over(context, start, end)
    best: Optional[tuple[float, int]] = None
    for year in (published.year - 1, published.year, published.year + 1):
        candidate = day_of(year, month, day or 15)
        if candidate is None:
            continue
        ahead = (candidate - published).days
        if day is None and (year, month) == (published.year, published.month):
            ahead = 0
        if first is not None and not 0 <= (candidate - first).days < 366:
            continue
        if ahead > 0 and over:
            continue
        cost = distance(ahead, tense)
        if best is None or cost < best[0]:
            best = (cost, year)
    return best and best[1]


def _year_behind(context: Context, month: int, day: Optional[int], end: int) -> Optional[int]:
    """The year that stands only behind the next month: "from 26 May to 3 June 2009", "May and June 2019"."""
    match = _next_with_year(context, day, end)
    if match is None:
        return None
    there = (month_number(match["month"]), ordinal(match["first"] or match["last"] or "1"))
    year = int(match["year"]) if match["year"] else context.year_of(match["holder"])
    return year - ((month, day or 1) > there)


def _year_of_noun(context: Context, start: int) -> Optional[int]:
    """The year beside the noun that a date hangs on: "the 2015 parade of nurses on June 28"."""
    token = context.token(start)
    while token is not None and token.head is not token and token.pos in ("NOUN", "PROPN", "NUM", "ADP"):
        token = token.head
        for child in token.children if token.pos in ("NOUN", "PROPN") else ():
            if child.i < token.i and child.end < start and _YEAR.fullmatch(child.text):
                return int(child.text)
    return None


def _next_with_year(context: Context, day: Optional[int], end: int) -> Optional[Match]:
    match = _NEXT_AND_YEAR.match(context.text, end)
    of_days = match is not None and bool(match["first"] or match["last"])
    return match if of_days == (day is not None) else None


_NEXT_AND_YEAR = re.compile(
    expand(
        "(?: ?- ?| (?:to|until|till|through|and|or) (?:on |in )?)(?:the )?"
        "(?:early |late |mid-)?(?:<first:day> )?<month>(?: <last:day>)?,? (?:of )?(?:<year>|<holder>)"
    )
)


def year_beside(match: Match, context: Context, month: int, day: Optional[int]) -> Optional[int]:
    """The year that a match states in its group "year" or "holder", else the nearest (see nearest_year).

    A day with "last" or "next" before it is the nearest behind or ahead.
    """
    groups, published = match.groupdict(), context.published
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("holder"):
        return context.year_of(groups["holder"])
    step = DIRECTIONS[groups["led"]] if groups.get("led") else 0
    if step and day:
        here = (published.month, published.day)
        return published.year + ((month, day) <= here if step > 0 else -((month, day) >= here))
    return nearest_year(context, month, day, *match.span())


def day_beside(match: Match, context: Context) -> Optional[date]:
    """The day that the groups "month", "day" and "year" of a match name; None if there is no such day."""
    if not is_month(match, context):
        return None
    month, number = month_number(match["month"]), ordinal(match["day"])
    year = year_beside(match, context, month, number)
    return day_of(year, month, number) if year else None


def is_month(match: Match, context: Context) -> bool:
    """Tell a month from the verb "may" and its kind: by its capital, and by what the model takes it for."""
    offset = match.start("month")
    token = context.token(offset)
    if token is None or not context.capital(offset):
        return context.capital(offset)
    # "Jan. 18" is a day, even if the model takes it for somebody.
    named = token.entity == "PERSON" and (not match.groupdict().get("day") or context.named_before(offset))
    return token.tag != "MD" and not named


def week_step(match: Match, context: Context, step: int) -> int:
    """How many weeks "last week" moves: none on a Sunday, when the week that ends is the last already.

    "This week" is on a Sunday the next, if it lies ahead.
    """
    if context.published.weekday() < 6 or step > 0:
        return step
    return 0 if step < 0 else int(direction(context, *match.span()) == FUTURE)


def month_beside(match: Match, context: Context) -> Optional[date]:
    """The first day of the month in the groups "month", or "move" ("of next month"); None if it is none."""
    groups = match.groupdict()
    if groups.get("move"):
        moved = shift(context.published, "month", DIRECTIONS[match["move"]])
        return moved and moved.replace(day=1)
    if not context.capital(match.start("month")):
        return None
    month = month_number(match["month"])
    year = year_beside(match, context, month, None)
    return day_of(year, month, 1) if year else None


def anchor_of(match: Match, context: Context) -> Optional[date]:
    """The day that a date is counted from, if no year stands with it or behind the next month."""
    groups = match.groupdict()
    if groups.get("year"):
        return None
    holder = groups.get("holder")
    if holder and context.period and holder.startswith(("that", "the")):
        return context.period.start
    day = groups.get("day") or groups.get("from")
    behind = _next_with_year(context, ordinal(day) if day else None, match.end())
    if behind is not None and behind["year"] and not holder:
        return None
    return context.published
