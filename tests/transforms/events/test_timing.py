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
        # What another clause is counted from.
        ("A bomb killed nine people on Friday, a day after gunmen attacked a guard.", "killed", "2022-12-02",
         "relative"),
        ("A bomb killed nine people on Friday, a day after gunmen attacked a guard.", "attacked", "2022-12-01",
         "relative"),
        ("A bomb killed nine people on Friday, a day after gunmen shot dead a guard.", "dead", "2022-12-01",
         "relative"),
        ("Rebels freed two nuns on Friday, eleven days after abducting them.", "abducting", "2022-11-21",
         "relative"),
        ("Shells hit the port on Friday, a week after an attack on the market.", "attack", "2022-11-25", "relative"),
        ("She resigned on Friday, two days before voters elected a parliament.", "elected", "2022-12-04", "relative"),
        ("Rebels freed two nuns on Friday, about two weeks after abducting them.", "abducting", None, "none"),
        ("Rebels freed two nuns on Friday, hours after abducting them.", "abducting", "2022-12-02", "inherited"),
        # What those did before who are caught, tried or dead now.
        ("A cellist who was jailed in Lima for playing a tango died on Friday.", "jailed", None, "none"),
        ("Police on Friday arrested a man who stabbed a bishop.", "stabbed", None, "none"),
        ("Police on Friday searched a man who had bombed a chapel.", "bombed", None, "none"),
        ("Gunmen who attacked a school near Gao killed three teachers on Friday.", "attacked", "2022-12-02",
         "inherited"),
        # What a court is told.
        ("A jury was told on Friday that Ann Rowe stabbed her landlord.", "stabbed", None, "none"),
        ("The court heard on Friday that Rowe attacked a neighbour.", "attacked", None, "none"),
        ("The court heard on Friday that Rowe attacked a neighbour in May.", "attacked", "2022-05-01", "relative"),
        ("Police were told on Friday that Rowe attacked a neighbour.", "attacked", "2022-12-02", "inherited"),
        # What happens at once, filed a day later.
        ("TUNIS, Dec 3 - Six people were killed when a boiler burst here on Friday.", "killed", "2022-12-02",
         "inherited"),
        ("Two people were killed on Friday when shells hit a market.", "hit", "2022-12-02", "relative"),
        ("A guard was wounded on Friday as rioters stormed the palace.", "stormed", "2022-12-02", "relative"),
        # What was then: behind an expression, whatever that dates.
        ("The truce held until 2001, when the army bombed a camp.", "bombed", "2001-01-01", "explicit"),
        ("She has not spoken since July, when gunmen attacked her.", "attacked", "2022-07-01", "relative"),
        # What has happened is not dated by what lies ahead.
        ("It rained on Friday.\nA dam broke.\nThe envoy, who is due in Lima on Monday, condemned the raid.",
         "condemned", "2022-12-02", "inherited"),
        # An hour is of no day: that of the speech is not its own.
        ("A baker said on Friday that gunmen stormed the inn at 11pm.", "stormed", "2022-12-02", "inherited"),
        # What is called for a day to come.
        ("The union has called a strike for Monday.", "strike", "2022-12-05", "relative"),
        ("The union has called a strike on December 9.", "strike", "2022-12-09", "relative"),
        ("The union called a strike on Friday.", "strike", "2022-12-02", "relative"),
        # The new day of what was put off, and what was called off is not dated by the day it was for.
        ("The trial was moved from Monday to May 4.", "trial", "2023-05-04", "relative"),
        ("It rained on Friday.\nA dam broke.\nThe visit was postponed from Monday to May 4.", "postponed",
         "2022-12-02", "inherited"),
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


@pytest.mark.parametrize("past", ["In 1944 fighters rose against the king.", "She was born in 1921."])
def test_what_a_passage_on_the_past_tells_is_historical(past: str) -> None:
    document = parsed(f"Ada Brandt died on Friday. {past} Soldiers shot a priest.")
    timexes = find_timexes(document)
    sentences = date_sentences(document, timexes)
    events = find_event_mentions(document, find_mentions(document), sentences, timexes, [])[0]
    assert [event.status for event in events if event.text in ("died", "shot")] == ["asserted", "historical"]


@pytest.mark.parametrize(
    ("text", "word", "day", "status"),
    [
        # The lead's day is not that of the deed, whose day the report states, nor is the day of the speech.
        ("Ann Rowe was tried on Friday over a shooting on Tuesday.\nA boy bled after she shot him.", "shot",
         "2022-11-29", "asserted"),
        ("Rebels attacked an inn on Tuesday.\nA baker said on Friday that they stormed the kitchen.", "stormed",
         "2022-11-29", "asserted"),
        # What somebody was once convicted of is not today's.
        ("Ann Rowe attacked a guard on Friday.\nShe was convicted of assault in 2019.", "assault", None, "historical"),
    ],
)  # fmt: skip
def test_the_day_that_a_report_states_of_a_deed_goes_before_the_leads(
    text: str, word: str, day: str | None, status: str
) -> None:
    document = parsed(text)
    timexes = find_timexes(document)
    sentences = date_sentences(document, timexes)
    events = find_event_mentions(document, find_mentions(document), sentences, timexes, [])[0]
    (found,) = [event for event in events if event.text == word]
    assert (found.date_start and str(found.date_start), found.status) == (day, status)


def test_a_headline_tells_of_what_the_lead_dates() -> None:
    text = "Soldiers killed two rebels on Tuesday.\nThe rebels claimed Friday's ambush on a convoy."
    document = parsed(text, title="Army says two rebels killed in border raid")
    timexes = find_timexes(document)
    sentences = date_sentences(document, timexes)
    events = find_event_mentions(document, find_mentions(document), sentences, timexes, [])[0]
    assert [str(event.date_start) for event in events if event.text == "raid"] == ["2022-11-29"]
