"""The day of each sentence, and how it is known."""

from datetime import date

import pytest

from schemas.records import Sentence
from schemas.vocabulary import ANCHORS, DATE_BASES
from tests.documents import parsed
from transforms.dates.clauses import clause_date
from transforms.dates.sentences import date_sentences
from transforms.dates.timexes import find_timexes

LEAD = "A bridge near Multan collapsed on Friday and four people were hurt."


def dated(text: str, published: str = "2022-12-04") -> list[Sentence]:
    document = parsed(text, published)
    return date_sentences(document, find_timexes(document))


def test_words_decide_and_say_how() -> None:
    (row,) = dated(LEAD)
    assert (row.date_start, row.date_end, row.date_precision) == (date(2022, 12, 2), date(2022, 12, 2), "day")
    assert (row.date_basis, row.date_text, row.date_value) == ("relative", "Friday", "2022-12-02")
    assert (row.anchor_date, row.anchor, row.date_rule) == (date(2022, 12, 4), "published", "weekday")


@pytest.mark.parametrize(
    ("text", "day", "precision", "basis"),
    [
        ("The mill opened on 4 March 2019.", date(2019, 3, 4), "day", "explicit"),
        ("The mill opened in August last year.", date(2021, 8, 1), "month", "relative"),
        ("The law was passed after the 9/11 attacks.", date(2001, 9, 11), "day", "named_event"),
        ("Four people were hurt.", date(2022, 12, 4), "day", "published"),
    ],
)
def test_basis(text: str, day: date, precision: str, basis: str) -> None:
    (row,) = dated(text)
    assert (row.date_start, row.date_precision, row.date_basis) == (day, precision, basis)


def test_sentence_without_words_inherits_the_lead_date() -> None:
    row = dated(f"{LEAD}\nRescuers pulled two drivers from the river.")[1]
    assert (row.date_start, row.date_basis, row.anchor) == (
        date(2022, 12, 2),
        "inherited",
        "earlier sentence",
    )


def test_timeless_sentence_has_no_date() -> None:
    row = dated(f"{LEAD}\nMultan is a city on the Chenab.")[1]
    assert (row.date_start, row.date_basis, row.date_text) == (None, "none", None)


def test_today_in_a_quotation_counts_from_the_utterance() -> None:
    row = dated(f"{LEAD}\n“The two drivers in today’s accident are safe,” an engineer said.")[1]
    assert (row.date_start, row.date_basis, row.anchor) == (date(2022, 12, 2), "utterance", "utterance")


def test_every_sentence_has_its_row() -> None:
    text = f"{LEAD}\nIt reopens next year. With now and then a truck."
    document = parsed(text)
    rows = date_sentences(document, find_timexes(document))
    assert [row.sentence_id for row in rows] == [span.sentence_id for span in document.sentences]
    for row in rows:
        assert text[row.start : row.end] == row.text
        assert row.date_basis in DATE_BASES
        assert row.anchor is None or row.anchor in ANCHORS
        assert row.date_rule


def test_two_heads_two_dates() -> None:
    document = parsed("The rebels claimed responsibility Saturday for an attack on Friday.")
    timexes = find_timexes(document)
    sentences = date_sentences(document, timexes)
    day = {t.text: clause_date(document, t, sentences, timexes).start for t in document.tokens}
    assert day["claimed"] == date(2022, 12, 3)
    assert day["attack"] == date(2022, 12, 2)
