"""Find the picture credits that web pages set into a report, before and behind the words of a caption.

    stretches = picture_credits("Getty Images A boat leaves the port")    # [(0, 12)]

A page that was scraped holds its captions as lines of the report, each with the photographer and the
agency. Cut off here they become credits (paragraphs.py): kept, but no names and nobody's words.
"""

import re
from typing import NamedTuple

# Who credits pictures and is seldom in the news itself ...
_LIBRARIES = (
    r"(?:Getty Images|GETTY IMAGES|(?:Getty|GETTY)(?! I[mM])|Shutterstock|Rex Features|REX|Splash News|Alamy|"
    r"iStock|AFP or licensors|AP Photo|AP Images|PA Wire|Zuma Press|ZUMA Press|WENN|SWNS)"
)
# ... and agencies of words and pictures.
_AGENCIES = (
    r"(?:Reuters|REUTERS|AFP|AP|EPA|PA|UPI|DPA|Xinhua|Anadolu(?: Agency)?|Bloomberg|Associated Press|NPR)"
)
_PICTURE = rf"(?:{_LIBRARIES}|{_AGENCIES})"
_WORD = r"(?:[A-Z][\w.'’-]*)"
_NAME = rf"(?:{_WORD}(?: {_WORD}){{0,4}})"
_OR = r" ?[/•] ?"
_TAIL = rf"(?:{_OR}(?:{_PICTURE}|[Ff]ile|Pool|Handout|Stringer)| via {_PICTURE}|, File)"
# "Ann Berg/AP", "Ann Berg/Pool/Getty Images", "AFP/Getty Images".
_BY = rf"(?:{_NAME}{_OR}(?:(?:Pool|Invision|File){_OR})?)"
_SIGNED = rf"(?:{_BY}?{_PICTURE}{_TAIL}+|{_BY}{_PICTURE}\b)"
# "REUTERS/Ann Berg": behind a caption only, because the name may go on as the caption does. On a line of
# its own it is left as it is: a line that names who took the picture, and nobody else.
_OPENED = rf"(?:{_PICTURE}{_OR}{_NAME})"
_LIST = rf"(?:{_PICTURE}|{_NAME})(?:(?:{_OR}|, | via | for )(?:{_PICTURE}|{_NAME}))*"
_PHOTO = r"(?:[Pp]hotos?|PHOTOS?|[Pp]hotographs?|[Ii]mages?|[Pp]ictures?|[Cc]redit)"
_FILED = r"(?:[Ff]ile|FILE|[Hh]andout|[Ss]tock) (?:photo|picture|image)"
# What a caption begins with: a capital, a digit, a quotation.
_CAPTION = r"(?=[A-Z0-9“\"‘'])"
_ARTICLE = r"(?=(?:A|An|The|This|These|Two|Three|Four|Five|People|Mr|Mrs)\b)"
_OFFICE = r"(?!(?:CEO|[Cc]hief|Chair\w*|President|Inc|Holdings|Group|Trust)\b)"


class PictureRule(NamedTuple):
    """A form of picture credit; `example` is a line that has one, in brackets."""

    name: str
    pattern: re.Pattern[str]
    example: str


# At the head of a line.
LEADING = (
    PictureRule(
        "toggle",
        re.compile(r"(?:Enlarge this image )?toggle caption .{0,140}$"),
        "[Enlarge this image toggle caption Ann Berg/AP Ann Berg/AP]",
    ),
    PictureRule(
        "player", re.compile(r"JUST WATCHED .{1,120} Replay More Videos .{0,160}$"),
        "[JUST WATCHED Port closed Replay More Videos ... MUST WATCH Port closed 01:15]",
    ),
    PictureRule(
        "sharing", re.compile(r"(?:Facebook Twitter Pinterest|[Hh]ide caption) "),
        "[Facebook Twitter Pinterest] A boat leaves the port.",
    ),
    PictureRule(
        "counter", re.compile(r"Hide Caption \d+ of \d+ "), "[Hide Caption 2 of 8] Photos: A boat leaves"
    ),
    PictureRule(
        "copyright", re.compile(r"(?:Image copyright .{2,40}? )?(?:Image|Media) caption "),
        "[Image copyright Getty Images Image caption] The port was closed in May",
    ),
    PictureRule(
        "signed", re.compile(rf"(?:{_SIGNED} )+{_CAPTION}|(?:{_SIGNED} ?)+$"),
        "[Ann Berg/Reuters] A boat leaves the port.",
    ),
    PictureRule(
        "library",
        re.compile(
            rf"(?:Handout - )?{_LIBRARIES}(?: - (?:Getty|Contributor|Stringer|Handout|AFP))? "
            rf"{_OFFICE}{_CAPTION}"
        ),
        "[Getty Images] A boat leaves the port",
    ),
    PictureRule("agency", re.compile(rf"{_AGENCIES} {_ARTICLE}"), "[AFP] The boat left at noon"),
    PictureRule(
        "agency spelled", re.compile(rf"(?:AP: ?Associated Press|© ?{_LIST}) {_CAPTION}"),
        "[AP:Associated Press] A boat leaves the port",
    ),
    PictureRule(  # no picture's, but of the same kind: who sends the report, with no place
        "outlet",
        re.compile(r"\((?:CNN|NPR|UPI|ABC News|CBS News|NBC News|Fox News)\) ?(?:[-–—]+ )?(?=[A-Z“\"])"),
        "[(CNN)] A boat left the port.",
    ),
    PictureRule(
        "file", re.compile(r"FILE(?: PHOTO)? ?[-–—:] "), "[FILE -] In this May 5 photo a boat leaves."
    ),
)  # fmt: skip

# At the end of a line.
TRAILING = (
    PictureRule(
        "photo", re.compile(rf"\(?(?:{_WORD} )?{_PHOTO}(?: [Cc]redit)?(?:: ?| by | via )(?:{_LIST})\)?\.?"),
        "A boat leaves the port. [(Photo: Ann Berg for The Herald)]",
    ),
    PictureRule(
        "bracketed", re.compile(rf"\((?:© ?)?(?:{_SIGNED}|{_LIBRARIES})\)\.?"),
        "A boat leaves the port [(Ann Berg/AP)]",
    ),
    PictureRule(
        "agency", re.compile(rf"(?<=[.!?”\"’] )\({_AGENCIES}\)"), "A boat leaves the port. [(AFP)]"
    ),
    PictureRule(
        "author", re.compile(rf"© ?{_NAME} \({_AGENCIES}[^()]{{0,20}}\)"),
        "A boat leaves [©Ann Berg (AFP/File)]",
    ),
    PictureRule("file", re.compile(rf"\({_FILED}\)"), "A boat leaves the port [(file photo)]"),
    PictureRule(
        "signed", re.compile(rf"(?<=[.!?”\"’\d] )(?:{_SIGNED}|{_OPENED})(?: [A-Z ]+)?"),
        "A boat leaves the port. [REUTERS/Ann Berg]",
    ),
    PictureRule(
        "library", re.compile(r"(?<= )(?:REUTERS|Rex Features|GETTY|Getty Images|AFP/Getty(?: Images)?)"),
        "A boat leaves the port [Rex Features]",
    ),
    PictureRule("gallery", re.compile(r"Hide Caption \d+ of \d+"), "A boat leaves. [Hide Caption 2 of 8]"),
)  # fmt: skip

# "A boat leaves the port. | AP Photo Strike at the port": between a caption and what stands below it.
_BETWEEN = re.compile(rf"\| ?{_PICTURE}(?: Photo| Images)?(?= {_CAPTION}|$)")

# What a line with a credit at its head begins with, or has near its head.
_MAYBE = re.compile(
    rf"{_PICTURE}|Enlarge|toggle|JUST|Facebook|[Hh]ide|Image|Media|FILE|Handout|©|\(|[^/•]{{1,100}}+[/•]"
)
# A credit at the end of a line begins no further from the end.
_MAX_TRAILING = 120
_NO_END = frozenset(".!?,;:…”\"'’")
_OPENERS = re.compile(r"[(©|]|(?<= )[A-Z]|[Pp]hoto|Hide|Image")


def picture_credits(line: str) -> list[tuple[int, int]]:
    """Return the stretches of `line` that credit a picture, in order: all of it, perhaps."""
    found: list[tuple[int, int]] = []
    begin, end = 0, len(line)
    for rule in LEADING if _MAYBE.match(line) else ():
        match = rule.pattern.match(line)
        if match:
            begin = match.end()
            found.append((0, begin))
            break
    middle = _BETWEEN.search(line, begin) if "|" in line else None
    if middle:
        found.append(middle.span())
    start = _trailing(line, middle.end() if middle else begin, end)
    if start < end:
        found.append((start, end))
    return found


def _trailing(line: str, begin: int, end: int) -> int:
    """Where the credit at the end of a line begins; `end` without one."""
    if line[-1] in _NO_END and not line.endswith(")."):
        return end  # as nearly all lines
    at = max(begin, end - _MAX_TRAILING)
    for opener in _OPENERS.finditer(line, at):
        for rule in TRAILING:
            match = rule.pattern.match(line, opener.start())
            if match and match.end() == end:
                return opener.start()
    return end
