"""Which of its time expressions dates a sentence."""

import re
from collections.abc import Sequence
from typing import Optional

from schemas.records import TimeExpression
from transforms.dates.calendar import MONTH_DAYS
from transforms.dates.clauses import DAYLESS, day_precision, distance, hold_of, is_ahead_of
from transforms.dates.datelines import in_dateline
from transforms.dates.postponed import is_of_plan
from transforms.dates.tense import is_running
from transforms.dates.verbs import REPORTING, SPEECH
from transforms.dates.yardsticks import is_yardstick
from transforms.text.document import Document
from transforms.text.tokens import Token

_DEADLINE = re.compile(r"\b(?:by|before|until)\s+$", re.IGNORECASE)
_LATER = re.compile(r"\b(?:later|end)\b", re.IGNORECASE)
_ALTERNATIVE = re.compile(r",? (?:or|if not)\b")
_COARSE = frozenset(["year", "decade", "century"])
_NAMES = frozenset(["EVENT", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "FAC"])


def choose(
    document: Document, own: Sequence[TimeExpression]
) -> tuple[Optional[TimeExpression], Optional[TimeExpression]]:
    """Return the expression that dates a sentence, and the first that only stands in its background.

    It is the one in the least embedded clause; of several, one on the verb before one on a noun, then the
    first, but a day before the longer period it lies in ("Friday's was the third this year"). Background is
    a year that describes a noun ("the 1991 agreement"): it counts where nothing can be inherited. No date at
    all are times without a day, expressions inside a name ("the 2012 Olympics"), what is only compared with
    or measured from ("the most since May"), days of a plan that has been changed, what lies ahead of a past
    ("prices soared ahead of Friday's vote"), and what somebody speaks of, where it is to come or a whole
    year ("he said it lost money last year": what is told is what he said; but in "it lost money last year,
    he said" that is an aside).
    """
    main: Optional[tuple[tuple[int, bool], TimeExpression]] = None
    background: Optional[TimeExpression] = None
    for timex in own:
        hold = hold_of(document, timex)
        to_come = _to_come(document, timex)
        if timex.rule in DAYLESS or _in_name(document, timex) or (to_come and _reported(hold.verb)):
            continue
        if timex.rule == "day before" and timex.date_start == timex.anchor_date:
            continue  # "3 May, the day before the vote": the same day again
        since = since_clause(hold.verb)
        if since is not None and not is_running(since.head):
            continue  # "the largest rally since the dispute began in May"
        if is_ahead_of(timex, hold.verb) or is_yardstick(document, timex) or is_of_plan(document, timex):
            continue
        if timex.precision in _COARSE and (hold.nouns or _describes(hold.verb)):
            background = background or (None if to_come else timex)
            continue
        if timex.precision in _COARSE and _reported(hold.verb, ahead=True):
            continue
        place = distance(hold), bool(hold.nouns)
        if timex.rule in MONTH_DAYS and in_dateline(document, timex.start, timex.end):
            # What the main clause itself names goes before; that is often taken for what the place "says".
            place = (1, True)
        if main is not None and place[0] >= main[0][0] and _day_within(document, main[1], timex):
            continue
        closer = main is None or place < main[0]
        if closer or (main and place[0] <= main[0][0] and _day_within(document, timex, main[1])):
            main = (place, timex)
    return main and main[1], background


def since_clause(verb: Optional[Token]) -> Optional[Token]:
    """The clause that says since when its main clause holds, if a verb is of it: "since it began"."""
    for above in (verb, *verb.ancestors()) if verb else ():
        if above.dep == "advcl" and any(
            child.dep == "mark" and child.lower == "since" for child in above.children
        ):
            return above
    return None


def began_since(verb: Optional[Token]) -> bool:
    """Tell whether what has been going on began in a verb's clause: "it has tripled since they met"."""
    since = since_clause(verb)
    return since is not None and is_running(since.head)


def _to_come(document: Document, timex: TimeExpression) -> bool:
    """Tell whether an expression lies ahead: after publication, or at the end of what is running."""
    if timex.date_start is None or timex.date_end is None:
        return False
    published = document.article.published
    if timex.date_start > published or timex.date_end <= published:
        return timex.date_start > published
    before = document.text[max(0, timex.start - 10) : timex.start]
    return bool(_LATER.search(timex.text) or _DEADLINE.search(before))


def _day_within(document: Document, timex: TimeExpression, other: TimeExpression) -> bool:
    """Tell whether an expression is a day, or a time of it, in the longer period of another.

    Or a month of the year beside it ("in May 2013, nine years ago"). But "this week, if not today" leaves it
    open.
    """
    days = (timex.date_start, timex.date_end, other.date_start, other.date_end)
    fine, coarse = day_precision(timex), day_precision(other)
    left, right = min(timex.end, other.end), max(timex.start, other.start)
    month = fine == "month" and coarse == "year" and right - left <= len(", in ")
    if not (fine == "day" != coarse or month) or None in days:
        return False
    start, end, first, last = days
    within = bool(start and end and first and last and first <= start and end <= last)
    return within and not _ALTERNATIVE.match(document.text, left, right)


def _in_name(document: Document, timex: TimeExpression) -> bool:
    """Tell whether an expression stands in a name: by the model's entities, or as in "the 2012 Olympics"."""
    first = next(iter(document.tokens_between(timex.start, timex.end)), None)
    if first is None:
        return False
    # "Black Friday" is a name itself, and the "Sun" of "Sun, Dec 4" no paper.
    named = first.entity in _NAMES and not timex.rule.startswith("holiday") and timex.rule not in MONTH_DAYS
    return named or (
        first.dep in ("nummod", "compound") and first.head.pos == "PROPN" and first.head.end > timex.end
    )


def _describes(verb: Optional[Token]) -> bool:
    """Tell whether a verb's clause describes a noun: "the model launched in 2003"."""
    return verb is not None and verb.dep in ("acl", "relcl")


def _reported(verb: Optional[Token], ahead: bool = False) -> bool:
    """Tell whether a verb's clause is what somebody says: "he said it would", "it would, he said, open".

    With `ahead` only if that is said before it.
    """
    if verb is None:
        return False
    for above in (verb, *verb.ancestors()):
        if above.dep == "ccomp" and above.head.lemma in REPORTING and not (ahead and above.i < above.head.i):
            return True
        if not ahead and any(child.dep == "parataxis" and child.lemma in SPEECH for child in above.children):
            return True
    return False
