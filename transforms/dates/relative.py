"""Days and periods counted from an anchor: today, three weeks ago, last month, the day before, now."""

from typing import Optional

from transforms.dates.rule import Context, Match, Reading, number, rule, unit_name
from transforms.dates.values import duration, shift, value_of
from transforms.dates.words import DAY_PARTS, DIRECTIONS

_FROM_PERIOD = frozenset(["following", "previous", "preceding", "same", "that"])
_DEICTIC = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip
_BACK = frozenset(["ago", "earlier", "before", "previously", "back"])
_FROM_PUBLICATION = frozenset(["ago", "from now", "from today", "hence", "previously", "back"])
# Units finer than a day do not move a date; "hours ago" is the day of publication.
_FINE = frozenset(["second", "minute", "hour"])


def _deictic(match: Match, context: Context) -> Optional[Reading]:
    """Today and its neighbours. Inside quotations sentences.py counts them from the utterance instead."""
    word, anchor = match["word"], context.published
    day = shift(anchor, "day", _DEICTIC[word])
    if day is None:
        return None
    if word == "tonight" or match["part"]:
        return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[match['part'] or 'night']}", anchor)
    return Reading("DATE", day.isoformat(), anchor)


def _ago(match: Match, context: Context) -> Optional[Reading]:
    """So many units before or after.

    "Ago" counts from publication; "earlier" and "later" from the day last spoken of, if in days or less. In a
    report of results "a year ago" is the quarter last spoken of, a year back.
    """
    groups = match.groupdict()
    unit, way = unit_name(match["unit"]), match["way"]
    count: Optional[float] = None
    if groups.get("number"):
        count = number(match["number"])
    elif groups.get("one") or groups.get("half"):
        count = 1 if groups["one"] else 0.5
    sign = -1 if way in _BACK else 1
    if count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if groups.get("and_half"):
        count += 0.5
    anchor = context.published
    if way not in _FROM_PUBLICATION and unit in ("day", *_FINE) and context.day:
        anchor = context.day
    if unit == "year" and count == 1 and context.quarter and match.start() - context.quarter_end < 800:
        year, part = context.quarter.split("-")
        if way in ("ago", "earlier") and int(year) >= anchor.year - 1:
            return Reading("DATE", f"{int(year) - 1:04d}-{part}", anchor)
    if unit in _FINE:
        day = shift(anchor, "day", sign * int(count // 24)) if unit == "hour" else anchor
        return Reading("DATE", day.isoformat(), anchor) if day else None
    if unit == "year" and count % 1 == 0.5:
        moved = shift(anchor, "month", sign * int(count * 12))
        return Reading("DATE", value_of(moved, "month"), anchor) if moved else None
    moved = shift(anchor, unit, sign * int(count))
    if moved is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    return Reading("DATE", value_of(moved, "week" if unit == "fortnight" else unit), anchor)


def _moved_unit(match: Match, context: Context) -> Optional[Reading]:
    """This, last, next and their kind, with a unit."""
    move, unit = match["move"], unit_name(match["unit"])
    the = bool(match["the"])
    step, anchor = DIRECTIONS[move], context.published
    if unit in _FINE:
        return Reading("DURATION", duration(1, unit)) if the and move in ("last", "past", "next") else None
    if move == "past":
        # "The past year" is a length; "past year" without an article is seldom a time.
        return Reading("DURATION", duration(1, unit)) if the else None
    if unit == "day":
        if move in ("this", "last", "past", "coming"):
            return None
        anchor = context.day or anchor
    elif move in _FROM_PERIOD and context.period and unit in ("year", "month"):
        anchor = context.period.start if step < 0 else context.period.end
        if unit == "month" and context.period.precision == "year":
            anchor = context.published
    if unit in ("decade", "century") and step:
        return Reading("DURATION", duration(1, unit))
    if unit == "quarter" and context.quarter and move in ("same", "that"):
        return Reading("DATE", context.quarter, anchor)
    moved = shift(anchor, unit, step)
    return (
        Reading("DATE", value_of(moved, "week" if unit == "fortnight" else unit), anchor) if moved else None
    )


def _neighbour_day(match: Match, context: Context) -> Optional[Reading]:
    anchor = context.day or context.published
    day = shift(anchor, "day", {"before": -1, "after": 1}[match["way"]])
    return Reading("DATE", day.isoformat(), anchor) if day else None


def _that_day(match: Match, context: Context) -> Optional[Reading]:
    anchor = context.day or context.published
    return Reading("DATE", anchor.isoformat(), anchor)


def _running_unit(match: Match, context: Context) -> Optional[Reading]:
    """ "The year", "the month": the one that is running."""
    return Reading("DATE", value_of(context.published, match["word"]), context.published)


def _year_end(match: Match, context: Context) -> Optional[Reading]:
    year = context.published.year + (DIRECTIONS[match["move"]] if match["move"] else 0)
    return Reading("DATE", f"{year:04d}", context.published)


def _now(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", "PRESENT_REF")


def _past(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", "PAST_REF")


def _future(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", "FUTURE_REF")


_PART = r"(?: (?P<part>morning|afternoon|evening|night))?"
_WAY = (
    r"(?P<way>ago|earlier|later|before(?= ?[.,;])|afterwards?|from now|from today|hence|previously"
    r"|back(?= ?[.,;]))"
)
_MOVE = (
    "(?P<move>this past|this coming|last|past|previous|preceding|this|current|same|that|next|coming"
    "|following|upcoming)"
)
_PLACE = r"(?:(?:earlier|later|early|late|sometime|some time)(?: in)? |<early>)?"

RULES = (
    rule("today", "deictic",
         rf"(?:(?:early|late|later|earlier) )?(?P<word>today|tonight|yesterday|tomorrow"
         rf"|the day before yesterday|the day after tomorrow){_PART}",
         _deictic, "it opened [yesterday]", "2022-12-03"),
    rule("units ago", "unit",
         rf"(?:<about> )?<number>[ -]<unit>(?: (?P<and_half>and a half))?(?: or so)?[ -]{_WAY}",
         _ago, "it opened [three weeks ago]", "2022-W45"),
    rule("a unit ago", "unit",
         rf"(?:<about> |just )?(?:(?P<half>half an?|a half|a half-)"
         rf"|(?P<one>an?)) ?<unit>(?: (?P<and_half>and a half))?(?: or so)?[ -]{_WAY}",
         _ago, "it opened [a year ago]", "2021"),
    rule("some units ago", "unit",
         rf"(?:<vague> )?<unit> {_WAY}",
         _ago, "it opened [several years ago]", "PAST_REF"),
    rule("moved unit", "unit",
         rf"{_PLACE}(?:all )?(?P<the>the )?(?:very )?{_MOVE}[ -](?:full |calendar |fiscal |financial "
         rf"|business |trading )?<unit>(?!s|-old| old)",
         _moved_unit, "it opened [last month]", "2022-11"),
    rule("day before", "unit",
         "the (?:very )?day <way:before_after>(?! (?:yesterday|tomorrow))",
         _neighbour_day, "Friday; [the day before], it was shut", "2022-12-01"),
    rule("that day", "unit",
         "(?:earlier |later )?(?:the same day|(?:that|the) same day|that day)",
         _that_day, "Friday; later [that day], it was shut", "2022-12-02"),
    rule("running unit", "unit",
         r"(?:<early>|(?:earlier|later) (?:in )?)the (?P<word>week|month|quarter|year|decade"
         r"|century)(?! (?:of|before|after|that|he|she|they)\b|-|'s)",
         _running_unit, "it opened [earlier in the year]", "2022"),
    rule("year-end", "unit",
         r"(?:(?P<move>this|last|next) )?year[ -]end",
         _year_end, "it opened by [year-end]", "2022"),
    rule("now", "reference",
         r"(?:right now|just now|now(?! that\b)|currently|at present|at the moment|presently"
         r"|the present(?! \w+s\b)|nowadays|these days|at this time|at this moment|this moment)",
         _now, "it is [now] open", "PRESENT_REF"),
    rule("recently", "reference",
         r"(?:(?:more |most |until |only )?recently|the (?:recent |distant )?past(?= ?[.,;)]| (?:and|that"
         r"|when|by|but|is|was|to)\b)|at the time(?= ?[.,;])|at that time|lately|once(?= (?:a|the|his"
         r"|her)\b)|formerly|previously)",
         _past, "it opened [recently]", "PAST_REF"),
    rule("soon", "reference",
         r"(?:the (?:near |foreseeable |not too distant |not-too-distant |distant )?future|the (?:short|near"
         r"|long) term|soon(?! after)|as soon as possible)",
         _future, "it opens [soon]", "FUTURE_REF"),
    rule("present", "reference",
         "current(?= (?!account|affairs|events))",
         _now, "the [current] head", "PRESENT_REF"),
    rule("recent", "reference",
         r"recent (?=(?:years|months|weeks|days|decades|quarters|times)\b)(?:years|months|weeks|days|decades"
         r"|quarters|times)",
         _past, "in [recent years]", "PAST_REF"),
)  # fmt: skip
