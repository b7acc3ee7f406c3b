"""The command `dateline doctor` sees what is wrong, each kind of it."""

import errno
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from pipeline import doctor
from pipeline.__main__ import main
from pipeline.doctor import CHECKS
from schemas.runs import DataFile
from tests.pipeline.runs import ingest, report
from tests.transforms.small_runs import run_row
from transforms import commits, leases, places
from transforms.store import STAGING, create_tables, write_parquet

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("doctor")
    body = "Gunmen attacked a convoy in Basra on Friday, the police said. The minister condemned the attack."
    report(folder / "in", "a", "2024-03-02", "Gunmen attack convoy", body)
    ingest(folder / "out", folder / "in")
    return folder / "out"


def only_file(store: Path, table: str) -> Path:
    (path,) = (store / table).glob("month=2*/*.parquet")
    return path


def rewrite(store: Path, table: str, change: Callable[[pa.Table], pa.Table]) -> None:
    path = only_file(store, table)
    pq.write_table(change(pq.ParquetFile(path).read()), path)


def lose_a_file(store: Path) -> None:
    only_file(store, "claims").unlink()


def leave_a_file(store: Path) -> None:
    path = only_file(store, "claims")
    shutil.copy(path, path.with_name("stray.parquet"))


def double_the_sentences(store: Path) -> None:
    rewrite(store, "sentences", lambda data: pa.concat_tables([data, data]))


def lose_the_events(store: Path) -> None:
    rewrite(store, "events", lambda data: data.slice(1))


def move_the_mentions(store: Path) -> None:
    def moved(data: pa.Table) -> pa.Table:
        place = data.schema.get_field_index("start")
        return data.set_column(
            place, data.schema.field(place), pc.add(data.column("start"), 1).cast(pa.int32())
        )

    rewrite(store, "mentions", moved)


@pytest.mark.parametrize(
    ("harm", "checks"),
    [
        (lose_a_file, {"log and files agree", "the counts of each run add up"}),
        (leave_a_file, {"log and files agree"}),
        (double_the_sentences, {"log and files agree", "ids are unique", "the counts of each run add up"}),
        (lose_the_events, {"log and files agree", "links point at rows", "the counts of each run add up"}),
        (move_the_mentions, {"offsets slice the text"}),
    ],
)
def test_harm_is_found(
    harm: Callable[[Path], None],
    checks: set[str],
    sound: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    store = shutil.copytree(sound, tmp_path / "out")
    harm(store)
    assert main(["doctor", str(store)]) == 1
    told = capsys.readouterr().out
    wrong = {check for check in CHECKS if f"wrong  {check}" in told}
    assert wrong >= checks
    assert len(wrong) < len(CHECKS)


def put(output: str, version: int, table: str, rows: pa.Table) -> None:
    """Commit a file of rows."""
    staged = f"{STAGING}/run{version}/{table}/2022-12-0000.parquet"
    path = f"month=2022-12/run{version}-0000.parquet"
    size = write_parquet(rows, f"{output}/{staged}")
    stats = json.dumps({"numRecords": rows.num_rows})
    files = [DataFile(table, "2022-12", staged, path, size, rows.num_rows, stats)]
    commits.commit(output, run_row(version, files), f"run{version}", files)


def test_brackets_in_a_path_are_no_markup(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = shutil.copytree(sound, tmp_path / "out")
    path = only_file(store, "claims")
    shutil.copy(path, path.with_name("[bold]:smile:.parquet"))
    assert main(["doctor", str(store)]) == 1
    assert "[bold]:smile:.parquet is in no commit" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EROFS, "Read-only file system"), "cannot mend .*: Read-only file system"),
        (places.Unreachable("no such bucket"), "no such bucket"),
    ],
)
def test_what_cannot_be_mended_is_one_clear_line(
    error: OSError, said: str, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: str) -> list[str]:
        raise error

    monkeypatch.setattr(commits, "recover", fails)
    with pytest.raises(SystemExit, match=said):
        main(["doctor", str(sound), "--fix"])


def test_merges_are_of_what_is_there(tmp_path: Path) -> None:
    output = str(tmp_path)
    create_tables(output)
    put(output, 1, "articles", pa.table({"article_id": ["1", "2"], "story_id": ["s1", "s2"]}))
    put(output, 2, "events", pa.table({"event_id": ["e1", "e2"]}))
    kinds = pa.array(["story", "event", "story", "event"])
    ids, into = ["s2", "e2", "s2", "e1"], ["s1", "e1", "e1", "s1"]
    put(output, 3, "merges", pa.table({"kind": kinds[:2], "id": ids[:2], "merged_into": into[:2]}))
    doctor._table.cache_clear()
    assert list(doctor._merges(output)) == []
    put(output, 4, "merges", pa.table({"kind": kinds[2:], "id": ids[2:], "merged_into": into[2:]}))
    doctor._table.cache_clear()
    assert {finding.message for finding in CHECKS["links point at rows"](output)} >= {
        "merges.merged_into: s1 not in events.event_id", "merges.merged_into: e1 not in articles.story_id"
    }  # fmt: skip


def test_what_a_living_run_is_about_to_commit_is_no_harm(sound: Path, tmp_path: Path) -> None:
    store = shutil.copytree(sound, tmp_path / "out")
    leave_a_file(store)
    lease = leases.hold_lease(str(store), "alive")
    assert lease is not None
    assert main(["doctor", str(store)]) == 0
    lease.close()
    assert main(["doctor", str(store)]) == 1


def test_a_sound_store_is_sound(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(sound)]) == 0
    assert capsys.readouterr().out.count("ok ") == len(CHECKS)


def test_fix_changes_nothing_in_a_sound_store(sound: Path, tmp_path: Path) -> None:
    store = shutil.copytree(sound, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in store.rglob("*") if path.is_file()}
    assert main(["doctor", str(store), "--fix"]) == 0
    assert {path: path.stat().st_mtime_ns for path in store.rglob("*") if path.is_file()} == before
