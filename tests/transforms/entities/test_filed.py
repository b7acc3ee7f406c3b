"""The dateline that a report begins with, and what only looks like one."""

import pytest

from tests.documents import parsed
from transforms.entities.filed import dateline_of, filed_at, filed_before
from transforms.entities.mentions import find_mentions


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("KABUL: The bridge was closed.", ("Kabul",)),
        ("Kolkata: The bridge was closed.", ("Kolkata",)),
        ("DUNMORE, Ohio: The bridge was closed.", ("Dunmore",)),
        ("DUNMORE - The bridge was closed.", ("Dunmore",)),
        ("DUNMORE (AP): The bridge was closed.", ("Dunmore",)),
        # Who speaks, and labels.
        ("ANN SMITH: We turn to the bridge now.", None),
        ("Smith: The bridge must be closed.", None),
        ("Poll: Most want the bridge closed.", None),
        ("FACT CHECK: The bridge was never closed.", None),
    ],
)
def test_dateline_of_a_report(line: str, places: tuple[str, ...] | None) -> None:
    document = parsed(line)
    start, head = dateline_of(document)
    assert (start, head and head.places) == (0, places)
    assert len(filed_at(document)) == (head.end if head else 0)


def test_who_speaks_is_no_place() -> None:
    found = find_mentions(parsed("TOMAS BERG: We turn to the bridge in Oslo now."))
    assert [one.text for one in found if one.label == "GPE"] == ["Oslo"]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Rain in Orbanpur shuts a school", True),
        ("Rain shuts a school", False),
        ("Ann Orbanpur shuts a school", False),
    ],
)
def test_a_place_that_the_report_names_elsewhere_is_one(title: str, place: bool) -> None:
    document = parsed("ORBANPUR: Rain shut a school on Friday.\nIt will open soon.", title=title)
    assert bool(dateline_of(document)[1]) is place


def test_later_paragraphs_have_datelines_of_their_own() -> None:
    text = "Two reports follow.\nNOVI, Serbia (NDN) -- A bridge was closed.\nADA: A bridge was opened."
    document = parsed(text, title="News in brief")
    bridges = [token.start for token in document.tokens if token.text == "bridge"]
    ends = [filed_before(document, start) for start in bridges]
    assert [document.text[end:].split(" ", 1)[0] for end in ends] == ["A", "ADA:"]
