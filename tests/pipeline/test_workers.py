"""Worker processes: they stay for all slices of a call, and one that dies ends the run and not the program."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.worker_handler import LentWorker
from pipeline.workers import Worker, Workers, WorkersMissing
from tests.conftest import ROOT
from tests.pipeline.runs import ingest, report, rows, runs, until
from tests.pipeline.test_golden import TWO_PROCESSES

pytestmark = [pytest.mark.model, pytest.mark.slow]

ATTACK = "Gunmen attacked a convoy near the port of Basra on Friday, killing two drivers, the police said."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for number in range(6):
        report(folder, f"r{number}", f"2024-03-{number + 2:02d}", f"Headline {number}", ATTACK)
    return folder


@pytest.fixture
def started(folder: Path, tmp_path: Path) -> Iterator[subprocess.Popen]:
    """A call with two workers and two slices, begun."""
    command = ["ingest", str(folder), "-o", str(tmp_path / "out"), "--slice-reports=3", *TWO_PROCESSES]
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", *command], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    yield process
    process.kill()


def workers(of: subprocess.Popen) -> list[int]:
    """The processes that were forked for a call, by what /proc tells of parents."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue  # it has ended since
    servers = [pid for pid, parent in parents.items() if parent == of.pid]
    return sorted(pid for pid, parent in parents.items() if parent in servers)


def test_slices_share_their_workers_and_give_the_rows_of_one_process(folder: Path, tmp_path: Path) -> None:
    ingest(tmp_path / "one", folder, "--slice-reports=3")
    ingest(tmp_path / "two", folder, "--slice-reports=3", *TWO_PROCESSES)
    assert [run["articles_new"] for run in runs(tmp_path / "two")] == [3, 3]
    assert rows(tmp_path / "two") == rows(tmp_path / "one")


def test_workers_are_the_same_in_each_slice_and_end_with_the_call(started: subprocess.Popen) -> None:
    assert started.stderr is not None
    seen = {line.split(":")[0]: workers(started) for line in started.stderr if line.startswith("slice ")}
    assert started.wait(60) == 0
    first, second = seen.values()
    until(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in second), "workers have ended", 20)
    assert (len(first), len(second)) == (0, 2)


def test_a_worker_that_is_killed_ends_the_run_with_a_reason(
    started: subprocess.Popen, folder: Path, tmp_path: Path
) -> None:
    until(lambda: len(workers(started)) == 2, "two workers", 60)
    os.kill(workers(started)[0], signal.SIGKILL)
    _, errors = started.communicate(timeout=60)
    assert started.returncode == 1
    assert errors.strip().splitlines()[-1] == (
        "dateline: a worker process was killed; is there memory enough for so many?"
    )
    assert "Traceback" not in errors
    again = ingest(tmp_path / "out", folder)
    assert (again["articles_new"], again["version"]) == (6, 1)


def test_a_worker_that_ends_between_two_runs_is_replaced(tmp_path: Path) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    report(inbox, "first", "2024-03-02", "Headline", ATTACK)
    command = ["ingest", str(inbox), "-o", str(out), "--streaming", "--watch-interval=1", *TWO_PROCESSES]
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", *command], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        # Committed is not done: one that ends before the run does, ends the run.
        assert any("run 1." in line for line in process.stderr)
        os.kill(workers(process)[0], signal.SIGKILL)
        report(inbox, "second", "2024-03-03", "Headline", ATTACK)
        until(lambda: len(runs(out)) == 2, "the second run", 60)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Traceback" not in errors


def test_ctrl_c_ends_a_run_with_workers(started: subprocess.Popen) -> None:
    until(lambda: len(workers(started)) == 2, "two workers", 60)
    found = workers(started)
    for pid in (started.pid, *found):  # a terminal tells all
        os.kill(pid, signal.SIGINT)
    _, errors = started.communicate(timeout=60)
    assert started.returncode == 1
    assert errors.strip().splitlines()[-1].startswith("dateline: stopped")
    until(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in found), "workers have ended", 20)


def test_an_idle_worker_that_has_ended_is_replaced() -> None:
    with Workers() as pool:
        first = pool.lend()
        pool.take_back(first)
        os.kill(first.process.pid, signal.SIGKILL)
        first.process.join()
        second = pool.lend()
        assert second.process.is_alive()
        assert second.process.pid != first.process.pid
        assert pool.loss() is None


def test_a_worker_that_cannot_be_started_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beam closes the handler of a worker also where its start has failed."""

    def fail() -> Worker:
        raise WorkersMissing("none")

    pool = Workers()
    monkeypatch.setattr(pool, "lend", fail)
    lent = LentWorker.__new__(LentWorker)
    lent._workers, lent._over = pool, threading.Event()
    with pytest.raises(WorkersMissing):
        lent.start_worker()
    closing = threading.Thread(target=lent.stop_worker, daemon=True)
    closing.start()
    closing.join(5)
    assert not closing.is_alive()
