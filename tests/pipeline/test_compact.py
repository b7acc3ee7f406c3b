"""Compaction changes files, not rows; whatever happens to it, the tables stay whole."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline.__main__ import main
from schemas.tables import TABLES
from tests.pipeline.dying import Mortals
from tests.pipeline.runs import files, ingest, report, rows, runs
from transforms import commits, compact, leases, store

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.fixture(scope="module")
def many_runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of three runs."""
    folder = tmp_path_factory.mktemp("many")
    for day, town in enumerate(("Basra", "Talvik", "Ardesh"), 1):
        path = report(
            folder / str(day), "a", f"2024-03-0{day}", f"Convoy attacked in {town}",
            f"Gunmen attacked a convoy near {town} on Friday, killing {day} drivers, the police said.",
        )  # fmt: skip
        ingest(folder / "out", path)
    return folder / "out"


@pytest.fixture(scope="module")
def mortals() -> Iterator[Mortals]:
    with Mortals() as helper:
        yield helper


def test_rows_stay_and_files_become_one_a_month(many_runs: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    shutil.copytree(many_runs, output)
    before, ran = rows(output), runs(output)
    assert len(store.stored_files(str(output), "sentences")) == 4
    assert main(["compact", str(output)]) == 0
    assert rows(output) == before
    assert runs(output) == ran
    for table in TABLES:
        stored = store.stored_files(str(output), table)
        assert table == "runs" or len(stored) <= 2, table
        assert store.listed_files(str(output), table) == [file.path for file in stored]
        globbed = duckdb.sql(
            f"select count(*) from read_parquet('{output}/{table}/*/*.parquet', hive_partitioning = true)"
        ).fetchall()
        assert globbed == [(sum(file.rows for file in stored),)], table
    days = {(file.first, file.last) for file in store.stored_files(str(output), "sentences") if file.rows}
    assert [tuple(map(str, span)) for span in days] == [("2024-03-01", "2024-03-03")]
    assert main(["doctor", str(output)]) == 0
    assert list(compact.compact(str(output))) == []
    # The next run goes on as if nothing had been.
    again = ingest(output, many_runs.parent / "1", many_runs.parent / "2")
    assert (again["version"], again["articles_known"], again["articles_new"]) == (4, 2, 0)


@pytest.mark.parametrize(
    ("function", "call"),
    [("write_parquet", 1), ("move_file", 3), ("_commit", 1), ("_remove", 1), ("_remove", 4), ("discard", 1)],
)
def test_killed_anywhere_no_row_is_lost_or_doubled(
    many_runs: Path, tmp_path: Path, mortals: Mortals, function: str, call: int
) -> None:
    output = tmp_path / "out"
    shutil.copytree(many_runs, output)
    before = rows(output)
    code, _ = mortals.run(["compact", str(output)], dies_in=function, at=call)
    assert code == -9
    assert rows(output) == before, "readers by the log see each row once at any moment"
    commits.recover(str(output))
    for table in TABLES:
        known = [file.path for file in store.stored_files(str(output), table)]
        assert store.listed_files(str(output), table) == known, "and so do plain globs, once it is mended"
    assert not [path for path in files(output) if path.startswith(store.STAGING)]
    assert mortals.run(["compact", str(output)])[0] == 0
    assert rows(output) == before
    assert main(["doctor", str(output)]) == 0


def test_while_a_run_is_at_work_nothing_is_changed(many_runs: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    shutil.copytree(many_runs, output)
    before = files(output)
    with leases.hold_lease(str(output), "5" * 32) or pytest.fail("no lease"):
        with pytest.raises(SystemExit, match="a run is at work"):
            main(["compact", str(output)])
        assert [path for path in files(output) if not path.startswith(store.STAGING)] == before


def test_what_is_large_is_left_as_it_is(many_runs: Path) -> None:
    output = str(many_runs)
    ((_, three),) = compact.small_files(output, "sentences", 1 << 20)
    assert len(three) == 3
    largest = max(Path(file.path).stat().st_size for file in three)
    assert compact.small_files(output, "sentences", largest) == []
    pairs = compact.small_files(output, "sentences", 2 * largest + 1)
    assert [len(files_of_one) for _, files_of_one in pairs] == [2]
