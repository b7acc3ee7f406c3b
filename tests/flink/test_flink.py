"""The same tables from a real Flink cluster as from this process, also when parts of it die."""

import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, SHARED
from tests.flink.cluster import FlinkCluster
from tests.pipeline.runs import ingest, readable, rows, runs, until
from transforms.events.identity import standing_events

pytestmark = [pytest.mark.model, pytest.mark.slow]

ARTICLES = 160
FILES = 4


@pytest.fixture(scope="module")
def flink(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlinkCluster]:
    missing = [name for name in ("java", "mvn", "make") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"no Flink without {' and '.join(missing)}")
    subprocess.run(["make", ".flink/.ready"], cwd=ROOT, check=True, timeout=600)
    with FlinkCluster(tmp_path_factory.mktemp("flink"), slots=4) as cluster:
        yield cluster


def start(output: Path, *arguments: Any) -> "subprocess.Popen[str]":
    log = open(output.with_suffix(".log"), "w")  # noqa: SIM115
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline", "ingest", "-o", str(output), *map(str, arguments)],
        cwd=ROOT, stderr=log, text=True,
    )  # fmt: skip


def finished(process: "subprocess.Popen[str]", output: Path, seconds: float) -> None:
    code = process.wait(seconds)
    assert code == 0, output.with_suffix(".log").read_text()[-3000:]


def assert_equal_tables(output: Path, reference: Path, but: Sequence[str] = ()) -> None:
    """All rows, whatever the runs they came in."""
    found, wanted = rows(output), rows(reference)
    for table in (name for name in wanted if name not in but):
        assert [readable(row) for row in found[table]] == [readable(row) for row in wanted[table]], table


def test_two_reports_workers_in_the_launcher(flink: FlinkCluster, shared: Path, tmp_path: Path) -> None:
    output = tmp_path / "flink"
    ingest(tmp_path / "here", shared / "seeds")
    finished(start(output, "-q", shared / "seeds", *flink.options("LOOPBACK")), output, 180)
    assert "FINISHED" in flink.states()
    assert [run["runner"] for run in runs(output)] == ["FlinkRunner"]
    assert_equal_tables(output, tmp_path / "here")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Newswire with copies in it, in some files, of which some are packed."""
    corpus = SHARED / "eval" / "gold" / "duplicates.reuters.jsonl"
    if not corpus.is_file():
        pytest.skip("../shared is not here: the articles are not part of the project")
    folder = tmp_path_factory.mktemp("many")
    lines = corpus.read_text().splitlines()[:ARTICLES]
    assert len(lines) == ARTICLES
    for number in range(FILES):
        text = "\n".join(lines[number::FILES])
        if number % 2:
            (folder / f"{number}.jsonl.gz").write_bytes(gzip.compress(text.encode()))
        else:
            (folder / f"{number}.jsonl").write_text(text)
    return folder


def test_many_reports_and_a_worker_that_is_killed(flink: FlinkCluster, many: Path, tmp_path: Path) -> None:
    output = tmp_path / "flink"
    before = flink.times_logged("words/s")
    process = start(output, many, "--shards=2", *flink.options("PROCESS"))
    until(lambda: flink.times_logged("words/s") > before, "a worker parses", 180)
    assert not any(output.glob("_staging/*/*/*.parquet")), "killed too late to prove anything"
    os.kill(flink.workers()[0], signal.SIGKILL)
    ingest(tmp_path / "here", many)
    finished(process, output, 300)
    assert flink.failures() >= 1
    assert len(runs(output)) == 1
    assert runs(output)[0]["articles_new"] == ARTICLES
    assert_equal_tables(output, tmp_path / "here")


def test_stream_through_the_death_of_a_taskmanager(flink: FlinkCluster, tmp_path: Path) -> None:
    """Files are dropped in by and by; the TaskManager dies while a run is at work."""
    watched, output = tmp_path / "watched", tmp_path / "flink"
    watched.mkdir()
    days = _seeds_by_days()
    process = start(
        output, watched, "--streaming", "--watch-interval=2", "--checkpointing_interval=2000",
        *flink.options("PROCESS"),
    )  # fmt: skip
    try:
        for number, day in enumerate(sorted(days)):
            _drop(days[day], watched)
            if number == 1:
                until(lambda: any(output.glob("_staging/*/begun")), "a run is at work", 120)
                flink.kill_taskmanager()
                flink.start_taskmanager()
            wanted = sum(len(days[earlier]) for earlier in sorted(days)[: number + 1])
            until(lambda wanted=wanted: _articles(output) == wanted, f"{wanted} reports are in", 240)
        assert flink.failures() >= 1
        # Nothing is left to do, and nothing is done twice.
        versions = [run["version"] for run in runs(output)]
        assert versions == list(range(1, len(versions) + 1))
    finally:
        flink.cancel()
        process.wait(60)
    assert "the job was cancelled" in output.with_suffix(".log").read_text()
    for day in sorted(days):
        ingest(tmp_path / "daily", *days[day])
    assert_equal_tables(output, tmp_path / "daily")
    ingest(tmp_path / "once", *(seed for day in days.values() for seed in day))
    # Rows tell what was known when they were written: day by day, two events may be told before a later
    # report shows them to be one, and the ledger says so. What stands for what is the same.
    of_events = ("claims", "event_mentions", "events", "merges")
    assert_equal_tables(output, tmp_path / "once", but=of_events)
    assert _event_of(output) == _event_of(tmp_path / "once")


def _drop(seeds: Sequence[Path], watched: Path) -> None:
    """Move files in as a folder, of one age: two looks that found half of them each would make two runs."""
    folder = watched.parent / seeds[0].stem
    folder.mkdir()
    now = time.time()
    for seed in seeds:
        shutil.copy(seed, folder)
        os.utime(folder / seed.name, (now, now))
    os.rename(folder, watched / folder.name)


def _event_of(output: Path) -> dict[str, str]:
    """The event that each mention tells of, merges followed."""
    found = rows(output)
    standing = standing_events(found["merges"])
    return {row.mention_id: standing.get(row.event_id, row.event_id) for row in found["event_mentions"]}


def _seeds_by_days() -> dict[date, list[Path]]:
    """The seeds of three days at a time: each time costs ten seconds on this cluster."""
    days: dict[date, list[Path]] = {}
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        day = date.fromisoformat(path.read_text().split()[1])
        days.setdefault(day - timedelta(day.toordinal() % 3), []).append(path)
    return days


def _articles(output: Path) -> int:
    if not (output / "runs").exists():
        return 0
    return sum(json.loads(str(run["articles_new"])) for run in runs(output))
