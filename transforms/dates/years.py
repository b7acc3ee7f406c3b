"""Years, parts and ranges of years, decades, centuries and eras."""

import re
from datetime import date
from typing import Optional

from transforms.dates.rule import Context, Match, Reading, month_number, ordinal, rule
from transforms.dates.words import NUMBERS
from transforms.text.tokens import Token

# Four digits are a year without further signs from the first year on, to so many years after publication.
FIRST_YEAR = 1700
YEARS_AHEAD = 30

_AMOUNTS = frozenset(["CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"])
# Words after which four digits are a year, if the model does not take them for a round amount.
_SIGNS = (
    "in", "since", "from", "of", "until", "till", "by", "to", "before", "after", "about", "around",
    "circa", "during", "between", "and", "through", "year", "for", "than", "or", "as of", "late", "early",
    "mid", "end", "fiscal", "spring", "summer", "fall", "autumn", "winter",
)  # fmt: skip
_SIGNED = re.compile(
    rf"(?:\b(?:{'|'.join(_SIGNS)})[ -]{{1,3}}(?:the year |at least |about |around )?|[(,;:] ?)$"
)
_NUMBERED = (
    "no", "number", "flight", "room", "route", "highway", "resolution", "windows", "office", "boeing",
    "airbus", "model", "line", "page", "section", "article", "title", "some", "nearly", "over", "almost",
    "approximately", "roughly", "least", "up to", "gate", "bus", "train", "platform", "apartment", "suite",
    "building", "house", "plot", "channel", "petition", "case",
)  # fmt: skip
# Makers that call what they make by four figures.
_MAKERS = frozenset(["peugeot", "bmw", "fiat", "mazda", "nokia"])
_NUMBER_BEFORE = re.compile(rf"(?:\b(?:{'|'.join(_NUMBERED)})\.?|#) ?$")
_TOTAL_BEFORE = re.compile(r"\b(?:total of|as many as) $")
_COUNTED = (
    "people", "points?", "jobs", "shares", "miles?", "dollars", "pounds", "euros", "rupees", "troops",
    "men", "women", "children", "tons", "tonnes", "km", "kilometers", "kilometres", "meters", "metres",
    "feet", "foot", "employees", "workers", "soldiers", "votes", "cars", "units", "times", "hours",
    "degrees", "percent", "per cent", "megawatts", "mw", "hp", "cc", "square", "barrels", "years",
    r"b\.?c",
)  # fmt: skip
_AMOUNT_AFTER = re.compile(rf"[ -]{{1,3}}(?:{'|'.join(_COUNTED)})\b")


def full_year(digits: str, published: date) -> int:
    """The year that two or four digits mean: of two, the one nearest to 30 years before publication."""
    year = int(digits)
    if len(digits) > 2:
        return year
    century = published.year - published.year % 100
    years = (century - 100 + year, century + year, century + 100 + year)
    return min(years, key=lambda y: abs(y - published.year + 30))


def _year(match: Match, context: Context) -> Optional[Reading]:
    """Four digits that are no amount ("1,998", "2022 people") and no number of a name ("Flight 2020")."""
    return Reading("DATE", match["year"]) if _is_year(match, context) else None


def _is_year(match: Match, context: Context) -> bool:
    start, end = match.span("year")
    before = context.before(start)
    signed = bool(_SIGNED.search(before))
    if (
        _AMOUNT_AFTER.match(context.text, end)
        or _TOTAL_BEFORE.search(before)
        or (not signed and _NUMBER_BEFORE.search(before))
    ):
        return False
    year, token = int(match["year"]), context.token(start)
    label = token.entity if token else ""
    if token and _of_a_model(token):
        return False
    if not FIRST_YEAR <= year <= context.published.year + YEARS_AHEAD:
        return signed and label not in _AMOUNTS
    if signed and not (label in _AMOUNTS and year % 100 == 0):
        return True
    if label in _AMOUNTS or _counts(token):
        return False
    return label == "DATE" or not context.named_before(start)


def _of_a_model(token: Token) -> bool:
    """Tell whether a year is that of a make, or its name: "a 1998 Ford Escort", "a Peugeot 2008"."""
    name = token.head
    if token.dep != "nummod" or name.pos != "PROPN":
        return False
    if name.i == token.i - 1 and (
        name.lower in _MAKERS or any(child.lower in ("a", "an") for child in name.children)
    ):
        return True
    if name.entity not in ("ORG", "PRODUCT"):
        return False
    parts = {child.dep for child in name.children}
    if name.entity == "ORG" and ("compound" not in parts or "prep" in parts):
        return False  # "a 2014 University of Sindh study"
    return "poss" in parts or any(child.lower in ("a", "an") for child in name.children)


def _counts(token: Optional[Token]) -> bool:
    """Tell whether a number counts the plural behind it: "scored 1998 runs", but "the 1998 elections".

    Nor does it in "1998 Shell earnings".
    """
    if token is None or token.dep != "nummod" or token.head.tag != "NNS":
        return False
    if token.entity == "DATE" and any(child.pos == "PROPN" for child in token.head.children):
        return False
    return not any(child.dep in ("det", "poss") for child in token.head.children)


def _modified_year(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", match["year"])


def _years(match: Match, context: Context) -> Optional[Reading]:
    first = int(match["year"])
    digits = len(match["last"])  # 2014-15, 2008-9
    last = first - first % 10**digits + int(match["last"])
    if first < FIRST_YEAR or not first < last <= first + 60:
        return None
    if _NUMBER_BEFORE.search(context.before(match.start())):
        return None  # "Case No. 1999/2022"
    if len(match["last"]) == 2 and int(match["last"]) <= 12 and last != first + 1:
        return None  # "2010/12" may be a month
    return Reading("DATE", f"{first:04d}/{last:04d}")


def _spelled_year(match: Match, context: Context) -> Optional[Reading]:
    year = spelled_year(match)
    month = f"-{month_number(match['month']):02d}" if match["month"] else ""
    return Reading("DATE", f"{year:04d}{month}")


def spelled_year(match: Match) -> int:
    """The year that the groups of SPELLED spell."""
    groups = match.groupdict()
    if groups.get("thousand"):
        return 2000 + (_last_digits(groups["rest"]) if groups["rest"] else 0)
    return 100 * NUMBERS[groups["teen"]] + _last_digits(groups["tail"])


def _last_digits(words: str) -> int:
    """The last two digits that the words of a year spell; "hundred" is 00."""
    return sum(NUMBERS[word] for word in re.split("[ -]+", words)) % 100


def _fiscal_year(match: Match, context: Context) -> Optional[Reading]:
    """A year of accounts; "2021-22" runs over two of the calendar, as India and Pakistan count."""
    first = full_year(match["digits"], context.published)
    second = match["second"]
    if second and int(second) % 100 == (first + 1) % 100:
        return Reading("DATE", f"{first:04d}/{first + 1:04d}")
    return None if second else Reading("DATE", f"{first:04d}")


def _decade(match: Match, context: Context) -> Optional[Reading]:
    digits = match["digits"]
    if len(digits) == 4:
        return Reading("DATE", digits[:3])
    quoted = match.start("digits") > 0 and context.text[match.start("digits") - 1] == "'"
    if not quoted and (not match["the"] or match["part"]):
        return None  # "in the mid-30s" is an age, a temperature, a share
    return Reading("DATE", f"{(1900 + int(digits)) // 10:03d}")


_DECADES = {
    "twenties": "192", "thirties": "193", "forties": "194", "fifties": "195", "sixties": "196",
    "seventies": "197", "eighties": "198", "nineties": "199",
}  # fmt: skip


def _short_year(match: Match, context: Context) -> Optional[Reading]:
    month = f"-{month_number(match['month']):02d}" if match["month"] else ""
    return Reading("DATE", f"{full_year(match['digits'], context.published):04d}{month}")


def _spelled_decade(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", _DECADES[match["word"]])


def _century(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", f"{'BC' if match['era'] else ''}{ordinal(match['nth']) - 1:02d}")


def _era(match: Match, context: Context) -> Optional[Reading]:
    year = int(match["digits"] or match["after"])
    before_christ = match["era"] is not None and match["era"].startswith("b")
    return Reading("DATE", f"BC{year:04d}" if before_christ else f"{year:04d}")


_PART = "(?P<part>early |late |mid(?:dle)?[ -]?)?"
SPELLED = (
    "(?:(?P<teen>eighteen|nineteen)[ -]<tail:small>|(?P<thousand>two thousand)(?:(?: and)? <rest:small>)?)"
)
# A number of things would go on with a noun.
NO_NOUN = "(?=[.,;]| (?:and|to|in|the|by|when|was|were|after|has|had|that|he|she|it|they)\\b|$)"

RULES = (
    rule("year", "digit",
         "(?:the year )?<year>",
         _year, "founded in [1998]", "1998"),
    rule("part of a year", "digit",
         "(?:<early>|mid-|post-|pre-)<year>",
         _modified_year, "in [early 1998]", "1998"),
    rule("years", "digit",
         "<year>(?: - |[-/])(?P<last>[0-9]{4}|[0-9]{1,2})",
         _years, "in the [2014-15] season", "2014/2015"),
    rule("spelled year", "number",
         rf"(?:the (?:year )?)?(?:<month> )?{SPELLED}{NO_NOUN}",
         _spelled_year, "born in [nineteen ninety-seven].", "1997"),
    rule("spoken year", "number",
         "(?:the year )?(?:<month> )?(?P<teen>eighteen|nineteen)[ -]<tail:tens>(?!-| (?:year|dollar))",
         _spelled_year, "a [nineteen ninety-seven] treaty", "1997"),
    rule("fiscal year", "fiscal",
         "(?:the )?(?:(?:fiscal|financial|budget) year|fiscal|fy) ?'?(?P<digits>(?:19|20)[0-9]{2}|[0-9]{2})"
         "(?:[-/](?P<second>(?:20)?[0-9]{2}))?",
         _fiscal_year, "in [fiscal 2021]", "2021"),
    rule("short year", "digit",
         "(?:<month> |(?<=in[ ])|(?<=of[ ])|(?<=since[ ])|(?<=until[ ]))'(?P<digits>[0-9]{2})(?!')",
         _short_year, "the class of ['98] met", "1998"),
    rule("decade", "digit",
         rf"(?P<the>the )?{_PART}'?(?P<digits>1[0-9]{{2}}0|20[0-9]0|[2-9]0)'?s",
         _decade, "in [the early 1990s]", "199"),
    rule("spelled decade", "decade",
         rf"the {_PART}(?:nineteen[ -])?(?P<word>{'|'.join(_DECADES)})",
         _spelled_decade, "in [the nineties]", "199"),
    rule("century", "century",
         rf"(?:the )?{_PART}<nth>[ -]centur(?:y|ies)(?P<era> (?:bce?|b\.c\.(?:e\.)?))?",
         _century, "in [the 19th century]", "18"),
    rule("era", "era",
         r"(?P<digits>[0-9]{1,4}) (?P<era>bce?|b\.c\.(?:e\.)?|ad|a\.d\.|ce|c\.e\.)"
         r"|(?:ad|a\.d\.) (?P<after>[0-9]{1,4})",
         _era, "in [490 BC]", "BC0490"),
)  # fmt: skip
