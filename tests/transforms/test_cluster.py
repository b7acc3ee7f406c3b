"""Clustering a story: events once, claims joined, runs apart or together."""

import pytest

from schemas.records import EventMention, Telling
from tests.documents import parsed
from transforms.annotate import paragraph_key
from transforms.cluster import tell_story
from transforms.interpret import interpret_article, paragraphs_of
from transforms.model import DEFAULT_MODEL, load_model, parse_paragraphs

pytestmark = pytest.mark.model

FIRST = "Gunmen attacked a convoy in Basra on Friday, killing two people. The minister condemned the attack."
SECOND = "Two people were killed when gunmen attacked a convoy in Basra on Friday, police said."


def telling(text: str, published: str) -> Telling:
    article = parsed(text, published).article._replace(story_id="story")
    texts = {
        paragraph_key(article.text[p.start : p.end]): article.text[p.start : p.end]
        for p in paragraphs_of(article)
    }
    parses = parse_paragraphs(load_model(DEFAULT_MODEL), texts.items())
    return interpret_article(article, {parse.paragraph_key: parse for parse in parses}).telling


def attacks(mentions: list[EventMention]) -> set[str | None]:
    return {m.event_id for m in mentions if m.event_type == "ASSAULT"}


def test_two_reports_of_one_attack_are_one_event() -> None:
    rows = tell_story([telling(FIRST, "2024-03-02"), telling(SECOND, "2024-03-03")], [])
    assert len(attacks(list(rows.event_mentions))) == 1
    ids = [event.event_id for event in rows.events]
    assert len(ids) == len(set(ids))
    assert {m.event_id for m in rows.event_mentions} == set(ids)


def test_a_later_run_adds_mentions_and_no_event() -> None:
    first = tell_story([telling(FIRST, "2024-03-02")], [])
    second = tell_story([telling(SECOND, "2024-03-03")], first.event_mentions)
    assert attacks(list(second.event_mentions)) == attacks(list(first.event_mentions))
    assert not [event for event in second.events if event.event_type == "ASSAULT"]


def test_a_claim_is_joined_to_the_event_it_is_about() -> None:
    rows = tell_story([telling(FIRST, "2024-03-02")], [])
    condemned = [claim for claim in rows.claims if claim.cue_lemma == "condemn"]
    assert condemned
    assert {claim.event_id for claim in condemned} == attacks(list(rows.event_mentions))


def test_order_does_not_matter() -> None:
    tellings = [telling(FIRST, "2024-03-02"), telling(SECOND, "2024-03-03")]
    one, other = tell_story(tellings, []), tell_story(tellings[::-1], [])
    assert one.events == other.events
    for name in ("event_mentions", "claims"):
        assert sorted(map(repr, getattr(one, name))) == sorted(map(repr, getattr(other, name)))
