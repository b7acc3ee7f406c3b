"""Commits are all or nothing, and a dead run is finished or forgotten."""

import contextlib
import fcntl
import json
import os
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Optional

import pyarrow as pa
import pyarrow.dataset as ds
import pytest
from deltalake import DeltaTable

from pipeline.launch import _clean_up
from schemas.records import Merge
from schemas.runs import DataFile, Run
from schemas.tables import MERGES, RUNS, TABLES, to_arrow
from transforms import commits, places, store

DAY = date(2022, 12, 4)


class Dies(Exception):
    """The process ends here."""


def run_row(version: int, files: list[DataFile]) -> Run:
    counts = [0] * 11
    listed = json.dumps([file._asdict() for file in files])
    return Run(version, version, version + 1, "test", "0", "1", "model", "{}", *counts, listed)


def stage(output: str, run_id: str, *ids: str) -> list[DataFile]:
    """Write a staged file of `merges` with a row for each of `ids`."""
    rows = [Merge("story", i, "root", "test", 1.0, DAY) for i in ids]
    staged = f"{store.STAGING}/{run_id}/merges/2022-12-0000.parquet"
    size = store.write_parquet(to_arrow(MERGES, rows, run_id), f"{output}/{staged}")
    path = f"month=2022-12/{run_id}-0000.parquet"
    stats = json.dumps({"numRecords": len(ids)})
    return [DataFile("merges", "2022-12", staged, path, size, len(ids), stats)]


def stage_and_die(output: str, run_id: str, *ids: str) -> list[DataFile]:
    """Stage a file as a process does that dies then: its lease is there, and nobody holds it."""
    lease = commits.hold_lease(output, run_id)
    assert lease is not None
    lease.close()
    return stage(output, run_id, *ids)


def commit(output: str, version: int, *ids: str, run_id: Optional[str] = None) -> None:
    run_id = run_id or f"run{version}"
    files = stage(output, run_id, *ids)
    commits.commit(output, run_row(version, files), run_id, files)


def merged(output: str) -> list[str]:
    return sorted(
        row.id for uri in DeltaTable(f"{output}/merges").file_uris() for row in store.read_rows(uri, Merge)
    )


def left_over(output: str) -> list[str]:
    known = {file.path for name in TABLES for file in store.stored_files(output, name)}
    found = {
        str(path) for path in Path(output).rglob("*") if path.is_file() and "_delta_log" not in path.parts
    }
    return sorted(found - known)


@pytest.fixture
def output(tmp_path: Path) -> str:
    store.create_tables(str(tmp_path))
    return str(tmp_path)


def test_tables_are_created_once_and_empty(output: str) -> None:
    store.create_tables(output)
    assert {sum(file.rows for file in store.stored_files(output, name)) for name in TABLES} == {0}
    for table in TABLES.values():
        (file,) = store.stored_files(output, table.name)
        assert store.read_rows(file.path, table.row) == []
    assert store.last_run(output) is None


def test_a_store_of_an_earlier_version_gains_the_columns_that_are_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, new = str(tmp_path), TABLES["event_mentions"]
    older = new._replace(schema=new.schema.remove(new.schema.get_field_index("place_basis")))
    with monkeypatch.context() as earlier:
        earlier.setattr(store, "TABLES", {**TABLES, "event_mentions": older})
        store.create_tables(output)
    (file,) = store.stored_files(output, "event_mentions")
    assert "place_basis" not in store.read_file(file.path).column_names
    assert store.read_rows(file.path, new.row) == []
    late = store.open_table(output, "event_mentions")
    store.create_tables(output)
    delta = store.open_table(output, "event_mentions")
    assert delta is not None and "place_basis" in {field.name for field in delta.schema().fields}
    version = delta.version()
    # Another first run of this version, which looked before: it finds it done.
    assert late is not None
    store._add_columns(late, new)
    store.create_tables(output)
    delta = store.open_table(output, "event_mentions")
    assert delta is not None and delta.version() == version


def test_a_column_that_a_file_lacks_is_null(output: str) -> None:
    path = f"{output}/merges/older.parquet"
    store.write_parquet(pa.table({"kind": ["story"], "id": ["b"]}), path)
    (row,) = store.read_rows(path, Merge)
    assert (row.kind, row.id, row.merged_into) == ("story", "b", None)


def test_a_commit_shows_in_all_tables(output: str) -> None:
    commit(output, 1, "a", "b")
    commit(output, 2, "c")
    assert merged(output) == ["a", "b", "c"]
    last = store.last_run(output)
    assert last is not None and last["version"] == 2
    assert left_over(output) == []


def test_the_second_of_two_runs_from_one_state_fails_and_leaves_nothing(output: str) -> None:
    commit(output, 1, "a")
    commit(output, 2, "b")
    with pytest.raises(store.StoreError, match="another run has committed"):
        commit(output, 2, "x", run_id="late")
    assert merged(output) == ["a", "b"]
    assert left_over(output) == []


def test_the_loser_of_a_race_fails_even_if_it_read_the_log_before(output: str, monkeypatch: Any) -> None:
    # Both have opened the log at the same version; the other commits in between.
    opened = store.open_table(output, "runs")
    commit(output, 1, "a")
    real: Callable[[str, str], Optional[DeltaTable]] = store.open_table
    monkeypatch.setattr(store, "open_table", lambda o, t: opened if t == "runs" else real(o, t))
    with pytest.raises(store.StoreError, match="another run has committed"):
        commit(output, 1, "x", run_id="late")
    monkeypatch.undo()
    assert merged(output) == ["a"]
    assert left_over(output) == []


def test_the_loser_of_a_race_may_find_its_row_removed(output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(output, 1, "a")
    real = commits._append

    def late(delta: DeltaTable, actions: list, version: int) -> None:
        monkeypatch.setattr(commits, "_append", real)
        commit(output, 2, "b")  # Whole, while this one's row is in place and not in the log.
        real(delta, actions, version)

    monkeypatch.setattr(commits, "_append", late)
    with pytest.raises(commits.Overtaken, match="another run has committed"):
        commit(output, 2, "x", run_id="late")
    assert merged(output) == ["a", "b"]
    assert left_over(output) == []


def test_the_winner_of_a_race_may_find_the_loser_s_row_removed(
    output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = store.listed_files
    gone = f"{output}/runs/month=1970-01/late.parquet"
    monkeypatch.setattr(store, "listed_files", lambda *of: [*real(*of), gone])
    commit(output, 1, "a")
    assert merged(output) == ["a"]


def test_two_that_clear_up_at_once_do_not_collide(output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files, real = stage(output, "run1", "a"), shutil.rmtree

    def late(folder: str) -> None:
        real(folder)  # The other is through with it first.
        real(folder)

    monkeypatch.setattr(shutil, "rmtree", late)
    commits.commit(output, run_row(1, files), "run1", files)
    assert left_over(output) == []


def die(*_: Any) -> None:
    raise Dies


@pytest.mark.parametrize(
    ("function", "kept"),
    [
        ("_append", False),  # the row of `runs` is written, its commit is not
        ("roll_forward", True),  # committed; no other table yet
        ("move_file", True),  # in the middle of the tables
    ],
)
def test_a_run_that_dies_is_finished_or_forgotten(
    output: str, function: str, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(output, 1, "a")
    files = stage_and_die(output, "run2", "b")
    if function == "move_file":
        # Files are written by renaming too, and so is the run's own row; let those through.
        real = places.move_file
        monkeypatch.setattr(places, "move_file", lambda s, t: die() if "/merges/month" in t else real(s, t))
    else:
        monkeypatch.setattr(commits, function, die)
    with pytest.raises(Dies):
        commits.commit(output, run_row(2, files), "run2", files)
    monkeypatch.undo()
    assert commits.recover(output)
    assert merged(output) == (["a", "b"] if kept else ["a"])
    assert left_over(output) == []
    assert commits.recover(output) == []
    commit(output, 3 if kept else 2, "c")
    assert "c" in merged(output)


def test_a_commit_that_is_tried_again_changes_nothing(output: str) -> None:
    files = stage(output, "run1", "a")
    for _ in range(2):
        commits.commit(output, run_row(1, files), "run1", files)
    assert merged(output) == ["a"]
    assert left_over(output) == []


def test_an_old_commit_that_is_tried_again_changes_nothing(output: str) -> None:
    first = stage(output, "run1", "a")
    commits.commit(output, run_row(1, first), "run1", first)
    commit(output, 2, "b")
    before = {path: path.read_bytes() for path in Path(output).rglob("*") if path.is_file()}
    commits.commit(output, run_row(1, first)._replace(finished_at=99), "run1", first)
    assert {path: path.read_bytes() for path in Path(output).rglob("*") if path.is_file()} == before


def test_a_run_finishes_the_one_before_it_before_it_commits(
    output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = stage(output, "run1", "a")
    with monkeypatch.context() as patched:
        patched.setattr(commits, "roll_forward", die)
        with pytest.raises(Dies):
            commits.commit(output, run_row(1, first), "run1", first)
    assert commits.tables_behind(output) == ["merges"]
    commit(output, 2, "b")
    assert merged(output) == ["a", "b"]
    assert left_over(output) == []


def test_two_that_roll_one_run_forward_at_once_do_not_collide(
    output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = stage(output, "run1", "a")
    real = commits._append

    def late(delta: DeltaTable, actions: list, version: int) -> None:
        if not delta.table_uri.rstrip("/").endswith("runs") and not late_once:
            late_once.append(True)
            commits.roll_forward(output, 1, files)  # The other is through with it first.
        real(delta, actions, version)

    late_once: list[bool] = []
    monkeypatch.setattr(commits, "_append", late)
    commits.commit(output, run_row(1, files), "run1", files)
    assert late_once
    assert merged(output) == ["a"]


def test_recovery_leaves_the_row_that_a_living_run_is_committing(output: str) -> None:
    lease = commits.hold_lease(output, "alive")
    assert lease is not None
    place = f"{output}/runs/month=2026-11/alive.parquet"
    store.write_parquet(to_arrow(RUNS, [run_row(1, [])], "alive"), place)
    assert commits.recover(output) == []
    assert Path(place).exists()
    lease.close()
    commits.recover(output)
    assert not Path(place).exists()


def test_a_committed_run_whose_files_are_lost_is_told_of(
    output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = stage(output, "run1", "a")
    with monkeypatch.context() as patched:
        patched.setattr(commits, "roll_forward", die)
        with pytest.raises(Dies):
            commits.commit(output, run_row(1, files), "run1", files)
    commits.discard(output, "run1")
    with pytest.raises(store.StoreError, match="run 1 is committed, but its file .* is lost"):
        commits.recover(output)


def test_rolling_forward_twice_changes_nothing(output: str) -> None:
    files = stage(output, "run1", "a")
    commits.commit(output, run_row(1, files), "run1", files)
    commits.roll_forward(output, 1, files)
    assert merged(output) == ["a"]


def test_files_of_a_living_run_are_left_alone(output: str) -> None:
    lease = commits.hold_lease(output, "alive")
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
    lease = commits.hold_lease(output, "run2")
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
        place = f"{output}/{store.STAGING}/{run_id}/{commits.LEASE}"
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
    yesterday = time.time() - commits.ABANDONED_AFTER_SECONDS - 60
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


def test_a_row_without_a_date_has_a_partition_that_readers_take_for_null(output: str) -> None:
    rows = [Merge("story", "a", "root", "test", None, DAY)]
    staged = f"{store.STAGING}/run1/merges/none.parquet"
    size = store.write_parquet(to_arrow(MERGES, rows, "run1"), f"{output}/{staged}")
    path = f"month={store.NO_MONTH}/run1-0000.parquet"
    files = [DataFile("merges", None, staged, path, size, 1, '{"numRecords": 1}')]
    commits.commit(output, run_row(1, files), "run1", files)
    assert DeltaTable(f"{output}/merges").to_pyarrow_table().column("month").to_pylist() == [None]
    plain = ds.dataset(f"{output}/merges", partitioning="hive", exclude_invalid_files=True)
    assert plain.to_table().column("month").to_pylist() == [None]


@pytest.mark.parametrize("gone", ["runs", "merges"])
def test_a_table_that_is_gone_is_not_begun_anew(gone: str, output: str) -> None:
    """Not the runs either: their versions would begin again, and what a run adds would pass for added."""
    commit(output, 1, "a")
    shutil.rmtree(f"{output}/{gone}")
    with pytest.raises(store.StoreError, match=f"the tables {gone} of .* are gone"):
        store.create_tables(output)
    assert not os.path.exists(f"{output}/{gone}")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "move_file", die)
    with pytest.raises(Dies):
        store.write_parquet(to_arrow(RUNS, [run_row(1, [])], "run1"), str(tmp_path / "a.parquet"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.parquet.part"]


def test_the_last_run_is_found_in_a_log_that_does_not_tell_versions(tmp_path: Path) -> None:
    """Logs of stores that an earlier state of the program wrote."""
    output = str(tmp_path)
    store.create_tables(output)
    commit(output, 1, "a")
    commit(output, 2, "b")
    for log in (tmp_path / "runs" / "_delta_log").glob("*.json"):
        actions = [json.loads(line) for line in log.read_text().splitlines()]
        for action in actions:
            if "add" in action and json.loads(action["add"]["stats"])["numRecords"]:
                action["add"]["stats"] = '{"numRecords": 1}'
        log.write_text("".join(json.dumps(action) + "\n" for action in actions))
    last = store.last_run(output)
    assert last is not None
    assert last["run_id"] == "run2"


@pytest.mark.parametrize("committing", [True, False])
def test_what_a_failed_run_has_staged_is_removed_unless_a_worker_is_committing_it(
    committing: bool, tmp_path: Path
) -> None:
    output = str(tmp_path)
    store.create_tables(output)
    lease = commits.hold_lease(output, "run1")
    assert lease is not None
    [staged] = stage(output, "run1", "a")
    with contextlib.ExitStack() as worker:
        if committing:
            worker.enter_context(commits._shared_lease(output, "run1"))
        assert not _clean_up(output, "run1", lease)
        assert (tmp_path / staged.staged).exists() == committing
