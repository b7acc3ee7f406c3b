"""The tables on disk: Parquet files, and beside them a Delta log that says which of them count.

    output/articles/month=2022-12/<run_id>-0000.parquet     a table's files, by month of publication
    output/articles/_delta_log/                             its log
    output/_staging/<run_id>/...                            what a run has written and not committed

Here they are created, listed and read, and files are written whole; transforms/commits.py says when what is
written counts. All state is in the tables: there is no index beside them.
"""

import json
import time
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Optional, get_args

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from apache_beam.io.filesystems import FileSystems
from deltalake import DeltaTable, Schema
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError
from deltalake.transaction import AddAction, create_table_with_add_actions

from schemas.records import Participant, Span
from schemas.runs import StoredFile
from schemas.tables import TABLES, Table, to_arrow
from transforms import places

STAGING = "_staging"
# Whose transactions a table's log tells.
APPLICATION = "dateline"
# What Hive writes for a partition without a value; its readers take it for null.
NO_MONTH = "__HIVE_DEFAULT_PARTITION__"
EMPTY_MONTH = "1970-01"
# Whoever opens a table reads its last checkpoint and each commit since, and a run opens tables some fifty
# times: with deltalake's own interval, 100, that grows for 99 runs.
COMMITS_A_CHECKPOINT = 10


class StoreError(Exception):
    """The tables cannot be written or read; the message says which and what to do."""


def lost(output: str, table: str, error: FileNotFoundError) -> StoreError:
    """Return the error that says that a file which the log of a table has is not there."""
    return StoreError(f"a file of {output}/{table} is lost; `dateline doctor {output}` tells which ({error})")


def open_table(output: str, table: str) -> Optional[DeltaTable]:
    """Return the Delta table `table` below `output` as it is now, or None before the first run."""
    place = FileSystems.join(output, table)
    try:
        return DeltaTable(place, storage_options=places.log_options(place))
    except TableNotFoundError:
        return None
    except (OSError, DeltaError) as error:
        message = f"{place} cannot be opened: {places.told(error)}"
        if places.is_remote(output):
            raise places.Unreachable(message) from error
        raise StoreError(f"{message} Restore it from a copy, or begin a new store.") from error


def open_tables(output: str, tables: Collection[str]) -> dict[str, Optional[DeltaTable]]:
    """Open several tables as open_table does, at once: on an object store each takes some six requests."""
    with ThreadPoolExecutor(max(1, len(tables))) as threads:
        return dict(zip(tables, threads.map(partial(open_table, output), tables), strict=True))


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

    A column that a store of an earlier version does not have is null.

    With `column`, only the rows that have one of `values` there; the others are not made into records.
    """
    file = open_parquet(path)
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
        cells: list[Any] = [None] * data.num_rows
        if name in data.column_names:
            cells = data.column(name).to_pylist()
        inner = get_args(annotation)[:1]
        if inner and inner[0] in (Participant, Span):
            cells = [[inner[0](**item) for item in cell] for cell in cells]
        columns.append(cells)
    return [record(*cells) for cells in zip(*columns, strict=True)]


def read_column(path: str, column: str) -> list[Any]:
    """Return one column of one file."""
    values: list[Any] = open_parquet(path).read(columns=[column]).column(column).to_pylist()
    return values


def read_file(path: str) -> pa.Table:
    """Return all of one file."""
    return open_parquet(path).read()


def row_count(path: str) -> int:
    """Return how many rows a file holds."""
    rows: int = open_parquet(path).metadata.num_rows
    return rows


def open_parquet(path: str) -> pq.ParquetFile:
    """Open a file for reading, wherever it lies.

    Not by a Python file, nor by DeltaTable.to_pyarrow_table: Arrow's own threads then hold Python objects,
    and one that wants to drop them while the interpreter ends aborts the process, after all is done, with
    "terminate called without an active exception" (pyarrow 25, Python 3.11).
    """
    if not places.is_remote(path):
        return pq.ParquetFile(path)
    return pq.ParquetFile(pa.BufferReader(places.read_file(path)))


def last_run(output: str) -> Optional[dict[str, Any]]:
    """Return the newest committed row of `runs`, or None. Reads one file, however many runs there were."""
    delta = open_table(output, "runs")
    actions = pa.table(delta.get_add_actions(flatten=True)).to_pylist() if delta else []
    written = [action for action in actions if action["num_records"]]
    if any(action.get("max.version") is None for action in written):
        # A log that does not tell versions: of a store that was made before a run's row had them.
        return run_rows(output)[-1]
    newest = max(written, key=lambda action: action["max.version"], default=None)
    return newest and open_parquet(FileSystems.join(output, "runs", newest["path"])).read().to_pylist()[0]


def run_row(output: str, run_id: str) -> Optional[dict[str, Any]]:
    """Return the row of one run, or None if it is not committed."""
    for stored in stored_files(output, "runs"):
        if _run_of(stored) == run_id:
            return open_parquet(stored.path).read().to_pylist()[0]
    return None


def run_ids(output: str) -> set[str]:
    """Return the ids of all committed runs."""
    return {_run_of(stored) for stored in stored_files(output, "runs")}


def _run_of(stored: StoredFile) -> str:
    """The run whose row a file of `runs` holds: what it is called."""
    return stored.path.rsplit("/", 1)[-1].removesuffix(".parquet")


def run_rows(output: str) -> list[dict[str, Any]]:
    """Return all rows of `runs`, oldest first. Small: a row a run."""
    rows: list[dict[str, Any]] = []
    for stored in stored_files(output, "runs"):
        rows.extend(open_parquet(stored.path).read().to_pylist())
    return sorted(rows, key=lambda row: row["version"])


def create_tables(output: str) -> None:
    """Create the tables that do not exist yet, empty; add the columns that those of an earlier version lack.

    Raises StoreError where that is refused, and where runs have written a table that is gone.
    """
    opened = open_tables(output, list(TABLES))
    missing = [name for name, delta in opened.items() if delta is None]
    # Every run that has written has left its version in the table's log.
    written = any(delta.transaction_version(APPLICATION) for delta in opened.values() if delta is not None)
    if missing and written:
        raise StoreError(
            f"the tables {', '.join(missing)} of {output} are gone: restore them from a copy, or begin a "
            "new store"
        )
    for table in TABLES.values():
        if table.name in missing:
            place = FileSystems.join(output, table.name)
            try:
                # A file without rows, so that a plain glob over a table that has none yet finds its
                # columns; of a month, because pyarrow can't type a partition that is always null.
                path = f"month={EMPTY_MONTH}/empty.parquet"
                size = write_parquet(to_arrow(table, [], ""), FileSystems.join(place, path))
                create_table_with_add_actions(
                    place,
                    Schema.from_arrow(table.schema.remove_metadata().append(pa.field("month", pa.string()))),
                    [add_action(path, size, EMPTY_MONTH, '{"numRecords": 0}')],
                    mode="ignore",
                    partition_by=["month"],
                    name=table.name,
                    description=table.about,
                    configuration={"delta.checkpointInterval": str(COMMITS_A_CHECKPOINT)},
                    storage_options=places.log_options(place),
                )
            except (OSError, CommitFailedError) as error:
                raise StoreError(f"cannot create the table {place}: {error}") from error
    for name, delta in opened.items():
        if delta is not None:
            _add_columns(delta, TABLES[name])


def _add_columns(delta: DeltaTable, table: Table) -> None:
    """Tell the log of columns that are new since the table was made: in its older files they are null."""
    known = {field.name for field in delta.schema().fields}
    new = [
        field for field in Schema.from_arrow(table.schema.remove_metadata()).fields if field.name not in known
    ]
    if not new:
        return
    try:
        delta.alter.add_columns(new)
    except (OSError, DeltaError) as error:
        # Another run, the first of this version as well, may have been quicker.
        delta.update_incremental()
        if not {field.name for field in new} <= {field.name for field in delta.schema().fields}:
            raise StoreError(f"cannot add columns to the table {table.name}: {error}") from error


def listed_files(output: str, table: str) -> list[str]:
    """Return the Parquet files that lie in a table's folder, committed or not."""
    return sorted(places.listed(FileSystems.join(output, table, "month=*", "*.parquet")))


def write_parquet(data: pa.Table, place: str) -> int:
    """Write one Parquet file, whole or not at all, and return its size in bytes."""
    sink = pa.BufferOutputStream()
    pq.write_table(data, sink, compression="zstd")
    buffer = sink.getvalue()
    places.write_file(place, buffer.to_pybytes())
    return buffer.size


def statistics(data: pa.Table) -> str:
    """Return Delta's statistics of a file, JSON: rows, and the days it spans, by which readers prune."""
    days = [day for day in data.column("published").to_pylist() if day is not None]
    stats: dict[str, Any] = {
        "numRecords": data.num_rows, "nullCount": {"published": data.num_rows - len(days)}
    }  # fmt: skip
    if days:
        stats["minValues"] = {"published": min(days).isoformat()}
        stats["maxValues"] = {"published": max(days).isoformat()}
    return json.dumps(stats)


def add_action(path: str, size: int, month: Optional[str], stats: str) -> AddAction:
    """Return the log's entry for a file: its path below the table, partition and statistics (JSON)."""
    return AddAction(path, size, {"month": month}, int(time.time() * 1000), True, stats)
