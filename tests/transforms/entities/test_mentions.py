"""Names of an article: their spans, their one label, their one entity."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.records import Mention
from tests.documents import parsed
from transforms.entities.headlines import without_common_words
from transforms.entities.joins import JOINS, Join, joined
from transforms.entities.labels import ENDINGS, EVIDENCE, Evidence, article_labels
from transforms.entities.mentions import find_mentions
from transforms.entities.names import LABELS, known_as
from transforms.entities.spans import LEADING, TRAILING, NameSpan, Trim, is_name, trim, words_of

STORY = """Interim Interior Minister Sunil Prakash Rao met the head of Nordbank, Ann Smith, in Oslo on Monday.
Rao said that the Taliban and Islamic State were not invited. Smith Brothers Plc declined to comment.
Prime Minister Lars van der Berg praised Rao’s visit. “Ms Smith was kind,” said van der Berg.
The International Fishing Organisation (IFO) disagreed. The IFO's head left Norway.
With inputs from AFP"""


def mentions(text: str, title: str | None = None) -> list[Mention]:
    return find_mentions(parsed(text, title=title))


def named(text: str, title: str | None = None) -> dict[str, tuple[str, str]]:
    return {m.text: (m.label, m.name) for m in mentions(text, title)}


def marked(example: str) -> tuple[str, int, int]:
    """The example without its brackets, and where they stood."""
    start, end = example.index("["), example.index("]") - 1
    return example.replace("[", "").replace("]", ""), start, end


def tokens_of(example: str) -> tuple[list, int, int]:
    text, start, end = marked(example)
    tokens = parsed(text).tokens
    inside = [token.i for token in tokens if start <= token.start < end]
    return list(tokens), inside[0], inside[-1] + 1


@pytest.mark.parametrize("rule", LEADING, ids=lambda rule: rule.name)
def test_leading_trim_takes_its_example(rule: Trim) -> None:
    tokens, first, last = tokens_of(rule.example)
    assert all(rule.applies(token, "PERSON") for token in tokens[first:last])
    assert not rule.applies(tokens[last], "PERSON")


@pytest.mark.parametrize("rule", TRAILING, ids=lambda rule: rule.name)
def test_trailing_trim_takes_its_example(rule: Trim) -> None:
    tokens, first, last = tokens_of(rule.example)
    assert all(rule.applies(token, "PERSON") for token in tokens[first:last])
    assert not rule.applies(tokens[first - 1], "PERSON")


@pytest.mark.parametrize("rule", JOINS, ids=lambda rule: rule.name)
def test_join_adds_its_example(rule: Join) -> None:
    tokens, first, last = tokens_of(rule.example)
    for token in tokens:
        token.sentence, token.entity = 0, ""
    assert rule.extend(tokens, NameSpan(0, first, rule.labels[0]), len(tokens)) == last


@pytest.mark.parametrize("rule", EVIDENCE, ids=lambda rule: rule.name)
def test_evidence_applies_to_its_example(rule: Evidence) -> None:
    tokens, first, last = tokens_of(rule.example)
    assert rule.applies(tokens, NameSpan(first, last, "PERSON"))


def test_joined_drops_what_an_extension_covers() -> None:
    tokens, _, last = tokens_of("Acme [Holdings Ltd]")
    assert joined(tokens, [NameSpan(0, 1, "ORG"), NameSpan(1, last, "ORG")]) == [NameSpan(0, last, "ORG")]


def test_surname_takes_the_full_name() -> None:
    found = named(STORY)
    assert found["Rao"] == ("PERSON", "Sunil Prakash Rao")
    assert found["Smith"] == ("PERSON", "Ann Smith")


def test_person_is_one_entity() -> None:
    ids = {m.entity_id for m in mentions(STORY) if m.name == "Sunil Prakash Rao"}
    assert len(ids) == 1


def test_titles_and_roles_are_no_part_of_a_name() -> None:
    found = named(STORY)
    assert found["Lars van der Berg"] == ("PERSON", "Lars van der Berg")
    assert not any(word in text for text in found for word in ("Minister", "Ms"))


def test_groups_and_agencies_are_organisations() -> None:
    found = named("The Taliban told Reuters that Hamas and al-Qaeda would not come.")
    assert {found[name][0] for name in ("Taliban", "Reuters", "Hamas", "al-Qaeda")} == {"ORG"}


def test_credit_names_nobody() -> None:
    assert "AFP" not in named(STORY)


def test_dateline_names_its_places_and_no_agency() -> None:
    text = "OSLO (Reuters) - Ann Smith left Norway on Monday.\nShe will be back in Oslo, she told Reuters."
    found = [(m.name, m.start) for m in mentions(text)]
    assert [name for name, start in found if start < text.index("\n")] == ["Oslo", "Ann Smith", "Norway"]
    assert [name for name, start in found if start > text.index("\n")] == ["Oslo", "Reuters"]


def test_several_places_of_a_dateline_are_names_each() -> None:
    text = "LONDON/NEW YORK, Dec. 2 (Reuters) - Shares fell on Friday."
    assert [(m.text, m.label) for m in mentions(text)] == [("LONDON", "GPE"), ("NEW YORK", "GPE")]


def test_a_headline_above_a_dateline_keeps_its_names() -> None:
    body = "OSLO (Reuters) - A court freed 12 sailors of Norway on Monday."
    found = mentions(body, title="Kenyan court frees crew")
    assert [m.text for m in found] == ["Kenyan", "OSLO", "Norway"]


def test_abbreviation_takes_the_full_name() -> None:
    assert named(STORY)["IFO"] == ("ORG", "International Fishing Organisation")


def test_articles_and_possessives_are_trimmed() -> None:
    found = [m.text for m in mentions("He visited the Netherlands’ coast and the Smith Group's offices.")]
    assert not any(text.lower().startswith("the ") or text.endswith(("’s", "'s", "’")) for text in found)


def test_dates_and_numbers_are_no_mentions() -> None:
    assert mentions("On Friday, 4 December 2020, 17 people paid $3 million, or 5 percent.") == []


def test_same_name_has_one_label() -> None:
    text = (
        "Nordbank rose. The retailer Ted Fisher fell by a third.\nTed Fisher has shops. Ted Fisher said so."
    )
    labels = {m.label for m in mentions(text) if m.text == "Ted Fisher"}
    assert labels == {"ORG"}


def test_abbreviation_in_brackets_is_found_once() -> None:
    found = [m.text for m in mentions("The World Trade Organization (WTO) threatening to act, talks began.")]
    assert found == ["World Trade Organization", "WTO"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Who holds the office, not the first named.
        (
            "His daughter Ann Smith left. President Tom Smith stayed. President Smith spoke. Smith left.",
            "Tom Smith",
        ),
        ("Ann Smith met President Tom Smith. President Smith spoke. Smith left.", "Tom Smith"),
        # Nor a relative, where the full name is not told.
        ("President Smith spoke. His sons Tom Smith and Jim Smith left. Smith stayed.", "Smith"),
        # Without an office the first named.
        ("Ann Smith met her brother Tom Smith. Smith left.", "Ann Smith"),
    ],
)
def test_a_bare_surname_is_of_whom_it_names_with_an_office(text: str, name: str) -> None:
    assert mentions(text)[-1].name == name


def test_mr_and_mrs_of_one_surname_are_two() -> None:
    text = "Robert Hale and his wife Susan Hale came. Mr. Hale spoke first. Mrs. Hale left early."
    found = [(m.text, m.name) for m in mentions(text)]
    assert found[-2:] == [("Hale", "Robert Hale"), ("Hale", "Susan Hale")]


def test_part_of_a_country_is_not_named_by_another_part() -> None:
    assert {
        m.name for m in mentions("Britain, England and Northern Ireland agreed.") if m.text == "Britain"
    } == {"Britain"}


def test_country_in_full() -> None:
    assert named("The United States agreed. Later the U.S. paid.")["U.S."] == ("GPE", "United States")


@pytest.mark.parametrize("label", ENDINGS)
def test_last_word_tells_the_label(label: str) -> None:
    word = ENDINGS[label].split()[0]
    tokens = parsed(f"Northern Lake {word.title()}").tokens
    assert article_labels(tokens, [NameSpan(0, 3, "PRODUCT")]) == {("northern", "lake", word): label}


def test_country_of_a_mention() -> None:
    found = {m.text: m.country for m in mentions("Islamabad and Kabul spoke; the Pakistani envoy left Iran.")}
    assert (found["Islamabad"], found["Kabul"], found["Pakistani"], found["Iran"]) == (
        "PAK",
        "AFG",
        "PAK",
        "IRN",
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ann Smith", "the Taliban", "Smith", "Mr.", "(IFO)", "“", "”", "'s", "’s", "U.S.", "Senate", ",",
             "\n", "said", "EU-UK", "von der Leyen", "AFP", "/", "KABUL (Reuters) -", "é\u0301", "\u200b",
             "🙂", "al-", "."]
        ),
        max_size=14,
    ).map(" ".join)
)  # fmt: skip
def test_mentions_slice_the_text_in_order(text: str) -> None:
    found = mentions(text)
    assert found == mentions(text)
    assert all(text[m.start : m.end] == m.text and m.label in LABELS for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Daesh", "Islamic State", True),
        ("Afghan Taliban", "Taliban", True),
        ("Pakistani Taliban", "Taliban", False),
        ("U.N.", "United Nations", True),
        ("Nordbank", "Nordbank", True),
        ("Nordbank Holdings Plc", "Nordbank", True),
        ("Nordbank, Inc.", "Nordbank", True),
        ("U.N. Human Rights Office", "United Nations Human Rights Office", True),
        ("U.S. Navy", "US Navy", True),
        ("Holdings", "Nordbank Holdings", False),
    ],
)
def test_a_group_is_known_by_one_name_in_all_reports(one: str, other: str, same: bool) -> None:
    assert (known_as(one) == known_as(other)) == same


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Marsh Brigade left. The Brigade was paid.", "Marsh Brigade"),
        ("The Lund Trust met the Oslo Trust. The Trust was paid.", "Trust"),
        ("The Afghan Taliban left. The Taliban was paid.", "Taliban"),
    ],
)
def test_a_group_goes_by_its_last_word(text: str, name: str) -> None:
    last = [mention for mention in find_mentions(parsed(text)) if mention.text in name][-1]
    assert last.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is late,” said Meenal Raghavendran, a nurse.", "Meenal Raghavendran"),
        (
            "Bangladesh’s foreign minister, Tahmidul Nasirabad, told parliament that Dhaka had not been given "
            "the names of the four.",
            "Tahmidul Nasirabad",
        ),
    ],
)
def test_a_given_name_goes_with_its_surname(text: str, name: str) -> None:
    assert [m.text for m in find_mentions(parsed(text)) if m.label == "PERSON"] == [name]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Kinshasa accuses Rwanda of backing the rebels. Kigali denies it.", "Kigali", ("GPE", "RWA")),
        ("Downing Street said the prime minister had spoken to Oslo.", "Downing Street", ("GPE", "GBR")),
        ("Mr. Kigali, who lives in Oslo, said he was well.", "Kigali", ("PERSON", None)),
        ("The Gulf states were united, Riyadh said.", "Gulf", ("LOC", None)),
        ("Fighters of IS killed nine soldiers near Raqqa.", "IS", ("ORG", None)),
    ],
)
def test_seats_and_groups(text: str, name: str, expected: tuple[str, str | None]) -> None:
    assert [(m.label, m.country) for m in mentions(text) if m.text == name] == [expected]


def test_shouted_is_names_no_group() -> None:
    assert "IS" not in named("THE BRIDGE IS CLOSED, the mayor said in Oslo.")


def test_two_last_words_of_a_name_mean_the_person() -> None:
    text = "Min Aung Hlaing said Aung San Suu Kyi would be tried. Suu Kyi, 77, has denied the charges."
    assert named(text)["Suu Kyi"] == ("PERSON", "Aung San Suu Kyi")


def test_a_form_of_state_is_not_the_states_name() -> None:
    text = "Iran said on Monday that the Islamic Republic would retaliate."
    assert named(text)["Iran"] == ("GPE", "Iran")


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("Ann Smith Promised Reform In May", "Ann Smith said she promised a reform.", {"Ann Smith"}),
        ("Nordbank Claims Victory", "Nordbank, its claim to victory long denied, won.", {"Nordbank"}),
        ("Harbour Attack: Three Hurt At Dawn", "Three were hurt in the attack on the harbour.", set()),
        ("Supreme Court Backs Plan", "The supreme test of any court backs the plan.", {"Supreme Court"}),
    ],
)
def test_a_headline_in_title_case_names_whom_the_report_names(title: str, text: str, names: set[str]) -> None:
    assert {m.text for m in mentions(text, title) if m.start < len(title)} == names


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Interior Minister Ann Smith left.", "Interior", None),
        ("Senator Ann Smith (R-Ohio) left on New Year's Eve.", "R-Ohio", None),
        ("Senator Ann Smith, R-Va., left.", "R-Va.", None),
        ("Secretary of Defense Ann Smith left Silicon Valley.", "Defense", None),
        ("Ann Gable came. Gable said it was late.", "Gable", "PERSON"),
        ("Senator Ann Smith (R-Ohio) left on New Year's Eve.", "New Year's Eve", None),
        ("It was Ann Smith of Texas, who left.", "Texas", "GPE"),
        ("Emmet Larkin Jr. left the town with Ann Smith.", "Emmet Larkin Jr.", "PERSON"),
    ],
)
def test_what_is_and_what_is_no_name(text: str, name: str, label: str | None) -> None:
    assert {m.text: m.label for m in mentions(text)}.get(name) == label


def test_a_surname_goes_without_its_suffix() -> None:
    found = named("Emmet Larkin Jr. left the town with Ann Smith. Mr. Larkin was tired.")
    assert found["Larkin"] == ("PERSON", "Emmet Larkin Jr.")


def test_a_person_is_not_named_with_whose_he_is() -> None:
    document = parsed("Tom Smith left. Smith of Lund University left. Prince of Wales left.")
    spans = [NameSpan(0, 2, "PERSON"), NameSpan(4, 8, "PERSON"), NameSpan(10, 13, "PERSON")]
    found = [" ".join(words_of(document.tokens, span)) for span in without_common_words(document, spans)]
    assert found == ["Tom Smith", "Smith", "Lund University", "Prince of Wales"]


def test_a_seat_is_part_of_a_title() -> None:
    tokens = parsed("Prince of Wales").tokens
    assert trim(tokens, NameSpan(0, 3, "PERSON")) == NameSpan(0, 3, "PERSON")


def test_what_has_digits_is_no_person() -> None:
    tokens = parsed("Mira X9 left.").tokens
    assert article_labels(tokens, [NameSpan(0, 2, "PERSON")])["mira", "x9"] == "PRODUCT"


@pytest.mark.parametrize("address", ["@Annsmith", "https://Ann.example/B", "Ann.co/B", "Jr."])
def test_an_address_is_no_name(address: str) -> None:
    tokens = parsed("Smith left.").tokens[:1]
    tokens[0].text, before = address, tokens[0].text
    found = is_name(tokens, NameSpan(0, 1, "PERSON"))
    tokens[0].text = before
    assert not found


def test_a_korean_name_is_whole_and_goes_by_its_family() -> None:
    found = named("President Lee Min-ji met Han Seo-in of the UN. Lee left. Tom Hall-led farmers waited.")
    assert found["Lee Min-ji"] == ("PERSON", "Lee Min-ji")
    assert found["Lee"] == ("PERSON", "Lee Min-ji")
    assert found["Han Seo-in"][0] == "PERSON" and found["UN"][0] == "ORG"
    assert "Tom Hall" in found


def test_one_body_has_one_name_in_a_report() -> None:
    found = mentions("The UN Security Council met in Oslo. Later the U.N. Security Council left.")
    bodies = [(m.entity_id, m.name) for m in found if m.label == "ORG"]
    assert len(bodies) == 2
    assert len(set(bodies)) == 1


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The banned Lashkar-e-Samanzai claimed the ambush.", "Lashkar-e-Samanzai", "ORG"),
        ("The Tehreek-e-Falah party marched.", "Tehreek-e-Falah", "ORG"),
        ("Leaders of Hizb-ul-Momin met.", "Hizb-ul-Momin", "ORG"),
        ("They met in Mazar-i-Sharif.", "Mazar-i-Sharif", "GPE"),
    ],
)
def test_a_groups_name_in_parts_is_one(text: str, name: str, label: str) -> None:
    assert [(one.text, one.label) for one in find_mentions(parsed(text))] == [(name, label)]
