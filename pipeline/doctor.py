"""The command `dateline doctor`: is a store sound, and if not, can it be mended?

Checked are: that log and files agree, that every table is at the last run, that ids are unique, that links
point at rows that exist, that the counts of each run add up, and that offsets slice the text.
"""

import argparse
import contextlib
import functools
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Optional

import pyarrow as pa
from rich.console import Console

from pipeline.options import existing_store, fail
from schemas.tables import TABLES
from transforms import commits, leases, places, store
from transforms.claims.claims import SPAN_SEPARATOR
from transforms.rewrites import replaced_files

# The id of each table, and where else it is spoken of.
IDS = {
    "articles": "article_id",
    "sentences": "sentence_id",
    "mentions": "mention_id",
    "claims": "claim_id",
    "event_mentions": "mention_id",
    "events": "event_id",
    "dead_letters": "dead_letter_id",
    "runs": "run_id",
}
LINKS = (
    ("articles", "duplicate_of", "articles"),
    ("sentences", "article_id", "articles"),
    ("sentences", "duplicate_of", "sentences"),
    ("time_expressions", "article_id", "articles"),
    ("time_expressions", "sentence_id", "sentences"),
    ("mentions", "article_id", "articles"),
    ("mentions", "sentence_id", "sentences"),
    ("claims", "article_id", "articles"),
    ("claims", "sentence_id", "sentences"),
    ("claims", "relayed_by", "claims"),
    ("claims", "duplicate_of", "claims"),
    ("claims", "event_id", "events"),
    ("event_mentions", "article_id", "articles"),
    ("event_mentions", "sentence_id", "sentences"),
    ("event_mentions", "claim_id", "claims"),
    ("event_mentions", "event_id", "events"),
    ("events", "summary_sentence_id", "sentences"),
    *((table, "run_id", "runs") for table in TABLES if table != "runs"),
)
# Where the ids are that a row of `merges` speaks of, by its kind.
MERGED = {"event": ("events", "event_id"), "story": ("articles", "story_id")}
# Columns of `runs` that count rows of a table.
COUNTS = {
    "articles_new": "articles",
    "sentences": "sentences",
    "claims": "claims",
    "event_mentions": "event_mentions",
    "events_new": "events",
}
SLICES = ("sentences", "time_expressions", "mentions", "event_mentions")
CLAIM_SLICES = ("claim_id", "article_id", "cue_start", "cue_end", "cue_text", "content_spans", "content_text")
# All columns that a check looks at.
COLUMNS = {
    table: {
        "run_id",
        IDS.get(table),
        *(column for source, column, _ in LINKS if source == table),
        *(("article_id", "start", "end", "text") if table in (*SLICES, "articles") else ()),
        *(CLAIM_SLICES if table == "claims" else ()),
        *(("kind", "id", "merged_into") if table == "merges" else ()),
        *(column for target, column in MERGED.values() if target == table),
    }
    for table in TABLES
}
_EXAMPLES = 3
# Looks at a run that has been committed and is not in all tables: is it at work, or has it died?
LOOKS, BETWEEN_LOOKS = 5, 0.2

FIX = "mendable by --fix"
LOST = "restore from a copy or ingest anew"
WAIT = "a run may be about to commit it; if it died instead, mendable by --fix a day later"


class Finding(NamedTuple):
    """Something wrong, and what mends it."""

    message: str
    remedy: str


def doctor(options: argparse.Namespace) -> int:
    """Check a store, mend it if asked, print what is wrong; returns 0 for a sound store, else 1."""
    # What is printed are paths and messages: brackets and colons in them are no markup.
    console = Console(markup=False, emoji=False)
    output = existing_store(options.output.rstrip("/"))
    unreadable = list(_logs(output))
    for finding in unreadable:
        console.print(f"wrong  {finding.message}", highlight=False, soft_wrap=True)
    if unreadable:
        # What else is wrong can't be told without them.
        return 1
    if options.fix:
        try:
            mended = commits.recover(output)
            for table in TABLES:
                mended += commits.remove_strays(output, table)
        except (store.StoreError, places.Unreachable) as error:
            fail(str(error))
        except OSError as error:
            fail(f"cannot mend {output}: {error.strerror or error}")
        for line in mended:
            console.print(f"mended: {line}", highlight=False, soft_wrap=True)
    _table.cache_clear()
    findings = 0
    is_behind = _is_behind(output)
    for check, find in CHECKS.items():
        if is_behind and check in AFTER_THE_LAST_RUN:
            told = f"?      {check}: to be told when every table is at the last run"
            console.print(told, highlight=False, soft_wrap=True)
            continue
        found = list(find(output))
        findings += len(found)
        console.print(f"{'ok' if not found else 'wrong':5}  {check}", highlight=False)
        for finding in found:
            console.print(f"       {finding.message} ({finding.remedy})", highlight=False, soft_wrap=True)
    return 1 if findings else 0


def _is_behind(output: str) -> bool:
    """Whether tables lack the last run's rows, and do so for longer than a run takes to commit them."""
    for _ in range(LOOKS):
        if not commits.tables_behind(output):
            return False
        time.sleep(BETWEEN_LOOKS)
    return True


def _logs(output: str) -> Iterator[Finding]:
    """The tables whose log is gone or can't be read."""
    for table in TABLES:
        try:
            if store.open_table(output, table) is None:
                yield Finding(f"there is no table {table} in {output}: restore it from a copy", LOST)
        except (store.StoreError, OSError) as error:
            yield Finding(str(error), LOST)


def _files(output: str) -> Iterator[Finding]:
    for table in TABLES:
        for file in store.stored_files(output, table):
            try:
                rows = store.row_count(file.path)
            except (OSError, pa.ArrowException) as error:
                yield Finding(f"{file.path} cannot be read: {error}", LOST)
            else:
                if rows != file.rows:
                    yield Finding(f"{file.path} has {rows} rows, the log says {file.rows}", LOST)
    yield from _strays(output)
    for run_id in commits.dead_runs(output):
        yield Finding(f"what run {run_id} had staged, which died", FIX)


def _stray_files(output: str) -> list[str]:
    return [path for table in TABLES for path in commits.stray_files(output, table)]


def _strays(output: str) -> Iterator[Finding]:
    strays = _stray_files(output)
    living = commits.living_runs(output) if strays else []
    if any(leases.has_lease(output, run_id) for run_id in living):
        # It is at work, for sure, and what it is about to commit is no harm.
        return
    # Asked again, as commits.remove_strays does.
    still = set(_stray_files(output)) if strays else set()
    strays = [path for path in strays if path in still]
    replaced = {path for run_id in living for path in replaced_files(output, run_id)}
    for path in strays:
        yield Finding(f"{path} is in no commit", WAIT if living and path not in replaced else FIX)


def _versions(output: str) -> Iterator[Finding]:
    for table in commits.tables_behind(output):
        yield Finding(f"{table} lacks the last run's rows: that was committed, and died before its end", FIX)


def _ids(output: str) -> Iterator[Finding]:
    for table, column in IDS.items():
        counts = Counter(_column(output, table, column))
        twice = [value for value, number in counts.items() if number > 1]
        if twice:
            yield Finding(f"{table}.{column}: {_some(twice)} more than once", LOST)


def _links(output: str) -> Iterator[Finding]:
    ids = {table: set(_column(output, table, column)) for table, column in IDS.items()}
    for table, column, target in LINKS:
        lost = set(_column(output, table, column)) - ids[target] - {None}
        if lost:
            yield Finding(f"{table}.{column}: {_some(lost)} not in {target}", LOST)
    yield from _merges(output)


def _merges(output: str) -> Iterator[Finding]:
    kinds = _column(output, "merges", "kind")
    for kind, (target, of) in MERGED.items():
        there = set(_column(output, target, of))
        for column in ("id", "merged_into"):
            ids = _column(output, "merges", column)
            lost = {one for one, its in zip(ids, kinds, strict=True) if its == kind} - there
            if lost:
                yield Finding(f"merges.{column}: {_some(lost)} not in {target}.{of}", LOST)


def _counts(output: str) -> Iterator[Finding]:
    rows = {table: Counter(_column(output, table, "run_id")) for table in COUNTS.values()}
    for run in store.run_rows(output):
        parts = run["articles_new"] + run["articles_known"] + run["dead_letters"]
        if run["articles_in"] != parts:
            yield Finding(f"run {run['version']}: {run['articles_in']} reports in, {parts} told of", LOST)
        for column, table in COUNTS.items():
            found = rows[table][run["run_id"]]
            if run[column] != found:
                yield Finding(
                    f"run {run['version']}: {column} {run[column]}, but {found} rows in {table}", LOST
                )


def _slices(output: str) -> Iterator[Finding]:
    text = dict(
        zip(_column(output, "articles", "article_id"), _column(output, "articles", "text"), strict=True)
    )
    for table in SLICES:
        columns = [_column(output, table, name) for name in ("article_id", "start", "end", "text")]
        wrong = [
            f"{article_id}[{start}:{end}]"
            for article_id, start, end, words in zip(*columns, strict=True)
            if text.get(article_id, "")[start:end] != words
        ]
        if wrong:
            yield Finding(f"{table}: {_some(wrong)}", LOST)
    yield from _claim_slices(output, text)


def _claim_slices(output: str, text: Mapping[str, str]) -> Iterator[Finding]:
    rows = zip(*(_column(output, "claims", name) for name in CLAIM_SLICES), strict=True)
    wrong = []
    for claim_id, article_id, start, end, cue, spans, content in rows:
        whole = text.get(article_id, "")
        parts = [whole[span["start"] : span["end"]] for span in spans]
        if whole[start:end] != cue or SPAN_SEPARATOR.join(parts) != content:
            wrong.append(claim_id)
    if wrong:
        yield Finding(f"claims: {_some(wrong)}", LOST)


CHECKS: Mapping[str, Callable[[str], Iterator[Finding]]] = {
    "log and files agree": _files,
    "every table is at the last run": _versions,
    "ids are unique": _ids,
    "links point at rows": _links,
    "the counts of each run add up": _counts,
    "offsets slice the text": _slices,
}
# These tell nothing while the last run's rows are in some tables and in others not.
AFTER_THE_LAST_RUN = ("links point at rows", "the counts of each run add up")


def _column(output: str, table: str, column: str) -> list[Any]:
    data = _table(output, table)
    values: list[Any] = data.column(column).to_pylist() if data is not None else []
    return values


@functools.cache
def _table(output: str, table: str) -> Optional[pa.Table]:
    """What the checks look at of a table, read once: on an object store every look costs."""
    columns = [name for name in TABLES[table].schema.names if name in COLUMNS[table]]
    parts = []
    for file in store.stored_files(output, table):
        # What cannot be read is told of by the first check.
        with contextlib.suppress(OSError, pa.ArrowException):
            parts.append(store.open_parquet(file.path).read(columns=columns))
    return pa.concat_tables(parts, promote_options="default") if parts else None


def _some(values: Iterable[Any]) -> str:
    """A few of the values, and how many there are."""
    ordered = sorted(map(str, values))
    more = f" and {len(ordered) - _EXAMPLES} more" if len(ordered) > _EXAMPLES else ""
    return ", ".join(ordered[:_EXAMPLES]) + more
