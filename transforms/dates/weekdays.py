"""Weekdays, alone, with a part of the day, or with a week."""

import re
from datetime import date, timedelta
from typing import Optional

from transforms.dates.months import anchor_of, month_beside, week_step
from transforms.dates.rule import (
    NOTHING,
    Context,
    Match,
    Reading,
    nearest_weekday,
    ordinal,
    rule,
    weekday_number,
)
from transforms.dates.tense import FUTURE, PAST, PRESENT, direction, leads_to
from transforms.dates.words import DAY_PARTS, DIRECTIONS

# So many days back a weekday in the present is sooner the next: of 36 weekdays so far back in 250 web
# articles 12 lay ahead, all in the present, and the others were told in the past.
LONG_BACK = 5
# "Today (Thursday)".
_NAMES_TODAY = re.compile(r"\b(?:today|tonight) ?\($")
_ARTICLE_BEFORE = re.compile(r"\ban? $")
_FROM = re.compile(r"\bfrom $")
_ON_TO = re.compile(r"'s|[\w ,]{0,12}(?:-|\b(?:to|until|till|through|and)\b)")
# "The day before Friday", "a week from Friday".
_STEPS = {"before": -1, "after": 1, "from": 7}


def weekday_near(context: Context, weekday: int, start: int, end: int, nearby: bool = False) -> date:
    """The day that a bare weekday means: the last one, publication's own included; ahead if tense says so.

    With `nearby`, as in "this Friday", ahead unless tense speaks against it. In the present it is rather
    tomorrow than six days ago ("the House sits on Friday"), as is what is looked forward to. The end of a
    range comes after its beginning.
    """
    back = (context.published.weekday() - weekday) % 7
    tense = direction(context, start, end)
    ahead = tense == FUTURE or (nearby and tense != PAST)
    if back >= LONG_BACK and not ahead:
        ahead = tense == PRESENT or leads_to(context, start, end) or _begins_there(context, start, end)
    day = context.published + timedelta((7 - back) % 7 if ahead else -back)
    first = context.begins_range(start, "day")
    # Of two weekdays the second is at most a week after the first; after "14 September" it may be any.
    close = first is not None and abs((first - context.published).days) <= 7
    over = first is not None and (day < first or (day == first and context.last_precision == "day"))
    if first is not None and (over or (close and day > first + timedelta(7))):
        return first + timedelta((weekday - first.weekday() - 1) % 7 + 1)
    return day


def _begins_there(context: Context, start: int, end: int) -> bool:
    """Tell whether something is told to hold from a day on: "ordered a curfew from Friday", no range."""
    return bool(_FROM.search(context.before(start)) and not _ON_TO.match(context.after(end)))


def _weekday(match: Match, context: Context) -> Optional[Reading]:
    """A weekday by the words around it, else the nearest.

    "Last" and "next" count from publication, and are never its own day; "the following" from the day that
    was named last.
    """
    groups = match.groupdict()
    if not context.capital(match.start("weekday")):
        return None
    weekday, published = weekday_number(match["weekday"]), context.published
    if _any_such_day(match, context):
        return Reading("DATE", f"XXXX-WXX-{weekday + 1}")
    week, move = groups.get("week"), groups.get("move")
    anchor = published
    if week:
        monday = published - timedelta(published.weekday())
        day = monday + timedelta(7 * week_step(match, context, DIRECTIONS[week.split()[0]]) + weekday)
    elif move in ("the following", "the previous", "the next"):
        told = context.told_day()
        if context.day and told is None:
            return Reading("DATE", None)
        anchor = told or published
        forward = (weekday - anchor.weekday() - 1) % 7 + 1
        back = (anchor.weekday() - weekday - 1) % 7 + 1
        day = anchor - timedelta(back) if move == "the previous" else anchor + timedelta(forward)
    elif move in ("next", "this coming"):
        day = published + timedelta((weekday - published.weekday() - 1) % 7 + 1)
    elif move in ("last", "this past", "past"):
        day = published - timedelta((published.weekday() - weekday - 1) % 7 + 1)
    elif _NAMES_TODAY.search(context.before(match.start(), 10)):
        day = nearest_weekday(context.today, weekday)
    else:
        day = weekday_near(context, weekday, *match.span(), nearby=move == "this")
    if groups.get("later"):
        day = published + timedelta((weekday - published.weekday()) % 7 + 7)
    if groups.get("step"):
        anchor, day = day, day + timedelta(_STEPS[match["step"]])
    if groups.get("part"):
        return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[match['part']]}", anchor)
    return Reading("DATE", day.isoformat(), anchor)


def _any_such_day(match: Match, context: Context) -> bool:
    """Tell whether a weekday is one of many: "on a Friday", but not "at a Friday meeting"."""
    if match[0] != match["weekday"] or not _ARTICLE_BEFORE.search(context.before(match.start())):
        return False
    token = context.token(match.start())
    return token is not None and any(child.lower in ("a", "an") for child in token.children)


def _nth_weekday(match: Match, context: Context) -> Optional[Reading]:
    """The first Monday of a month, or its last; none if the month has no fifth."""
    first, nth = month_beside(match, context), ordinal(match["nth"] or "5th")
    if first is None:
        return None
    day = first + timedelta((weekday_number(match["weekday"]) - first.weekday()) % 7 + 7 * (nth - 1))
    if match["nth"] is None and day.month != first.month:
        day -= timedelta(7)
    return (
        Reading("DATE", day.isoformat(), anchor_of(match, context)) if day.month == first.month else NOTHING
    )


def _monthly(match: Match, context: Context) -> Optional[Reading]:
    return Reading("SET", "P1M")


RULES = (
    rule("weekday", "weekday",
         r"(?:(?P<move>last|next|this past|this coming|past|this|the following|the previous"
         r"|the next) )?(?:(?:early|late|later|earlier) (?:on )?)?<weekday>",
         _weekday, "it opened [Friday]", "2022-12-02"),
    rule("weekday part", "weekday",
         r"(?:(?P<move>last|next|this past|this coming|this) )?(?:(?:early|late) (?:on )?)?"
         r"<weekday> (?:in the )?<part>",
         _weekday, "it opened [late on Friday evening]", "2022-12-02TEV"),
    rule("weekday of a week", "weekday",
         "<weekday>,? (?:of )?(?P<week>last week|next week|this week)",
         _weekday, "it opened on [Friday last week]", "2022-12-02"),
    rule("weekday week", "weekday",
         "<weekday> (?P<later>week)(?= ?[.,;:]| (?:at|for|in|when|and|to)\\b)",
         _weekday, "it opens on [Tuesday week].", "2022-12-13"),
    rule("weekday last", "weekday",
         "<weekday> (?P<move>last)(?= ?[.,;])",
         _weekday, "on [Thursday last], it opened", "2022-12-01"),
    rule("week from a weekday", "weekday",
         "a week (?P<step>from) (?:(?P<move>last|next) )?<weekday>",
         _weekday, "it opens [a week from Friday]", "2022-12-16"),
    rule("nth weekday of a month", "weekday",
         "the (?:<nth>|last) <weekday> (?:of|in) (?:(?P<move>this|last|next) month|<month>(?:,? <year>)?)",
         _nth_weekday, "it opened on [the first Monday of November]", "2022-11-07"),
    rule("nth weekday of every month", "weekday",
         "the <nth> <weekday> (?:of|in) (?:every|each|the) month",
         _monthly, "it opens on [the first Monday of every month]", "P1M"),
    rule("day beside a weekday", "weekday",
         "the day (?P<step>before|after) (?:(?P<move>last|next) )?<weekday>",
         _weekday, "it opened [the day before last Friday]", "2022-12-01"),
)  # fmt: skip
