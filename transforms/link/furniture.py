"""Take from a report's text what is not of its matter: credits, datelines, gallery frames, page furniture.

Two reports share such lines for no better reason than that one site printed both.
"""

import re
from typing import NamedTuple

from transforms.text.datelines import dateline
from transforms.text.page_lines import is_page_line
from transforms.text.paragraphs import credit_in

# Longer lines are never tried: furniture is short, and the patterns stay cheap.
MAX_LINE_LENGTH = 200
_PLACES_OF_DATELINE = 3

_OF_A_STAMP = "|".join((
    "january|february|march|april|may|june|july|august|september|october|november|december",
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun",
    "published|updated|posted|modified|created|last|first|on|at|am|pm|a.m|p.m|gmt|utc|bst|e[sd]t|ist",
))  # fmt: skip


class FurnitureRule(NamedTuple):
    """A form of words that makes a whole line furniture."""

    name: str
    pattern: re.Pattern[str]
    example: str


def _rule(name: str, pattern: str, example: str) -> FurnitureRule:
    return FurnitureRule(name, re.compile(pattern, re.IGNORECASE), example)


FURNITURE = (
    _rule("gallery counter", r"(?:(?:hide|show) caption )?(?:photo|slide|image)?\s*\d+ (?:of|/) \d+\.?",
          "Hide Caption 3 of 43"),
    # The words of a caption are the report's, but two reports are not one for having the same gallery.
    _rule("gallery caption", r"(?:photos|gallery|in pictures|slideshow)\s?:.{0,150}\bhide caption \d+ of \d+",
          "Photos: A city after the storm A man crosses the bridge. Hide Caption 3 of 43"),
    _rule("gallery control", r"(?:hide|show|toggle|enlarge) (?:this )?(?:caption|image)s?",
          "Enlarge this image"),
    _rule("picture credit", r".{0,80}/?\b(?:getty images|reuters/[a-z .]+|ap photo(?:/[a-z .]+)?)",
          "Ann Smith/Getty Images"),
    _rule("label", r"story highlights|share this|breaking news|media playback is .{0,60}",
          "Story highlights"),
    _rule("picture label", r"image (?:copyright|caption)\b.{0,150}", "Image copyright The Daily"),
    _rule("time stamp", rf"(?=.*\d)(?=.*[a-z])(?:(?:{_OF_A_STAMP}|\d++(?:st|nd|rd|th)?)\b[\s.,:/|()–-]*+)++",
          "Updated Monday, 4 December 2022 6:04 PM GMT"),
    # Spaces, as tokenised corpora have them.
    _rule("web address", r"(?:https? ?: ?/ ?/|www ?\.).*", "https://daily.example/2022/12/04/rain"),
    _rule("rights", r".{0,60}\ball rights reserved\b.{0,120}", "2022 The Daily. All rights reserved."),
    _rule("terms of use", r".{0,60}\bmay not be (?:published|reproduced).{0,150}",
          "This material may not be published, broadcast or rewritten."),
)  # fmt: skip


def strip_furniture(text: str) -> str:
    """Return `text` without credit lines, the page's own lines, FURNITURE and its first lines' datelines."""
    kept: list[str] = []
    for line in text.split("\n"):
        line = line.strip()
        if not line or (len(line) <= MAX_LINE_LENGTH and _is_furniture(line)):
            continue
        if len(kept) < _PLACES_OF_DATELINE:
            head = dateline(line)
            line = line[head.end :] if head else line
        kept.append(line)
    return "\n".join(kept)


def _is_furniture(line: str) -> bool:
    # One search for all the rules; the credits' groups keep their names, so they stay apart.
    return bool(_ANY_FURNITURE.fullmatch(line)) or credit_in(line) is not None or is_page_line(line)


_ANY_FURNITURE = re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in FURNITURE), re.IGNORECASE)
