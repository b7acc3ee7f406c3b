"""A word's first vectors are remembered, and texts come out of the networks as they do of spaCy's."""

from typing import Any

import numpy as np
import pytest

from transforms import word_vectors
from transforms.model import DEFAULT_MODEL, load_model
from transforms.word_vectors import WordVectors, can_embed

pytestmark = pytest.mark.model

TEXTS = [
    "Two trains met near Kassel on Tuesday, and can't be moved; they can be seen.",  # "ca" has another norm
    "The driver of one, 42 , was hurt.",  # a space before a comma: the same comma with and without
    "Trains",
]


def models(nlp: Any) -> list[Any]:
    return [nlp.get_pipe("tok2vec").model, nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]]


def check(remembered: WordVectors, nlp: Any, texts: list[str]) -> None:
    docs = [nlp.make_doc(text) for text in texts]
    for found, model in zip(remembered.encode(docs), models(nlp), strict=True):
        for vectors, expected in zip(found, model.predict(docs), strict=True):
            np.testing.assert_allclose(vectors, expected, atol=1e-4)


def test_texts_come_out_as_of_the_whole_network() -> None:
    nlp = load_model(DEFAULT_MODEL)
    remembered = WordVectors(nlp.vocab, models(nlp))
    for _ in range(2):  # new, and known
        check(remembered, nlp, TEXTS)


def test_what_is_remembered_is_emptied_before_it_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_vectors, "_REMEMBERED", 20)
    nlp = load_model(DEFAULT_MODEL)
    remembered = WordVectors(nlp.vocab, models(nlp))
    for text in TEXTS:
        check(remembered, nlp, [text])
    assert 0 < len(remembered._row_of) <= 20
    # A text of more words than can be remembered is left to the networks.
    check(remembered, nlp, TEXTS)


def test_words_that_come_again_stay_when_room_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_vectors, "_REMEMBERED", 20)
    nlp = load_model(DEFAULT_MODEL)
    remembered = WordVectors(nlp.vocab, models(nlp))
    for number in range(30):
        check(remembered, nlp, [f"Often word{number}"])
    known = {nlp.vocab.strings[form] for form, _, _ in remembered._row_of}
    assert {"Often", "word29"} < known
    assert "word0" not in known


def test_networks_that_look_further_are_left_to_spacy() -> None:
    nlp = load_model(DEFAULT_MODEL)
    assert all(map(can_embed, models(nlp)))
    assert not can_embed(nlp.get_pipe("tagger").model)
    assert not can_embed(nlp.get_pipe("ner").model.get_ref("tok2vec"))
    import spacy

    by_place = spacy.blank("en").add_pipe("tok2vec", config={"model": config("SENT_START")})
    by_form = spacy.blank("en").add_pipe("tok2vec", config={"model": config("LOWER")})
    assert can_embed(by_form.model)
    assert not can_embed(by_place.model)


def config(attribute: str) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 8,
            "attrs": [attribute],
            "rows": [10],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 8,
            "depth": 1,
            "window_size": 1,
            "maxout_pieces": 2,
        },
    }
