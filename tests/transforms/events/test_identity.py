"""Events and their mentions: merging, ids that stay, conflicts, and independence of order."""

import time
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Optional

from hypothesis import given
from hypothesis import strategies as st

from schemas.records import EventMention, Participant
from transforms.events.identity import BRIDGE_SCORE, Clustering, standing_events
from transforms.events.identity import cluster_events as cluster
from transforms.events.likeness import MAX_DISAGREEMENT_DAYS
from transforms.ids import content_id

DAY = date(2022, 12, 2)


def cluster_events(mentions: Sequence[EventMention], known: Sequence[EventMention]) -> list[EventMention]:
    return cluster(mentions, known).mentions


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
        [Participant(name, name, None) for name in actors], [], place, None, "clause" if place else None, killed, None, None,
        None, None, [], published,
    )  # fmt: skip


def events_by_mention(mentions: list[EventMention], known: list[EventMention]) -> dict[str, Optional[str]]:
    return {mention.mention_id: mention.event_id for mention in cluster_events(mentions, known)}


def test_the_first_mention_names_the_event_and_the_second_joins_it() -> None:
    first, second = cluster_events([told("b"), told("a", lemma="assault", killed=3)], [])
    assert first.article_id == "a"
    assert first.event_id == second.event_id == content_id("event", first.mention_id)
    assert (first.merge_rule, first.merge_score, first.conflicts) == ("first", None, [])
    assert second.merge_rule == "family+date"
    assert second.merge_score is not None and second.merge_score > 0


def test_types_do_not_mix_but_by_a_word_or_family() -> None:
    one, two = cluster_events([told("a"), told("b", lemma="riot", event_type="PROTEST")], [])
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


def test_who_dies_of_wounds_days_later_is_not_whom_the_attack_killed() -> None:
    attack = told("a", lemma="kill")
    death = told("b", lemma="die", event_type="OTHER", day=DAY + timedelta(days=3))._replace(mode="death")
    same_day = death._replace(mention_id="same", date_start=DAY, date_end=DAY)
    first, second, third = cluster_events([attack, death, same_day], [])
    assert first.event_id == third.event_id != second.event_id


def test_a_stated_date_of_long_ago_is_no_part_of_todays_event() -> None:
    inherited = told("a", basis="inherited")
    stated = told("b", basis="relative")
    long_ago = told("c", day=date(2001, 9, 11), basis="named_event", status="historical")
    first, second, third = cluster_events([inherited, stated, long_ago], [])
    assert first.event_id == second.event_id != third.event_id


def test_a_report_does_not_contradict_itself_on_the_day() -> None:
    monday, tuesday = told("a", place="Lagos"), told("a", 60, place="Lagos", day=DAY + timedelta(days=1))
    assert len(set(events_by_mention([monday, tuesday], []).values())) == 2
    # Of two reports one may be mistaken.
    other = told("b", place="Lagos", day=DAY + timedelta(days=1))
    assert len(set(events_by_mention([monday, other], []).values())) == 1


def test_another_toll_of_no_day_is_of_another_event_of_its_report() -> None:
    killed = told("a", lemma="kill", killed=2)
    for other in (
        told("a", 50, lemma="kill", killed=5, day=None),
        told("a", 50, lemma="kill", killed=400, basis="inherited", day=DAY - timedelta(9)),
    ):
        assert len(set(events_by_mention([killed, other], []).values())) == 2
        assert len(set(events_by_mention([killed, other._replace(killed=2)], []).values())) == 1
    # Of two reports one may not know of all.
    assert (
        len(set(events_by_mention([killed, told("b", lemma="kill", killed=5, day=None)], []).values())) == 1
    )


def test_what_a_report_says_was_not_is_not_what_it_says_was() -> None:
    arrest = told("a", lemma="arrest", event_type="COERCE")
    none = told("a", 50, lemma="arrest", event_type="COERCE", status="negated")
    assert len(set(events_by_mention([arrest, none], []).values())) == 2
    # Who denies it speaks of it.
    assert len(set(events_by_mention([arrest, none._replace(claim_id="c")], []).values())) == 1


def test_what_was_long_ago_is_not_of_the_news_though_no_day_is_known() -> None:
    news, old = told("a"), told("a", 50, day=None, lemma="assault", status="historical")
    assert len(set(events_by_mention([news, old], []).values())) == 2
    assert len(set(events_by_mention([news, old._replace(status="asserted")], []).values())) == 1


def test_a_headline_and_a_follow_up_go_with_the_day_that_their_own_report_states() -> None:
    later, published = DAY + timedelta(days=4), DAY + timedelta(days=5)
    first = told("a", place="Kherson")
    headline = told("b", place="Kherson", day=later, basis="inherited", published=published)
    lead = told("b", 30, place="Kherson", day=later, published=published)
    follow_up = told("b", 90, lemma="bombardment", day=later, basis="inherited", published=published)
    report = [headline, lead, follow_up]
    events = events_by_mention([first, *report], [])
    assert len({events[mention.mention_id] for mention in report}) == 1
    assert len(set(events.values())) == 2
    # In another run, too.
    (known,) = cluster_events([first], [])
    assert events_by_mention(report, [known]) == {one.mention_id: events[one.mention_id] for one in report}
    # That they are dated at all is not enough: a report may only inherit the day of something else.
    assert len(set(events_by_mention([first, headline], []).values())) == 1
    elsewhere = told("b", 30, lemma="arrest", event_type="COERCE", day=later, published=published)
    events = events_by_mention([first, headline, elsewhere], [])
    assert events[headline.mention_id] == events[first.mention_id]


def test_no_day_that_reports_give_is_a_guess_by_more_than_a_month() -> None:
    def burned(article: str, day: date) -> EventMention:
        return told(article, lemma="fire", event_type="OTHER", day=day, basis="inherited", place="Lagos")

    a_year_on = DAY + timedelta(days=365)
    one, two = burned("a", DAY), burned("b", a_year_on)._replace(published=a_year_on)
    assert len(set(events_by_mention([one, two], []).values())) == 2


def test_word_and_mode_make_nothing_one_that_lies_far_apart() -> None:
    today = told("a", lemma="fine", event_type="SANCTION", basis="inherited")._replace(mode="convict")
    earlier = told("b", lemma="fine", event_type="SANCTION", day=date(2015, 1, 1), status="historical")
    first, second = cluster_events([today, earlier._replace(mode="convict")], [])
    assert first.event_id != second.event_id


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
    assert cluster(shuffled, []) == cluster(mentions, [])


def parts(clusterings: list[Clustering]) -> set[frozenset[str]]:
    """Which mentions are of one event, after the ledger of all runs."""
    standing = standing_events(merge for clustering in clusterings for merge in clustering.merges)
    found: dict[str, set[str]] = {}
    for clustering in clusterings:
        for mention in clustering.mentions:
            event_id = mention.event_id or ""
            found.setdefault(standing.get(event_id, event_id), set()).add(mention.mention_id)
    return {frozenset(mentions) for mentions in found.values()}


@given(MENTIONS, ARTICLES, ARTICLES)
def test_later_runs_find_the_events_that_one_run_would(
    mentions: list[EventMention], first: str, second: str
) -> None:
    together = cluster(mentions, [])
    assert not together.merges
    # A report comes whole: what it states in one place dates what it tells in another.
    cuts = sorted((first, second))
    runs: list[Clustering] = []
    for after, until in (("", cuts[0]), (cuts[0], cuts[1]), (cuts[1], "z")):
        part = [mention for mention in mentions_of(together) if after < mention.article_id <= until]
        runs.append(cluster(part, known_from(runs)))
    assert parts(runs) == parts([together])


def known_from(runs: Sequence[Clustering]) -> list[EventMention]:
    """The mentions of earlier runs by the ids that stand for their events, as ReadPast and Cluster hand them on."""
    standing = standing_events(merge for run in runs for merge in run.merges)
    return [
        mention._replace(event_id=standing.get(mention.event_id or "", mention.event_id))
        for run in runs
        for mention in run.mentions
    ]


def mentions_of(clustering: Clustering) -> list[EventMention]:
    return [mention._replace(event_id=None) for mention in clustering.mentions]


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


def bridged() -> tuple[list[EventMention], EventMention]:
    """Two tellings that share no participant, and a later one that names both."""
    earlier = [
        told("a", actors=("Red Falcons",), day=None),
        told("b", actors=("Blue Herons",), day=None, place="Herat"),
    ]
    return earlier, told(
        "c", actors=("Red Falcons", "Blue Herons"), day=None, published=DAY + timedelta(days=2)
    )


def test_a_later_report_shows_two_written_events_to_be_one() -> None:
    earlier, later = bridged()
    apart = [mention._replace(event_id=content_id("event", mention.mention_id)) for mention in earlier]
    found = cluster([later], apart)
    (merge,) = found.merges
    assert (merge.kind, merge.id, merge.merged_into) == ("event", apart[1].event_id, apart[0].event_id)
    assert merge.score and merge.score >= BRIDGE_SCORE
    assert found.mentions[0].event_id == apart[0].event_id
    # The next run knows by the ledger that both are one.
    known = known_from([Clustering(apart, []), found])
    (after,) = cluster([told("d", day=None, published=DAY + timedelta(days=3))], known).mentions
    assert {mention.event_id for mention in known} == {apart[0].event_id}
    assert after.event_id == apart[0].event_id


def test_events_that_state_other_days_stay_two_whatever_a_later_report_says() -> None:
    apart = [
        told("a", actors=("X",), day=DAY)._replace(event_id="1"),
        told("b", actors=("X",), day=DAY - timedelta(days=10))._replace(event_id="2"),
    ]
    found = cluster([told("c", actors=("X",), day=None)], apart)
    assert not found.merges


def test_what_two_say_together_does_not_make_one_statement_of_theirs() -> None:
    def condemned(article: str, *actors: str) -> EventMention:
        return told(article, lemma="condemn", event_type="ACCUSE", day=None, actors=actors)

    apart = [condemned("a", "Rodos")._replace(event_id="1"), condemned("b", "Tanaka")._replace(event_id="2")]
    assert not cluster([condemned("c", "Rodos", "Tanaka")], apart).merges


def test_a_guessed_day_separates_nothing() -> None:
    guessed = told("b", day=DAY - timedelta(days=9), basis="inherited")
    one, two = cluster_events([told("a"), guessed], [])
    assert one.event_id == two.event_id


def test_names_of_one_person_in_fuller_and_briefer_form_are_shared() -> None:
    for one, other in (("Ada Byrne", "Byrne"), ("Byrne", "Adaline Byrne"), ("Ada M. Byrne", "Adaline Byrne")):
        _, second = cluster_events([told("a", actors=(one,)), told("b", actors=(other,))], [])
        assert second.merge_rule == "word+name+date", (one, other)


def test_a_story_of_thousands_of_mentions_is_a_matter_of_seconds() -> None:
    def seconds(count: int) -> float:
        mentions = [
            told(f"{i:05}", lemma=("attack", "kill", "shoot", "clash")[i % 4], actors=(f"Person {i % 97}",),
                 day=DAY - timedelta(days=i % 211))
            for i in range(count)
        ]  # fmt: skip
        begun = time.process_time()
        cluster(mentions, [])
        return time.process_time() - begun

    # Four times the mentions; sixteen times the time would be quadratic.
    assert seconds(4800) < 12 * seconds(1200)


def test_the_shots_of_an_attack_are_of_it_where_one_report_tells_of_both() -> None:
    attack = told("a", actors=("Red Falcons",))
    shots = told("a", 20, lemma="shoot")
    assert len({mention.event_id for mention in cluster_events([attack, shots], [])}) == 1
    others = (
        told("b", 20, lemma="shoot"),  # another report
        told("a", 20, lemma="shoot", day=DAY - timedelta(days=1)),  # another day
        told("a", 20, lemma="shoot", basis="published"),  # perhaps another day
        told("a", 20, lemma="shoot", actors=("Blue Herons",)),  # someone else
    )
    for other in others:
        assert len({mention.event_id for mention in cluster_events([attack, other], [])}) == 2
    here, there = told("a", place="Herat"), told("a", 20, lemma="shoot", place="Kabul")
    assert len({mention.event_id for mention in cluster_events([here, there], [])}) == 2
    # A killing is no whole that shots are part of.
    killing, shots = told("a", lemma="strangle"), told("a", 20, lemma="shoot")
    assert len({mention.event_id for mention in cluster_events([killing, shots], [])}) == 2


def test_what_a_disaster_did_in_its_sentence_is_one_event_with_it() -> None:
    def struck(article: str, start: int, lemma: str, sentence: str) -> EventMention:
        row = told(article, start, lemma=lemma, event_type="OTHER")
        return row._replace(mode="disaster", sentence_id=sentence)

    floods, killed = struck("a", 0, "flood", "one"), struck("a", 7, "kill", "one")
    later = struck("a", 90, "kill", "two")
    assert len(set(events_by_mention([floods, killed], []).values())) == 1
    assert len(set(events_by_mention([floods, later], []).values())) == 2
    # Whichever run tells of which.
    (known,) = cluster_events([floods], [])
    (joined,) = cluster_events([killed], [known])
    assert (joined.event_id, joined.merge_rule) == (known.event_id, "disaster+date")
