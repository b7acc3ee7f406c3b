"""Paragraphs: exact offsets, kinds, credits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text.paragraphs import (
    CREDITS,
    MAX_PARAGRAPH,
    CreditRule,
    cut_paragraphs,
    is_headline,
    wire_credits,
)

REPORT = """Bridge closed after flood
The bridge at Novi was closed on Monday, the town said
NOVI, Serbia (AFP) - The bridge at Novi was closed on Monday, the town said.

Engineers will look at it tomorrow.
Traffic jams in the old town
Buses were late all day.
With inputs from agencies
"""


def kinds(text: str, title: str | None) -> list[str]:
    return [paragraph.kind for paragraph in cut_paragraphs("a", text, title)]


def test_kinds_of_a_report() -> None:
    assert kinds(REPORT, "Bridge closed after flood") == [
        "headline", "standfirst", "body", "body", "subheading", "body", "credit",
    ]  # fmt: skip


def test_without_a_headline_the_first_line_is_body() -> None:
    assert kinds("The bridge was closed on Monday.\nIt will open soon.", None) == ["body", "body"]


@pytest.mark.parametrize("rule", CREDITS, ids=lambda rule: rule.name)
def test_credit_rule_knows_its_example(rule: CreditRule) -> None:
    assert rule.pattern.fullmatch(rule.example)
    assert kinds(f"A headline\nSome text.\n{rule.example}", "A headline")[-1] == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the bridge had been closed.",
        "The report by Ann Smith was read in parliament.",
        "With files from the ministry missing, the court adjourned.",
    ],
)
def test_sentences_are_no_credits(line: str) -> None:
    assert kinds(f"A headline\nText.\n{line}\nMore.", "A headline")[2] == "body"


def test_wire_credits_are_agencies_not_people() -> None:
    lines = [
        "Bridge closed",
        "NOVI (AP) - It rained.",
        "(Reporting by Ann Smith; Editing by Joe Doe)",
        "With inputs from PTI and agencies",
    ]
    assert wire_credits(lines) == ["AP", "PTI", "agencies"]


def test_a_line_too_long_for_the_model_is_cut_at_a_space() -> None:
    text = "word " * (MAX_PARAGRAPH // 2)
    pieces = cut_paragraphs("a", text, None)
    assert len(pieces) > 1
    assert all(piece.end - piece.start <= MAX_PARAGRAPH for piece in pieces)
    assert " ".join(text[p.start : p.end] for p in pieces) == text.strip()


@given(st.text(alphabet=st.characters(codec="utf-8")), st.booleans())
def test_paragraphs_are_slices_in_order_and_cross_no_line(text: str, titled: bool) -> None:
    title = text.split("\n")[0] if titled else None
    end = 0
    for paragraph in cut_paragraphs("a", text, title):
        assert end <= paragraph.start < paragraph.end <= len(text)
        assert "\n" not in text[paragraph.start : paragraph.end]
        assert text[paragraph.start : paragraph.end].strip() == text[paragraph.start : paragraph.end]
        end = paragraph.end


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_word_is_outside_the_paragraphs(text: str) -> None:
    inside = "".join(text[p.start : p.end] for p in cut_paragraphs("a", text, None))
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]


def test_headline_is_no_full_sentence() -> None:
    assert is_headline("Bridge closed after flood")
    assert not is_headline("The bridge was closed on Monday.")
    assert not is_headline("")
