"""A small store, for the tests of what reads and rewrites one."""

from pathlib import Path

import pytest

from tests.transforms.small_runs import commit
from transforms import store


@pytest.fixture
def output(tmp_path: Path) -> str:
    """A store of two runs, a file each in one month of `merges`."""
    output = str(tmp_path)
    store.create_tables(output)
    commit(output, 1, "a")
    commit(output, 2, "b")
    return output
