import random
from collections.abc import Sequence
from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.link.reports import signed, text_of
from transforms.ids import content_id
from transforms.link.terms import Terms
from transforms.stories.stories import StoryLinks, StoryReport, cluster_stories


def _report(name: str, terms: dict[int, int], day: int = 1, story_id: str | None = None) -> StoryReport:
    """A report of December 2022 whose term vector is `terms`."""
    hashes = np.array(sorted(terms), dtype=np.uint32)
    weights = np.array([terms[h] for h in sorted(terms)], dtype=np.uint8)
    return StoryReport(name, date(2022, 12, day), Terms(hashes, weights), story_id)


def _told(name: str, *topics: int, day: int = 1, story_id: str | None = None) -> StoryReport:
    """A report that holds ten terms of each of `topics`, all of one weight."""
    return _report(name, {topic * 100 + i: 100 for topic in topics for i in range(10)}, day, story_id)


def _stories(links: StoryLinks) -> dict[str, str]:
    return {link.article_id: link.story_id for link in links.story_of}


def test_reports_of_one_happening_are_one_story() -> None:
    links = cluster_stories([_told("a", 1, 2), _told("b", 2, 3, day=2), _told("c", 7)], [], 7)
    assert _stories(links) == dict(zip("abc", [content_id("story", x) for x in "aac"], strict=True))
    assert [(link.rule, link.score) for link in links.story_of] == [
        ("average link", 0.5), ("alone", None), ("average link", 0.5),
    ]  # fmt: skip
    assert links.merges == []


def test_a_signature_s_terms_tell_a_story() -> None:
    flood = "Flood waters reached the town of Aldermoor on Monday. The mayor ordered 300 families to leave."
    later = "Aldermoor families return as the flood recedes. The mayor thanked volunteers in the town."
    reports = [
        StoryReport(str(i), date(2022, 12, 1), signed(text).terms)
        for i, text in enumerate((flood, later, text_of(1)))
    ]
    stories = _stories(cluster_stories(reports, [], 7))
    assert stories["0"] == stories["1"] != stories["2"]


def test_a_report_between_two_stories_does_not_chain_them() -> None:
    reports = [_told(f"{t}{i}", t) for t in (1, 2) for i in range(6)] + [_told("between", 1, 2)]
    stories = _stories(cluster_stories(reports, [], 7))
    assert len(set(stories.values())) == 2


def test_beyond_the_window_more_likeness_is_asked() -> None:
    def one_story(shared: int, day: int) -> bool:
        first = _report("a", dict.fromkeys(range(100), 100))
        later = _report("b", dict.fromkeys(range(100 - shared, 200 - shared), 100), day)
        return len(set(_stories(cluster_stories([first, later], [], 7)).values())) == 1

    assert one_story(20, 8) and not one_story(20, 9)
    assert one_story(30, 9)


def test_a_known_story_keeps_its_id_as_it_grows() -> None:
    known = [_told("b", 1, 2, day=2, story_id="old")]
    links = cluster_stories([_told("a", 2, 3, day=1), _told("c", 1, 2, day=3)], known, 7)
    assert _stories(links) == {"a": "old", "c": "old"}


def test_known_stories_that_prove_one_are_merged_into_the_earlier() -> None:
    known = [_told("a", 1, 2, day=1, story_id="s1"), _told("b", 3, 4, day=2, story_id="s2")]
    assert cluster_stories([], known, 7) == ([], [])
    links = cluster_stories([_told("c", 1, 2, 3, 4, day=3)], known, 7)
    assert _stories(links) == {"c": "s1"}
    assert [(merge.story_id, merge.merged_into) for merge in links.merges] == [("s2", "s1")]


def test_known_stories_are_not_merged_without_a_new_report() -> None:
    known = [_told("a", 1, story_id="s1"), _told("b", 1, story_id="s2")]
    assert cluster_stories([], known, 7) == ([], [])
    assert cluster_stories([_told("c", 9)], known, 7).merges == []


def test_reports_without_terms_stand_alone() -> None:
    links = cluster_stories([_report("a", {}), _report("b", {}), _told("c", 1)], [], 7)
    assert len(set(_stories(links).values())) == 3


_ROWS = st.lists(
    st.tuples(
        st.sets(st.integers(0, 5), max_size=3), st.integers(1, 20), st.sampled_from([None, None, "s1", "s2"])
    ),
    max_size=12,
)
_REPORTS = _ROWS.map(
    lambda rows: [_told(str(i), *sorted(row[0]), day=row[1], story_id=row[2]) for i, row in enumerate(rows)]
)


@settings(deadline=None)
@given(_REPORTS, st.randoms())
def test_order_does_not_matter(reports: list[StoryReport], chance: random.Random) -> None:
    def cluster(reports: Sequence[StoryReport]) -> StoryLinks:
        new = [r for r in reports if r.story_id is None]
        return cluster_stories(new, [r for r in reports if r.story_id is not None], 7)

    links = cluster(reports)
    assert cluster(chance.sample(reports, len(reports))) == links
    assert {link.article_id for link in links.story_of} == {
        r.article_id for r in reports if r.story_id is None
    }
    stories = set(_stories(links).values())
    assert all(merge.story_id not in stories for merge in links.merges)


def test_a_busy_week_takes_seconds() -> None:
    # Frequent terms weigh little, as idf makes them; each report tells of one of 300 happenings.
    chance = np.random.default_rng(1)
    reports = []
    for i in range(3000):
        background = {int(h): min(255, 1 + int(h) // 50) for h in chance.zipf(1.2, 60) % 30_000}
        own = dict.fromkeys(range(100_000 + 20 * (i % 300), 100_020 + 20 * (i % 300)), 200)
        reports.append(_report(str(i), background | own, day=1 + i % 7))
    stories = _stories(cluster_stories(reports, [], 7))
    assert len(set(stories.values())) == 300
    assert all(stories[str(i)] == stories[str(i % 300)] for i in range(3000))
