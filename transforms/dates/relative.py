"""Days and periods beside an anchor: today, last month, the day before, later in the year."""

import re
from typing import Optional

from transforms.dates.months import anchor_of, day_beside, week_step
from transforms.dates.rule import (
    NOTHING,
    Context,
    Match,
    Reading,
    nearest_weekday,
    rule,
    unit_name,
    weekday_number,
)
from transforms.dates.tense import FUTURE, governor, verb_tense
from transforms.dates.values import duration, shift, value_of
from transforms.dates.words import DAY_PARTS, DIRECTIONS, WEEKDAYS

_OWNED = re.compile(r"\b(?:his|her|its|their|my|our|your) $")
_THROUGHOUT = re.compile(r"\b(?:for|over|during|spends?|spent|spending) $")
_FROM_PERIOD = frozenset(["following", "previous", "preceding", "same", "that"])
_NAMED = re.compile(r" ?\(([a-z]+)\)")
_DEICTIC = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip
# Units finer than a day do not move a date; "hours ago" is the day of publication.
_FINE = frozenset(["second", "minute", "hour"])


def _deictic(match: Match, context: Context) -> Optional[Reading]:
    """Today and its neighbours. Inside quotations sentences.py counts them from the utterance instead."""
    word, anchor = match["word"], context.today
    named = _NAMED.match(context.after(match.end(), 14))
    if named and word in ("today", "tonight") and named[1] in WEEKDAYS:
        # A report set a day early, or printed a day late: "will publish it today (Thursday)".
        anchor = nearest_weekday(anchor, weekday_number(named[1]))
    if context.capital(match.start()) and context.named_before(match.start()):
        return None  # "USA Today"
    day = shift(anchor, "day", _DEICTIC[word])
    if day is None:
        return None
    if word == "tonight" or match["part"]:
        return Reading("TIME", f"{day.isoformat()}T{DAY_PARTS[match['part'] or 'night']}", anchor)
    return Reading("DATE", day.isoformat(), anchor)


def _moved_unit(match: Match, context: Context) -> Optional[Reading]:
    """This, last, next and their kind, with a unit."""
    move, unit = match["move"], unit_name(match["unit"])
    the = bool(match["the"])
    step, anchor = DIRECTIONS[move], context.published
    if step and not the and _OWNED.search(context.before(match.start(), 8)):
        return None  # "in its last year", "his next week of leave"
    if unit in _FINE:
        length = the and move in ("last", "past", "next") and "-" not in match[0]  # not "last-minute"
        return Reading("DURATION", duration(1, unit)) if length else None
    if the and move == "last" and context.after(match.end(), 4) == " of ":
        return None  # "the last week of the campaign"
    if move == "past":
        # "The past year" is a length; "past year" without an article is seldom a time.
        return Reading("DURATION", duration(1, unit)) if the else None
    if the and move == "last" and unit != "quarter" and _THROUGHOUT.search(context.before(match.start(), 8)):
        return Reading("DURATION", duration(1, unit))  # "ill for the last week"
    if unit == "day":
        if move in ("this", "last", "past", "coming"):
            return None
        told = context.told_day()
        if told is None:
            return Reading("DATE", None)
        anchor = told
    elif move == "that" and context.last is None:
        return Reading("DATE", None)
    elif move in _FROM_PERIOD and context.period and unit in ("year", "month"):
        anchor = context.period.start if step < 0 else context.period.end
        if unit == "month" and context.period.precision == "year":
            anchor = context.published
    if unit in ("decade", "century") and step:
        return Reading("DURATION", duration(1, unit))
    if unit == "quarter" and context.quarter and (move in ("same", "that") or _of_results(match, context)):
        return Reading("DATE", context.quarter, anchor)
    if unit == "week" and anchor == context.published:
        step = week_step(match, context, step)
    moved = shift(anchor, unit, step)
    return Reading("DATE", value_of(moved, unit), anchor) if moved else None


_RESULTS = re.compile(
    "'s (?:net |operating )?(?:loss|profit|earnings|income|results|sales|revenues?|figures)"
)


def _of_results(match: Match, context: Context) -> bool:
    """Tell whether "this quarter's loss" is that of the quarter whose results a report tells."""
    if match["move"] != "this" or not _RESULTS.match(context.text, match.end()):
        return False
    verb = governor(context, *match.span())
    return verb is None or verb_tense(verb) != FUTURE  # "this quarter's loss will be small"


def _vague_length(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DURATION", duration("X", unit_name(match["unit"])))


def _week_of(match: Match, context: Context) -> Optional[Reading]:
    day = day_beside(match, context)
    return Reading("DATE", value_of(day, "week"), anchor_of(match, context)) if day else NOTHING


def _neighbour_day(match: Match, context: Context) -> Optional[Reading]:
    """The day before or after the one named last; beside an event, "the day before the vote", not known.

    But "3 May, the day before the vote" is 3 May.
    """
    token = context.token(match.start("way"))
    if token is not None and (token.dep == "mark" or any(child.dep == "pcomp" for child in token.children)):
        return None  # "later in the day before returning"
    of_event = token is not None and bool(token.children)
    beside = context.last_precision == "day" and context.text[context.last_span[1] : match.start()] == ", "
    if of_event and beside and context.last:
        return Reading("DATE", context.last.isoformat(), context.last)
    told = context.told_day()
    if told is None or of_event:
        return Reading("DATE", None)
    day = shift(told, "day", {"before": -1, "after": 1}[match["way"]])
    return Reading("DATE", day.isoformat(), told) if day else None


def _that_day(match: Match, context: Context) -> Optional[Reading]:
    told = context.told_day()
    return Reading("DATE", told.isoformat() if told else None, told)


def _running_unit(match: Match, context: Context) -> Optional[Reading]:
    """The year or the month that is running; no time where somebody will "end the week lower"."""
    token = context.token(match.start())
    if token is not None and token.pos == "VERB":
        return None
    return Reading("DATE", value_of(context.published, match["word"]), context.published)


def _year_ended(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DURATION", "P1Y")


def _year_end(match: Match, context: Context) -> Optional[Reading]:
    """Its last day; "year's end" is as vague as "the end of the year"."""
    if "'" in match[0]:
        return Reading("DATE", f"{context.published.year:04d}", context.published)
    move = match["move"] or ("last" if context.before(match.start()).endswith("since ") else "this")
    year = context.published.year + DIRECTIONS[move]
    return Reading("DATE", f"{year:04d}-12-31", context.published)


def _latest_year(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", f"{context.published.year - 1:04d}", context.published)


_PART = r"(?: (?P<part>morning|afternoon|evening|night))?"
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
    rule("moved unit", "unit",
         rf"{_PLACE}(?:all )?(?P<the>the )?(?:very )?{_MOVE}[ -](?:full |calendar |fiscal |financial "
         rf"|business |trading )?<unit:one_unit>(?!-| old)",
         _moved_unit, "it opened [last month]", "2022-11"),
    rule("week of a day", "month",
         "the week (?:of|beginning) <month> <day>(?:,? <year>)?",
         _week_of, "it opened in [the week of March 7]", "2022-W10"),
    rule("moved units", "unit",
         "(?:the )?(?:past(?! years)|last|next|coming|recent(?! years)|following"
         "|previous) <unit:units>(?: ahead)?",
         _vague_length, "in [the coming weeks]", "PXW"),
    rule("day before", "unit",
         "the (?:very )?day <way:before_after>(?! (?:yesterday|tomorrow))",
         _neighbour_day, "Friday; [the day before], it was shut", "2022-12-01"),
    rule("that day", "unit",
         "(?:earlier |later )?that same day",
         _that_day, "Friday; [later that same day], it was shut", "2022-12-02"),
    rule("running unit", "unit",
         r"(?:<early>|(?:earlier|later) (?:in )?)the (?P<word>week|month|quarter|year|decade"
         r"|century)(?! (?:of|before|after|that|he|she|they)\b|-|'s)",
         _running_unit, "it opened [earlier in the year]", "2022"),
    rule("year ended", "unit",
         "the (?:full |fiscal |financial )?year(?= (?:ended|ending|to) )",
         _year_ended, "for [the year] ended 31 March", "P1Y"),
    rule("the year", "unit",
         r"(?:(?<=for[ ])|(?<=during[ ])|(?<=of[ ])|(?<=throughout[ ]))the (?:full |whole )?(?P<word>week"
         r"|year)(?! (?:of|before|after|that|he|she|they|when|in|ended|ending)\b|-|'s)",
         _running_unit, "the first nine months of [the year].", "2022"),
    rule("latest year", "unit",
         "(?:the|its|their) (?:latest|most recent|last) (?:full )?(?:fiscal|financial|business) year",
         _latest_year, "sales fell in [its latest fiscal year]", "2021"),
    rule("year-end", "unit",
         r"(?:(?P<move>this|last|next) )?year[ -]end|(?:the )?year's end",
         _year_end, "it opens by [year-end]", "2022-12-31"),
)  # fmt: skip
