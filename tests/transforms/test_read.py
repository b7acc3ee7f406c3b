"""Reading: every byte of every file ends in a record or in a dead letter."""

import gzip
import io
import json
import os
import tracemalloc
from pathlib import Path
from typing import Union

import fastavro
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from schemas import avro
from schemas.records import DeadLetter, RawRecord
from schemas.runs import FilePart
from transforms.files import find_files, report_marks, source_id, would_find
from transforms.read import ALL, read_file, read_part

LIMIT = 1000


def read(path: str, data: bytes, limit: int = LIMIT) -> list[Union[RawRecord, DeadLetter]]:
    return list(read_file(path, lambda _: io.BytesIO(data), limit))


def reasons(found: list[Union[RawRecord, DeadLetter]]) -> list[str]:
    return [f.reason if isinstance(f, DeadLetter) else "ok" for f in found]


PACKERS = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}
PACKED = pytest.mark.parametrize("ending", PACKERS)


@PACKED
def test_text_is_one_record(ending: str) -> None:
    assert read(f"a.txt{ending}", PACKERS[ending](b" date 2022-12-04 Rain\nIt rained.")) == [
        RawRecord(f"a.txt{ending}", 0, "text", b" date 2022-12-04 Rain\nIt rained.")
    ]


@PACKED
def test_json_lines_are_records_by_line(ending: str) -> None:
    found = read(f"a.jsonl{ending}", PACKERS[ending](b'{"id": 1}\n\n{"id": 2}'))
    assert [(f.position, f.payload) for f in found] == [(1, b'{"id": 1}'), (3, b'{"id": 2}')]


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_a_cut_archive_is_a_dead_letter(ending: str) -> None:
    packed = PACKERS[ending](b" date 2022-12-04 Rain\nIt rained. " + bytes(range(256)))
    for cut in range(1, len(packed)):
        found = read(f"a.txt{ending}", packed[:cut])
        assert reasons(found) == ["broken archive"], cut
        assert found[0].payload == packed[:cut]


def test_lines_before_the_break_are_kept() -> None:
    line = b'{"id": "%d", "text": "' + bytes(range(65, 91)) * 20 + b'"}\n'
    packed = gzip.compress(b"".join(line % i for i in range(300)))
    found = read("a.jsonl.gz", packed[: len(packed) * 2 // 3])
    assert reasons(found)[-1] == "broken archive"
    assert set(reasons(found)[:-1]) == {"ok"}
    assert len(found) > 2


def test_members_one_after_another_are_read() -> None:
    for ending in (".gz", ".zst"):
        packed = PACKERS[ending](b"one\n") + PACKERS[ending](b"two\n")
        assert [f.payload for f in read(f"a.jsonl{ending}", packed)] == [b"one", b"two"]


def test_no_archive_at_all() -> None:
    assert reasons(read("a.txt.gz", b"plain text")) == ["broken archive"]
    assert reasons(read("a.txt.zst", b"plain text")) == ["broken archive"]


def test_too_large_a_line_costs_only_itself() -> None:
    found = read("a.jsonl", b"x" * (LIMIT + 1) + b"\n{}\n" + b"y" * LIMIT + b"\n")
    assert reasons(found) == ["too large", "ok", "ok"]
    assert len(found[0].payload) <= LIMIT + 1
    assert found[1].position == 2


def test_too_large_a_text_is_a_dead_letter() -> None:
    assert reasons(read("a.txt", b"x" * (LIMIT + 1))) == ["too large"]


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_a_bomb_is_refused_in_bounded_memory(ending: str) -> None:
    bomb = PACKERS[ending](bytes(400 << 20))
    tracemalloc.start()
    try:
        assert reasons(read(f"a.txt{ending}", bomb, limit=10 << 20)) == ["too large"]
        assert reasons(read(f"a.jsonl{ending}", bomb, limit=10 << 20)) == ["too large"]
        assert tracemalloc.get_traced_memory()[1] < 200 << 20
    finally:
        tracemalloc.stop()


RECORD = {
    "id": "7", "published": "2022-12-04", "text": "It rained.", "title": None, "source": "Courier",
    "url": None, "language": "en",
}  # fmt: skip


def test_avro_container_by_our_schema() -> None:
    file = io.BytesIO()
    fastavro.writer(file, fastavro.parse_schema(avro.load("article")), [RECORD, RECORD])
    found = read("a.avro", file.getvalue())
    assert [json.loads(f.payload) for f in found] == [RECORD, RECORD]
    assert [f.position for f in found] == [1, 2]
    assert "broken archive" in reasons(read("a.avro", file.getvalue()[:-40]))


def test_a_row_that_is_null_is_no_end() -> None:
    file = io.BytesIO()
    fastavro.writer(file, ["null", "string"], ["one", None, "three"])
    found = read("a.avro", file.getvalue())
    assert [(f.position, f.payload) for f in found] == [(1, b'"one"'), (2, b"null"), (3, b'"three"')]


def test_parquet_rows() -> None:
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([RECORD, RECORD]), file)
    assert [json.loads(f.payload) for f in read("a.parquet", file.getvalue())] == [RECORD, RECORD]
    assert reasons(read("a.parquet", b"PAR1")) == ["broken archive"]


def test_of_a_row_what_is_no_report_s_is_passed_over() -> None:
    row = {"id": "7", "published": "2022-12-04", "text": "It rained."}
    schema = {
        "type": "record",
        "name": "Crawled",
        "fields": [*({"name": name, "type": "string"} for name in row), {"name": "picture", "type": "bytes"}],
    }
    file = io.BytesIO()
    fastavro.writer(file, fastavro.parse_schema(schema), [row | {"picture": b"\xff\xd8"}])
    assert [json.loads(f.payload) for f in read("a.avro", file.getvalue())] == [row]

    table = pa.Table.from_pylist([row | {"picture": b"\xff\xd8"}])
    crawled = pa.array([1_670_112_000_000_000_123], pa.timestamp("ns"))
    file = io.BytesIO()
    pq.write_table(table.append_column("crawled", crawled), file)
    assert [json.loads(f.payload) for f in read("a.parquet", file.getvalue())] == [row]

    file = io.BytesIO()
    pq.write_table(pa.table({"headline": ["Rain"]}), file)
    assert [json.loads(f.payload) for f in read("a.parquet", file.getvalue())] == [{"headline": "Rain"}]


@pytest.mark.parametrize(
    ("moments", "kind", "written"),
    [
        ([1_670_148_000_000_000_123], pa.timestamp("ns"), ["2022-12-04 10:00:00.000000123"]),
        ([1_670_148_000_000_000], pa.timestamp("us", "UTC"), ["2022-12-04 10:00:00.000000Z"]),
        (
            [1_670_148_000, 1 << 40],
            pa.timestamp("s"),
            ["2022-12-04 10:00:00.000", "<value out of range: 1099511627776000>"],
        ),
        ([19_330], pa.date32(), ["2022-12-04"]),
    ],
)
def test_moments_of_parquet_are_text(moments: list[int], kind: pa.DataType, written: list[str]) -> None:
    file = io.BytesIO()
    pq.write_table(pa.table({"id": ["7"] * len(moments), "published": pa.array(moments, kind)}), file)
    assert [json.loads(f.payload)["published"] for f in read("a.parquet", file.getvalue())] == written


@given(
    st.lists(st.binary(max_size=40).filter(lambda line: b"\n" not in line)), st.sampled_from(sorted(PACKERS))
)
def test_no_line_is_lost(lines: list[bytes], ending: str) -> None:
    found = read(f"a.jsonl{ending}", PACKERS[ending](b"\n".join(lines)))
    assert [f.payload for f in found] == [line for line in lines if line.strip()]
    assert all(lines[f.position - 1] == f.payload for f in found)


def test_files_are_told_by_their_endings(tmp_path: Path) -> None:
    names = (
        "b.txt",
        "a.jsonl.gz",
        "C.TXT",
        "README.md",
        ".hidden.txt",
        ".git/e.txt",
        "deep/c.txt.zst",
        "d.txt.bz2",
    )
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    found = find_files(str(tmp_path))
    assert [str(Path(path).relative_to(tmp_path)) for path in found.reports] == [
        "C.TXT", "a.jsonl.gz", "b.txt", "deep/c.txt.zst",
    ]  # fmt: skip
    assert [Path(path).name for path in found.others] == ["README.md", "d.txt.bz2"]
    assert find_files(str(tmp_path / "*.txt")).reports == [str(tmp_path / "b.txt")]


@pytest.mark.parametrize(
    "pattern",
    [
        "", "in", "in/", "in/out", "in/**", "in/**/*.parquet", "in/*", "in/*.parquet", "in/*/*.parquet", "link",
        "link/**", "in/o*/**", "in/.hidden", "other", "in/out/a.parquet", "i?/[o]ut/*.parquet", "**/a.parquet",
    ],
)  # fmt: skip
def test_a_file_would_be_found_where_it_is(pattern: str, tmp_path: Path) -> None:
    names = ["a", "in/a", "in/out/a", "in/out/_log/a", "in/.hidden/a", "in/out/deep/a", "other/a"]
    paths = [tmp_path / f"{name}.parquet" for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    named = str(tmp_path / pattern)
    found = {os.path.realpath(path) for path in find_files(named).reports if path != named}
    for path in paths:
        assert would_find(named, str(path)) == (str(path) in found), path


def test_source_id_is_the_name_without_its_endings() -> None:
    assert source_id("gs://feed/004_bb.txt.gz") == "004_bb"
    assert source_id("a.b.TXT") == "a.b"


LINES = b"".join(b'{"id": "%d"}\n' % number for number in range(1, 6))


def part(positions: str, data: bytes = LINES) -> list[RawRecord | DeadLetter]:
    return list(read_part(FilePart("a.jsonl", positions), lambda _: io.BytesIO(data), 100))


def test_a_part_is_read_no_further_than_it_must() -> None:
    assert [record.position for record in part("2-3,5")] == [2, 3, 5]
    file = io.BytesIO(LINES * 200_000)
    assert len(list(read_part(FilePart("a.jsonl", "1-2"), lambda _: file, 100))) == 2
    assert file.closed
    assert [record.position for record in part(ALL)] == [1, 2, 3, 4, 5]


def test_what_is_gone_of_a_part_is_a_letter() -> None:
    """A file may change between the look at it and its slice."""

    def gone(_: str) -> io.BytesIO:
        raise FileNotFoundError("gone")

    (letter,) = read_part(FilePart("a.jsonl", "1-2000"), gone, 100)
    assert isinstance(letter, DeadLetter)
    assert letter.reason == "unreadable file"
    *came, letter = part("4-7")
    assert [record.position for record in came] == [4, 5]
    assert isinstance(letter, DeadLetter)
    assert "2 records that were there are gone" in letter.message


def test_zeros_behind_a_packed_file_are_no_break() -> None:
    packed = gzip.compress(LINES)
    for zeros in (1, 100, 70_000, 200_000):
        found = list(read_file("a.jsonl.gz", lambda _: io.BytesIO(packed + bytes(zeros)), 100))  # noqa: B023
        assert [type(record) for record in found] == [RawRecord] * 5


def test_linked_folders_are_read_and_rings_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").touch()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "real")
    (tmp_path / "in" / "ring").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "nowhere.txt").symlink_to(tmp_path / "gone")
    found = [str(tmp_path / "in" / name) for name in ("link/a.txt", "nowhere.txt")]
    assert find_files(str(tmp_path / "in")).reports == found
    assert [(mark.path, mark.size) for mark in report_marks([str(tmp_path / "in")])] == [
        (p, 0) for p in found
    ]
