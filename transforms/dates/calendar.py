"""Calendar dates: days and months by name or number, in either order."""

import re
from datetime import date
from typing import Optional

from transforms.dates.months import anchor_of, is_month, nearest_year, year_beside
from transforms.dates.rule import NOTHING, Context, Match, Reading, expand, month_number, ordinal, rule
from transforms.dates.values import day_of, shift
from transforms.dates.words import DAY_PARTS, DIRECTIONS, WEEKDAYS
from transforms.dates.years import full_year

# Months that are words or names too: alone they need a sign that a month is meant.
_AMBIGUOUS = frozenset(["may", "march", "mar", "april", "june", "jun", "august", "jan", "dec", "sep", "jul"])
_MONTH_SIGNS = (
    "in", "since", "by", "until", "till", "from", "during", "for", "to", "of", "through", "between",
    "and", "or", "before", "after", "around", "about", "on", "every", "each", "as of", "like", "than",
)  # fmt: skip
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(_MONTH_SIGNS)}) $")
# Behind these "March" is a month, whatever stands behind it or whoever is called so.
IN_MONTH = re.compile(r"\b(?:in|since|during|until) $")
# Goes on behind a month that is none: "Mar-a-Lago"; not "Mar-to-May".
_GOES_ON = re.compile(r"-(?!to-)[a-z]{1,3}-")
_NAMES = frozenset(["PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "LAW", "FAC", "NORP", "EVENT"])


def _day_reading(match: Match, day: Optional[date], anchor: Optional[date] = None) -> Reading:
    """A day, or a part of it; an impossible one is nothing, and no month or year either."""
    if day is None:
        return NOTHING
    part = match.groupdict().get("part")
    if part:
        return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[part]}", anchor)
    return Reading("DATE", day.isoformat(), anchor)


def _iso(match: Match, context: Context) -> Optional[Reading]:
    return _day_reading(match, day_of(int(match["y"]), int(match["m"]), int(match["d"])))


def _numeric(match: Match, context: Context) -> Optional[Reading]:
    """4/12/2022 by the report's own usage; where it shows none, the reading nearer to publication."""
    a, b, year = int(match["a"]), int(match["b"]), full_year(match["y"], context.published)
    month_first, day_first = day_of(year, a, b), day_of(year, b, a)
    day: Optional[date]
    if month_first and day_first and month_first != day_first:
        if context.day_first is None:
            context.day_first = writes_day_first(context.text) or "unknown"
        if context.day_first == "unknown":
            day = min(month_first, day_first, key=lambda day: abs((day - context.published).days))
        else:
            day = day_first if context.day_first == "yes" else month_first
    else:
        day = month_first or day_first
    return _day_reading(match, day)


def writes_day_first(text: str) -> Optional[str]:
    """Tell how a report writes dates: "yes" day first, "no" month first, None if it does not show.

    Its dates in figures decide that can be read in one way only, else its spelled ones ("4 December" or
    "December 4"), by majority. `text` is folded.
    """
    for forms in (_FIGURES, _SPELLED_DAYS):
        votes = [1 if match["day_first"] else -1 for match in forms.finditer(text)]
        if sum(votes):
            return "yes" if sum(votes) > 0 else "no"
    return None


_FIGURES = re.compile(
    r"(?<![0-9/.-])(?:(?P<day_first>(?:1[3-9]|2[0-9]|3[01])[/.-](?:1[0-2]|0?[1-9]))"
    r"|(?:1[0-2]|0?[1-9])[/.-](?:1[3-9]|2[0-9]|3[01]))[/.-](?:[0-9]{4}|[0-9]{2})(?![0-9])"
)
_SPELLED_DAYS = re.compile(expand("(?P<day_first><:day> <:month>)|<:month> <:day>"))


def _month_day(match: Match, context: Context) -> Optional[Reading]:
    """A day of a month, the year given or found; a weekday beside it helps to find it."""
    if not is_month(match, context):
        return None
    month, number, published = month_number(match["month"]), ordinal(match["day"]), context.published
    weekday = match.groupdict().get("weekday") or match.groupdict().get("short_weekday")
    year = year_beside(match, context, month, number)
    if weekday and anchor_of(match, context):
        # Of the years around publication, the nearest in which the day is that weekday.
        wanted = WEEKDAYS[weekday.rstrip(".")]
        years = (published.year, published.year - 1, published.year + 1)
        fitting = (y for y in years if (day := day_of(y, month, number)) and day.weekday() == wanted)
        year = next(fitting, year)
    return _day_reading(match, day_of(year, month, number) if year else None, anchor_of(match, context))


def _month_year(match: Match, context: Context) -> Optional[Reading]:
    if not context.capital(match.start("month")):
        return None
    month, move = month_number(match["month"]), match.groupdict().get("move")
    year = year_beside(match, context, month, None)
    if move:  # "the following year": of the period last spoken of
        year = (context.period.start if context.period else context.published).year + DIRECTIONS[move]
    return Reading("DATE", f"{year:04d}-{month:02d}", anchor_of(match, context))


def _month(match: Match, context: Context) -> Optional[Reading]:
    """A month alone: "last August" is the latest that is over, "August" the nearest as tense allows."""
    if not is_month(match, context) or _GOES_ON.match(context.text, match.end("month")):
        return None
    word, month, published = match["month"].rstrip("."), month_number(match["month"]), context.published
    move = match["move"]
    if word in _AMBIGUOUS and not move and not match["early"]:
        offset = match.start("month")
        label = context.entity(offset)
        signed = _MONTH_BEFORE.search(context.before(offset, 16))
        if word in context.called() and not IN_MONTH.search(context.before(offset, 8)):
            return None  # "the deadline May has set", in a report of Theresa May
        if label in _NAMES or not (signed or (label == "DATE" and not context.named_before(offset))):
            return None
        if context.after(match.end(), 2) == "'s" and label != "DATE":
            return None  # "on April's advice"
        token = context.token(offset)
        if token and any(child.dep == "det" for child in token.children):
            return None  # "the annual March for peace"
        if token and token.dep == "compound" and token.head.i == token.i + 1 and token.head.entity in _NAMES:
            return None  # "August Wilson"
    if not move:
        year = nearest_year(context, month, None, *match.span())
    elif DIRECTIONS[move] < 0:
        # The month that is just over is "last month": nobody calls November "last November" in December.
        year = published.year - (month >= published.month - 1)
    elif DIRECTIONS[move] > 0:
        year = published.year + (month <= published.month)
    else:
        year = published.year
    return Reading("DATE", f"{year:04d}-{month:02d}", published if move else anchor_of(match, context))


def _nth_of_month(match: Match, context: Context) -> Optional[Reading]:
    """The "15th" of this, last or next month, or of the month last spoken of."""
    anchor = context.day or context.published
    base: Optional[date] = anchor
    if match["move"]:
        anchor, base = context.published, shift(context.published, "month", DIRECTIONS[match["move"]])
    day = day_of(base.year, base.month, ordinal(match["nth"])) if base else None
    return _day_reading(match, day, anchor) if base else None


def _on_this_day(match: Match, context: Context) -> Optional[Reading]:
    """Publication's day of the year in another year."""
    here = context.published
    return _day_reading(match, day_of(int(match["year"]), here.month, here.day), here)


_WEEKDAY = "(?:(?P<led>this past|this coming|last|this|next) )?(?:(?:<weekday>|<short_weekday>),? (?:the )?)?"
_MOVE = "(?P<move>this past|this coming|last|past|this|next|coming)"

# Rules of days by month and number.
MONTH_DAYS = frozenset(["month day", "day month", "month ordinal", "ordinal of month"])

RULES = (
    rule("iso date", "digit",
         r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?:t[0-9]{2}:[0-9]{2}(?::[0-9]{2})?z?)?",
         _iso, "signed [2022-11-30]", "2022-11-30"),
    rule("numeric date", "digit",
         r"(?P<a>[0-3]?[0-9])(?P<mark>[/.-])(?P<b>[0-3]?[0-9])(?P=mark)(?P<y>(?:1[89]|20)[0-9]{2}|[0-9]{2})",
         _numeric, "born on [23/11/1988]", "1988-11-23"),
    rule("month day", "month",
         rf"{_WEEKDAY}<month> (?:the )?<day>(?:,? (?:of )?<year>|,? (?:of )?<holder>)?(?: <part>\b)?",
         _month_day, "on [Dec. 2, 2022]", "2022-12-02"),
    rule("month ordinal", "month",
         rf"{_WEEKDAY}<month> (?:the )?<day:nth>(?:,? <year>)?",
         _month_day, "on [December the second]", "2022-12-02"),
    rule("day month", "month",
         rf"{_WEEKDAY}(?:the (?=[0-9]{{1,2}}[a-z]))?<day>(?: of)? <month>(?:,? (?:of )?<year>"
         rf"|,? (?:of )?<holder>)?(?: <part>\b)?",
         _month_day, "on [Friday, 2 December 2022]", "2022-12-02"),
    rule("ordinal of month", "month",
         rf"{_WEEKDAY}(?:the )?<day:nth>(?: day)? of <month>(?:,? <year>)?",
         _month_day, "on [the second of December]", "2022-12-02"),
    rule("month year", "month",
         r"<early>?<month>(?:,? (?:of )?| )<year>",
         _month_year, "in [March 2021]", "2021-03"),
    rule("day of a month", "month",
         "<month> (?:day|night|morning|afternoon|evening|weekend) in <year>",
         _month_year, "on a cold [January day in 2011]", "2011-01"),
    rule("month of a year", "month",
         r"<early>?<month>,? (?:of )?<holder>",
         _month_year, "in [August last year]", "2021-08"),
    rule("month of that year", "month",
         "<month>,? (?:of )?the (?P<move>previous|following) year",
         _month_year, "in [March of the following year]", "2023-03"),
    rule("month", "month",
         rf"<early>?(?:{_MOVE} )?<month>(?![ -][0-9])",
         _month, "since [August]", "2022-08"),
    rule("on this day", "digit",
         "(?<=on[ ])this (?:very )?day,? in <year>",
         _on_this_day, "on [this day in 1971] it opened", "1971-12-04"),
    rule("nth of the month", "digit",
         "(?<=on[ ])the <nth>(?: of (?P<move>this|last|next) month)?(?=[,.;]| of (?:this|last|next) month)",
         _nth_of_month, "it opened on [the 3rd of last month].", "2022-11-03"),
)  # fmt: skip
