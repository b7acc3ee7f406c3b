"""Runs of a row or two, staged and committed by hand, for tests of the store."""

import json
from datetime import date
from pathlib import Path
from typing import Any, Optional

from deltalake import DeltaTable

from schemas.records import Merge
from schemas.runs import DataFile, Run
from schemas.tables import MERGES, TABLES, to_arrow
from transforms import commits, leases, store

DAY = date(2022, 12, 4)


class Dies(Exception):
    """The process ends here."""


def run_row(version: int, files: list[DataFile]) -> Run:
    counts = [0] * 11
    listed = json.dumps([file._asdict() for file in files])
    return Run(version, version, version + 1, "test", "0", "1", "model", "{}", *counts, listed)


def stage(output: str, run_id: str, *ids: str) -> list[DataFile]:
    """Write a staged file of `merges` with a row for each of `ids`."""
    rows = [Merge("story", i, "root", "test", 1.0, DAY) for i in ids]
    staged = f"{store.STAGING}/{run_id}/merges/2022-12-0000.parquet"
    size = store.write_parquet(to_arrow(MERGES, rows, run_id), f"{output}/{staged}")
    path = f"month=2022-12/{run_id}-0000.parquet"
    stats = json.dumps({"numRecords": len(ids)})
    return [DataFile("merges", "2022-12", staged, path, size, len(ids), stats)]


def stage_and_die(output: str, run_id: str, *ids: str) -> list[DataFile]:
    """Stage a file as a process does that dies then: its lease is there, and nobody holds it."""
    lease = leases.hold_lease(output, run_id)
    assert lease is not None
    lease.close()
    return stage(output, run_id, *ids)


def commit(output: str, version: int, *ids: str, run_id: Optional[str] = None) -> None:
    run_id = run_id or f"run{version}"
    files = stage(output, run_id, *ids)
    commits.commit(output, run_row(version, files), run_id, files)


def merged(output: str) -> list[str]:
    return sorted(
        row.id for uri in DeltaTable(f"{output}/merges").file_uris() for row in store.read_rows(uri, Merge)
    )


def left_over(output: str) -> list[str]:
    known = {file.path for name in TABLES for file in store.stored_files(output, name)}
    found = {
        str(path) for path in Path(output).rglob("*") if path.is_file() and "_delta_log" not in path.parts
    }
    return sorted(found - known)


def die(*_: Any) -> None:
    raise Dies
