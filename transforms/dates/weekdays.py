"""Weekdays, alone, with a part of the day, or with a week."""

import re
from datetime import date, timedelta
from typing import Optional

from transforms.dates.rule import Context, Match, Reading, rule, weekday_number
from transforms.dates.tense import FUTURE, direction
from transforms.dates.words import DAY_PARTS, DIRECTIONS

# "The Sunday Times", "Sunday Mirror": a paper, not a day.
_PAPERS = re.compile(
    r"\s+(?:times|telegraph|mirror|herald|express|post|magazine|mail|world|star|tribune|business|independent"
    r"|night live|"
    r"football|school|best|sun|the (?:13th|thirteenth))\b"
)
_NAMED_BEFORE = re.compile(
    r"\b(?:black|bloody|good|ash|cyber|super|casual|man|maundy|palm|fat|giving"
    r"|the)\s+$"
)
_NAMES = frozenset(["PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "EVENT"])


def weekday_near(context: Context, weekday: int, start: int, end: int) -> date:
    """The day that a bare weekday means: the last one, publication's own included; ahead if tense says so."""
    back = (context.published.weekday() - weekday) % 7
    if direction(context, start, end) == FUTURE:
        return context.published + timedelta((7 - back) % 7)
    return context.published - timedelta(back)


def _weekday(match: Match, context: Context) -> Optional[Reading]:
    groups = match.groupdict()
    offset = match.start("weekday")
    if not context.capital(offset) or _PAPERS.match(context.text, match.end("weekday")):
        return None
    before = context.before(offset, 12)
    if re.search(r"\b(?:black|bloody|good|ash|cyber|super|maundy|palm|fat|giving)\s+$", before):
        return None
    weekday, published = weekday_number(match["weekday"]), context.published
    week, move = groups.get("week"), groups.get("move")
    anchor = published
    if week:
        monday = published - timedelta(published.weekday())
        day = monday + timedelta(7 * DIRECTIONS[week.split()[0]] + weekday)
    elif move in ("the following", "the previous", "the next"):
        anchor = context.day or published
        forward = (weekday - anchor.weekday() - 1) % 7 + 1
        back = (anchor.weekday() - weekday - 1) % 7 + 1
        day = anchor - timedelta(back) if move == "the previous" else anchor + timedelta(forward)
    elif move in ("next", "this coming"):
        day = published + timedelta((weekday - published.weekday() - 1) % 7 + 1)
    elif move in ("last", "this past", "past"):
        day = published - timedelta((published.weekday() - weekday - 1) % 7 + 1)
    else:
        day = weekday_near(context, weekday, *match.span())
    if groups.get("step"):
        anchor, day = day, day + timedelta(-1 if match["step"] == "before" else 1)
    if groups.get("part"):
        return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[match['part']]}", anchor)
    return Reading("DATE", day.isoformat(), anchor)


RULES = (
    rule("weekday", "weekday",
         r"(?:(?P<move>last|next|this past|this coming|past|this|the following|the previous"
         r"|the next) )?(?:(?:early|late|later|earlier) (?:on )?)?<weekday>",
         _weekday, "it opened [Friday]", "2022-12-02"),
    rule("weekday part", "weekday",
         r"(?:(?P<move>last|next|this past|this coming|this) )?(?:(?:early"
         r"|late) (?:on )?)?<weekday> (?:in the )?<part>",
         _weekday, "it opened [late on Friday evening]", "2022-12-02TEV"),
    rule("weekday of a week", "weekday",
         "<weekday>,? (?:of )?(?P<week>last week|next week|this week)",
         _weekday, "it opened on [Friday last week]", "2022-11-25"),
    rule("day beside a weekday", "weekday",
         "the day (?P<step>before|after) (?:(?P<move>last|next) )?<weekday>",
         _weekday, "it opened [the day before last Friday]", "2022-12-01"),
)  # fmt: skip
