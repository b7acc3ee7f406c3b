"""Who, whom, where, how many; and what holds of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.records import EventMention
from schemas.vocabulary import EVENT_TYPES, STATUSES
from tests.documents import parsed
from tests.transforms.events.reading import events_of, names_of, undated
from transforms.events.mentions import find_event_mentions


def event(text: str, word: str) -> EventMention:
    (found,) = [event for event in events_of(text) if event.text == word]
    return found


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        ("The Afghan government condemned the strike.", "condemned", ["Afghan government"], []),
        # Whom a deed concerns that is named as a thing is not who did it; who led it did.
        ("The US-led invasion of Iraq toppled the Baathists.", "toppled", ["US"], ["Baathists"]),
        # Who is condemned for violence, or thanked, is not whom it fell on.
        ("Chile condemned the murder of Ann Smith.", "condemned", ["Chile"], []),
        ("Chile backed the US-led invasion of Iraq.", "backed", ["Chile"], ["US"]),
        # What a preposition joins is the object's doing, where one is accused of it or kept from it.
        ("Chad was accused of attacking the town.", "attacking", ["Chad"], ["town"]),
        ("Police charged Ann Smith with kidnapping a boy.", "kidnapping", ["Ann Smith"], ["boy"]),
        # Who says that there are no plans speaks of his own side's.
        ("The ministry said that there were no plans to arrest him.", "arrest", ["ministry"], []),
        # Where an envoy was, or an embassy stood, is whom the withdrawal is meant for.
        ("Norway recalled its ambassador to Iran.", "recalled", ["Norway"], ["Iran"]),
        ("Norway closed its embassy in Chad.", "closed", ["Norway"], ["Chad"]),
        ("Gunmen kidnapped two of the guards.", "kidnapped", ["Gunmen"], ["guards"]),
        ("Wounded guard flown to Pakistan", "flown", [], ["Wounded guard"]),
        ("The US-led invasion of Iraq toppled the Baathists.", "invasion", ["US"], ["Iraq"]),
        ("Police sought an Afghan murder suspect.", "murder", [], []),
        ("Police arrested forty people on New Year's Eve.", "arrested", ["Police"], ["people"]),
        ("Jonas Petrak died at a hospital in Brno on Monday.", "died", [], ["Jonas Petrak"]),
        # In a headline a past of what has to have an object is a passive; what it is aimed at is none.
        ("Bishop threatened", "threatened", [], ["Bishop"]),
        ("Baker killed as van hits wall", "killed", [], ["Baker"]),
        ("Nurse shot dead in Oslo", "shot", [], ["Nurse"]),
        ("Captives freed", "freed", [], ["Captives"]),
        ("Baker kidnapped by gunmen", "kidnapped", ["gunmen"], ["Baker"]),
        ("Rebels threatened to attack the port", "threatened", ["Rebels"], []),
        ("A bishop threatened the guard.", "threatened", ["bishop"], ["guard"]),
        # Who receives a thing has not done it; who it is from has.
        ("The bishop received death threats.", "threats", [], ["bishop"]),
        ("The bishop got a threat from the gang.", "threat", ["gang"], ["bishop"]),
        ("The mayor received a visit from the king.", "visit", ["king"], ["mayor"]),
        ("The tax drew criticism from Chile.", "criticism", ["Chile"], []),
        # Who dies in a deed has not done it.
        ("Four nurses died in shelling from the hills.", "shelling", [], []),
        # A country in front of a noun of such deeds says where it was.
        ("The Chad ambush killed two guards.", "ambush", [], []),
        ("Soldiers shot a protester.", "shot", ["Soldiers"], ["protester"]),
        ("A protester was shot by soldiers.", "shot", ["soldiers"], ["protester"]),
        ("France and Germany condemned Russia.", "condemned", ["France", "Germany"], ["Russia"]),
        ("Police stormed the house and arrested two men.", "arrested", ["Police"], ["men"]),
        ("Israel's invasion of Lebanon began.", "invasion", ["Israel"], ["Lebanon"]),
        ("The army launched an attack on the rebels.", "attack", ["army"], ["rebels"]),
        ("The embassy came under attack.", "attack", [], ["embassy"]),
        ("Talks between Iran and Oman ended.", "Talks", ["Iran", "Oman"], []),
        ("Troops clashed with rebels.", "clashed", ["Troops", "rebels"], []),
        ("Gunmen, wearing masks, kidnapped a priest.", "kidnapped", ["Gunmen"], ["priest"]),
        ("His arrest angered voters.", "arrest", [], []),
        # Whose nomination it is, is nominated; but a chamber's hearing is held by it.
        ("Ann Smith's nomination angered voters.", "nomination", [], ["Ann Smith"]),
        ("The party's nomination of Ann Smith angered voters.", "nomination", ["party"], ["Ann Smith"]),
        ("The king's appointments angered voters.", "appointments", ["king"], []),
        ("The senate's hearing lasted for hours.", "hearing", ["senate"], []),
        # Who is told of with "who" is people, whatever the noun.
        ("The brass who visited Ann Smith waved.", "visited", ["brass"], ["Ann Smith"]),
        ("The ministers met the nominee.", "met", ["ministers", "nominee"], []),
        ("Ann Smith spoke by telephone with Joe Biden.", "spoke", ["Ann Smith", "Joe Biden"], []),
        (
            "In a phone call with Olaf Scholz, Joe Biden thanked Germany.",
            "call",
            ["Olaf Scholz", "Joe Biden"],
            [],
        ),
    ],
)
def test_participants(text: str, word: str, actors: list[str], recipients: list[str]) -> None:
    found = event(text, word)
    assert [one.name for one in found.actors] == actors
    assert [one.name for one in found.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "word", "killed", "injured", "arrested"),
    [
        # A sum over the rows of a sentence counts nobody twice ...
        ("A bomb killed 12 people and wounded 30.", "killed", 12, None, None),
        ("A bomb killed 12 people and wounded 30.", "wounded", None, 30, None),
        # ... and who was killed and hurt stands at what befell them, where that has a row.
        ("The blast killed two people and wounded a third.", "blast", 2, 1, None),
        ("A bomb attack in Quetta killed two people and wounded three.", "attack", 2, 3, None),
        ("Gunmen ambushed a convoy, killing four soldiers and wounding nine.", "ambushed", 4, 9, None),
        ("Gunmen ambushed a convoy, killing four soldiers and wounding nine.", "killing", None, None, None),
        ("Three people died in a bus crash and ten were injured.", "crash", 3, 10, None),
        ("Twelve people were killed when a bomber attacked a mosque.", "attacked", 12, None, None),
        ("The explosion, which killed four workers, shut the port.", "explosion", 4, None, None),
        # What another clause tells did not befall them.
        ("The army shelled the town after rebels killed 12 soldiers.", "shelled", None, None, None),
        ("The army shelled the town after rebels killed 12 soldiers.", "killed", 12, None, None),
        ("Police arrested 40 people at a protest in Minsk.", "arrested", None, None, 40),
        ("Police arrested 40 people at a protest in Minsk.", "protest", None, None, None),
        ("At least twenty-one soldiers were killed in the ambush.", "ambush", 21, None, None),
        ("The attack left two dozen people dead.", "attack", 24, None, None),
        ("A sniper killed a soldier.", "killed", 1, None, None),
        ("Gunmen killed two guards and a driver.", "killed", 3, None, None),
        ("Gunmen killed dozens of villagers.", "killed", None, None, None),
        ("Gunmen wanted to kill 12 people.", "kill", None, None, None),
        ("Floods killed 19 people in Beira.", "Floods", 19, None, None),
        ("The death toll from the ambush has risen to nine.", "ambush", 9, None, None),
        ("Police arrested 1,200 protesters.", "arrested", None, None, 1200),
        ("Police arrested suspects.", "arrested", None, None, None),
        ("Police arrested the driver.", "arrested", None, None, 1),
        ("The guard was injured.", "injured", None, 1, None),
        ("The blast killed two people and wounded a third.", "killed", None, None, None),
        ("Gunmen killed three soldiers, two policemen and a driver.", "killed", 6, None, None),
        ("Three people, two children and a woman, were killed.", "killed", 3, None, None),
        ("Ten people were killed and 80 injured on Sunday.", "killed", 10, None, None),
        ("Ten people were killed and 80 injured on Sunday.", "injured", None, 80, None),
        ("The attack left 10 dead and more than 20 wounded.", "attack", 10, 20, None),
        ("Ten dead in southern Iran quake", "quake", 10, None, None),
        # A toll that names no happening stands at its own verb.
        ("The death toll from Hurricane Petra rose to 43 on Tuesday from 17.", "rose", 43, None, None),
        ("The death toll climbed to 90.", "climbed", 90, None, None),
        ("The death toll from the fire has reached 30.", "fire", 30, None, None),
        ("The death toll did not reach 30.", "reach", None, None, None),
        ("The number of dead rose to 43.", "dead", 43, None, None),
        ("Eleven soldiers were wounded when rebels fired on a truck.", "fired", None, 11, None),
        # What a report takes back counts nobody.
        ("An earlier version of this report said that nine people died.", "died", None, None, None),
    ],
)
def test_counts(text: str, word: str, killed: int | None, injured: int | None, arrested: int | None) -> None:
    found = event(text, word)
    assert (found.killed, found.injured, found.arrested) == (killed, injured, arrested)


@pytest.mark.parametrize(
    ("text", "word", "place", "country"),
    [
        ("Gunmen attacked a school in Nairobi, officials said in London.", "attacked", "Nairobi", "KEN"),
        ("The Nairobi attack shocked the nation.", "attack", "Nairobi", "KEN"),
        ("The US attack killed two men.", "attack", None, None),
        ("An earthquake shook Chile on Sunday.", "earthquake", "Chile", "CHL"),
        ("The invasion of Kuwait began in August.", "invasion", "Kuwait", "KWT"),
        ("Gunmen attacked a Nairobi hotel.", "attacked", "Nairobi", "KEN"),
        ("Youths stormed a party in Nairobi, killing two people.", "killing", "Nairobi", "KEN"),
        ("Pirates attacked a ship off Chile.", "attacked", "Chile", "CHL"),
        ("The minister of Chad met the envoy.", "met", None, None),
        # What a town of a name is, the model need not know.
        ("Gunmen killed nine traders in the Sudanese town of Umm Sakin.", "killed", "Umm Sakin", "SDN"),
        # Where somebody died is not where he had done it.
        ("A cellist who led a riot in her youth died in Bergen.", "riot", None, None),
        # Of an area or a road what names it, of what stands on a thing where that is.
        ("Gunmen attacked the port of Mombasa.", "attacked", "Mombasa", "KEN"),
        ("Gunmen killed the mayor of Mombasa.", "killed", None, None),
        ("A boy was shot on a dark Brooklyn street.", "shot", "Brooklyn", "USA"),
        ("A bomber struck a checkpoint on the outskirts of Kandahar.", "struck", "Kandahar", "AFG"),
        ("Soldiers killed two men during an attack on a house in Jenin.", "killed", "Jenin", "PSE"),
        ("Gunmen attacked a school in Dunmore, Ohio, on Friday.", "attacked", "Dunmore", "USA"),
        # The region in a dateline tells, too.
        ("QUELIMANE, Mozambique (AP) — Gunmen attacked a school.", "attacked", "Quelimane", "MOZ"),
        ("DUNMORE, Clark County, Ill. - Gunmen attacked a school.", "attacked", "Dunmore", "USA"),
        ("LEEDS, Ala. (AP) — Gunmen attacked a school.", "attacked", "Leeds", "USA"),
        # An embassy is in no country of its own.
        ("Iran condemned an attack on Pakistan's embassy.", "attack", None, None),
        ("Two men died when rebels shelled a market in Idlib.", "died", "Idlib", "SYR"),
        ("The murder of a nurse shocked Vienna.", "murder", None, None),
        # Some organisations stand somewhere.
        ("A riot broke out at the University of Leeds.", "riot", "University of Leeds", None),
        ("He was shot outside the Pakistan Embassy.", "shot", "Pakistan Embassy", None),
        ("The attack on the University of Leeds was noticed.", "attack", None, None),
    ],
)
def test_place_is_the_clauses(text: str, word: str, place: str | None, country: str | None) -> None:
    found = event(text, word)
    assert (found.place, found.place_country) == (place, country)


@pytest.mark.parametrize(
    ("text", "word", "name", "country"),
    [
        # What the report gives to a description elsewhere, it gives to all like it.
        (
            "Peru's embassy closed. Gunmen attacked the embassy compound.",
            "attacked",
            "embassy compound",
            "PER",
        ),
        ("Peru's mission closed. Gunmen shot its head of mission.", "shot", "head of mission", "PER"),
        ("Peruvian guards ran. Gunmen shot the guards.", "shot", "guards", "PER"),
        ("Peruvian guards ran. Gunmen shot some guards.", "shot", "guards", None),
        (
            "Peru's embassy and Chile's embassy closed. Gunmen attacked the embassy.",
            "attacked",
            "embassy",
            None,
        ),
    ],
)
def test_who_has_no_name_is_described_in_full(text: str, word: str, name: str, country: str | None) -> None:
    (one,) = event(text, word).recipients
    assert (one.name, one.entity_id, one.country) == (name, None, country)


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        # A place acts where it stands for a government, and a capital never with violence.
        ("Russia attacked the port.", "attacked", ["Russia"], ["port"]),
        ("Moscow condemned the envoy.", "condemned", ["Moscow"], ["envoy"]),
        ("Moscow imposed sanctions on Chad.", "imposed", ["Moscow"], ["Chad"]),
        ("The Nairobi attack killed two guards.", "attack", [], []),
        ("Mombasa condemned the attack.", "condemned", [], []),
        # Joined to a thing, a place is no target.
        ("Gunmen fired at the cars and Nairobi.", "fired", ["Gunmen"], ["cars"]),
        # Neither people nor things.
        ("They were freed on bail.", "freed", [], []),
        ("A guard shot the bomber in the time of a minute.", "shot", ["guard"], ["bomber"]),
        # Numbers and ages say nothing of who it is.
        ("Police arrested twenty-seven people.", "arrested", ["Police"], ["people"]),
        ("Eleven soldiers were arrested by police.", "arrested", ["police"], ["soldiers"]),
        ("Police arrested a 66-year-old farmer.", "arrested", ["Police"], ["farmer"]),
        ("The mill dismissed a third of the workers.", "dismissed", ["mill"], ["workers"]),
        # Of two descriptions by one noun the fuller.
        ("Gunmen shot guards and embassy guards.", "shot", ["Gunmen"], ["embassy guards"]),
    ],
)
def test_who_is_a_party(text: str, word: str, actors: list[str], recipients: list[str]) -> None:
    found = event(text, word)
    assert [one.name for one in found.actors] == actors
    assert [one.name for one in found.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "lemma", "event_type", "recipients"),
    [
        # What was done to whom, told by the way.
        ("The jailed editor wrote a book.", "jail", "COERCE", ["jailed editor"]),
        ("A sacked worker sang.", "sack", "SANCTION", ["sacked worker"]),
        ("Ten people were told; the poet, dead at 91, was not.", "dead", "OTHER", []),
        ("Night Watchman Shot and Robbed in Harbour Market", "shoot", "ASSAULT", []),
    ],
)
def test_told_by_the_way(text: str, lemma: str, event_type: str, recipients: list[str]) -> None:
    (found,) = [one for one in events_of(text) if one.lemma == lemma]
    assert found.event_type == event_type
    assert [one.name for one in found.recipients] == recipients


@pytest.mark.parametrize(
    "text",
    [
        "The elected mayor sang.",
        "The occupied house burned.",
        "Police freed the jailed editor.",  # that sentence tells of another event
    ],
)
def test_what_a_participle_only_describes_is_no_event(text: str) -> None:
    assert not [one for one in events_of(text) if one.lemma in ("elect", "occupy", "jail")]


def test_what_has_no_type_falls_on_its_object_alone() -> None:
    found = event("The crew repaired the cable for the islanders with a robot.", "repaired")
    assert [one.name for one in found.recipients] == ["cable"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gunmen attacked a school in Nairobi.", [("Nairobi", "clause")]),
        ("In Nairobi, police said that gunmen attacked a school.", [("Nairobi", "sentence")]),
        ("KABUL, Afghanistan (AP) — Gunmen attacked a school.", [("Kabul", "dateline")]),
        ("Gunmen attacked a school.", [(None, None)]),
        # What a later sentence tells of the same happened where the lead has it,
        (
            "Gunmen attacked a school in Nairobi.\n\nThe attackers shot a guard.",
            [("Nairobi", "clause"), ("Nairobi", "lead")],
        ),
        (
            "KABUL, Afghanistan (AP) — Gunmen attacked a school.\n\nThey shot a guard.",
            [("Kabul", "dateline"), ("Kabul", "dateline")],
        ),
        (
            "Gunmen attacked a school in Kenya. One was shot in Nairobi.\n\nThe attackers shot a guard.",
            [("Kenya", "clause"), ("Nairobi", "clause"), ("Nairobi", "lead")],
        ),
        # or the second paragraph, where the first has none; a line that is no sentence is no paragraph;
        (
            "Gunmen attacked a school on Monday.\n\nThey shot a guard in Nairobi.\n\nThe attackers fled.",
            [("Nairobi", "lead"), ("Nairobi", "clause")],
        ),
        (
            "By Ann Smith\n\nMonday\n\nGunmen attacked a school in Nairobi.\n\nThe attackers shot a guard.",
            [("Nairobi", "clause"), ("Nairobi", "lead")],
        ),
        (
            "Gunmen attacked a school.\n\nThey shot a guard.\n\nIn May gunmen attacked a school in Nairobi.",
            [(None, None), (None, None), ("Nairobi", "clause")],
        ),
        # but not where the lead has two places, nor what its own sentence puts elsewhere,
        (
            "Gunmen attacked a school in Nairobi and stormed a mosque in Mombasa. They shot a guard.",
            [("Nairobi", "clause"), ("Mombasa", "clause"), (None, None)],
        ),
        (
            "Gunmen attacked a school in Nairobi.\n\nThe attack came as Mombasa mourned.",
            [("Nairobi", "clause"), (None, None)],
        ),
        # (one that acts is no place here)
        (
            "Gunmen attacked a school in Nairobi.\n\nThe attack was condemned as Kampala sent help.",
            [("Nairobi", "clause"), ("Nairobi", "lead")],
        ),
        # nor something else,
        (
            "Gunmen attacked a school in Nairobi.\n\nThe police arrested a baker.",
            [("Nairobi", "clause"), (None, None)],
        ),
        # nor what is not there to have a place.
        (
            "Gunmen attacked a school in Nairobi.\n\nThe guards feared an attack.",
            [("Nairobi", "clause"), (None, None)],
        ),
    ],
)
def test_how_a_place_is_known(text: str, places: list[tuple[str | None, str | None]]) -> None:
    found = [one for one in events_of(text) if one.event_type in ("ASSAULT", "COERCE")]
    assert [(one.place, one.place_basis) for one in found] == places


def test_credits_tell_of_nothing() -> None:
    text = "Gunmen attacked a school.\n\nAnother line follows here now.\n\n(Reporting by Ann Smith in Kabul)"
    assert [found.lemma for found in events_of(text)] == ["attack"]


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=120))
def test_any_text_is_read(text: str) -> None:
    document = parsed(f"Gunmen attacked a school {text} and fled.")
    first = find_event_mentions(document, names_of(document), undated(document), [], [])
    assert first == find_event_mentions(document, names_of(document), undated(document), [], [])
    mentions, abouts = first
    assert abouts == []
    assert [(m.start, m.end) for m in mentions] == sorted({(m.start, m.end) for m in mentions})
    for mention in mentions:
        assert document.text[mention.start : mention.end] == mention.text
        assert mention.event_type in EVENT_TYPES
        assert mention.status in STATUSES
        assert mention.event_id is None
        assert list(mention.conflicts) == []
