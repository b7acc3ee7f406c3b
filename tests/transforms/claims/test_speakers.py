"""Who speaks: subjects that the parse mislays, pronouns, labels that name nobody."""

import pytest

from tests.documents import parsed
from tests.transforms.claims.reading import claims_of, undated
from transforms.claims.claims import find_claims
from transforms.entities.mentions import find_mentions

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The Harbour Trust has today (Wednesday) condemned the ministry.", "The Harbour Trust", "condemned"),
        ("She will be sworn in on May 4 and has vowed to expel the envoy.", "She", "has vowed"),
        ("The union was warned by the mayor and accused him of lying.", "The union", "accused"),
        (
            "Six of the dead were found in Nhangau, a fishing village, Celia Mateus of the port agency said.",
            "Celia Mateus of the port agency", "said",
        ),
    ],
)  # fmt: skip
def test_a_mislaid_subject_speaks(text, source, cue):
    assert (source, cue) in [(claim.source_text, claim.cue_text) for claim in claims_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "- CANADA: A gang robbed a bank in Montreal on Tuesday. Police sealed it.",
        "WEATHER: Heavy rain fell in Oslo on Thursday.",
        "The ship sank on Monday.\nSOUTH AFRICA: Two men were held in Durban on Monday.",
    ],
)
def test_a_rubric_is_nobody(text):
    assert claims_of(text, "News in brief") == []


def test_it_is_the_group_that_claims_and_not_the_town():
    document = parsed(
        "A bomb killed seven people in Tarmez on Tuesday. Gunmen shot four policemen in Tarmez on Monday. "
        "The Red Column claimed Monday's attack. It denied Tuesday's bombing."
    )
    claims = find_claims(document, find_mentions(document), undated(document), [])
    assert [(c.source_text, c.source_name) for c in claims[-1:]] == [("It", "Red Column")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The Red Column said it had carried out the attack but denied any part in the bombing.",
            [("claim_of_responsibility", "it had carried out the attack"), ("denial", "any part in the bombing")],
        ),
        (
            "The militia said it had bombed the bridge but denied responsibility for the blast at the port.",
            [("claim_of_responsibility", "it had bombed the bridge"), ("denial", "for the blast at the port")],
        ),
        (
            "Police said two brothers had carried out the attack but denied any part in the bombing.",
            [("statement", "two brothers had carried out the attack but denied any part in the bombing")],
        ),
        ("The militia said its fighters had carried out the attack.",
         [("claim_of_responsibility", "its fighters had carried out the attack")]),
        ("The army said its opponents had carried out the attack.",
         [("statement", "its opponents had carried out the attack")]),
    ],
)  # fmt: skip
def test_a_speaker_admits_one_deed_and_denies_another(text, claims):
    assert [(claim.act, claim.content_text) for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    "text",
    [
        "The candidate stopped short of declaring victory on Sunday.",
        "The minister stopped short of accusing Oslo of the raid.",
        "The bishops fell short of calling for a strike.",
    ],
)
def test_what_somebody_stops_short_of_is_not_said(text):
    [claim] = claims_of(text)
    assert (claim.negated, claim.stance) == (True, None)


def test_a_statement_that_an_agency_cites_is_relayed():
    text = "The group said in a statement cited by the Interfront agency that it had left the town."
    relay, claim = sorted(claims_of(text), key=lambda c: c.level)
    assert (relay.act, relay.source_text) == ("relay", "the Interfront agency")
    assert (claim.source_text, claim.content_text) == ("The group", "that it had left the town")
    assert claim.relayed_by == relay.claim_id


@pytest.mark.parametrize(
    ("text", "outlet", "source", "content"),
    [
        (
            "Interfront Agency, citing a police source, said two men had been held in Oslo.",
            "Interfront Agency", "a police source", "two men had been held in Oslo",
        ),
        (
            "The talks have failed, state television reported, citing an aide to the minister.",
            "state television", "an aide to the minister", "The talks have failed",
        ),
        (
            "According to the agency, citing a security source, talks will resume in May.",
            "the agency", "a security source", "talks will resume in May",
        ),
        (
            "The agency said on Monday, citing witnesses, that a bomb had killed two people.",
            "The agency", "witnesses", "that a bomb had killed two people",
        ),
    ],
)  # fmt: skip
def test_who_cites_a_source_relays_it(text, outlet, source, content):
    relay, claim = sorted(claims_of(text), key=lambda c: c.level)
    assert (relay.act, relay.source_text, claim.relayed_by) == ("relay", outlet, relay.claim_id)
    assert (claim.source_text, claim.content_text, claim.act) == (source, content, "statement")


@pytest.mark.parametrize(
    "text",
    [
        "The court said it had refused bail, citing safety concerns.",
        "The mayor said the road would close, citing a report by engineers.",
    ],
)
def test_who_speaks_for_himself_relays_nobody(text):
    assert "relay" not in [claim.act for claim in claims_of(text)]


def test_what_stands_before_that_is_the_narrators():
    claims = claims_of("The ministry said on Monday, citing witnesses, that a bomb had killed two people.")
    assert [(c.source_text, c.content_text) for c in claims] == [
        ("The ministry", "that a bomb had killed two people"), ("The ministry", "witnesses"),
    ]  # fmt: skip
    [claim] = claims_of("The mayor said only that the bridge would close.")
    assert claim.content_text == "only that the bridge would close"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The wife of the pilot said on Monday that a guard had told her he was alive.",
            [("The wife of the pilot", 0, "that a guard had told her he was alive"),
             ("a guard", 1, "he was alive")],
        ),
        (
            "The mayor said he had told engineers that the dam would hold.",
            [("The mayor", 0, "he had told engineers that the dam would hold")],
        ),
        (
            "The captain told police that the cook had pulled a knife, the court heard.",
            [("The captain", 1, "that the cook had pulled a knife"),
             (None, 0, "The captain told police that the cook had pulled a knife")],
        ),
        (
            "Anna Berg said a friend quoted a guard as saying the pilot was alive.",
            [("Anna Berg", 0, "a friend quoted a guard as saying the pilot was alive"),
             ("a guard", 1, "the pilot was alive")],
        ),
        (
            "According to what the newspaper wrote, two men were held in Oslo on Tuesday.",
            [("the newspaper", 0, "two men were held in Oslo on Tuesday")],
        ),
        ("Tom Lund had slept, a jury heard on Monday.", [(None, 0, "Tom Lund had slept")]),
        ("Residents heard that the dam had burst.", []),
    ],
)  # fmt: skip
def test_speech_within_speech(text, claims):
    assert [(claim.source_text, claim.level, claim.content_text) for claim in claims_of(text)] == claims


def test_a_court_is_told_and_does_not_tell():
    [claim] = claims_of("The inquest heard that the driver had slept.")
    assert (claim.source_text, claim.addressee, claim.act) == (None, "The inquest", "statement")


def test_what_somebody_has_no_part_in_is_denied():
    claims = claims_of("The group said it had robbed the bank but denied any part in a shooting on Monday.")
    assert "any part in a shooting on Monday" in [claim.content_text for claim in claims]


def test_who_is_told_of_is_not_who_spoke_last():
    document = parsed("Anna Berg said Eva Lund had told her the dam was old. She added that it leaked.")
    claims = find_claims(document, find_mentions(document), undated(document), [])
    assert [(c.source_text, c.source_name) for c in claims] == [
        ("Anna Berg", "Anna Berg"), ("Eva Lund", "Eva Lund"), ("She", "Anna Berg"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The king dismissed his finance minister.", []),
        ("The king dismissed Ann Smith.", []),
        ("The king dismissed the charge.", ["dismissed"]),
        ("The king dismissed his minister as a fool.", ["dismissed"]),
    ],
)
def test_who_dismisses_a_minister_denies_nothing(text, cues):
    assert [claim.cue_text for claim in claims_of(text)] == cues


def test_a_headlines_verbs_have_one_subject():
    title = "Bandits abduct 17 in Zamfara, demand N50m ransom"
    assert [claim.source_text for claim in claims_of("They came at dawn.", title=title)] == ["Bandits"]


def test_what_stands_before_a_later_dateline_is_not_said():
    text = "Two reports follow.\nNOVI, Serbia (NDN) -- A bridge was closed on Friday, police said."
    (claim,) = claims_of(text, title="News in brief")
    assert claim.content_text == "A bridge was closed on Friday"
