"""What a careful reader finds in the user's own two reports."""

from pathlib import Path

import pytest

from tests.pipeline.runs import ingest, rows
from tests.quality.measure import MEASURES, score

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    from tests.conftest import SHARED

    if not (SHARED / "seeds").is_dir():
        pytest.skip("../shared is not here: the user's reports are not part of the project")
    output = tmp_path_factory.mktemp("seeds") / "out"
    ingest(output, SHARED / "seeds")
    return output


def right(figure: str) -> int:
    return int(figure.split("/")[0])


def test_the_reader_agrees(store: Path) -> None:
    found = score(MEASURES[0], store)
    assert found["sentences_split_right"] == "34/34"
    assert right(found["stated_dates_right"]) >= 6
    assert right(found["inherited_dates_right"]) >= 22
    assert right(found["claims_content_and_source_right"]) >= 30
    assert right(found["claims_act_right_too"]) >= 25
    assert found["neither_report_is_a_duplicate"] is True
    assert found["both_reports_in_one_story"] is True
    assert found["events_both_report"] >= 1


def test_the_attack_is_one_event_with_mentions_in_both(store: Path) -> None:
    found = rows(store)
    source = {article.article_id: article.source_id for article in found["articles"]}
    attacks = [event for event in found["events"] if event.event_type == "ASSAULT"]
    shared = [
        event
        for event in attacks
        if len({source[m.article_id] for m in found["event_mentions"] if m.event_id == event.event_id}) == 2
    ]
    assert [str(event.date_start) for event in shared] == ["2022-12-02"]
    assert shared[0].place == "Kabul"


def test_he_and_the_foreign_minister_are_not_confused(store: Path) -> None:
    claims = rows(store)["claims"]
    speakers = {(claim.source_text, claim.cue_lemma): claim.source_name for claim in claims}
    assert speakers["he", "condemn"] == "Amir Khan Muttaqi"
    assert speakers["The foreign minister", "thank"] == "Bilawal Bhutto Zardari"


def test_a_quoted_today_counts_from_the_statement(store: Path) -> None:
    quoted = [s for s in rows(store)["sentences"] if s.date_text and s.date_text.lower() == "today"]
    assert [(str(s.date_start), s.date_basis, s.anchor) for s in quoted] == [
        ("2022-12-02", "utterance", "utterance")
    ]
