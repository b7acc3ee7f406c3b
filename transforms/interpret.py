"""Interpret one article: sentences and their dates, names, claims, event mentions.

    found = articles_with_parses | InterpretArticles()

Takes (Article, its ParsedParagraphs). Gives the rows of the tables that one article fills by itself, and
a Telling: its claims and event mentions, for the clustering with other reports (cluster.py). Counts
`articles`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Optional

import apache_beam as beam
from apache_beam.metrics.metric import Metrics
from apache_beam.pvalue import PCollection, TaggedOutput
from apache_beam.typehints.native_type_compatibility import convert_to_beam_type

from schemas.records import (
    Article,
    Mention,
    Paragraph,
    ParsedParagraph,
    Sentence,
    Telling,
    TimeExpression,
)
from transforms.annotate import paragraph_key
from transforms.claims.claims import find_claims
from transforms.dates.sentences import date_sentences
from transforms.dates.timexes import find_timexes
from transforms.entities.mentions import find_mentions
from transforms.events.mentions import find_event_mentions
from transforms.repeat import family
from transforms.text.document import build_document
from transforms.text.paragraphs import cut_paragraphs


class Interpretation(NamedTuple):
    """What one article gives."""

    sentences: Sequence[Sentence]
    time_expressions: Sequence[TimeExpression]
    mentions: Sequence[Mention]
    telling: Telling


class Found(NamedTuple):
    """What InterpretArticles gives; the sentences with the original of their report (repeat.py)."""

    sentences: PCollection[tuple[str, Sentence]]
    time_expressions: PCollection[TimeExpression]
    mentions: PCollection[Mention]
    tellings: PCollection[Telling]


class InterpretArticles(beam.PTransform):
    """Interpret articles, as the module promises."""

    def expand(  # noqa: D102
        self, parsed: PCollection[tuple[Article, Iterable[ParsedParagraph]]]
    ) -> Found:
        found = parsed | "Interpret" >> beam.ParDo(_InterpretFn()).with_outputs(*Found._fields)
        types = (tuple[str, Sentence], TimeExpression, Mention, Telling)
        for name, row in zip(Found._fields, types, strict=True):
            # A DoFn with several outputs types none of them: say what each holds, for its coder.
            found[name].element_type = convert_to_beam_type(row)
        return Found(*(found[name] for name in Found._fields))


class _InterpretFn(beam.DoFn):
    def __init__(self) -> None:
        self._articles = Metrics.counter("InterpretArticles", "articles")

    def process(self, parsed: tuple[Article, Iterable[ParsedParagraph]]) -> Iterable[TaggedOutput]:
        self._articles.inc()
        article, parses = parsed
        by_key = {parse.paragraph_key: parse for parse in parses}
        found = interpret_article(article, by_key)
        yield from (TaggedOutput("sentences", (family(article), row)) for row in found.sentences)
        yield from (TaggedOutput("time_expressions", row) for row in found.time_expressions)
        yield from (TaggedOutput("mentions", row) for row in found.mentions)
        yield TaggedOutput("tellings", found.telling)


def interpret_article(article: Article, parses: Mapping[str, ParsedParagraph]) -> Interpretation:
    """Return all rows that `article` gives by itself; `parses` by paragraph key."""
    paragraphs = paragraphs_of(article)
    by_ordinal = {
        paragraph.ordinal: parses[paragraph_key(article.text[paragraph.start : paragraph.end])]
        for paragraph in paragraphs
    }
    document = build_document(article, paragraphs, by_ordinal)
    timexes = find_timexes(document)
    sentences = date_sentences(document, timexes)
    mentions = find_mentions(document)
    claims = find_claims(document, mentions, sentences, timexes)
    event_mentions, abouts = find_event_mentions(document, mentions, sentences, timexes, claims)
    telling_of = {mention.sentence_id for mention in event_mentions}
    telling = Telling(
        article.story_id or article.article_id,
        article.article_id,
        event_mentions,
        claims,
        abouts,
        [sentence for sentence in sentences if sentence.sentence_id in telling_of],
    )
    return Interpretation(sentences, timexes, mentions, telling)


def paragraphs_of(article: Article) -> list[Paragraph]:
    """Return an article's paragraphs, as they are parsed and interpreted."""
    return cut_paragraphs(article.article_id, article.text, article.title)


def is_annotated(article: Article) -> bool:
    """Tell whether an article is parsed: not an exact copy, and in the model's language."""
    return article.duplicate_rule != "exact" and is_english(article.language)


def is_english(language: Optional[str]) -> bool:
    """Tell whether a report is in the language that the rules and models are written for.

    One whose language is not stated is taken for English. "en", "en-GB", "en_US", "eng" and "English" are.
    """
    return language is None or re.split("[-_]", language.strip().lower())[0] in ("en", "eng", "english")
