"""Times of day: clock times with or without a day beside them, noon and midnight, parts of the day."""

import re
from datetime import date, timedelta
from typing import Optional

from transforms.dates.months import anchor_of, day_beside
from transforms.dates.rule import Context, Match, Reading, expand, rule, weekday_number
from transforms.dates.tense import governor
from transforms.dates.weekdays import weekday_near
from transforms.dates.words import DAY_PARTS, NUMBERS

# Around four digits with a colon: the first stands before a time of day, the second behind a sport clock.
_TIME_BEFORE = re.compile(r"\b(?:at|by|from|until|till|to|around|about|before|after|since|between|and) $")
_PLAYED_AFTER = re.compile(r" ?(?:-|remaining|left|to go|to play|into|of the (?:first|second|third|fourth))")
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|high) $")
# A time without a day is of the last day named, if so many characters before at most.
REACH = 500
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


def _day_of(match: Match, context: Context) -> tuple[Optional[date], Optional[date]]:
    """The day of a time, and the day that this is counted from."""
    groups, published = match.groupdict(), context.published
    if groups.get("month"):
        return day_beside(match, context), anchor_of(match, context)
    if groups.get("weekday"):
        if not context.capital(match.start("weekday")):
            return None, None
        return weekday_near(context, weekday_number(match["weekday"]), *match.span()), published
    if groups.get("deictic"):
        return context.today + timedelta(_DEICTIC[match["deictic"]]), context.today
    if context.day is not None and match.start() - context.day_end < REACH:
        return context.day, context.day
    verb = governor(context, *match.span())
    day = (verb and context.deeds.get(verb.lemma)) or published
    return day, day


def _clock(match: Match, context: Context) -> Optional[Reading]:
    """A time, on the day beside it, else on the one last spoken of, else its verb's, else publication's.

    A verb's day: that of "they attacked at 9 pm" in a report that said "who attacked on Friday" long before.
    """
    before, after = context.before(match.start()), context.after(match.end())
    if re.fullmatch("[0-9:]+", match[0]) and (not _TIME_BEFORE.search(before) or _PLAYED_AFTER.match(after)):
        return None  # "won 3:30", "8:17 remaining"
    if match[0].isalpha() and _ARTICLE_BEFORE.search(before):
        return None  # "a midnight mass"
    time, (day, anchor) = _clock_value(match["clock"]), _day_of(match, context)
    if not time or not day:
        return None
    zone = "Z" if match["zone"] in ("gmt", "utc") else ""
    return Reading("TIME", day.isoformat() + time + zone, anchor)


_STEPS = {"last": -1, "the previous": -1, "the next": 1, "the following": 1}


def _part(match: Match, context: Context) -> Optional[Reading]:
    """A part of this day, of the day before or after it, or of the day last spoken of.

    "That night" and "the next morning" are not known where no day was named before them.
    """
    move = match["move"]
    anchor = context.today if move in ("this", "last") else context.told_day()
    if anchor is None:
        return Reading("TIME", None)
    day = anchor + timedelta(_STEPS.get(move, 0))
    return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[match['part']]}", anchor)


# "Change does not come overnight": no night is meant.
_DENIED = re.compile(r"(?:\b(?:not|never|rarely|seldom|hardly)\b|n't\b)[^.,;]{0,30}$")


def _loose_part(match: Match, context: Context) -> Optional[Reading]:
    """A part of the day beside it, else of one named shortly before, else of publication's."""
    if match["word"] == "overnight" and _DENIED.search(context.before(match.start(), 40)):
        return None
    near = context.day is not None and match.start() - context.day_end < REACH
    anchor = day = context.day if near and context.day else context.published
    if match["deictic"] or match["weekday"]:
        named, counted_from = _day_of(match, context)
        if named is None or counted_from is None:
            return None
        day, anchor = named, counted_from
    return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[match['word'].replace(' ', '-')]}", anchor)


_ABOUT = "(?:(?:about|around|just before|just after|shortly before|shortly after) )?"
_TIME = f"{_ABOUT}<clock>(?:,? <zone>)?"
_NAMED_DAY = "(?:<weekday>|(?P<deictic>today|yesterday|tomorrow))"
_MONTH_DAY = "(?:<:weekday>,? |<:short_weekday>,? )?<month> <day>(?:,? <year>)?"
_DAY_MONTH = "(?:<:weekday>,? |<:short_weekday>,? )?<day> <month>(?:,? <year>)?"
# The same time in another zone, or the end of a range: "10:35 a.m. (0735 GMT)", "from 9 am to 11 am".
_AGAIN = r"(?: \(<:clock>(?:,? <:zone>)?\)| (?:and|to|until|till) <:clock>(?:,? <:zone>)?)"
_ON = ",? (?:on |of )?"
_AT = "(?:,? (?:at |by |around |about |from )?(?:about |around )?)"

RULES = (
    rule("clock and day", "clock",
         f"{_TIME}{_ON}{_NAMED_DAY}",
         _clock, "it opened at [1530 GMT on Friday]", "2022-12-02T15:30Z"),
    rule("clock and month day", "clock",
         f"{_TIME}{_ON}{_MONTH_DAY}",
         _clock, "it opened at [16:15 UTC, June 1st]", "2022-06-01T16:15Z"),
    rule("clock and day month", "clock",
         f"{_TIME}{_ON}{_DAY_MONTH}",
         _clock, "it opened at [0630 hours on 3 December]", "2022-12-03T06:30"),
    rule("two clocks and day", "clock",
         f"{_TIME}(?={_AGAIN}{_ON}{_NAMED_DAY})",
         _clock, "it opened at [8:30 p.m.] (1530 GMT) on Friday", "2022-12-02T20:30"),
    rule("two clocks and month day", "clock",
         f"{_TIME}(?={_AGAIN}{_ON}{_MONTH_DAY})",
         _clock, "it opened at [8:30 p.m.] (1530 GMT) on June 1", "2022-06-01T20:30"),
    rule("two clocks and day month", "clock",
         f"{_TIME}(?={_AGAIN}{_ON}{_DAY_MONTH})",
         _clock, "it opened at [8:30 p.m.] (1530 GMT) on 3 December", "2022-12-03T20:30"),
    rule("clock", "clock",
         _TIME,
         _clock, "it opened at [3:30 p.m.]", "2022-12-04T15:30"),
    rule("day and clock", "clock",
         f"{_NAMED_DAY}{_AT}{_TIME}",
         _clock, "it opened on [Friday at 8 am]", "2022-12-02T08:00"),
    rule("month day and clock", "clock",
         f"{_MONTH_DAY}{_AT}{_TIME}",
         _clock, "it opened on [June 1 at 9 p.m.]", "2022-06-01T21:00"),
    rule("day month and clock", "clock",
         f"{_DAY_MONTH}{_AT}{_TIME}",
         _clock, "updated [3 December 2022 17:45 GMT]", "2022-12-03T17:45Z"),
    rule("part of a day", "part",
         "(?:(?:early|late|later|earlier) )?(?P<move>this|last|that|the same|the following|the next"
         "|the previous) <part>",
         _part, "it opened [this morning]", "2022-12-04TMO"),
    rule("overnight", "part",
         "(?P<word>overnight|mid[ -]afternoon|mid[ -]morning)"
         "(?:,? (?:on )?(?:(?P<deictic>today|yesterday|tomorrow)|<weekday>))?",
         _loose_part, "it closed [overnight]", "2022-12-04TNI"),
)  # fmt: skip
