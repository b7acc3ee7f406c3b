"""The vectors that a word enters the networks with, worked out once per word rather than once per occurrence.

    remembered = WordVectors(nlp.vocab, models) if all(map(can_embed, models)) else None
    vectors = remembered.encode(docs)

Half of what spaCy's token-to-vector networks do is done on a word alone: hashes of its form, prefix, suffix
and shape pick rows of tables, and a first layer makes one vector of them. Only then do its neighbours come
in. What the first half gives is the same wherever the word stands: the model's own layers are run on the
words that are new, and later their answer is remembered. The second half runs on every text as ever.
tests/transforms/test_word_vectors.py holds the result to spaCy's.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

# A word is settled by its form, by the norm that the tokenizer may give it ("ca" of "can't"), and by whether
# a space follows.
_KEY = ("ORTH", "NORM", "SPACY")
# What the first layers may read, to depend on nothing else.
_OWN_ATTRIBUTES = {"ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"}
_OWN_LAYERS = {
    "extract_features", "list2ragged", "ints-getitem", "hashembed", "static_vectors", "maxout", "layernorm",
    "dropout", "ragged2list",
}  # fmt: skip
# Words: 400 bytes each for every model. 32,000 saved no more time: those make room that do not come again.
_REMEMBERED = 12_000


class WordVectors:
    """The first layers' vectors of words, for each of several models that share a vocabulary."""

    def __init__(self, vocab: Any, models: Sequence[Any]):
        self._vocab = vocab
        self._models = models
        self._row_of: dict[tuple[int, int, int], int] = {}
        self._known_before = 0  # how many were known before the texts at hand
        # Whether the word of a row came again, since room was made.
        self._again = np.zeros(_REMEMBERED, dtype=bool)
        # Memory is taken when it is written to.
        self._rows = [np.empty((_REMEMBERED, model.get_dim("nO")), dtype="float32") for model in models]

    def encode(self, docs: Sequence[Any]) -> list[list[Any]]:
        """Return what each model gives for `docs`: one array for each, a row a word."""
        keys = [key for doc in docs for key in map(tuple, doc.to_array(_KEY).tolist())]
        if not self._learn(keys):
            return [model.predict(docs) for model in self._models]
        rows = np.fromiter(map(self._row_of.__getitem__, keys), dtype="int64", count=len(keys))
        self._again[rows[rows < self._known_before]] = True
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        return [
            model.layers[1].predict(np.split(known[rows], ends))
            for model, known in zip(self._models, self._rows, strict=True)
        ]

    def _learn(self, keys: Sequence[tuple[int, int, int]]) -> bool:
        """Make sure that all of `keys` are known; tell whether they can be."""
        fresh = [key for key in dict.fromkeys(keys) if key not in self._row_of]
        if len(self._row_of) + len(fresh) > len(self._again):
            self._make_room()
            fresh = [key for key in dict.fromkeys(keys) if key not in self._row_of]
        if len(self._row_of) + len(fresh) > len(self._again):
            return False
        first = self._known_before = len(self._row_of)
        if fresh:
            for model, known in zip(self._models, self._rows, strict=True):
                known[first : first + len(fresh)] = self._embedded(model.layers[0], fresh)
        self._row_of.update(zip(fresh, range(first, first + len(fresh)), strict=True))
        return True

    def _make_room(self) -> None:
        """Forget the words that did not come again; all words, where that would not free half."""
        kept = [(key, row) for key, row in self._row_of.items() if self._again[row]]
        if len(kept) > len(self._again) // 2:
            kept = []
        for known in self._rows:
            known[: len(kept)] = known[[row for _, row in kept]]
        self._row_of = {key: number for number, (key, _) in enumerate(kept)}
        self._again[:] = False

    def _embedded(self, embed: Any, keys: Sequence[tuple[int, int, int]]) -> Any:
        from spacy.tokens import Doc

        forms, norms, spaces = zip(*keys, strict=True)
        words: list[Any] = list(forms)  # their hashes, which spaCy takes for words, too
        doc = Doc(self._vocab, words, [bool(space) for space in spaces])
        numbers: Any = np.array(norms, dtype="uint64")
        doc.from_array(["NORM"], numbers)
        (vectors,) = embed.predict([doc])
        return vectors


def can_embed(model: Any) -> bool:
    """Tell whether a model's first half looks at a word alone, and its second at nothing but the first."""
    from spacy.attrs import IDS

    if len(model.layers) != 2 or not model.layers[1].name.startswith("with_array("):
        return False
    parts = [layer for layer in model.layers[0].walk() if not layer.layers]
    columns = [c for layer in parts if layer.name == "extract_features" for c in layer.attrs["columns"]]
    names = {number: name for name, number in IDS.items()}
    return {layer.name for layer in parts} <= _OWN_LAYERS and {
        names.get(column, column) for column in columns
    } <= _OWN_ATTRIBUTES
