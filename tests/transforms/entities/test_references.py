"""Whom a phrase means; the reports here are ours."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import parsed
from transforms.entities.actors import participant
from transforms.entities.mentions import find_mentions
from transforms.entities.references import Resolution, resolve_reference

TALKS = """Norway's Acting Trade Minister Karin Moen opened the talks.
In a letter to Trade Minister Pedro Alvarez, she praised the plan.
Alvarez thanked her. The trade minister said the deal was near.
“We will sign it,” he added.
A spokeswoman for Chile's finance ministry said it had no money. “Nothing is signed,” it said in a statement.
Harbour Office spokesman John Lee said the port was shut. The spokesman added that ships would wait.
The Nordbank group denied the report. Pakistan's embassy did not comment. Taliban authorities closed the road.
"""


def means(
    phrase: str, text: str = TALKS, speakers: tuple[Resolution, ...] = (), nth: int = 1
) -> Resolution | None:
    document = parsed(text)
    start = -1
    for _ in range(nth):
        start = text.index(phrase, start + 1)
    return resolve_reference(document, find_mentions(document), start, start + len(phrase), speakers)


def name_and_how(found: Resolution | None) -> tuple[str, str] | None:
    return found and (found.name, found.how)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Norway's Acting Trade Minister Karin Moen", ("Karin Moen", "self")),
        ("she", ("Karin Moen", "pronoun")),
        ("Alvarez thanked", None),
        ("The trade minister", ("Pedro Alvarez", "title")),
        ("he added", ("Pedro Alvarez", "pronoun")),
        ("A spokeswoman for Chile's finance ministry", None),
        ("Chile's finance ministry", ("Chile's finance ministry", "self")),
        ("it said in", ("Chile's finance ministry", "pronoun")),
        ("The spokesman", ("John Lee", "title")),
        ("The Nordbank group", ("Nordbank", "self")),
        ("Pakistan's embassy", None),
        ("Taliban authorities", ("Taliban", "self")),
    ],
)
def test_phrase_means(phrase: str, expected: tuple[str, str] | None) -> None:
    words = phrase.removesuffix(" thanked").removesuffix(" added").removesuffix(" said in")
    if words != phrase:
        document = parsed(TALKS)
        start = TALKS.index(phrase)
        found = resolve_reference(document, find_mentions(document), start, start + len(words), ())
        expected = expected or ("Pedro Alvarez", "name")
    else:
        found = means(phrase)
    assert name_and_how(found) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Norway's army left. The army said so.", "The army", ("Norway's army", "title")),
        ("The Afghan government met the Taliban government.", "the Taliban government", ("Taliban", "self")),
        ("A gang calling itself the Marsh Brigade left.", "A gang", ("Marsh Brigade", "self")),
        ("A report by Reuters said so.", "A report by Reuters", ("Reuters", "self")),
        ("Standard & Poor's argued that it was late.", "Standard & Poor's", ("Standard & Poor", "self")),
        ("The Reuters news agency said so.", "The Reuters news agency", ("Reuters", "self")),
        ("Another critic, Ann Smith, left.", "Another critic, Ann Smith,", ("Ann Smith", "self")),
        ("Prime Minister Ann Smith left. The premier was tired.", "The premier", ("Ann Smith", "title")),
        ("Smith met the United Nations. The UN said so.", "The UN", ("United Nations", "name")),
        ("Senator Ann Smith came. A vote was held. The senator left.", "The senator", ("Ann Smith", "title")),
    ],
)
def test_phrase_of_a_short_text_means(text: str, phrase: str, expected: tuple[str, str]) -> None:
    assert name_and_how(means(phrase, text)) == expected


def test_country_comes_with_the_person() -> None:
    found = means("Norway's Acting Trade Minister Karin Moen")
    assert found is not None and found.country == "NOR"


def test_relative_pronoun_means_its_antecedent() -> None:
    text = "Ann Smith, who runs the port, left."
    assert name_and_how(means("who", text)) == ("Ann Smith", "pronoun")


def test_which_means_nobody() -> None:
    assert means("which", "He sold the picture and Ann Smith, which sank in May.") is None


def test_pronoun_means_the_last_speaker_before_someone_nearer() -> None:
    text = "Tom Hall spoke to reporters. Next to Mark Reed, soldiers waited. He said all was well."
    document = parsed(text)
    found = find_mentions(document)
    hall = resolve_reference(document, found, 0, 8, ())
    assert hall is not None
    assert name_and_how(means("He", text, (hall,))) == ("Tom Hall", "pronoun")


def test_a_pronoun_keeps_in_mind_whom_it_means() -> None:
    text = "Tom Hall came early. He met Mark Reed. He praised the plan. He left."
    assert [name_and_how(means("He", text, nth=n)) for n in (1, 2, 3)] == [("Tom Hall", "pronoun")] * 3


def test_they_means_no_single_body_that_did_not_act() -> None:
    assert means("they", "A letter went to Nordbank on Monday. Later they left.") is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ann Smith said so. He disagreed.", "He"),
        ("It was said that Nordbank failed.", "It"),
        ("Ann Smith and Tom Hall left.", "Ann Smith and Tom Hall"),
        ("Both the White House and State Department left.", "Both the White House and State Department"),
        ("Tom Hall is here. A spokesman said nothing. He left.", "He"),
        ("Tom Hall is here. A harbour employee said nothing. He left.", "He"),
        ("Norwegian officials said so.", "Norwegian officials"),
        ("The minister said so.", "The minister"),
        ("A Pakistani said so.", "A Pakistani"),
        ("Minister Ann Smith left. A minister came. The minister spoke.", "The minister"),
        ("Ann Smith left. His lawyer spoke.", "His lawyer"),
        (
            "Chile's news agency met Nordbank Agency. Peru's water agency left. The agency spoke.",
            "The agency",
        ),
    ],
)
def test_what_is_not_told_is_none(text: str, phrase: str) -> None:
    assert means(phrase, text) is None


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("A Pakistani security guard was shot.", "guard", ("security guard", False, "PAK")),
        ("They attacked Pakistan's embassy in Kabul.", "embassy", ("embassy", False, "PAK")),
        ("Prime Minister Ann Smith of Norway left.", "Smith", ("Ann Smith", True, "NOR")),
        ("Three farmers who live there were hurt.", "farmers", ("farmers", False, None)),
        ("Those who came were hurt.", "Those", None),
    ],
)
def test_participant(text: str, head: str, expected: tuple[str, bool, str | None] | None) -> None:
    document = parsed(text)
    token = next(token for token in document.tokens if token.text == head)
    found = participant(document, find_mentions(document), token)
    assert (found and (found.name, found.entity_id is not None, found.country)) == expected


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(TALKS)), st.integers(0, 60))
def test_any_stretch_resolves_to_a_known_name_or_none(start: int, length: int) -> None:
    document = parsed(TALKS)
    found = find_mentions(document)
    first = resolve_reference(document, found, start, start + length, ())
    assert first == resolve_reference(document, found, start, start + length, ())
    if first and first.name != "Chile's finance ministry":
        assert first.entity_id in {mention.entity_id for mention in found}


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # Who speaks is meant, though another body is nearer, and though who speaks has no name.
        ("Nordbank closed the road. A Basra Police spokesperson said they had a suspect.", "they", "Basra Police"),
        ("Nordbank left. A spokesman for Chile's finance ministry said it had no money.", "it", "Chile's finance ministry"),
        ("Nordbank left. A Chile army officer said they had fired.", "they", "Chile army"),
        ("In a statement carried by Reedpost, the Nordbank group said it had sold the port.", "it", "Nordbank"),
        ("Nordbank closed the road. The wing's commanders said they had left.", "they", None),
        ("In a statement carried by Nordbank, the brigade's local wing said it had left.", "it", None),
        ("Reedpost told Nordbank that its team said it would stay and it would pay.", "it would pay", None),
        # What is said of "it" or "they" fits no body.
        ("Nordbank paid for it all. It was a hard week.", "It was", None),
        ("Chile borders Peru, and the border they share is long.", "they", None),
        ("European tankers left. They were late.", "They", None),
        ("Nordbank closed the road. It seems that the rain came.", "It", None),
        ("Nordbank left the deal when it came to the price.", "it", None),
        ("Nordbank built the port. Tom Hall sold it.", "it", None),
        ("Nordbank left Oslo. The mayor accused it of fraud.", "it", "Nordbank"),
        ("Nordbank left Oslo. It was fined in Cyprus.", "It", "Nordbank"),
        ("Nordbank left Oslo. It was eaten in Cyprus.", "It", None),
        ("Nordbank left Oslo. “It was late,” Tom Hall said. “It left.”", "It left", None),
        # Several are "they", and so is what was done to many; who took a photo has done nothing.
        ("Nordbank and Reedpost left. Later they paid.", "they", None),
        ("Nordbank fined the farmers. Later they paid.", "they", None),
        ("The photo was released by Nordbank. Later they paid.", "they", None),
    ],
)  # fmt: skip
def test_it_and_they(text: str, pronoun: str, expected: str | None) -> None:
    word = pronoun.split()[0]
    document = parsed(text)
    start = text.index(pronoun)
    found = resolve_reference(document, find_mentions(document), start, start + len(word), ())
    assert (found and found.name) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Nordbank's local branch said so.", "Nordbank's local branch", ("Nordbank", "title")),
        ("The armed wing of Hamas said so.", "The armed wing of Hamas", ("Hamas", "title")),
        ("Hamas's local affiliate said so.", "Hamas's local affiliate", None),
        ("An offshoot of Hamas said so.", "An offshoot of Hamas", None),
    ],
)
def test_a_part_acts_for_its_group(text: str, phrase: str, expected: tuple[str, str] | None) -> None:
    assert name_and_how(means(phrase, text)) == expected


def test_an_institutions_name_begins_with_the_whole_name_of_its_state() -> None:
    found = means("South Korea's military", "South Korea's military said the North had fired a missile.")
    assert name_and_how(found) == ("South Korea's military", "self")


def test_a_government_is_named_by_its_seat() -> None:
    assert name_and_how(means("The government in Dhaka", "The government in Dhaka said it would pay.")) == (
        "Dhaka",
        "self",
    )


def test_a_news_agency_is_not_the_agency_that_the_report_is_about() -> None:
    text = (
        "Chile's disaster agency said 31 people had died. Meridian News Agency spoke to a nurse. "
        "The agency said more rain would come."
    )
    assert name_and_how(means("The agency", text)) == ("Chile's disaster agency", "title")
