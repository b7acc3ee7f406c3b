"""Parse raw records into articles, and refuse what is no report.

    articles, refused = raw | ParseArticles(earliest=date(1700, 1, 1), latest=tomorrow)

Takes RawRecord. Gives Article, with its id, credits and signature; and DeadLetter. Counts `articles`
and `refused`.
"""

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, NamedTuple, Optional, Union

import apache_beam as beam
from apache_beam.metrics.metric import Metrics
from apache_beam.pvalue import PCollection, TaggedOutput

from schemas.records import Article, DeadLetter, RawRecord
from schemas.vocabulary import PAGE_FORMS
from transforms.dead_letters import Refused, dead_letter
from transforms.files import source_id
from transforms.ids import content_id
from transforms.link.signature import SIGNATURE_SPEC, sign
from transforms.pages import page_of
from transforms.text.paragraphs import is_headline, wire_credits

# " date 2022-12-04 Headline": the first line of a text report.
_DATE_LINE = re.compile(r"\s*date\s+(?P<date>\S+)(?:[^\S\n]+(?P<rest>[^\n]*))?(?:\n|$)")
_WORD = re.compile(r"\w")
_TEXT_FIELDS = ("title", "source", "url", "language")


class Parsed(NamedTuple):
    """What ParseArticles gives."""

    articles: PCollection[Article]
    refused: PCollection[DeadLetter]


class ParseArticles(beam.PTransform):
    """Parse RawRecords, as the module promises; reports of days outside the range are refused.

    No `latest`: the day after the one on which a report is parsed, for streams that go on for months.
    """

    def __init__(self, *, earliest: date, latest: Optional[date]):
        super().__init__()
        self._earliest, self._latest = earliest, latest

    def expand(self, raw: PCollection[RawRecord]) -> Parsed:  # noqa: D102
        parse = beam.ParDo(_ParseFn(self._earliest, self._latest))
        parsed = raw | "Parse" >> parse.with_outputs("refused", main="articles")
        return Parsed(parsed.articles, parsed.refused)


class _ParseFn(beam.DoFn):
    def __init__(self, earliest: date, latest: Optional[date]):
        self._earliest, self._latest = earliest, latest
        self._articles = Metrics.counter("ParseArticles", "articles")
        self._refused = Metrics.counter("ParseArticles", "refused")

    def process(
        self, raw: RawRecord
    ) -> Iterable[Union[Article, TaggedOutput[Literal["refused"], DeadLetter]]]:
        latest = self._latest or datetime.now(UTC).date() + timedelta(days=1)
        try:
            article = parse_article(raw, self._earliest, latest)
        except Refused as refused:
            self._refused.inc()
            letter = dead_letter(raw.source_uri, raw.position, "parse", refused, raw.payload)
            yield TaggedOutput("refused", letter)
        else:
            self._articles.inc()
            yield article


def parse_article(raw: RawRecord, earliest: date, latest: date) -> Article:
    """Return the article that `raw` holds. Raises Refused with one of vocabulary.REASONS."""
    article = unsigned_article(raw, earliest, latest)
    return article._replace(signature=sign(article.text, article.title), signature_spec=SIGNATURE_SPEC)


def unsigned_article(raw: RawRecord, earliest: date, latest: date) -> Article:
    """Return the article that `raw` holds, without a signature. Raises as parse_article does."""
    where = f"{raw.source_uri}, record {raw.position}" if raw.position else raw.source_uri
    if raw.form in PAGE_FORMS:
        article = _from_page(raw, where)
    elif raw.form == "text":
        article = _from_text(raw, _decode(raw.payload, where), where)
    else:
        article = _from_json(raw, _decode(raw.payload, where), where)
    if not earliest <= article.published <= latest:
        raise Refused(
            "date out of range",
            f"{where}: published {article.published}, not between {earliest} and {latest} "
            "(--earliest-date, --latest-date)",
        )
    return article


def _decode(payload: bytes, where: str) -> str:
    try:
        return payload.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            "undecodable bytes", f"{where}: no UTF-8 at byte {error.start}: {error.reason}"
        ) from error


def _from_text(raw: RawRecord, text: str, where: str) -> Article:
    text = _newlines(text)
    line = _DATE_LINE.match(text)
    if not line:
        raise Refused("no date line", f'{where}: the first line is not " date YYYY-MM-DD Headline"')
    published = _day(line["date"], where)
    first = (line["rest"] or "").strip()
    body = text[line.start("rest") :] if first else text[line.end() :]
    title = first if is_headline(first) else None
    rest = body[len(line["rest"] or "") :] if title else body
    return _article(raw, source_id(raw.source_uri), published, None, title, body, rest, {}, where)


def _from_json(raw: RawRecord, text: str, where: str) -> Article:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("not JSON", f"{where}: {error}") from error
    if not isinstance(record, dict):
        raise Refused("not JSON", f"{where}: a {type(record).__name__}, not an object")
    for name in ("id", "published", "text"):
        if record.get(name) is None:
            raise Refused("missing field", f"{where}: no {name!r}")
    identifier = record["id"]
    if isinstance(identifier, str) and not identifier.strip():
        raise Refused("missing field", f"{where}: 'id' is empty")
    if isinstance(identifier, bool) or not isinstance(identifier, (str, int)):
        raise Refused("wrong type", f"{where}: 'id' is a {type(identifier).__name__}, not a string")
    fields: dict[str, Optional[str]] = {}
    for name in ("published", "text", *_TEXT_FIELDS):
        value = record.get(name)
        if value is not None and not isinstance(value, str):
            raise Refused("wrong type", f"{where}: {name!r} is a {type(value).__name__}, not a string")
        fields[name] = value if value and not value.isspace() else None
    _check_encodable(str(identifier), *fields.values(), where=where)
    published, published_at = _moment(fields["published"] or "", where)
    title = _newlines(fields["title"]) if fields["title"] else None
    body = _newlines(fields["text"] or "")
    text = f"{title}\n{body}" if title else body
    return _article(raw, str(identifier), published, published_at, title, text, body, fields, where)


def _from_page(raw: RawRecord, where: str) -> Article:
    page = page_of(raw, where)
    fields = {"source": page.source, "url": page.url, "language": page.language}
    identifier = page.identifier or source_id(raw.source_uri)
    text = f"{page.title}\n{page.body}" if page.title else page.body
    _check_encodable(identifier, text, *fields.values(), where=where)
    published, published_at = _moment(page.published, where)
    return _article(raw, identifier, published, published_at, page.title, text, page.body, fields, where)


def _article(
    raw: RawRecord,
    identifier: str,
    published: date,
    published_at: Optional[int],
    title: Optional[str],
    text: str,
    body: str,
    fields: dict[str, Optional[str]],
    where: str,
) -> Article:
    """Join what all forms have in common. `body` is the text below the headline."""
    if not _WORD.search(body):
        raise Refused("empty body", f"{where}: no text below the first line", published)
    source, url, language = fields.get("source"), fields.get("url"), fields.get("language")
    return Article(
        article_id=content_id("article", identifier, source, published, title, text),
        source_id=identifier,
        source_uri=raw.source_uri,
        source=source,
        url=url,
        published=published,
        published_at=published_at,
        title=title,
        text=text,
        language=language.lower() if language else None,
        wire_credits=wire_credits([line.strip() for line in text.split("\n") if line.strip()]),
        words=len(text.split()),
        signature=b"",
        signature_spec="",
    )


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _day(text: str, where: str) -> date:
    try:
        if len(text) != 10:
            raise ValueError("not YYYY-MM-DD")
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused("impossible date", f"{where}: {text!r} is no day, YYYY-MM-DD ({error})") from error


def _moment(text: str, where: str) -> tuple[date, Optional[int]]:
    """The day as the source writes it, and the instant if the source gives time and zone.

    A time without a zone is no instant: it stays null rather than being taken for UTC.
    """
    if len(text) <= 10:
        return _day(text, where), None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Refused("impossible date", f"{where}: {text!r} is no ISO 8601 date ({error})") from error
    if moment.tzinfo is None:
        return moment.date(), None
    try:
        since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    except OverflowError as error:
        raise Refused("impossible date", f"{where}: {text!r} is beyond the calendar") from error
    return moment.date(), (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def _check_encodable(*values: Any, where: str) -> None:
    """JSON may spell lone surrogates, which no UTF-8 holds."""
    for value in values:
        try:
            (value or "").encode()
        except UnicodeEncodeError as error:
            raise Refused(
                "undecodable bytes", f"{where}: a lone surrogate at character {error.start}"
            ) from error
