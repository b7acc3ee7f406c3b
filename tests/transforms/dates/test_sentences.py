"""The day of each sentence, and how it is known."""

from datetime import date
from typing import Optional

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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Printed a day late or early.
        ("The trust will print the list today (Monday).", date(2022, 12, 5)),
        ("The trust printed the list today (Saturday).", date(2022, 12, 3)),
        ("The trust will print the list today.", date(2022, 12, 4)),
        # What goes on at a day lies ahead.
        ("The search continues on Friday.", date(2022, 12, 9)),
        ("The inquiry reopens on Friday.", date(2022, 12, 9)),
        ("The search continued on Friday.", date(2022, 12, 2)),
        # A clause that happens at once says the day sooner than the dateline does.
        ("TUNIS, Dec 3 - Six people were hurt when a boiler burst here on Thursday.", date(2022, 12, 1)),
        ("TUNIS, Dec 3 - A court freed an editor who was held on Thursday.", date(2022, 12, 3)),
    ],
)
def test_what_else_anchors_a_day(text: str, day: date) -> None:
    assert dated(text)[0].date_start == day


@pytest.mark.parametrize(
    "text",
    [
        "It was the third fire since January.",
        "The blaze sent its shares to their lowest since November 2021.",
        "Profit dropped to 61 million euros from 88 million a year earlier.",
        "Profit rose to 61 million euros from 4 million in April 2021.",
        "Output was 12 tonnes, down from 14.5 tonnes in the same quarter last year.",
        # Since when the main clause is counted.
        "Nurses held their largest march since a row over shifts began on November 7.",
        # Days of a plan that has been changed.
        "The vote was postponed from Thursday to Saturday.",
        "The vote was first planned for Thursday but was called off.",
        "The vote, which had been planned for Thursday, was put off.",
        "The council cancelled the vote planned for Thursday.",
        "The council moved the vote from Thursday to Saturday.",
    ],
)
def test_a_yardstick_dates_nothing(text: str) -> None:
    row = dated(f"{LEAD}\n{text}")[1]
    assert (row.date_start, row.date_rule) == (date(2022, 12, 2), "lead date")
    (alone,) = dated(text)
    assert (alone.date_start, alone.date_basis) == (date(2022, 12, 4), "published")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Profit rose to 61 million euros in April.", date(2022, 4, 1), date(2022, 4, 30)),
        ("The vote was cancelled on Thursday.", date(2022, 12, 1), date(2022, 12, 1)),
        ("The vote will be postponed until Thursday.", date(2022, 12, 8), date(2022, 12, 8)),
        # Lengths that are told by their end.
        ("Profit fell in the three months to September.", date(2022, 7, 1), date(2022, 9, 30)),
        ("Profit fell in the six months ended June 30.", date(2022, 1, 1), date(2022, 6, 30)),
        ("Profit fell in the year to March.", date(2021, 4, 1), date(2022, 3, 31)),
        # By the way somebody went, and by what caused it, no day lies ahead.
        ("Nurses marched through Lima on Thursday night.", date(2022, 12, 1), date(2022, 12, 1)),
        ("The road was closed due to snow on Thursday.", date(2022, 12, 1), date(2022, 12, 1)),
        ("The road was due to open on Thursday.", date(2022, 12, 8), date(2022, 12, 8)),
        ("The offer holds through next Thursday.", date(2022, 12, 8), date(2022, 12, 8)),
        ("The truce held until July, when rebels shelled a camp.", date(2022, 7, 1), date(2022, 7, 31)),
        # From a day on that is sooner to come than long gone: not the day it was declared on.
        ("Martial law was declared from Monday.", date(2022, 12, 4), date(2022, 12, 4)),
        ("It rained from Monday to Wednesday.", date(2022, 11, 28), date(2022, 11, 30)),
        # What is asked for in a month is not what it is asked for.
        ("Peru asked for 2 million dollars to fight cholera in February.", date(2022, 2, 1), date(2022, 2, 28)),
        ("Peru promised to send doctors in February.", date(2023, 2, 1), date(2023, 2, 28)),
        # The year beside the noun.
        ("The 2015 march of nurses on June 28 was banned.", date(2015, 6, 28), date(2015, 6, 28)),
        # Since it began.
        ("Forty people have died since the siege began in May.", date(2022, 5, 1), date(2022, 12, 4)),
    ],
)  # fmt: skip
def test_the_days_that_words_mean_together(text: str, start: date, end: date) -> None:
    (row,) = dated(text)
    assert (row.date_start, row.date_end) == (start, end)


def test_what_has_gone_on_since_a_day_is_no_yardstick() -> None:
    (row,) = dated("The third mill has stood idle since January.")
    assert (row.date_start, row.date_end) == (date(2022, 1, 1), date(2022, 12, 4))


OCCUPATION = f"{LEAD} In August 1944 fighters rose against the occupiers."


@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        (f"{OCCUPATION} Soldiers shot 200 people in the wards.", date(1944, 8, 1), "passage"),
        (f"{OCCUPATION} Soldiers shot them. A church was set alight.", date(1944, 8, 1), "passage"),
        (f"{OCCUPATION} The fighters had hoped for help.", date(1944, 8, 1), "passage"),
        # What ends it: a paragraph, the present, speech, "now", the news, and who comes from elsewhere.
        (f"{OCCUPATION}\nSoldiers shot 200 people.", date(2022, 12, 2), "lead date"),
        (f"{OCCUPATION} Soldiers guard the ruins.", date(2022, 12, 2), "lead date"),
        (f"{OCCUPATION} Engineers said rust was to blame.", date(2022, 12, 2), "lead date"),
        (f"{OCCUPATION} Soldiers now closed the road.", date(2022, 12, 2), "lead date"),
        (f"{OCCUPATION} A second bridge collapsed.", date(2022, 12, 2), "same deed"),
        (f"{OCCUPATION} The bridge blocked the river.", date(2022, 12, 2), "lead date"),
        (f"{OCCUPATION} The governor closed the road.", date(2022, 12, 2), "lead date"),
        # What begins none: a comparison, an aside, the recent past.
        (f"{LEAD} Rust was found on a beam that was laid in 1944. Workers closed the road.", date(2022, 12, 2),
         "lead date"),
        (f"{LEAD} On Thursday workers found rust. Guards closed the road.", date(2022, 12, 2), "lead date"),
        # Since a birth much may have passed.
        (f"{LEAD} Its builder was born in 1921. Soldiers arrested him twice.", None, "passage, not known"),
    ],
)  # fmt: skip
def test_a_passage_on_the_past_goes_on(text: str, day: Optional[date], rule: str) -> None:
    row = dated(text)[-1]
    assert (row.date_start, row.date_rule) == (day, rule)
    assert row.date_basis == ("inherited" if day else "none")


def test_timeless_sentence_has_no_date() -> None:
    row = dated(f"{LEAD}\nMultan is a city on the Chenab.")[1]
    assert (row.date_start, row.date_basis, row.date_text) == (None, "none", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LAHORE, Dec 3 (APP): Two men were shot here today.", date(2022, 12, 3)),
        ("KABUL, 2 December (Reuters) - Two men died in a fire last night.", date(2022, 12, 1)),
        ("LAHORE, Dec 3 (APP): “We will act today,” the mayor said.", date(2022, 12, 3)),
        ("LAHORE, Nov 3 (APP): Two men were shot here today.", date(2022, 12, 4)),
        ("Live news, Dec 3: Two men were shot here today.", date(2022, 12, 4)),
    ],
)
def test_today_is_the_day_in_the_dateline(text: str, day: date) -> None:
    (row,) = dated(text)
    assert (row.date_start, row.date_end) == (day, day)


def test_what_has_happened_is_not_dated_by_what_lies_ahead() -> None:
    (row,) = dated("His illness has cheered rivals ahead of Tuesday's primary.")
    assert (row.date_start, row.date_basis) == (date(2022, 12, 4), "published")


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
        ("She said the mill lost money last year.", "2022-12-04", "published", "publication date"),
        ("She asked that they vote by the end of the year.", "2022-12-04", "published", "publication date"),
        ("The mill, she said, will be sold next year.", "2022-12-04", "published", "publication date"),
        # a day before the longer period that it lies in
        ("Friday’s attack was the third this year.", "2022-12-02", "relative", "weekday"),
        ("It should open this month, if not today.", "2022-12-01", "relative", "moved unit"),
        # what another time is compared with
        (
            "Profit in the third quarter rose to $5m, from $4m a year earlier.",
            "2022-07-01",
            "relative",
            "nth quarter",
        ),
        # clauses side by side
        ("Four men died in May; six fled in June.", "2022-05-01", "relative", "month"),
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
        ("Her lawyer blames the mayor.", "2022-12-02", "lead date"),
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


def test_a_range_is_whole_wherever_its_end_stands() -> None:
    (row,) = dated("The exam will be held between 3 and 5 March.")
    assert (row.date_start, row.date_end) == (date(2023, 3, 3), date(2023, 3, 5))


@pytest.mark.parametrize(
    ("text", "end", "value"),
    [
        ("Output has tripled since 2001.", date(2022, 12, 4), "2001/2022-12-04"),
        ("Four people have died since Thursday.", date(2022, 12, 4), "2022-12-01/2022-12-04"),
        ("Four people had died since Thursday.", date(2022, 12, 1), "2022-12-01"),
        ("Four people have died on Thursday.", date(2022, 12, 1), "2022-12-01"),
    ],
)
def test_what_has_gone_on_since_goes_on_until_publication(text: str, end: date, value: str) -> None:
    (row,) = dated(text)
    assert (row.date_end, row.date_value) == (end, value)


def test_a_night_is_of_two_days() -> None:
    (row,) = dated("The mill burned on the night of 30 November to 1 December.")
    assert (row.date_start, row.date_end) == (date(2022, 11, 30), date(2022, 12, 1))


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "Two days after Friday’s attack, a sect said it was behind it.",
            "Two days after Friday",
            "2022-12-04",
        ),
        ("The mill burned a week before Christmas.", "a week before Christmas", "2022-12-18"),
    ],
)
def test_a_length_moves_the_day_it_stands_beside(text: str, words: str, day: str) -> None:
    (row,) = dated(text)
    assert (row.date_text, str(row.date_start), row.date_basis) == (words, day, "relative")


@pytest.mark.parametrize(
    ("sentence", "day", "basis", "words", "rule"),
    [
        # the happening is dated beside it
        ("He died three days after he was shot on Monday.", "2022-12-01", "relative",
         "three days after he was shot on Monday", "weekday, moved"),
        ("She died 10 days before the murder of her son on 14 March 2019.", "2019-03-04", "relative",
         "10 days before the murder of her son on 14 March 2019", "day month, moved"),
        # in another sentence
        ("Two days after the collapse, the mayor resigned.", "2022-12-04", "relative",
         "Two days after the collapse", "length, moved"),
        # nowhere, or is only roughly so far off
        ("Two days after the vote, the mayor resigned.", "None", "none", "Two days after the vote",
         "length, not known"),
        ("More than a day after the collapse, the mayor resigned.", "None", "none",
         "More than a day after the collapse", "length, not known"),
        # what still holds is told on the day of publication; hours move no day; a length is no distance
        ("Two days after the vote, nobody has resigned.", "2022-12-04", "published", None, "publication date"),
        ("Two hours after the vote, the mayor resigned.", "2022-12-02", "inherited", None, "lead date"),
        ("The road was shut for two days after the vote.", "2022-12-02", "inherited", None, "lead date"),
    ],
)  # fmt: skip
def test_what_counts_from_a_happening(
    sentence: str, day: str, basis: str, words: Optional[str], rule: str
) -> None:
    lead = "Four people were hurt in the collapse of a bridge near Multan on Friday."
    row = dated(f"{lead}\n{sentence}")[1]
    assert (str(row.date_start), row.date_basis, row.date_text, row.date_rule) == (day, basis, words, rule)


def test_a_day_counted_from_one_that_is_not_named_is_not_known() -> None:
    (row,) = dated("The following day the mayor resigned.")
    assert (row.date_start, row.date_basis, row.date_text) == (None, "none", "The following day")


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("Sales on Black Friday rose 2 percent from a year earlier.", "2022-11-25", "relative"),
        ("It passed in the winter session of 2019.", "2019-01-01", "explicit"),
        ("Sun, Dec 4: India beat Bangladesh.", "2022-12-04", "relative"),
        ("Prices soared in the run-up to Christmas.", "2022-12-04", "published"),
        ("The trial was adjourned until January 9.", "2022-12-04", "published"),
        ("A hearing was set for Friday, December 9.", "2022-12-09", "relative"),
        ("Villagers gather at the shrine every Friday.", "None", "none"),
        ("Villagers gathered at the shrine every Friday.", "2022-12-04", "published"),
        ("It was the worst attack since that of September 2013, nine years ago.", "2013-09-01", "explicit"),
    ],
)
def test_what_a_past_and_a_habit_tell_of(text: str, day: str, basis: str) -> None:
    (row,) = dated(text)
    assert (str(row.date_start), row.date_basis) == (day, basis)


def test_yesterday_is_the_day_that_the_report_tells_of() -> None:
    text = "A bridge near Multan fell on Sunday.\n“I saw it fall yesterday,” a grocer said."
    assert dated(text, "2022-12-05")[1].date_start == date(2022, 12, 4)


@pytest.mark.parametrize(
    ("speaker", "rule"),
    [
        ("The league’s chief", "lead date"),
        ("The Roads League’s chief", "same speaker"),
        ("A spokesman for the Roads League", "same speaker"),
        ("Asma Gul, who once led the Roads League,", "lead date"),
    ],
)
def test_who_is_the_same_speaker(speaker: str, rule: str) -> None:
    others = "On Saturday engineers blamed a crack.\nThe Roads League said on Thursday it was unsafe."
    row = dated(f"{LEAD}\n{others}\n{speaker} added that four trucks had crossed.")[3]
    assert row.date_rule == rule


def test_the_day_of_the_speech_is_the_day_of_the_utterance() -> None:
    row = dated(f"{LEAD}\n“Today the bridge is safe,” the mayor said on Saturday.")[1]
    assert row.date_start == date(2022, 12, 3)


def test_a_credit_has_no_date() -> None:
    row = dated(f"{LEAD}\nTraffic was moved to the old road.\nWith inputs from agencies")[2]
    assert (row.kind, row.date_basis, row.date_start) == ("credit", "none", None)
