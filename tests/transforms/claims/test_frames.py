"""What a cue reads: the examples of frames and acts, sources, headlines, and what is no claim."""

import pytest

from schemas.vocabulary import ACTS
from tests.transforms.claims.reading import claims_of, contents
from transforms.claims.acts import ACT_RULES
from transforms.claims.frames import FRAMES
from transforms.claims.lexicon import NOUNS, PREPOSITIONS, VERBS

pytestmark = pytest.mark.model


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
        "(Photo: Mayor's Office)",
    ],
)
def test_no_claim(text):
    assert [c for c in claims_of(text) if c.act != "attitude"] == []


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
        ("The mayor's main claim was that they are “a lazy lot.”", "was", "The mayor's main claim"),
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


def test_a_claim_that_someone_denies_has_no_clause() -> None:
    text = "The weekly repeated a claim that the ministry denied."
    assert "noun_clause" not in {claim.rule for claim in claims_of(text)}


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


def test_a_name_joined_to_a_noun_before_it_speaks() -> None:
    text = "Three were hurt when men fired on the cars and Dhaka spoke of “a plot against its envoys.”"
    assert [(c.source_text, c.cue_text) for c in claims_of(text)] == [("Dhaka", "spoke of")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The envoy asked that the consul be let on board.", "demand"),
        ("The envoy asked whether the consul was on board.", "question"),
        ("The mayor told aides he'd heard of it.", "statement"),
        ("The mayor told aides he'd pay for it.", "promise"),
        # nothing is promised by what is asked, nor by who only insists on what a thing will be
        ("“Why would he pay for it? The dam is old,” Berg said.", "statement"),
        ("The mayor insists that the wall will be of brick.", "statement"),
        ("The mayor insists that she will pay for it.", "promise"),
    ],
)
def test_asking_for_and_asking(text: str, act: str) -> None:
    assert [claim.act for claim in claims_of(text)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        # Who bids the reader reports nobody.
        "The dam is old. Note that the river has risen since May.",
        "If the dam looks safe to you, think again: it has leaked for years.",
        "Find out what the engineers know about the dam.",
        "Consider the dam: it has leaked for years.",
        # Nor do labels of a text.
        "Corrections & Clarifications: An earlier version of this report named another dam.",
    ],
)
def test_nobody_says(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Red Column said it was behind the bombing.", "claim_of_responsibility"),
        ("The group said it was responsible for the attack in Leeds.", "claim_of_responsibility"),
        ("The group said it was not responsible for the attack.", "denial"),
        ("The mayor said he was for the strike.", "statement"),
        ("Police said two brothers had carried out the attack.", "statement"),
    ],
)
def test_who_says_that_he_did_it_claims_it(text, act):
    assert [claim.act for claim in claims_of(text)] == [act]


def test_of_two_cues_that_are_both_denied_neither_denies():
    [claim] = claims_of("Moscow has neither confirmed nor denied that it holds the pilot.")
    assert (claim.negated, claim.stance) == (True, None)


def test_a_place_in_a_list_speaks_no_more_than_the_list():
    text = "• FRANCE: Two men were arrested in Paris, police said.\n• MARKETS: Shares fell in Oslo, the exchange said."
    assert [claim.source_text for claim in claims_of(text, "News in brief")] == ["police", "the exchange"]
    [claim] = claims_of("• MINISTER: We will stay in Oslo.", "News in brief")
    assert claim.source_text == "MINISTER"
