"""Run after run: what is split over several runs is linked as in one, and nothing is turned round."""

import gzip
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pipeline.runs import Rows, ingest, report, rows, runs

pytestmark = pytest.mark.model

ATTACK = "Gunmen attacked a convoy near the river port of Ardesh on Friday, killing two drivers and a guard."
MORE = (
    "The governor of the province said the attackers fled on motorcycles towards the hills of Torvan.",
    "No group has said that it was behind the attack on the convoy, which carried flour to the city.",
    "A witness said the shooting lasted for ten minutes and that the lorries were left burning on the road.",
)


def links(found: Rows) -> dict[str, list]:
    """What linking decided, without what only says when a row was written."""
    return {
        "articles": [
            (a.source_id, a.duplicate_of, a.similarity, a.duplicate_rule, a.story_id)
            for a in found["articles"]
        ],
        "sentences": [(s.sentence_id, s.duplicate_of, s.similarity) for s in found["sentences"]],
    }


def published(path: Path) -> str:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    match = re.match(rb"\s*date (\S+)", data)
    assert match
    return match[1].decode()


@pytest.mark.slow
def test_days_ingested_one_by_one_give_the_links_of_one_run(tmp_path: Path) -> None:
    texts = [path for path in (ROOT / "seeds").iterdir() if ".txt" in path.name]
    days = sorted({published(path) for path in texts})
    slices = [days[:3], days[3:5], days[5:]]
    for number, part in enumerate(slices):
        folder = tmp_path / f"in{number}"
        folder.mkdir()
        for path in texts:
            if published(path) in part:
                shutil.copy(path, folder)
        ingest(tmp_path / "apart", folder)
    ingest(tmp_path / "at_once", *sorted(tmp_path.glob("in*")))
    apart, at_once = rows(tmp_path / "apart"), rows(tmp_path / "at_once")
    assert len(runs(tmp_path / "apart")) == 3
    assert links(apart) == links(at_once)
    # What an article says of itself does not depend on what else was there.
    for name in ("time_expressions", "mentions"):
        assert apart[name] == at_once[name]


def test_a_late_report_of_an_old_day_is_linked_and_nothing_is_turned_round(tmp_path: Path) -> None:
    first = report(tmp_path / "1", "second_day", "2024-03-03", "Convoy attacked", ATTACK, *MORE)
    late = report(tmp_path / "2", "first_day", "2024-03-02", "Gunmen attack convoy", ATTACK, *MORE)
    ingest(tmp_path / "out", first)
    before = rows(tmp_path / "out")
    ingest(tmp_path / "out", late)
    after = rows(tmp_path / "out")
    by_id = {article.source_id: article for article in after["articles"]}
    assert by_id["first_day"].duplicate_of == by_id["second_day"].article_id
    assert by_id["first_day"].duplicate_rule == "near"
    assert by_id["first_day"].story_id == by_id["second_day"].story_id
    for name, old in before.items():
        assert set(map(repr, old)) <= set(map(repr, after[name])), f"a row of {name} was changed"


def test_a_copy_links_its_sentences_to_those_of_an_original_of_an_earlier_run(tmp_path: Path) -> None:
    original = report(tmp_path / "1", "a", "2024-03-02", "Gunmen attack convoy", ATTACK, *MORE)
    copy = report(
        tmp_path / "2", "b", "2024-03-03", "Flour lorries shot at", ATTACK, *MORE[:2], "It rained later."
    )
    ingest(tmp_path / "out", original)
    ingest(tmp_path / "out", copy)
    found = rows(tmp_path / "out")
    ids = {article.source_id: article.article_id for article in found["articles"]}
    of = {s.sentence_id: s for s in found["sentences"]}
    linked = [s for s in found["sentences"] if s.article_id == ids["b"] and s.duplicate_of]
    assert [s.text for s in sorted(linked, key=lambda s: s.ordinal)] == [ATTACK, *MORE[:2]]
    assert {of[s.duplicate_of or ""].article_id for s in linked} == {ids["a"]}


def test_a_corrected_report_is_a_new_version_and_both_are_kept(tmp_path: Path) -> None:
    old = report(tmp_path / "1", "convoy", "2024-03-02", "Gunmen attack convoy", ATTACK, *MORE)
    ingest(tmp_path / "out", old)
    corrected = ATTACK.replace("two drivers", "four drivers")
    new = report(tmp_path / "2", "convoy", "2024-03-02", "Gunmen attack convoy", corrected, *MORE)
    ingest(tmp_path / "out", new)
    articles = rows(tmp_path / "out")["articles"]
    assert [article.source_id for article in articles] == ["convoy", "convoy"]
    version = next(article for article in articles if article.duplicate_of)
    original = next(article for article in articles if not article.duplicate_of)
    assert (version.duplicate_rule, version.duplicate_of) == ("version", original.article_id)
    assert 0 < (version.similarity or 0) < 1
    assert version.story_id == original.story_id


def test_a_follow_up_adds_mentions_to_an_event_of_an_earlier_run(tmp_path: Path) -> None:
    ingest(tmp_path / "out", report(tmp_path / "1", "a", "2024-03-02", "Gunmen attack convoy", ATTACK, *MORE))
    later = "Police arrested three men over Friday's attack on a convoy near the river port of Ardesh."
    ingest(
        tmp_path / "out",
        report(tmp_path / "2", "b", "2024-03-04", "Three held over convoy attack", later, MORE[0]),
    )
    found = rows(tmp_path / "out")
    assert len({article.story_id for article in found["articles"]}) == 1
    attacks = [
        m for m in found["event_mentions"] if m.event_type == "ASSAULT" and str(m.date_start) == "2024-03-01"
    ]
    assert len({m.event_id for m in attacks}) == 1
    assert len({m.article_id for m in attacks}) == 2


def test_a_report_beyond_the_window_is_not_linked(tmp_path: Path) -> None:
    ingest(tmp_path / "out", report(tmp_path / "1", "a", "2024-03-02", "Gunmen attack convoy", ATTACK, *MORE))
    ingest(tmp_path / "out", report(tmp_path / "2", "b", "2024-03-20", "Gunmen attack convoy", ATTACK, *MORE))
    articles = rows(tmp_path / "out")["articles"]
    assert [article.duplicate_of for article in articles] == [None, None]
    assert len({article.story_id for article in articles}) == 2
