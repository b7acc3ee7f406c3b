"""Build parsed documents for tests of the rules."""

import functools
from datetime import date
from typing import Optional

from schemas.records import Article
from transforms.ids import content_id
from transforms.model import DEFAULT_MODEL, load_model, parse_paragraphs
from transforms.text.document import Document, build_document
from transforms.text.paragraphs import cut_paragraphs


@functools.lru_cache(maxsize=2000)
def parsed(text: str, published: str = "2022-12-04", title: Optional[str] = None) -> Document:
    """Parse `text` with the default model, as a report published on a Sunday in December 2022.

    With a `title`, `text` goes on after it, as in `articles.text`.
    """
    whole = f"{title}\n{text}" if title else text
    article_id = content_id("article", whole, published)
    paragraphs = cut_paragraphs(article_id, whole, title)
    parses = parse_paragraphs(
        load_model(DEFAULT_MODEL), ((str(p.ordinal), whole[p.start : p.end]) for p in paragraphs)
    )
    article = Article(
        article_id, "test", "test.txt", None, None, date.fromisoformat(published), None, title, whole,
        None, [], len(whole.split()), b"", "",
    )  # fmt: skip
    return build_document(article, paragraphs, {int(p.paragraph_key): p for p in parses})
