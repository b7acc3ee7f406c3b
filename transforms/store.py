"""The tables on disk: Parquet files, and beside them a Delta log that says which of them count.

    output/articles/month=2022-12/<run_id>-0000.parquet     a table's files, by month of publication
    output/articles/_delta_log/                             its log
    output/_staging/<run_id>/...                            what a run has written and not committed

A run is committed by its row of `runs`, which lists all its files. The other tables are rolled forward
from that row, under the run's version as Delta's transaction version, so that doing it twice changes
nothing. All state is here: there is no index beside the tables.
"""

import contextlib
import errno
import fcntl
import json
import os
import time
from collections.abc import Collection, Iterable, Sequence
from typing import IO, Any, NoReturn, Optional, Union, get_args

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from apache_beam.io.filesystems import FileSystems
from deltalake import CommitProperties, DeltaTable, Schema, Transaction
from deltalake.exceptions import CommitFailedError, TableNotFoundError
from deltalake.transaction import AddAction, RemoveAction, create_table_with_add_actions

from schemas.records import DataFile, Participant, Run, Span, StoredFile
from schemas.tables import RUNS, TABLES, to_arrow

APPLICATION = "dateline"
STAGING = "_staging"
# What Hive writes for a partition without a value; its readers take it for null.
NO_MONTH = "__HIVE_DEFAULT_PARTITION__"
EMPTY_MONTH = "1970-01"
LEASE = "lease"
# On an object store nothing tells a dead run from a slow one but its age.
ABANDONED_AFTER_SECONDS = 24 * 3600


class StoreError(Exception):
    """The tables cannot be written or read; the message says which and what to do."""


def open_table(output: str, table: str) -> Optional[DeltaTable]:
    """Return the Delta table `table` below `output` as it is now, or None before the first run."""
    try:
        return DeltaTable(FileSystems.join(output, table))
    except TableNotFoundError:
        return None


def stored_files(output: str, table: str) -> list[StoredFile]:
    """Return the committed files of a table, sorted by path. Empty before the first run."""
    delta = open_table(output, table)
    if delta is None:
        return []
    actions = pa.table(delta.get_add_actions(flatten=True))
    names = set(actions.column_names)
    return sorted(
        StoredFile(
            FileSystems.join(output, table, row["path"]),
            row["min.published"] if "min.published" in names else None,
            row["max.published"] if "max.published" in names else None,
            row["num_records"],
        )
        for row in actions.to_pylist()
    )


def read_rows(
    path: str, record: type, column: Optional[str] = None, values: Collection[str] = ()
) -> list[Any]:
    """Return the rows of one file as `record`s, reading no other columns than its fields.

    With `column`, only the rows that have one of `values` there; the others are not made into records.
    """
    file = _parquet(path)
    fields = record._fields  # type: ignore[attr-defined]
    wanted = None
    if column is not None:
        wanted = pc.is_in(file.read(columns=[column]).column(column), pa.array(sorted(values)))
        if not pc.any(wanted).as_py():
            return []
    data = file.read(columns=list(fields))
    if wanted is not None:
        data = data.filter(wanted)
    columns = []
    for name, annotation in record.__annotations__.items():
        cells, inner = data.column(name).to_pylist(), get_args(annotation)[:1]
        if inner and inner[0] in (Participant, Span):
            cells = [[inner[0](**item) for item in cell] for cell in cells]
        columns.append(cells)
    return [record(*cells) for cells in zip(*columns, strict=True)]


def read_column(path: str, column: str) -> list[Any]:
    """Return one column of one file."""
    values: list[Any] = _parquet(path).read(columns=[column]).column(column).to_pylist()
    return values


def row_count(path: str) -> int:
    """Return how many rows a file holds."""
    rows: int = _parquet(path).metadata.num_rows
    return rows


def _parquet(path: str) -> pq.ParquetFile:
    """Open a file for reading.

    Not by a Python file, nor by DeltaTable.to_pyarrow_table: Arrow's own threads then hold Python objects,
    and one that wants to drop them while the interpreter ends aborts the process, after all is done, with
    "terminate called without an active exception" (pyarrow 25, Python 3.11).
    """
    if "://" not in path:
        return pq.ParquetFile(path)
    with FileSystems.open(path) as file:
        return pq.ParquetFile(pa.BufferReader(file.read()))


def last_run(output: str) -> Optional[dict[str, Any]]:
    """Return the newest committed row of `runs`, or None."""
    rows = run_rows(output)
    return rows[-1] if rows else None


def run_rows(output: str) -> list[dict[str, Any]]:
    """Return all rows of `runs`, oldest first. Small: a row a run."""
    rows: list[dict[str, Any]] = []
    for stored in stored_files(output, "runs"):
        rows.extend(_parquet(stored.path).read().to_pylist())
    return sorted(rows, key=lambda row: row["version"])


def create_tables(output: str) -> None:
    """Create the tables that do not exist yet, empty. Raises StoreError where that is refused."""
    for table in TABLES.values():
        if open_table(output, table.name) is None:
            place = FileSystems.join(output, table.name)
            try:
                # A file without rows, so that a plain glob over a table that has none yet finds its
                # columns; of a month, because pyarrow can't type a partition that is always null.
                path = f"month={EMPTY_MONTH}/empty.parquet"
                size = write_parquet(to_arrow(table, [], ""), FileSystems.join(place, path))
                create_table_with_add_actions(
                    place,
                    Schema.from_arrow(table.schema.remove_metadata().append(pa.field("month", pa.string()))),
                    [_add_action(path, size, EMPTY_MONTH, '{"numRecords": 0}')],
                    mode="ignore",
                    partition_by=["month"],
                    name=table.name,
                    description=table.about,
                )
            except (OSError, CommitFailedError) as error:
                raise StoreError(f"cannot create the table {place}: {error}") from error


def commit(output: str, run: Run, run_id: str, files: Sequence[DataFile]) -> None:
    """Commit a run whose files are staged: its row of `runs` first, then every table.

    Raises StoreError if another run has committed since this one began; then nothing of this one
    shows, and its files are gone. A bundle that is tried again after its commit changes nothing.
    """
    finish_committed(output)
    if is_committed(output, run_id):
        discard(output, run_id)
        return
    runs = open_table(output, "runs")
    assert runs is not None, "create_tables comes first"
    if (runs.transaction_version(APPLICATION) or 0) >= run.version:
        _refuse(output, run_id)
    path = f"month={_run_month(run)}/{run_id}.parquet"
    place = FileSystems.join(output, "runs", path)
    staged = FileSystems.join(output, STAGING, run_id, "runs.parquet")
    size = write_parquet(to_arrow(RUNS, [run], run_id), staged)
    _move(staged, place)
    try:
        # Between the look and the append the log itself keeps the rule: of two writers that give one
        # transaction version from one state of the log, the second fails.
        _append(runs, [_add_action(path, size, _run_month(run), '{"numRecords": 1}')], run.version)
    except CommitFailedError:
        if not is_committed(output, run_id):
            FileSystems.delete([place])
            _refuse(output, run_id)
    roll_forward(output, run.version, files)
    discard(output, run_id)


def _refuse(output: str, run_id: str) -> NoReturn:
    discard(output, run_id)
    raise StoreError(
        f"another run has committed to {output} while this one was at work; nothing of this one was "
        "kept. Run it again: it will add what is still new."
    )


def is_committed(output: str, run_id: str) -> bool:
    """Tell whether a run's row is in `runs`."""
    return any(row["run_id"] == run_id for row in run_rows(output))


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
        delta = open_table(output, name)
        assert delta is not None, name
        if (delta.transaction_version(APPLICATION) or 0) >= version:
            continue
        actions: list[Union[AddAction, RemoveAction]] = []
        for file in by_table[name]:
            _move(FileSystems.join(output, file.staged), FileSystems.join(output, name, file.path))
            actions.append(_add_action(file.path, file.size, file.month, file.stats))
        try:
            _append(delta, actions, version)
        except CommitFailedError:
            if _version(output, name) < version:
                raise


def finish_committed(output: str) -> list[str]:
    """Roll forward every committed run that is not in all its tables yet, the oldest first.

    Returns a line a run, for the log. Raises StoreError where files of one are lost.
    """
    done = []
    versions = {table: _version(output, table) for table in TABLES}
    for row in run_rows(output):
        files = [DataFile(**file) for file in json.loads(row["files"])]
        behind = sorted({file.table for file in files if versions[file.table] < row["version"]})
        if behind:
            try:
                roll_forward(output, row["version"], files)
            except FileNotFoundError as error:
                raise StoreError(
                    f"run {row['version']} is committed, but its file {error.filename} is lost: restore it "
                    f"from a copy of {output}, or begin a new store"
                ) from error
            done.append(f"finished run {row['version']}, which died before {', '.join(behind)}")
    return done


def recover(output: str) -> list[str]:
    """Bring the tables to the last commit: finish what a dead run left, remove what none committed.

    Returns a line a thing done, for the log. What a living run has staged is left alone.
    """
    done = finish_committed(output)
    for run_id in dead_runs(output):
        discard(output, run_id)
        done.append(f"removed the files of run {run_id}, which died before its commit")
    done += remove_strays(output, "runs")
    return done


def remove_strays(output: str, table: str) -> list[str]:
    """Remove the files of a table that no commit knows and no living run is about to commit."""
    if any(_is_alive(output, run_id) for run_id in _staged_runs(output)):
        return []
    known = {file.path for file in stored_files(output, table)}
    done = []
    for path in listed_files(output, table):
        if path not in known:
            FileSystems.delete([path])
            done.append(f"removed {path}, which no commit knows")
    return done


def tables_behind(output: str) -> list[str]:
    """Return the tables that lack a committed run's rows."""
    versions = {table: _version(output, table) for table in TABLES}
    return sorted(
        {
            file["table"]
            for row in run_rows(output)
            for file in json.loads(row["files"])
            if versions[file["table"]] < row["version"]
        }
    )


def dead_runs(output: str) -> list[str]:
    """Return the runs that have staged files and are neither committed nor alive."""
    return [run_id for run_id in _staged_runs(output) if not _is_alive(output, run_id)]


def listed_files(output: str, table: str) -> list[str]:
    """Return the Parquet files that lie in a table's folder, committed or not."""
    return sorted(_listed(FileSystems.join(output, table, "month=*", "*.parquet")))


def hold_lease(output: str, run_id: str) -> Optional[IO[str]]:
    """Mark a run's staged files as belonging to a living process, for as long as the result is open.

    Local disks only (flock: the mark goes with the process, however it ends); elsewhere None.
    """
    if "://" in output:
        return None
    place = FileSystems.join(output, STAGING, run_id)
    # Locked before it has its name: nobody sees it free.
    made = FileSystems.join(output, f".{run_id}.{LEASE}")
    lease = open(made, "w")  # noqa: SIM115
    fcntl.flock(lease, fcntl.LOCK_EX)
    make_folder(place)
    os.rename(made, FileSystems.join(place, LEASE))
    return lease


def _is_alive(output: str, run_id: str) -> bool:
    """Tell whether the process that staged these files may still be at work."""
    place = FileSystems.join(output, STAGING, run_id)
    if "://" in output:
        found = FileSystems.match([FileSystems.join(place, "**")])[0].metadata_list
        newest = max((file.last_updated_in_seconds or 0 for file in found), default=0)
        return time.time() - newest < ABANDONED_AFTER_SECONDS
    try:
        with open(FileSystems.join(place, LEASE)) as lease:
            fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def discard(output: str, run_id: str) -> None:
    """Remove what a run has staged."""
    place = FileSystems.join(output, STAGING, run_id)
    if FileSystems.exists(place) or _listed(FileSystems.join(place, "**")):
        FileSystems.delete([place])
    if "://" not in output:
        with contextlib.suppress(OSError):
            os.rmdir(FileSystems.join(output, STAGING))


def write_parquet(data: pa.Table, place: str) -> int:
    """Write one Parquet file, whole or not at all, and return its size in bytes."""
    sink = pa.BufferOutputStream()
    pq.write_table(data, sink, compression="zstd")
    buffer = sink.getvalue()
    make_folder(place.rsplit("/", 1)[0])
    part = f"{place}.part"
    with FileSystems.create(part) as file:
        file.write(buffer.to_pybytes())
    _move(part, place)
    return buffer.size


def make_folder(place: str) -> None:
    """Create a folder and those above it, unless it exists. Object stores have none."""
    if "://" not in place:
        os.makedirs(place, exist_ok=True)


def _move(source: str, target: str) -> None:
    """Rename a file, replacing the target; a source that was moved before is no error."""
    if "://" in source:
        if FileSystems.exists(source):
            FileSystems.rename([source], [target])
        elif not FileSystems.exists(target):
            raise FileNotFoundError(errno.ENOENT, "neither staged nor in place", target)
        return
    make_folder(target.rsplit("/", 1)[0])
    try:
        os.replace(source, target)
    except FileNotFoundError:
        if not os.path.exists(target):
            raise


def _version(output: str, table: str) -> int:
    delta = open_table(output, table)
    return (delta.transaction_version(APPLICATION) or 0) if delta else 0


def _append(delta: DeltaTable, actions: list[Union[AddAction, RemoveAction]], version: int) -> None:
    delta.create_write_transaction(
        actions,
        "append",
        delta.schema(),
        partition_by=["month"],
        commit_properties=CommitProperties(app_transactions=[Transaction(APPLICATION, version)]),
    )


def _add_action(path: str, size: int, month: Optional[str], stats: str) -> AddAction:
    return AddAction(path, size, {"month": month}, int(time.time() * 1000), True, stats)


def _staged_runs(output: str) -> list[str]:
    place = FileSystems.join(output, STAGING) + "/"
    found = _listed(place + "**")
    return sorted({path.removeprefix(place).split("/", 1)[0] for path in found})


def _listed(pattern: str) -> list[str]:
    return [file.path for file in FileSystems.match([pattern])[0].metadata_list]
