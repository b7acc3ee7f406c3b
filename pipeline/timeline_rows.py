"""Read what a timeline needs of the tables: no more columns and rows than it shows.

Rows are picked while they are columns: only those that are left become Python values, which is what takes
the time.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, NamedTuple, Optional
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from pipeline.options import fail
from transforms.rereading import read_all

# Of what PLOVER has no type for, the kinds that a timeline is read for; --all shows the others too.
OTHER_SHOWN = ("accident", "death", "disaster", "election")

Pick = Callable[[pa.Table], pa.Array]


def rows(output: str, table: str, *columns: str, pick: Optional[Pick] = None) -> list[dict[str, Any]]:
    """Return the committed rows of a table, those columns of them (all, if none is named).

    `pick` makes a mask of a file's columns. Ends the program where a file cannot be read.
    """
    found: list[dict[str, Any]] = []
    for data in _picked(output, table, *columns, pick=pick):
        cells = [column.to_pylist() for column in data.columns]
        found.extend(dict(zip(data.column_names, row, strict=True)) for row in zip(*cells, strict=True))
    return found


def _picked(output: str, table: str, *columns: str, pick: Optional[Pick]) -> Iterator[pa.Table]:
    """The picked rows of each file of a table, as columns."""

    def read(uri: str) -> pa.Table:
        # Not DeltaTable.to_pyarrow_table, see transforms/store.py; not pq.read_table, which would take the
        # month out of the path for a column.
        try:
            data = _parquet(uri).read(columns=list(columns) or None)
        except FileNotFoundError:
            raise
        except (OSError, pa.ArrowException) as error:
            fail(f"{uri} cannot be read ({error}); `dateline doctor {output}` tells what is wrong")
        return data if pick is None else data.filter(pick(data))

    # A month at a time: a compaction replaces a month's files by one, and no more is held here.
    for month, uris in _by_month(output, table).items():
        try:
            yield from read_all(uris, partial(_of_month, output, table, month), read)
        except FileNotFoundError as error:
            fail(f"a file of {output}/{table} is lost ({error}); `dateline doctor {output}` tells which")


def _by_month(output: str, table: str) -> dict[str, list[str]]:
    """The committed files of a table, by the folder of their month."""
    by_month: dict[str, list[str]] = defaultdict(list)
    for uri in _files(output, table):
        by_month[uri.rsplit("/", 1)[0]].append(uri)
    return by_month


def _of_month(output: str, table: str, month: str) -> list[str]:
    return _by_month(output, table).get(month, [])


@dataclass(slots=True)
class Tellings:
    """What the mentions of an event come to: how many there are, in which reports, and who takes part."""

    mentions: int = 0
    articles: set[str] = field(default_factory=set)
    first: date = date.max
    last: date = date.min
    countries: set[str] = field(default_factory=set)


def tellings(output: str, pick: Pick, standing: Mapping[str, str]) -> dict[str, Tellings]:
    """Return the tellings of each event of the picked mentions, by the id that stands for it.

    They are counted up while they are columns: there are more of them than of anything else.
    """
    found: dict[str, Tellings] = {}
    columns = ("event_id", "article_id", "published", "actors", "recipients")
    for data in _picked(output, "event_mentions", *columns, pick=pick):
        groups = data.select(columns[:3]).group_by("event_id")
        counted = groups.aggregate(
            [("article_id", "count"), ("article_id", "distinct"), ("published", "min"), ("published", "max")]
        )
        for event_id, number, articles, first, last in zip(
            *(column.to_pylist() for column in counted.select(
                ["event_id", "article_id_count", "article_id_distinct", "published_min", "published_max"]
            ).columns),
            strict=True,
        ):  # fmt: skip
            told = found.setdefault(standing.get(event_id, event_id), Tellings())
            told.mentions += number
            told.articles.update(articles)
            told.first, told.last = min(told.first, first), max(told.last, last)
        for side in columns[3:]:
            people = data[side].combine_chunks()
            country = pc.struct_field(pc.list_flatten(people), "country")
            event = data["event_id"].take(pc.list_parent_indices(people))
            pairs = pa.table({"event_id": event, "country": country}).filter(pc.is_valid(country))
            one_each = pairs.group_by(["event_id", "country"]).aggregate([])
            for event_id, code in zip(
                one_each["event_id"].to_pylist(), one_each["country"].to_pylist(), strict=True
            ):
                found[standing.get(event_id, event_id)].countries.add(code)
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


class Latest(NamedTuple):
    """The last events of those that were picked, and how many there were."""

    pick: Pick
    of: int


def latest(output: str, pick: Optional[Pick], limit: int, gone: Collection[str]) -> Latest:
    """Pick the `limit` events that begin last of those that `pick` picks; undated ones before all others.

    The events of the ids in `gone` are none: others stand for them.
    """
    columns = ("event_id", "date_start", "date_end", "event_type", "modes")
    found = [data.select(columns[:2]) for data in _picked(output, "events", *columns, pick=pick)]
    if not found:
        return Latest(having("event_id", []), 0)
    days = pa.concat_tables(found)
    days = days.filter(pc.invert(pc.is_in(days["event_id"], pa.array(sorted(gone), pa.string()))))
    begun = pc.coalesce(days["date_start"], pa.scalar(date.min))
    days = days.set_column(1, "date_start", begun)
    last = days.sort_by([("date_start", "descending"), ("event_id", "descending")])[:limit]
    return Latest(having("event_id", last["event_id"].to_pylist()), len(days))


def having(column: str, ids: Collection[str], unless: Optional[str] = None) -> Pick:
    """Pick the rows that have one of these ids in a column, and nothing in the column `unless`."""
    wanted = pa.array(sorted(ids), pa.string())

    def pick(data: pa.Table) -> pa.Array:
        mask = pc.is_in(data[column], wanted)
        return mask if unless is None else pc.and_(mask, pc.is_null(data[unless]))

    return pick
