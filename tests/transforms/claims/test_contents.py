"""How far a content goes: quotations and the speech they belong to, joined verbs, the narrator's words."""

import pytest

from tests.transforms.claims.reading import claims_of, contents

pytestmark = pytest.mark.model


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
        (
            "He said they were lazy and dull (in that order).",
            "said",
            ("they were lazy and dull (in that order)",),
        ),
        ("He denied having met the envoy.", "denied", ("having met the envoy",)),
    ],
)
def test_where_a_content_ends(text: str, cue: str, content: tuple[str, ...]) -> None:
    assert [contents(c, text) for c in claims_of(text) if c.cue_text == cue] == [content]


def test_quotation_behind_a_cue_and_a_comma_is_that_cues() -> None:
    text = "When someone in the crowd shouted, “Berg,” Lund joked, “Come on up!”"
    assert [(c.source_text, c.content_text) for c in claims_of(text)] == [
        ("someone in the crowd", "“Berg,”"),
        ("Lund", "“Come on up!”"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“They know that he is strong enough to stop it,” a voice in the film states.", "a voice in the film", "states"),
        ("“Stop it!” blared the front page of the Lund Herald.", "the front page of the Lund Herald", "blared"),
        ("“Stop it!” The front page of the Lund Herald blared in May.", None, None),
    ],
)  # fmt: skip
def test_a_clause_behind_a_quotation_says_it(text: str, source: str | None, cue: str | None) -> None:
    read = [(c.source_text, c.cue_text, c.form) for c in claims_of(text)]
    assert read == ([(source, cue, "direct")] if cue else [])
