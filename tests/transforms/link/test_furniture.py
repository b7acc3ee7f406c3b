import pytest

from tests.transforms.link.reports import text_of
from transforms.link.furniture import FURNITURE, FurnitureRule, strip_furniture


@pytest.mark.parametrize("rule", FURNITURE, ids=lambda rule: rule.name)
def test_rule_takes_its_example(rule: FurnitureRule) -> None:
    assert rule.pattern.fullmatch(rule.example)
    assert strip_furniture(f"Rain fell.\n{rule.example}\nIt stopped.") == "Rain fell.\nIt stopped."


@pytest.mark.parametrize(
    "line",
    [
        "Video of the arrest was shown to the jury on Monday.",
        "Photographs show that three of 40 houses stand.",
        "Read this before you vote, the pamphlet said.",
        "Advertisements were banned in 1998.",
        "On 4 December the river rose.",
        "12.5 13.0 14",
        "Related charges were dropped last year, because two witnesses had died.",
    ],
)
def test_prose_stays(line: str) -> None:
    assert strip_furniture(line) == line


def test_datelines_and_credits_go() -> None:
    text = "KABUL, Afghanistan (AP) — Rain fell.\n\n(Reporting by Ann Smith)\nWith inputs from agencies"
    assert strip_furniture(text) == "Rain fell."


@pytest.mark.parametrize(
    "line",
    [
        "Photos: A city after the storm",
        "WATCH: Bridge over the Drava closes",
        "Ann Smith and Joe Doe contributed to this report.",
        "NDN correspondents in Kabul and London contributed to this story.",
        "Copyright © 2022 The Daily",
        "© The Daily",
    ],
)
def test_what_the_page_tells_of_itself_goes(line: str) -> None:
    assert strip_furniture(f"Rain fell.\n{line}\nIt stopped.") == "Rain fell.\nIt stopped."
    assert not any(rule.pattern.fullmatch(line) for rule in FURNITURE)


def test_a_report_without_furniture_is_kept() -> None:
    assert strip_furniture(text_of(1)) == text_of(1)
