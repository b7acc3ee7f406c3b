"""The command `dateline compact`: make few large files of many small ones."""

import argparse

from rich.console import Console

from pipeline.options import existing_store, fail
from transforms.compact import compact
from transforms.store import StoreError


def compact_store(options: argparse.Namespace) -> int:
    """Compact a store and print what was done; returns the exit code."""
    console = Console(markup=False, emoji=False)
    output = existing_store(options.output.rstrip("/"))
    done = 0
    try:
        for line in compact(output):
            done += 1
            console.print(line, highlight=False, soft_wrap=True)
    except StoreError as error:
        fail(str(error))
    except OSError as error:
        fail(f"cannot write to {output}: {error.strerror or error}; the rows are as they were")
    if not done:
        console.print("nothing to do: no month of a table has several small files", soft_wrap=True)
    return 0
