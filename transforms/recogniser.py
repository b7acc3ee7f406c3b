"""Find the named entities of parsed texts as spaCy's entity recogniser does, many texts at a time.

    recogniser = Recogniser(nlp) if can_recognise(nlp) else None
    marks = recogniser.entities(vectors, sentence_starts, spaces)

spaCy's own decoder asks each of 74 moves at each word whether it is allowed, in calls that take Python's
lock and give it back: a quarter of the whole parse. The network and its weights are the same here. But
outside an entity nothing that was decided before goes into a decision, so that all words of a batch are
scored at once, as if no entity had begun before them. Only words after a beginning need more: they are few.

What is allowed is settled by the place of a word alone:

- outside an entity, begin one (not at the end of a sentence, nor with white space), be one (not white
  space), or neither;
- inside, go on (not at the end of a sentence) or end, under the label that the entity began with.

The best score of those allowed wins, the first of equals. tests/transforms/test_recogniser.py holds the
result to spaCy's.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

OUTSIDE = "O"
# What a decision sees: the word, the first word of the open entity, and the word before.
_FEATURES = 3
_NEVER = -np.inf
# What keeps a word out of all entities, where its text came with some: ours come with none.
_BARRED = ("U", "")


class Recogniser:
    """The weights of a model's entity recogniser, ready for use."""

    def __init__(self, nlp: Any):
        ner = nlp.get_pipe("ner")
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        self._hidden, self._pieces = lower.get_dim("nO"), lower.get_dim("nP")
        # From (feature, hidden, piece, input): every multiplication reads them in order, and the pieces that
        # are compared lie side by side as whole vectors.
        by_feature = lower.get_param("W").transpose(0, 3, 2, 1).reshape((_FEATURES, lower.get_dim("nI"), -1))
        self._word, self._first, self._before = by_feature
        pads = lower.get_param("pad")[0].transpose(0, 2, 1).reshape((_FEATURES, -1))
        _, self._no_first, self._no_before = pads
        self._bias = lower.get_param("b").T.reshape(-1)
        weights, bias = upper.get_param("W"), upper.get_param("b")
        moves = _moves(ner)
        outer = [
            i for i, (kind, _) in enumerate(moves) if kind in ("B", "U", OUTSIDE) and moves[i] != _BARRED
        ]
        self._outer = [moves[i] for i in outer]
        self._outer_weights, self._outer_bias = np.ascontiguousarray(weights[outer].T), bias[outer]
        kinds = np.array([kind for kind, _ in self._outer])
        self._beginning, self._any_entity = kinds == "B", kinds != OUTSIDE
        # Of each outer move that begins an entity, the two moves that may follow.
        inner = [
            (moves.index(("I", label)), moves.index(("L", label))) if kind == "B" else (0, 0)
            for kind, label in self._outer
        ]
        self._inner_weights, self._inner_bias = weights[inner], bias[inner]

    def entities(self, vectors: Any, sentence_starts: Any, spaces: Any) -> list[str]:
        """Return the mark of each word: "B-GPE", "I-GPE" or "O".

        `vectors` are those that the recogniser's own layers give for the words of one or more texts, joined;
        `sentence_starts` and `spaces` tell of each word whether a sentence begins with it (the first of each
        text among them) and whether it is white space.
        """
        marks = [OUTSIDE] * len(vectors)
        if not marks:
            return marks
        sentence_ends = np.append(sentence_starts[1:], True)
        words = vectors @ self._word
        scores = self._maxout(words + self._no_first + self._no_before) @ self._outer_weights
        scores += self._outer_bias
        scores[np.ix_(sentence_ends, self._beginning)] = _NEVER
        scores[np.ix_(spaces, self._any_entity)] = _NEVER
        moves = scores.argmax(axis=1)
        begun = np.flatnonzero(self._beginning[moves])
        ends = dict(
            zip(begun.tolist(), self._ends(vectors, words, sentence_ends, begun, moves[begun]), strict=True)
        )
        free = 0
        for i in np.flatnonzero(self._any_entity[moves]).tolist():
            if i < free:
                continue  # within the entity before
            _, label = self._outer[moves[i]]
            free = ends.get(i, i) + 1
            marks[i:free] = [f"B-{label}", *[f"I-{label}"] * (free - i - 1)]
        return marks

    def _ends(self, vectors: Any, words: Any, sentence_ends: Any, begun: Any, moves: Any) -> list[int]:
        """Return the last word of each entity that would begin with a word of `begun`, by its move."""
        ends = begun + 1
        firsts = vectors[begun] @ self._first
        open_ = np.flatnonzero(~sentence_ends[ends])
        while open_.size:
            at = ends[open_]
            hidden = self._maxout(words[at] + firsts[open_] + vectors[at - 1] @ self._before)
            pairs = np.einsum("ih,ijh->ij", hidden, self._inner_weights[moves[open_]])
            pairs += self._inner_bias[moves[open_]]
            open_ = open_[pairs[:, 0] >= pairs[:, 1]]
            ends[open_] += 1
            open_ = open_[~sentence_ends[ends[open_]]]
        return ends.tolist()

    def _maxout(self, sums: Any) -> Any:
        sums += self._bias
        return sums.reshape((len(sums), self._pieces, self._hidden)).max(axis=1)


def can_recognise(nlp: Any) -> bool:
    """Tell whether the entity recogniser of `nlp` is built as Recogniser knows it.

    So it is in spaCy's English models. One with a wider beam, say, is left to spaCy.
    """
    from spacy.pipeline import EntityRecognizer

    ner = nlp.get_pipe("ner")
    if type(ner) is not EntityRecognizer or ner.cfg.get("beam_width") != 1:
        return False
    model = ner.model
    if model.name != "parser_model" or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return False
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    known = (lower.name, upper.name) == ("precomputable_affine", "linear")
    if not known or lower.get_dim("nF") != _FEATURES or lower.get_dim("nP") < 2:
        return False
    moves = _moves(ner)
    labels = {label for _, label in moves if label}
    return len(moves) == upper.get_dim("nO") and {(OUTSIDE, "")} | {
        (kind, label) for kind in "BILU" for label in labels
    } == {move for move in moves if move != _BARRED}


def _moves(ner: Any) -> Sequence[tuple[str, str]]:
    """The recogniser's moves in the order of its scores: ("B", "GPE"), ("O", "")."""
    names = [ner.moves.get_class_name(i).partition("-") for i in range(ner.moves.n_moves)]
    return [(kind, label) for kind, _, label in names]
