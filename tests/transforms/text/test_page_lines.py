"""Lines that are the page's own: each rule knows its example, and sentences of a report stay."""

import pytest

from transforms.text.page_lines import PAGE_LINES, PageLine, is_page_line
from transforms.text.paragraphs import cut_paragraphs


@pytest.mark.parametrize("rule", PAGE_LINES, ids=lambda rule: rule.name)
def test_rule_knows_its_example(rule: PageLine) -> None:
    assert rule.pattern.fullmatch(rule.example)
    text = f"A headline\nSome text.\n{rule.example}\nMore text."
    assert [one.kind for one in cut_paragraphs("a", text, "A headline")] == [
        "headline", "body", "credit", "body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Advertisements were banned in 1998.",
        "Related charges were dropped: two witnesses had died.",
        "Watch the bridge, he said: it may fall.",
        "She told them to read more.",
        "They signed up, and you agree that it was late.",
        "The men were told to sign up for a newsletter.",
        "Follow the river on foot, the guide said.",
        "Reuters reported that the bridge had closed.",
        "Ann Berg contributed to this success.",
        "Video of the arrest was shown: two men were held.",
        "Sign up or leave, the officers said.",
        "Years of neglect contributed to this story.",
        "(c) The buyer bears the cost of the copyright.",
        "Live music was heard: the bridge had opened.",
    ],
)
def test_sentences_of_a_report_stay(line: str) -> None:
    assert not is_page_line(line)
