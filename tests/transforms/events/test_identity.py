"""Events and their mentions: merging, ids that stay, conflicts, and independence of order."""

from datetime import date, timedelta
from typing import Optional

from hypothesis import given
from hypothesis import strategies as st

from schemas.records import EventMention, Participant
from transforms.events.identity import MAX_DISAGREEMENT_DAYS, cluster_events
from transforms.ids import content_id

DAY = date(2022, 12, 2)


def told(
    article: str,
    start: int = 0,
    *,
    lemma: str = "attack",
    event_type: str = "ASSAULT",
    day: Optional[date] = DAY,
    basis: str = "relative",
    actors: tuple[str, ...] = (),
    place: Optional[str] = None,
    killed: Optional[int] = None,
    status: str = "asserted",
    published: date = DAY + timedelta(days=1),
) -> EventMention:
    return EventMention(
        content_id("event mention", article, start), None, article, f"{article}-{start}", None, start, start + 6,
        lemma, lemma, event_type, None, status,
        day, day, "day" if day else None, basis if day else "none",
        [Participant(name, name, None) for name in actors], [], place, None, killed, None, None,
        None, None, [], published,
    )  # fmt: skip


def events_by_mention(mentions: list[EventMention], known: list[EventMention]) -> dict[str, Optional[str]]:
    return {mention.mention_id: mention.event_id for mention in cluster_events(mentions, known)}


def test_the_first_mention_names_the_event_and_the_second_joins_it() -> None:
    first, second = cluster_events([told("b"), told("a", lemma="assault", killed=3)], [])
    assert first.article_id == "a"
    assert first.event_id == second.event_id == content_id("event", first.mention_id)
    assert (first.merge_rule, first.merge_score, first.conflicts) == ("first", None, [])
    assert second.merge_rule == "frame+date"
    assert second.merge_score is not None and second.merge_score > 0


def test_types_do_not_mix_but_for_a_truce_declared_and_kept() -> None:
    one, two = cluster_events([told("a"), told("b", event_type="PROTEST")], [])
    assert one.event_id != two.event_id
    one, two = cluster_events(
        [
            told("a", lemma="withdraw", event_type="CONCEDE"),
            told("b", lemma="withdraw", event_type="RETREAT"),
        ],
        [],
    )
    assert one.event_id == two.event_id


def test_dates_far_apart_are_two_events_and_near_ones_a_conflict() -> None:
    near = told("b", day=DAY + timedelta(days=1), actors=("X",))
    far = told("c", day=DAY + timedelta(days=MAX_DISAGREEMENT_DAYS + 1), actors=("X",))
    first, second, third = cluster_events([told("a", actors=("X",)), near, far], [])
    assert first.event_id == second.event_id != third.event_id
    assert second.conflicts == ["date"]


def test_a_stated_date_of_long_ago_is_no_part_of_todays_event() -> None:
    inherited = told("a", basis="inherited")
    stated = told("b", basis="relative")
    long_ago = told("c", day=date(2001, 9, 11), basis="named_event", status="historical")
    first, second, third = cluster_events([inherited, stated, long_ago], [])
    assert first.event_id == second.event_id != third.event_id


def test_a_month_that_holds_the_day_is_no_conflict() -> None:
    month = told("b")._replace(
        date_start=date(2022, 12, 1), date_end=date(2022, 12, 31), date_precision="month"
    )
    _, second = cluster_events([told("a"), month], [])
    assert second.conflicts == []


def test_conflicts_name_what_disagrees() -> None:
    _, second = cluster_events([told("a", killed=3, actors=("X",)), told("b", killed=5, actors=("Y",))], [])
    assert second.conflicts == ["actors", "killed"]


def test_two_speakers_say_two_things() -> None:
    one, two = cluster_events(
        [
            told("a", lemma="condemn", event_type="ACCUSE", actors=("X",), day=None),
            told("b", lemma="condemn", event_type="ACCUSE", actors=("Y",), day=None),
        ],
        [],
    )
    assert one.event_id != two.event_id


def test_a_planned_event_is_not_the_one_that_was_seen() -> None:
    one, two = cluster_events(
        [told("a", lemma="arrest", event_type="COERCE", day=None),
         told("b", lemma="detain", event_type="COERCE", day=None, status="hypothetical")], [],
    )  # fmt: skip
    assert one.event_id != two.event_id


ARTICLES = st.sampled_from(["a", "b", "c", "d"])
MENTIONS = st.lists(
    st.builds(
        told,
        ARTICLES,
        st.integers(0, 400),
        lemma=st.sampled_from(["attack", "assault", "kill", "arrest", "shoot"]),
        event_type=st.sampled_from(["ASSAULT", "COERCE"]),
        day=st.one_of(st.none(), st.dates(DAY - timedelta(days=6), DAY + timedelta(days=2))),
        basis=st.sampled_from(["relative", "inherited", "published"]),
        actors=st.sampled_from([(), ("X",), ("Y",), ("X", "Y")]),
        place=st.sampled_from([None, "Kabul", "Herat"]),
        killed=st.sampled_from([None, 3, 5]),
    ),
    max_size=14,
    unique_by=lambda mention: mention.mention_id,
)


@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(mentions: list[EventMention], random) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert cluster_events(shuffled, []) == cluster_events(mentions, [])


@given(MENTIONS, st.integers(0, 14))
def test_later_runs_give_what_one_run_would(mentions: list[EventMention], cut: int) -> None:
    together = cluster_events(mentions, [])
    earlier = cluster_events(together[:cut], [])
    later = cluster_events([m._replace(event_id=None) for m in together[cut:]], earlier)
    assert earlier + later == together


@given(MENTIONS)
def test_ids_follow_the_first_mention(mentions: list[EventMention]) -> None:
    firsts: dict[Optional[str], str] = {}
    for mention in cluster_events(mentions, []):
        if mention.event_id not in firsts:
            firsts[mention.event_id] = mention.mention_id
            assert mention.event_id == content_id("event", mention.mention_id)
            assert mention.merge_rule == "first"
        else:
            assert mention.merge_rule != "first"
