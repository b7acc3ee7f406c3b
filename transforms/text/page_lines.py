"""Tell the lines that a web page sets between a report's own: links to others, sign-ups, notes on the page.

Such a line becomes a paragraph of kind "credit", as the credits of pictures do (pictures.py): kept, but
nobody's words and no event. Only whole lines are told, and only by what no sentence of a report begins or
ends with.
"""

import re
from typing import NamedTuple

# Longer lines are never tried: the report's own.
MAX_LENGTH = 500


class PageLine(NamedTuple):
    """A form of words that makes a whole line the page's own."""

    name: str
    pattern: re.Pattern[str]
    example: str


def _line(name: str, pattern: str, example: str) -> PageLine:
    return PageLine(name, re.compile(pattern, re.IGNORECASE), example)


# A word that begins with a capital, whatever the flags of the whole.
_NAME = r"(?:(?-i:[A-Z])[\w.'’-]*)"
_UNENDED = r"[^.!?…]{1,160}(?<![.!?…”\"])"

# How a page takes leave of its readers, and whom they may ring: each a sentence, of which a line may hold
# several.
_ADDRESS = r"(?:on|at|via|through) (?:[\w.+-]+@[\w.-]+\w|\+?\d[\d ()-]{5,}\d)"
_LEAVE = (
    r"(?:thank you|thanks)(?: very much| so much| all)? for (?:reading|watching|listening|following|"
    r"joining us|your company)\b[^.!?,]{0,50}|"
    r"(?:we|i)(?: are|[’']re| am|[’']m) (?:now )?(?:closing|ending|pausing|wrapping up|signing off)\b"
    r"[^.!?,]{0,60}|"
    r"good ?bye|good night|"
    r"(?:please )?(?:call|contact|e-?mail|ring) (?:the |our )?(?:press|media|news) "
    r"(?:office|team|desk|line)\b[^.!?]{0,40}|"
    rf"(?:please )?(?:call|contact|e-?mail|ring) (?:us|[^.!?,]{{2,40}}) {_ADDRESS}|"
    r"for (?:more|further) (?:information|details|enquiries),? (?:please )?(?:call|contact|e-?mail|visit)\b"
    r".{2,120}"
)

PAGE_LINES = (
    _line("advertisement", r"advertise?ments?:?|sponsored content", "Advertisement"),
    _line("page break", r"(?:(?:story|article) continue[sd] below|continue reading|loading\.\.\.).{0,60}",
          "Story continues below advertisement"),
    _line(
        "link",
        r"(?:read(?: more| also| this)?|(?:see|watch|listen) (?:also|more|now)|also read|more on this|"
        r"related(?: (?:story|stories|news|articles?|links?|content|coverage))?|recommended|"
        r"don[’']t miss|most read|trending)\s*[:|»>].{0,200}",
        "READ MORE: Bridge over the Drava closed",
    ),
    _line("link behind", rf"{_UNENDED} (?-i:Read [Mm]ore)(?: »| ›|\.\.\.)?",
          "Bridge over the Drava closed Read more"),
    _line("bare link", r"(?:click (?:here|below)|read more|see more|show more)\b[^.]{0,80}", "Read more"),
    _line("gallery", rf"(?:photos|videos?|gallery|in pictures|slideshow|podcast|watch|live)\s?: ?{_UNENDED}",
          "PHOTOS: The bridge after the storm"),
    _line("by signing up",
          r".{0,200}\bby (?:signing up|subscribing|registering|clicking\b.{0,40}|submitting\b.{0,40}),? you "
          r"(?:also |are )?(?:agree|agreeing|accept|consent|acknowledge)\b.{0,300}",
          "By signing up, you agree to our Privacy Policy"),
    _line("to your inbox",
          r"(?:get|have|receive|want) .{0,100}\b(?:delivered|sent|straight|direct) (?:directly )?"
          r"to your inbox\b.{0,200}",
          "Get the day's stories delivered to your inbox"),
    _line("sign-up",
          r"(?:to )?(?:sign up|subscribe)\b.{0,60}\b(?:newsletters?|alerts?|updates|e-?mails?|podcast)\b"
          r".{0,200}",
          "Sign up for our daily newsletter"),
    _line("signed up", r"(?:thank you for|thanks for) (?:signing up|subscribing)\b.{0,120}",
          "Thank you for signing up"),
    _line("leave", rf"(?:(?:{_LEAVE})[.!]? ?)+",
          "Thank you for reading. We are closing this page now. Call the press office on 020 7946 0000."),
    _line("heading of notes",
          r"(?:notes? (?:to|for) (?:the )?editors?|(?:press|media) (?:contacts?|enquiries)|contact us|"
          r"ends):?",
          "Notes to editors:"),
    _line("follow us",
          r"(?:follow|like|join) (?:us|me|@?[\w ]{1,30}?) on (?:twitter|facebook|instagram|youtube)\b.{0,80}",
          "Follow The Herald on Twitter"),
    _line("rush transcript", r"this is a rush transcript\b.{0,80}",
          "This is a rush transcript. Copy may not be in its final form."),
    _line("age of the page", r"this (?:article|story|page|post) is (?:more|over) than .{1,40} old\.?",
          "This article is more than 2 years old"),
    _line("contributors",
          rf"\(?(?:the )?{_NAME}(?:,? (?:and|in|of|for|the|{_NAME})){{0,12}}(?: also)? contributed "
          r"(?:reporting )?to this (?:report|story|article|post|piece)\.?\)?",
          "The Associated Press contributed to this report."),
    _line("contributing writers",
          r"\(?(?:.{0,60} )?(?:reporters?|writers?|correspondents?|journalists?|editors?|staff|bureaus?|"
          r"agencies|wires)\b.{0,140} contributed (?:reporting )?to this "
          r"(?:report|story|article|post|piece)\.?\)?",
          "A reporter in Kabul contributed to this report."),
    _line("picture in brackets",
          r"\((?:[\w ]{1,25} )?(?:photo|illustration|image|picture|photograph|graphic)s?(?: by |: ?)"
          r"[^()]{2,80}\)",
          "(Reuters photo: Ann Berg)"),
    _line("copyright", r"(?:©|\(c\))\s?copyright\b.{0,120}", "© Copyright 2017 by The Herald Inc."),
    # Without a year; those with one are credits (paragraphs.py). "(c)" alone may be a clause of a law.
    _line("sign of copyright", r"(?:copyright\s?)?©.{0,80}", "Copyright © The Herald Inc."),
)  # fmt: skip

_ANY = re.compile("|".join(f"(?:{line.pattern.pattern})" for line in PAGE_LINES), re.IGNORECASE)


def is_page_line(line: str) -> bool:
    """Whether the whole of `line` is the page's own, by one of PAGE_LINES."""
    return len(line) <= MAX_LENGTH and _ANY.fullmatch(line) is not None
