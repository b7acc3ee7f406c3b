"""Cut a WARC archive into its records, and tell which of them are web pages.

    for record in warc_records(chunks, path, limit):
        if is_page(record): ...

warcio takes a cut archive for one that ends, and gives no record as it lies. So the records are parted here,
by their lengths; each that is a page goes on whole, an archive of one record, which warcio then reads.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from transforms.dead_letters import Refused

# Headers are some hundred bytes; what has no end by here is no header.
MAX_HEAD = 1 << 16
_BLANK = re.compile(rb"\r?\n\r?\n")
_OK = re.compile(rb"HTTP/[\d.]+ 200\b")
PAGE_TYPES = ("text/html", "application/xhtml+xml")


class WarcRecord(NamedTuple):
    """One record: its bytes as they lie, headers and all, the first `limit` of them at most."""

    position: int
    head: Mapping[str, str]
    payload: bytes
    begin: int  # of the block, behind the headers
    is_cut: bool  # it is longer than the limit

    def block(self) -> bytes:
        """Return what the record holds, as far as it is here."""
        return self.payload[self.begin :]


class BrokenWarc(Refused):
    """The archive ends within a record, or goes on with none; `rest` is what came of it."""

    def __init__(self, message: str, position: int, rest: bytes):
        super().__init__("broken archive", message)
        self.position, self.rest = position, rest


class _Stream:
    """Bytes that come in chunks, to be taken in pieces."""

    def __init__(self, chunks: Iterable[bytes]):
        self._chunks, self.held = iter(chunks), bytearray()

    def more(self) -> bool:
        """Hold another chunk; False at the end."""
        chunk = next(self._chunks, None)
        self.held += chunk or b""
        return chunk is not None

    def take(self, size: int) -> bytes:
        """Return the next bytes that are held, `size` at most."""
        piece = bytes(self.held[:size])
        del self.held[:size]
        return piece


def warc_records(chunks: Iterable[bytes], path: str, limit: int) -> Iterator[WarcRecord]:
    """Yield the records of an archive, of each no more than `limit` bytes; memory holds one, and a chunk.

    Positions count from 1. Raises BrokenWarc where a record is cut short or none begins; what `chunks` raises
    goes through, as BrokenWarc if it was Refused for being broken.
    """
    stream, position = _Stream(chunks), 1
    while True:
        payload = bytearray()
        try:
            if not _begins(stream):
                return
            yield _record(stream, position, payload, limit)
        except EOFError as error:
            rest = bytes(payload or stream.held[:limit])
            raise BrokenWarc(f"{path}, record {position}: {error}", position, rest) from error
        except Refused as refused:
            if refused.reason != "broken archive":
                raise
            rest = bytes(payload or stream.held[:limit])
            raise BrokenWarc(f"{refused.message}, at record {position}", position, rest) from refused
        position += 1


def _begins(stream: _Stream) -> bool:
    """Pass over the blank lines between records; tell whether another comes."""
    while True:
        ended = bytes(stream.held[:4]).strip(b"\r\n") or not stream.more()
        while stream.held.startswith((b"\r", b"\n")):
            del stream.held[:1]
        if ended:
            return bool(stream.held)


def _record(stream: _Stream, position: int, payload: bytearray, limit: int) -> WarcRecord:
    """Read one record into `payload`."""
    while not (end := _BLANK.search(stream.held, 0, MAX_HEAD)):
        if len(stream.held) >= MAX_HEAD or not b"WARC/".startswith(bytes(stream.held[:5])):
            raise EOFError("no WARC record begins here")
        if not stream.more():
            payload += stream.take(limit)
            raise EOFError("the archive is cut short")
    begin = end.end()
    payload += stream.take(begin)
    head = fields(bytes(payload))
    length = head.get("content-length", "")
    if not payload.startswith(b"WARC/") or not (length.isascii() and length.isdigit() and len(length) < 16):
        raise EOFError("no WARC record begins here")
    left = int(length)
    is_cut = begin + left > limit
    while left:
        if not stream.held and not stream.more():
            raise EOFError("the archive is cut short")
        piece = stream.take(left)
        left -= len(piece)
        payload += piece[: max(0, limit - len(payload))]
    return WarcRecord(position, head, bytes(payload), begin, is_cut)


def fields(head: bytes) -> dict[str, str]:
    """Return the fields of a block of headers by their names in lower case; the first line is none."""
    found: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def is_page(record: WarcRecord) -> bool:
    """Tell whether a record is a web page that a server gave: a response, found (200), of HTML."""
    if record.head.get("warc-type", "").lower() != "response" or not _OK.match(record.block()):
        return False
    head = _BLANK.split(record.block()[:MAX_HEAD], maxsplit=1)[0]
    kind = fields(head).get("content-type") or record.head.get("warc-identified-payload-type", "")
    return kind.split(";")[0].strip().lower() in PAGE_TYPES
