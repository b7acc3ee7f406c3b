"""Tell the dateline that a report begins with: where it was filed, on which day, by which agency."""

import functools
import re
from typing import NamedTuple, Optional

from transforms.text.agencies import AGENCY, SPELLED

# Longer than any dateline, so that a long line is not tried to its end.
MAX_LENGTH = 150


class Dateline(NamedTuple):
    """What a dateline says. `places` may be several or none; `day` is where the day begins and ends.

    `regions` are what stands behind the last place, the nearest first: "Ada County", "N.Y.". They end at
    `places_end`, and the report goes on at `end`, all within the line. It is not `sure` where a name and a
    colon are all there is: who speaks may stand so ("ANN SMITH: ..."), or a label ("Poll: ...").
    """

    places: tuple[str, ...]
    regions: tuple[str, ...]
    agency: Optional[str]
    day: Optional[tuple[int, int]]
    places_end: int
    end: int
    sure: bool


class DatelineForm(NamedTuple):
    """A form of dateline, with an example and how much of it is the dateline's.

    Groups: "where", in it "places", parted by slashes; "day" or "later", the day before or behind the
    agency; "agency" in brackets, or "bare".
    """

    name: str
    pattern: re.Pattern[str]
    example: str
    places: tuple[str, ...]


def _form(name: str, pattern: str, example: str, *places: str) -> DatelineForm:
    return DatelineForm(name, re.compile(pattern), example, places)


_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?i:day)?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = (
    rf"(?:(?:{_WEEKDAY}\.?,? )?(?:{_MONTH}\.? {_NUMBER}|{_NUMBER} {_MONTH}\b\.?)(?:,? \d{{4}})?(?!\d)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)

# What opens a sentence as a place does: "On Friday, Novi - which", "Friday, Dec. 2". Of days and months those
# that no name goes on from: there is a Sun Valley.
_OPENERS = (
    rf"In|On|At|By|From|For|After|Before|Since|Until|During|But|And|As|If|When|While|With|It|He|She|They|We|"
    rf"I|This|That|These|Those|His|Her|Their|Mr|Mrs|Ms|Dr|(?:{_MONTH}|{_WEEKDAY})\b(?! [A-Z])"
)
# And what pages set before a line: "FILE - In this picture ...", "UPDATED: Monday". There are a Watch Hill
# and a Live Oak.
_LABELS = (
    r"(?i:file|photos?|videos?|pictures?|gallery|graphic|images?|update[ds]?|published|posted|notes?|"
    r"corrections?|corrected|clarification|byline|breaking|exclusive|"
    r"watch(?! hill\b)|live(?! oak\b)|more|related|summary|editor)"
)
_NO_PLACE = rf"(?!(?:{_OPENERS}|{_LABELS})\b)"
_UP = r"A-ZÀ-ÖØ-ÞĆČĐİŁŚŞŠŻŽ"
_WORD = rf"[{_UP}][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?"
_CAPITAL = rf"(?:Mc|Mac|De|La)?[{_UP}]+(?:[.'’-]+[{_UP}]+)*\.?(?![^\W_])"
_SMALL = r"(?:(?:de|da|do|del|di|la|le|am|of|the|and) )?"
# "Kabul", "Rio de Janeiro", "KABUL", "LONDON / NEW YORK"
_NAME = rf"{_NO_PLACE}{_WORD}(?: {_SMALL}{_WORD}){{0,3}}"
_SHOUTED = rf"{_NO_PLACE}(?=\w[\w.’']){_CAPITAL}(?: {_CAPITAL}){{0,3}}"
_NAMES = rf"(?P<places>{_NAME}(?: ?/ ?{_NAME}){{0,3}})"
# ", N.Y.", ", Bosnia and Herzegovina": the state or county behind a place.
_REGION = rf", (?!{_DAY}|(?:{AGENCY})\b){_WORD}(?: {_SMALL}{_WORD}){{0,2}}"
_PLACES = rf"(?P<where>{_NAMES}(?:{_REGION}){{0,2}})"
_CAPITALS = rf"(?P<where>(?P<places>{_SHOUTED}(?: ?/ ?{_SHOUTED}){{0,3}})(?:{_REGION}){{0,2}})"

# "(AP)", "(Thomson Reuters Foundation)", and ", AFP" between commas
_KNOWN = rf"(?:,? ?\((?:Thomson )?(?P<agency>(?i:{AGENCY}))(?: [A-Z]\w+){{0,2}}\)|, (?P<bare>{AGENCY})\b)"
# By its form alone: "(Pajhwok)", "(NDN SPORT)", "/PRNewswire/"; behind a day ", NDN" too
_OTHER = r"(?:,? ?\((?:[A-Z]+(?: [A-Z]+)?|[A-Z]\w*[a-z]\w*(?: [A-Z]\w*){0,3})\)| /[A-Z][\w ]{2,30}/)"
_AGENCY = rf"(?:{_KNOWN}|{_OTHER})"
_DATED = rf"(?:,? | ?\()(?P<day>{_DAY})\)?"
_LATER = rf",? (?P<later>{_DAY})"
_BARE = r", [A-Z]{3,8}\b"
# A dash or colon, then the report. A dash behind a bracket or a number needs no space: "Dec. 2—Two men".
_MARK = r"(?:--?|[—–_])"
_DASH = rf"(?:\s?{_MARK}\s|(?<=[\d)/])\s?{_MARK}(?![\s\d]))"
_BREAK = rf"(?:{_DASH}|\s?:\s)"
# A name in small letters is parted from an aside by what follows: "Kabul, Herat - the two cities - ...".
_REPORT = r"(?!\s*[a-z]+[ ,])"

FORMS = (
    _form("capitals, agency", rf"{_CAPITALS}(?:{_DATED})?{_AGENCY}(?:{_LATER})?{_BREAK}",
          "NOVI, Serbia, Dec. 2 (NDN) - |The bridge was closed.", "Novi"),
    _form("capitals", rf"{_CAPITALS}(?:{_DATED}(?:{_BARE})?)?{_BREAK}",
          "NOVI / ADA, 2 December 2022: |The bridge was closed.", "Novi", "Ada"),
    _form("agency", rf"{_PLACES}(?:{_DATED})?{_KNOWN}(?:{_LATER})?{_BREAK}{_REPORT}",
          "Novi, Serbia (AFP), 2 December – |The bridge was closed.", "Novi"),
    _form("day", rf"{_PLACES}{_DATED}(?:{_OTHER}|{_BARE})?{_BREAK}{_REPORT}",
          "Novi, Friday, December 2, NDN - |The bridge was closed.", "Novi"),
    _form("region", rf"(?P<where>{_NAMES}{_REGION}){_DASH}{_REPORT}",
          "Novi, Serbia - |The bridge was closed.", "Novi"),
    # "Police: Three held" has this form in headlines; so ask for the first body paragraph only.
    _form("place and colon", rf"(?P<where>(?P<places>{_NO_PLACE}(?=\w\w){_WORD}))\s?:\s",
          "Novi: |The bridge was closed.", "Novi"),
    _form("no place", rf"(?:(?P<day>{_DAY}) ?)?\((?P<agency>{AGENCY})(?: [A-Z]\w+){{0,2}}\){_DASH}",
          "Dec 2 (Reuters) - |Shares of bridge builders fell."),
)  # fmt: skip


def dateline(line: str) -> Optional[Dateline]:
    """Return the dateline that `line` begins with, by the first of FORMS, or None."""
    return _dateline(line[:MAX_LENGTH])


# The same lines are asked for by the dates, names, speakers and places of one report.
@functools.lru_cache(maxsize=100)
def _dateline(head: str) -> Optional[Dateline]:
    match = next((match for match in (form.pattern.match(head) for form in FORMS) if match), None)
    return _read(match) if match else None


def _read(match: re.Match[str]) -> Dateline:
    found = match.groupdict()
    day = next((match.span(name) for name in ("day", "later") if found.get(name)), None)
    agency = found.get("agency") or found.get("bare")
    places = re.split(r" ?/ ?", found["places"]) if found.get("places") else []
    regions = found["where"][len(found["places"]) :] if places else ""
    return Dateline(
        tuple(place.title() if place.isupper() else place for place in places),
        tuple(regions.split(", ")[1:]),
        SPELLED[agency.lower()] if agency else None,
        day,
        len(found.get("where") or ""),
        match.end(),
        bool(day or agency or regions) or not match[0].rstrip().endswith(":"),
    )
