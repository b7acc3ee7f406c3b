"""Relating reports: copies and stories, whatever the order."""

from datetime import date
from typing import Optional

from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Merge
from schemas.runs import KnownArticle
from transforms.link.signature import SIGNATURE_SPEC, sign
from transforms.relate import relate

ATTACK = (
    "Gunmen attacked a convoy of lorries near the river port of Ardesh on Friday, killing two drivers and a guard. "
    "The governor of the province said the attackers fled on motorcycles towards the hills of Torvan. "
    "No group has said that it was behind the attack on the convoy, which carried flour to Ardesh."
)
FOLLOW_UP = (
    "Police in Ardesh said on Sunday they had arrested three men over the attack on a flour convoy near the river "
    "port, in which two drivers and a guard were killed. The governor said the gunmen came from the hills of Torvan."
)
FLOOD = (
    "The river Mira broke its banks in the south of the country on Saturday and flooded four villages. "
    "Some six hundred people were taken to schools in Dolna, the fire brigade said."
)


def article(name: str, text: str, day: int, story: Optional[str] = None) -> KnownArticle:
    return KnownArticle(
        name, name, date(2022, 12, day), None, None, story, sign(text, None), SIGNATURE_SPEC
    )  # fmt: skip


REPORTS = [
    article("a", ATTACK, 2), article("b", ATTACK.replace("Gunmen", "Armed men"), 3),
    article("c", FOLLOW_UP, 4), article("d", FLOOD, 4),
]  # fmt: skip


def test_a_copy_takes_its_originals_story_and_a_follow_up_joins_it() -> None:
    links = {link.article_id: link for link in relate(REPORTS, [], [], 7)[0]}
    assert (links["b"].duplicate_of, links["b"].duplicate_rule) == ("a", "near")
    assert links["a"].duplicate_of is links["c"].duplicate_of is links["d"].duplicate_of is None
    assert links["a"].story_id == links["b"].story_id == links["c"].story_id
    assert links["d"].story_id != links["a"].story_id


@given(st.permutations(REPORTS))
def test_order_does_not_matter(reports: list[KnownArticle]) -> None:
    assert relate(reports, [], [], 7) == relate(REPORTS, [], [], 7)


def test_day_by_day_gives_the_links_of_one_run() -> None:
    at_once = relate(REPORTS, [], [], 7)[0]
    known: list[KnownArticle] = []
    one_by_one = []
    for day in (2, 3, 4):
        today = [report for report in REPORTS if report.published.day == day]
        links, merges = relate(today, known, [], 7)
        assert merges == []
        one_by_one += links
        for report, link in zip(today, links, strict=True):
            known.append(
                report._replace(
                    duplicate_of=link.duplicate_of,
                    duplicate_rule=link.duplicate_rule,
                    story_id=link.story_id,
                )
            )
    assert one_by_one == at_once


def test_signatures_of_another_version_are_passed_over() -> None:
    old = article("old", ATTACK, 2, "story")._replace(signature=b"?", signature_spec="other")
    assert relate([article("b", ATTACK, 3)], [old], [], 7)[0][0].duplicate_of is None


def test_a_story_goes_by_the_id_that_stands_for_it() -> None:
    known = article("a", ATTACK, 2, "later")
    merged = [Merge("story", "later", "earlier", "average link", 0.5, date(2022, 12, 3))]
    links, merges = relate([article("c", FOLLOW_UP, 4)], [known], merged, 7)
    assert links[0].story_id == "earlier"
    assert merges == []


def test_equal_words_under_another_headline_are_no_exact_copy() -> None:
    named = KnownArticle(
        "b", "b", date(2022, 12, 3), None, None, None, sign(f"Ardesh mourns\n{ATTACK}", "Ardesh mourns"), SIGNATURE_SPEC
    )  # fmt: skip
    same = article("e", ATTACK, 3)
    links = {link.article_id: link for link in relate([*REPORTS[:1], named, same], [], [], 7)[0]}
    assert (links["b"].duplicate_of, links["b"].duplicate_rule, links["b"].similarity) == ("a", "near", 1.0)
    assert (links["e"].duplicate_of, links["e"].duplicate_rule) == ("a", "exact")
