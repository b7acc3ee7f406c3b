"""Read the claims of a text, for the tests of their rules."""

from schemas.records import Claim, Mention, Sentence
from tests.documents import parsed
from transforms.claims.claims import find_claims
from transforms.text.document import Document


def undated(document: Document) -> list[Sentence]:
    return [
        Sentence(
            span.sentence_id, document.article.article_id, span.ordinal, span.paragraph, span.kind,
            span.start, span.end, document.text[span.start : span.end], document.article.published,
        )
        for span in document.sentences
    ]  # fmt: skip


def claims_of(text: str, title: str | None = None, mentions: list[Mention] | None = None) -> list[Claim]:
    document = parsed(text, title=title)
    return find_claims(document, mentions or [], undated(document), [])


def contents(claim: Claim, text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end] for span in claim.content_spans)
