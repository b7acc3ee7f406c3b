"""Write the rows of a table as staged Parquet files, and commit a run.

    files = (plans, {"sentences": sentences, "claims": claims}) | WriteTables(shards=1)
    run = (plans, files, tallies, refusals) | CommitRun()

Both take the RunPlan of the run that is at work: one, or one a window when streaming. WriteTables takes the
records of tables, by their names, and gives a DataFile a table, partition and shard. The name of a file
depends on the run, the month and the shard alone, so that a bundle which is tried again writes the same file.

CommitRun counts up what the run did and commits it as transforms/commits.py describes; the last stage of
the graph, so that a runner whose launcher does not wait commits all the same.
"""

import heapq
import json
import logging
import pickle
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import apache_beam as beam
import zstandard
from apache_beam.io.filesystems import FileSystems
from apache_beam.metrics.metric import Metrics
from apache_beam.pvalue import PCollection
from apache_beam.utils.windowed_value import WindowedValue

from schemas.runs import DataFile, Run, RunPlan, Tally
from schemas.tables import TABLES, partition, to_arrow
from schemas.vocabulary import SCHEMA_VERSION, STATED_BASES
from transforms import commits, store
from transforms.ids import content_id
from transforms.known import together

logger = logging.getLogger("dateline.progress")
# As many refusals as a failing run names.
REFUSALS_NAMED = 5
# No table's name.
_PLAN = "plan"
# Some hundred kilobytes, and a fifth of that compressed.
ROWS_PACKED = 1_000


class WriteTables(beam.PTransform):
    """Write the records of tables, as the module promises.

    All in one stage: workers share them out, and what a stage costs by itself is paid once.
    """

    def __init__(self, *, shards: int):
        super().__init__()
        self._shards = shards

    def expand(  # noqa: D102
        self, inputs: tuple[PCollection[RunPlan], Mapping[str, PCollection]]
    ) -> PCollection[DataFile]:
        plans, tables = inputs
        packs = {
            name: rows
            | f"Pack_{name}" >> beam.ParDo(_PackFn(name, self._shards)).with_output_types(tuple[str, bytes])
            for name, rows in tables.items()
        }
        shards = plans | "Shards" >> beam.FlatMap(_shards, list(tables), self._shards).with_output_types(
            tuple[str, RunPlan]
        )
        return (
            {_PLAN: shards, **packs}
            | "Gather" >> beam.CoGroupByKey()
            | "WriteFiles" >> beam.ParDo(_WriteFn())
        )


def _shards(plan: RunPlan, tables: Sequence[str], shards: int) -> Iterable[tuple[str, RunPlan]]:
    return ((_key(table, shard), plan) for table in tables for shard in range(shards))


def _key(table: str, shard: int) -> str:
    return f"{table} {shard:04d}"


class _PackFn(beam.DoFn):
    """Packs rows by their shard: that of the report; where there is none, of what the row begins with.

    That is the id of an event, the kind of a merge: these are few, and a file a month holds all of a kind.

    On its way through the shuffle Beam encodes each element four times, to weigh it and to hand it on, and
    rows are many. Packed they are encoded once; and compressed, since the local runner holds all rows of a
    run at once, in two or three copies.
    """

    def __init__(self, table: str, shards: int):
        self._table, self._shards = table, shards

    def start_bundle(self) -> None:
        self._packs: dict[tuple[Any, str], list[Any]] = defaultdict(list)

    def process(self, row: Any, window: Any = beam.DoFn.WindowParam) -> Iterable[tuple[str, bytes]]:
        owner = getattr(row, "article_id", None) or row[0]
        key = _key(self._table, int(content_id("shard", owner), 16) % self._shards)
        pack = self._packs[window, key]
        pack.append(row)
        if len(pack) >= ROWS_PACKED:
            yield key, _packed(self._packs.pop((window, key)))

    def finish_bundle(self) -> Iterable[WindowedValue]:
        for (window, key), rows in self._packs.items():
            yield WindowedValue((key, _packed(rows)), window.max_timestamp(), (window,))


def _packed(rows: list[Any]) -> bytes:
    return zstandard.compress(pickle.dumps(rows), 1)


def _unpacked(pack: bytes) -> Any:
    return pickle.loads(zstandard.decompress(pack))


class _WriteFn(beam.DoFn):
    def __init__(self) -> None:
        self._rows = {table: Metrics.counter("WriteTables", table) for table in TABLES}

    def process(self, group: tuple[str, dict[str, Iterable[Any]]]) -> Iterable[DataFile]:
        key, met = group
        table, shard = key.split(" ")
        by_month: dict[str, list[Any]] = defaultdict(list)
        for pack in met[table]:
            for row in _unpacked(pack):
                by_month[partition(row.published) or store.NO_MONTH].append(row)
        for plan in met[_PLAN]:
            for month in sorted(by_month):
                yield self._write(plan, table, month, shard, by_month[month])

    def _write(self, plan: RunPlan, table: str, month: str, shard: str, rows: list[Any]) -> DataFile:
        data = to_arrow(TABLES[table], rows, plan.run_id)
        path = f"month={month}/{plan.run_id}-{shard}.parquet"
        staged = FileSystems.join(store.STAGING, plan.run_id, table, f"{month}-{shard}.parquet")
        size = store.write_parquet(data, FileSystems.join(plan.output, staged))
        self._rows[table].inc(data.num_rows)
        known_month = None if month == store.NO_MONTH else month
        return DataFile(table, known_month, staged, path, size, data.num_rows, store.statistics(data))


class CommitRun(beam.PTransform):
    """Commit a run, once all its files are written and counted. Gives the Run."""

    def expand(  # noqa: D102
        self,
        inputs: tuple[PCollection[RunPlan], PCollection[DataFile], PCollection[Tally], PCollection[Tally]],
    ) -> PCollection[Run]:
        plans, files, tallies, refusals = inputs
        return (
            {
                "plan": plans | "Plan" >> beam.Map(together).with_output_types(tuple[str, RunPlan]),
                "files": files | "File" >> beam.Map(together).with_output_types(tuple[str, DataFile]),
                "tallies": tallies | "Tally" >> beam.Map(together).with_output_types(tuple[str, Tally]),
                "refusals": refusals | "Refusal" >> beam.Map(together).with_output_types(tuple[str, Tally]),
            }
            | "Meet" >> beam.CoGroupByKey()
            | "Commit" >> beam.FlatMapTuple(_commit).with_output_types(Run)
        )


def _commit(_: str, met: dict[str, Iterable[Any]]) -> Iterable[Run]:
    for plan in met["plan"]:
        # A runner may hand rows over as anonymous tuples: name them again.
        files = sorted((DataFile(*file) for file in met["files"]), key=lambda file: file.staged)
        run = run_row(plan, files, met["tallies"], int(time.time() * 1_000_000))
        refusals = heapq.nsmallest(REFUSALS_NAMED, {refusal.name for refusal in met["refusals"]})
        refuse_if_too_many_dead(run.dead_letters, run.articles_in, plan.max_dead_letters, refusals)
        try:
            commits.commit(plan.output, run, plan.run_id, files)
        except commits.Overtaken as overtaken:
            if not plan.gives_way:
                raise
            logger.warning("%s", overtaken)
        else:
            yield run


def run_row(plan: RunPlan, files: Sequence[DataFile], tallies: Iterable[Tally], finished: int) -> Run:
    """Return a run's row, counted up from its files and tallies."""
    count: Counter[str] = Counter()
    for tally in tallies:
        count[tally.name] += tally.number
    rows: Counter[str] = Counter()
    for file in files:
        rows[file.table] += file.rows
    new = count["new articles"]
    if rows["articles"] != new:
        raise AssertionError(f"a bug: {new} new articles came in, {rows['articles']} were written")
    dated = sum(count[name] for name in count if name.startswith("sentences "))
    if rows["sentences"] != dated:
        raise AssertionError(f"a bug: {dated} sentences were found, {rows['sentences']} were written")
    return Run(
        version=plan.version,
        started_at=plan.started_at,
        finished_at=finished,
        runner=plan.runner,
        code_version=plan.code_version,
        schema_version=SCHEMA_VERSION,
        model=plan.model,
        options=plan.options,
        articles_in=count["articles"] + count["dead letters"],
        articles_new=new,
        articles_known=count["articles"] - new,
        duplicates=count["duplicates"],
        dead_letters=count["dead letters"],
        sentences=rows["sentences"],
        sentences_dated=sum(count[f"sentences {basis}"] for basis in STATED_BASES),
        sentences_inherited=count["sentences inherited"],
        claims=rows["claims"],
        event_mentions=rows["event_mentions"],
        events_new=rows["events"],
        files=json.dumps([file._asdict() for file in files]),
    )


class TooManyDeadLetters(Exception):
    """More of the input was refused than the run may lose; nothing is committed."""


def refuse_if_too_many_dead(dead: int, came: int, share: float, refusals: Iterable[str]) -> None:
    """Raise TooManyDeadLetters if `dead` are more than `share` (0 to 1) of all inputs that `came`."""
    if dead > share * came:
        raise TooManyDeadLetters(
            f"{dead} of {came} inputs were refused, more than --max-dead-letters {share:.0%}; nothing was "
            "committed. Among them:\n  " + "\n  ".join(sorted(refusals))
        )
