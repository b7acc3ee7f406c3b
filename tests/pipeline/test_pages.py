"""Web pages and archives of them, through the whole program."""

import importlib.util
from pathlib import Path

import pytest

from pipeline.launch import settings_of
from pipeline.options import build_parser
from pipeline.slices import cut, is_large, scan
from tests.pipeline.runs import files, ingest, rows
from tests.web import LEAD, META, Capture, archive, page

STORM = (
    "A storm tore the roof off a school in Northwick on Monday, injuring three pupils.",
    "“It sounded like a train,” said the head teacher, Maria Quist.",
)


def storm(day: int) -> bytes:
    meta = META.replace("2023-05-16", f"2023-05-{day:02}")
    return page(meta, title=f"Storm {day} tears roof off school", body=STORM).encode()


def fill(folder: Path) -> Path:
    """A page, and an archive that breaks off behind a page without a day and some of other days."""
    folder.mkdir()
    (folder / "ferry.html").write_text(page(), "utf-8")
    captures = [Capture("https://a.example/logo.png", b"\x89PNG", headers=(("Content-Type", "image/png"),))]
    captures += [
        Capture(f"https://a.example/{day}", storm(day), day="2023-06-01T00:00:00Z") for day in (9, 3, 6)
    ]
    captures.append(Capture("https://a.example/index", page("").encode()))
    (folder / "crawl.warc.gz").write_bytes(archive(captures) + archive(captures[1:2])[:-20])
    return folder


@pytest.mark.model
def test_pages_are_ingested_in_whole_and_in_slices(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in")
    run = ingest(tmp_path / "out", folder, "--max-dead-letters", "0.5")
    assert (run["articles_in"], run["articles_new"], run["dead_letters"]) == (6, 4, 2)
    found = rows(tmp_path / "out")
    assert sorted((a.source_id, a.published.day) for a in found["articles"]) == [
        ("ferry", 16), ("https://a.example/3", 3), ("https://a.example/6", 6), ("https://a.example/9", 9),
    ]  # fmt: skip
    (sentence,) = (s for s in found["sentences"] if s.text == LEAD)
    assert (sentence.date_text, sentence.date_basis, sentence.date_start.day) == (
        "Tuesday morning",
        "relative",
        16,
    )
    assert {m.event_type for m in found["event_mentions"]}
    letters = {letter.position: letter for letter in found["dead_letters"]}
    assert {position: letter.reason for position, letter in letters.items()} == {
        5: "missing field", 6: "broken archive",
    }  # fmt: skip
    # What was refused is there to be read again: the record is an archive by itself.
    (tmp_path / "again.warc").write_bytes(letters[5].payload)
    with pytest.raises(SystemExit):
        ingest(tmp_path / "again", tmp_path / "again.warc")

    before = files(tmp_path / "out")
    again = ingest(tmp_path / "out", folder, "--max-dead-letters", "0.5")
    assert (again["articles_new"], again["articles_known"], again["dead_letters"]) == (0, 4, 2)
    assert len(files(tmp_path / "out")) == len(before) + 1

    ingest(tmp_path / "sliced", folder, "--max-dead-letters", "0.5", "--slice-reports", "2")
    sliced = rows(tmp_path / "sliced")
    for name in ("articles", "sentences", "claims", "mentions", "dead_letters"):
        assert [row[0] for row in sliced[name]] == [row[0] for row in found[name]], name


def test_a_slice_is_measured_by_what_pages_say(tmp_path: Path) -> None:
    markup = "<script>" + "var filler = 0;" * 20_000 + "</script>"
    captures = [Capture(f"https://a.example/{n}", page(META + markup).encode()) for n in range(8)]
    (tmp_path / "a.warc.gz").write_bytes(archive(captures))
    settings = settings_of(build_parser().parse_args(["ingest", "x", "-o", "y"]))
    patterns = [str(tmp_path)]
    assert not is_large(patterns, settings, 1000)
    found = scan(patterns, settings, str(tmp_path / "out"), 1000).records
    assert [record.position for record in found] == list(range(1, 9))
    assert len(cut(found)) == 1


@pytest.mark.parametrize("named", ["in", "in/ferry.html", "in/*.warc.gz"])
def test_without_the_extra_one_line_says_what_to_install(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "in")
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *a: None if name == "trafilatura" else found(name, *a)
    )
    with pytest.raises(SystemExit) as ended:
        ingest(tmp_path / "out", tmp_path / named)
    printed = str(ended.value)
    assert "\n" not in printed
    assert "need the extra 'html' (trafilatura not found): pip install" in printed
    assert not (tmp_path / "out").exists()
