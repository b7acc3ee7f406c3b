"""The day of each sentence, and how it is known."""

from datetime import date

import pytest

from schemas.records import Sentence
from schemas.vocabulary import ANCHORS, DATE_BASES
from tests.documents import parsed
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


@pytest.mark.parametrize(
    ("text", "day", "basis", "rule"),
    [
        # the least embedded clause; a verb's own expression before a noun's
        ("The bridge, which opened on 3 May 2019, was shut on Friday.", "2022-12-02", "relative", "weekday"),
        ("On Saturday the minister condemned Thursday’s attack.", "2022-12-03", "relative", "weekday"),
        # what dates nothing: a name, a day to come that somebody speaks of, a length, "now"
        ("The 2012 Olympics made him rich.", "2022-12-04", "published", "publication date"),
        ("She said the bridge would open in 2030.", "2022-12-04", "published", "publication date"),
        ("It has been shut for three years.", "2022-12-04", "published", "publication date"),
        # the background counts where nothing else does
        ("The engineer broke the 1991 agreement.", "1991-01-01", "explicit", "year, in the background"),
    ],
)
def test_choice_of_expression(text: str, day: str, basis: str, rule: str) -> None:
    (row,) = dated(text)
    assert (str(row.date_start), row.date_basis, row.date_rule) == (day, basis, rule)


@pytest.mark.parametrize(
    ("sentence", "day", "rule"),
    [
        ("Rescuers pulled two drivers from the river.", "2022-12-02", "lead date"),
        ("Engineers blame an old crack.", "2022-12-03", "same deed"),
        ("“We warned them,” the Roads League said.", "2022-12-01", "same speaker"),
        ("The last lorry had crossed it at 9 a.m.", "2022-12-02", "lead date"),
    ],
)
def test_what_is_inherited(sentence: str, day: str, rule: str) -> None:
    others = "On Saturday engineers blamed a crack.\nThe Roads League said on Thursday it was unsafe."
    row = dated(f"{LEAD}\n{others}\n{sentence}")[3]
    assert (str(row.date_start), row.date_basis, row.date_rule) == (day, "inherited", rule)


def test_a_range_has_its_first_and_last_day() -> None:
    (row,) = dated("The mill was shut from Monday to Friday.")
    assert (row.date_text, row.date_value) == ("Monday to Friday", "2022-11-28/2022-12-02")
    assert (row.date_start, row.date_end) == (date(2022, 11, 28), date(2022, 12, 2))


def test_the_day_of_the_speech_is_the_day_of_the_utterance() -> None:
    row = dated(f"{LEAD}\n“Today the bridge is safe,” the mayor said on Saturday.")[1]
    assert row.date_start == date(2022, 12, 3)


def test_a_credit_has_no_date() -> None:
    row = dated(f"{LEAD}\nTraffic was moved to the old road.\nWith inputs from agencies")[2]
    assert (row.kind, row.date_basis, row.date_start) == ("credit", "none", None)
