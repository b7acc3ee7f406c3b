"""The rows of claims: who is meant, relays, repeats and dates, and what must hold whatever the text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.records import Mention
from schemas.vocabulary import ACTS, CLAIM_FORMS, STANCES
from tests.documents import parsed
from tests.transforms.claims.reading import claims_of, contents, undated
from transforms.claims.claims import find_claims
from transforms.dates.sentences import date_sentences
from transforms.dates.timexes import find_timexes
from transforms.entities.mentions import find_mentions

pytestmark = pytest.mark.model


def test_nested_claim_lies_below_the_relay():
    claims = claims_of(
        "A splinter group claimed responsibility for the bombing, according to a report from Reuters."
    )
    relay, claim = sorted(claims, key=lambda c: c.level)
    assert (relay.act, relay.level, relay.relayed_by) == ("relay", 0, None)
    assert (claim.act, claim.level, claim.relayed_by) == ("claim_of_responsibility", 1, relay.claim_id)


def test_a_paper_relays_whom_it_quotes():
    text = "“The dam will hold,” the mayor said at a hearing, according to the Valley Sun."
    relay, claim = sorted(claims_of(text), key=lambda c: c.level)
    assert (relay.act, relay.source_text) == ("relay", "the Valley Sun")
    assert (claim.source_text, claim.relayed_by) == ("the mayor", relay.claim_id)
    assert contents(claim, text) == ("“The dam will hold,”",)


def test_repeated_claim_points_to_the_first():
    text = (
        "The envoy called the vote a clear step backwards.\nThe envoy called the vote a clear step backwards."
    )
    first, second = claims_of(text)
    assert (first.duplicate_of, second.duplicate_of) == (None, first.claim_id)


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("The army said the road to the port was open.\nThe army said the long road to the port was open again.", True),
        ("The army said the road to the port was open.\nThe army said the road to the port was not open.", False),
        ("The army said the road was open.\nThe navy said the road was open.", False),
        ("The army said the road was open.\nThe army said the road was mined and closed to all.", False),
    ],
)  # fmt: skip
def test_claim_told_again_at_length_points_to_the_first(text, repeats):
    first, second = claims_of(text)
    assert (second.duplicate_of == first.claim_id) == repeats


def test_relative_pronoun_resolves_to_its_noun():
    text = "Anna Berg, who said the bridge was safe, has resigned."
    document = parsed(text)
    article = document.article.article_id
    berg = Mention(
        "m", article, "s", 0, 9, "Anna Berg", "PERSON", "e", "Anna Berg", None, document.article.published
    )
    (claim,) = find_claims(document, [berg], undated(document), [])
    assert (claim.source_text, claim.source_name) == ("who", "Anna Berg")
    assert claim.source_resolution == "pronoun"


def test_a_source_that_carries_on_is_inherited():
    text = "Anna Berg said the bridge was safe and added that it was new. In May, Berg vowed to stay."
    document = parsed(text)
    claims = find_claims(document, find_mentions(document), undated(document), [])
    assert [(c.cue_text, c.source_name, c.source_resolution) for c in claims] == [
        ("said", "Anna Berg", "self"),
        ("added", "Anna Berg", "inherited"),
        ("vowed", "Anna Berg", "name"),
    ]


def test_a_quotation_carried_on_keeps_its_speaker():
    text = "“The bridge is gone,” Anna Berg said.\n“It fell in May,” she added, vowing to rebuild it."
    document = parsed(text)
    claims = find_claims(document, find_mentions(document), undated(document), [])
    assert [(c.source_name, c.source_resolution) for c in claims] == [
        ("Anna Berg", "self"),
        ("Anna Berg", "pronoun"),
        ("Anna Berg", "inherited"),
    ]


PIECES = st.sampled_from([
    "The minister said ", "that the road was open", ", ", "“", "”", '"', "''", "he added", ". ", "\n", ": ",
    "according to ", "Reuters", "condemned the attack", " and ", "called it ", "a shame", "— ", "Anna Berg",
    "was quoted as saying ", "in a statement cited by AFP", "who ", "?", "日本", "é", "🙂", "\u00a0",
    "claimed responsibility for the blast", "MAYOR: ", ", while others said ", "asked if ", "by the army",
])  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=60)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_claims_of_any_text(text):
    if not text.strip():
        return
    document = parsed(text)
    claims = find_claims(document, [], undated(document), [])
    assert claims == find_claims(document, [], undated(document), [])
    assert [c.cue_start for c in claims] == sorted(c.cue_start for c in claims)
    ids = {c.claim_id for c in claims}
    assert len(ids) == len(claims)
    for claim in claims:
        assert text[claim.cue_start : claim.cue_end] == claim.cue_text
        assert claim.content_text == " … ".join(contents(claim, text))
        starts = [offset for span in claim.content_spans for offset in span]
        assert starts == sorted(starts)
        assert all(s.start < s.end for s in claim.content_spans)
        assert claim.source_text is None or text[claim.source_start : claim.source_end] == claim.source_text
        assert (claim.level > 0) == (claim.relayed_by is not None)
        assert claim.relayed_by is None or claim.relayed_by in ids
        assert claim.act in ACTS
        assert claim.form in CLAIM_FORMS
        assert claim.stance is None or claim.stance in STANCES


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("Police said on Saturday that gunmen had attacked a convoy on Friday.", "2022-12-03", "relative"),
        ("Police said gunmen attacked a convoy on Friday.", None, "none"),
        ("The army said on Wednesday troops killed 12 men on Tuesday.", "2022-11-30", "relative"),
        ("The bank was robbed on Friday in what the mayor called a disgrace.", "2022-12-02", "inherited"),
        ("“They left us in the dark yesterday,” the mayor said.", None, "none"),
        (
            "The council met on Friday.\n“They left us in the dark yesterday,” the mayor said.",
            "2022-12-02",
            "utterance",
        ),
    ],
)
def test_a_date_in_the_content_is_not_when_it_was_said(text: str, day: str | None, basis: str) -> None:
    document = parsed(text)
    timexes = find_timexes(document)
    claim = find_claims(document, [], date_sentences(document, timexes), timexes)[0]
    assert (claim.claim_date and str(claim.claim_date), claim.claim_date_basis) == (day, basis)


def test_as_cited_by_is_a_relay() -> None:
    text = "The group said in a statement, as cited by Watchpost, that it had killed ten soldiers."
    relay, claim = sorted(claims_of(text), key=lambda c: c.level)
    assert (relay.act, relay.source_text, claim.relayed_by) == ("relay", "Watchpost", relay.claim_id)
    assert contents(relay, text) == ("The group said in a statement", "that it had killed ten soldiers")


def test_a_claim_without_a_date_inherits_that_of_its_repeat() -> None:
    text = (
        "The army said the road to the port was open again.\n"
        "The army said on Friday that the road to the port was open again."
    )
    document = parsed(text)
    timexes = find_timexes(document)
    first, second = find_claims(document, [], undated(document), timexes)
    assert second.duplicate_of == first.claim_id
    assert [(str(c.claim_date), c.claim_date_basis) for c in (first, second)] == [
        ("2022-12-02", "inherited"),
        ("2022-12-02", "relative"),
    ]


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        # An undated neighbour inherits the lead's day, and so does what is dated only by its content.
        ("Nobody slept.\nTwo people died on Friday night, the fire brigade said.", "2022-12-02", "inherited"),
        ("Nobody slept.\nThe dam burst on Thursday.\nOne man drowned on Friday, the mayor said.", "2022-12-02", "inherited"),
        ("Nobody slept.\nThe dam burst on Thursday.\nOne man drowned in May 2019, the mayor said.", "2022-12-01", "inherited"),
        # What the first claim of a sentence dates is not the day of the second.
        ("Nobody slept.\nA ship sank on Friday.\nThe group said it had carried out Monday's attack but denied any part "
         "in the bombing.", "2022-12-02", "inherited"),
        # Without a lead's day there is that of publication.
        ("Nobody slept.\nThe dam will open on June 24, the mayor said.", "2022-12-04", "published"),
        ("Nobody slept.\nShe will be sworn in on December 24 and has vowed to stay.", "2022-12-04", "published"),
    ],
)  # fmt: skip
def test_a_claim_dated_by_its_content_alone_has_the_day_of_undated_sentences(text, day, basis):
    document = parsed(text)
    timexes = find_timexes(document)
    claim = find_claims(document, [], date_sentences(document, timexes), timexes)[-1]
    assert (str(claim.claim_date), claim.claim_date_basis) == (day, basis)
