"""What is said of a word is remembered, and is what spaCy's two pipes say of it in its place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from transforms import word_memo
from transforms.model import DEFAULT_MODEL, load_model
from transforms.word_memo import PIPES_REPLACED, WordMemo, can_remember, said_of

pytestmark = pytest.mark.model


def tagged(nlp: Any, *words: tuple[str, str, str]) -> Any:
    """A text of (form, tag, dependency), each a root of its own."""
    from spacy.tokens import Doc

    forms, tags, deps = map(list, zip(*words, strict=True))
    return Doc(nlp.vocab, forms, tags=tags, deps=deps, heads=list(range(len(forms))))


@pytest.mark.parametrize(
    "words",
    [
        [("towns", "NNS", "pobj"), ("villages", "NNS", "pobj")],  # of one kind: the ruler sees but the first
        [("but", "CC", "advmod"), ("and", "CC", "advmod"), ("But", "CC", "advmod")],  # it knows one of them
        [("that", "DT", "det"), ("that", "DT", "nsubj"), ("that", "IN", "mark")],
        [("\n", "_SP", "nsubj"), ("town", "_SP", "nsubj")],  # white space, and what only claims to be it
        [("gon", "VBG", "aux"), ("na", "TO", "aux")],  # a pattern that spans both
        [("na", "TO", "aux"), ("gon", "VBG", "aux")],  # the same words in a list of new ones are none
        [("nothin'", "NN", "dobj"), ("nouthin'", "NN", "dobj")],  # by a regular expression
        [("Does", "VBZ", "ROOT"), ("does", "VBZ", "aux")],
    ],
)
def test_words_are_what_the_pipes_say_in_their_place(words: Sequence[tuple[str, str, str]]) -> None:
    nlp = load_model(DEFAULT_MODEL)
    memo = WordMemo(nlp)
    for _ in range(2):  # new, and known
        said = [list(found) for found in memo.words([tagged(nlp, *words), tagged(nlp, *words[::-1])])]
        for found, order in zip(said, (words, words[::-1]), strict=True):
            doc = tagged(nlp, *order)
            for pipe in PIPES_REPLACED:
                doc = nlp.get_pipe(pipe)(doc)
            assert [word[:4] for word in found] == [said_of(token)[:4] for token in doc]


def test_a_model_with_another_lemmatizer_is_not_remembered(tmp_path: Path) -> None:
    import spacy

    nlp = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    assert can_remember(nlp)
    nlp.get_pipe("attribute_ruler").add([[{"ENT_TYPE": "GPE"}]], {"LEMMA": "place"})
    assert not can_remember(nlp)


def test_nor_one_whose_patterns_compare_forms_otherwise() -> None:
    import spacy

    nlp = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    nlp.get_pipe("attribute_ruler").add([[{"LOWER": {"FUZZY": "town"}}]], {"LEMMA": "town"})
    assert not can_remember(nlp)


def test_the_memo_is_emptied_before_it_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_memo, "_REMEMBERED", 10)
    nlp = load_model(DEFAULT_MODEL)
    memo = WordMemo(nlp)
    for i in range(35):
        (words,) = memo.words([tagged(nlp, (f"word{i}", "NN", "pobj"))])
        assert [word.lemma for word in words] == [f"word{i}"]
    assert len(memo._known) == 5


def test_words_that_come_again_stay_when_room_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_memo, "_REMEMBERED", 10)
    nlp = load_model(DEFAULT_MODEL)
    memo = WordMemo(nlp)
    for i in range(11):
        list(memo.words([tagged(nlp, ("often", "RB", "advmod"), (f"word{i}", "NN", "pobj"))]))
    assert [nlp.vocab.strings[form] for form, _, _ in memo._known] == ["often", "word9", "word10"]
