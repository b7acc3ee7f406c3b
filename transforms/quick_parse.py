"""Run the pipes of a language model over texts, with as little beside the networks as they allow.

    parser = QuickParser(nlp) if can_be_quick(nlp) else None
    parsed = parser.parse(texts)

Says the same as `nlp.pipe`, which tests/transforms/test_model.py holds it to, but does once per word what
depends on a word alone (tokenizing it, its first vectors, its lemma), and decodes entities a batch at a
time. tests/benchmarks/README.md tells what each of these is worth.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from transforms.recogniser import Recogniser, can_recognise
from transforms.word_memo import Word, WordMemo, can_remember
from transforms.word_vectors import WordVectors, can_embed

# Exactly these, in this order: with another pipe among them the whole is left to spaCy.
PIPES = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
# Words that go through the networks at once. More gain nothing: they no longer fit the processor's caches.
BATCH_WORDS = 1_000
# As many as spaCy's tokenizer remembers; and no word longer than that.
_FAMILIAR = 10_000
_LONGEST_FAMILIAR = 30


class Parsed(NamedTuple):
    """A text as spaCy's Doc, and beside it what the Doc was not told: of each word its lemma, its entity."""

    doc: Any
    words: list[Word]
    entities: list[str]  # "B-GPE", "I-GPE" or "O"


class QuickParser:
    """The shortcuts through one pipeline, and what it remembers of words."""

    def __init__(self, nlp: Any):
        self._nlp = nlp
        self._tok2vec, self._tagger, self._parser = (nlp.get_pipe(name) for name in PIPES[:3])
        own, *self._reduce = nlp.get_pipe("ner").model.get_ref("tok2vec").layers
        self._vectors = WordVectors(nlp.vocab, [self._tok2vec.model, own])
        self._memo, self._recogniser = WordMemo(nlp), Recogniser(nlp)
        self._familiar: set[str] = set()

    def learn(self, texts: Sequence[str]) -> None:
        """Make the tokenizer remember words of `texts` that come again. To be called outside of memory zones.

        Within one it neither remembers a word nor how to cut it.
        """
        if len(self._familiar) >= _FAMILIAR:
            return
        counted = Counter(word for text in texts for word in text.split())
        again = [word for word, times in counted.items() if times > 1 and len(word) <= _LONGEST_FAMILIAR]
        for word in [word for word in again if word not in self._familiar][: _FAMILIAR - len(self._familiar)]:
            self._familiar.add(word)
            self._nlp.tokenizer(word)

    def parse(self, texts: Sequence[str]) -> Iterator[Parsed]:
        """Yield each of `texts` parsed, in order."""
        docs = [self._nlp.make_doc(text) for text in texts]
        entities = [marks for batch in _batches(docs) for marks in self._run(batch)]
        yield from map(Parsed, docs, self._memo.words(docs), entities)

    def _run(self, docs: Sequence[Any]) -> Iterator[list[str]]:
        """Tag and parse `docs`, and return the marks of their entities."""
        vectors, for_entities = self._vectors.encode(docs)
        self._tok2vec.set_annotations(docs, vectors)
        for pipe in (self._tagger, self._parser):
            pipe.set_annotations(docs, pipe.predict(docs))
        for layer in self._reduce:
            for_entities = layer.predict(for_entities)
        starts, spaces = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs]).T == 1
        marks = iter(self._recogniser.entities(for_entities, starts, spaces))
        for doc in docs:
            yield [next(marks) for _ in range(len(doc))]


def can_be_quick(nlp: Any) -> bool:
    """Tell whether each pipe of `nlp` is built as the shortcuts know it, as in spaCy's English models."""
    from spacy.tokenizer import Tokenizer

    if tuple(nlp.pipe_names) != PIPES or type(nlp.tokenizer) is not Tokenizer:
        return False
    tok2vec = nlp.get_pipe("tok2vec")
    listening = {"tagger", "parser"} == set(tok2vec.listening_components)
    own = nlp.get_pipe("ner").model.get_ref("tok2vec").layers
    reducing = [layer.name for layer in own[1:]] == ["list2array", "linear"]
    return (
        listening
        and reducing
        and can_embed(tok2vec.model)
        and can_embed(own[0])
        and can_remember(nlp)
        and can_recognise(nlp)
    )


def _batches(docs: Sequence[Any]) -> Iterator[Sequence[Any]]:
    batch: list[Any] = []
    for doc in docs:
        batch.append(doc)
        if sum(map(len, batch)) >= BATCH_WORDS:
            yield batch
            batch = []
    if batch:
        yield batch
