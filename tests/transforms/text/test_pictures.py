"""Credits of pictures: cut off their captions, and nothing else is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text.paragraphs import cut_paragraphs
from transforms.text.pictures import LEADING, TRAILING, PictureRule, picture_credits

RULES = (*LEADING, *TRAILING)


@pytest.mark.parametrize("rule", RULES, ids=[f"{rule.name}: {rule.example}" for rule in RULES])
def test_rule_cuts_its_example(rule: PictureRule) -> None:
    before, _, rest = rule.example.partition("[")
    credit, _, after = rest.partition("]")
    line = before + credit + after
    assert [line[start:end].strip() for start, end in picture_credits(line)] == [credit]


@pytest.mark.parametrize(
    "line",
    [
        "AFP reported that the boat had left.",
        "Reuters Foundation staff left the port.",
        "Getty Images chief Ann Berg left.",
        "Getty Images Chief Ann Berg left.",
        "The Environmental Protection Agency (EPA)",
        "Photos: the boat that left the port",
        "Ann Berg and/or Tom Hall left the port.",
        "The boat left, a photo taken by Ann Berg shows.",
        "Facebook said that the boat had left.",
    ],
)
def test_prose_credits_no_picture(line: str) -> None:
    assert picture_credits(line) == []


def test_a_credit_is_a_paragraph_of_its_own() -> None:
    text = "Boat leaves\nGetty Images The boat left in May. | AP Photo Strike at the port\nAnn Berg/AP"
    paragraphs = cut_paragraphs("a", text, "Boat leaves")
    assert [(p.kind, text[p.start : p.end]) for p in paragraphs] == [
        ("headline", "Boat leaves"),
        ("credit", "Getty Images"),
        ("body", "The boat left in May."),
        ("credit", "| AP Photo"),
        ("subheading", "Strike at the port"),
        ("credit", "Ann Berg/AP"),
    ]


@given(
    st.lists(st.sampled_from([rule.example for rule in RULES]), max_size=3).map(" ".join),
    st.text(max_size=40),
)
def test_nothing_is_lost(example: str, other: str) -> None:
    text = f"{example.replace('[', '').replace(']', '')} {other}"
    paragraphs = cut_paragraphs("a", text, None)
    assert all(a.end <= b.start for a, b in pairwise(paragraphs))
    kept = {i for p in paragraphs for i in range(p.start, p.end)}
    assert not any(text[i].isalnum() for i in range(len(text)) if i not in kept)
