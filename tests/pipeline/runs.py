"""Run the program in tests, and read what it wrote."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from deltalake import DeltaTable

from pipeline.__main__ import main
from schemas.tables import TABLES
from transforms.store import read_rows

Rows = dict[str, list[Any]]
CONTENT = [name for name in TABLES if name != "runs"]


def ingest(output: Path, *arguments: Any) -> dict[str, Any]:
    """Ingest in this process and return the row of `runs`. Raises SystemExit with the program's message."""
    assert main(["ingest", "--quiet", "-o", str(output), *map(str, arguments)]) == 0
    return runs(output)[-1]


def runs(output: Path) -> list[dict[str, Any]]:
    from transforms.store import run_rows

    return run_rows(str(output))


def rows(output: Path) -> Rows:
    """The committed rows of all tables but `runs`, as records (without run_id), in the tables' order."""
    found: Rows = {}
    for name in CONTENT:
        table = TABLES[name]
        records = [
            record
            for uri in sorted(DeltaTable(str(output / name)).file_uris())
            for record in read_rows(uri, table.row)
        ]
        found[name] = sorted(records, key=lambda record: tuple(map(str, record)))
    return found


def files(output: Path) -> list[str]:
    """All files below the output but the logs', as paths from it."""
    return sorted(
        str(path.relative_to(output))
        for path in output.rglob("*")
        if path.is_file() and "_delta_log" not in path.parts
    )


def readable(record: Any) -> str:
    """A record as a line of JSON that a reader can compare."""
    row = {
        name: [item._asdict() if hasattr(item, "_asdict") else item for item in value]
        if isinstance(value, list)
        else value
        for name, value in record._asdict().items()
        if name not in ("signature", "source_uri")
    }
    return json.dumps(row, ensure_ascii=False, default=lambda v: v.hex() if isinstance(v, bytes) else str(v))


def report(folder: Path, name: str, day: str, headline: str, *body: str) -> Path:
    """Write a text report and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.txt"
    path.write_text(f" date {day} {headline}\n" + "\n".join(body) + "\n", "utf-8")
    return path


def until(holds: Callable[[], bool], what: str, seconds: float) -> None:
    """Wait until something holds; fail after `seconds`."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not after {seconds} s: {what}"
        time.sleep(0.2)
