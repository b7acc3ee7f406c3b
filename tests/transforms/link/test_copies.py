import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.link.reports import edited, report, signed, text_of
from transforms.link.copies import Link, Report, link_copies
from transforms.link.likeness import GUARDS, Guard, compare


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_guard_keeps_its_example_apart(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = (signed(text) for text in guard.example)
    assert compare(a, b) is None
    monkeypatch.setattr("transforms.link.likeness.GUARDS", tuple(g for g in GUARDS if g is not guard))
    assert compare(a, b) is not None


def test_compare_says_exact_and_near() -> None:
    whole, cut = signed(text_of(1)), signed(edited(text_of(1), 5))
    assert compare(whole, signed("Kabul: " + text_of(1).upper())) == ("exact", 1.0)
    near = compare(whole, cut)
    assert near is not None and near.rule == "near" and near.similarity > 0.95
    assert compare(cut, whole) == near
    assert compare(whole, signed(text_of(2))) is None
    assert compare(signed(""), signed("")) is None


def test_a_brief_within_a_long_report_is_a_copy() -> None:
    long = report(text_of(1, 60))
    brief = report(edited(text_of(1, 60), 52), day=2)
    assert [link.duplicate_of for link in link_copies([long, brief], [], 7)] == [long.article_id]


def test_the_root_is_the_earliest() -> None:
    first, second, third = (report(text_of(1), day) for day in (1, 2, 3))
    links = link_copies([third, first, second], [], 7)
    assert links == [Link(r.article_id, first.article_id, 1.0, "exact") for r in (second, third)]


def test_known_roots_stay_roots() -> None:
    known, late = report(text_of(1), 3), report(text_of(1), 2)
    assert link_copies([late], [known], 7) == [Link(late.article_id, known.article_id, 1.0, "exact")]


def test_what_is_known_is_not_linked_again() -> None:
    first, second = report(text_of(1), 1), report(text_of(1), 2)
    assert link_copies([first, second], [first], 7) == link_copies([second], [first], 7)


def test_no_link_across_more_days_than_a_copy_lives() -> None:
    assert link_copies([report(text_of(1), 1), report(text_of(1), 5)], [], 7) == []
    assert link_copies([report(text_of(1), 1), report(text_of(1), 2)], [], 0) == []


def test_a_link_never_chains() -> None:
    # Each is a copy of the one before, the last none of the first.
    text = text_of(1, 30).split("\n")
    whole = [report("\n".join(text[i : i + 10]), day) for i, day in ((0, 1), (3, 2), (6, 3))]
    assert compare(whole[1].signature, whole[2].signature) is not None
    links = link_copies(whole, [], 7)
    assert [(link.article_id, link.duplicate_of) for link in links] == [
        (whole[1].article_id, whole[0].article_id)
    ]


def test_hot_keys_lose_no_copy() -> None:
    form = text_of(1, 6)
    originals = [report(f"{form}\n{text_of(100 + i, 12)}", 1) for i in range(40)]
    copies = [report(f"{form}\n{edited(text_of(100 + i, 12), 1)}", 2) for i in range(40)]
    links = {link.article_id: link.duplicate_of for link in link_copies([*copies, *originals], [], 7)}
    assert links == {c.article_id: o.article_id for c, o in zip(copies, originals, strict=True)}


def test_three_hundred_reprints_have_one_root() -> None:
    reprints = [report(edited(text_of(1, 20), i % 6), 1 + i % 3, name=str(i)) for i in range(300)]
    links = link_copies(reprints, [], 7)
    assert len(links) == 299
    assert {link.duplicate_of for link in links} == {
        min(reprints, key=lambda r: (r.published, r.article_id)).article_id
    }


def test_a_changed_text_of_one_source_id_is_a_version() -> None:
    old = report(text_of(1), 1, source_id="r1")
    text = edited(text_of(1), 8) + "\n" + text_of(2)
    corrected = report(text, 6, source_id="r1")
    (link,) = link_copies([corrected], [old], 7)
    assert (link.rule, link.duplicate_of) == ("version", old.article_id)
    assert 0.2 < link.similarity < 0.65
    assert link_copies([corrected], [old], 4) == []


def test_a_version_of_a_copy_points_at_its_root() -> None:
    old = report(text_of(1), 2, source_id="r1", duplicate_of="root")
    (link,) = link_copies([report(edited(text_of(1), 1), 3, source_id="r1")], [old], 7)
    assert (link.rule, link.duplicate_of) == ("version", "root")


def test_another_text_of_a_recurring_source_id_is_no_version() -> None:
    old, other = report(text_of(1), 1, source_id="001"), report(text_of(2), 1, source_id="001")
    assert link_copies([other], [old], 7) == []


def test_empty_reports_are_not_copies() -> None:
    assert link_copies([report("", 1), report("…", 1)], [], 7) == []


# Reports of few texts, cut and joined at random, so that copies, versions and drifting chains are common.
_REPORTS = st.lists(
    st.builds(
        lambda text, cut, day, source: report(
            edited(text_of(text, 10), cut) + "\n" + text_of(text + 1, 10), day, source, source
        ),
        st.integers(0, 2), st.integers(0, 10), st.integers(1, 12), st.sampled_from(["", "", "r1", "r2"]),
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(_REPORTS, st.randoms())
def test_order_does_not_matter(reports: list[Report], chance: random.Random) -> None:
    shuffled = chance.sample(reports, len(reports))
    assert link_copies(shuffled, [], 7) == link_copies(reports, [], 7)
    half = len(reports) // 2
    assert link_copies(shuffled[:half], shuffled[half:], 7) == link_copies(
        chance.sample(shuffled[:half], half), chance.sample(shuffled[half:], len(shuffled) - half), 7
    )


@settings(max_examples=60, deadline=None)
@given(_REPORTS, st.integers(1, 5))
def test_days_one_by_one_give_the_links_of_all_at_once(reports: list[Report], days: int) -> None:
    assert sorted(_in_runs(reports, days)) == sorted(link_copies(reports, [], 7))


@settings(max_examples=60, deadline=None)
@given(_REPORTS)
def test_links_point_at_roots(reports: list[Report]) -> None:
    links = {link.article_id: link for link in link_copies(reports, [], 7)}
    by_id = {r.article_id: r for r in reports}
    for link in links.values():
        assert link.duplicate_of not in links
        if link.rule != "version":
            assert compare(by_id[link.article_id].signature, by_id[link.duplicate_of].signature)


def _in_runs(reports: Sequence[Report], days: int) -> list[Link]:
    """Link `days` complete days at a time, each run knowing the reports of the seven days before."""
    links: list[Link] = []
    known: dict[str, Report] = {}
    for first in range(1, 13, days):
        new = [r for r in reports if first <= r.published.day < first + days]
        found = link_copies(new, [k for k in known.values() if first - k.published.day <= 7], 7)
        links += found
        root = {link.article_id: link.duplicate_of for link in found}
        known |= {r.article_id: r._replace(duplicate_of=root.get(r.article_id)) for r in new}
    return links
