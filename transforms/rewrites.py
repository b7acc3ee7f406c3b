"""What a compaction is about to do, written down, so that whoever comes next can finish or forget it."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from apache_beam.io.filesystems import FileSystems

from transforms import places, store

JOURNAL = "compact.json"


class Rewrite(NamedTuple):
    """A file to be made of others; paths are below the table."""

    table: str
    month: str  # as the partition's folder has it
    staged: str  # below the output
    path: str
    size: int
    stats: str  # Delta's statistics, JSON
    replaces: Sequence[str]


def write_journal(output: str, compact_id: str, rewrite: Rewrite) -> None:
    """Write down what is done next, in the place of what was done last."""
    place = _journal(output, compact_id)
    with FileSystems.create(f"{place}.part") as file:
        file.write(json.dumps(rewrite._asdict()).encode())
    places.move_file(f"{place}.part", place)


def settle(output: str, compact_id: str) -> list[str]:
    """Finish or forget what a compaction that ended was about to do; returns a line a thing done."""
    place = _journal(output, compact_id)
    if not FileSystems.exists(place):
        return []
    with FileSystems.open(place) as file:
        rewrite = Rewrite(**json.loads(file.read()))
    new = FileSystems.join(output, rewrite.table, rewrite.path)
    known = {file.path for file in store.stored_files(output, rewrite.table)}
    if new in known:
        old = [FileSystems.join(output, rewrite.table, path) for path in rewrite.replaces]
        left = [path for path in old if path not in known and FileSystems.exists(path)]
        if left:
            FileSystems.delete(left)
        return (
            [f"removed files of {rewrite.table} that a compaction had replaced: {len(left)}"] if left else []
        )
    if FileSystems.exists(new):
        FileSystems.delete([new])
        return [f"removed {new}, which a compaction had not committed"]
    return []


def _journal(output: str, compact_id: str) -> str:
    place: str = FileSystems.join(output, store.STAGING, compact_id, JOURNAL)
    return place
