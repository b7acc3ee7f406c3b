"""Read what a timeline needs of the tables: no more columns and rows than it shows.

Rows are picked while they are columns: only those that are left become Python values, which is what takes
the time.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, Optional
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from pipeline.options import fail

# Of what PLOVER has no type for, the kinds that a timeline is read for; --all shows the others too.
OTHER_SHOWN = ("accident", "death", "disaster", "election")

Pick = Callable[[pa.Table], pa.Array]


def rows(output: str, table: str, *columns: str, pick: Optional[Pick] = None) -> list[dict[str, Any]]:
    """Return the committed rows of a table, those columns of them (all, if none is named).

    `pick` makes a mask of a file's columns. Ends the program where a file cannot be read.
    """
    found: list[dict[str, Any]] = []
    for uri in _files(output, table):
        # Not DeltaTable.to_pyarrow_table, see transforms/store.py; not pq.read_table, which would take the
        # month out of the path for a column.
        try:
            data = _parquet(uri).read(columns=list(columns) or None)
        except (OSError, pa.ArrowException) as error:
            fail(f"{uri} cannot be read ({error}); `dateline doctor {output}` tells what is wrong")
        if pick is not None:
            data = data.filter(pick(data))
        cells = [column.to_pylist() for column in data.columns]
        found.extend(dict(zip(data.column_names, row, strict=True)) for row in zip(*cells, strict=True))
    return found


def _files(output: str, table: str) -> list[str]:
    if "://" not in output:
        try:
            return [unquote(uri) for uri in DeltaTable(f"{output}/{table}").file_uris()]
        except (OSError, DeltaError) as error:
            fail(f"{output}/{table} cannot be read; `dateline doctor {output}` tells what is wrong ({error})")
    # Imported here, with Beam: it takes a second, which a folder on this disk need not wait for.
    from transforms.store import stored_files

    return [file.path for file in stored_files(output, table)]


def _parquet(uri: str) -> pq.ParquetFile:
    if "://" not in uri:
        return pq.ParquetFile(uri)
    from transforms.store import open_parquet

    return open_parquet(uri)


def within(
    first: Optional[date], last: Optional[date], event_type: Optional[str], show_all: bool
) -> Optional[Pick]:
    """Pick the events that lie within the days (an undated one does not) and are of the type.

    Unless a type is named or `show_all`, only PLOVER's types and some kinds of OTHER.
    """
    if not (first or last or event_type) and show_all:
        return None

    def pick(events: pa.Table) -> pa.Array:
        start, end = events["date_start"], events["date_end"]
        mask = pc.is_valid(events["event_id"])
        if first or last:
            mask = pc.and_(mask, pc.is_valid(start))
        if first:
            mask = pc.and_(mask, pc.greater_equal(pc.coalesce(end, start), pa.scalar(first)))
        if last:
            mask = pc.and_(mask, pc.less_equal(start, pa.scalar(last)))
        if event_type:
            mask = pc.and_(mask, pc.equal(events["event_type"], event_type))
        elif not show_all:
            modes = events["modes"].combine_chunks()
            shown = pc.is_in(pc.list_flatten(modes), pa.array(OTHER_SHOWN))
            kept = pc.unique(pc.list_parent_indices(modes).filter(shown))
            main = pc.is_in(pa.array(range(len(events)), kept.type), kept)
            mask = pc.and_(mask, pc.or_(pc.not_equal(events["event_type"], "OTHER"), main))
        return pc.fill_null(mask, False)

    return pick


def having(column: str, ids: Collection[str]) -> Pick:
    """Pick the rows that have one of these ids in a column."""
    wanted = pa.array(sorted(ids), pa.string())
    return lambda data: pc.is_in(data[column], wanted)
