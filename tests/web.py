"""Web pages and archives of them, for the tests; what they tell of never happened."""

import io
from collections.abc import Iterable
from typing import NamedTuple, Optional

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

META = '<meta property="article:published_time" content="2023-05-16T18:20:00+02:00">'
LEAD = "A ferry with 212 people aboard ran aground off the island of Vardholm on Tuesday morning, the coast guard said."
BODY = (
    LEAD,
    "Nobody was hurt. Two tugs pulled the ship free at high tide, and it reached the harbour under its own steam.",
    "“We heard a scraping noise and then everything stopped,” said Petra Lund, a passenger on her way to work.",
    "The accident board opened an inquiry into the grounding, the third on that reef since 2019-03-02.",
)


def page(
    head: str = META,
    above: str = "",
    title: str = "Ferry runs aground off Vardholm",
    body: Iterable[str] = BODY,
    address: str = "https://courier.example/news/ferry",
    lang: str = ' lang="en-GB"',
) -> str:
    """A page with a report, and around it what pages have."""
    paragraphs = "\n".join(f"<p>{paragraph}</p>" for paragraph in body)
    return f"""<!DOCTYPE html>
<html{lang}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} | The Vardholm Courier</title>
<meta property="og:site_name" content="The Vardholm Courier"><link rel="canonical" href="{address}">{head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{title}</h1>{above}
{paragraphs}</article>
<aside class="post-list"><h3>More news</h3><ul>
<li><a href="/roof">School roof falls in</a> <time datetime="2021-01-09">9 January 2021</time></li></ul></aside>
<footer>© 2024 The Vardholm Courier. All rights reserved. <a href="/privacy">Privacy</a></footer></body></html>"""


class Capture(NamedTuple):
    """A record of an archive."""

    url: str
    block: bytes
    http: Optional[str] = "200 OK"  # None: a record without HTTP headers
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    kind: str = "response"
    day: str = "2023-05-17T04:00:00Z"


def archive(captures: Iterable[Capture], gzip: bool = True) -> bytes:
    """A WARC archive, as warcio writes it."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=gzip)
    for capture in captures:
        http = capture.http and StatusAndHeaders(capture.http, list(capture.headers), protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                capture.url,
                capture.kind,
                payload=io.BytesIO(capture.block),
                http_headers=http or None,
                warc_headers_dict={"WARC-Date": capture.day},
            )
        )
    return file.getvalue()
