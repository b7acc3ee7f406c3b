"""Who reads a table while a compaction replaces its files sees each row once."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from pipeline import slices, timeline_rows
from schemas.runs import StoredFile
from transforms import compact, store
from transforms.rereading import read_all


@pytest.mark.parametrize("read_before", [0, 1])
def test_a_timeline_sees_each_row_once(
    read_before: int, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, read = timeline_rows._parquet, []

    def opened(uri: str) -> Any:
        read.append(uri)
        if "month=2022" in uri and sum("month=2022" in one for one in read) == read_before + 1:
            assert len(list(compact.compact(output))) == 1
        return real(uri)

    monkeypatch.setattr(timeline_rows, "_parquet", opened)
    assert sorted(row["id"] for row in timeline_rows.rows(output, "merges", "id")) == ["a", "b"]


def lose(path: str) -> None:
    Path(path).unlink()


def spoil(path: str) -> None:
    Path(path).write_bytes(b"no Parquet")


@pytest.mark.parametrize(("harm", "said"), [(lose, "is lost"), (spoil, "cannot be read")])
def test_a_timeline_tells_of_a_file_that_is_lost_or_broken(
    harm: Callable[[str], None], said: str, output: str
) -> None:
    path = store.stored_files(output, "merges")[-1].path
    harm(path)
    with pytest.raises(SystemExit, match=f"{said}.*dateline doctor") as ended:
        timeline_rows.rows(output, "merges", "id")
    assert path in str(ended.value)


def test_what_is_known_is_read_from_the_new_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = (str(tmp_path / name) for name in ("old.parquet", "new.parquet"))
    store.write_parquet(pa.table({"article_id": ["a"]}), new)
    looks = [[old], [new]]
    monkeypatch.setattr(
        store, "stored_files", lambda *_: [StoredFile(path, None, None, 1) for path in looks.pop(0)]
    )
    assert slices._known(str(tmp_path)) == {"a"}
    looks = [[old], [old]]
    with pytest.raises(store.StoreError, match="lost; `dateline doctor .*old.parquet"):
        slices._known(str(tmp_path))


def test_a_file_that_the_log_has_and_the_disk_has_not_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with pytest.raises(FileNotFoundError):
        read_all([str(path)], lambda: [str(path)], lambda one: Path(one).read_text())
    shutil.copy(__file__, path)
    assert len(read_all([str(path)], list, lambda one: Path(one).read_text())) == 1
