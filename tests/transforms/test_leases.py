"""Who is at work keeps what it has staged, and what a dead run has staged goes."""

import contextlib
import fcntl
import os
import time
from pathlib import Path
from typing import Any

import pytest
from deltalake import DeltaTable

from pipeline.launch import _clean_up
from schemas.tables import RUNS, to_arrow
from tests.transforms.small_runs import (
    Dies,
    commit,
    die,
    left_over,
    merged,
    run_row,
    stage,
    stage_and_die,
)
from transforms import commits, leases, store


@pytest.fixture
def output(tmp_path: Path) -> str:
    store.create_tables(str(tmp_path))
    return str(tmp_path)


def test_files_of_a_living_run_are_left_alone(output: str) -> None:
    lease = leases.hold_lease(output, "alive")
    assert lease is not None
    stage(output, "alive", "a")
    stage_and_die(output, "dead", "b")
    assert len(commits.recover(output)) == 1
    assert any("alive" in path for path in left_over(output))
    lease.close()
    commits.recover(output)
    assert left_over(output) == []


@pytest.mark.parametrize("moment", [(commits, "finish_committed"), (store, "run_ids")])
def test_a_run_that_commits_and_dies_while_another_looks_is_not_forgotten(
    moment: tuple[Any, str], output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(output, 1, "a")
    lease = leases.hold_lease(output, "run2")
    assert lease is not None
    files, (module, name) = stage(output, "run2", "b"), moment
    real = getattr(module, name)

    def looked(output: str) -> Any:
        found = real(output)
        monkeypatch.setattr(module, name, real)
        with monkeypatch.context() as patched:
            patched.setattr(commits, "roll_forward", die)
            with pytest.raises(Dies):
                commits.commit(output, run_row(2, files), "run2", files)
        lease.close()
        return found

    monkeypatch.setattr(module, name, looked)
    assert commits.recover(output) == []
    assert merged(output) == ["a"]
    assert commits.recover(output) == ["finished run 2, which died before merges"]
    assert merged(output) == ["a", "b"]
    assert left_over(output) == []


def test_a_row_that_comes_while_strays_are_looked_for_is_none(
    output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, place = (f"{output}/runs/month=2026-11/{name}.parquet" for name in ("dead", "new"))
    store.write_parquet(to_arrow(RUNS, [run_row(1, [])], "dead"), left)
    real = commits.living_runs

    def looked(output: str) -> list[str]:
        found = real(output)
        store.write_parquet(to_arrow(RUNS, [run_row(1, [])], "new"), place)
        return found

    monkeypatch.setattr(commits, "living_runs", looked)
    assert commits.recover(output) == [f"removed {left}, which no commit knows"]
    assert Path(place).exists()


def test_a_worker_that_outlives_its_launcher_may_end_its_commit(
    output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, real = stage_and_die(output, "run1", "a"), commits._append

    def looked_at(delta: DeltaTable, actions: list, version: int) -> None:
        monkeypatch.setattr(commits, "_append", real)
        assert commits.recover(output) == []
        real(delta, actions, version)

    monkeypatch.setattr(commits, "_append", looked_at)
    commits.commit(output, run_row(1, files), "run1", files)
    assert merged(output) == ["a"]
    assert left_over(output) == []


def test_a_worker_that_outlives_its_launcher_cannot_begin_while_its_files_are_removed(
    output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage_and_die(output, "run1", "a")

    def settle(output: str, run_id: str) -> list[str]:
        place = f"{output}/{store.STAGING}/{run_id}/{leases.LEASE}"
        with open(place) as lease, pytest.raises(BlockingIOError):
            fcntl.flock(lease, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return ["looked"]

    monkeypatch.setattr(commits, "settle", settle)
    assert commits.recover(output) == ["looked"]
    assert left_over(output) == []


def test_a_run_without_a_lease_is_dead_a_day_after_it_last_wrote(output: str) -> None:
    # Its files are written by other machines' processes: none here can hold its lease.
    (file,) = stage(output, "elsewhere", "a")
    assert commits.recover(output) == []
    assert len(left_over(output)) == 1
    yesterday = time.time() - leases.ABANDONED_AFTER_SECONDS - 60
    os.utime(f"{output}/{file.staged}", (yesterday, yesterday))
    assert len(commits.recover(output)) == 1
    assert left_over(output) == []


def test_a_run_that_was_taken_for_dead_is_refused(output: str) -> None:
    files = stage(output, "slow", "a")
    commits.discard(output, "slow")
    with pytest.raises(store.StoreError, match="another run took this one for dead"):
        commits.commit(output, run_row(1, files), "slow", files)
    assert store.last_run(output) is None
    assert left_over(output) == []


@pytest.mark.parametrize("committing", [True, False])
def test_what_a_failed_run_has_staged_is_removed_unless_a_worker_is_committing_it(
    committing: bool, tmp_path: Path
) -> None:
    output = str(tmp_path)
    store.create_tables(output)
    lease = leases.hold_lease(output, "run1")
    assert lease is not None
    [staged] = stage(output, "run1", "a")
    with contextlib.ExitStack() as worker:
        if committing:
            worker.enter_context(leases.shared_lease(output, "run1"))
        assert not _clean_up(output, "run1", lease)
        assert (tmp_path / staged.staged).exists() == committing
