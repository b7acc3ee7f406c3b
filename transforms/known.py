"""Read from the tables what a run must know of the past, and set aside what is not new.

    past = (plans, articles) | ReadPast(window_days=7)
    fresh = (articles, past.articles) | DropKnown()
    letters = (plans, refused) | DropKnownLetters()

ReadPast takes the run's plan and articles; gives the KnownArticles and EventMentions published within
`window_days` of any of them, and all Merges. The tables are the only state; their log prunes by day, so
that the cost goes with the window and not with the history. DropKnown gives each article that is not in
the tables, once, however often it came in.
"""

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any, NamedTuple

import apache_beam as beam
from apache_beam.pvalue import AsList, PCollection

from schemas.records import (
    Article,
    DeadLetter,
    EventMention,
    KnownArticle,
    KnownLetter,
    Merge,
    RunPlan,
    StoredFile,
)
from transforms.store import read_rows, stored_files


class Past(NamedTuple):
    """What ReadPast gives."""

    articles: PCollection[KnownArticle]
    event_mentions: PCollection[EventMention]
    merges: PCollection[Merge]


class ReadPast(beam.PTransform):
    """Read the tables' days around a run's articles, as the module promises.

    The files are listed while the run is at work, and need no pinning: a run that another one overtakes
    is refused at its commit.
    """

    def __init__(self, *, window_days: int):
        super().__init__()
        self._window = window_days

    def expand(self, inputs: tuple[PCollection[RunPlan], PCollection[Article]]) -> Past:  # noqa: D102
        plans, articles = inputs
        days = AsList(articles | "Days" >> PublicationDays())

        def read(table: str, name: str, row: type) -> Any:
            return (
                plans
                | f"{name}Files" >> StoredFiles(table)
                | f"{name}Near" >> beam.Filter(spans_near, days, self._window)
                | f"{name}Spread" >> beam.Reshuffle()
                | f"Read{name}" >> beam.FlatMap(_read, row).with_output_types(row)
                | f"{name}Window" >> beam.Filter(_is_near, days, self._window)
            )

        merges = (
            plans
            | "MergesFiles" >> StoredFiles("merges")
            | "ReadMerges" >> beam.FlatMap(_read, Merge).with_output_types(Merge)
        )
        return Past(
            read("articles", "Articles", KnownArticle),
            read("event_mentions", "Mentions", EventMention),
            merges,
        )


class StoredFiles(beam.PTransform):
    """Give the committed files of a table, for each plan."""

    def __init__(self, table: str):
        super().__init__()
        self._table = table

    def expand(self, plans: PCollection[RunPlan]) -> PCollection[StoredFile]:  # noqa: D102
        return plans | "List" >> beam.FlatMap(_stored, self._table).with_output_types(StoredFile)


def _stored(plan: RunPlan, table: str) -> list[StoredFile]:
    return stored_files(plan.output, table)


class PublicationDays(beam.PTransform):
    """Give the days on which a run's articles were published, each once, YYYY-MM-DD."""

    def expand(self, articles: PCollection[Article]) -> PCollection[str]:  # noqa: D102
        return articles | "Day" >> beam.Map(_day).with_output_types(str) | "Days" >> beam.Distinct()


def _day(article: Article) -> str:
    # As text: Beam groups by dates only through pickle.
    return article.published.isoformat()


def _read(file: StoredFile, row: type) -> list[Any]:
    return read_rows(file.path, row)


def spans_near(file: StoredFile, days: Collection[str], window: int) -> bool:
    """Tell whether a file holds rows published within `window` days of any of `days`."""
    if file.first is None or file.last is None:
        return False
    reach = timedelta(window)
    first, last = (file.first - reach).isoformat(), (file.last + reach).isoformat()
    return any(first <= day <= last for day in days)


def _is_near(row: Any, days: Collection[str], window: int) -> bool:
    reach = timedelta(window)
    first, last = (row.published - reach).isoformat(), (row.published + reach).isoformat()
    return any(first <= day <= last for day in days)


class DropKnown(beam.PTransform):
    """Drop the articles that are in the tables, as the module promises."""

    def expand(  # noqa: D102
        self, inputs: tuple[PCollection[Article], PCollection[KnownArticle]]
    ) -> PCollection[Article]:
        articles, known = inputs
        return (
            {
                "came": articles | "ById" >> beam.Map(by_article).with_output_types(tuple[str, Article]),
                "known": known
                | "KnownById" >> beam.Map(by_article).with_output_types(tuple[str, KnownArticle]),
            }
            | "Meet" >> beam.CoGroupByKey()
            | "New" >> beam.FlatMapTuple(_new_article).with_output_types(Article)
        )


def by_article(row: Any) -> tuple[str, Any]:
    """Key a row by its article."""
    return row.article_id, row


def _new_article(_: str, met: dict[str, Iterable[Any]]) -> Iterable[Article]:
    """One of the equal articles that came, by a rule that does not depend on order, or none."""
    if not any(True for _ in met["known"]):
        yield from sorted(met["came"], key=lambda article: tuple(map(str, article)))[:1]


class DropKnownLetters(beam.PTransform):
    """Drop the dead letters that are in the tables, so that each is written once."""

    def expand(  # noqa: D102
        self, inputs: tuple[PCollection[RunPlan], PCollection[DeadLetter]]
    ) -> PCollection[DeadLetter]:
        plans, letters = inputs
        known = (
            plans
            | "LetterFiles" >> StoredFiles("dead_letters")
            | "ReadLetters" >> beam.FlatMap(_read, KnownLetter).with_output_types(KnownLetter)
        )
        return (
            {
                "came": letters | "ById" >> beam.Map(_by_letter).with_output_types(tuple[str, DeadLetter]),
                "known": known
                | "KnownById" >> beam.Map(_by_letter).with_output_types(tuple[str, KnownLetter]),
            }
            | "Meet" >> beam.CoGroupByKey()
            | "New" >> beam.FlatMapTuple(_new_letter).with_output_types(DeadLetter)
        )


def _by_letter(letter: Any) -> tuple[str, Any]:
    return letter.dead_letter_id, letter


def _new_letter(_: str, met: dict[str, Iterable[Any]]) -> Iterable[DeadLetter]:
    if not any(True for _ in met["known"]):
        yield from list(met["came"])[:1]
