"""Times of day: clock times with or without a day beside them, noon and midnight, parts of the day."""

import re
from datetime import date, timedelta
from typing import Optional

from transforms.dates.calendar import nearest_year
from transforms.dates.rule import Context, Match, Reading, expand, month_number, rule, weekday_number
from transforms.dates.values import day_of
from transforms.dates.weekdays import weekday_near
from transforms.dates.words import DAY_PARTS, NUMBERS

_SCORES = re.compile(
    r"\b(?:record|score|won|wins?|beat|lost|time of|psalm|genesis|ratio|lead|odds|matthew|luke|mark|verse"
    r"|sura|in a)\W+(?:\w+\W+)?$"
)
_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}
_PART_HALF = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}
_CLOCK = re.compile(
    expand(
        r"(?P<hour>[0-9]{1,2}|[a-z]+)(?:[:.](?P<minute>[0-9]{2})(?::[0-9]{2})?)?(?: ?"
        r"(?P<half>[ap])\.?m\b\.?)?"
        r"(?: o'clock)?(?: (?:in the|at) (?P<part>morning|afternoon|evening|night))?"
        r"|(?P<military>[0-9]{4})(?: hours)?"
    )
)


def _clock_value(words: str) -> Optional[str]:
    """The time that "3:30 p.m.", "1530", "three o'clock" or "noon" mean, as "T15:30"."""
    if words.endswith(("noon", "midday")):
        return "T12:00"
    if words.endswith("midnight"):
        return "T24:00"
    match = _CLOCK.fullmatch(words)
    if not match:
        return None
    if match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][2:])
    else:
        hour = int(match["hour"]) if match["hour"].isdigit() else NUMBERS.get(match["hour"], 99)
        minute = int(match["minute"] or 0)
    half = match["half"] or _PART_HALF.get(match["part"])
    if half and hour > 12:
        half = None
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _day_beside(match: Match, context: Context) -> Optional[date]:
    groups = match.groupdict()
    if groups.get("month"):
        if not context.capital(match.start("month")):
            return None
        month, number = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
        year = int(match["year"]) if match["year"] else nearest_year(context, month, number, *match.span())
        return day_of(year, month, number) if year else None
    if groups.get("weekday"):
        if not context.capital(match.start("weekday")):
            return None
        return weekday_near(context, weekday_number(match["weekday"]), *match.span())
    if groups.get("deictic"):
        return context.published + timedelta(_DEICTIC[match["deictic"]])
    return context.day or context.published


def _clock(match: Match, context: Context) -> Optional[Reading]:
    """A time, on the day beside it, else on the day last spoken of."""
    bare = re.fullmatch(r"[0-9:.]+", match["clock"]) and not match["zone"]
    if bare and (
        _SCORES.search(context.before(match.start()))
        or re.match(r" ?(?:-|to )[0-9]", context.after(match.end(), 5))
    ):
        return None
    time, day = _clock_value(match["clock"]), _day_beside(match, context)
    if not time or not day:
        return None
    zone = "Z" if match["zone"] in ("gmt", "utc") else ""
    return Reading("TIME", day.isoformat() + time + zone, day)


_STEPS = {"last": -1, "the previous": -1, "the next": 1, "the following": 1}


def _part(match: Match, context: Context) -> Optional[Reading]:
    """A part of this day, of the day before or after it, or of the day last spoken of."""
    move = match["move"]
    anchor = context.published if move in ("this", "last") else context.day or context.published
    day = anchor + timedelta(_STEPS.get(move, 0))
    return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[match['part']]}", anchor)


def _loose_part(match: Match, context: Context) -> Optional[Reading]:
    day = context.day or context.published
    return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[match['word']]}", day)


_ABOUT = "(?:(?:about|around|just before|just after|shortly before|shortly after) )?"
_ZONE = r"(?: \(?<zone>\)?)?"
_DAY = "(?:<weekday>(?:,? <month> <day>(?:,? <year>)?)?|(?P<deictic>today|yesterday|tomorrow)"
_DAY_AFTER = f"{_DAY})"
_LINK = r"(?:,? (?:at |by |around |about |from )?(?:about |around )?)"

RULES = (
    rule("clock", "clock",
         f"{_ABOUT}<clock>{_ZONE}",
         _clock, "it opened at [3:30 p.m.]", "2022-12-04T15:30"),
    rule("clock and day", "clock",
         f"{_ABOUT}<clock>{_ZONE},? (?:on |of )?{_DAY_AFTER}",
         _clock, "it opened at [1530 GMT on Friday]", "2022-12-02T15:30Z"),
    rule("clock and date", "clock",
         f"{_ABOUT}<clock>{_ZONE},? (?:on |of )?<month> <day>(?:,? <year>)?",
         _clock, "it opened at [16:15 UTC, June 1st]", "2022-06-01T16:15Z"),
    rule("day and clock", "clock",
         f"{_DAY_AFTER}{_LINK}<clock>{_ZONE}",
         _clock, "it opened on [Friday at 8 am]", "2022-12-02T08:00"),
    rule("date and clock", "clock",
         f"<month> <day>(?:,? <year>)?{_LINK}<clock>{_ZONE}",
         _clock, "it opened on [June 1 at 9 p.m.]", "2022-06-01T21:00"),
    rule("part of a day", "part",
         "(?:(?:early|late|later|earlier) )?(?P<move>this|last|that|the same|the following|the next"
         "|the previous) <part>",
         _part, "it opened [this morning]", "2022-12-04TMO"),
    rule("overnight", "part",
         "(?P<word>overnight|mid-afternoon|mid-morning)",
         _loose_part, "it closed [overnight]", "2022-12-04TNI"),
)  # fmt: skip
