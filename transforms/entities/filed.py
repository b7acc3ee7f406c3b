"""The dateline of a report: what stands before its first body paragraph's text."""

from typing import Optional

from transforms.entities.countries import country_of
from transforms.text.datelines import Dateline, dateline
from transforms.text.document import Document


def dateline_of(document: Document) -> tuple[int, Optional[Dateline]]:
    """Return where the first body paragraph begins, and its dateline, if it is one and not who speaks."""
    for paragraph in document.paragraphs:
        if paragraph.kind == "body":
            head = dateline(document.text[paragraph.start : paragraph.end])
            return paragraph.start, head if head and _is_filed(document, paragraph.start, head) else None
    return 0, None


def _is_filed(document: Document, start: int, head: Dateline) -> bool:
    """Whether a dateline is sure, or its places are known, to the tables or to the model."""
    if head.sure or any(country_of(place, "GPE") for place in head.places):
        return True
    tokens = document.tokens_between(start, start + head.places_end)
    return any(token.entity in ("GPE", "LOC", "FAC") for token in tokens)


def filed_at(document: Document) -> range:
    """The offsets of the dateline that the first body paragraph begins with; empty if it has none."""
    start, head = dateline_of(document)
    return range(start, start + head.end if head else start)
