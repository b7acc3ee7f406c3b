"""What a compaction is about to do, written down, so that whoever comes next can finish or forget it."""

import json
from collections.abc import Sequence
from typing import NamedTuple, Optional

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
    rewrite = _read_journal(output, compact_id)
    if rewrite is None:
        return []
    new = FileSystems.join(output, rewrite.table, rewrite.path)
    known = {file.path for file in store.stored_files(output, rewrite.table)}
    if new in known:
        return finish(output, compact_id)
    if FileSystems.exists(new):
        places.remove_files([new])
        return [f"removed {new}, which a compaction had not committed"]
    return []


def finish(output: str, compact_id: str) -> list[str]:
    """Finish what a compaction has committed, be it dead or alive; returns a line a thing done."""
    left = replaced_files(output, compact_id)
    places.remove_files(left)
    # All are of one table.
    return (
        [f"removed files that a compaction had replaced: {len(left)}, among them {left[0]}"] if left else []
    )


def replaced_files(output: str, compact_id: str) -> list[str]:
    """Return the files still there that a compaction has replaced in the log: only it can name them."""
    rewrite = _read_journal(output, compact_id)
    if rewrite is None:
        return []
    known = {file.path for file in store.stored_files(output, rewrite.table)}
    if FileSystems.join(output, rewrite.table, rewrite.path) not in known:
        return []
    old = [FileSystems.join(output, rewrite.table, path) for path in rewrite.replaces]
    return [path for path in old if path not in known and FileSystems.exists(path)]


def _read_journal(output: str, compact_id: str) -> Optional[Rewrite]:
    try:
        return Rewrite(**json.loads(places.read_file(_journal(output, compact_id))))
    except FileNotFoundError:
        return None


def _journal(output: str, compact_id: str) -> str:
    place: str = FileSystems.join(output, store.STAGING, compact_id, JOURNAL)
    return place
