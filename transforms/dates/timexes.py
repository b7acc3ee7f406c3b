"""Find the time expressions of a report, and what they mean, by TIMEX3.

    timexes = find_timexes(document)

Rules stand in files by kind of expression, joined in RULES. Of overlapping matches the one that begins
first is taken, of those the longest, of those the first in RULES; a match that its rule's reader declines is
passed over.
"""

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta
from typing import Optional

from schemas.records import TimeExpression
from transforms.dates import (
    calendar,
    clock,
    counted,
    durations,
    exclusions,
    named_days,
    periods,
    ranges,
    references,
    relative,
    sets,
    weekdays,
    weeks,
    years,
)
from transforms.dates.counted import QUARTER_REACH
from transforms.dates.datelines import in_dateline
from transforms.dates.rule import Context, Match, Reading, Rule, fold
from transforms.dates.tense import PAST, direction, governor
from transforms.dates.triggers import TRIGGERS, triggers
from transforms.dates.values import Interval, interval
from transforms.dates.verbs import COMMON
from transforms.text.document import Document, SentenceSpan
from transforms.text.tokens import Token

RULES: tuple[Rule, ...] = (
    *named_days.RULES,
    *ranges.RULES,  # before calendar's: "November 3" may be the first of two days
    *calendar.RULES,
    *years.RULES,
    *sets.RULES,
    *weekdays.RULES,
    *weeks.RULES,
    *clock.RULES,
    *periods.RULES,
    *counted.RULES,
    *relative.RULES,
    *references.RULES,
    *durations.RULES,
    *exclusions.RULES,
)

_BY_TRIGGER = {
    name: [(order, rule.pattern.match) for order, rule in enumerate(RULES) if rule.trigger == name]
    for name in (*TRIGGERS, "digit")
}
# An expression begins with a word, or a mark before a number, at most so many characters before a word that
# sets off its rule.
_WORD = re.compile(r"(?<![\w$#£€/@&])(?:[a-z0-9]|['+(](?=[a-z0-9]))")
AHEAD = 90

_DIGIT = re.compile("[0-9]")
# Kinds of names: no date in words begins inside one ("This Week" on television, "60 Minutes").
NAMES = frozenset(["WORK_OF_ART", "ORG"])
# Kinds of names that begin with a weekday: "Sunday Creek".
PLACES = frozenset(["GPE", "LOC", "FAC", "PERSON"])
# A report is printed so long after the day in its dateline at most.
PRINTED = timedelta(3)
# Quarters that results are compared with; the report does not tell of them.
COMPARISONS = frozenset(
    ["a unit ago", "a unit later", "year-ago quarter", "year-ago nth quarter", "quarter of a year"]
)
# Rules of quarters that may be a company's own, whose days it tells: "the first quarter ended Aug. 31".
QUARTERS = COMPARISONS | frozenset(["nth quarter", "latest quarter", "latest period", "quarter ended"])
# Lengths that results are told of beside those of a quarter: "in the nine months".
LONGER = frozenset(["P6M", "P9M", "P1Y"])


def find_timexes(document: Document) -> list[TimeExpression]:
    """Return the time expressions of `document` in the order of the text; none overlap.

    All count from the day of publication, also inside quotations: there the sentence's date, not the
    expression's, counts from the utterance. `anchor_date` is the day an expression was counted from, null
    where its words alone are enough. The days are null for lengths, sets and vague references.
    """
    context = Context(document, fold(document.text), document.article.published)
    found: list[TimeExpression] = []
    for sentence in document.sentences:
        for rule, start, end, reading in _readings(context, sentence):
            days = _days(context, rule, reading)
            found.append(
                TimeExpression(
                    document.article.article_id,
                    sentence.sentence_id,
                    start,
                    end,
                    document.text[start:end],
                    reading.type or "",
                    reading.value,
                    days and days.start,
                    days and days.end,
                    days and days.precision,
                    reading.anchor,
                    rule.name,
                    document.article.published,
                )
            )
    return found


def _readings(context: Context, sentence: SentenceSpan) -> list[tuple[Rule, int, int, Reading]]:
    taken: list[tuple[Rule, int, int, Reading]] = []
    position = sentence.start
    for start, _, order, match in candidates(context, sentence):
        if start < position:
            continue
        reading = _read(RULES[order], match, context)
        if reading is None:
            continue
        position = match.end()
        if reading.type is not None:
            taken.append((RULES[order], start, position, reading))
            _remember(context, RULES[order], reading, start, position)
            if RULES[order].name == "year" and start - sentence.start <= len("In "):
                context.headed = (str(reading.value), sentence.end)
    return taken


def candidates(context: Context, sentence: SentenceSpan) -> list[tuple[int, int, int, Match]]:
    """Return the matches of a sentence in the order in which they are taken: start, -end, order of the rule.

    A rule is tried only where words begin, and only shortly before a word that can set it off: to search
    whole sentences for it gives the same matches at five times the price.
    """
    set_off: dict[str, list[Token]] = {}
    for token in context.document.tokens_of(sentence):
        for name in triggers(token.text):
            set_off.setdefault(name, []).append(token)
    if not set_off:
        return []
    text, end = context.text, sentence.end
    words = [word.start() for word in _WORD.finditer(text, sentence.start, end)]
    found = []
    for name, tokens in set_off.items():
        places: list[int] = []
        for token in tokens:
            low = bisect_left(words, token.start - AHEAD)
            if places:
                low = max(low, bisect_right(words, places[-1]))
            places += words[low : bisect_left(words, token.end, low)]
        for order, match_at in _BY_TRIGGER[name]:
            position = 0
            for place in places:
                match = match_at(text, place, end) if place >= position else None
                if match is not None:
                    position = match.end()
                    found.append((place, -position, order, match))
    found.sort(key=lambda candidate: candidate[:3])
    return found


def _read(rule: Rule, match: Match, context: Context) -> Optional[Reading]:
    if _in_name(rule, match, context):
        return None
    try:
        return rule.read(match, context)
    except OverflowError:  # a step out of the calendar's years 1 to 9999
        return None


def _in_name(rule: Rule, match: Match, context: Context) -> bool:
    """Tell whether words belong to a name: by the model's entities, or as a title in quotation marks.

    The model takes a "Today" that opens a quotation for a title, although it tags it as a common noun.
    """
    first, last = context.token(match.start()), context.token(match.end() - 1)
    if first is None or last is None:
        return False
    if rule.trigger == "unit" and last.quoted and last.pos == "PROPN":
        return True  # "60 Minutes"
    if rule.trigger == "weekday" and first.entity in PLACES and first.dep == "compound":
        return True
    common = rule.trigger == "deictic" and first.pos == "NOUN"
    return first.entity in NAMES and not common and not _DIGIT.search(match[0])


def _days(context: Context, rule: Rule, reading: Reading) -> Optional[Interval]:
    """The days of a reading: its value's, but those that the report tells of a company's own quarter."""
    own = context.quarters.get(str(reading.value)) if rule.name in QUARTERS else None
    return own or (interval(reading.value) if reading.type in ("DATE", "TIME") else None)


def _remember(context: Context, rule: Rule, reading: Reading, start: int, end: int) -> None:
    """Keep what later expressions may count from."""
    if context.results and reading.value in LONGER:
        context.results = context.results[:4]
    days = _days(context, rule, reading)
    if days is None or rule.name.startswith("named event"):
        return  # nobody counts "two days later" from 9/11
    context.last, context.last_span = days.start, (start, end)
    context.last_precision = "" if rule.name == "clock" else days.precision  # a time's day may be a guess
    printed = timedelta(0) < context.published - days.start <= PRINTED
    if rule.name in calendar.MONTH_DAYS and printed and in_dateline(context.document, start, end):
        context.written = days.start
    if days.precision in ("day", "time"):
        context.day, context.day_end = days.start, end
        verb = governor(context, start, end)
        if verb is not None and verb.lemma not in COMMON and verb.lemma.isalpha():
            context.deeds[verb.lemma] = days.start
    if days.precision == "month" and rule.name not in ("a unit ago", "a unit later"):
        context.month, context.month_end = days.start, end
    if days.precision in ("month", "quarter", "year") or (days.precision == "day" and not reading.anchor):
        context.period_value = reading.value
        context.period = days  # "the following year" is also counted from "22 May 1995"
    # A company's fourth quarter may be over while the calendar's runs.
    over = days.end < context.published or (
        days.start < context.published and not context.quarter and direction(context, start, end) == PAST
    )
    if days.precision == "quarter" and rule.name not in COMPARISONS and over:
        near = end - context.quarter_end < QUARTER_REACH
        if context.quarter and near and str(reading.value) < context.quarter:
            return  # "as in the second quarter of 2021": what they compare with
        context.quarter, context.quarter_end = reading.value, end
        context.results = reading.value
