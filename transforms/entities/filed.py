"""The datelines of a report: what stands before its first body paragraph's text, and before later ones'."""

from typing import Optional

from schemas.records import Paragraph
from transforms.entities.countries import country_of
from transforms.text.datelines import Dateline, dateline
from transforms.text.document import Document


def dateline_of(document: Document) -> tuple[int, Optional[Dateline]]:
    """Return where the first body paragraph begins, and its dateline, if it is one and not who speaks."""
    first = _first_body(document)
    return (first.start, _dateline_at(document, first)) if first else (0, None)


def filed_at(document: Document) -> range:
    """The offsets of the dateline that the first body paragraph begins with; empty if it has none."""
    start, head = dateline_of(document)
    return range(start, start + head.end if head else start)


def filed_before(document: Document, offset: int) -> int:
    """Return where the dateline ends that the paragraph at `offset` begins with; its start without one.

    News in brief have several datelines, and a correction prints its report anew.
    """
    paragraph = document.paragraphs[document.sentence_at(offset).paragraph]
    head = _dateline_at(document, paragraph)
    return paragraph.start + head.end if head else paragraph.start


def _first_body(document: Document) -> Optional[Paragraph]:
    return next((paragraph for paragraph in document.paragraphs if paragraph.kind == "body"), None)


def _dateline_at(document: Document, paragraph: Paragraph) -> Optional[Dateline]:
    head = dateline(document.text[paragraph.start : paragraph.end]) if paragraph.kind == "body" else None
    if head is None or head.sure:
        return head
    first = _first_body(document)
    return head if first is not None and first is paragraph and _is_filed(document, paragraph, head) else None


def _is_filed(document: Document, paragraph: Paragraph, head: Dateline) -> bool:
    """Whether the places of a dateline are known: to the tables, the model, or from the rest of the report.

    "RAMPUR: Villagers blocked a road", below "Anger in Rampur"; who is named elsewhere as a person speaks.
    """
    if any(country_of(place, "GPE") for place in head.places):
        return True
    tokens = document.tokens_between(paragraph.start, paragraph.start + head.places_end)
    if any(token.entity in ("GPE", "LOC", "FAC") for token in tokens):
        return True
    if len(tokens) != 1 or not tokens[0].text.isupper():
        return False
    named = [token for token in document.tokens if token.text == tokens[0].text.title()]
    return bool(named) and not any(token.entity == "PERSON" for token in (tokens[0], *named))
