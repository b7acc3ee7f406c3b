"""Whatever happens to the process, the tables are those of clean runs."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from deltalake import DeltaTable

from tests.conftest import ROOT
from tests.pipeline.dying import Mortals
from tests.pipeline.runs import files, report, rows, runs, until
from transforms import store

pytestmark = [pytest.mark.model, pytest.mark.slow]

# Where a run dies: a function of transforms/commits.py, store.py or places.py, and at which call of it.
DEATHS = [
    ("write_parquet", 1), ("half a file", 4), ("commit", 1), ("half runs", 1), ("_append", 1), ("roll_forward", 1),
    ("add_action", 3), ("discard", 1),
]  # fmt: skip


@pytest.fixture(scope="module")
def mortals() -> Iterator[Mortals]:
    with Mortals() as helper:
        yield helper


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two days of reports; the second tells more of the first's story, and repeats a report."""
    folder = tmp_path_factory.mktemp("inputs")
    attack = (
        "Gunmen attacked a convoy near the port of Basra on Friday, killing two drivers, the police said."
    )
    report(folder / "1", "a", "2024-03-02", "Gunmen attack convoy in Basra", attack)
    later = "Police in Basra arrested three men on Sunday over the attack on a convoy near the port."
    report(folder / "2", "b", "2024-03-04", "Three held over Basra convoy attack", later, attack)
    report(folder / "2", "c", "2024-03-04", "Gunmen attack convoy in Basra", attack)
    return folder / "1", folder / "2"


class Stores(NamedTuple):
    """The tables after a clean run on the first day, and after another on the second."""

    first: Path
    both: Path


@pytest.fixture(scope="module")
def clean(mortals: Mortals, inputs: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Stores:
    folder = tmp_path_factory.mktemp("clean")
    assert mortals.run(["ingest", "-q", str(inputs[0]), "-o", str(folder / "first")]) == (0, "")
    shutil.copytree(folder / "first", folder / "both")
    assert mortals.run(["ingest", "-q", str(inputs[1]), "-o", str(folder / "both")]) == (0, "")
    return Stores(folder / "first", folder / "both")


def stray(output: Path) -> list[str]:
    """Files that no commit knows."""
    known = {
        str(Path(f.path).relative_to(output))
        for table in os.listdir(output)
        for f in store.stored_files(str(output), table)
    }
    return [path for path in files(output) if path not in known]


@pytest.mark.parametrize(("function", "call"), DEATHS)
def test_a_killed_run_run_again_gives_the_tables_of_a_clean_one(
    function: str, call: int, mortals: Mortals, inputs: tuple[Path, Path], clean: Stores, tmp_path: Path
) -> None:
    output = shutil.copytree(clean.first, tmp_path / "out")
    second = ["ingest", "-q", str(inputs[1]), "-o", str(output)]
    code, _ = mortals.run(second, dies_in=function, at=call)
    assert code == -9
    assert mortals.run(second)[0] == 0
    assert rows(output) == rows(clean.both)
    assert stray(output) == []
    versions = [run["version"] for run in runs(output)]
    assert versions == list(range(1, len(versions) + 1))
    assert mortals.run(["doctor", str(output)])[0] == 0


@pytest.mark.parametrize(
    ("function", "call", "committed"),
    [("write_parquet", 2, False), ("_append", 1, False), ("_append", 3, True), ("move_file", 12, True)],
)
def test_a_disk_that_fails_at_any_step_loses_nothing(
    function: str,
    call: int,
    committed: bool,
    mortals: Mortals,
    inputs: tuple[Path, Path],
    clean: Stores,
    tmp_path: Path,
) -> None:
    output = shutil.copytree(clean.first, tmp_path / "out")
    second = ["ingest", "-q", str(inputs[1]), "-o", str(output)]
    code, said = mortals.run(second, dies_in=function, at=call, fails=True)
    assert code == 1
    assert "No space left on device" in said
    assert len(said.strip().splitlines()) == 1
    assert ("The run is committed" in said) is committed
    assert mortals.run(second)[0] == 0
    assert rows(output) == rows(clean.both)
    assert stray(output) == []
    assert len(runs(output)) == (3 if committed else 2)


def test_doctor_finds_and_mends_what_a_death_left(
    mortals: Mortals, inputs: tuple[Path, Path], clean: Stores, tmp_path: Path
) -> None:
    output = shutil.copytree(clean.first, tmp_path / "out")
    second = ["ingest", "-q", str(inputs[1]), "-o", str(output)]
    mortals.run(second, dies_in="_append", at=3)
    code, said = mortals.run(["doctor", str(output)])
    assert code == 1
    assert "lacks the last run's rows" in said
    assert "mendable by --fix" in said
    # Half a run's rows look like loss, and are none.
    assert "restore from a copy" not in said
    assert "the counts of each run add up: to be told when every table is at the last run" in said
    code, said = mortals.run(["doctor", str(output), "--fix"])
    assert code == 0
    assert "mended: finished run 2" in said
    assert rows(output) == rows(clean.both)


def test_killed_at_any_moment(inputs: tuple[Path, Path], clean: Stores, tmp_path: Path) -> None:
    output = tmp_path / "out"
    command = [sys.executable, "-m", "pipeline", "ingest", "-q", *map(str, inputs), "-o", str(output)]
    for seconds in (0.0, 0.3, 0.8):
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        # Its lease is there: it is at work.
        until(lambda: any(output.glob("_staging/*/lease")), "a run has begun", 60)
        time.sleep(seconds)
        process.kill()
        assert process.wait() == -signal.SIGKILL, "too late to prove anything"
    subprocess.run(command, cwd=ROOT, check=True)
    articles = {article.article_id for article in rows(output)["articles"]}
    assert articles == {article.article_id for article in rows(clean.both)["articles"]}
    assert stray(output) == []


@pytest.mark.parametrize("step", ["commit", "_append"])
def test_of_two_runs_at_once_the_later_to_commit_fails_and_leaves_nothing(
    step: str, mortals: Mortals, inputs: tuple[Path, Path], clean: Stores, tmp_path: Path
) -> None:
    output, flag = shutil.copytree(clean.first, tmp_path / "out"), tmp_path / "flag"
    # At the append its row lies in place: the other one clears it up.
    mortals.start(["ingest", "-q", str(inputs[1]), "-o", str(output)], waits_for=flag, waits_in=step)
    until(flag.exists, "a run is before its commit", 60)
    with Mortals() as other:
        assert other.run(["ingest", "-q", str(inputs[1]), "-o", str(output)])[0] == 0
    before = rows(output)
    flag.unlink()
    code, said = mortals.result()
    assert code == 1
    assert "another run has committed" in said
    assert "Traceback" not in said and len(said.strip().splitlines()) == 1
    assert rows(output) == before
    assert len(runs(output)) == 2
    assert stray(output) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 1.5 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", place], check=False, capture_output=True
    ).returncode:
        pytest.skip("this user may not mount a small file system to fill")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_is_one_clear_line_and_the_old_state(
    small_disk: Path, mortals: Mortals, inputs: tuple[Path, Path], clean: Stores
) -> None:
    output = shutil.copytree(clean.first, small_disk / "out")
    before = rows(output)
    room = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(bytes(max(room.f_bavail * room.f_frsize - 24_000, 0)))
    code, said = mortals.run(["ingest", "-q", str(inputs[1]), "-o", str(output)])
    assert code == 1
    assert "No space left on device" in said
    assert "Traceback" not in said and len(said.strip().splitlines()) == 1
    (small_disk / "ballast").unlink()
    assert rows(output) == before
    assert mortals.run(["ingest", "-q", str(inputs[1]), "-o", str(output)])[0] == 0
    assert stray(output) == []


def test_a_read_only_output_is_one_clear_line(
    small_disk: Path, mortals: Mortals, inputs: tuple[Path, Path], clean: Stores
) -> None:
    output = shutil.copytree(clean.first, small_disk / "out")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    code, said = mortals.run(["ingest", "-q", str(inputs[1]), "-o", str(output)])
    assert code == 1
    assert "Read-only file system" in said
    assert len(said.strip().splitlines()) == 1
    assert len(rows(output)["articles"]) == 1


def test_a_file_that_grows_past_the_limit_is_one_clear_line(
    inputs: tuple[Path, Path], tmp_path: Path
) -> None:
    """The same for those who may not mount: the kernel refuses to write more than 12 kB to a file."""
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "ingest", "-q", str(inputs[1]), "-o", str(tmp_path / "out")],
        cwd=ROOT, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000)),
    )  # fmt: skip
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr and len(done.stderr.strip().splitlines()) == 1


def test_a_reader_never_sees_half_a_run(
    mortals: Mortals, inputs: tuple[Path, Path], clean: Stores, tmp_path: Path
) -> None:
    """Each table goes from one run's rows to the next's in one step, by the log and by the plain files."""
    output = shutil.copytree(clean.first, tmp_path / "out")
    seen: dict[str, set[tuple[int, int]]] = {"sentences": set(), "mentions": set()}
    stop = threading.Event()

    def look() -> None:
        for table, counts in seen.items():
            by_log = sum(store.row_count(uri) for uri in DeltaTable(str(output / table)).file_uris())
            pattern = f"{output / table}/**/*.parquet"
            plain = duckdb.sql(f"select count(*) from read_parquet('{pattern}')").fetchall()[0][0]
            counts.add((by_log, plain))

    def look_on() -> None:
        while not stop.is_set():
            look()

    with ThreadPoolExecutor(1) as reader:
        looking = reader.submit(look_on)
        try:
            assert mortals.run(["ingest", "-q", str(inputs[1]), "-o", str(output)])[0] == 0
        finally:
            stop.set()
        looking.result()
    look()
    after = rows(output)
    for table, counts in seen.items():
        whole = {min(c for c, _ in counts), len(after[table])}
        assert len(whole) == 2
        assert {c for pair in counts for c in pair} == whole
