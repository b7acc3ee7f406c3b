"""Words with a hyphen are whole: their lemma, and where they stand."""

import pytest

from tests.documents import parsed
from transforms.text.hyphens import word_around

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "lemma", "word"),
    [
        ("Thieves planned the break-in for weeks.", "break-in", "break-in"),
        ("The rebels kept the cease-fire.", "ceasefire", "cease-fire"),
        ("Two cease-fires failed.", "ceasefire", "cease-fires"),
        ("Police are looking into a hit-and-run.", "hit-and-run", "hit-and-run"),
        ("Students held a sit-in.", "sit-in", "sit-in"),
        ("The driver fled after a hit and run.", "hit-and-run", "hit"),
    ],
)
def test_the_word_is_whole(text: str, lemma: str, word: str) -> None:
    document = parsed(text)
    (token,) = [token for token in document.tokens if token.lemma == lemma]
    start, end = word_around(document.text, token)
    assert document.text[start:end] == word
    assert token.pos == "NOUN"


@pytest.mark.parametrize("text", ["A well-known man sat in.", "The man - who sat - in fled.", "A -- b.", "-"])
def test_other_words_stay_apart(text: str) -> None:
    document = parsed(text)
    assert all("-" not in token.lemma or token.text == token.lemma for token in document.tokens)
    assert [word_around(document.text, token) for token in document.tokens] == [
        (token.start, token.end) for token in document.tokens
    ]
