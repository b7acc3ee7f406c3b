"""Commits are all or nothing, and a dead run is finished or forgotten."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

import pyarrow as pa
import pyarrow.dataset as ds
import pytest
from deltalake import DeltaTable

from schemas.records import Merge
from schemas.runs import DataFile
from schemas.tables import MERGES, RUNS, TABLES, to_arrow
from tests.transforms.small_runs import (
    DAY,
    Dies,
    commit,
    die,
    left_over,
    merged,
    run_row,
    stage,
    stage_and_die,
)
from transforms import commits, leases, places, store


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


def test_a_tenth_commit_leaves_a_checkpoint_of_the_log(output: str) -> None:
    for version in range(1, 13):
        commit(output, version, str(version))
    assert list(Path(f"{output}/merges/_delta_log").glob("*9.checkpoint.parquet"))
    assert merged(output) == sorted(map(str, range(1, 13)))
    assert commits.tables_behind(output) == []
    assert left_over(output) == []


def test_two_that_clear_up_at_once_do_not_collide(output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files, real = stage(output, "run1", "a"), shutil.rmtree

    def late(folder: str) -> None:
        real(folder)  # The other is through with it first.
        real(folder)

    monkeypatch.setattr(shutil, "rmtree", late)
    commits.commit(output, run_row(1, files), "run1", files)
    assert left_over(output) == []


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
    lease = leases.hold_lease(output, "alive")
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
