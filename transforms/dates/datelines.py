"""Tell the day in a dateline: "LAHORE, Dec 3 (APP): ...", "KABUL, 2 December (Reuters) - ..."."""

import re

from transforms.text.document import Document

_PLACE = re.compile(r"[A-Z][\w .,'’/-]{1,40}[,(] ?")
_MARK = re.compile(r"(?:,? [0-9]{4})?\)?,? {0,2}(?:\([^()\n]{2,30}\) {0,2})?(?:-{1,2}|[–—_:])")


def in_dateline(document: Document, start: int, end: int) -> bool:
    """Tell whether the words at `start:end` stand between the place that opens a line and a mark."""
    line = document.text.rfind("\n", 0, start) + 1
    if (
        line == start
        or not _MARK.match(document.text, end)
        or not _PLACE.fullmatch(document.text, line, start)
    ):
        return False
    first = document.tokens_between(line, line + 1)
    capitals = bool(first) and len(first[0].text) > 2 and first[0].text.isupper()
    return capitals or (bool(first) and first[0].entity in ("GPE", "LOC"))
