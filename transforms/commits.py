"""Commit a run, all or nothing, and mend what a dead one left.

A run is committed by its row of `runs`, which lists all its files. The other tables are rolled forward
from that row, under the run's version as Delta's transaction version, so that doing it twice changes
nothing. A run may end at any point: until its row is committed it never was, and from then on whoever comes
next finishes it, oldest run first.
"""

import contextlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, NoReturn, Optional, Union

from apache_beam.io.filesystems import FileSystems
from deltalake import CommitProperties, DeltaTable, Transaction
from deltalake.exceptions import CommitFailedError
from deltalake.transaction import AddAction, RemoveAction

from schemas.runs import DataFile, Run
from schemas.tables import RUNS, to_arrow
from transforms import leases, places, store
from transforms.rewrites import finish, settle


class Overtaken(store.StoreError):
    """Another run has committed since this one began; nothing of this one is kept."""


def commit(output: str, run: Run, run_id: str, files: Sequence[DataFile]) -> None:
    """Commit a run whose files are staged: its row of `runs` first, then every table.

    Raises Overtaken if another run has committed since this one began; then nothing of this one
    shows, and its files are gone. A bundle that is tried again after its commit changes nothing.
    """
    # Here may be a worker, which outlives the launcher that holds the lease.
    with leases.shared_lease(output, run_id):
        _commit_run(output, run, run_id, files)


def _commit_run(output: str, run: Run, run_id: str, files: Sequence[DataFile]) -> None:
    finish_committed(output)
    if is_committed(output, run_id):
        discard(output, run_id)
        return
    runs = store.open_table(output, "runs")
    assert runs is not None, "create_tables comes first"
    if (runs.transaction_version(store.APPLICATION) or 0) >= run.version:
        _refuse(output, run_id)
    path = f"month={_run_month(run)}/{run_id}.parquet"
    place = FileSystems.join(output, "runs", path)
    staged = FileSystems.join(output, store.STAGING, run_id, "runs.parquet")
    _check_staged(output, run_id, files)
    size = store.write_parquet(to_arrow(RUNS, [run], run_id), staged)
    places.move_file(staged, place)
    try:
        # Between the look and the append the log itself keeps the rule: of two writers that give one
        # transaction version from one state of the log, the second fails.
        _append(runs, [store.add_action(path, size, _run_month(run), _stats(run))], run.version)
    except CommitFailedError:
        if not is_committed(output, run_id):
            places.remove_files([place])
            _refuse(output, run_id)
    roll_forward(output, run.version, files)
    discard(output, run_id)
    _remove_overtaken(output)


def _refuse(output: str, run_id: str) -> NoReturn:
    discard(output, run_id)
    raise Overtaken(
        f"another run has committed to {output} while this one was at work; nothing of this one was "
        "kept. Run it again: it will add what is still new."
    )


def _check_staged(output: str, run_id: str, files: Sequence[DataFile]) -> None:
    """Raise StoreError unless all of a run's files are there: once it is committed, they must be."""
    found = set(places.listed(FileSystems.join(output, store.STAGING, run_id, "**")))
    lost = [file.staged for file in files if FileSystems.join(output, file.staged) not in found]
    if lost:
        discard(output, run_id)
        raise store.StoreError(
            f"{len(lost)} of the {len(files)} files that this run wrote are gone from {output}, among them "
            f"{lost[0]}: another run took this one for dead. Nothing was committed; run it again."
        )


def is_committed(output: str, run_id: str) -> bool:
    """Tell whether a run's row is in `runs`."""
    return run_id in store.run_ids(output)


def _stats(run: Run) -> str:
    """The log's statistics of a run's row, by which the last is found without a look at the others."""
    bounds = {"version": run.version}
    return json.dumps({"numRecords": 1, "minValues": bounds, "maxValues": bounds})


def _run_month(run: Run) -> str:
    return time.strftime("%Y-%m", time.gmtime(run.started_at / 1_000_000))


def roll_forward(output: str, version: int, files: Iterable[DataFile]) -> None:
    """Move a committed run's files into place and commit them table by table. Idempotent.

    Two processes may do it at once: who comes second to a table finds it done. Runs before it must have
    been rolled forward: a table goes from version to version.
    """
    by_table: dict[str, list[DataFile]] = {}
    for file in files:
        by_table.setdefault(file.table, []).append(file)
    for name in sorted(by_table):
        delta = store.open_table(output, name)
        assert delta is not None, name
        if (delta.transaction_version(store.APPLICATION) or 0) >= version:
            continue
        actions: list[Union[AddAction, RemoveAction]] = []
        for file in by_table[name]:
            places.move_file(FileSystems.join(output, file.staged), FileSystems.join(output, name, file.path))
            actions.append(store.add_action(file.path, file.size, file.month, file.stats))
        try:
            _append(delta, actions, version)
        except CommitFailedError:
            if _version(output, name) < version:
                raise


def finish_committed(output: str) -> list[str]:
    """Roll the last committed run forward, should it not be in all its tables yet.

    Those before it are: a run is committed only after the one before it was rolled forward. Returns what
    was done, for the log. Raises StoreError where files of the run are lost.
    """
    run = _last_committed(output)
    if run is None or not run.behind:
        return []
    try:
        roll_forward(output, run.version, run.files)
    except FileNotFoundError as error:
        raise store.StoreError(
            f"run {run.version} is committed, but its file {error.filename} is lost: restore it "
            f"from a copy of {output}, or begin a new store"
        ) from error
    discard(output, run.run_id)
    return [f"finished run {run.version}, which died before {', '.join(run.behind)}"]


def recover(output: str) -> list[str]:
    """Bring the tables to the last commit: finish what a dead run left, remove what none committed.

    Returns a line a thing done, for the log. What a living run has staged is left alone.
    """
    done = finish_committed(output)
    # Where there are no leases, a compaction that was killed passes for alive; a plain glob should not wait.
    for run_id in _staged_runs(output):
        done += finish(output, run_id)
    with _held_dead(output) as dead:
        for run_id in dead:
            settled = settle(output, run_id)
            discard(output, run_id)
            done += settled or [f"removed what run {run_id} had staged, which died"]
    done += remove_strays(output, "runs")
    return done


def remove_strays(output: str, table: str) -> list[str]:
    """Remove the files of a table that no commit knows and no living run is about to commit."""
    strays = stray_files(output, table)
    if not strays or living_runs(output):
        return []
    # Asked again: whose file it was may have committed it, and be at work no more.
    strays = [path for path in stray_files(output, table) if path in strays]
    places.remove_files(strays)
    return [f"removed {path}, which no commit knows" for path in strays]


def stray_files(output: str, table: str) -> list[str]:
    """Return the files of a table that no commit knows."""
    # In this order: one that is committed meanwhile is none.
    listed = store.listed_files(output, table)
    known = {file.path for file in store.stored_files(output, table)}
    return [path for path in listed if path not in known]


def _remove_overtaken(output: str) -> None:
    """Remove rows of `runs` that no commit knows and none can: a run of their version is committed.

    So what a run left that died at its commit goes when it is run again, even if it may still be alive.
    """
    strays = stray_files(output, "runs")
    last = _version(output, "runs") if strays else 0
    overtaken = []
    for path in strays:
        # The loser itself may have been quicker.
        with contextlib.suppress(FileNotFoundError):
            if store.read_column(path, "version") <= [last]:
                overtaken.append(path)
    places.remove_files(overtaken)


def tables_behind(output: str) -> list[str]:
    """Return the tables that lack a committed run's rows."""
    run = _last_committed(output)
    return run.behind if run else []


def dead_runs(output: str) -> list[str]:
    """Return the runs that have staged files and need them no more: they are done, or died uncommitted."""
    with _held_dead(output) as dead:
        return dead


@contextlib.contextmanager
def _held_dead(output: str) -> Iterator[list[str]]:
    """Give the dead runs, as dead_runs does, and keep what is left of them from committing meanwhile."""
    with contextlib.ExitStack() as held:
        staged = _staged_runs(output)
        # In this order: who is gone commits no more, and a run that is committed meanwhile is not forgotten.
        gone = {run_id for run_id in staged if not leases.is_alive(output, run_id, held)}
        done = store.run_ids(output) if staged else set()
        last = _last_committed(output) if staged else None
        unfinished = {last.run_id} if last and last.behind else set()
        yield [run_id for run_id in staged if run_id in (gone | done) - unfinished]


class _Committed(NamedTuple):
    run_id: str
    version: int
    files: list[DataFile]
    behind: list[str]


def _last_committed(output: str) -> Optional[_Committed]:
    """The last committed run, and the tables that it has yet to be rolled forward to."""
    row = store.last_run(output)
    if row is None:
        return None
    files = [DataFile(**file) for file in json.loads(row["files"])]
    tables = sorted({file.table for file in files})
    opened = store.open_tables(output, tables)
    behind = [table for table in tables if _version_of(opened[table]) < row["version"]]
    return _Committed(row["run_id"], row["version"], files, behind)


def living_runs(output: str) -> list[str]:
    """Return the runs that have staged files and may still be at work, or are yet to be finished."""
    dead = set(dead_runs(output))
    return [run_id for run_id in _staged_runs(output) if run_id not in dead]


def discard_dead(output: str, run_id: str) -> None:
    """Remove what a run has staged if it is dead: nobody holds its lease, nobody is committing it."""
    with _held_dead(output) as dead:
        if run_id in dead:
            discard(output, run_id)


def discard(output: str, run_id: str) -> None:
    """Remove what a run has staged."""
    places.remove_folder(FileSystems.join(output, store.STAGING, run_id))
    if not places.is_remote(output):
        with contextlib.suppress(OSError):
            os.rmdir(FileSystems.join(output, store.STAGING))


def _version(output: str, table: str) -> int:
    return _version_of(store.open_table(output, table))


def _version_of(delta: Optional[DeltaTable]) -> int:
    return (delta.transaction_version(store.APPLICATION) or 0) if delta else 0


def _append(delta: DeltaTable, actions: list[Union[AddAction, RemoveAction]], version: int) -> None:
    delta.create_write_transaction(
        actions,
        "append",
        delta.schema(),
        partition_by=["month"],
        commit_properties=CommitProperties(app_transactions=[Transaction(store.APPLICATION, version)]),
    )


def _staged_runs(output: str) -> list[str]:
    place = FileSystems.join(output, store.STAGING) + "/"
    found = places.listed(place + "**")
    return sorted({path.removeprefix(place).split("/", 1)[0] for path in found})
