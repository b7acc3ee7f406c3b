"""WARC archives: every page of them is a record by itself, and a break costs only what is behind it."""

import gzip
import io
import tracemalloc
from typing import Union

import pytest
import zstandard
from warcio.archiveiterator import ArchiveIterator

from schemas.records import DeadLetter, RawRecord
from schemas.runs import FilePart
from tests.web import Capture, archive, page
from transforms.read import read_file, read_part

IMAGE = (("Content-Type", "image/png"),)
PAGE = page().encode()
CAPTURES = [
    Capture("https://a.example/1", b"", None, (), "metadata"),
    Capture("https://a.example/1", PAGE),
    Capture("https://a.example/1", b"", "GET /1 HTTP/1.1", (("Host", "a.example"),), "request"),
    Capture("https://a.example/logo.png", bytes(range(256)), headers=IMAGE),
    Capture("https://a.example/old", b"moved", "301 Moved"),
    Capture("https://a.example/gone", b"<html>gone</html>", "404 Not Found"),
    Capture("https://a.example/2", PAGE, headers=(("content-type", "TEXT/HTML"),)),
    Capture("https://a.example/3", PAGE, headers=(("Content-Type", "application/xhtml+xml; charset=utf-8"),)),
]
PAGES = [2, 7, 8]
PACKERS = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}


def read(data: bytes, ending: str = "", limit: int = 100_000) -> list[Union[RawRecord, DeadLetter]]:
    return list(read_file(f"a.warc{ending}", lambda _: io.BytesIO(data), limit))


def reasons(found: list[Union[RawRecord, DeadLetter]]) -> list[str]:
    return [f.reason if isinstance(f, DeadLetter) else "ok" for f in found]


@pytest.mark.parametrize("ending", PACKERS)
def test_pages_are_records_and_nothing_else_is(ending: str) -> None:
    """Packed as a whole, too, as some tools do it, and not a member a record."""
    data = archive(CAPTURES, gzip=False)
    found = read(PACKERS[ending](data), ending)
    assert [record.position for record in found] == PAGES
    assert {record.form for record in found if isinstance(record, RawRecord)} == {"warc"}
    assert found == [r._replace(source_uri=f"a.warc{ending}") for r in read(data)]


def test_a_record_is_an_archive_by_itself() -> None:
    """So that a dead letter's bytes, in a file of their own, are read again."""
    for record in read(archive(CAPTURES), ".gz"):
        assert [r.payload for r in read(record.payload)] == [record.payload]
        (whole,) = ArchiveIterator(io.BytesIO(record.payload))
        assert whole.rec_headers.get_header("WARC-Target-URI").startswith("https://a.example/")


@pytest.mark.parametrize("ending", ["", ".gz"])
def test_a_cut_archive_keeps_what_came_before(ending: str) -> None:
    small = [c._replace(block=b"<html>words</html>") if c.block == PAGE else c for c in CAPTURES]
    data = archive(small, gzip=bool(ending))
    whole, borders = read(data, ending), 0
    for cut in range(1, len(data)):
        *found, last = read(data[:cut], ending) or [None]
        if isinstance(last, DeadLetter):
            assert reasons([last]) == ["broken archive"]
            assert "record" in last.message
        else:
            # Between two records an archive may end; behind their blank lines, or before.
            borders += 1
            found = [*found, last] if last else found
        assert found == whole[: len(found)]
    assert borders <= len(CAPTURES) * (5 if not ending else 1)


@pytest.mark.parametrize("data", [
    b"It rained.", b"WARC/1.0", b"WARC/1.0\r\n\r\n", b"WARC/1.0\r\nContent-Length: many\r\n\r\n", b"x" * 200_000,
    b"WARC/1.0\r\nContent-Length: -1\r\n\r\n", b"WARC/1.0\r\n" + b"a: b\r\n" * 50_000, b"\r\n\r\nWAR",
    archive(CAPTURES[:1], gzip=False) + b"and more",
])  # fmt: skip
def test_what_is_no_archive(data: bytes) -> None:
    found = read(data)
    assert reasons(found) == ["broken archive"]
    assert found[0].payload
    assert "record" in found[0].message  # type: ignore[union-attr]


def test_an_archive_of_nothing_has_no_records() -> None:
    assert read(b"") == read(b"\r\n\r\n") == []


def test_too_large_a_page_costs_only_itself() -> None:
    large = Capture("https://a.example/large", b"<html>" + b"word " * 10_000)
    found = read(archive([CAPTURES[1], large, CAPTURES[1]]), ".gz", 20_000)
    assert reasons(found) == ["ok", "too large", "ok"]
    assert len(found[1].payload) == 20_000
    # What is no page may be of any size.
    assert reasons(read(archive([large._replace(headers=IMAGE), CAPTURES[1]]), ".gz", 20_000)) == ["ok"]


def test_large_records_and_bombs_are_passed_over_in_bounded_memory() -> None:
    large = archive(
        [Capture("https://a.example/film", bytes(40 << 20), headers=IMAGE), CAPTURES[1]], gzip=False
    )
    bomb = gzip.compress(
        archive([Capture("https://a.example/film", bytes(80 << 20), headers=IMAGE)], gzip=False)
    )
    tracemalloc.start()
    try:
        assert reasons(read(large)) == ["ok"]
        assert reasons(read(bomb, ".gz")) == ["too large"]
        assert tracemalloc.get_traced_memory()[1] < 20 << 20
    finally:
        tracemalloc.stop()


def test_parts_are_read_by_position() -> None:
    file = io.BytesIO(archive(CAPTURES * 500))
    found = list(read_part(FilePart("a.warc.gz", "7-8"), lambda _: file, 100_000))
    assert [record.position for record in found] == [7, 8]
