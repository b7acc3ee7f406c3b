"""Tell the day in a dateline: "LAHORE, Dec 3 (APP): ...", "KABUL, 2 December (Reuters) - ..."."""

from transforms.text.datelines import MAX_LENGTH, dateline
from transforms.text.document import Document


def in_dateline(document: Document, start: int, end: int) -> bool:
    """Tell whether the words at `start:end` are the day, or of the day, in the dateline of their line."""
    line = document.text.rfind("\n", 0, start) + 1
    if end - line > MAX_LENGTH:
        return False
    head = dateline(document.text[line : line + MAX_LENGTH].partition("\n")[0])
    return (
        head is not None and head.day is not None and head.day[0] <= start - line < end - line <= head.day[1]
    )
