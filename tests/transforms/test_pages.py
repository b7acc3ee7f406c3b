"""Web pages: what is the report in them, when it was published, and what is refused."""

import gzip
import importlib.util
import json
import os
import subprocess
import sys
import zlib
from datetime import date
from typing import Any, Optional

import brotli
import htmldate.core
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.records import Article, RawRecord
from schemas.vocabulary import REASONS
from tests.conftest import ROOT
from tests.web import BODY, META, Capture, archive, page
from transforms import pages
from transforms.dead_letters import Refused
from transforms.parse import parse_article

FIRST, LAST = date(1700, 1, 1), date(2030, 1, 1)


def of_file(html: str | bytes) -> Article:
    payload = html if isinstance(html, bytes) else html.encode()
    return parse_article(RawRecord("in/ferry.html", 0, "html", payload), FIRST, LAST)


def of_archive(html: str | bytes, **fields: Any) -> Article:
    block = html if isinstance(html, bytes) else html.encode()
    url = fields.pop("url", "https://courier.example/news/ferry?from=feed")
    payload = archive([Capture(url, block, **fields)], gzip=False)
    return parse_article(RawRecord("in/a.warc.gz", 3, "warc", payload), FIRST, LAST)


def refusal(html: str | bytes, **fields: Any) -> str:
    with pytest.raises(Refused) as refused:
        of_archive(html, **fields) if fields else of_file(html)
    assert ("in/a.warc.gz, record 3" if fields else "in/ferry.html") in refused.value.message
    return refused.value.reason


def test_a_page_is_its_report_without_what_stands_around_it() -> None:
    article = of_file(page())
    assert article.title == "Ferry runs aground off Vardholm"
    assert article.text == "\n".join([article.title, *BODY])
    assert (article.source_id, article.source_uri) == ("ferry", "in/ferry.html")
    assert article.source == "The Vardholm Courier"
    assert article.url == "https://courier.example/news/ferry"
    assert article.language == "en"
    assert (article.published, article.published_at) == (date(2023, 5, 16), 1_684_254_000_000_000)


def test_a_page_of_an_archive_goes_by_its_address() -> None:
    article = of_archive(page())
    assert article.source_id == article.url == "https://courier.example/news/ferry?from=feed"
    assert article.source_uri == "in/a.warc.gz"
    assert article.text == of_file(page()).text
    bare = page().replace('<meta property="og:site_name" content="The Vardholm Courier">', "")
    assert of_archive(bare.replace(" | The Vardholm Courier", "")).source == "courier.example"


@pytest.mark.parametrize(("lang", "language"), [
    (' lang="de"', "de"), (' lang="PT-br"', "pt"), (' xml:lang="fr" lang="fr_FR"', "fr"), ("", None),
    (' lang=""', None), (' lang="english"', None),
])  # fmt: skip
def test_language_is_what_the_page_says(lang: str, language: Optional[str]) -> None:
    assert of_file(page(lang=lang)).language == language


JSON_LD = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s"}</script>'
DAY = date(2023, 5, 16)


@pytest.mark.parametrize(("head", "above", "published"), [
    (META, "", DAY),
    ('<meta itemprop="datePublished" content="2023-05-16">', "", DAY),
    ('<meta name="date" content="May 16, 2023">', "", DAY),
    ('<meta name="pubdate" content="20230516">', "", DAY),
    (JSON_LD % "2023-05-16T08:00:00Z", "", DAY),
    (JSON_LD % "2023-05-16", '<p class="byline"><time datetime="2023-05-18">Updated on Thursday</time></p>', DAY),
    ("", '<time datetime="2023-05-16T08:00">Tuesday</time>', DAY),
    ("", '<div class="date">16 May 2023</div>', DAY),
    ("", '<span class="article__timestamp">Tue, May 16, 2023, 6:20 PM</span>', DAY),
    ("", "<p>Published: 16.05.2023 | Ann Holt</p>", DAY),
    # A month is no day, and neither is a day of no year; running text, headlines and links tell of other days.
    ('<meta name="date" content="2023-05">', "", None),
    ('<meta name="date" content="2023-02-31">', "", None),
    ("", '<div class="date">05/16/2023</div>', DAY),
    ("", '<div class="date">16/5/23</div>', DAY),
    ("", '<div class="date">05/06/2023</div>', None),
    ("", '<div class="date">05/05/2023</div>', date(2023, 5, 5)),
    ("", '<div class="date">May 2023</div>', None),
    ("", '<div class="date">16 May</div>', None),
    ("", '<div class="date">2 hours ago</div>', None),
    ("", "<p>Posted on Tuesday, May 16, 2023</p>", DAY),
    ("", "<p>Date: 2023-05-16</p>", DAY),
    ("", '<div class="related"><time datetime="2019-01-02">2 January</time></div><time datetime="2023-05-16">Now</time>', DAY),
    ("", '<a href="/reef"><time datetime="2019-01-02">2 January</time></a><span class="date">16 May 2023</span>', DAY),
    ("", "<p>The reef was charted on 2018-06-05.</p>", None),
    ("", "<p>Date palms were planted there on 2018-06-05.</p>", None),
    ("", '<h2 class="post-title">What sank here on 2018-06-05</h2>', None),
    ("", '<ul><li class="timeline">2018-06-05: the reef is charted</li></ul>', None),
    ("", '<aside><time datetime="2022-06-05">5 June</time></aside>', None),
    ("", "", None),
])  # fmt: skip
def test_the_day_is_what_the_page_states(head: str, above: str, published: Optional[date]) -> None:
    html = page(head, above)
    if published:
        assert of_file(html).published == published
    else:
        assert refusal(html) == "missing field"


@pytest.mark.parametrize(("address", "published"), [
    ("2023/05/16/ferry", DAY), ("ferry-2023-05-16", DAY), ("2023/05/01/ferry", date(2023, 5, 1)),
    ("2023/01/01/ferry", date(2023, 1, 1)), ("2023/05/ferry", None), ("2023/01/ferry", None),
])  # fmt: skip
def test_a_day_may_stand_in_the_address(address: str, published: Optional[date]) -> None:
    html = page("", address=f"https://courier.example/{address}")
    if published:
        assert of_file(html).published == published
    else:
        assert refusal(html) == "missing field"


def test_a_month_in_the_address_hides_no_day_in_the_page() -> None:
    html = page("", '<div class="date">16 May 2023</div>', address="https://courier.example/2023/05/ferry")
    assert of_file(html).published == DAY


def test_a_headline_that_names_a_day_dates_nothing() -> None:
    assert refusal(page("", title="What sank the ferry on 2 May 2019")) == "missing field"


def test_no_page_was_published_after_the_visit() -> None:
    """Nor is the day of the visit its day."""
    scheduled = '<meta property="article:published_time" content="2023-05-20T08:00:00Z">'
    assert of_archive(page(scheduled + JSON_LD % "2023-05-16")).published == DAY
    assert refusal(page(scheduled), day="2023-05-17T04:00:00Z") == "missing field"
    assert refusal(page(""), day="2023-05-17T04:00:00Z") == "missing field"
    # East of the visitor the next day may have begun.
    assert of_archive(page(), day="2023-05-15T23:00:00Z").published == DAY


def test_a_day_out_of_range_is_refused() -> None:
    assert refusal(page(META.replace("2023", "1623"))) == "date out of range"
    assert refusal(page(META.replace("2023", "2043"))) == "date out of range"


def test_the_clock_and_the_seed_of_hashes_change_nothing() -> None:
    code = (
        "import sys, datetime\n"
        "class Later(datetime.datetime):\n"
        "    @classmethod\n"
        "    def now(cls, tz=None): return cls(2031, 2, 3, 4, 5, tzinfo=tz)\n"
        "    @classmethod\n"
        "    def today(cls): return cls(2031, 2, 3, 4, 5)\n"
        "if sys.argv[1] == 'later': datetime.datetime = Later\n"
        "from tests.transforms import test_pages as t\n"
        'heads = [t.META, \'\', \'<meta name="date" content="2023-05">\', \'<meta name="date" content="May 16, 2023">\']\n'
        "for head in heads:\n"
        "    for above in ['', '<div class=\"date\">16 May</div>', '<div class=\"date\">16 May 2023</div>']:\n"
        "        try: print(t.of_file(t.page(head, above)))\n"
        "        except t.Refused as refused: print(refused)\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code, when], capture_output=True, text=True, check=True, cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)},
        ).stdout
        for when, seed, zone in [("now", "1", "UTC"), ("later", "2", "Pacific/Auckland")]
    }  # fmt: skip
    assert len(printed) == 1
    assert printed.pop().count("Article(") == 8


def test_htmldate_still_makes_days_of_months() -> None:
    """Why what it finds is looked for in the page: when this fails, look whether that is still needed."""
    found = htmldate.core.find_date('<html><head><meta name="date" content="2023-05"></head><body/></html>')
    assert found is None or found.startswith("2023-05-")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "iso-8859-2"])
def test_characters_are_read_as_declared(encoding: str) -> None:
    html = page(body=["Der Kapitän grüßte.", *BODY[:1]]).replace("utf-8", encoding)
    html = html.replace("“", "").replace("”", "").replace("©", "")
    assert "Der Kapitän grüßte." in of_file(html.encode(encoding)).text


def test_characters_are_read_as_the_server_declares() -> None:
    html = (
        page(body=["Der Kapitän grüßte.", *BODY[:1]]).replace('<meta charset="utf-8">', "").replace("©", "")
    )
    headers = (("Content-Type", "text/html; charset=ISO-8859-2"),)
    assert "Kapitän grüßte" in of_archive(html.encode("iso-8859-2"), headers=headers).text
    assert "Kapitän grüßte" in of_file(html.encode("cp1252")).text


def test_an_xml_declaration_is_no_hindrance() -> None:
    html = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + page(body=["Der Kapitän grüßte.", *BODY[:1]])
    assert "Kapitän grüßte" in of_file(html).text


@pytest.mark.parametrize(("html", "reason"), [
    (b"", "empty body"),
    (b"It rained.", "empty body"),
    (b"<p>It rained.</p>", "empty body"),
    (page(body=[]), "empty body"),
    (page(body=["..."]), "empty body"),
    ("<html><body>" + "<div>" * 20_000 + "deep", "empty body"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "undecodable bytes"),
    (page().encode("cp1252"), "undecodable bytes"),
    (page().replace("utf-8", "no-such-charset").encode("cp1252"), "undecodable bytes"),
    (page().replace("utf-8", "hex").encode("cp1252"), "undecodable bytes"),
])  # fmt: skip
def test_what_is_no_report_is_refused(html: str | bytes, reason: str) -> None:
    assert refusal(html) == reason


def test_an_empty_page_has_its_day_in_the_letter() -> None:
    for stated in ("2023-05-16", "20230516T08", "2023-05-16T08:00:00Z"):
        with pytest.raises(Refused) as refused:
            of_file(page(META.replace("2023-05-16T18:20:00+02:00", stated), body=[]))
        assert (refused.value.reason, refused.value.published) == ("empty body", DAY)


PACKED = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "identity": bytes,
}


@pytest.mark.parametrize("encoding", PACKED)
def test_pages_may_be_packed_in_their_archive(encoding: str) -> None:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", encoding))
    assert of_archive(PACKED[encoding](page().encode()), headers=headers).text == of_file(page()).text
    data = PACKED[encoding](page().encode())
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (data[:100], data[100:], b""))
    headers = (*headers, ("Transfer-Encoding", "chunked"))
    assert of_archive(chunked, headers=headers).text == of_file(page()).text


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_headers_may_speak_of_a_packing_that_is_gone(encoding: str) -> None:
    headers = (
        ("Content-Type", "text/html"), ("Content-Encoding", encoding), ("Transfer-Encoding", "chunked"),
    )  # fmt: skip
    assert of_archive(page(), headers=headers).text == of_file(page()).text


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_page_that_is_cut_short_in_its_packing_is_refused(encoding: str) -> None:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", encoding))
    assert refusal(PACKED[encoding](page().encode())[:-9], headers=headers) == "broken archive"


def test_an_unknown_packing_and_a_bomb_are_refused() -> None:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "zstd"))
    assert refusal(b"packed", headers=headers) == "undecodable bytes"
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    assert refusal(gzip.compress(bytes(100 << 20)), headers=headers) == "too large"


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["html", "warc"]), st.booleans())
def test_whatever_comes_is_an_article_or_refused(data: bytes, form: str, is_within: bool) -> None:
    if is_within:
        data = page().encode()[:900] + data if form == "html" else archive([Capture("a:b", data)], gzip=False)
    try:
        article = parse_article(RawRecord("a.html", 1, form, data), FIRST, LAST)
    except Refused as refused:
        assert refused.reason in REASONS
    else:
        assert article.text.encode()


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "warcio" else found(name))
    with pytest.raises(pages.PagesMissing, match=r"need the extra 'html' \(warcio not found\): pip install"):
        pages.check_installed()


def test_other_runs_load_none_of_it() -> None:
    code = "import sys, json, transforms.parse; print(json.dumps(sorted(sys.modules)))"
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not {"trafilatura", "htmldate", "warcio", "lxml"} & set(json.loads(printed.stdout))
