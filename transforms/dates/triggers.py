"""Which rules a word can set off: the cheap first look that most sentences go no further than."""

import functools

from transforms.dates.named_days import HOLIDAYS
from transforms.dates.rule import fold
from transforms.dates.words import DAY_PARTS, MONTHS, SEASONS, UNITS, WEEKDAYS

TRIGGERS: dict[str, tuple[str, ...]] = {
    "month": tuple(MONTHS),
    "weekday": tuple(WEEKDAYS) + tuple(f"{day}s" for day in WEEKDAYS),
    "unit": tuple(UNITS) + tuple(f"{unit}s" for unit in UNITS),
    "quarter": ("quarter", "quarters", "half", "period", "ago", "earlier"),
    "season": tuple(SEASONS),
    "fiscal": ("fiscal", "financial", "budget", "fy"),
    "decade": (
        "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
    ),
    "century": ("century", "centuries"),
    "number": ("eighteen", "nineteen", "thousand"),
    "era": ("bc", "b.c", "bce", "b.c.e", "ad", "a.d", "ce"),
    "clock": (
        "a.m", "p.m", "am", "pm", "noon", "midnight", "midday", "o'clock", "gmt", "utc", "hours", "morning",
        "afternoon", "evening", "night",
    ),
    "part": tuple(DAY_PARTS),
    "deictic": ("today", "tonight", "yesterday", "tomorrow"),
    "reference": (
        "now", "currently", "present", "presently", "nowadays", "current", "moment", "time", "days",
        "recently", "recent", "past", "lately", "once", "formerly", "previously", "future", "term", "soon",
    ),
    "set": (
        "every", "each", "daily", "weekly", "fortnightly", "monthly", "quarterly", "annually", "yearly",
        "nightly", "hourly", "biweekly", "bimonthly",
    ),
    "holiday": tuple(word for holiday in HOLIDAYS for word in holiday.name.split() if word != "of"),
}  # fmt: skip

_CLASSES: dict[str, frozenset[str]] = {}
for _name, _words in TRIGGERS.items():
    for _word in _words:
        _CLASSES[_word] = _CLASSES.get(_word, frozenset()) | {_name}
_NONE: frozenset[str] = frozenset()


@functools.lru_cache(maxsize=100_000)
def triggers(word: str) -> frozenset[str]:
    """Return the trigger classes of a token's text; of a hyphenated one, those of its parts too."""
    folded = fold(word).rstrip(".")
    found = _CLASSES.get(folded, _NONE)
    if any("0" <= c <= "9" for c in folded):
        found |= {"digit"} | (
            {"clock"} if ":" in folded or len(folded) == 4 or folded.endswith("m") else _NONE
        )
    if folded.startswith("fy"):
        found |= {"fiscal"}
    if "-" in folded:
        for part in folded.split("-"):
            found |= _CLASSES.get(part, _NONE)
    return found
