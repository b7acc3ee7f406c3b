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
        ("A bomb killed 12 people and wounded 30.", "killed", 12, 30, None),
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
    ],
)
def test_counts(text: str, word: str, killed: int | None, injured: int | None, arrested: int | None) -> None:
    found = event(text, word)
    assert (found.killed, found.injured, found.arrested) == (killed, injured, arrested)


def test_place_is_the_clauses() -> None:
    found = event("Gunmen attacked a school in Nairobi, officials said in London.", "attacked")
    assert (found.place, found.place_country) == ("Nairobi", "KEN")


def test_place_from_the_dateline_of_the_lead_only() -> None:
    text = "KABUL, Afghanistan (AP) — Gunmen attacked a school.\n\nGunmen attacked a mosque."
    assert [found.place for found in events_of(text) if found.lemma == "attack"] == ["Kabul", None]


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
