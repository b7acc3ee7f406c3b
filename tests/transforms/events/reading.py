"""Read events off a text, for the tests of this folder: names and published days, no claims unless given."""

from schemas.records import EventMention, Mention, Sentence
from tests.documents import parsed
from transforms.entities.mentions import find_mentions
from transforms.events.mentions import find_event_mentions
from transforms.text.document import Document


def undated(document: Document) -> list[Sentence]:
    """The sentences of a document, each dated by its publication."""
    day = document.article.published
    return [
        Sentence(
            span.sentence_id, document.article.article_id, span.ordinal, span.paragraph, span.kind,
            span.start, span.end, document.text[span.start : span.end], day, day, day, "day", "published",
        )
        for span in document.sentences
    ]  # fmt: skip


def names_of(document: Document) -> list[Mention]:
    return find_mentions(document)


def events_of(text: str, title: str | None = None) -> list[EventMention]:
    document = parsed(text, title=title)
    return find_event_mentions(document, names_of(document), undated(document), [], [])[0]
