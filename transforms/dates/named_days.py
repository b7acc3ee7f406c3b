"""Days that have a name: holidays of the calendar, and happenings that are called by their date."""

import re
from datetime import date, timedelta
from typing import NamedTuple, Optional

from transforms.dates.rule import Context, Match, Reader, Reading, rule
from transforms.dates.tense import direction, distance
from transforms.dates.values import day_of, value_of


class Holiday(NamedTuple):
    """A day of each year.

    A fixed one; or `day` days after the nth weekday of a month (-1: the last); or so far from Easter Sunday.
    """

    name: str
    month: int = 0
    day: int = 0
    weekday: int = -1
    nth: int = 0
    easter: Optional[int] = None


# Days that the law or the church fixes alike wherever the name is used; "Independence Day" and "Labour
# Day" differ by country and are left out, but for the American spelling of the latter.
HOLIDAYS = (
    Holiday("new year's day", 1, 1),
    Holiday("new year's eve", 12, 31),
    Holiday("new year's", 1, 1),
    Holiday("martin luther king day", 1, weekday=0, nth=3),
    Holiday("valentine's day", 2, 14),
    Holiday("international women's day", 3, 8),
    Holiday("st. patrick's day", 3, 17),
    Holiday("april fools' day", 4, 1),
    Holiday("may day", 5, 1),
    Holiday("memorial day", 5, weekday=0, nth=-1),
    Holiday("fourth of july", 7, 4),
    Holiday("bastille day", 7, 14),
    Holiday("labor day", 9, weekday=0, nth=1),
    Holiday("columbus day", 10, weekday=0, nth=2),
    Holiday("halloween", 10, 31),
    Holiday("veterans day", 11, 11),
    Holiday("armistice day", 11, 11),
    Holiday("remembrance day", 11, 11),
    Holiday("thanksgiving day", 11, weekday=3, nth=4),
    Holiday("thanksgiving", 11, weekday=3, nth=4),
    Holiday("black friday", 11, 1, weekday=3, nth=4),
    Holiday("christmas eve", 12, 24),
    Holiday("christmas day", 12, 25),
    Holiday("christmas", 12, 25),
    Holiday("boxing day", 12, 26),
    Holiday("ash wednesday", easter=-46),
    Holiday("palm sunday", easter=-7),
    Holiday("good friday", easter=-2),
    Holiday("easter sunday", easter=0),
    Holiday("easter monday", easter=1),
    Holiday("easter", easter=0),
)
_BY_NAME = {holiday.name: holiday for holiday in HOLIDAYS}


class NamedEvent(NamedTuple):
    """A happening that is called by its date: the words, the day, and where that is on record."""

    name: str
    pattern: str
    day: str
    source: str
    example: str


_SEPTEMBER_11 = r"(?:(?:september|sept\.?) (?:11(?:th)?|eleventh)|11(?:th)? (?:of )?september)(?:,? 2001)?"
_JANUARY_6 = r"(?:january|jan\.?) 6(?:th)?(?:,? 2021)?"
_OCTOBER_7 = r"(?:(?:october|oct\.?) 7(?:th)?|7(?:th)? october)(?:,? 2023)?"
NAMED_EVENTS = (
    NamedEvent("9/11", r"9[/-]11(?!/)", "2001-09-11",
               "The 9/11 Commission Report (2004)", "following the [9/11] attacks"),
    NamedEvent("11 September", rf"{_SEPTEMBER_11}(?=,? (?:terror\w*|suicide|attacks?|hijack\w*))",
               "2001-09-11", "The 9/11 Commission Report (2004)", "since the [Sept. 11] attacks"),
    NamedEvent("6 January", rf"{_JANUARY_6}(?=,? (?:attacks?|riots?|rioters?|insurrection|siege|committee"
               r"|panel|hearings?|investigat\w+|inquiry|defendants?))", "2021-01-06",
               "US House of Representatives, H. Rept. 117-663 (2022)", "the [Jan. 6] riot"),
    NamedEvent("7 October", rf"{_OCTOBER_7}(?= (?:hamas(?:-led)? )?(?:attacks?|massacres?|assault))",
               "2023-10-07", "UN Human Rights Council A/HRC/56/26 (2024)", "since the [October 7] attacks"),
    NamedEvent("26/11", r"26/11(?!/)", "2008-11-26",
               "UN Security Council press statement SC/9513 (2008)", "since [26/11]"),
    NamedEvent("7/7", r"7/7(?= (?:attacks?|bomb\w*))", "2005-07-07",
               "UK House of Commons HC 1087 (2006)", "the [7/7] bombings"),
)  # fmt: skip


def easter_sunday(year: int) -> date:
    """The day of Easter in the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday_in(holiday: Holiday, year: int) -> Optional[date]:
    """The day of a holiday in a year; None beyond the calendar."""
    if not 1 <= year <= 9999:
        return None
    if holiday.easter is not None:
        return easter_sunday(year) + timedelta(holiday.easter)
    if holiday.weekday < 0:
        return day_of(year, holiday.month, holiday.day)
    if holiday.nth < 0:
        last = date(year, holiday.month, 31)
        return last - timedelta((last.weekday() - holiday.weekday) % 7)
    first = date(year, holiday.month, 1)
    return first + timedelta((holiday.weekday - first.weekday()) % 7 + 7 * (holiday.nth - 1) + holiday.day)


_BESIDE = re.compile("(?:'s)? {1,3}")


def _holiday(match: Match, context: Context) -> Optional[Reading]:
    """A holiday of the year beside it, before or after, else the nearest as tense allows."""
    groups, published = match.groupdict(), context.published
    holiday, move = _BY_NAME[match["name"]], groups.get("move")
    name = match.start("name")
    if not context.capital(name) or (name == match.start() and context.named_before(name)):
        return None  # "Holocaust Remembrance Day"
    year = groups.get("year") or groups.get("before")
    beside = context.last_precision in ("month", "year") and _BESIDE.fullmatch(
        context.text, context.last_span[1], match.start()
    )
    if beside and context.last and not year:
        year = str(context.last.year)  # "the April 2019 Easter Sunday attacks"
    if year:
        years = [int(year)]
    elif groups.get("holder"):
        years = [context.year_of(groups["holder"])]
    else:
        years = [published.year - 1, published.year, published.year + 1]
    days = [day for year in years if (day := holiday_in(holiday, year))]
    if move == "last":
        days = [day for day in days if day <= published]
    elif move == "next":
        days = [day for day in days if day >= published]
    if not days:
        return None
    tense = direction(context, *match.span())
    day = min(days, key=lambda day: distance((day - published).days, tense))
    if match["week"]:
        return Reading("DATE", value_of(day, match["week"]), None if year else published)
    return Reading("DATE", day.isoformat(), None if year else published)


def _event(day: str) -> Reader:
    """Read a match as that day, if a report of its date can know of it."""

    def read(match: Match, context: Context) -> Optional[Reading]:
        return Reading("DATE", day) if context.published >= date.fromisoformat(day) else None

    return read


_NAMES = "|".join(sorted((holiday.name.replace(".", r"\.") for holiday in HOLIDAYS), key=len, reverse=True))

_NOT_DAY = "(?! (?:trees?|islands?|carols?|cards?|gifts?|presents?|eggs?|lights?|songs?|cake))"

RULES = (
    rule("holiday", "holiday",
         rf"(?:(?P<move>last|this|next) )?(?P<name>{_NAMES})(?: (?P<week>week|weekend)\b)?"
         rf"(?:,? (?:(?:of|in) )?<year>| (?:of )?<holder>)?{_NOT_DAY}",
         _holiday, "it opens on [Christmas Day]", "2022-12-25"),
    rule("holiday of a year", "holiday",
         rf"<before:year> (?P<name>{_NAMES})(?: (?P<week>week|weekend)\b)?",
         _holiday, "in the [2004 Boxing Day] tsunami", "2004-12-26"),
    *(rule(f"named event {event.name}", "digit", event.pattern, _event(event.day), event.example, event.day)
      for event in NAMED_EVENTS),
)  # fmt: skip
