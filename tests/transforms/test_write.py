"""Writing: the same rows give the same bytes; a run's row adds up."""

from datetime import date
from pathlib import Path

import apache_beam as beam
import pytest
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.transforms.window import IntervalWindow

from schemas.records import Merge
from schemas.runs import DataFile, RunPlan, Tally
from tests.transforms.plans import plan
from transforms import write
from transforms.write import (
    TooManyDeadLetters,
    WriteTables,
    refuse_if_too_many_dead,
    run_row,
)

ROWS = [Merge("story", f"{i:03d}", "root", "test", 0.5, date(2022, 11 + i % 2, 4)) for i in range(40)]


def written(folder: Path, rows: list[Merge], *options: str, shards: int = 2) -> dict[str, bytes]:
    with beam.Pipeline(options=PipelineOptions(["--runner=FnApiRunner", *options])) as p:
        plans = p | "Plan" >> beam.Create([plan(str(folder))]).with_output_types(RunPlan)
        merges = p | beam.Create(rows).with_output_types(Merge)
        _ = (plans, {"merges": merges}) | WriteTables(shards=shards)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}


def test_order_and_repeated_bundles_give_the_same_bytes(tmp_path: Path) -> None:
    once = written(tmp_path / "a", ROWS)
    assert sorted(once) == [
        "_staging/run1/merges/2022-11-0000.parquet", "_staging/run1/merges/2022-12-0000.parquet",
    ]  # fmt: skip
    assert written(tmp_path / "b", ROWS[::-1], "--direct_runner_bundle_repeat=2") == once


def test_nor_does_it_matter_how_many_rows_are_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = written(tmp_path / "a", ROWS)
    monkeypatch.setattr(write, "ROWS_PACKED", 3)
    assert written(tmp_path / "b", ROWS) == once


def test_rows_are_packed_by_shard_and_window() -> None:
    pack = write._PackFn("merges", 1)
    pack.start_bundle()
    windows = [IntervalWindow(0, 10), IntervalWindow(10, 20)]
    for i in range(5):
        assert list(pack.process(ROWS[i], windows[i % 2])) == []
    found = {value.windows[0]: (value.value, value.timestamp) for value in pack.finish_bundle()}
    assert {window: (key, write._unpacked(rows)) for window, ((key, rows), _) in found.items()} == {
        windows[0]: ("merges 0000", ROWS[0:5:2]), windows[1]: ("merges 0000", ROWS[1:5:2])
    }  # fmt: skip
    assert all(timestamp == window.max_timestamp() for window, (_, timestamp) in found.items())


def test_run_row_counts_files_and_tallies() -> None:
    files = [
        DataFile("articles", "2022-12", "s", "p", 1, 5, "{}"),
        DataFile("sentences", "2022-11", "s", "p", 1, 3, "{}"),
        DataFile("sentences", "2022-12", "s", "p", 1, 4, "{}"),
    ]
    tallies = [
        Tally("articles", 8), Tally("new articles", 5), Tally("dead letters", 2), Tally("duplicates", 1),
        Tally("sentences relative", 3), Tally("sentences explicit", 1), Tally("sentences inherited", 2),
        Tally("sentences none", 1),
    ]  # fmt: skip
    run = run_row(plan("out"), files, tallies, 5)
    assert (run.articles_in, run.articles_new, run.articles_known, run.dead_letters) == (10, 5, 3, 2)
    assert (run.sentences, run.sentences_dated, run.sentences_inherited) == (7, 4, 2)
    with pytest.raises(AssertionError, match="a bug: 6 new articles came in, 5 were written"):
        run_row(plan("out"), files, [*tallies, Tally("new articles", 1)], 5)
    with pytest.raises(TooManyDeadLetters, match="2 of 10 inputs were refused.*\n  no date line: a"):
        refuse_if_too_many_dead(2, 10, 0.1, ["no date line: a"])
    refuse_if_too_many_dead(2, 10, 0.2, [])
