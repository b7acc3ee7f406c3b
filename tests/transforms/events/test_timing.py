"""Each event has the day of its own clause; another clause's is inherited, or none of its own."""

import pytest

from tests.documents import parsed
from transforms.dates.sentences import date_sentences
from transforms.dates.timexes import find_timexes
from transforms.entities.mentions import find_mentions
from transforms.events.mentions import find_event_mentions


@pytest.mark.parametrize(
    ("text", "word", "day", "basis"),
    [
        ("The king was shot on Friday.", "shot", "2022-12-02", "relative"),
        ("The envoy was attacked on Friday and a guard was shot.", "attacked", "2022-12-02", "relative"),
        ("The envoy was attacked on Friday and a guard was shot.", "shot", "2022-12-02", "relative"),
        ("Peru is accused of backing the invasion that followed the 9/11 attacks.", "accused", None, "none"),
        ("Peru is accused of backing the invasion that followed the 9/11 attacks.", "invasion", None, "none"),
        ("Peru is accused of backing the invasion that followed the 9/11 attacks.", "attacks", "2001-09-11",
         "named_event"),
        ("The rebels, who fled the city in August last year, attacked a convoy.", "attacked", None, "none"),
    ],
)  # fmt: skip
def test_the_day_is_the_clauses(text: str, word: str, day: str | None, basis: str) -> None:
    document = parsed(text)
    timexes = find_timexes(document)
    sentences = date_sentences(document, timexes)
    events = find_event_mentions(document, find_mentions(document), sentences, timexes, [])[0]
    (found,) = [event for event in events if event.text == word]
    assert (found.date_start and str(found.date_start), found.date_basis) == (day, basis)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Peru is accused of backing the invasion that followed the 9/11 attacks.", "invasion", "historical"),
        ("Peru backed the coup that toppled him following the 9/11 attacks.", "toppled", "historical"),
        ("Peru backed the coup that toppled him following the 9/11 attacks.", "coup", "historical"),
        ("The coup that toppled him was backed by Peru.", "toppled", "asserted"),
        # In a main clause the past may be the news.
        ("The king was shot following the 9/11 attacks.", "shot", "asserted"),
    ],
)
def test_what_came_after_a_thing_of_long_ago_is_of_long_ago(text: str, word: str, status: str) -> None:
    document = parsed(text)
    timexes = find_timexes(document)
    sentences = date_sentences(document, timexes)
    events = find_event_mentions(document, find_mentions(document), sentences, timexes, [])[0]
    (found,) = [event for event in events if event.text == word]
    assert found.status == status
