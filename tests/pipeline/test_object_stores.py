"""Tables and inputs on Google Storage and S3: what is written, and what deaths leave, is as on a disk."""

import functools
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from apache_beam.io.filesystems import FileSystems
from apache_beam.options.pipeline_options import PipelineOptions
from deltalake.exceptions import CommitFailedError

from pipeline.__main__ import main
from tests import object_stores
from tests.conftest import ROOT
from tests.pipeline.dying import Mortals
from tests.pipeline.runs import CONTENT, Rows, report, rows, until
from transforms import commits, leases, places, store
from transforms.files import find_files

pytestmark = [pytest.mark.model, pytest.mark.slow]

SERVERS = {"gs": object_stores.google_storage, "s3": object_stores.s3}
# Where a run dies: a function of transforms/commits.py, store.py or places.py, at which call, and whether
# it was committed by then.
DEATHS = [("gs", "half a file", 3, False), ("gs", "move_file", 4, True), ("s3", "_append", 1, False)]


class Shelf(NamedTuple):
    """An object store, tables in it after a clean run on the first day, and how those of both days look."""

    root: str
    mortals: Mortals
    first: Rows
    both: Rows

    def fresh(self, name: str) -> str:
        """A copy of the first day's tables."""
        output, of = f"{self.root}/{name}", f"{self.root}/first"
        found = places.listed(f"{of}/**")
        FileSystems.copy(found, [output + path.removeprefix(of) for path in found])
        return output

    def second(self, output: str) -> list[str]:
        """The arguments of a run on the second day's reports."""
        return ["ingest", "-q", f"{self.root}/in/2", "-o", output]


@pytest.fixture(scope="module")
def open_shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Shelf]]:
    """Opens a shelf of a kind, once each."""
    folder = tmp_path_factory.mktemp("inputs")
    attack = (
        "Gunmen attacked a convoy near the port of Basra on Friday, killing two drivers, the police said."
    )
    report(folder / "1", "a", "2024-03-02", "Gunmen attack convoy in Basra", attack)
    later = "Police in Basra arrested three men on Sunday over the attack on a convoy near the port."
    report(folder / "2", "b", "2024-03-04", "Three held over Basra convoy attack", later, attack)
    report(folder / "2", "c", "2024-03-04", "Gunmen attack convoy in Basra", attack)
    with ExitStack() as stack:
        patched = stack.enter_context(pytest.MonkeyPatch.context())

        @functools.cache
        def opened(kind: str) -> Shelf:
            if kind == "gs" and (sys.platform, platform.machine()) != ("linux", "x86_64"):
                pytest.skip("the emulator of Google Storage comes as a binary for Linux on x86-64 only")
            for name, value in stack.enter_context(SERVERS[kind]()).items():
                patched.setenv(name, value)
            places.use_options(PipelineOptions([]))
            root = f"{kind}://{object_stores.BUCKET}"
            for path in folder.rglob("*.txt"):
                places.write_file(f"{root}/in/{path.relative_to(folder)}", path.read_bytes())
            mortals = stack.enter_context(Mortals())
            # The same inputs into tables on the disk: what the tables on the store must be.
            disk, both = folder / f"tables-{kind}", []
            for day in ("1", "2"):
                assert mortals.run(["ingest", "-q", f"{root}/in/{day}", "-o", str(disk)]) == (0, "")
                both.append(rows(disk))
            assert mortals.run(["ingest", "-q", f"{root}/in/1/", "-o", f"{root}/first"]) == (0, "")
            return Shelf(root, mortals, *both)

        yield opened


@pytest.fixture(params=SERVERS)
def shelf(request: pytest.FixtureRequest, open_shelf: Callable[[str], Shelf]) -> Shelf:
    return open_shelf(request.param)


def kept(output: str) -> Rows:
    """The committed rows of all tables but `runs`, as the log tells."""
    found = {
        name: [row for file in store.stored_files(output, name) for row in store.read_rows(file.path, store.TABLES[name].row)]
        for name in CONTENT
    }  # fmt: skip
    return {
        name: sorted(records, key=lambda record: tuple(map(str, record))) for name, records in found.items()
    }


def strays(output: str) -> list[str]:
    """Files that no commit knows."""
    known = {file.path for table in store.TABLES for file in store.stored_files(output, table)}
    return [
        path for path in places.listed(f"{output}/**") if path not in known and "/_delta_log/" not in path
    ]


def test_tables_are_those_on_a_disk(shelf: Shelf) -> None:
    output = shelf.fresh("clean")
    assert kept(output) == shelf.first
    assert shelf.mortals.run(shelf.second(output)) == (0, "")
    assert kept(output) == shelf.both
    assert strays(output) == []
    code, said = shelf.mortals.run(["doctor", output])
    assert (code, said.count("ok ")) == (0, 6)
    code, said = shelf.mortals.run(["timeline", output, "--json"])
    assert code == 0
    assert len([json.loads(line) for line in said.splitlines()]) > 1


@pytest.mark.parametrize(("shelf", "function", "call", "committed"), DEATHS, indirect=["shelf"])
def test_what_a_death_leaves_does_not_show_and_is_mended(
    shelf: Shelf, function: str, call: int, committed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = shelf.fresh(f"dead-{function}".replace(" ", "-"))
    code, _ = shelf.mortals.run(shelf.second(output), dies_in=function, at=call)
    assert code == -9
    assert committed or kept(output) == shelf.first
    assert shelf.mortals.run(shelf.second(output))[0] == 0
    assert kept(output) == shelf.both
    assert [run["version"] for run in store.run_rows(output)] == ([1, 2, 3] if committed else [1, 2])
    assert all(f"/{store.STAGING}/" in path for path in strays(output))
    assert shelf.mortals.run(["doctor", output])[0] == 0
    # What is staged may be a slow run's, elsewhere; a day later it passes for dead.
    monkeypatch.setattr(leases, "ABANDONED_AFTER_SECONDS", -60)
    commits.recover(output)
    assert strays(output) == []


def test_a_killed_compaction_leaves_no_row_twice(shelf: Shelf) -> None:
    output = shelf.fresh("compacted")
    assert shelf.mortals.run(shelf.second(output))[0] == 0
    assert shelf.mortals.run(["compact", output], dies_in="_remove", at=1)[0] == -9
    code, said = shelf.mortals.run(["doctor", output])
    assert code == 1 and "is in no commit (mendable by --fix)" in said
    code, said = shelf.mortals.run(["doctor", output, "--fix"])
    assert code == 0 and "that a compaction had replaced" in said
    assert all(f"/{store.STAGING}/" in path for path in strays(output))
    assert kept(output) == shelf.both
    with pytest.raises(FileNotFoundError):
        store.row_count(f"{output}/articles/none.parquet")


@pytest.mark.parametrize("shelf", ["gs"], indirect=True)
def test_of_two_runs_at_once_the_later_to_commit_fails_and_leaves_nothing(
    shelf: Shelf, tmp_path: Path
) -> None:
    output, flag = shelf.fresh("race"), tmp_path / "flag"
    shelf.mortals.start(shelf.second(output), waits_for=flag)
    until(flag.exists, "a run is before its commit", 60)
    with Mortals() as other:
        assert other.run(shelf.second(output))[0] == 0
    flag.unlink()
    code, said = shelf.mortals.result()
    assert code == 1
    assert "another run has committed" in said and len(said.strip().splitlines()) == 1
    assert kept(output) == shelf.both
    assert strays(output) == []


def test_of_two_commits_at_one_moment_the_log_takes_one(shelf: Shelf) -> None:
    output = shelf.fresh("moment")
    tables = [store.open_table(output, "merges") for _ in range(2)]
    commits._append(tables[0], [], 7)
    with pytest.raises(CommitFailedError):
        commits._append(tables[1], [], 7)


def test_folders_globs_and_files_are_found(shelf: Shelf) -> None:
    found = [
        find_files(f"{shelf.root}/{name}").reports
        for name in ("in", "in/", "in/2/b.txt", "in/*/b.t*", "in/9")
    ]
    assert [len(paths) for paths in found] == [3, 3, 1, 1, 0]
    assert set(found[0]) < set(find_files(shelf.root).reports)


@pytest.mark.parametrize("arguments", [["{}/in", "-o", "{}-not/out"], ["{}-not/in", "-o", "{}/out"]])
def test_a_bucket_that_is_not_there_is_one_clear_line(arguments: list[str], shelf: Shelf) -> None:
    code, said = shelf.mortals.run(["ingest", *(argument.format(shelf.root) for argument in arguments)])
    assert code == 1
    assert len(said.strip().splitlines()) == 1
    assert f"{shelf.root}-not" in said


@pytest.mark.parametrize("shelf", ["s3"], indirect=True)
def test_a_profile_of_amazon_s_opens_files_and_log(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = tmp_path / "credentials"
    profile.write_text("[desk]\naws_access_key_id = test\naws_secret_access_key = test\n")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_PROFILE", "desk")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(profile))
    places._amazon_credentials.cache_clear()
    assert kept(f"{shelf.root}/first") == shelf.first
    places._amazon_credentials.cache_clear()


@pytest.mark.parametrize("shelf", ["s3"], indirect=True)
def test_one_client_of_amazon_s_reads_all_files(shelf: Shelf) -> None:
    files = [FileSystems.open(f"{shelf.root}/in/{name}") for name in ("2/b.txt", "2/c.txt")]
    clients = [file.raw._downloader._client for file in files]
    assert clients[0] is not clients[1]
    assert clients[0].client is clients[1].client
    # By turns: where it is in its file, each knows for itself.
    halves = [file.read(40) for file in files] + [file.read() for file in files]
    for name, first, second in zip("bc", halves[:2], halves[2:], strict=True):
        assert first + second == places.read_file(f"{shelf.root}/in/2/{name}.txt")
        assert second


NOTHING = {
    "HOME": "/nonexistent", "CLOUDSDK_CONFIG": "/nonexistent", "NO_GCE_CHECK": "true", "AWS_EC2_METADATA_DISABLED": "true",
}  # fmt: skip


@pytest.mark.parametrize(
    ("output", "lacks", "told"),
    [
        ("gs://bucket/out", "google.cloud.storage", "pip install 'dateline[gcp]'"),
        ("s3://bucket/out", "boto3", "pip install 'dateline[aws]'"),
        ("gs://bucket/out", "", "set GOOGLE_APPLICATION_CREDENTIALS"),
        ("s3://bucket/out", "", "set AWS_ACCESS_KEY_ID"),
        ("hdfs://server/out", "", "tables are kept on a local disk or by gs:// and s3://"),
    ],
)
def test_what_is_missing_is_named(output: str, lacks: str, told: str, tmp_path: Path) -> None:
    program = (
        f"import sys\nfrom pipeline.__main__ import main\nsys.modules[{lacks!r}] = None\nmain(sys.argv[1:])\n"
    )
    path = report(tmp_path, "a", "2024-03-02", "Gunmen attack convoy", "Gunmen attacked a convoy.")
    kept_out = ("AWS_", "GOOGLE_", "GCE_", "STORAGE_")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(kept_out)
    } | NOTHING
    done = subprocess.run(
        [sys.executable, "-c", program, "ingest", str(path), "-o", output],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 1
    assert told in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_runner_elsewhere_is_given_no_place_on_this_disk(tmp_path: Path) -> None:
    path = report(tmp_path, "a", "2024-03-02", "Gunmen attack convoy", "Gunmen attacked a convoy.")
    arguments: list[Any] = ["ingest", path, "-o", tmp_path / "out", "--runner", "DataflowRunner"]
    with pytest.raises(SystemExit, match="other machines, which do not see this disk"):
        main([str(argument) for argument in arguments])
