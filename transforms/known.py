"""Read from the tables what a run must know of the past, and set aside what is not new.

    past = (plans, articles) | ReadPast(window_days=7)
    fresh = (articles, past.articles) | DropKnown()
    letters = (plans, refused) | DropKnownLetters()

ReadPast takes the run's plan and articles; gives the KnownArticles and EventMentions published within
`window_days` of any of them, and all Merges. The tables are the only state; their log prunes by day, so
that the cost goes with the window and not with the history (but for merges and dead letters, of which all
are read). DropKnown gives each article that is not in the tables, once, however often it came in.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import apache_beam as beam
from apache_beam.pvalue import PCollection, TaggedOutput

from schemas.records import Article, DeadLetter, EventMention, Merge
from schemas.runs import KnownArticle, KnownLetter, PastMonth, RunPlan, StoredFile, Tally
from transforms.rereading import read_all
from transforms.store import lost, read_rows, stored_files
from transforms.tally import TallyBundles


class Past(NamedTuple):
    """What ReadPast gives."""

    articles: PCollection[KnownArticle]
    event_mentions: PCollection[EventMention]
    merges: PCollection[Merge]


class ReadPast(beam.PTransform):
    """Read the tables' days around a run's articles, as the module promises.

    The files are listed while the run is at work, and need no pinning: a run that another one overtakes
    is refused at its commit, and what a compaction replaces is read from the new files.
    """

    def __init__(self, *, window_days: int):
        super().__init__()
        self._window = window_days

    def expand(self, inputs: tuple[PCollection[RunPlan], PCollection[Article]]) -> Past:  # noqa: D102
        plans, articles = inputs
        near = (
            (plans, articles | "Days" >> PublicationDays())
            | "Files" >> PastMonths(*_PAST_ROWS, window_days=self._window)
            | "Read" >> beam.ParDo(_ReadNearFn(self._window)).with_outputs(*_PAST_ROWS)
        )
        for table, row in _PAST_ROWS.items():
            near[table].element_type = row
        merges = plans | "ReadMerges" >> beam.FlatMap(_all_rows, "merges", Merge).with_output_types(Merge)
        return Past(near["articles"], near["event_mentions"], merges)


# The tables that are read around a run's days, and as what.
_PAST_ROWS: dict[str, type] = {"articles": KnownArticle, "event_mentions": EventMention}


class PastMonths(beam.PTransform):
    """Give by month the files of tables with rows published within `window_days` of any of a run's days.

    Takes the plans, the days, and, if only some articles are wanted, their ids: without ids in it, that
    collection makes for no files.
    """

    def __init__(self, *tables: str, window_days: int):
        super().__init__()
        self._tables, self._window = tables, window_days

    def expand(self, inputs: Sequence[PCollection]) -> PCollection[PastMonth]:  # noqa: D102
        plans, days, *articles = inputs
        joined = {
            "plan": plans | "PlanKey" >> beam.Map(together).with_output_types(tuple[str, RunPlan]),
            "days": days | "DayKey" >> beam.Map(together).with_output_types(tuple[str, str]),
        }
        if articles:
            joined["articles"] = articles[0] | "IdKey" >> beam.Map(together).with_output_types(
                tuple[str, str]
            )
        return (
            joined
            | "Meet" >> beam.CoGroupByKey()
            | "Near" >> beam.FlatMap(_near, self._tables, self._window).with_output_types(PastMonth)
            | "Spread" >> beam.Reshuffle()
        )


def together(row: Any) -> tuple[str, Any]:
    """Key all rows of a run alike: what meets so needs no side inputs.

    Those have no checkpoints in Beam's runner for Flink (2.70).
    """
    return "", row


def _near(
    group: tuple[str, dict[str, Iterable[Any]]], tables: Sequence[str], window: int
) -> Iterable[PastMonth]:
    _, met = group
    days, articles = sorted(set(met["days"])), sorted(set(met.get("articles", [])))
    if "articles" in met and not articles:
        return
    for plan in met["plan"]:
        for table in tables:
            by_month: dict[str, list[str]] = defaultdict(list)
            for file in stored_files(plan.output, table):
                if spans_near(file, days, window):
                    by_month[_month(file.path)].append(file.path)
            for month in sorted(by_month):
                yield PastMonth(plan.output, table, by_month[month], days, articles)


def _month(path: str) -> str:
    return path.rsplit("/", 1)[0]


def read_month(month: PastMonth, read: Callable[[str], list[Any]]) -> list[Any]:
    """Return the rows that `read` gives of each of a month's files.

    They are read together, for a compaction replaces the files of a month: then all are read anew.
    """
    return _read(month.output, month.table, month.paths, _month(month.paths[0]), read)


def _all_rows(plan: RunPlan, table: str, record: type) -> list[Any]:
    paths = [file.path for file in stored_files(plan.output, table)]
    return _read(plan.output, table, paths, "", lambda path: read_rows(path, record))


def _read(
    output: str, table: str, paths: Sequence[str], beginning: str, read: Callable[[str], list[Any]]
) -> list[Any]:
    """The rows of files of a table; of those whose paths have that beginning, if some were replaced."""

    def listed() -> list[str]:
        return [file.path for file in stored_files(output, table) if file.path.startswith(beginning)]

    try:
        return [row for rows in read_all(list(paths), listed, read) for row in rows]
    except FileNotFoundError as error:
        raise lost(output, table, error) from error


class PublicationDays(beam.PTransform):
    """Give the days on which a run's articles were published, YYYY-MM-DD; each once a bundle."""

    def expand(self, articles: PCollection[Article]) -> PCollection[str]:  # noqa: D102
        return articles | "Day" >> TallyBundles(_day) | "Name" >> beam.Map(_name).with_output_types(str)


def _name(tally: Tally) -> str:
    return tally.name


def _day(article: Article) -> str:
    # As text: Beam groups by dates only through pickle.
    return article.published.isoformat()


def spans_near(file: StoredFile, days: Collection[str], window: int) -> bool:
    """Tell whether a file holds rows published within `window` days of any of `days`."""
    if file.first is None or file.last is None:
        return False
    # Counted in whole numbers: a window may be longer than the calendar.
    first, last = file.first.toordinal() - window, file.last.toordinal() + window
    return any(first <= date.fromisoformat(day).toordinal() <= last for day in days)


class _ReadNearFn(beam.DoFn):
    """Reads the rows of a month that were published within `window` days of one of the run's days."""

    def __init__(self, window: int):
        self._window = window

    def process(self, month: PastMonth) -> Iterable[TaggedOutput]:
        days = sorted(date.fromisoformat(day).toordinal() for day in month.days)

        def is_near(published: date) -> bool:
            first = bisect_left(days, published.toordinal() - self._window)
            return first < len(days) and days[first] <= published.toordinal() + self._window

        row = _PAST_ROWS[month.table]

        def read(path: str) -> list[Any]:
            return [one for one in read_rows(path, row) if is_near(one.published)]

        yield from (TaggedOutput(month.table, one) for one in read_month(month, read))


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
        known = plans | "ReadLetters" >> beam.FlatMap(
            _all_rows, "dead_letters", KnownLetter
        ).with_output_types(KnownLetter)
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
