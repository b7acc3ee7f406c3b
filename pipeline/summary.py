"""The short account at the end of a run."""

import json
from collections import Counter
from typing import Any

from apache_beam.io.filesystems import FileSystems
from rich.console import Console
from rich.table import Table

from transforms import store
from transforms.interpret import is_english

_BASES = (
    ("explicit", "by a calendar date"),
    ("relative", "by words such as Friday"),
    ("utterance", "by words inside a quotation"),
    ("named_event", "by a named event"),
    ("inherited", "inherited from another sentence"),
    ("published", "fallback: the day of publication"),
    ("none", "without a date"),
)


def print_summary(console: Console, output: str, run_id: str) -> None:
    """Print what the committed run `run_id` did. Where nothing is to be printed, nothing is read."""
    if console.quiet:
        return
    run = store.run_row(output, run_id)
    assert run is not None, run_id
    files = json.loads(run["files"])
    bases = Counter(_column(output, files, "sentences", "date_basis"))
    words = sum(_column(output, files, "articles", "words"))
    foreign = sum(not is_english(language) for language in _column(output, files, "articles", "language"))
    seconds = max((run["finished_at"] - run["started_at"]).total_seconds(), 0.001)
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column()

    def row(number: int, what: str) -> None:
        table.add_row(f"{number:,}", what)

    row(run["articles_in"], "reports in")
    row(run["articles_new"], f"new ({run['duplicates']:,} of them copies)")
    if foreign:
        row(foreign, "  in a language without a model: kept, not annotated")
    row(run["articles_known"], "known already")
    row(run["dead_letters"], "dead letters")
    row(run["sentences"], "sentences")
    for basis, what in _BASES:
        if bases[basis]:
            row(bases[basis], f"  {what}")
    row(run["claims"], "claims")
    row(run["event_mentions"], f"event mentions, {run['events_new']:,} new events")
    console.print(table)
    console.print(
        f"{words:,} words in {seconds:,.1f} s, {words / seconds:,.0f} words/s. Tables in {output}, "
        f"run {run['version']}.",
        highlight=False,
        soft_wrap=True,
    )


def _column(output: str, files: list[dict[str, Any]], table: str, column: str) -> list[Any]:
    """One column of the rows that a run added to a table."""
    values: list[Any] = []
    for file in files:
        if file["table"] == table:
            values.extend(store.read_column(FileSystems.join(output, table, file["path"]), column))
    return values
