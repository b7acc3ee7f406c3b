"""Calendar dates: days, months and years by name or number, in either order, and ranges of them."""

import re
from datetime import date
from typing import Optional

from transforms.dates.rule import NOTHING, Context, Match, Reading, month_number, ordinal, rule
from transforms.dates.tense import FUTURE, PAST, direction
from transforms.dates.values import day_of, shift
from transforms.dates.words import DAY_PARTS, DIRECTIONS, NUMBERS, WEEKDAYS

# A date in the direction that the tense speaks against must be this much nearer than the other to be
# meant. Chosen on TimeBank and AQUAINT; 2 to 4 do as well.
AGAINST_TENSE = 2.5
UNLIKELY_AHEAD = 1.3

# Months that are words or names of people too: alone they need a sign that a month is meant.
_AMBIGUOUS = frozenset(["may", "march", "mar", "april", "june", "jun", "august", "jan", "dec", "sep", "jul"])
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|from|during|for|to|of|through|between|and|or|before|after|around|about|on|"
    r"every|each|as of|back in|like|than)\s+(?:about\s+)?$"
)
_PEOPLE = frozenset(["PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "LAW", "FAC", "NORP", "EVENT"])
_AMOUNTS = frozenset(["CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"])
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|from|of|until|till|by|to|before|after|about|around|circa|during|between|and|through|year|"
    r"for|as of|than|late|early|mid|end|fiscal|or|summer|spring|fall|autumn|winter)[\s-]+(?:the\s+year\s+"
    r"|about\s+|"
    r"around\s+|at least\s+|late\s+|early\s+|mid-?)?$|[(,;:]\s*$"
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:\bno\.?|\bnumber|\bflight|\broom|\broute|\bhighway|\bresolution|\bwindows|\boffice|\bboeing"
    r"|\bairbus|"
    r"\bmodel|\bline|\bpage|\bsection|\barticle|\btitle|\bof the \w{1,12}|\bsome|\babout|\bnearly|\bover"
    r"|\bthan|"
    r"\balmost|\bapproximately|\broughly|\bsome|\bleast|\bup to|#)\s*$"
)
_NOT_A_YEAR_AFTER = re.compile(
    r"(?:\s+|-)(?:b\.?c\b|people|points?|jobs|shares|miles?|dollars|pounds|euros|rupees|troops|men|women"
    r"|children|"
    r"tons|tonnes|km|kilometers|kilometres|meters|metres|feet|foot|employees|workers|soldiers|votes|cars"
    r"|units|"
    r"times|hours|degrees|percent|per cent|megawatts|mw|hp|cc|square|barrels|years)\b"
)


def nearest_year(context: Context, month: int, day: Optional[int], start: int, end: int) -> Optional[int]:
    """The year of a month, or of a day of it, that is named without one: the nearest, as tense allows.

    A month is nearest if it is the month of publication. None if no near year has such a day.
    """
    tense = direction(context, start, end)
    published = context.published
    best: Optional[tuple[float, int]] = None
    for year in (published.year - 1, published.year, published.year + 1):
        candidate = day_of(year, month, day or 15)
        if candidate is None:
            continue
        ahead = (candidate - published).days
        if day is None and (year, month) == (published.year, published.month):
            ahead = 0
        against = (ahead > 0 and tense == PAST) or (ahead < 0 and tense == FUTURE)
        unlikely = ahead > 0 and tense != FUTURE
        cost = abs(ahead) * (AGAINST_TENSE if against else UNLIKELY_AHEAD if unlikely else 1)
        if best is None or cost < best[0]:
            best = (cost, year)
    return best and best[1]


def full_year(digits: str, published: date) -> int:
    """The year that two or four digits mean: of two, the one from 79 years before publication to 20 after."""
    year = int(digits)
    if len(digits) > 2:
        return year
    century = published.year - published.year % 100
    years = (century - 100 + year, century + year, century + 100 + year)
    return min(years, key=lambda y: abs(y - published.year + 30))


def _is_month(match: Match, context: Context, group: str = "month") -> bool:
    """Tell a month from the verb "may" and its kind: by its capital, and the model's entities."""
    offset = match.start(group)
    if not context.capital(offset):
        return False
    token = context.token(offset)
    return token is None or (token.tag != "MD" and token.entity not in ("PERSON",))


def _day_reading(match: Match, day: Optional[date], anchor: Optional[date] = None) -> Reading:
    """A day, or a part of it; an impossible one is nothing, and no month or year either."""
    if day is None:
        return NOTHING
    part = match.groupdict().get("part")
    if part:
        return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[part]}", anchor)
    return Reading("DATE", day.isoformat(), anchor)


def _anchor(match: Match, context: Context) -> Optional[date]:
    """The day that a date without a year of its own is counted from."""
    return None if match.groupdict().get("year") else context.published


def _iso(match: Match, context: Context) -> Optional[Reading]:
    return _day_reading(match, day_of(int(match["y"]), int(match["m"]), int(match["d"])))


def _numeric(match: Match, context: Context) -> Optional[Reading]:
    """4/12/2022 by the report's own usage; where it shows none, the reading nearer to publication."""
    a, b, year = int(match["a"]), int(match["b"]), full_year(match["y"], context.published)
    month_first, day_first = day_of(year, a, b), day_of(year, b, a)
    day: Optional[date]
    if month_first and day_first:
        if context.day_first is not None:
            day = day_first if context.day_first else month_first
        else:
            day = min(month_first, day_first, key=lambda day: abs((day - context.published).days))
    else:
        day = month_first or day_first
        if day:
            context.day_first = day == day_first
    return _day_reading(match, day)


def _month_day(match: Match, context: Context) -> Optional[Reading]:
    """A day of a month, the year given or found; a weekday beside it helps to find it."""
    if not _is_month(match, context):
        return None
    month, number = month_number(match["month"]), ordinal(match["day"])
    groups = match.groupdict()
    weekday = groups.get("weekday") or groups.get("short_weekday")
    if groups.get("year"):
        year: Optional[int] = int(match["year"])
    elif groups.get("holder"):
        year = context.published.year + DIRECTIONS[match["holder"].split()[0]]
    elif weekday:
        # Of the years around publication, the nearest in which the day is that weekday.
        wanted = WEEKDAYS[weekday.rstrip(".")]
        years = [context.published.year + k for k in (0, -1, 1)]
        fitting = [y for y in years if (d := day_of(y, month, number)) and d.weekday() == wanted]
        year = fitting[0] if fitting else nearest_year(context, month, number, *match.span())
    else:
        year = nearest_year(context, month, number, *match.span())
    if context.day_first is None and not groups.get("year"):
        context.day_first = match.start("day") < match.start("month")
    day = day_of(year, month, number) if year else None
    return _day_reading(match, day, _anchor(match, context))


def _day_range(match: Match, context: Context) -> Optional[Reading]:
    if not _is_month(match, context):
        return None
    month, first, last = month_number(match["month"]), int(match["from"]), int(re.sub(r"\D", "", match["to"]))
    year = int(match["year"]) if match["year"] else nearest_year(context, month, first, *match.span())
    if not year or first >= last:
        return None
    start, end = day_of(year, month, first), day_of(year, month, last)
    if not start or not end:
        return NOTHING
    return Reading("DATE", f"{start.isoformat()}/{end.isoformat()}", _anchor(match, context))


def _first_of_two_days(match: Match, context: Context) -> Optional[Reading]:
    """The "3" of "between 3 and 5 March": its month stands behind the second day."""
    if not _is_month(match, context):
        return None
    month = month_number(match["month"])
    number = ordinal(match["day"])
    year = int(match["year"]) if match["year"] else nearest_year(context, month, number, *match.span())
    day = day_of(year, month, number) if year else None
    return Reading("DATE", day.isoformat(), _anchor(match, context)) if day else None


def _month_year(match: Match, context: Context) -> Optional[Reading]:
    if not context.capital(match.start("month")):
        return None
    groups = match.groupdict()
    year = context.published.year
    if groups.get("year"):
        year = int(match["year"])
    elif groups.get("holder"):
        year += DIRECTIONS[match["holder"].split()[0]]
    elif groups.get("move"):
        base = context.period.start.year if context.period else year
        year = base + DIRECTIONS[match["move"]]
    return Reading("DATE", f"{year:04d}-{month_number(match['month']):02d}", _anchor(match, context))


def _month(match: Match, context: Context) -> Optional[Reading]:
    """A month alone: "last August" is the latest that is over, "August" the nearest as tense allows."""
    if not _is_month(match, context):
        return None
    word, month, published = match["month"].rstrip("."), month_number(match["month"]), context.published
    move = match["move"]
    if word in _AMBIGUOUS and not move and not match["early"]:
        label = context.entity(match.start("month"))
        signed = _MONTH_BEFORE.search(context.before(match.start("month"), 16))
        if label in _PEOPLE or not (
            signed or (label == "DATE" and not context.named_before(match.start("month")))
        ):
            return None
    if not move:
        year = nearest_year(context, month, None, *match.span())
    elif DIRECTIONS[move] < 0:
        year = published.year - (month >= published.month)
    elif DIRECTIONS[move] > 0:
        year = published.year + (month <= published.month)
    else:
        year = published.year
    return Reading("DATE", f"{year:04d}-{month:02d}", published)


def _nth_of_month(match: Match, context: Context) -> Optional[Reading]:
    """The "15th" of this, last or next month, or of the month last spoken of."""
    base: Optional[date] = context.day or context.published
    if match["move"]:
        base = shift(context.published, "month", DIRECTIONS[match["move"]])
    return _day_reading(match, day_of(base.year, base.month, ordinal(match["nth"]))) if base else None


def _is_year(match: Match, context: Context, group: str = "year") -> bool:
    start, end = match.span(group)
    before = context.before(start)
    signed = bool(_YEAR_BEFORE.search(before))
    if _NOT_A_YEAR_AFTER.match(context.text, end) or (not signed and _NOT_A_YEAR_BEFORE.search(before)):
        return False
    year = int(match[group])
    token = context.token(start)
    label = token.entity if token else ""
    if not 1700 <= year <= context.published.year + 30:
        return signed and label not in _AMOUNTS
    if signed and not (label in _AMOUNTS and year % 100 == 0):
        return True
    if label in _AMOUNTS:
        return False
    # "Windows 2000", "Flight 1549": the number of a name.
    if label != "DATE":
        return not context.named_before(start)
    return True


def _year(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", match["year"]) if _is_year(match, context) else None


def _modified_year(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", match["year"])


def _years(match: Match, context: Context) -> Optional[Reading]:
    first = int(match["year"])
    last = int(match["last"]) if len(match["last"]) == 4 else first - first % 100 + int(match["last"])
    if not first < last <= first + 60 or first < 1700:
        return None
    return Reading("DATE", f"{first:04d}/{last:04d}")


def _spelled_year(match: Match, context: Context) -> Optional[Reading]:
    if match["thousand"]:
        rest = match["rest"]
        year = 2000 + (_small(rest) if rest else 0)
    else:
        year = 100 * NUMBERS[match["teen"]] + _small(match["tail"])
    month = match.groupdict().get("month")
    if month:
        return Reading("DATE", f"{year:04d}-{month_number(month):02d}")
    return Reading("DATE", f"{year:04d}")


def _small(words: str) -> int:
    """The last two digits that the words of a year spell; "hundred" is 00."""
    return sum(NUMBERS[word] for word in re.split("[ -]+", words)) % 100


def _fiscal_year(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", f"{full_year(match['digits'], context.published):04d}")


def _decade(match: Match, context: Context) -> Optional[Reading]:
    digits = match["digits"]
    if len(digits) == 4:
        return Reading("DATE", digits[:3])
    quoted = match.start("digits") > 0 and context.text[match.start("digits") - 1] == "'"
    if not quoted and not match["the"]:
        return None
    return Reading("DATE", f"{(1900 + int(digits)) // 10:03d}")


_DECADES = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197,
    "eighties": 198, "nineties": 199,
}  # fmt: skip


def _spelled_decade(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", str(_DECADES[match["word"]]))


def _century(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", f"{ordinal(match['nth']) - 1:02d}")


def _era(match: Match, context: Context) -> Optional[Reading]:
    year = int((match["digits"] or match["after"]).replace(",", ""))
    if match["era"] and match["era"].startswith("b"):
        return Reading("DATE", f"BC{year:04d}")
    return Reading("DATE", f"{year:04d}")


_SPELLED = (
    "(?:(?P<teen>eighteen|nineteen)[ -]<tail:small>|(?P<thousand>two thousand)(?:(?: and)? <rest:small>)?)"
)
_WEEKDAY = r"(?:(?:<weekday>|<short_weekday>),? (?:the )?)?"
_MOVE = "(?P<move>this past|this coming|last|past|this|next|coming)"

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
         rf"{_WEEKDAY}(?:the )?<day>(?: of)? <month>(?:,? (?:of )?<year>|,? (?:of )?<holder>)?(?: <part>\b)?",
         _month_day, "on [Friday, 2 December 2022]", "2022-12-02"),
    rule("ordinal of month", "month",
         rf"{_WEEKDAY}(?:the )?<day:nth>(?: day)? of <month>(?:,? <year>)?",
         _month_day, "on [the second of December]", "2022-12-02"),
    rule("month and days", "month",
         r"<month> (?P<from>[1-9]|[12][0-9]|30)(?: ?- ?| (?:to|and|&|through) )<to:day>(?:,? <year>)?",
         _day_range, "on [November 28-30]", "2022-11-28/2022-11-30"),
    rule("days and month", "month",
         r"(?P<from>[1-9]|[12][0-9]|30) ?- ?<to:day> <month>(?:,? <year>)?",
         _day_range, "on [28-30 November]", "2022-11-28/2022-11-30"),
    rule("first of two days", "month",
         r"(?:the )?<day>(?= (?:and|to|or|until|through) (?:the )?<to:day> <month>(?:,? <year>)?)",
         _first_of_two_days, "between [3] and 5 November", "2022-11-03"),
    rule("month year", "month",
         r"<early>?<month>(?:,? (?:of )?| )<year>",
         _month_year, "in [March 2021]", "2021-03"),
    rule("month of a year", "month",
         r"<early>?<month>,? (?:of )?<holder>",
         _month_year, "in [August last year]", "2021-08"),
    rule("month of that year", "month",
         "<month>,? (?:of )?the (?P<move>previous|following|same) year",
         _month_year, "in [March of the following year]", "2023-03"),
    rule("month", "month",
         rf"<early>?(?:{_MOVE} )?<month>(?!'s? [a-z]|[ -][0-9])",
         _month, "since [August]", "2022-08"),
    rule("nth of the month", "digit",
         "(?<=on[ ])the <nth>(?: of (?P<move>this|last|next) month)?(?=[,.;]| of (?:this|last|next) month)",
         _nth_of_month, "it opened on [the 3rd of last month].", "2022-11-03"),
    rule("year", "digit",
         "(?:the year )?<year>",
         _year, "founded in [1998]", "1998"),
    rule("part of a year", "digit",
         "(?:<early>|mid-|post-|pre-)<year>",
         _modified_year, "in [early 1998]", "1998"),
    rule("years", "digit",
         r"<year> ?[-/] ?(?P<last>[0-9]{4}|[0-9]{2})",
         _years, "in the [2014-15] season", "2014/2015"),
    rule("spelled year", "number",
         rf"(?:the (?:year )?)?(?:<month> )?{_SPELLED}(?=[,.;]| (?:and|to|in|the|by|when|was|were|after|has"
         rf"|had|that|he|she|it|they)\b|$)",
         _spelled_year, "born in [nineteen ninety-seven].", "1997"),
    rule("fiscal year", "fiscal",
         r"(?:the )?(?:fiscal(?: year)?|fy) ?'?(?P<digits>(?:19|20)[0-9]{2}|[0-9]{2})",
         _fiscal_year, "in [fiscal 2021]", "2021"),
    rule("decade", "digit",
         r"(?P<the>the )?(?:early |late |mid(?:dle)?[ -]?)?'?(?P<digits>1[0-9]{2}0|20[0-9]0|[2-9]0)'?s",
         _decade, "in [the early 1990s]", "199"),
    rule("spelled decade", "decade",
         rf"the (?:early |late |mid(?:dle)?[ -]?)?(?P<word>{'|'.join(_DECADES)})",
         _spelled_decade, "in [the nineties]", "199"),
    rule("century", "century",
         "(?:the )?(?:early |late |mid-?)?<nth>[ -]century",
         _century, "in [the 19th century]", "18"),
    rule("era", "era",
         r"(?P<digits>[0-9]{1,4}) (?P<era>b\.?c\.?e?\.?|a\.?d\.?|c\.?e\.?)|a\.?d\.? (?P<after>[0-9]{1,4})",
         _era, "in [490 BC]", "BC0490"),
)  # fmt: skip
