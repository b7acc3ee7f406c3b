from datetime import date, timedelta

import pytest

from tests.transforms.events.reading import events_of
from transforms.events.status import GOVERNORS, NEWS_DAYS, in_time

PUBLISHED = date(2022, 12, 4)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Police arrested the driver.", "arrested", "asserted"),
        ("Police did not arrest the driver.", "arrest", "negated"),
        ("No one was arrested.", "arrested", "negated"),
        ("There was no attack.", "attack", "negated"),
        ("There were no plans to arrest him.", "arrest", "negated"),
        ("Police could arrest the driver.", "arrest", "hypothetical"),
        ("If police arrest him, he will appeal.", "arrest", "hypothetical"),
        ("They wanted to kidnap the minister.", "kidnap", "hypothetical"),
        ("They planned to kidnap the minister.", "kidnap", "future"),
        ("A possible attack worried the mayor.", "attack", "hypothetical"),
        ("The driver will be arrested.", "arrested", "future"),
        ("They managed to kidnap the minister.", "kidnap", "asserted"),
        ("The mayor denied that the guards had fired on the crowd.", "fired", "negated"),
        ("The envoy did not get any injuries.", "injuries", "negated"),
        ("He left without signing the deal.", "signing", "negated"),
        ("Police arrested two men instead of shooting them.", "shooting", "negated"),
        ("The army withdrew rather than attacking the town.", "attacking", "negated"),
        ("They considered closing the border.", "closing", "hypothetical"),
        ("He risks being arrested.", "arrested", "hypothetical"),
        ("The goal is to cut tariffs.", "cut", "hypothetical"),
        ("Ministers are to meet in Oslo.", "meet", "future"),
        ("It felt like an attack.", "attack", "hypothetical"),
        ("They left in anticipation of a crackdown.", "crackdown", "hypothetical"),
        # What is done again and again, or by anyone, is no happening.
        ("When they arrest a rebel, they call his family.", "arrest", "hypothetical"),
        ("They waved when you enter by the east gate.", "enter", "hypothetical"),
        ("He likes the museum, which closes at noon.", "closes", "hypothetical"),
        ("The museum has closed.", "closed", "asserted"),
        ("The museum often closed at noon.", "closed", "hypothetical"),
        ("Police arrest a man in Oslo.", "arrest", "asserted"),
        # What a thing is for, is thought of or voted on, need not be.
        ("The device was designed to damage the firm.", "damage", "hypothetical"),
        ("The council took new action to prevent robberies.", "prevent", "hypothetical"),
        ("His decision to fire the chief surprised everyone.", "fire", "asserted"),
        ("The company is thinking about cutting the staff.", "cutting", "hypothetical"),
        ("The senators voted against advancing the bill.", "advancing", "hypothetical"),
        ("The team stood on the verge of defeat.", "defeat", "hypothetical"),
        ("He would get the sultan to pay for the bridge.", "pay", "hypothetical"),
        # When and where a refusal was made is not refused.
        ("In an interview, the envoy denied that he had met the smuggler.", "interview", "asserted"),
        ("Did the guards shoot the prisoner?", "shoot", "hypothetical"),
        ("Why did the guards shoot the prisoner?", "shoot", "asserted"),
        ("They would deport anyone who was arrested at the port.", "arrested", "hypothetical"),
        ("If a worker who left returns, he will be paid.", "left", "hypothetical"),
        ("The law helps farmers by paying for seed.", "paying", "hypothetical"),
        ("Watergate changed the party.", "Watergate", "historical"),
        # What is negated by other words than "not", or beside the verb.
        ("Police neither arrested nor fined the driver.", "arrested", "negated"),
        ("Police neither arrested nor fined the driver.", "fined", "negated"),
        ("Lima has neither confirmed nor denied that it arrested the pilot.", "arrested", "hypothetical"),
        ("Lima did not confirm that it had arrested the pilot.", "arrested", "hypothetical"),
        ("Lima confirmed that it had arrested the pilot.", "arrested", "asserted"),
        ("Not one captive was freed.", "freed", "negated"),
        ("Not a single captive was freed.", "freed", "negated"),
        ("The general stopped short of signing the deal.", "signing", "negated"),
        ("The general stopped short of declaring victory.", "victory", "negated"),
        ("The march ended without an arrest.", "arrest", "negated"),
        ("The march did not end without an arrest.", "arrest", "asserted"),
        ("The firm cannot pay without the bailout.", "bailout", "asserted"),
        ("Police did not make an arrest.", "arrest", "negated"),
        ("The keeper has not missed a match.", "match", "asserted"),
        ("An arrest will not stop the party.", "arrest", "asserted"),
        ("Lima did not deny the attack.", "attack", "asserted"),
        ("The guards did not fail to arrest him.", "arrest", "asserted"),
        # Who does not hold it to be so, or denies that it is told, leaves it open or denies it.
        ("The mayor did not believe that the guards had shot him.", "shot", "hypothetical"),
        ("The mayor believed that the guards had shot him.", "shot", "asserted"),
        ("There was no evidence that the guards had shot him.", "shot", "hypothetical"),
        ("There was evidence that the guards had shot him.", "shot", "asserted"),
        ("The mayor denied reports that the guards had shot him.", "shot", "negated"),
        # "Would" foresees only behind what someone said.
        ("The mayor said that he would close the bridge.", "close", "future"),
        ("The mayor says that he would close the bridge.", "close", "hypothetical"),
        ("“I would close the bridge,” the mayor said.", "close", "hypothetical"),
        ("“I would like to succeed in closing the bridge,” the mayor said.", "closing", "hypothetical"),
        ("The mayor was asked about success when it came to freeing captives.", "freeing", "hypothetical"),
        ("She opposed jailing the editor.", "jailing", "hypothetical"),
        ("She weighed proposals of jailing the editor.", "jailing", "hypothetical"),
        ("The change made officers less willing to stop drivers.", "willing", "negated"),
        # What is called off is not held.
        ("The concert was cancelled.", "concert", "negated"),
        ("The botched concert cost him a friend.", "concert", "asserted"),
        ("The club called off the match.", "match", "negated"),
        ("The talks were planned for Friday but were put off.", "talks", "negated"),
        ("Imagine that gunmen bombed a school.", "bombed", "hypothetical"),
        ("They imagined that gunmen bombed a school.", "bombed", "asserted"),
        ("The talks were held on Friday but the vote was put off.", "talks", "asserted"),
        ("The club wanted to cancel the match.", "match", "asserted"),
        ("The match was postponed.", "match", "future"),
    ],
)
def test_status_by_grammar(text: str, word: str, status: str) -> None:
    assert (word, status) in [(event.text, event.status) for event in events_of(text)]


@pytest.mark.parametrize("text", ["The museum closes at noon.", "The firm rents boats and sells cars."])
def test_what_a_main_clause_says_is_done_as_a_rule_is_no_event(text: str) -> None:
    assert not events_of(text)


@pytest.mark.parametrize("text", ["A climber falls from the cliff.", "The firm announces its results."])
def test_captions_and_reports_tell_so_of_what_was(text: str) -> None:
    assert events_of(text)


def test_a_headline_that_a_page_sets_in_the_body_is_one() -> None:
    assert [event.status for event in events_of("It was full.\n\nMuseum closes gallery in Oslo")] == [
        "asserted"
    ]


def test_the_present_of_a_headline_is_no_habit() -> None:
    found = events_of("It was full.", title="Museum closes")
    assert [event.status for event in found if event.lemma == "close"] == ["asserted"]


@pytest.mark.parametrize("governor", GOVERNORS, ids=lambda governor: governor.status)
def test_governor(governor) -> None:
    (event,) = [event for event in events_of(governor.example) if event.lemma == "attack"]
    assert event.status == governor.status or (governor.status == "future" and event.event_type == "THREATEN")


def test_stated_dates_correct_the_grammar() -> None:
    back = PUBLISHED - timedelta(days=NEWS_DAYS + 1)
    ahead = PUBLISHED + timedelta(days=1)
    assert in_time("asserted", back, back, True, PUBLISHED) == "historical"
    assert in_time("asserted", back, PUBLISHED, True, PUBLISHED) == "asserted"
    assert in_time("asserted", ahead, ahead, True, PUBLISHED) == "future"
    assert in_time("asserted", back, back, False, PUBLISHED) == "asserted"
    assert in_time("negated", back, back, True, PUBLISHED) == "negated"
    assert in_time("asserted", None, None, True, PUBLISHED) == "asserted"
