"""What a rule for time expressions is, what it reads, and what it knows of the report around it.

A rule is a row: a name, the class of trigger words that it needs, a pattern over the folded text, the
function that reads a match, and an example that the tests run. Patterns are written in fragments:
<month> stands for fragments.FRAGMENTS["month"] as a group of that name, <to:month> for the same as group
"to", <:month> for the same as no group, and a blank for one to three blanks.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple, Optional

from transforms.dates.fragments import FRAGMENTS
from transforms.dates.values import Interval
from transforms.dates.words import DIRECTIONS, MONTHS, NUMBERS, ORDINALS, UNITS, WEEKDAYS
from transforms.text.document import Document
from transforms.text.tokens import Token

# Capitals, typographic marks and odd blanks, each to one plain character: offsets stay.
_FOLDED = {ord(c): ord(c) + 32 for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | {
    ord(odd): ord(plain)
    for plain, odds in {"'": "’‘ʼ`", '"': "“”„", "-": "‐‑–—−", " ": "\t\n\r\u00a0\u2009\u202f"}.items()
    for odd in odds
}


def fold(text: str) -> str:
    """Return `text` in ASCII lower case with plain quotation marks, hyphens and blanks, length kept."""
    return text.translate(_FOLDED)


class Reading(NamedTuple):
    """What a match means; `anchor` is the day that was counted from, if any.

    Without a type it is no date, and nothing else may be read of its words (see NOTHING).
    """

    type: Optional[str]
    value: Optional[str]
    anchor: Optional[date] = None


# "31 February": neither a day, nor "February".
NOTHING = Reading(None, None)


@dataclass(slots=True)
class Context:
    """The report around a match, and what its earlier expressions said."""

    document: Document
    text: str  # folded
    published: date
    written: Optional[date] = None  # the day in its dateline, where that is not publication's
    day: Optional[date] = None  # the last day that was named
    day_end: int = 0  # where it was named
    last_precision: str = ""
    last_span: tuple[int, int] = (0, 0)  # where it was named
    last: Optional[date] = None  # the last day, or first day of a period, that was named
    headed: tuple[str, int] = ("", 0)  # the year that opens a sentence, and where the sentence ends
    period: Optional[Interval] = None  # the last month, quarter, year or full date that was named
    period_value: Optional[str] = None
    month: Optional[date] = None  # the last month that was named, by its first day
    month_end: int = 0  # where it was named
    quarter: Optional[str] = None  # the last quarter that was named, as a value
    quarter_end: int = 0  # where it was named
    quarters: dict[str, Interval] = field(default_factory=dict)  # the days of a company's own, by value
    results: Optional[str] = None  # the quarter, or of longer periods the year, that results are compared of
    deeds: dict[str, date] = field(default_factory=dict)  # the day last named beside a verb, by its lemma
    day_first: Optional[str] = None  # see calendar.writes_day_first; None: not asked yet
    _called: Optional[frozenset[str]] = None  # see called; None: not asked yet
    _verbs: tuple[int, Sequence[Token]] = (-1, ())  # of the sentence that was asked for last

    def before(self, start: int, length: int = 30) -> str:
        """The folded text that ends at `start`."""
        return self.text[max(0, start - length) : start]

    def after(self, end: int, length: int = 30) -> str:
        """The folded text that begins at `end`."""
        return self.text[end : end + length]

    def begins_range(self, start: int, precision: str) -> Optional[date]:
        """The first day of a range that ends with the words at `start`: Monday of "Monday to Friday"."""
        first, end = self.last_span
        same = self.last_precision == precision or (precision == "day" and self.last_precision == "time")
        if self.last is None or not same or not 0 < start - end < 12:
            return None
        joint = self.text[end:start].strip(" -")
        if joint == "and":
            return self.last if self.before(first, 8).endswith("between ") else None
        return self.last if joint in ("", "to", "until", "till", "through") and "," not in joint else None

    @property
    def today(self) -> date:
        """The day that "today" is: that of the dateline ("LAHORE, Dec 3: ..."), else publication's."""
        return self.written or self.published

    def told_day(self) -> Optional[date]:
        """The day that "that day" means; None if another month or year was named since, as of another story.

        "On Friday he spoke. The mill shut in May 2019, and that day two men died": not on Friday.
        """
        last = self.period
        coarse = self.last_span[1] > self.day_end and self.last_precision in ("month", "year", "season")
        first = self.last_span[0]
        # "Since 2015" and "this year" begin no story of their own.
        other = (
            coarse
            and not self.before(first, 7).endswith("since ")
            and self.text[first : first + 5] != "this "
        )
        if self.day is None or not other or last is None or last.start <= self.day <= last.end:
            return self.day
        return None

    def year_of(self, holder: str) -> int:
        """The year that "last year" or "that year" means, as it stands beside a month."""
        first = holder.split()[0]
        if first in ("that", "the"):
            return (self.period.start if self.period else self.published).year
        return self.published.year + DIRECTIONS[first]

    def capital(self, offset: int) -> bool:
        """Tell whether the text as written has a capital there."""
        return self.document.text[offset].isupper()

    def token(self, offset: int) -> Optional[Token]:
        """The token at `offset`."""
        tokens = self.document.tokens_between(offset, offset + 1)
        return tokens[0] if tokens else None

    def named_before(self, offset: int) -> bool:
        """Tell whether a proper noun stands right before `offset`: "Theresa May", "Windows 2000"."""
        token = self.token(offset)
        left = self.document.tokens[token.i - 1] if token and token.i else None
        return left is not None and left.pos == "PROPN" and left.end == offset - 1

    def verbs_of(self, sentence: int) -> Sequence[Token]:
        """The verbs of a sentence, in order."""
        if self._verbs[0] != sentence:
            tokens = self.document.tokens_of(self.document.sentences[sentence])
            self._verbs = (sentence, [token for token in tokens if token.pos in ("VERB", "AUX")])
        return self._verbs[1]

    def called(self) -> frozenset[str]:
        """The words that the report has as the last of a name, in lower case: "may" of "Theresa May"."""
        if self._called is None:
            tokens = self.document.tokens
            self._called = frozenset(
                last.lower
                for first, last in pairwise(tokens)
                if first.pos == last.pos == "PROPN"
                and first.end + 1 == last.start
                and first.text[1:].islower()  # "LONDON May 3" is a dateline
                and first.lower not in WEEKDAYS
            )
        return self._called

    def entity(self, offset: int) -> str:
        """The label of the named entity at `offset`, or ""."""
        token = self.token(offset)
        return token.entity if token else ""


Match = re.Match[str]
Reader = Callable[[Match, Context], Optional[Reading]]


class Rule(NamedTuple):
    """A form of words that names a time.

    `example` holds a text with the expression in square brackets, and its value in a report published on
    Sunday 2022-12-04.
    """

    name: str
    trigger: str  # triggers.TRIGGERS, or "digit"
    pattern: re.Pattern[str]
    read: Reader
    example: tuple[str, Optional[str]]


_FRAGMENT = re.compile(r"(?<!\?P)<(?:(?P<name>[a-z_]*):)?(?P<fragment>[a-z_]+)>")
_CLASS_OR_BLANK = re.compile(r"\[[^\]]*\]|\\.| ")


def _group(match: Match) -> str:
    name, fragment = match["name"], FRAGMENTS[match["fragment"]]
    return fragment if name == "" else f"(?P<{name or match['fragment']}>{fragment})"


def expand(pattern: str) -> str:
    """Return the regular expression that a rule's pattern stands for."""
    named = _FRAGMENT.sub(_group, pattern)
    return _CLASS_OR_BLANK.sub(lambda m: "(?:[ ]{1,3})" if m[0] == " " else m[0], named)


def rule(name: str, trigger: str, pattern: str, read: Reader, text: str, value: Optional[str]) -> Rule:
    """Make a rule; its pattern never begins or ends inside a word, a price, a number or a path."""
    bounded = rf"(?<![\w$#£€/@&])(?<![0-9][.,:])(?:{expand(pattern)})(?![\w@]|[.,:][0-9])"
    return Rule(name, trigger, re.compile(bounded), read, (text, value))


def month_number(word: str) -> int:
    """The number of a month by its name or abbreviation."""
    return MONTHS[word.rstrip(".")]


def weekday_number(word: str) -> int:
    """The number of a weekday by its name or abbreviation; Monday is 0."""
    return WEEKDAYS[word.rstrip(".")]


def nearest_weekday(day: date, weekday: int) -> date:
    """The day of that weekday at most three days off."""
    return day + timedelta((weekday - day.weekday() + 3) % 7 - 3)


def unit_name(word: str) -> str:
    """The unit that a word names, in the singular or plural."""
    return UNITS.get(word) or UNITS[word.rstrip("s")]


def number(words: str) -> Optional[float]:
    """The number that `words` spell ("21", "2 1/2", "twenty-one", "a couple of"); None for a vague one."""
    words = words.strip()
    if words[0].isdigit():
        digits, _, half = words.replace("-", " ").partition(" ")
        return float(digits.replace(",", "")) + (0.5 if half else 0)
    if words.startswith("half a dozen"):
        return 6
    parts = [part for part in re.split("[ -]", words) if part != "of"]
    if len(parts) > 1 and parts[0] == "a":
        parts = parts[1:]
    if any(part not in NUMBERS for part in parts):
        return None
    if len(parts) == 1:
        return NUMBERS[parts[0]]
    if parts[-1] in ("hundred", "thousand", "dozen"):
        head = number(" ".join(parts[:-1]))
        return None if head is None else head * NUMBERS[parts[-1]]
    return sum(NUMBERS[part] for part in parts)


def ordinal(word: str) -> int:
    """The number of "first", "21st", "21", "twenty-first"."""
    if word[0].isdigit():
        return int(word.rstrip("stndrh"))
    tens, _, ones = word.replace("-", " ").partition(" ")
    return NUMBERS[tens] + ORDINALS[ones] if ones else ORDINALS[tens]
