"""Write the many small files of a table's month anew as few large ones.

    for line in compact(output): print(line)

The rows stay as they are. A store made of many small runs reads faster so: every file costs a look.

Rows of `runs` keep a file each, named by its run: a run finds the last one by the log, without reading.

Each month of a table is changed by itself: its new file is moved into place, one commit of the table's log
takes out the old files and takes in the new one, the old files are removed. A reader by the log sees the
old or the new, never both; one that opened the table before and reads it after is told that a file is gone,
and opens it again. A plain glob sees both for as long as one commit takes, some hundredths of a second. No
run of `dateline ingest` may be at work meanwhile: one that is makes this stop before the next month.

It may be killed at any point. What it is about to do is written down first, beside what it has staged;
whoever comes next (transforms/rewrites.py, called by commits.recover) finishes what it has committed and
forgets the rest. Rows of `runs` go on naming the files that a run wrote: they are read only to finish a
run that is in `runs` and not yet in all tables, and such a run is finished before anything is written anew.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Optional

import pyarrow as pa
from apache_beam.io.filesystems import FileSystems
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError
from deltalake.transaction import AddAction, RemoveAction

from schemas.runs import StoredFile
from schemas.tables import RUNS, TABLES
from transforms import commits, leases, places, store
from transforms.ids import content_id
from transforms.rewrites import Rewrite, settle, write_journal

# A good size of a file: large enough to be worth opening, small enough to be read whole.
TARGET_BYTES = 64 << 20


def compact(output: str) -> Iterator[str]:
    """Compact all tables of a store; yields a line for each month of a table that was changed.

    Raises StoreError if a run is at work on the store.
    """
    commits.recover(output)
    compact_id = content_id("compact", output, time.time_ns())
    _refuse_beside_runs(output, compact_id)
    lease = leases.hold_lease(output, compact_id)
    try:
        groups = [
            (table, month, files)
            for table in TABLES
            if table != RUNS.name
            for month, files in small_files(output, table, TARGET_BYTES)
        ]
        for number, (table, month, files) in enumerate(groups):
            rewrite = _stage(output, compact_id, number, table, month, files)
            write_journal(output, compact_id, rewrite)
            _refuse_beside_runs(output, compact_id)
            _swap(output, rewrite)
            yield f"{table} {month}: {len(files)} files made one of {rewrite.size / 1e6:,.1f} MB"
    finally:
        settle(output, compact_id)
        commits.discard(output, compact_id)
        if lease is not None:
            lease.close()


def small_files(output: str, table: str, target: int) -> list[tuple[str, list[StoredFile]]]:
    """Return the months of a table with files that should be one: two or more, together up to `target` bytes.

    Files are taken in the order of their paths; one of half the size or more is left as it is.
    """
    delta = store.open_table(output, table)
    if delta is None:
        return []
    sizes = _sizes(delta)
    by_month: dict[str, list[list[StoredFile]]] = defaultdict(lambda: [[]])
    filled: dict[str, int] = defaultdict(int)
    for file in store.stored_files(output, table):
        path = _below(file.path, output, table)
        size, month = sizes[path], path.split("/", 1)[0].removeprefix("month=")
        if size >= target / 2:
            continue
        if filled[month] + size > target:
            by_month[month].append([])
            filled[month] = 0
        by_month[month][-1].append(file)
        filled[month] += size
    return [(month, files) for month in sorted(by_month) for files in by_month[month] if len(files) > 1]


def _refuse_beside_runs(output: str, compact_id: str) -> None:
    if any(run_id != compact_id for run_id in commits.living_runs(output)):
        raise store.StoreError(
            f"a run is at work on {output}, and reads the files that are there; compact it when none is"
        )


def _stage(
    output: str, compact_id: str, number: int, table: str, month: str, files: Sequence[StoredFile]
) -> Rewrite:
    # The columns in today's order, whichever version the first file is of.
    data = pa.concat_tables([store.read_file(file.path) for file in files], promote_options="default")
    schema = TABLES[table].schema
    names = [name for name in schema.names if name in data.column_names]
    data = data.select(names).replace_schema_metadata(schema.metadata)
    staged = FileSystems.join(store.STAGING, compact_id, f"{number:06d}.parquet")
    size = store.write_parquet(data, FileSystems.join(output, staged))
    return Rewrite(
        table, month, staged, f"month={month}/{compact_id}-{number:06d}.parquet", size,
        store.statistics(data), [_below(file.path, output, table) for file in files],
    )  # fmt: skip


def _swap(output: str, rewrite: Rewrite) -> None:
    """Put the new file in the place of the old ones: for readers by the log in one step."""
    place = FileSystems.join(output, rewrite.table)
    places.move_file(FileSystems.join(output, rewrite.staged), FileSystems.join(place, rewrite.path))
    _commit(output, rewrite)
    _remove(place, rewrite.replaces)


def _commit(output: str, rewrite: Rewrite) -> None:
    delta = store.open_table(output, rewrite.table)
    assert delta is not None, rewrite.table
    sizes = _sizes(delta)
    month: dict[str, Optional[str]] = {"month": None if rewrite.month == store.NO_MONTH else rewrite.month}
    now = int(time.time() * 1000)
    # No data changes: who follows the table's changes need not read the rows again.
    new = AddAction(rewrite.path, rewrite.size, month, now, False, rewrite.stats)
    old = [RemoveAction(path, False, now, sizes[path], month) for path in rewrite.replaces]
    try:
        delta.create_write_transaction([*old, new], "append", delta.schema(), partition_by=["month"])
    except CommitFailedError as error:
        raise store.StoreError(
            f"{output}/{rewrite.table} was changed by another program meanwhile ({error}); run it again"
        ) from error


def _remove(place: str, paths: Sequence[str]) -> None:
    # A run that begins now may be quicker, see commits.recover.
    places.remove_files([FileSystems.join(place, path) for path in paths])


def _sizes(delta: DeltaTable) -> dict[str, int]:
    actions = pa.table(delta.get_add_actions(flatten=True))
    return dict(zip(actions["path"].to_pylist(), actions["size_bytes"].to_pylist(), strict=True))


def _below(path: str, output: str, table: str) -> str:
    return path.removeprefix(FileSystems.join(output, table)).lstrip("/")
