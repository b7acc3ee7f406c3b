"""Parsing: reports as they come, and every refusal with its reason."""

import json
from datetime import date
from typing import Any, Optional

import apache_beam as beam
import pytest
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.testing.util import assert_that, equal_to
from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Article, RawRecord
from schemas.vocabulary import REASONS
from transforms.dead_letters import Refused
from transforms.parse import ParseArticles, parse_article

FIRST, LAST = date(1700, 1, 1), date(2030, 1, 1)


def text(payload: str) -> Article:
    return parse_article(RawRecord("in/004_bb.txt", 0, "text", payload.encode()), FIRST, LAST)


def record(**fields: Any) -> Article:
    fields = {"id": "7", "published": "2022-12-04", "text": "It rained."} | fields
    payload = json.dumps({k: v for k, v in fields.items() if v != "absent"}).encode()
    return parse_article(RawRecord("in/a.jsonl", 3, "json", payload), FIRST, LAST)


def test_text_report_with_a_headline() -> None:
    article = text(" date 2022-12-04 Rain stops play\r\nIt rained.\r\n\r\nIt stopped.")
    assert (article.source_id, article.published) == ("004_bb", date(2022, 12, 4))
    assert article.title == "Rain stops play"
    assert article.text == "Rain stops play\nIt rained.\n\nIt stopped."
    assert article.words == 7


def test_text_report_that_begins_with_its_first_sentence() -> None:
    article = text(" date 2022-12-04 It rained all day.\nIt stopped.")
    assert article.title is None
    assert article.text == "It rained all day.\nIt stopped."


def test_a_space_that_does_not_break_is_a_space() -> None:
    article = text(" date 2022-12-04\u00a0Rain stops play\nIt rained.")
    assert (article.published, article.title) == (date(2022, 12, 4), "Rain stops play")


def test_json_record() -> None:
    article = record(title="Rain", source="Courier", url="https://example.org/7", language="EN")
    assert article.text == "Rain\nIt rained."
    assert (article.source, article.url, article.language) == ("Courier", "https://example.org/7", "en")
    assert record(title="").title is None
    assert record(id=7).source_id == "7"


@pytest.mark.parametrize(
    ("published", "day", "at"),
    [
        ("2022-12-04", date(2022, 12, 4), None),
        ("2022-12-04T23:30:00-05:00", date(2022, 12, 4), 1_670_214_600_000_000),
        ("2022-12-04T10:00:00Z", date(2022, 12, 4), 1_670_148_000_000_000),
        # Without a zone it is no instant.
        ("2022-12-04T10:00:00", date(2022, 12, 4), None),
    ],
)
def test_published_keeps_the_day_as_written(published: str, day: date, at: Optional[int]) -> None:
    article = record(published=published)
    assert (article.published, article.published_at) == (day, at)


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ("It rained.", "no date line"),
        ("", "no date line"),
        (" date soon Rain\nIt rained.", "impossible date"),
        (" date 2022-02-31 Rain\nIt rained.", "impossible date"),
        (" date 04/12/2022 Rain\nIt rained.", "impossible date"),
        (" date 20221204 Rain\nIt rained.", "impossible date"),
        (" date 1066-10-14 Battle\nThey fought.", "date out of range"),
        (" date 2099-10-14 Battle\nThey fought.", "date out of range"),
        (" date 2022-12-04 Rain", "empty body"),
        (" date 2022-12-04\n \n", "empty body"),
        (" date 2022-12-04 Rain\n...", "empty body"),
    ],
)
def test_text_is_refused(payload: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        text(payload)
    assert refused.value.reason == reason
    assert "004_bb.txt" in refused.value.message


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": "absent"}, "missing field"),
        ({"published": None}, "missing field"),
        ({"text": "absent"}, "missing field"),
        ({"text": ""}, "empty body"),
        ({"text": 5}, "wrong type"),
        ({"title": ["a"]}, "wrong type"),
        ({"id": True}, "wrong type"),
        ({"id": 1.5}, "wrong type"),
        ({"id": " "}, "missing field"),  # all reports without a name would be versions of one
        ({"published": "yesterday at noon"}, "impossible date"),
        ({"published": ""}, "impossible date"),
        ({"published": "0001-01-01T00:00:00+23:59"}, "date out of range"),
        ({"text": "lone \ud800 surrogate"}, "undecodable bytes"),
    ],
)
def test_json_is_refused(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        record(**fields)
    assert refused.value.reason == reason
    assert "record 3" in refused.value.message


def test_a_blank_title_is_none() -> None:
    article = record(title=" \n", source="")
    assert (article.title, article.source, article.text) == (None, None, record(title=None).text)


@pytest.mark.parametrize(
    "payload", [b"{", b"[1]", b"7", b"null", b"[" * 100_000, b'{"id": ' + b"9" * 5000 + b"}"]
)
def test_what_is_no_json_object(payload: bytes) -> None:
    with pytest.raises(Refused) as refused:
        parse_article(RawRecord("a.jsonl", 1, "json", payload), FIRST, LAST)
    assert refused.value.reason == "not JSON"


def test_broken_utf8() -> None:
    with pytest.raises(Refused) as refused:
        parse_article(RawRecord("a.txt", 0, "text", b" date 2022-12-04 Caf\xe9\nText."), FIRST, LAST)
    assert refused.value.reason == "undecodable bytes"


def test_same_report_has_one_id_wherever_it_lies() -> None:
    payload = b" date 2022-12-04 Rain\nIt rained."
    here, there = (
        parse_article(RawRecord(uri, 0, "text", payload), FIRST, LAST).article_id
        for uri in ("a/x.txt", "b/x.txt.gz")
    )
    assert here == there
    assert here != parse_article(RawRecord("a/y.txt", 0, "text", payload), FIRST, LAST).article_id
    assert record(source="Courier").article_id != record(source="Post").article_id


@given(st.binary(max_size=200), st.sampled_from(["text", "json"]))
def test_whatever_comes_is_an_article_or_refused(payload: bytes, form: str) -> None:
    try:
        article = parse_article(RawRecord("a.txt", 1, form, payload), FIRST, LAST)
    except Refused as refused:
        assert refused.reason in REASONS
    else:
        assert article.text.encode()


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1))
def test_text_is_kept_as_it_was(line: str) -> None:
    article = text(f" date 2022-12-04 Rain\n{line}\nIt rained.")
    assert article.text == f"Rain\n{line}\nIt rained."


def test_stage_gives_both_and_counts() -> None:
    raw = [
        RawRecord("a.txt", 0, "text", b" date 2022-12-04 Rain\nIt rained."),
        RawRecord("b.txt", 0, "text", b"It rained."),
    ]
    pipeline = beam.Pipeline(options=PipelineOptions(["--runner=FnApiRunner"]))
    parsed = (
        pipeline | beam.Create(raw).with_output_types(RawRecord) | ParseArticles(earliest=FIRST, latest=LAST)
    )
    assert_that(parsed.articles | beam.Map(lambda a: a.source_id), equal_to(["a"]), "articles")
    assert_that(
        parsed.refused | beam.Map(lambda r: (r.reason, r.payload, r.stage)),
        equal_to([("no date line", b"It rained.", "parse")]),
        "refused",
    )
    result = pipeline.run()
    counters = {c.key.metric.name: c.committed for c in result.metrics().query()["counters"]}
    assert (counters["articles"], counters["refused"]) == (1, 1)
