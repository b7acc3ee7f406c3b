"""What is known is dropped; what is new stays, once."""

from datetime import date
from pathlib import Path

import apache_beam as beam
import pytest
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.testing.util import assert_that, equal_to

from schemas.records import Article, Merge
from schemas.runs import KnownArticle, PastMonth, RunPlan, StoredFile
from tests.transforms.plans import plan
from tests.transforms.small_runs import commit, run_row
from transforms import commits, known, store
from transforms.compact import compact
from transforms.known import DropKnown, ReadPast
from transforms.link.signature import SIGNATURE_SPEC
from transforms.write import WriteTables


def article(name: str, day: date, uri: str = "in") -> Article:
    return Article(
        name, name, uri, None, None, day, None, None, "It rained.", None, [], 2, b"sig", SIGNATURE_SPEC,
        story_id="story",
    )  # fmt: skip


def pipeline() -> beam.Pipeline:
    return beam.Pipeline(options=PipelineOptions(["--runner=FnApiRunner"]))


DAYS = {"old": date(2022, 11, 1), "near": date(2022, 11, 28), "same": date(2022, 12, 4)}


def filled_store(output: str) -> None:
    store.create_tables(output)
    with pipeline() as p:
        articles = [article(name, day) for name, day in DAYS.items()]
        files = (
            plans(p, output),
            {"articles": p | beam.Create(articles).with_output_types(Article)},
        ) | WriteTables(shards=1)
        _ = files | beam.combiners.ToList() | beam.Map(_commit, output)


def plans(p: beam.Pipeline, output: str) -> beam.PCollection[RunPlan]:
    return p | "Plan" >> beam.Create([plan(output)]).with_output_types(RunPlan)


def _commit(files: list, output: str) -> None:
    commits.commit(output, run_row(1, files), "run1", files)


def test_the_past_is_the_window_around_the_new_reports(tmp_path: Path) -> None:
    filled_store(str(tmp_path))
    p = pipeline()
    new = p | beam.Create([article("new", date(2022, 12, 4))]).with_output_types(Article)
    past = (plans(p, str(tmp_path)), new) | ReadPast(window_days=7)
    names = past.articles | beam.Map(lambda known: (known.article_id, known.story_id))
    assert_that(names, equal_to([("near", "story"), ("same", "story")]))
    p.run()


def test_known_and_repeated_articles_are_dropped() -> None:
    day = date(2022, 12, 4)
    known = KnownArticle("b", "b", day, None, None, None, b"", "")
    p = pipeline()
    came = [article("a", day, "z"), article("a", day, "y"), article("b", day)]
    articles = p | "Articles" >> beam.Create(came).with_output_types(Article)
    past = p | "Past" >> beam.Create([known]).with_output_types(KnownArticle)
    fresh = (articles, past) | DropKnown()
    assert_that(fresh | beam.Map(lambda a: (a.article_id, a.source_uri)), equal_to([("a", "y")]))
    p.run()


def test_files_that_a_compaction_replaces_are_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = str(tmp_path)
    store.create_tables(output)
    commit(output, 1, "a")
    commit(output, 2, "b")
    commit(output, 3, "c")
    before = store.stored_files(output, "merges")
    list(compact(output))
    looks = [before]
    monkeypatch.setattr(known, "stored_files", lambda *at: looks.pop() if looks else store.stored_files(*at))
    assert sorted(row.id for row in known._all_rows(plan(output), "merges", Merge)) == ["a", "b", "c"]
    paths = [file.path for file in before if "month=2022-12" in file.path]
    month = PastMonth(output, "merges", paths, [], [])
    rows = known.read_month(month, lambda path: store.read_rows(path, Merge))
    assert sorted(row.id for row in rows) == ["a", "b", "c"]
    for file in store.stored_files(output, "merges"):
        Path(file.path).unlink()
    with pytest.raises(store.StoreError, match="is lost; `dateline doctor"):
        known.read_month(month, lambda path: store.read_rows(path, Merge))


@pytest.mark.parametrize(("window", "near"), [(0, False), (6, False), (7, True), (10**9, True)])
def test_a_window_may_be_longer_than_the_calendar(window: int, near: bool) -> None:
    file = StoredFile("a", date(2022, 12, 11), date.max, 1)
    assert known.spans_near(file, ["2022-12-04"], window) == near
