"""Read a table while a compaction replaces its files.

Light to import: a timeline should not wait for Beam.
"""

from collections.abc import Callable
from typing import TypeVar

Read = TypeVar("Read")


def read_all(paths: list[str], list_anew: Callable[[], list[str]], read: Callable[[str], Read]) -> list[Read]:
    """Return what `read` makes of each file; of those that `list_anew` gives, if one was replaced meanwhile.

    All of one look at the log: what is in an old file is in a new one, too. Raises FileNotFoundError for a
    file that is gone although the log has it.
    """
    while True:
        try:
            return [read(path) for path in paths]
        except FileNotFoundError:
            now = list_anew()
            if now == paths:
                raise
            paths = now
