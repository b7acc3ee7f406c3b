"""Read report files into raw records, and refuse what cannot be read.

    raw, refused = parts | ReadRecords(max_record_bytes=...)

Takes FileParts: patterns (files, folders, globs, on any file system that Beam knows), or files of which
some records are wanted. Gives RawRecord: the whole of a text report or a web page, a line of JSON lines, a
row of an Avro container or a Parquet file, a record of a WARC archive that is a web page; and DeadLetter
for what is broken, too large or a decompression bomb. Counts `files` and `bytes`.

A broken file costs only what is behind the break: the lines before it are kept. Records of a WARC archive
that are no web page (requests, pictures, redirects, errors) are passed over.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, Literal, NamedTuple, Union

import apache_beam as beam
import fastavro
import pyarrow as pa
import pyarrow.parquet as pq
import zstandard
from apache_beam.io.filesystem import BeamIOError, CompressionTypes
from apache_beam.io.filesystems import FileSystems
from apache_beam.metrics.metric import Metrics
from apache_beam.pvalue import PCollection, TaggedOutput

from schemas import avro
from schemas.records import DeadLetter, RawRecord
from schemas.runs import FilePart
from transforms.dead_letters import Refused, dead_letter
from transforms.files import find_files
from transforms.warc import BrokenWarc, is_page, warc_records

CHUNK = 1 << 20
# A file that unpacks to over 200 times its size is no text: gzip reaches 10 on news, 25 on JSON lines of
# one source. Small files are let off.
MAX_EXPANSION = 200
EXPANSION_FROM = 64 << 20

COMPRESSIONS = (".gz", ".zst")
FORM_OF_ENDING = {
    ".txt": "text", ".jsonl": "json", ".avro": "avro", ".parquet": "parquet", ".html": "html", ".htm": "html",
    ".warc": "warc",
}  # fmt: skip

# What is read of a row; what else a container has may be of any kind.
FIELDS = tuple(field["name"] for field in avro.load("article")["fields"])

# Positions of a FilePart: all records of this very file.
ALL = "*"
# Behind the last row of a container: a row may be null.
_END = object()


class Records(NamedTuple):
    """What ReadRecords gives."""

    raw: PCollection[RawRecord]
    refused: PCollection[DeadLetter]


def _files_of(part: FilePart) -> list[FilePart]:
    return [part] if part.positions else [FilePart(path, ALL) for path in find_files(part.path).reports]


def written_positions(positions: Iterable[int]) -> str:
    """Return numbers as FilePart writes them: 1, 2, 3 and 5 as "1-3,5"."""
    runs: list[list[int]] = []
    for position in sorted(set(positions)):
        if runs and position == runs[-1][1] + 1:
            runs[-1][1] = position
        else:
            runs.append([position, position])
    return ",".join(f"{first}-{last}" if first < last else f"{first}" for first, last in runs)


def read_positions(written: str) -> set[int]:
    """Return the numbers that FilePart writes so."""
    ends = [[int(end) for end in part.split("-")] for part in written.split(",") if part]
    return {position for first, *last in ends for position in range(first, (last or [first])[0] + 1)}


class ReadRecords(beam.PTransform):
    """Read the files that parts name, as the module promises."""

    def __init__(self, *, max_record_bytes: int):
        super().__init__()
        self._limit = max_record_bytes

    def expand(self, parts: PCollection[FilePart]) -> Records:  # noqa: D102
        read = (
            parts
            | "FindFiles" >> beam.FlatMap(_files_of).with_output_types(FilePart)
            # One file, named by two patterns, is read once; the shuffle also spreads the files.
            | "Once" >> beam.Distinct()
            | "Spread" >> beam.Reshuffle()
            | "ReadFile" >> beam.ParDo(_ReadFn(self._limit)).with_outputs("refused", main="raw")
        )
        return Records(read.raw, read.refused)


class _ReadFn(beam.DoFn):
    def __init__(self, limit: int):
        self._limit = limit
        self._files = Metrics.counter("ReadRecords", "files")
        self._bytes = Metrics.counter("ReadRecords", "bytes")

    def process(
        self, part: FilePart
    ) -> Iterable[Union[RawRecord, TaggedOutput[Literal["refused"], DeadLetter]]]:
        self._files.inc()
        for record in read_part(part, open_file, self._limit):
            self._bytes.inc(len(record.payload))
            yield TaggedOutput("refused", record) if isinstance(record, DeadLetter) else record


def open_file(path: str) -> BinaryIO:
    """Open a file as it lies, packed or not, on any file system that Beam knows."""
    return FileSystems.open(path, compression_type=CompressionTypes.UNCOMPRESSED)


def read_part(
    part: FilePart, opened: Callable[[str], BinaryIO], limit: int
) -> Iterator[Union[RawRecord, DeadLetter]]:
    """Yield the records of a part of a file, as read_file does; nothing behind the last one wanted is read.

    If some do not come, because the file has changed since it was looked at, a dead letter says so.
    """
    if part.positions == ALL:
        yield from read_file(part.path, opened, limit)
        return
    missing = read_positions(part.positions)
    others = []
    for record in read_file(part.path, opened, limit):
        if record.position in missing:
            missing.remove(record.position)
            yield record
        elif isinstance(record, DeadLetter):
            others.append(record)
        if not missing:
            return
    if others:
        # What ended the reading says why.
        yield others[-1]
        return
    message = f"{part.path}: changed while it was read: {len(missing)} records that were there are gone"
    yield dead_letter(part.path, min(missing), "read", Refused("unreadable file", message), b"")


def read_file(
    path: str, opened: Callable[[str], BinaryIO], limit: int
) -> Iterator[Union[RawRecord, DeadLetter]]:
    """Yield the records of one file, and a dead letter for each that cannot be read.

    `limit` is in bytes, of one record. Positions count from 1; a text file or a page is position 0.
    """
    uri, form = path, _form(path)
    try:
        with opened(path) as file:
            if form in ("text", "html"):
                yield _read_text(uri, file, path, form, limit)
            elif form == "warc":
                yield from _read_warc(uri, file, path, limit)
            elif form == "json":
                yield from _read_lines(uri, file, path, limit)
            else:
                yield from _read_rows(uri, file, form, limit)
    except (OSError, BeamIOError) as error:
        yield dead_letter(uri, 0, "read", Refused("unreadable file", f"{path}: {error}"), b"")


def _form(path: str) -> str:
    bare = path.lower()
    for compression in COMPRESSIONS:
        bare = bare.removesuffix(compression)
    return FORM_OF_ENDING[bare[bare.rindex(".") :]]


def _read_text(uri: str, file: BinaryIO, path: str, form: str, limit: int) -> Union[RawRecord, DeadLetter]:
    """The whole file as one record. What is refused is kept as it lies, packed."""
    data = bytearray()
    try:
        for chunk in unpacked(file, path):
            data += chunk
            if len(data) > limit:
                raise Refused("too large", f"{path}: over the limit of {limit:,} bytes a record")
    except Refused as refused:
        file.seek(0)
        return dead_letter(uri, 0, "read", refused, file.read(limit))
    return RawRecord(uri, 0, form, bytes(data))


def _read_warc(uri: str, file: BinaryIO, path: str, limit: int) -> Iterator[Union[RawRecord, DeadLetter]]:
    """A record a page, as it lies in the archive: by itself an archive of one record."""
    position = 1
    try:
        for record in warc_records(unpacked(file, path), path, limit):
            position = record.position + 1
            if not is_page(record):
                continue
            if record.is_cut:
                where = f"{path}, record {record.position}"
                refused = Refused("too large", f"{where}: over the limit of {limit:,} bytes")
                yield dead_letter(uri, record.position, "read", refused, record.payload)
            else:
                yield RawRecord(uri, record.position, "warc", record.payload)
    except BrokenWarc as broken:
        yield dead_letter(uri, broken.position, "read", broken, broken.rest)
    except Refused as refused:
        yield dead_letter(
            uri, position, "read", Refused(refused.reason, f"{refused.message}, at record {position}"), b""
        )


def _read_lines(uri: str, file: BinaryIO, path: str, limit: int) -> Iterator[Union[RawRecord, DeadLetter]]:
    """A record a line. A line over the limit is read past, its first `limit` bytes are kept."""
    line, too_long, number = bytearray(), False, 1

    def finished() -> Iterator[Union[RawRecord, DeadLetter]]:
        if too_long:
            refused = Refused("too large", f"{path}, line {number}: over the limit of {limit:,} bytes")
            yield dead_letter(uri, number, "read", refused, bytes(line))
        elif line.strip():
            yield RawRecord(uri, number, "json", bytes(line))

    try:
        for chunk in unpacked(file, path):
            *ended, rest = chunk.split(b"\n")
            for piece in ended:
                line += piece[: limit + 1 - len(line)]
                too_long = too_long or len(line) > limit
                yield from finished()
                line, too_long, number = bytearray(), False, number + 1
            line += rest[: limit + 1 - len(line)]
            too_long = too_long or len(line) > limit
        yield from finished()
    except Refused as refused:
        at = Refused(refused.reason, f"{refused.message}, at line {number}")
        yield dead_letter(uri, number, "read", at, bytes(line))


def _read_rows(uri: str, file: BinaryIO, form: str, limit: int) -> Iterator[Union[RawRecord, DeadLetter]]:
    """A record a row of a container, as the JSON line that it could have been."""
    rows = _avro_rows(file) if form == "avro" else _parquet_rows(file)
    number = 0
    while True:
        try:
            row = next(rows, _END)
        except Exception as error:
            # Whatever a decoder of foreign bytes raises, the bytes are at fault.
            message = f"{uri}, after record {number}: {error or type(error).__name__}"
            yield dead_letter(uri, number + 1, "read", Refused("broken archive", message), b"")
            return
        if row is _END:
            return
        number += 1
        try:
            payload = json.dumps(row, default=_plain, ensure_ascii=False).encode("utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            refused = Refused("undecodable bytes", f"{uri}, record {number}: {error}")
            yield dead_letter(uri, number, "read", refused, repr(row).encode()[:limit])
            continue
        if len(payload) > limit:
            refused = Refused("too large", f"{uri}, record {number}: over the limit of {limit:,} bytes")
            yield dead_letter(uri, number, "read", refused, payload[:limit])
        else:
            yield RawRecord(uri, number, "json", payload)


def _plain(value: Any) -> str:
    """What JSON has no form for: bytes are text in UTF-8, days and times ISO 8601."""
    return value.decode() if isinstance(value, bytes) else str(value)


def _avro_rows(file: BinaryIO) -> Iterator[object]:
    for row in fastavro.reader(file):
        named = {name: row[name] for name in FIELDS if name in row} if isinstance(row, dict) else row
        yield named or row


def _parquet_rows(file: BinaryIO) -> Iterator[object]:
    # In this thread alone: see transforms/store.py on Arrow's threads and Python's files.
    parquet = pq.ParquetFile(pa.PythonFile(file, mode="r"), pre_buffer=False)
    named = [name for name in FIELDS if name in parquet.schema_arrow.names]
    for batch in parquet.iter_batches(batch_size=64, columns=named or None, use_threads=False):
        # As text, a moment may be finer than Python's, or beyond its calendar.
        columns = [
            column.cast(pa.string()) if pa.types.is_temporal(column.type) and name in FIELDS else column
            for name, column in zip(batch.schema.names, batch.columns, strict=True)
        ]
        yield from pa.RecordBatch.from_arrays(columns, batch.schema.names).to_pylist()


def unpacked(file: BinaryIO, path: str) -> Iterator[bytes]:
    """Yield the bytes of `file`, unpacked by the ending of `path`, in pieces of about a megabyte.

    Raises Refused: "broken archive" where the packing is cut or damaged, "too large" for a bomb.
    """
    packed = given = 0
    try:
        for taken, chunk in _pieces(file, path):
            packed, given = packed + taken, given + len(chunk)
            if given > EXPANSION_FROM and given > MAX_EXPANSION * packed:
                raise Refused("too large", f"{path}: unpacks to over {MAX_EXPANSION} times its size")
            yield chunk
    except (EOFError, zlib.error, zstandard.ZstdError) as error:
        raise Refused("broken archive", f"{path}: {error}") from error


def _pieces(file: BinaryIO, path: str) -> Iterator[tuple[int, bytes]]:
    """Pairs of how many packed bytes were taken and what they gave."""
    path = path.lower()
    if path.endswith(".gz"):
        yield from _members(file, CHUNK // 16, _gunzip, lambda: zlib.decompressobj(wbits=31))
    elif path.endswith(".zst"):
        # Small bites: a zstd block may unpack to 30,000 times its size, all at once.
        yield from _members(file, 4096, _unzstd, lambda: zstandard.ZstdDecompressor().decompressobj())
    else:
        while data := file.read(CHUNK):
            yield len(data), data


def _gunzip(unpacker: Any, data: bytes) -> tuple[bytes, bytes]:
    """What `data` gives, a megabyte at most, and what of it is left."""
    return unpacker.decompress(data, CHUNK), unpacker.unconsumed_tail or unpacker.unused_data


def _unzstd(unpacker: Any, data: bytes) -> tuple[bytes, bytes]:
    """What `data` gives, and what of it is left."""
    return unpacker.decompress(data), unpacker.unused_data


def _members(
    file: BinaryIO,
    bite: int,
    unpack: Callable[[Any, bytes], tuple[bytes, bytes]],
    fresh: Callable[[], Any],
) -> Iterator[tuple[int, bytes]]:
    """Unpack a file of one or more members (gzip) or frames (zstd), as `gzip` and `zstd` write them."""
    unpacker, begun, ended = fresh(), False, False
    while data := file.read(bite):
        taken = len(data)
        while data := data.lstrip(b"\0") if ended else data:
            begun, ended = True, False
            chunk, data = unpack(unpacker, data)
            yield taken, chunk
            taken = 0
            if unpacker.eof:
                # gzip allows zeros behind the last member, as tapes and block devices pad it.
                unpacker, begun, ended = fresh(), False, True
    if begun:
        raise EOFError("the file is cut short")
