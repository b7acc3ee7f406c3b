"""The vocabulary of English time expressions, and the fragments that the rules' patterns are made of.

All words are in lower case: rules match the folded text (see rule.fold).
"""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

# Monday is 0, as in datetime.
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
NUMBERS = ONES | TEENS | TENS | {"hundred": 100, "thousand": 1000, "a": 1, "an": 1, "dozen": 12, "couple": 2}

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

UNITS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "fortnight": "fortnight",
    "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century", "centuries": "century",
}  # fmt: skip

# TIMEX3's letters.
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "MO", "mid-morning": "MO", "afternoon": "AF", "mid-afternoon": "AF", "evening": "EV",
    "night": "NI", "overnight": "NI",
}  # fmt: skip

# What moves a period: "last year" is one back, "this year" none.
DIRECTIONS = {
    "last": -1, "past": -1, "this past": -1, "previous": -1, "preceding": -1,
    "this": 0, "current": 0, "same": 0, "that": 0,
    "next": 1, "coming": 1, "this coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip


def _any(words: object) -> str:
    """An alternation, the longest word first, so that "seventeen" is never read as "seven"."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"  # type: ignore[call-overload]


_FULL_MONTHS = _any(word for word in MONTHS if len(word) > 4 or word in ("may", "june", "july"))
_SHORT_MONTHS = _any(word for word in MONTHS if len(word) <= 4 and word not in ("may", "june", "july"))
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,6})(?:\.[0-9]{1,2})?(?![0-9])"
_SMALL = rf"(?:{_any(TENS)}(?:[ -]{_any(ONES)}\b)?|{_any(TEENS)}|{_any(ONES)})"

# Named fragments. In a rule, <month> stands for FRAGMENTS["month"] as a group of that name, and
# <to:month> for the same as group "to". They hold no group of their own.
FRAGMENTS = {
    "month": rf"(?:{_FULL_MONTHS}|{_SHORT_MONTHS}\b\.?)",
    "weekday": r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    "short_weekday": r"(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\b\.?",
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9]|[:.,/][0-9]|%)",
    "nth": rf"(?:(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)|(?:twenty|thirty)[- ]{_any(list(ORDINALS)[:9])}"
           rf"|{_any(ORDINALS)})",
    "year": r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9]|,[0-9]{3}|\.[0-9]|%)",
    "number": rf"(?:{_DIGITS}(?:[ -]1/2)?|half a dozen|(?:a )?dozen|(?:a )?couple(?: of)?|(?:a"
              rf"|{_SMALL})[ -](?:hundred|thousand)|{_SMALL}|hundred)",
    "small": _SMALL.replace("(?:", "(?:hundred|", 1),
    "vague": r"(?:an? few|the few|few|several|many|some|a number of|numerous|countless)",
    "unit": r"(?:seconds?|minutes?|hours?|days?|fortnights?|weeks?|weekends?|months?|quarters?|years?"
            r"|decades?|century|centuries)",
    "one_unit": r"(?:second|minute|hour|day|fortnight|week|weekend|month|quarter|year|decade|century)",
    "units": r"(?:seconds|minutes|hours|days|fortnights|weeks|weekends|months|quarters|years|decades"
             r"|centuries)",
    "long_unit": r"(?:days?|fortnights?|weeks?|months?|quarters?|years?|decades?|century|centuries)",
    "season": _any(SEASONS),
    "part": r"(?:mid-)?(?:morning|afternoon|evening|night)",
    "holder": r"(?:this|last|next) year",
    "early": r"(?:the )?(?:very )?(?:early|late|mid|middle|beginning|start|end|latter part"
             r"|first part)(?:[ -](?:of|in|part of))?[ -](?:the )?",
    "about": r"(?:about|almost|nearly|more than|less than|over|under|just over|just under|at least|at most"
             r"|up to|around|roughly|approximately|as long as|no more than|not more than|fewer than)",
    # Read by clock.py. Four bare digits need a zone or "hours" behind them.
    "clock": (
        r"(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9])? ?[ap]\.?m\b\.?|(?:[01]?[0-9]"
        r"|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?: ?[ap]\.?m\b\.?)?"
        r"|(?:[01][0-9]|2[0-3])[0-5][0-9](?= (?:hours )?\(?(?:gmt|utc|local time|ist|est|edt|pst|pdt|cet|bst"
        r"|pkt)\b)|(?:[01][0-9]|2[0-3])[0-5][0-9] hours"
        rf"|(?:{_SMALL}|1[0-2]|[1-9]) o'clock(?: (?:in the|at) (?:morning|afternoon|evening|night))?"
        rf"|(?:{_SMALL}|1[0-2]|[1-9]) (?:in the (?:morning|afternoon|evening)|at night)|(?:12 )?noon"
        rf"|(?:12 )?midnight|midday)"
    ),
    "before_after": r"(?:before|after)",
    "whole_season": r"(?:spring|summer|autumn|winter)",
    "vague_count": r"(?:few|several|many|couple of)",
    "zone": r"(?:gmt|utc|est|edt|et|cst|cdt|mst|mdt|pst|pdt|pt|bst|cet|cest|ist|pkt|jst|local time"
            r"|eastern time|eastern|pacific time|central time)\b",
}  # fmt: skip
