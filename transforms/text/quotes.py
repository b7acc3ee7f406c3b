"""Find quotations by their marks, paragraph by paragraph.

Marks are paired by character before any parse, because a parser's sentences cut through quotations.
An opening mark without a close runs to the end of its paragraph, and goes on in the next one if that
re-opens (the printers' convention). An apostrophe is never a mark: ' and ’ do not count.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, Optional

from schemas.records import Paragraph

# `` and '' as the wires of the eighties wrote them. A plain " and a '' open or close by turns within
# their paragraph.
_MARK = re.compile("[“”„«»\"]|``|''")
_OPENING = {"“", "„", "«", "``"}
_CLOSING = {"”", "»"}


class Quote(NamedTuple):
    """A quotation with its marks: `text[start:end]`.

    `closed` is False where the paragraph ended before a closing mark came; `continues` is True where
    the quotation goes on from the paragraph before.
    """

    start: int
    end: int
    closed: bool
    continues: bool


def find_quotes(text: str, paragraphs: Sequence[Paragraph]) -> list[Quote]:
    """Return the outermost quotations of `text`, in order. Each lies within one paragraph.

    A second opening mark before a close is taken for a lost close or an inner quotation, and passed.
    """
    quotes: list[Quote] = []
    carried = False
    for paragraph in paragraphs:
        opened: Optional[int] = None
        first = len(quotes)
        for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
            symbol = mark.group()
            if opened is None:
                if symbol not in _CLOSING:
                    opened = mark.start()
            elif symbol not in _OPENING:
                quotes.append(Quote(opened, mark.end(), True, False))
                opened = None
        if opened is not None:
            quotes.append(Quote(opened, paragraph.end, False, False))
        # A quotation left open before and re-opened at the head of this paragraph is one speech.
        if carried and len(quotes) > first and quotes[first].start == paragraph.start:
            quotes[first] = quotes[first]._replace(continues=True)
        carried = opened is not None
    return quotes
