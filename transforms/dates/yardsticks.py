"""Times that nothing happened at: what figures are compared with, and what a record is measured from."""

import re

from schemas.records import TimeExpression
from transforms.dates.timexes import COMPARISONS
from transforms.text.document import Document

_COMPARED_WITH = re.compile(r"\b(?:from|than|with|to|against|versus)\b[^.;]{0,30}$")
# "Rose to 5 million from 4 million in April 2023"
_FROM_FIGURE = re.compile(
    r"\b(?:up|down|higher|lower|r[io]se[ns]?|rising|f[ae]ll(?:en|s|ing)?|grew|grown|climb\w*|drop\w*|slip\w*"
    r"|jump\w*|increas\w*|decreas\w*|declin\w*|widen\w*|narrow\w*)\b[^;]{0,40}?\b"
    r"(?:from|than|against|versus|compared (?:with|to))\s(?:\w+\s)?[$€£¥]?\d[\d.,]*%?"
    r"(?:\s(?!to\b)[\w%-]+){0,3}\s(?:in|on|for|during)\s(?:the\s)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
# So many words behind "the lowest" or "the third" it is still what is counted "since".
_REACH = 6
_COUNTS = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "only"]
)


def is_yardstick(document: Document, timex: TimeExpression) -> bool:
    """Tell whether a time is only a yardstick: "up from $4 million a year earlier", "the third since May".

    Such a "since" stands behind a superlative or a count, and no verb between.
    """
    before = document.text[max(0, timex.start - 40) : timex.start]
    if _FROM_FIGURE.search(document.text[max(0, timex.start - 100) : timex.start]):
        return True
    if timex.rule in COMPARISONS:
        return bool(_COMPARED_WITH.search(before))
    match = _SINCE.search(before)
    if not match:
        return False
    tokens = document.tokens_between(timex.start - len(match[0]), timex.start)
    for i in range(tokens[0].i - 1 if tokens else -1, -1, -1):
        token = document.tokens[i]
        if token.sentence != tokens[0].sentence or tokens[0].i - i > _REACH or token.pos in ("VERB", "AUX"):
            return False
        if token.tag in ("JJS", "RBS") or token.lower in _COUNTS:
            return True
    return False
