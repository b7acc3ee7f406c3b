"""The whole flow on one screen.

    build(plans, settings)

A RunPlan goes in for each run: one in a batch, one whenever files arrived in a stream, in a window of its
own. All that a run does hangs on its plan, so that both are one graph. Every input ends in the tables or in
the dead letters; the last stage commits the run.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Optional

import apache_beam as beam
from apache_beam.pvalue import PCollection

from schemas.records import Article, DeadLetter, ParagraphUse, ParsedParagraph, Sentence
from schemas.runs import FilePart, Run, RunPlan
from transforms.annotate import AnnotateParagraphs, paragraph_key
from transforms.cluster import ClusterEvents
from transforms.interpret import InterpretArticles, is_annotated, paragraphs_of
from transforms.known import DropKnown, DropKnownLetters, ReadPast, by_article
from transforms.parse import ParseArticles
from transforms.read import ReadRecords
from transforms.relate import RelateArticles
from transforms.repeat import RepeatSentences
from transforms.tally import TallyBundles
from transforms.write import REFUSALS_NAMED, CommitRun, WriteTables


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
    files = (plans, tables) | "Write" >> WriteTables(shards=settings.shards)
    tallies = [
        parsed.articles | "CountArticles" >> TallyBundles(_named("articles")),
        fresh | "CountNew" >> TallyBundles(_named("new articles")),
        refused | "CountRefused" >> TallyBundles(_named("dead letters")),
        related.articles
        | "Duplicates" >> beam.Filter(_is_duplicate)
        | "CountDuplicates" >> TallyBundles(_named("duplicates")),
        sentences | "CountBases" >> TallyBundles(_basis),
    ]
    return (
        plans,
        files,
        tallies | "Tallies" >> beam.Flatten(),
        refused | "Name" >> TallyBundles(_message, at_most=REFUSALS_NAMED),
    ) | "Commit" >> CommitRun()


def _named(name: str) -> Callable[[Any], str]:
    return lambda _: name


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
            | "Uses" >> beam.FlatMap(_uses).with_output_types(tuple[str, ParagraphUse])
            | "Annotate" >> AnnotateParagraphs(self._model)
        )
        return (
            {
                "article": wanted | "ById" >> beam.Map(by_article).with_output_types(tuple[str, Article]),
                "parses": parses,
            }
            | "Collect" >> beam.CoGroupByKey()
            | "Pair" >> beam.FlatMapTuple(_paired)
        )


def _uses(article: Article) -> Iterable[tuple[str, ParagraphUse]]:
    texts = {article.text[paragraph.start : paragraph.end] for paragraph in paragraphs_of(article)}
    for text in sorted(texts):
        yield paragraph_key(text), ParagraphUse(text, article.article_id)


def _paired(_: str, met: dict[str, Iterable[Any]]) -> Iterable[tuple[Article, Iterable[ParsedParagraph]]]:
    for article in met["article"]:
        yield article, list(met["parses"])


def _message(letter: DeadLetter) -> str:
    return f"{letter.reason}: {letter.message}"


def _is_duplicate(article: Article) -> bool:
    return article.duplicate_of is not None


def _basis(sentence: Sentence) -> str:
    return f"sentences {sentence.date_basis}"
