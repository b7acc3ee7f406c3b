"""A stream of runs gives the tables of scheduled runs: late, repeated and out-of-order reports."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import apache_beam as beam
import pytest
from apache_beam.coders.typecoders import registry
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.direct.direct_runner import BundleBasedDirectRunner
from apache_beam.testing.test_stream import TestStream as ScriptedStream
from apache_beam.transforms.window import FixedWindows, TimestampedValue
from hypothesis import given
from hypothesis import strategies as st

from pipeline.graph import Settings, build
from schemas.runs import FileMark, RunPlan
from tests.conftest import ROOT
from tests.pipeline.runs import ingest, report, rows, runs, until
from tests.transforms.plans import plan
from tests.transforms.small_runs import Dies, commit, die
from transforms import commits, store, watch
from transforms.commits import Overtaken
from transforms.model import DEFAULT_MODEL
from transforms.places import Unreachable

ATTACK = "Gunmen attacked a convoy near the port of Basra on Friday, killing two drivers, the police said."
LATER = "Police in Basra arrested three men on Sunday over the attack on a convoy near the port."
SETTINGS = Settings(DEFAULT_MODEL, 7, 10 << 20, date(1700, 1, 1), None, 1)


@pytest.fixture
def arrivals(tmp_path: Path) -> list[list[Path]]:
    """What arrives when: a day, the day after, again the first, a report of before, a copy."""
    folder = tmp_path / "in"
    report(folder, "a", "2024-03-02", "Gunmen attack convoy in Basra", ATTACK)
    report(folder, "b", "2024-03-04", "Three held over Basra convoy attack", LATER, ATTACK)
    report(
        folder, "late", "2024-02-27", "Basra port reopens", "Basra port reopened on Monday after a strike."
    )
    report(folder, "c", "2024-03-05", "Gunmen attack convoy in Basra", ATTACK)
    a, b, late, c = (folder / f"{name}.txt" for name in ("a", "b", "late", "c"))
    return [[a], [b], [a, late], [b, c]]


def streamed(output: Path, plans: Sequence[RunPlan]) -> None:
    """Run the graph on a stream of plans, each before the watermark passes its window."""
    stream = ScriptedStream(coder=registry.get_coder(RunPlan)).advance_watermark_to(0)
    for second, element in enumerate(plans):
        stream = stream.add_elements([TimestampedValue(element, second + 0.5)])
        stream = stream.advance_watermark_to(second + 1)
    options = PipelineOptions(["--streaming"])
    with beam.Pipeline(runner=BundleBasedDirectRunner(), options=options) as pipeline:
        ticks = pipeline | stream.advance_watermark_to_infinity()
        build(ticks | beam.WindowInto(FixedWindows(1)), SETTINGS)


@pytest.mark.model
def test_late_repeated_and_out_of_order_reports(arrivals: list[list[Path]], tmp_path: Path) -> None:
    store.create_tables(str(tmp_path / "stream"))
    streamed(
        tmp_path / "stream",
        [
            plan(str(tmp_path / "stream"), f"run{number}", number, [str(path) for path in paths])
            for number, paths in enumerate(arrivals, 1)
        ],
    )
    for paths in arrivals:
        ingest(tmp_path / "batch", *paths)
    assert rows(tmp_path / "stream") == rows(tmp_path / "batch")
    counts = [(run["articles_new"], run["articles_known"]) for run in runs(tmp_path / "stream")]
    assert counts == [(1, 0), (1, 0), (1, 1), (1, 1)]


@pytest.mark.model
def test_a_stream_gives_way_to_another_run(arrivals: list[list[Path]], tmp_path: Path) -> None:
    """Who commits first wins; the stream goes on, and its next look reads the files again."""
    output = str(tmp_path / "out")
    ingest(tmp_path / "out", *arrivals[0])
    overtaken = plan(output, "stream1", 1, [str(path) for path in arrivals[1]])
    streamed(tmp_path / "out", [overtaken._replace(gives_way=True)])
    assert len(runs(tmp_path / "out")) == 1
    assert not (tmp_path / "out" / "_staging").exists()
    with pytest.raises(Overtaken):
        streamed(tmp_path / "out", [overtaken])
    mark = FileMark(str(arrivals[1][0]), 1, 0.0)
    state = watch.FIRST_LOOK._replace(run_id="stream1", version=1, reading=[mark])
    state, again = watch.look(state, plan(output), [str(arrivals[1][0])], time.time() + 100, 60)
    assert again is not None
    assert (again.version, [part.path for part in again.parts]) == (2, [str(arrivals[1][0])])


def test_a_run_begins_when_the_last_is_in_all_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the stream has forgotten the last: its checkpoint was from before, and a machine died since."""
    output = str(tmp_path / "out")
    store.create_tables(output)
    with monkeypatch.context() as patched:
        patched.setattr(commits, "roll_forward", die)
        with pytest.raises(Dies):
            commit(output, 1, "a")
    assert commits.tables_behind(output) == ["merges"]
    arrived = report(tmp_path / "in", "a", "2024-03-02", "Gunmen attack convoy in Basra", ATTACK)
    _, begun = watch.look(watch.FIRST_LOOK, plan(output), [str(arrived)], time.time() + 100, 60)
    assert begun is not None and begun.version == 2
    assert commits.tables_behind(output) == []


@pytest.mark.model
def test_nothing_is_begun_while_a_run_is_at_work(arrivals: list[list[Path]], tmp_path: Path) -> None:
    output, pattern = str(tmp_path / "out"), [str(tmp_path / "in")]
    store.create_tables(output)
    now = time.time() + 100
    state, first = watch.look(watch.FIRST_LOOK, plan(output), pattern, now, 60)
    assert first is not None
    assert len(first.parts) == 4
    state, second = watch.look(state, plan(output), pattern, now + 60, 60)
    assert second is None
    streamed(tmp_path / "out", [first])
    state, third = watch.look(state, plan(output), pattern, now + 120, 60)
    assert third is None
    assert (state.run_id, [mark.path for mark in state.seen]) == ("", [part.path for part in first.parts])


def test_a_file_that_grows_is_not_read_however_soon_the_next_look_comes(tmp_path: Path) -> None:
    store.create_tables(str(tmp_path / "out"))
    growing = tmp_path / "in" / "a.txt"
    report(growing.parent, "a", "2024-03-02", "Gunmen attack convoy in Basra", ATTACK)
    template, pattern, state, now = plan(str(tmp_path / "out")), [str(tmp_path / "in")], watch.FIRST_LOOK, 1e9
    begun = []
    for seconds, changed in ((0, -1), (4, -1), (30, 29), (34, 29), (64, 29)):
        os.utime(growing, (now + changed, now + changed))
        state, of_look = watch.look(state, template, pattern, now + seconds, 30)
        begun.append(of_look is not None)
    assert begun == [False, False, False, False, True]


@pytest.mark.parametrize("away", ["finish_committed", "is_committed"])
def test_a_store_that_is_away_is_looked_at_again(
    away: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise Unreachable("no answer")

    monkeypatch.setattr(watch.commits, away, fails)
    store.create_tables(str(tmp_path / "out"))
    state = watch.FIRST_LOOK._replace(run_id="run1", version=1)
    after, begun = watch.look(state, plan(str(tmp_path / "out")), [], 100.0, 60)
    assert (after, begun) == (state._replace(looked_at=100.0), None)
    assert "no answer" in caplog.text


MARKS = st.lists(
    st.builds(FileMark, st.sampled_from(["a", "b", "c"]), st.integers(0, 3), st.floats(0, 100)),
    unique_by=lambda mark: mark.path,
)


@given(MARKS, MARKS, MARKS, st.floats(0, 200))
def test_only_files_at_rest_that_are_not_seen_are_read(
    found: list[FileMark], before: list[FileMark], seen: list[FileMark], now: float
) -> None:
    due = watch.rested(found, before, seen, now, 10)
    assert set(due) <= set(found) - set(seen)
    for mark in set(found) - set(seen) - set(due):
        assert mark not in before
        assert now - mark.changed_at < 10


@pytest.fixture
def watching(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    (tmp_path / "in").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "ingest", "in", "-o", "out", "--streaming", "--watch-interval=1"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield process
    process.kill()


@pytest.mark.model
@pytest.mark.slow
def test_watching_here(watching: "subprocess.Popen[str]", tmp_path: Path) -> None:
    """In this process, too: what arrives is ingested until Ctrl-C, which lets the run at work end."""

    def committed() -> int:
        return len(runs(tmp_path / "out")) if (tmp_path / "out" / "runs").exists() else 0

    for number, name in enumerate(("a", "b"), 1):
        report(tmp_path / "in", name, "2024-03-02", f"Gunmen attack {name}", ATTACK)
        until(lambda number=number: committed() >= number, f"{number} runs", 90)
    watching.send_signal(signal.SIGINT)
    _, errors = watching.communicate(timeout=60)
    assert watching.returncode == 0
    assert errors.strip().endswith("stopped; what was committed is kept")
    assert [run["articles_new"] for run in runs(tmp_path / "out")] == [1, 1]
