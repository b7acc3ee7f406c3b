"""Take the report out of a web page: its text without what stands around it, its headline, day and publisher.

    page = page_of(raw, where)

By trafilatura and htmldate, which are an extra and are loaded where the first page is met. Nothing here
depends on the clock: what a page says of itself is its day, or it has none.
"""

import codecs
import functools
import importlib.util
import io
import logging
import re
import zlib
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any, NamedTuple, Optional

from schemas.records import RawRecord
from transforms.dead_letters import Refused
from transforms.page_days import LAST_DAY, iso_moment, published

INSTALL = "pip install '.[html]' in the project's folder"
_LIBRARIES = ("trafilatura", "htmldate", "warcio", "brotli", "lxml_html_clean")
# As with packed files: what unpacks to over this, and 200 times its size, is a bomb.
MAX_PAGE = 64 << 20
MAX_EXPANSION = 200

_META_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,300}?\bencoding)\s*=\s*["']?\s*([\w:.-]+)""",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?h]", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
# How far into a page browsers look for its charset, and some more.
_META_WITHIN = 4096
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")


class PagesMissing(Exception):
    """What reads web pages is not installed; the message says how to get it."""


class Page(NamedTuple):
    """What a web page holds of a report."""

    identifier: Optional[str]  # of a record of an archive: the address that was asked for
    published: str  # a day, or a time in ISO 8601
    title: Optional[str]
    body: str  # a paragraph a line, without the headline
    source: Optional[str]
    url: Optional[str]
    language: Optional[str]


class Fetched(NamedTuple):
    """A page as a server gave it."""

    html: bytes
    charset: Optional[str]
    url: Optional[str]
    day: Optional[date]  # of the visit: no page was published after it


def check_installed() -> None:
    """Raise PagesMissing unless all that reads web pages is here."""
    missing = [name for name in _LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        raise PagesMissing(
            f"web pages and WARC archives need the extra 'html' ({', '.join(missing)} not found): {INSTALL}"
        )


def page_of(raw: RawRecord, where: str) -> Page:
    """Return the report that a page holds. Raises Refused where it has none, or no day."""
    trafilatura, find_date = _libraries()
    fetched = _fetched(raw.payload, where) if raw.form == "warc" else Fetched(raw.payload, None, None, None)
    text = _XML_DECLARATION.sub("", decoded(fetched.html, fetched.charset, where), count=1)
    try:
        tree = trafilatura.load_html(text)
        if tree is None:
            raise Refused("empty body", f"{where}: no web page")
        url = fetched.url or _canonical(tree)
        found = trafilatura.bare_extraction(
            tree,
            url=url,
            include_comments=False,
            # Where it finds no report it takes all that there is; these are none in any case.
            prune_xpath="//nav | //footer",
        )
        said = trafilatura.extract_metadata(
            _headings(tree), url, {"extensive_search": False, "max_date": LAST_DAY}
        )
        day = published(tree, find_date, url, fetched.day)
    except (Refused, MemoryError):
        raise
    except Exception as error:
        # Whatever a parser of foreign bytes raises, the bytes are at fault.
        raise Refused(
            "empty body", f"{where}: no text can be found: {error or type(error).__name__}"
        ) from error
    title = " ".join((said.title or "").split())
    body = "\n".join(_paragraphs(found.text or "", title)) if found else ""
    if not body:
        moment = iso_moment(day) if day else None
        raise Refused("empty body", f"{where}: no text of a report in the page", moment and moment.date())
    if not day:
        raise Refused("missing field", f"{where}: the page does not say when it was published")
    language = _LANGUAGE.match((tree.get("lang") or "").strip())
    return Page(
        identifier=fetched.url,
        published=day,
        title=title or None,
        body=body,
        source=said.sitename or said.hostname or None,
        url=url,
        language=language[0] if language else None,
    )


@functools.cache
def _libraries() -> tuple[Any, Any]:
    """trafilatura, and htmldate's function; what they log of pages that hold nothing, dead letters say."""
    check_installed()
    import trafilatura
    from htmldate import find_date

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return trafilatura, find_date


def _fetched(payload: bytes, where: str) -> Fetched:
    """What a server's answer in a WARC record holds, unpacked."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import ChunkedDataReader

    try:
        record = next(ArchiveIterator(io.BytesIO(payload)))
        stream = record.raw_stream
        if "chunked" in (record.http_headers.get_header("Transfer-Encoding") or "").lower():
            stream = ChunkedDataReader(stream)
        encoding = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
        html = _unpacked(b"".join(iter(stream.read, b"")), encoding, where)
    except Refused:
        raise
    except Exception as error:
        raise Refused("broken archive", f"{where}: {error or type(error).__name__}") from error
    kind = record.http_headers.get_header("Content-Type") or ""
    charset = re.search(r"charset\s*=\s*[\"']?\s*([\w:.-]+)", kind, re.IGNORECASE)
    head = record.rec_headers
    url = (head.get_header("WARC-Target-URI") or "").strip("<> ")
    visited = iso_moment(head.get_header("WARC-Date") or "")
    return Fetched(html, charset[1] if charset else None, url or None, visited and visited.date())


def _unpacked(packed: bytes, encoding: str, where: str) -> bytes:
    """What a server packed for its way, in one of the forms that browsers know."""
    import brotli

    limit = max(MAX_PAGE, MAX_EXPANSION * len(packed)) + 1
    if encoding in ("", "identity", "none") or _MARKUP.match(packed):
        # Crawlers, Common Crawl's among them, have kept the header and stored the page unpacked.
        html = packed
    elif encoding == "br":
        unpacker = brotli.Decompressor()
        html = unpacker.process(packed, output_buffer_limit=limit)
        if len(html) < limit and not unpacker.is_finished():
            raise EOFError("the page is cut short")
    elif encoding in ("gzip", "x-gzip", "deflate"):
        # "deflate" is zlib's form by the book, and a bare stream by some servers.
        is_bare = encoding == "deflate" and (packed[:1] or b"x")[0] & 0x0F != 8
        inflater = zlib.decompressobj(-15 if is_bare else 47)
        html = inflater.decompress(packed, limit)
        if len(html) < limit and not inflater.eof:
            raise EOFError("the page is cut short")
    else:
        raise Refused("undecodable bytes", f"{where}: Content-Encoding {encoding!r}")
    if len(html) >= limit:
        raise Refused("too large", f"{where}: unpacks to over {limit >> 20} MB")
    return html


def decoded(html: bytes, charset: Optional[str], where: str) -> str:
    """Return a page's characters: UTF-8 if it is that, else as it or its server declares, else windows-1252.

    A page that says it is UTF-8, and is not, is damaged. What declares nothing, browsers take for Western.
    """
    try:
        if html.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = html.decode("utf-16")
        else:
            text = html.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        meta = _META_CHARSET.search(html[:_META_WITHIN])
        declared = charset or (meta[1].decode("ascii", "replace") if meta else "cp1252")
        try:
            # Browsers, too, take Latin-1 and ASCII for windows-1252.
            name = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(codecs.lookup(declared).name)
            text = html.decode(name or declared)
        except (LookupError, ValueError):
            message = f"{where}: neither UTF-8 (at byte {error.start}: {error.reason}) nor {declared}"
            raise Refused("undecodable bytes", message) from error
    if "\0" in text:
        raise Refused("undecodable bytes", f"{where}: no text: a null character")
    return text


def _headings(tree: Any) -> Any:
    """A page of the head and the headlines of this one.

    Of a whole page trafilatura looks for authors, categories and licence, as long as for all the rest.
    """
    page = tree.makeelement("html")
    head, body = (page.makeelement(name) for name in ("head", "body"))
    page.extend([head, body])
    for place, path in ((head, "//head/*"), (body, "//h1 | //body//script[@type='application/ld+json']")):
        place.extend(deepcopy(element) for element in tree.xpath(path))
    return page


def _canonical(tree: Any) -> Optional[str]:
    """The address that the page calls its own."""
    for path in (".//link[@rel='canonical']/@href", ".//meta[@property='og:url']/@content"):
        for address in tree.xpath(path):
            if re.match(r"https?://[^\s/]+", address.strip()):
                return str(address.strip())
    return None


def _paragraphs(text: str, title: str) -> Iterator[str]:
    """The paragraphs of a page's text, without the headline before them."""
    lines = [line.strip() for line in text.splitlines()]
    first = next((number for number, line in enumerate(lines) if line), 0)
    for line in lines[first + 1 :] if lines and " ".join(lines[first].split()) == title else lines:
        if line:
            yield line
