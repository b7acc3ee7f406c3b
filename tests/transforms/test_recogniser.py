"""Entities are those that spaCy's own recogniser finds."""

from typing import Any

import numpy as np
import pytest

from tests.conftest import ROOT
from transforms.model import DEFAULT_MODEL, load_model
from transforms.recogniser import Recogniser, can_recognise

pytestmark = pytest.mark.model

TEXTS = [
    text
    for path in sorted((ROOT / "seeds").glob("*.txt"))
    for text in path.read_text("utf-8").split("\n")
    if text
] + [
    "Oslo",  # an entity that is a text, and the last word of one
    "Ann Lee",
    "He flew to New York . Mr Lee stayed in South Korea",  # one before the end of a sentence
    "the  United \t States",  # white space within, and before
    "\n Paris \n",
    "On 3 March 2019, at 10.30 a.m., 40 per cent of the $3.5 million went to the Red Cross of Sri Lanka.",
]


def recognised(nlp: Any, docs: list[Any], starts: Any) -> list[str]:
    vectors = nlp.get_pipe("ner").model.get_ref("tok2vec").predict(docs)
    spaces = np.array([token.is_space for doc in docs for token in doc])
    return Recogniser(nlp).entities(vectors, starts, spaces)


def as_spacy_says(nlp: Any, docs: list[Any]) -> list[str]:
    ner = nlp.get_pipe("ner")
    ner.set_annotations(docs, ner.predict(docs))
    return [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for doc in docs for t in doc]


def test_entities_are_those_of_spacy() -> None:
    nlp = load_model(DEFAULT_MODEL)
    docs = list(nlp.pipe(TEXTS, disable=["ner"]))
    starts = np.array([token.is_sent_start for doc in docs for token in doc])
    found = recognised(nlp, docs, starts)
    assert found == as_spacy_says(nlp, docs)
    # The decoding of more than one word is at work.
    assert {mark.partition("-")[0] for mark in found} == {"B", "I", "O"}


def test_no_entity_goes_on_past_the_end_of_a_sentence() -> None:
    nlp = load_model(DEFAULT_MODEL)
    words = ["He", "works", "for", "the", "New", "York", "Times", "in", "South", "Korea"]
    from spacy.tokens import Doc

    for end in range(1, len(words)):
        starts = [i in (0, end) for i in range(len(words))]
        docs = [Doc(nlp.vocab, words, sent_starts=starts)]
        found = recognised(nlp, docs, np.array(starts))
        assert not found[end].startswith("I")
        assert found == as_spacy_says(nlp, docs)


def test_no_words_no_entities() -> None:
    nlp = load_model(DEFAULT_MODEL)
    none = np.zeros(0, dtype=bool)
    assert Recogniser(nlp).entities(np.zeros((0, 64), dtype="float32"), none, none) == []


def test_a_recogniser_of_another_kind_is_left_to_spacy() -> None:
    import spacy

    nlp = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    assert can_recognise(nlp)
    nlp.get_pipe("ner").cfg["beam_width"] = 4
    assert not can_recognise(nlp)
    nlp.get_pipe("ner").cfg["beam_width"] = 1
    assert can_recognise(nlp)
    # A label that it was never trained on.
    nlp.get_pipe("ner").add_label("SHIP")
    assert not can_recognise(nlp)
