"""The command `dateline timeline`."""

import io
import json
import re
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import write_deltalake

from pipeline.__main__ import main
from pipeline.timeline import _lines, counted, when
from pipeline.timeline_events import TimelineEvent, read_timeline, told_of
from pipeline.timeline_rows import within
from schemas.records import Merge
from schemas.tables import TABLES
from tests.pipeline.runs import ingest, report

pytestmark = pytest.mark.model

EVENT = TimelineEvent(
    event_id="e", date_start=date(2022, 12, 2), date_end=date(2022, 12, 2), date_precision="day",
    date_basis="relative", event_type="ASSAULT", modes=["firearms"], status="asserted", actors=["gunmen"],
    recipients=["convoy"], countries=["IRQ"], place="Basra", place_basis="clause", summary="Gunmen attacked.",
    attributed_only=False, mentions=3, reports=2, copies=1, sources=["Courier"],
    first_reported=date(2022, 12, 3), last_reported=date(2022, 12, 4), claims=[],
)  # fmt: skip


EVENTS = pa.table(
    {
        "event_id": ["attack", "undated", "flood", "walk"],
        "date_start": pa.array([date(2022, 12, 2), None, date(2022, 12, 2), date(2022, 12, 1)], pa.date32()),
        "date_end": pa.array([date(2022, 12, 2), None, date(2022, 12, 4), None], pa.date32()),
        "event_type": ["ASSAULT", "ASSAULT", "OTHER", "OTHER"],
        "modes": pa.array([["firearms"], [], ["disaster"], ["sport"]], pa.list_(pa.string())),
    }
)


@pytest.mark.parametrize(
    ("first", "last", "event_type", "show_all", "picked"),
    [
        (None, None, None, True, ["attack", "undated", "flood", "walk"]),
        (None, None, None, False, ["attack", "undated", "flood"]),
        (None, None, "OTHER", False, ["flood", "walk"]),
        (date(2022, 12, 2), date(2022, 12, 2), None, True, ["attack", "flood"]),
        (date(2022, 12, 3), None, None, True, ["flood"]),
        (None, date(2022, 12, 1), None, True, ["walk"]),
        (None, date(2022, 12, 1), None, False, []),
    ],
)
def test_events_are_picked_by_day_and_type(
    first: date | None, last: date | None, event_type: str | None, show_all: bool, picked: list[str]
) -> None:
    pick = within(first, last, event_type, show_all)
    # In pieces, as a filtered or concatenated table is.
    events = pa.concat_tables([EVENTS[:1], EVENTS[1:]])
    found = events.filter(pick(events)) if pick else events
    assert found["event_id"].to_pylist() == picked


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2022, 12, 2), date(2022, 12, 2), "day", "2022-12-02 Friday"),
        (date(2021, 8, 1), date(2021, 8, 31), "month", "2021-08"),
        (date(2021, 1, 1), date(2021, 12, 31), "year", "2021"),
        (date(2022, 11, 28), date(2022, 12, 4), "week", "2022-11-28 to 2022-12-04 (week)"),
        (None, None, None, "no date"),
    ],
)
def test_a_date_is_never_shown_more_precise_than_known(
    start: date | None, end: date | None, precision: str | None, words: str
) -> None:
    assert when(EVENT._replace(date_start=start, date_end=end, date_precision=precision)) == words


@pytest.mark.parametrize(
    ("named", "described", "told"),
    [
        (["Red Falcons"], ["gunmen", "men"], ["Red Falcons", "gunmen"]),
        ([], ["convoy", "people", "consulate convoy", "cars"], ["consulate convoy", "cars"]),
        ([], ["guard", "embassy guards"], ["embassy guards"]),
        ([], ["police", "US police", "Iraqi police"], ["US police", "Iraqi police"]),
        ([], ["men"], ["men"]),
        (["Ann Smith"], ["people"], ["Ann Smith"]),
        ([], [], []),
    ],
)
def test_participants_are_names_first_and_descriptions_that_add_to_them(
    named: list[str], described: list[str], told: list[str]
) -> None:
    found = [{"name": name, "entity_id": None} for name in described]
    found += [{"name": name, "entity_id": "e"} for name in named]
    assert told_of(found) == told


def test_where_an_event_is_placed_by_the_dateline_alone_is_said() -> None:
    assert "place of the dateline" not in _text(EVENT)
    assert "in Basra  (place of the dateline; " in _text(EVENT._replace(place_basis="dateline"))


def test_of_many_participants_the_first_are_shown() -> None:
    assert "a, b, c, d, e, f and 2 more" in _text(EVENT._replace(recipients=list("abcdefgh")))


def _text(event: TimelineEvent) -> str:
    return "\n".join("".join(text for text, _ in line) for line in _lines(event))


def test_copies_are_counted_apart() -> None:
    assert counted(EVENT) == "2 reports, 1 copy: Courier"
    assert counted(EVENT._replace(reports=1, copies=0, sources=[])) == "1 report"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timeline")
    body = "BASRA: Gunmen attacked a convoy in Basra on Friday, killing two people, the police said."
    report(folder / "in", "a", "2024-03-02", "Gunmen attack convoy", body)
    report(folder / "in", "b", "2024-03-02", "Gunmen attack convoy", body)
    report(folder / "in", "c", "2024-03-02", "Vote", "Chad elected a new parliament on Thursday.")
    ingest(folder / "out", folder / "in")
    return folder / "out"


def test_an_exact_copy_is_no_second_report(store: Path) -> None:
    attacks = [event for event in read_timeline(str(store)).events if event.event_type == "ASSAULT"]
    assert attacks
    assert all((event.reports, event.copies) == (1, 1) for event in attacks)
    assert any(event.date_start == date(2024, 3, 1) for event in attacks)


def test_events_that_turned_out_to_be_one_are_shown_as_one(tmp_path: Path) -> None:
    report(tmp_path / "in", "a", "2024-03-02", "Storm", "A storm sank a ferry off Ardesh on Friday.")
    report(tmp_path / "in", "b", "2024-03-02", "Vote", "Chad elected a new parliament on Friday.")
    ingest(tmp_path / "out", tmp_path / "in")
    before = read_timeline(str(tmp_path / "out")).events
    one, other = before[:2]
    ledger = [Merge("event", one.event_id, other.event_id, "word", 0.8, date(2024, 3, 3))]
    rows = pa.Table.from_pylist([merge._asdict() for merge in ledger], TABLES["merges"].schema)
    rows = rows.append_column("month", [["2024-03"]])
    write_deltalake(str(tmp_path / "out" / "merges"), rows, mode="append")
    after = {event.event_id: event for event in read_timeline(str(tmp_path / "out")).events}
    assert set(after) == {event.event_id for event in before} - {one.event_id}
    assert after[other.event_id].mentions == one.mentions + other.mentions
    assert after[other.event_id].first_reported == min(one.first_reported, other.first_reported)


def test_a_limit_takes_the_events_that_begin_last(store: Path) -> None:
    whole = read_timeline(str(store))
    assert whole.left_out == 0
    dated = [event.date_start for event in whole.events if event.date_start]
    assert len(set(dated)) > 1
    for country in (None, "IRQ"):
        some = read_timeline(str(store), country=country, limit=1)
        assert [event.date_start for event in some.events] == [max(dated)]
        assert some.left_out == len(read_timeline(str(store), country=country).events) - 1


def test_what_a_limit_leaves_out_is_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["timeline", str(store), "--limit", "1"])
    shown = capsys.readouterr().out
    assert re.match(r"the last 1 events?; \d+ earlier or undated events? (is|are) left out", shown)
    main(["timeline", str(store), "--limit", "0"])
    assert "left out" not in capsys.readouterr().out
    main(["timeline", str(store), "--json", "--limit", "1"])
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_json_lines(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(store), "--json", "--type", "ASSAULT"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {event["event_type"] for event in events} == {"ASSAULT"}
    assert {"2024-03-01"} <= {event["date_start"] for event in events}


def test_terminal(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["timeline", str(store)])
    shown = capsys.readouterr().out
    assert "2024-03-01 Friday" in shown
    assert "ASSAULT" in shown
    assert "1 report, 1 copy" in shown
    main(["timeline", str(store), "--from", "2025-01-01"])
    assert "no events" in capsys.readouterr().out


def test_a_terminal_of_letters_alone(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), "ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["timeline", str(store), "--all"]) == 0
    terminal.flush()
    assert b"\\xb7" in terminal.buffer.getvalue()  # type: ignore[attr-defined]


def test_no_tables_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no tables in"):
        main(["timeline", str(tmp_path)])
