"""The whole flow on one screen.

    build(plans, settings)

A RunPlan goes in for each run: one in a batch, one whenever files arrived in a stream, in a window of its
own. All that a run does hangs on its plan, so that both are one graph. Every input ends in the tables or in
the dead letters; the last stage commits the run.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Optional

import apache_beam as beam
from apache_beam.pvalue import PCollection
from apache_beam.transforms import combiners

from schemas.records import Article, DeadLetter, ParagraphUse, ParsedParagraph, Sentence
from schemas.runs import FilePart, Run, RunPlan, Tally
from schemas.tables import TABLES
from transforms.annotate import AnnotateParagraphs, paragraph_key
from transforms.cluster import ClusterEvents
from transforms.interpret import InterpretArticles, is_annotated, paragraphs_of
from transforms.known import DropKnown, DropKnownLetters, ReadPast, by_article
from transforms.parse import ParseArticles
from transforms.read import ReadRecords
from transforms.relate import RelateArticles
from transforms.repeat import RepeatSentences
from transforms.write import CommitRun, WriteTable

# As many refusals as a failing run names.
REFUSALS_NAMED = 5


class Settings(NamedTuple):
    """What the stages are told, already checked."""

    model: str
    window_days: int
    max_record_bytes: int
    earliest: date
    latest: Optional[date]
    shards: int


def build(plans: PCollection[RunPlan], settings: Settings) -> PCollection[Run]:
    """Join the stages that turn the inputs of each plan into committed tables. Gives the Runs."""
    records = (
        plans
        | "Inputs" >> beam.FlatMap(_parts).with_output_types(FilePart)
        | "Read" >> ReadRecords(max_record_bytes=settings.max_record_bytes)
    )
    parsed = records.raw | "Parse" >> ParseArticles(earliest=settings.earliest, latest=settings.latest)
    refused = (records.refused, parsed.refused) | "Refused" >> beam.Flatten()
    letters = (plans, refused) | "NewLetters" >> DropKnownLetters()

    past = (plans, parsed.articles) | "Past" >> ReadPast(window_days=settings.window_days)
    fresh = (parsed.articles, past.articles) | "DropKnown" >> DropKnown()
    related = (fresh, past.articles, past.merges) | "Relate" >> RelateArticles(
        window_days=settings.window_days
    )

    annotated = related.articles | "Annotate" >> Annotate(settings.model)
    found = annotated | "Interpret" >> InterpretArticles()
    sentences = (plans, found.sentences, related.articles) | "Repeat" >> RepeatSentences(
        window_days=settings.window_days
    )
    told = (
        found.tellings,
        past.event_mentions,
        related.standings,
        past.merges,
    ) | "Cluster" >> ClusterEvents()

    tables = {
        "articles": related.articles,
        "sentences": sentences,
        "time_expressions": found.time_expressions,
        "mentions": found.mentions,
        "claims": told.claims,
        "event_mentions": told.event_mentions,
        "events": told.events,
        "merges": (related.merges, told.merges) | "AllMerges" >> beam.Flatten(),
        "dead_letters": letters,
    }
    files = [
        (plans, rows) | f"Write_{name}" >> WriteTable(TABLES[name], shards=settings.shards)
        for name, rows in tables.items()
    ]
    tallies = [
        parsed.articles | "CountArticles" >> Count("articles"),
        fresh | "CountNew" >> Count("new articles"),
        refused | "CountRefused" >> Count("dead letters"),
        related.articles
        | "Duplicates" >> beam.Filter(_is_duplicate)
        | "CountDuplicates" >> Count("duplicates"),
        sentences
        | "Basis" >> beam.Map(_basis).with_output_types(str)
        | "CountBases" >> combiners.Count.PerElement()
        | "BasisTally" >> beam.MapTuple(Tally).with_output_types(Tally),
    ]
    return (
        plans,
        files | "Files" >> beam.Flatten(),
        tallies | "Tallies" >> beam.Flatten(),
        refused | "Name" >> NameSome(REFUSALS_NAMED),
    ) | "Commit" >> CommitRun()


def _parts(plan: RunPlan) -> Sequence[FilePart]:
    return plan.parts


class Annotate(beam.PTransform):
    """Give each article that is to be interpreted the parses of its paragraphs."""

    def __init__(self, model: str):
        super().__init__()
        self._model = model

    def expand(  # noqa: D102
        self, articles: PCollection[Article]
    ) -> PCollection[tuple[Article, Iterable[ParsedParagraph]]]:
        wanted = articles | "Wanted" >> beam.Filter(is_annotated)
        parses = (
            wanted
            | "Texts" >> beam.FlatMap(_texts).with_output_types(tuple[str, str])
            | "Annotate" >> AnnotateParagraphs(self._model)
        )
        delivered = (
            {
                "uses": wanted | "Uses" >> beam.FlatMap(_uses).with_output_types(tuple[str, ParagraphUse]),
                "parse": parses
                | "ByText" >> beam.Map(_by_key).with_output_types(tuple[str, ParsedParagraph]),
            }
            | "Meet" >> beam.CoGroupByKey()
            | "Deliver" >> beam.FlatMapTuple(_delivered).with_output_types(tuple[str, ParsedParagraph])
        )
        return (
            {
                "article": wanted | "ById" >> beam.Map(by_article).with_output_types(tuple[str, Article]),
                "parses": delivered,
            }
            | "Collect" >> beam.CoGroupByKey()
            | "Pair" >> beam.FlatMapTuple(_paired)
        )


def _texts(article: Article) -> Iterable[tuple[str, str]]:
    for paragraph in paragraphs_of(article):
        text = article.text[paragraph.start : paragraph.end]
        yield paragraph_key(text), text


def _uses(article: Article) -> Iterable[tuple[str, ParagraphUse]]:
    for key in sorted({key for key, _ in _texts(article)}):
        yield key, ParagraphUse(key, article.article_id)


def _by_key(parse: ParsedParagraph) -> tuple[str, ParsedParagraph]:
    return parse.paragraph_key, parse


def _delivered(_: str, met: dict[str, Iterable[Any]]) -> Iterable[tuple[str, ParsedParagraph]]:
    for parse in met["parse"]:
        for use in met["uses"]:
            yield use.article_id, parse


def _paired(_: str, met: dict[str, Iterable[Any]]) -> Iterable[tuple[Article, Iterable[ParsedParagraph]]]:
    for article in met["article"]:
        yield article, list(met["parses"])


class Count(beam.PTransform):
    """Count the elements of a collection as a Tally."""

    def __init__(self, name: str):
        super().__init__()
        self._name = name

    def expand(self, rows: PCollection) -> PCollection[Tally]:  # noqa: D102
        return (
            rows
            | "Count" >> combiners.Count.Globally().without_defaults()
            | "Tally"
            >> beam.Map(lambda number, name: Tally(name, number), self._name).with_output_types(Tally)
        )


class NameSome(beam.PTransform):
    """Give the messages of a few dead letters, the first by their text."""

    def __init__(self, number: int):
        super().__init__()
        self._number = number

    def expand(self, letters: PCollection[DeadLetter]) -> PCollection[str]:  # noqa: D102
        return (
            letters
            | "Message" >> beam.Map(_message).with_output_types(str)
            | "First" >> combiners.Top.Smallest(self._number, has_defaults=False)
            | "Each" >> beam.FlatMap(list).with_output_types(str)
        )


def _message(letter: DeadLetter) -> str:
    return f"{letter.reason}: {letter.message}"


def _is_duplicate(article: Article) -> bool:
    return article.duplicate_of is not None


def _basis(sentence: Sentence) -> str:
    return f"sentences {sentence.date_basis}"
