"""The frames' examples, the acts' examples, and what must hold of claims whatever the text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.records import Claim, Mention, Sentence
from schemas.vocabulary import ACTS, CLAIM_FORMS, STANCES
from tests.documents import parsed
from transforms.claims.acts import ACT_RULES
from transforms.claims.claims import find_claims
from transforms.claims.frames import FRAMES
from transforms.claims.lexicon import NOUNS, PREPOSITIONS, VERBS
from transforms.dates.sentences import date_sentences
from transforms.dates.timexes import find_timexes
from transforms.entities.mentions import find_mentions
from transforms.text.document import Document

pytestmark = pytest.mark.model


def undated(document: Document) -> list[Sentence]:
    return [
        Sentence(
            span.sentence_id, document.article.article_id, span.ordinal, span.paragraph, span.kind,
            span.start, span.end, document.text[span.start : span.end], document.article.published,
        )
        for span in document.sentences
    ]  # fmt: skip


def claims_of(text: str, title: str | None = None, mentions: list[Mention] | None = None) -> list[Claim]:
    document = parsed(text, title=title)
    return find_claims(document, mentions or [], undated(document), [])


def contents(claim: Claim, text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end] for span in claim.content_spans)


def test_every_word_has_one_act_in_a_frame():
    granted = [
        (word, frame)
        for row in (*VERBS, *NOUNS, *PREPOSITIONS)
        for word in row.words.split()
        for frame in row.frames.split()
    ]
    assert sorted(granted) == sorted(set(granted))
    assert {frame for _, frame in granted} <= {frame.name for frame in FRAMES}
    assert {row.act for row in (*VERBS, *NOUNS, *PREPOSITIONS)} <= set(ACTS)


EXAMPLES = [(frame.name, example) for frame in FRAMES for example in frame.examples]


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[f"{f}: {e.text[:40]}" for f, e in EXAMPLES])
def test_frame_example(frame, example):
    title, _, body = example.text.rpartition("\n")
    claims = claims_of(body, title or None)
    read = [(c.rule, c.source_text, c.cue_text, contents(c, example.text)) for c in claims]
    assert (frame, example.source, example.cue, example.content) in read


@pytest.mark.parametrize("rule", ACT_RULES, ids=[rule.name for rule in ACT_RULES])
def test_act_example(rule):
    assert [claim.act for claim in claims_of(rule.example)] == [rule.act]


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


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "At Lund West, where it costs members a lot to sign up, Jay Moen, the club's old president, "
            "suggested that the troubles could be blamed on poor management.",
            "Jay Moen, the club's old president",
            ("that the troubles could be blamed on poor management",),
        ),
        ("It is wrong to blame the farmers for the flood.", None, ("the farmers for the flood",)),
        (
            "“Why would anyone stay?” asked Moen, a partner at the firm.",
            "Moen, a partner at the firm",
            ("“Why would anyone stay?”",),
        ),
        ("The mayor suggested raising the tax on ships.", "The mayor", ("raising the tax on ships",)),
        ("The mayor referred to the farmers as “leeches.”", "The mayor", ("the farmers as “leeches.”",)),
        (
            "The mayor has called the sums “unreal,” and his office has left.",
            "The mayor",
            ("the sums “unreal,”",),
        ),
        ("The mayor called it a shame before leaving the hall.", "The mayor", ("it a shame",)),
    ],
)
def test_source_and_content(text, source, content):
    (claim,) = claims_of(text)
    assert (claim.source_text, contents(claim, text)) == (source, content)
    assert claim.addressee is None


def test_a_label_may_be_a_surname_that_the_report_knows():
    claims = claims_of(
        "Mayor Anna Berg spoke on Monday. Anna Berg left.", title="Berg: Bridge is beyond repair"
    )
    assert [(c.rule, c.source_text, c.content_text) for c in claims] == [
        ("label", "Berg", "Bridge is beyond repair")
    ]


def test_a_verb_that_says_nothing_yields_to_one_that_does():
    text = "The town dropped what the mayor called “a death trap”."
    assert [(c.source_text, c.cue_text) for c in claims_of(text)] == [("the mayor", "called")]


def test_a_quotation_belongs_to_the_clause_behind_it():
    text = "“It is a weak dam,” she said, but after the repair, “I think it will hold,” said Anna Berg."
    hers, annas = claims_of(text)
    assert (hers.source_text, contents(hers, text)) == ("she", ("“It is a weak dam,”",))
    assert annas.source_text == "Anna Berg"
    assert annas.content_text.endswith("“I think it will hold,”") and "weak" not in annas.content_text


def test_quotation_goes_on_in_the_next_paragraph():
    text = "“We will rebuild the bridge,” the mayor said.\n“It will take until spring to finish it.”"
    assert [contents(c, text) for c in claims_of(text)] == [
        ("“We will rebuild the bridge,”", "“It will take until spring to finish it.”")
    ]


def test_quotation_goes_on_with_what_was_quoted_whole():
    text = (
        "“We will stay,” the mayor told the council, adding that the plan was “a gift.”\n"
        "“It will take until spring to finish the work.”"
    )
    told, adding = claims_of(text)
    assert contents(told, text) == ("“We will stay,”", "“It will take until spring to finish the work.”")
    assert contents(adding, text) == ("that the plan was “a gift.”",)


def test_cue_before_a_colon_takes_the_next_paragraph():
    text = "In a letter to the council the mayor writes:\nThe bridge is beyond repair and must be closed."
    (claim,) = claims_of(text)
    assert claim.source_text == "the mayor"
    assert contents(claim, text) == ("The bridge is beyond repair and must be closed",)


def test_quotation_does_not_go_on_past_the_narrator():
    text = "“We will rebuild the bridge,” the mayor said. He paused for a while. “Are you all listening?”"
    (claim,) = claims_of(text)
    assert contents(claim, text) == ("“We will rebuild the bridge,”",)


def test_narrators_gloss_is_not_said():
    text = "The mayor said the bridge was sold to Anna Berg, who lives in Oslo."
    (claim,) = claims_of(text)
    assert contents(claim, text) == ("the bridge was sold to Anna Berg",)


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke in May, a farmer and councillor who lives there told the hearing.",
        "Water had come through it since the spring, said a farmer and former councillor from Lund.",
    ],
)
def test_a_reporting_clause_closes_the_sentence(text):
    (claim,) = claims_of(text)
    assert claim.source_text.startswith("a farmer")
    assert text.startswith(claim.content_text)


def test_a_closing_clause_takes_the_whole_sentence():
    text = (
        "A man from Lund - Eric Moen - was charged on Monday in connection with the raid, Oslo police said."
    )
    assert [contents(c, text)[0] for c in claims_of(text) if c.cue_text == "said"] == [
        text[: text.index(", Oslo")]
    ]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Lund said the dam would hold and called the farmers liars.", ["said", "called"]),
        ("Lund spoke out, saying that the dam had held and adding that it was new.", ["saying", "adding"]),
        ("Lund said the farmers had left and denounced the raid.", ["said"]),
    ],
)
def test_joined_verbs_of_one_form_are_one_speakers(text, cues):
    assert [claim.cue_text for claim in claims_of(text)] == cues


def test_gloss_that_reports_is_its_own_claim():
    text = "The minister said the bridge was sold to a firm, which the mayor called “a den of thieves.”"
    said, called = claims_of(text)
    assert contents(said, text) == ("the bridge was sold to a firm",)
    assert (called.source_text, contents(called, text)) == ("the mayor", ("“a den of thieves.”",))


def test_finite_verb_joined_to_an_infinitive_is_the_speakers():
    text = "The union called on the firm to reopen the plant and said the strike would go on."
    called, said = claims_of(text)
    assert contents(called, text) == ("the firm to reopen the plant",)
    assert (said.source_text, contents(said, text)) == ("The union", ("the strike would go on",))


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


@pytest.mark.parametrize(
    ("text", "negated", "modality", "addressee", "stance"),
    [
        ("The minister did not say that talks had failed.", True, None, None, None),
        ("No group has claimed responsibility for the blast.", True, None, None, None),
        ("The minister may announce that he is leaving.", False, "may", None, None),
        ("Oslo assured Stockholm that the border was open.", False, None, "Stockholm", "asserts"),
        ("“It is over,” he said to reporters.", False, None, "reporters", "asserts"),
        ("Oslo promised Stockholm two helicopters.", False, None, "Stockholm", None),
        ("Oslo promised two helicopters.", False, None, None, None),
        ("Oslo would not say whether the border was open.", True, "would", None, None),
        ("The army denied that it had shelled the town.", False, None, None, "denies"),
    ],
)
def test_cue(text, negated, modality, addressee, stance):
    (claim,) = claims_of(text)
    assert (claim.negated, claim.modality, claim.addressee, claim.stance) == (
        negated,
        modality,
        addressee,
        stance,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The minister, who plans to close the embassy, has a commitment to fight corruption.",
        "He said in March 2016.",
        "The rebels attacked the village and the army took it back.",
        "She took responsibility for the sales division.",
        "The website, called Free Port, opened in May.",
        "Iceland: A History appeared in 1987.",
        "Farmers called off the strike on Sunday after an effort to deny the report.",
        "A group calling itself the River Army left the town.",
        "Q: Will the bridge hold until spring?",
    ],
)
def test_no_claim(text):
    assert [c for c in claims_of(text) if c.act != "attitude"] == []


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


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "BASRA - A little-known armed group claimed responsibility for an attack on a convoy.",
            "A little-known armed group",
        ),
        ("BASRA: Gunmen opened fire on a convoy in the city on Friday, the governor said.", "the governor"),
    ],
)
def test_a_dateline_is_no_speaker(text: str, source: str) -> None:
    assert [claim.source_text for claim in claims_of(text, title="Convoy attacked")] == [source]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "Majorities of farmers in five states going to the polls Tuesday say they are glad.",
            "say",
            "Majorities of farmers in five states",
        ),
        ("The paper gave Lund two stars for dismissing the idea that he had left.", "dismissing", "Lund"),
        ("The army detained Lund for claiming that the mayor had lied.", "claiming", "Lund"),
        ("It was a blow, as the mayor joined in, saying the farmers were lazy.", "saying", "the mayor"),
        ("The firm released a video that said, “We are going to win it.”", "said", "The firm"),
        ("Oslo hit back in a letter stating that the bridge was safe.", "stating", "Oslo"),
        ("The mayor burned a letter saying that the bridge was old.", "saying", "a letter"),
        ("They took steps to win by calling the mayor a liar.", "calling", "They"),
        (
            "“I do not understand it,” said Air Force 1st Lt. Tyler Lund.",
            "said",
            "Air Force 1st Lt. Tyler Lund",
        ),
    ],
)
def test_whose_words(text: str, cue: str, source: str) -> None:
    assert [c.source_text for c in claims_of(text) if c.cue_text == cue] == [source]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Berg said that she hated the thought that Lund would win and predicted that he would lose.",
            "said",
            ("that she hated the thought that Lund would win",),
        ),
        (
            "The mayor said the town would “not give up”, a swipe at the council.",
            "said",
            ("the town would “not give up”",),
        ),
        ("Paris condemned the raid, the latest in a series of five.", "condemned", ("the raid",)),
        (
            "Berg said the bank would close in May, when farmers choose a mayor.",
            "said",
            ("the bank would close in May",),
        ),
        (
            "Lund said he had offers, but “the offers were to use the gun in a bad way.”",
            "said",
            ("he had offers", "but “the offers were to use the gun in a bad way.”"),
        ),
        (
            "The bridge, Moen wrote, “has shown that the river can rise.”",
            "wrote",
            ("The bridge", "“has shown that the river can rise.”"),
        ),
        (
            "The union accused the firm of hiding the toll, a charge the firm denies.",
            "accused",
            ("the firm of hiding the toll",),
        ),
        ("He denied having met the envoy.", "denied", ("having met the envoy",)),
    ],
)
def test_where_a_content_ends(text: str, cue: str, content: tuple[str, ...]) -> None:
    assert [contents(c, text) for c in claims_of(text) if c.cue_text == cue] == [content]


def test_a_claim_that_someone_denies_has_no_clause() -> None:
    text = "The weekly repeated a claim that the ministry denied."
    assert "noun_clause" not in {claim.rule for claim in claims_of(text)}


def test_quotation_behind_a_cue_and_a_comma_is_that_cues() -> None:
    text = "When someone in the crowd shouted, “Berg,” Lund joked, “Come on up!”"
    assert [(c.source_text, c.content_text) for c in claims_of(text)] == [
        ("someone in the crowd", "“Berg,”"),
        ("Lund", "“Come on up!”"),
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content", "addressee", "negated"),
    [
        ("The envoy called on both sides to talk.", "called on", "both sides to talk", "both sides", False),
        ("The bishops appealed to them to free the girls.", "appealed to", "them to free the girls", "them", False),
        ("The envoy called on Friday to say he was late.", None, None, None, False),
        ("He refused to say whether they were alive.", "refused to say", "whether they were alive", None, True),
        ("Oslo has declined to say who paid for it.", "has declined to say", "who paid for it", None, True),
    ],
)  # fmt: skip
def test_asking_and_refusing(
    text: str, cue: str | None, content: str | None, addressee: str | None, negated: bool
) -> None:
    read = [(c.cue_text, c.content_text, c.addressee, c.negated) for c in claims_of(text)]
    assert (
        (not any("Friday" in c for _, c, _, _ in read))
        if cue is None
        else read == [(cue, content, addressee, negated)]
    )


def test_as_cited_by_is_a_relay() -> None:
    text = "The group said in a statement, as cited by Watchpost, that it had killed ten soldiers."
    relay, claim = sorted(claims_of(text), key=lambda c: c.level)
    assert (relay.act, relay.source_text, claim.relayed_by) == ("relay", "Watchpost", relay.claim_id)
    assert contents(relay, text) == ("The group said in a statement", "that it had killed ten soldiers")


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("Army: No civilians hurt in raid", "Army", "No civilians hurt in raid"),
        ("Dam could fail within days - engineers", "engineers", "Dam could fail within days"),
        ("Twelve killed in market blast: police", "police", "Twelve killed in market blast"),
        ("North Korea fires missile, Seoul says", "Seoul", "North Korea fires missile"),
        ("“We will not leave” - farmers tell minister", "farmers", "“We will not leave”"),
        ("IS claims responsibility for attack on convoy", "IS", "for attack on convoy"),
        ("Ukraine war: Russia fires missiles at Kyiv", None, None),
        ("World Cup 2022: Brazil beat Serbia", None, None),
        ("Army moves 10 tanks to Lund - live updates", None, None),
    ],
)
def test_headlines(title: str, source: str | None, content: str | None) -> None:
    read = [(c.source_text, c.content_text) for c in claims_of("The river rose on Monday.", title=title)]
    assert read == ([] if source is None else [(source, content)])


def test_a_headline_claims_responsibility() -> None:
    (claim,) = claims_of("The river rose.", title="IS claims responsibility for attack on convoy")
    assert (claim.act, claim.cue_text) == ("claim_of_responsibility", "claims responsibility")


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


def test_a_name_joined_to_a_noun_before_it_speaks() -> None:
    text = "Three were hurt when men fired on the cars and Dhaka spoke of “a plot against its envoys.”"
    assert [(c.source_text, c.cue_text) for c in claims_of(text)] == [("Dhaka", "spoke of")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The envoy asked that the consul be let on board.", "demand"),
        ("The envoy asked whether the consul was on board.", "question"),
    ],
)
def test_asking_for_and_asking(text: str, act: str) -> None:
    assert [claim.act for claim in claims_of(text)] == [act]
