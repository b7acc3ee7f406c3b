"""Cut a report into paragraphs and say what each is: headline, standfirst, subheading, body, credit."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple, Optional

from schemas.records import Paragraph
from transforms.text.agencies import AGENCY, SPELLED
from transforms.text.datelines import dateline
from transforms.text.page_lines import is_page_line
from transforms.text.pictures import picture_credits

# Closing punctuation, behind which a quotation mark or bracket may stand.
_ENDS = re.compile(r"""[.!?:;…,][”"'’»)\]]*$""")
_WORD = re.compile(r"\w+")
MAX_SUBHEADING_WORDS = 10
# The model's memory grows with the length of what it parses at once: a longer line is cut at a space.
MAX_PARAGRAPH = 20_000
MAX_HEADLINE_WORDS = 30


class CreditRule(NamedTuple):
    """A form of words that makes a whole paragraph a credit. Group "who" names the agencies."""

    name: str
    pattern: re.Pattern[str]
    example: str


def _credit(name: str, pattern: str, example: str) -> CreditRule:
    return CreditRule(name, re.compile(pattern, re.IGNORECASE), example)


# A word of a credit: a name, told by its capital, or what stands for one.
_NAME = r"(?:(?-i:[A-Z])[\w.&'’-]*|agenc(?:y|ies)|wires?|and|our|the|correspondents?|bureaus?|staff|&)"

CREDITS = (
    _credit(
        "inputs",
        r"\(?with (?:additional )?(?:inputs?|reporting|files?) (?:from|by) "
        rf"(?P<who>{_NAME}(?:[ ,]+{_NAME}){{0,12}})\.?\)?",
        "With inputs from agencies",
    ),
    _credit(
        "reporting",
        r"\(?(?:additional )?(?:reporting|writing|editing) by (?P<who>[^()]{2,200})\)?",
        "(Reporting by Ann Smith in Kabul; Editing by Joe Doe)",
    ),
    _credit("agency alone", rf"[(\[—–-]*\s*(?P<who>{AGENCY})\s*[)\]]*\.?", "— AFP"),
    _credit("source", rf"(?:source|credit|via)\s*:\s*(?P<who>{AGENCY})\.?", "Source: Reuters"),
    _credit(
        "copyright",
        r"(?:©|\(c\)|copyright)\s.{0,20}?(?P<who>agence france-presse|(?:the )?associated press|"
        rf"thomson reuters|{AGENCY})\b.{{0,80}}",
        "Copyright 2022 The Associated Press. All rights reserved.",
    ),
    _credit(
        "year of copyright",
        r"(?:copyright|©|\(c\))(?:\s*(?:©|\(c\)))?\s*\d{4}\b.{0,120}",
        "Copyright © 2022 The Novi Herald, Inc. All rights reserved.",
    ),
    CreditRule(
        "byline",
        # Only this form is told by its capitals.
        re.compile(
            r"(?:By|BY) (?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+(?:,? (?:and|[\w'’-]+),? ?){0,6}"
            r"(?:[\w'’-]+)?"
        ),
        "By Ann Smith",
    ),
)

# What every credit begins with, so that a line of the report is not tried in all of them.
_CREDIT_BEGINS = re.compile(
    rf"[(\[—–\s-]|with |additional|reporting|writing|editing|source|credit|via|©|copyright|by |{AGENCY}",
    re.IGNORECASE,
)


def cut_paragraphs(article_id: str, text: str, title: Optional[str]) -> list[Paragraph]:
    """Return the paragraphs of `text`: its lines that hold a word, in order, without outer space.

    `title` is the headline if the text begins with it. Kinds are told from form and place alone:
    credits by CREDITS, and those of pictures (pictures.py), which are parted from their captions, and the
    page's own lines (page_lines.py) with them; a
    standfirst is an unpunctuated paragraph right below the headline; a subheading a short unpunctuated one
    further down, with text below it.
    """
    titled = bool(title and title.strip() and text.lstrip().startswith(title.strip()))
    spans: list[tuple[int, int]] = []
    pictures: set[int] = set()  # where the credits of pictures begin
    for match in re.finditer(r"[^\n]+", text):
        for start, end in _pieces(text, match.start(), match.end()):
            if (spans or not titled) and not is_page_line(text[start:end]):
                start = _cut_pictures(text, start, end, spans, pictures)
            if start < end:
                spans.append((start, end))
    lines = [text[start:end] for start, end in spans]
    kinds = _kinds(lines, titled, {i for i, (start, _) in enumerate(spans) if start in pictures})
    return [
        Paragraph(article_id, i, kind, start, end)
        for i, (kind, (start, end)) in enumerate(zip(kinds, spans, strict=True))
    ]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The line `text[start:end]` without outer space, in pieces of MAX_PARAGRAPH at most."""
    while start < end:
        cut = end
        if end - start > MAX_PARAGRAPH:
            space = text.rfind(" ", start + 1, start + MAX_PARAGRAPH)
            cut = space if space > 0 else start + MAX_PARAGRAPH
        piece = text[start:cut]
        if _WORD.search(piece):
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = cut


def _cut_pictures(text: str, start: int, end: int, spans: list[tuple[int, int]], pictures: set[int]) -> int:
    """Part the line `text[start:end]` at the credits of pictures; return where what is left begins."""
    at = start
    for first, last in picture_credits(text[start:end]):
        spans.extend(_pieces(text, at, start + first))
        for piece in _pieces(text, start + first, start + last):
            spans.append(piece)
            pictures.add(piece[0])
        at = start + last
    return next((begin for begin, _ in _pieces(text, at, end)), end)


def _kinds(lines: Sequence[str], titled: bool, pictures: Set[int]) -> list[str]:
    kinds: list[str] = []
    for i, line in enumerate(lines):
        ended = bool(_ENDS.search(line))
        words = len(_WORD.findall(line))
        if i == 0 and titled:
            kind = "headline"
        elif i in pictures or credit_in(line) or (i and is_page_line(line)):
            kind = "credit"
        elif i == 1 and titled and not ended and len(lines) > 2 and not dateline(line):
            kind = "standfirst"
        elif 0 < i < len(lines) - 1 and not ended and words <= MAX_SUBHEADING_WORDS:
            kind = "subheading"
        else:
            kind = "body"
        kinds.append(kind)
    return kinds


def credit_in(line: str) -> Optional[re.Match[str]]:
    """Return the match of the first of CREDITS that the whole of `line` is, or None."""
    tried = (rule.pattern.fullmatch(line) for rule in CREDITS) if _CREDIT_BEGINS.match(line) else ()
    return next((match for match in tried if match), None)


def is_headline(line: str) -> bool:
    """Tell whether the first line of a report is a headline: short, and no full sentence by its end."""
    return not _ENDS.search(line) and 0 < len(_WORD.findall(line)) <= MAX_HEADLINE_WORDS


def wire_credits(lines: Sequence[str]) -> list[str]:
    """Return the agencies that a report credits, each once, in order of mention.

    `lines` are its paragraphs. Read are datelines and credit lines; people's names in them are not
    agencies. "With inputs from agencies" gives "agencies".
    """
    found: dict[str, None] = {}
    for line in lines[:4]:
        head = dateline(line)
        if head and head.agency:
            found[head.agency] = None
    for line in lines:
        match = credit_in(line)
        if match and "who" in match.re.groupindex:
            for who in re.split(r"\s*(?:[,;&]|\band\b)\s*", match["who"]):
                name = SPELLED.get(who.strip().lower())
                if name:
                    found[name] = None
                elif who.strip().lower() in ("agencies", "wires"):
                    found["agencies"] = None
    return list(found)
