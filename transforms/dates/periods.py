"""Periods of the year: quarters, halves, seasons, weekends, fiscal years."""

import re
from datetime import date, timedelta
from typing import Optional

from transforms.dates.counted import QUARTER_REACH
from transforms.dates.months import nearest_year
from transforms.dates.rule import Context, Match, Reading, expand, month_number, ordinal, rule
from transforms.dates.tense import FUTURE, PAST, direction
from transforms.dates.values import SEASON_MONTH, Interval, day_of, shift, value_of
from transforms.dates.words import DIRECTIONS, SEASONS
from transforms.dates.years import NO_NOUN, SPELLED, spelled_year


def _stated_year(match: Match, context: Context) -> Optional[int]:
    """The year that stands beside a period, by number or counted from publication."""
    groups = match.groupdict()
    for group in ("year", "of_year", "after_year"):
        if groups.get(group):
            return int(groups[group])
    for group in ("holder", "of_holder"):
        if groups.get(group):
            return context.year_of(groups[group])
    return None


def _anchor(match: Match, context: Context) -> Optional[date]:
    """The day that a period without a year in figures is counted from."""
    groups = match.groupdict()
    return (
        None if any(groups.get(group) for group in ("year", "of_year", "after_year")) else context.published
    )


def _nearest_part(context: Context, part: int, months: int, start: int, end: int) -> int:
    """The year of the nth quarter or half: the last or the running one, or the next if tense says so."""
    tense, published = direction(context, start, end), context.published
    best: Optional[tuple[float, int]] = None
    for year in (published.year - 1, published.year, published.year + 1):
        if not 1 <= year <= 9999:
            continue
        middle = date(year, months * part - months // 2, 15)
        ahead = (middle - published).days
        if abs(ahead) < 15 * months:
            cost = 20.0 if tense == PAST else 0.0
        else:
            cost = abs(ahead) * (
                2.0 if (ahead > 0 and tense != FUTURE) or (ahead < -100 and tense == FUTURE) else 1.0
            )
        if best is None or cost < best[0]:
            best = (cost, year)
    assert best is not None
    return best[1]


# Words of matches that are played in quarters.
_PLAYED = re.compile(
    r"\b(?:[0-9]+[ -]{1,3}yards?|touchdowns?|field goals?|free throws?|rebounds?|quarterbacks?"
    r"|interceptions?|3-pointers?|half ?time|fumbles?|punts?)\b"
)


def _nth_quarter(match: Match, context: Context) -> Optional[Reading]:
    """A quarter of the year, but not of a match ("a touchdown in the first quarter")."""
    if _PLAYED.search(context.before(match.start(), 120)) or _PLAYED.search(context.after(match.end(), 120)):
        return None
    part = 4 if match["nth"] == "final" else ordinal(match["nth"])
    if not 1 <= part <= 4:
        return None
    year = _stated_year(match, context)
    end = None if year else _end_behind(match, context)
    if end is not None:
        year = _year_by_end(part, end, context.published)
        _keep_quarter(f"{year:04d}-Q{part}", end, context)
    if year is None and match.groupdict().get("fiscal"):
        year = context.published.year
    year = year or _nearest_part(context, part, 3, *match.span())
    if match.groupdict().get("ago"):
        year = (int(context.quarter[:4]) if context.quarter else context.published.year) - 1
    return Reading("DATE", f"{year:04d}-Q{part}", _anchor(match, context))


_ENDS = re.compile(expand(" (?:that )?(?:ended|ending) (?:on )?<month> <day>(?:,? <year>)?"))


def _end_behind(match: Match, context: Context) -> Optional[date]:
    """The day that a quarter is told to end on: "the quarter ended Nov. 30"."""
    end = _ENDS.match(context.text, match.end())
    if end is None:
        return None
    month, number = month_number(end["month"]), ordinal(end["day"])
    year = int(end["year"]) if end["year"] else nearest_year(context, month, number, *end.span("month"))
    return day_of(year, month, number) if year else None


def _year_by_end(part: int, end: date, published: date) -> int:
    """The year of a company's own nth quarter, by its last day: the nearest of those that have begun.

    "The second quarter ended Sept. 28" is that year's, "the first quarter ended Dec. 31" the next's, once
    that has come.
    """
    begins = {year: date(year, 3 * part - 2, 1) for year in (end.year, end.year + 1)}
    begun = [year for year, first in begins.items() if first <= published]
    return min(begun or [end.year], key=lambda year: abs((end - begins[year]).days - 45))


def _keep_quarter(value: str, end: date, context: Context) -> None:
    """Keep which days a company's own quarter has, and the same a year before."""
    begin, before = shift(end + timedelta(1), "month", -3), shift(end, "year", -1)
    begin_before = before and shift(before + timedelta(1), "month", -3)
    if begin and before and begin_before:
        year_ago = f"{int(value[:4]) - 1:04d}{value[4:]}"
        context.quarters[value] = Interval(begin, end, "quarter")
        context.quarters[year_ago] = Interval(begin_before, before, "quarter")


def _nth_half(match: Match, context: Context) -> Optional[Reading]:
    part = 1 if match["nth"] in ("first", "1") else 2
    year = _stated_year(match, context) or _nearest_part(context, part, 6, *match.span())
    return Reading("DATE", f"{year:04d}-H{part}", _anchor(match, context))


def _latest_quarter(match: Match, context: Context) -> Optional[Reading]:
    """The quarter that a report of results speaks of: the last it named, else the last that is over.

    "That quarter" is also one that results are only compared with.
    """
    if match[0].startswith("that") and context.period and context.period.precision == "quarter":
        return Reading("DATE", context.period_value, context.published)
    if context.quarter and match.start() - context.quarter_end < QUARTER_REACH:
        return Reading("DATE", context.quarter, context.published)
    moved = shift(context.published, "quarter", -1)
    return Reading("DATE", value_of(moved, "quarter"), context.published) if moved else None


def _ended_quarter(match: Match, context: Context) -> Optional[Reading]:
    """The quarter of the calendar that most of a quarter lies in; it ended on the day that is named.

    A company's own, if it just gave it as a fiscal one.
    """
    end = _end_behind(match, context)
    middle = end and shift(end, "day", -45)
    if end is None or middle is None:
        return None
    of_company = (
        context.quarter if context.quarter and "fiscal" in context.before(context.quarter_end) else None
    )
    value = of_company or value_of(middle, "quarter")
    _keep_quarter(value, end, context)
    return Reading("DATE", value, context.published if of_company else _anchor(match, context))


def _named_quarter(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", context.quarter, context.published) if context.quarter else None


def _quarter_of_year(match: Match, context: Context) -> Optional[Reading]:
    """The quarter last spoken of, in the year that is named; of a longer period the year."""
    compared = context.quarter if match["quarter"] else context.results
    if compared is None:
        return Reading("DATE", match["year"])
    return Reading("DATE", match["year"] + compared[4:], context.published)


def _year_ago_quarter(match: Match, context: Context) -> Optional[Reading]:
    """The same quarter, or longer period, a year before the one last spoken of."""
    compared = context.quarter if "quarter" in match[0] else context.results
    if compared:
        return Reading("DATE", f"{int(compared[:4]) - 1:04d}{compared[4:]}", context.published)
    moved = shift(context.published, "quarter", -5)
    return Reading("DATE", value_of(moved, "quarter"), context.published) if moved else None


def _season(match: Match, context: Context) -> Optional[Reading]:
    """A season of a stated year, or of this, the last or the next."""
    groups = match.groupdict()
    season, published = SEASONS[match["season"]], context.published
    if groups.get("move") in _FROM_PERIOD:
        return _season_of_period(match["move"], season, context)
    year = _stated_year(match, context)
    if year is None:
        first = SEASON_MONTH[season]
        step = DIRECTIONS[groups["move"]] if groups.get("move") else 0
        over = published.month > first + 2
        # A winter is that of the year it begins in.
        running = season == "WI" and published.month <= 2
        just_over = season == "WI" and published.month in (3, 4, 5)
        if step < 0:
            year = published.year if over else published.year - 1 - running
        elif step > 0:
            year = published.year if published.month < first else published.year + 1
        elif groups.get("move") and (running or just_over):
            ahead = just_over and direction(context, *match.span()) == FUTURE
            year = published.year - (not ahead)
        elif groups.get("move") or direction(context, *match.span()) == FUTURE:
            year = published.year
        else:
            year = published.year if published.month >= first else published.year - 1
    return Reading("DATE", f"{year:04d}-{season}", _anchor(match, context))


def _season_of_spelled(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", f"{spelled_year(match):04d}-{SEASONS[match['season']]}")


_FROM_PERIOD = frozenset(["that", "following", "previous"])


def _season_of_period(move: str, season: str, context: Context) -> Reading:
    """The season of, before or after the period last spoken of: "that summer", "the following winter"."""
    period, first = context.period, SEASON_MONTH[season]
    if period is None:
        return Reading("DATE", None)
    year = period.start.year
    if move == "following":
        year += first <= period.end.month or period.precision == "year"
    elif move == "previous":
        year -= first + 2 >= period.start.month
    elif season == "WI" and period.start.month <= 2 and period.precision != "year":
        year -= 1  # a winter is that of the year it begins in
    return Reading("DATE", f"{year:04d}-{season}", period.start)


def _weekend(match: Match, context: Context) -> Optional[Reading]:
    """The last weekend, or the one that is running; the next if tense says so."""
    published, move = context.published, match["move"]
    step = DIRECTIONS[move] if move else 0
    if not move or move == "this":
        ahead = direction(context, *match.span()) == FUTURE
        step = 0 if ahead or published.weekday() >= 4 + (not move) else -1
    elif move in ("last", "past", "this past") and published.weekday() >= 5:
        step = -1
    moved = shift(published, "week", step)
    return Reading("DATE", value_of(moved, "weekend"), published) if moved else None


_NTH = "(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)"
_OF_YEAR = r"(?: (?:of|in) (?:fiscal |financial )?(?:<of_year:year>|<of_holder:holder>)| <after_year:year>)?"
_MOVE = "(?P<move>this past|this coming|last|past|this|next|coming|following|previous)"
_SEASON_MOVE = "(?P<move>this past|this coming|last|past|this|next|coming|following|previous|that)"

RULES = (
    rule("nth quarter", "quarter",
         rf"(?:the )?(?:<holder>'s )?(?:<year> )?(?P<fiscal>fiscal[ -])?{_NTH}[ -]quarter{_OF_YEAR}(?!s"
         rf"|backs?"
         rf"|-?finals?)",
         _nth_quarter, "in [the third quarter]", "2022-Q3"),
    rule("year-ago nth quarter", "quarter",
         rf"the year-(?P<ago>ago|earlier) {_NTH} quarter",
         _nth_quarter, "in [the year-ago third quarter]", "2021-Q3"),
    rule("short quarter", "digit",
         r"q(?P<nth>[1-4])(?: (?:of )?<of_year:year>)?",
         _nth_quarter, "in [Q3 2021]", "2021-Q3"),
    rule("short half", "digit",
         r"h(?P<nth>[12]) (?:of )?<of_year:year>",
         _nth_half, "in [H1 2021]", "2021-H1"),
    rule("nth half", "quarter",
         r"(?:the )?(?:<holder>'s )?(?P<nth>first|second|latter|last)[ -]half(?: of"
         r" (?:(?:fiscal |financial )?<of_year:year>|<of_holder:holder>|(?:the|this) year)"
         r"| <after_year:year>)",
         _nth_half, "in [the first half of this year]", "2022-H1"),
    rule("half of quarters", "quarter",
         rf"(?:at least )?(?:the )?(?P<nth>first|last|final) (?:two|2) quarters{_OF_YEAR}",
         _nth_half, "in [the first two quarters of 2021]", "2021-H1"),
    rule("quarter ended", "quarter",
         r"(?:the )?quarter(?= (?:that )?(?:ended|ending) (?:on )?<month> <day>(?:,? <year>)?)",
         _ended_quarter, "in [the quarter] ended Oct. 31", "2022-Q3"),
    rule("latest quarter", "quarter",
         "(?:the (?:latest |most recent |just-ended )?|its latest |that |last )quarter(?!s|backs?|-?finals?"
         "|-| (?:of|mile|century|million|billion))",
         _latest_quarter, "sales fell in [the latest quarter]", "2022-Q3"),
    rule("latest period", "quarter",
         "(?:the|its) (?:latest|most recent|just-ended) period",
         _named_quarter, "third-quarter sales fell; in [the latest period], costs rose", "2022-Q3"),
    rule("quarter of a year", "quarter",
         "the <year> (?:(?P<quarter>quarter)|period)",
         _quarter_of_year, "third-quarter sales fell from those of [the 2021 period]", "2021-Q3"),
    rule("year-ago quarter", "quarter",
         r"(?:the )?(?:comparable )?year-(?:ago|earlier)(?: (?:quarter|period))?|the quarter a year (?:ago"
         r"|earlier)|the (?:same|corresponding|comparable|like) (?:quarter|period) (?:last year"
         r"|a year (?:ago|earlier)|of last year)|last year's quarter",
         _year_ago_quarter, "less than in [the year-ago quarter]", "2021-Q3"),
    rule("season of a year", "season",
         "(?:the )?(?:early |late |mid-?)?<season> (?:of )?(?:<year>|<holder>)",
         _season, "in [the summer of 2021]", "2021-SU"),
    rule("season of a spelled year", "season",
         rf"(?:the )?(?:early |late |mid-?)?<season> (?:of )?{SPELLED}{NO_NOUN}",
         _season_of_spelled, "in [the summer of nineteen ninety-seven].", "1997-SU"),
    rule("moved season", "season",
         rf"(?:early |late |later |earlier )?(?:the )?{_SEASON_MOVE} <season>",
         _season, "it opened [last spring]", "2022-SP"),
    rule("the season", "season",
         r"(?:the )(?:early |late )?<season:season_not_fall>(?! (?:of|in|from|for|olympics|games|classic"
         r"|league"
         r"|palace|break|semester|collection|season|street|offensive|meetings?|sessions?)\b)",
         _season, "it opened in [the summer]", "2022-SU"),
    rule("weekend", "unit",
         rf"(?:(?:earlier |later )?{_MOVE} |the (?:past |coming )?)weekend",
         _weekend, "it opened at [the weekend]", "2022-W48-WE"),
)  # fmt: skip
