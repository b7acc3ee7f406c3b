"""What no frame knows is told of too, and what is no happening is not."""

import pytest

from tests.transforms.events.reading import events_of
from transforms.events.deeds import DEED, NAMED_OCCASION, OCCASION


@pytest.mark.parametrize("frame", [DEED, OCCASION, NAMED_OCCASION], ids=lambda frame: frame.name)
def test_example(frame: object) -> None:
    found = [event for event in events_of(frame.example) if event.mode is None]  # type: ignore[attr-defined]
    assert any(event.event_type == "OTHER" for event in found)


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The crew repaired the cable.", ["repair"]),
        ("The cable was repaired.", ["repair"]),
        ("The museum knows the painter.", []),  # a state
        ("The painter said that it was late.", []),  # speech
        ("The crew may repair the cable.", []),  # nothing asserted
        ("The crew did not repair the cable.", []),
        ("The crew repairs cables.", []),  # a habit
        ("Navy repairs undersea cable", ["repair"]),  # a headline
        # Beside an event of PLOVER's types only what is done in a main clause.
        ("Police arrested a man who hid a helmet and they repaired the gate.", ["arrest", "hide", "repair"]),
        ("Wearing a helmet, the officer arrested a man.", ["arrest"]),
        ("A guard reported a fire.", ["report", "fire"]),
        ("A guard reported that it was late.", []),
        # What is to be counts where nothing else is told.
        ("The crew will repair the cable.", ["repair"]),
        ("Police arrested a man and the crew will repair the cable.", ["arrest"]),
        # A particle or the want of a clause makes a happening of a state.
        ("The cable went down.", ["go down"]),
        ("The cable failed.", ["fail"]),
        ("The crew failed to see it.", []),
        ("The crew began to dig.", ["dig"]),
        ("While being towed, the barge leaned.", ["tow", "lean"]),
        # Told in a clause of time, too, beside an event of PLOVER's types.
        ("Police arrested a man as he crossed the bridge.", ["arrest", "cross"]),
        # Nor is what is thought or said, or stands so; a cut lemma is mended.
        ("They were hoping for rain.", []),
        ("It turned out to be dry.", []),
        ("What the crew repaired was the cable.", []),
        ("Officials are set to dig a canal.", []),
        # Nor is talk, how things stand, or what ideas do to ideas.
        ("“The crew is repairing the cable,” the mayor said.", []),
        ("“The crew repaired the cable,” the mayor said.", ["repair"]),
        ("We repaired the cable.", []),
        ("The cable is owned by a firm.", []),
        ("The cable is being repaired.", ["repair"]),
        ("A cable laid by monks was repaired.", ["repair"]),
        ("Their unhappiness was magnified.", []),
        ("The runner broke the school record.", ["break", "record"]),
        # Nor what ideas, texts and events do to people; but violence and accidents strike.
        ("The speech thrilled the crowd.", []),
        ("The emails embarrassed the party.", []),
        ("The policy enriched the wealthy.", []),
        ("The vote handed them the senate.", ["vote"]),
        ("The fire blackened the school.", ["fire", "blacken"]),
        ("The campaign created a club.", ["create"]),
        ("A story replaced the diary.", []),
        ("The truck carved a position.", []),
        ("The hikers carved a position.", ["carve"]),
        # Nor what someone becomes or feels, nor growth without anyone's doing.
        ("The actor became famous.", []),
        ("The actor became the captain of the club.", ["become"]),
        ("The envoy was encouraged by the talks.", ["talk"]),
        ("The pace increased.", []),
        ("A number of aides were trashing a theory.", ["trash"]),
        ("The attack left six people dead.", ["attack", "leave", "dead"]),
        ("Questions have arisen.", []),
        ("The pilot controlled the plane.", []),
        ("The clerk increased the rent.", ["increase"]),
        # A decision is no event beside what was decided.
        ("The council decided to build a school.", ["decide", "build"]),
        ("The minister condemned the decision.", ["condemn"]),
    ],
)
def test_deeds(text: str, lemmas: list[str]) -> None:
    assert [event.lemma for event in events_of(text)] == lemmas


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("They spoke of the delay.", ["delay"]),
        (
            "Troops were sent to the port after the delay.",
            ["send"],
        ),  # beside an event the lesser does not count
        ("Troops were sent to the port after the mutiny.", ["send", "mutiny"]),
        ("They met again last fall.", ["meet"]),  # a season
        ("The plan was a disaster.", []),  # only said of what kind it is
        ("It was an accident.", ["accident"]),
        # How a thing went or stands; what lasts is told of only where it is said to come about.
        ("They spoke of the success.", []),
        ("They spoke of the campaign.", []),
        ("They launched a campaign.", ["launch", "campaign"]),
        # Bare plurals of votes, rulings, leaks; a person; television.
        ("The mayor won votes in the north.", ["win"]),
        ("They spoke of leaks.", []),
        ("They spoke of the leak.", ["leak"]),
        ("The nominee sang.", ["sing"]),
        ("The king announced his nominee.", ["nominee"]),
        ("They watched the talk show.", []),
        # A bare noun is of such things as they come, unless a verb says that it came about.
        ("The book is about fever and violence.", ["fever"]),
        ("They spoke of outbursts.", []),
        ("They spoke of outbursts of the mayor.", ["outburst"]),
        ("The mayor had outbursts.", ["outburst"]),
        ("Shots were heard.", ["shot"]),
        ("The painter favoured same-sex marriage.", []),
        ("The painter spoke of a marriage.", ["marriage"]),
        ("The mayor spoke of his record.", []),
        ("The mayor was under fire.", []),
        # Headlines of other reports that a page glues to a name.
        ("Ann Low Ann Mary LowMayor repairs bridge, crash kills four MORE repaired the gate.", ["repair"]),
        ("The council passed several reforms.", ["pass"]),  # of many, no one happening
        ("Ann Low, left, and Tom Hay met in Oslo.", ["meet"]),  # below a picture
        ("They made an attempt to climb the tower.", ["climb"]),  # the clause says of what
        ("They watched the tower on Easter Day.", []),  # a day, no occasion
    ],
)
def test_occasions(text: str, lemmas: list[str]) -> None:
    assert [event.lemma for event in events_of(text)] == lemmas


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        # What an event is for, or hangs on, is no event beside it.
        ("The army sent soldiers to fix the road.", ["send"]),
        ("The rebels will free the guards if he wins the election.", ["free", "election"]),
        # Nor is its telling, which is a claim.
        ("The army attacked the town, the ministry confirmed.", ["attack"]),
        # One purpose is one event with what serves it.
        ("The ministers met to discuss the border.", ["meet"]),
        ("Peru summoned the ambassador to complain about the raid.", ["summon", "raid"]),
        ("Prosecutors opened an investigation into the allegations.", ["investigation"]),
        # Two deeds are two.
        ("The ministers met and discussed the border.", ["meet", "discuss"]),
        # A state of siege is no siege.
        ("The president declared a state of siege.", ["declare"]),
    ],
)
def test_what_is_no_event_of_its_own(text: str, lemmas: list[str]) -> None:
    assert [event.lemma for event in events_of(text)] == lemmas


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        # With a particle that no frame knows, a verb is another one: there is no cut in aid, no arrest.
        ("Thieves pulled off a two million euro coup.", "SANCTION"),
        ("Fans toyed with taking the mayor out over his silence.", "COERCE"),
        # What is said of jobs, laws and speakers, not of soldiers.
        ("The reform moved miners into new occupations.", "ASSAULT"),
        ("The mayor wants to fire idle clerks.", "ASSAULT"),
        ("The senate killed the regulation.", "ASSAULT"),
        ("The mayor pointed to gun sales.", "THREATEN"),
        ("The letter demonstrated that he was ill.", "PROTEST"),
        ("The king held a meeting with party leaders.", "COERCE"),
    ],
)
def test_words_in_another_sense(text: str, event_type: str) -> None:
    assert event_type not in {event.event_type for event in events_of(text)}


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("He agreed in return for a fee.", "return"),
        ("They came at the request of the king.", "request"),
        ("The blast came in the wake of the vote.", "wake"),
    ],
)
def test_nouns_that_are_half_a_preposition_tell_of_nothing(text: str, lemma: str) -> None:
    assert lemma not in [event.lemma for event in events_of(text)]


def test_a_clause_of_time_is_no_complement() -> None:
    events = {
        event.lemma: event.event_type for event in events_of("He committed suicide after being arrested.")
    }
    assert events["suicide"] == "OTHER"
    assert events["arrest"] == "COERCE"
    assert "AGREE" not in events.values()


def test_a_crime_and_the_charge_are_two_events() -> None:
    found = [event.event_type for event in events_of("He was charged with drunken driving.")]
    assert found == ["ACCUSE", "OTHER"]


def test_a_person_of_the_report_is_no_event() -> None:
    found = events_of("Mr. Rex Strike met Ann Hunt on Monday. Strike was late.")
    assert [event.lemma for event in found] == ["meet"]
