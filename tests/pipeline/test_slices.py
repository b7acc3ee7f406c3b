"""A large input goes in slices, oldest first, and comes out as if its days had been ingested one by one."""

import json
import threading
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from pipeline import launch
from pipeline.graph import Settings
from pipeline.slices import Found, cut
from schemas.runs import RunPlan
from tests.pipeline.dying import Mortals
from tests.pipeline.runs import ingest, report, rows, runs
from tests.transforms.plans import plan
from transforms import store
from transforms.read import read_positions, written_positions

FIRST = date(2024, 3, 1)


def found(number: int, day: int, weight: float) -> Found:
    published = FIRST + timedelta(day) if day >= 0 else None
    return Found(published, (0, f"{number:05d}"), f"in/{number % 3}.jsonl", number, weight)


@given(
    st.lists(st.tuples(st.integers(-1, 6), st.sampled_from([0.001, 0.1, 0.3])), max_size=300),
    st.integers(1, 4),
)
def test_every_record_is_in_one_slice_by_its_day(records: list[tuple[int, float]], readers: int) -> None:
    all_found = [found(number, *record) for number, record in enumerate(records)]
    slices = cut(all_found, readers)
    named = Counter(
        (part.path, position)
        for piece in slices
        for part in piece.parts
        for position in read_positions(part.positions)
    )
    assert named == Counter((record.path, record.position) for record in all_found)
    dated = [piece for piece in slices if piece.first and piece.last]
    for earlier, later in pairwise(dated):
        assert earlier.last and later.first and earlier.last <= later.first
    assert cut(all_found[::-1], readers) == slices


def test_a_day_is_cut_only_where_it_is_larger_than_a_slice() -> None:
    days = [0] * 3 + [1] * 3 + [2] * 9
    slices = cut([found(number, day, 0.2) for number, day in enumerate(days)])
    assert [(piece.records, piece.first, piece.last) for piece in slices] == [
        (3, FIRST, FIRST),
        (3, FIRST + timedelta(1), FIRST + timedelta(1)),
        (5, FIRST + timedelta(2), FIRST + timedelta(2)),
        (4, FIRST + timedelta(2), FIRST + timedelta(2)),
    ]


def test_slices_are_as_few_as_can_be_and_about_as_large_as_each_other() -> None:
    slices = cut([found(number, number, 0.1) for number in range(42)])
    assert [piece.records for piece in slices] == [9, 9, 9, 9, 6]  # not 10, 10, 10, 10 and 2


def test_many_records_of_a_file_are_shared_by_its_readers() -> None:
    records = [Found(FIRST, (0, f"{number:03d}"), "in.jsonl", number, 0.001) for number in range(100)]
    parts = [[part.positions for part in cut(records, readers)[0].parts] for readers in (1, 2, 9)]
    assert parts == [["0-99"], ["0-49", "50-99"], ["0-19", "20-39", "40-59", "60-79", "80-99"]]


@given(st.sets(st.integers(0, 300)))
def test_positions_are_written_short_and_read_again(positions: set[int]) -> None:
    assert read_positions(written_positions(positions)) == positions
    assert written_positions([0, 1, 2, 5]) == "0-2,5"


LINES = [
    ("a", "2024-03-03", "Gunmen attacked a convoy in Ardesh on Sunday, killing two drivers, police said."),
    ("b", "2024-03-01", "A bomb wounded three soldiers in Talvik on Friday, the army said."),
    ("c", "2024-03-02", "Farmers protested against the new levy in Ardesh on Saturday."),
    ("d", "2024-03-03", "The army said on Sunday that the bomb in Talvik had wounded four soldiers."),
]


@pytest.mark.model
def test_slices_give_the_tables_of_days_ingested_one_by_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    lines = [json.dumps({"id": i, "published": day, "text": text}) for i, day, text in LINES]
    (folder / "all.jsonl").write_text("\n".join(["no json", *lines]), "utf-8")
    report(folder, "e", "2024-03-02", "Ferry sinks", "A ferry sank off Talvik on Saturday, officials said.")
    ingest(tmp_path / "sliced", folder, "--slice-reports", 2, "--max-dead-letters", "0.5")
    for day in ("2024-03-01", "2024-03-02", "2024-03-03"):
        of_day = tmp_path / day
        of_day.mkdir()
        kept = [line for line, (_, published, _) in zip(lines, LINES, strict=True) if published == day]
        (of_day / "all.jsonl").write_text("\n".join(kept), "utf-8")
        if day == "2024-03-02":
            report(of_day, "e", day, "Ferry sinks", "A ferry sank off Talvik on Saturday, officials said.")
        ingest(tmp_path / "days", of_day)
    sliced, by_day = rows(tmp_path / "sliced"), rows(tmp_path / "days")
    for name in by_day:
        if name != "dead_letters":
            assert [_bare(row) for row in sliced[name]] == [_bare(row) for row in by_day[name]], name
    assert len(sliced["dead_letters"]) == 1
    counted = runs(tmp_path / "sliced")
    assert [run["articles_new"] for run in counted] == [1, 2, 2]
    assert sum(run["articles_in"] for run in counted) == 6
    # Again: all is known, and known reports fill no slices.
    last = ingest(tmp_path / "sliced", folder, "--slice-reports", 2, "--max-dead-letters", "0.5")
    assert (last["version"], last["articles_known"], last["articles_new"]) == (4, 5, 0)


def _bare(row: object) -> object:
    """A row without the place where its report was read."""
    return row._replace(source_uri="") if hasattr(row, "source_uri") else row  # type: ignore[attr-defined]


@pytest.mark.model
@pytest.mark.slow
def test_a_backfill_that_dies_goes_on_where_it_was(tmp_path: Path) -> None:
    lines = [json.dumps({"id": i, "published": day, "text": text}) for i, day, text in LINES]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), "utf-8")
    arguments = ["ingest", "-q", str(tmp_path / "all.jsonl"), "--slice-reports", "2", "-o"]
    with Mortals() as mortals:
        assert mortals.run([*arguments, str(tmp_path / "clean")]) == (0, "")
        assert mortals.run([*arguments, str(tmp_path / "out")], dies_in="commit", at=2)[0] == -9
        assert [run["articles_new"] for run in runs(tmp_path / "out")] == [2]
        assert mortals.run([*arguments, str(tmp_path / "out")]) == (0, "")
    assert rows(tmp_path / "out") == rows(tmp_path / "clean")
    counted = [(run["articles_known"], run["articles_new"]) for run in runs(tmp_path / "out")]
    assert counted == [(0, 2), (2, 0), (0, 2)]


@pytest.mark.parametrize(("commits", "stops_in", "begun"), [(True, 5, 4), (True, 2, 2), (False, 5, 1)])
def test_slices_end_where_a_stream_is_stopped_or_gives_way(
    commits: bool, stops_in: int, begun: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [json.dumps({"id": i, "published": day, "text": text}) for i, day, text in LINES]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), "utf-8")
    store.create_tables(str(tmp_path / "out"))
    stopped, plans = threading.Event(), list[RunPlan]()

    def begin(of_slice: RunPlan, _: object) -> None:
        plans.append(of_slice)
        if len(plans) == stops_in:
            stopped.set()

    monkeypatch.setattr(launch, "run_once", begin)
    monkeypatch.setattr(launch.commits, "is_committed", lambda *_: commits)
    template = plan(str(tmp_path / "out"))._replace(gives_way=True)
    settings = Settings("model", 7, 1 << 20, date(1700, 1, 1), None, 1)
    console = Console(quiet=True)
    whole = launch.run_slices(
        template, settings, [str(tmp_path / "all.jsonl")], 1, launch.graph_of(settings, []), console, stopped
    )
    assert (len(plans), whole) == (begun, commits and stops_in > len(plans))
    assert all(each.gives_way for each in plans)


@pytest.mark.model
def test_too_many_dead_letters_in_all_end_it_before_the_first_slice(tmp_path: Path) -> None:
    lines = ["no json", *(json.dumps({"id": i, "published": day, "text": text}) for i, day, text in LINES)]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), "utf-8")
    with pytest.raises(SystemExit, match="1 of 5 inputs were refused"):
        ingest(tmp_path / "out", tmp_path / "all.jsonl", "--slice-reports", 2)
    assert runs(tmp_path / "out") == []
