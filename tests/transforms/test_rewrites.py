"""What a killed compaction leaves where no lease tells that it is dead: as on object stores."""

import argparse

import pyarrow.dataset as ds
import pytest

from pipeline.doctor import doctor
from tests.transforms.small_runs import Dies, die, left_over, merged
from transforms import commits, compact, leases, places


def killed(output: str, function: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compact until the process is killed in a function of transforms/compact.py; nothing tells so."""
    with monkeypatch.context() as patched:
        patched.setattr(leases, "hold_lease", lambda *_: None)
        patched.setattr(compact, function, die)
        # What its end would do is done no more.
        patched.setattr(compact, "settle", lambda *_: [])
        patched.setattr(commits, "discard", lambda *_: None)
        with pytest.raises(Dies):
            list(compact.compact(output))


def globbed(output: str) -> list[str]:
    """What a plain glob reads."""
    table = ds.dataset(f"{output}/merges", partitioning="hive", exclude_invalid_files=True).to_table()
    return sorted(table.column("id").to_pylist())


def told(output: str, fix: bool, capsys: pytest.CaptureFixture[str]) -> tuple[bool, str]:
    """Whether log and files agree, as `dateline doctor` has it, and all that it says."""
    doctor(argparse.Namespace(output=output, fix=fix))
    said = capsys.readouterr().out
    return "ok     log and files agree" in said, said


def test_what_it_has_replaced_is_removed_at_once(
    output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    killed(output, "_remove", monkeypatch)
    assert globbed(output) == ["a", "a", "b", "b"]
    agree, said = told(output, False, capsys)
    assert not agree and said.count("is in no commit (mendable by --fix)") == 2
    agree, said = told(output, True, capsys)
    assert agree and "a compaction had replaced: 2" in said
    assert globbed(output) == merged(output) == ["a", "b"]


def test_what_it_has_not_committed_waits_and_is_told_of(
    output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    killed(output, "_commit", monkeypatch)
    agree, said = told(output, True, capsys)
    assert not agree and "mended" not in said
    assert said.count("if it died instead, mendable by --fix a day later") == 1
    assert merged(output) == ["a", "b"]
    monkeypatch.setattr(leases, "ABANDONED_AFTER_SECONDS", -60)
    assert told(output, True, capsys)[0]
    assert globbed(output) == merged(output) == ["a", "b"]
    assert left_over(output) == []


def test_one_that_is_alive_may_find_its_work_done(output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = compact._remove

    def late(place: str, paths: list[str]) -> None:
        assert len(commits.recover(output)) == 1
        real(place, paths)

    monkeypatch.setattr(compact, "_remove", late)
    assert len(list(compact.compact(output))) == 1
    assert globbed(output) == merged(output) == ["a", "b"]
    assert left_over(output) == []


def test_one_that_is_alive_keeps_what_it_is_about_to_commit(
    output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = places.move_file

    def looked_at(source: str, target: str) -> None:
        real(source, target)
        assert commits.recover(output) == []

    monkeypatch.setattr(places, "move_file", looked_at)
    assert len(list(compact.compact(output))) == 1
    assert globbed(output) == merged(output) == ["a", "b"]
