from datetime import date, timedelta

from schemas.vocabulary import QUAD_CLASS
from tests.transforms.events.test_identity import DAY, told
from transforms.events.identity import cluster_events
from transforms.events.rows import event_row

TEXTS = {
    "a-0": "Attack in Kabul",
    "a-9": "Gunmen attacked a base on Friday.",
    "b-0": "Police said gunmen attacked.",
}


def test_row_is_made_of_all_that_was_told() -> None:
    headline = told("a", 0, basis="inherited")
    body = told("a", 9, actors=("Gunmen",), place="Kabul", killed=3)
    claimed = told("b", 0, actors=("Gunmen",), day=DAY + timedelta(days=1))._replace(
        claim_id="c", mode="firearms"
    )
    clustered = cluster_events([claimed, body, headline], []).mentions
    row = event_row(clustered[::-1], TEXTS.__getitem__)
    assert row.event_id == clustered[0].event_id
    assert row.quad_class == QUAD_CLASS["ASSAULT"]
    assert list(row.modes) == ["firearms"]
    assert (row.date_start, row.date_basis) == (DAY, "relative")
    assert [one.name for one in row.actors] == ["Gunmen"]
    assert row.place == "Kabul"
    assert (row.summary, row.summary_sentence_id) == (TEXTS["a-9"], "a-9")
    assert row.first_reported == DAY + timedelta(days=1)
    assert not row.attributed_only


def test_known_only_by_claims() -> None:
    row = event_row([told("a")._replace(claim_id="c", event_id="e")], lambda _: "They attacked.")
    assert row.attributed_only


def test_the_firmest_status_and_the_finest_date_stand() -> None:
    year = told("a", status="hypothetical")._replace(
        date_start=date(2022, 1, 1), date_end=date(2022, 12, 31), date_precision="year"
    )
    row = event_row([year, told("b")], lambda _: "They attacked.")
    assert (row.status, row.date_start, row.date_precision) == ("asserted", DAY, "day")


def test_the_place_is_the_best_known_one() -> None:
    lead = told("a", place="Herat")._replace(place_basis="lead")
    row = event_row([lead, told("b", place="Kabul")], lambda _: "They attacked.")
    assert (row.place, row.place_basis) == ("Kabul", "clause")
    assert event_row([lead], lambda _: "They attacked.").place_basis == "lead"
