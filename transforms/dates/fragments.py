"""The named fragments that the rules' patterns are made of.

In a rule, <month> stands for FRAGMENTS["month"] as a group of that name (see rule.expand). A fragment holds
no group of its own; a blank in it is one to three blanks.
"""

from collections.abc import Iterable

from transforms.dates.words import MONTHS, ONES, ORDINALS, SEASONS, TEENS, TENS, UNITS


def _any(words: Iterable[str]) -> str:
    """An alternation, the longest word first, so that "seventeen" is never read as "seven"."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


_SPELLED_OUT = ("may", "june", "july")
_MONTHS = _any(word for word in MONTHS if len(word) > 4 or word in _SPELLED_OUT)
_SHORT_MONTHS = _any(word for word in MONTHS if len(word) <= 4 and word not in _SPELLED_OUT)

_DAY_NUMBER = "(?:3[01]|[12][0-9]|0?[1-9])"
_SUFFIX = "(?:st|nd|rd|th)"
_UP_TO_NINTH = _any(word for word, number in ORDINALS.items() if number < 10)

_SMALL = rf"(?:{_any(TENS)}(?:[ -]{_any(ONES)}\b)?|{_any(TEENS)}|{_any(ONES)})"
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,6})(?:\.[0-9]{1,2})?(?![0-9])"
_ROUND = f"(?:a|{_SMALL})[ -](?:hundred|thousand)|hundred"
_DOZENS = "half a dozen|(?:a )?dozen|(?:a )?couple(?: of)?"

_UNITS = [unit for unit in UNITS if unit != "centuries"]
_PLURALS = [f"{unit}s" for unit in _UNITS if unit != "century"] + ["centuries"]

_HALF = r"[ap](?:m\b|\.m\b\.?)"  # "p.m." has a stop of its own, "pm" none
_HOUR_24, _MINUTE = "(?:[01]?[0-9]|2[0-3])", "[0-5][0-9]"
_MILITARY = "(?:[01][0-9]|2[0-3])[0-5][0-9]"
_OF_DAY = "(?:in the (?:morning|afternoon|evening)|at night)"
_HOUR_WORD = f"(?:{_SMALL}|1[0-2]|[1-9])"
_ZONES = (
    "gmt", "utc", "est", "edt", "et", "cst", "cdt", "mst", "mdt", "pst", "pdt", "pt", "bst", "cet",
    "cest", "ist", "pkt", "jst", "local time", "eastern time", "eastern", "pacific time", "central time",
)  # fmt: skip
_ZONE = rf"{_any(_ZONES)}\b"
_CLOCKS = (
    rf"(?:1[0-2]|0?[1-9])(?:[:.]{_MINUTE})? ?{_HALF}",  # 3.30 pm
    rf"{_HOUR_24}:{_MINUTE}(?::{_MINUTE})?(?: ?{_HALF})?",  # 15:30
    rf"{_HOUR_24}\.{_MINUTE}(?: hours)?(?= {_ZONE})",  # 15.30 GMT
    rf"{_MILITARY}(?= (?:hours )?{_ZONE})|{_MILITARY} hours",  # 1530 GMT, 0630 hours
    rf"{_HOUR_WORD} o'clock(?: {_OF_DAY})?|{_HOUR_WORD} {_OF_DAY}",  # three o'clock, three in the morning
    "(?:12 )?(?:noon|midnight)|midday",
)

FRAGMENTS = {
    "month": rf"(?:{_MONTHS}|{_SHORT_MONTHS}\b\.?)",
    "weekday": "(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "short_weekday": r"(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\b\.?",
    "day": rf"{_DAY_NUMBER}{_SUFFIX}?(?![0-9]|[:.,/][0-9]|%)",
    "nth": f"(?:{_DAY_NUMBER}{_SUFFIX}|(?:twenty|thirty)[- ]{_UP_TO_NINTH}|{_any(ORDINALS)})",
    "year": r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9]|,[0-9]{3}|\.[0-9]|%)",
    "number": rf"(?:{_DIGITS}(?:[ -]1/2)?|{_DOZENS}|{_ROUND}|{_SMALL})",
    "small": f"(?:hundred|{_SMALL})",
    "tens": rf"{_any(TENS)}(?:[ -]{_any(ONES)}\b)?",
    "vague": "(?:an? few|the few|few|several|many|some|a number of|numerous|countless)",
    "vague_count": "(?:few|several|many|couple of)",
    "unit": _any([*_UNITS, *_PLURALS]),
    "one_unit": _any(_UNITS),
    "units": _any(_PLURALS),
    "season": _any(SEASONS),
    "season_not_fall": "(?:spring|summer|autumn|winter)",
    "part": "(?:mid-)?(?:morning|afternoon|evening|night)",
    "holder": "(?:this|last|next|that(?: same)?|the same) year",
    "before_after": "(?:before|after)",
    "clock": f"(?:{'|'.join(_CLOCKS)})",
    "zone": _ZONE,
    "early": (
        "(?:the )?(?:very )?(?:early|late|mid|middle|beginning|start|end|latter part|first part)"
        "(?:[ -](?:of|in|part of))?[ -](?:the )?"
    ),
    "about": (
        "(?:about|almost|nearly|more than|less than|fewer than|no more than|not more than|over|under"
        "|just over"
        "|just under|at least|at most|up to|around|roughly|approximately|as long as)"
    ),
}
