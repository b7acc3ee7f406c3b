"""Documents: the parse in place, sentences mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Paragraph
from tests.documents import parsed
from transforms.model import DEFAULT_MODEL, load_model, parse_paragraphs
from transforms.text.document import MAX_DEPTH, Document, build_document, shallow
from transforms.text.sentences import MENDS, Mend

pytestmark = pytest.mark.model


def sentences(document: Document) -> list[str]:
    return [document.text[s.start : s.end] for s in document.sentences]


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.name)
def test_mend_holds_its_example_together(mend: Mend) -> None:
    assert sentences(parsed(mend.example.replace("|", ""))) == [mend.example.replace("|", "")]


def test_no_sentence_crosses_a_paragraph() -> None:
    document = parsed("The bridge was closed\nIt will open. Soon.", title="Bridge closed")
    assert sentences(document)[:2] == ["Bridge closed", "The bridge was closed"]


def test_an_empty_paragraph_holds_no_sentence() -> None:
    article = parsed("Rain fell.").article
    empty = Paragraph(article.article_id, 0, "body", 0, 0)
    (parse,) = parse_paragraphs(load_model(DEFAULT_MODEL), [("0", "")])
    assert build_document(article, [empty], {0: parse}).sentences == []


def test_a_headline_is_one_sentence() -> None:
    assert sentences(parsed("Text follows here.", title="Rain stops. Bridge opens."))[0] == (
        "Rain stops. Bridge opens."
    )


def test_tokens_know_their_head_sentence_and_quotation() -> None:
    document = parsed("“We will stay,” the mayor said on Monday.")
    said = next(token for token in document.tokens if token.text == "said")
    assert said.head is said
    assert "mayor" in [token.text for token in said.children]
    assert [token.text for token in document.tokens if token.quoted] == ["“", "We", "will", "stay", ",", "”"]


def test_lookups_by_offset() -> None:
    document = parsed("It rained. The bridge was closed.")
    second = document.sentences[1]
    assert document.sentence_at(second.start + 3) is second
    assert [t.text for t in document.tokens_between(second.start, second.start + 5)] == ["The", "bridge"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_every_offset_slices_the_text(text: str) -> None:
    document = parsed(text)
    end = 0
    for token in document.tokens:
        assert document.text[token.start : token.end] == token.text
        assert not token.text.isspace()
        assert end <= token.start
        end = token.end
        assert token.head.i == token.i or token in token.head.children
    for sentence in document.sentences:
        tokens = document.tokens_of(sentence)
        assert (tokens[0].start, tokens[-1].end) == (sentence.start, sentence.end)
    assert sum(len(document.tokens_of(s)) for s in document.sentences) == len(document.tokens)


def test_a_straight_mark_opens_a_sentence_as_a_curly_one_does() -> None:
    curly = "The mayor of Leeds did not resign. “I have done nothing wrong,” she told reporters."
    straight = curly.replace("“", '"').replace("”", '"')
    assert sentences(parsed(curly)) == [curly[:34], curly[35:]]
    assert sentences(parsed(straight)) == [straight[:34], straight[35:]]
    assert sentences(parsed('He said: "We will stay." Then he left.'))[0] == 'He said: "We will stay."'


@pytest.mark.parametrize("step", [-1, 1])
def test_no_tree_is_deeper_than_rules_can_climb(step: int) -> None:
    words = 1000
    heads = [min(max(i + step, 0), words - 1) for i in range(words)]
    flat = shallow(heads)
    roots = [i for i, head in enumerate(flat) if head == i]
    assert len(roots) == -(-words // (MAX_DEPTH + 1))
    assert [head for i, head in enumerate(flat) if i not in roots] == [
        head for i, head in enumerate(heads) if i not in roots
    ]
    assert list(shallow(heads[:1] * 300)) == heads[:1] * 300


def test_a_list_without_end_is_read() -> None:
    document = parsed("Gunmen " + "killed 2 and " * 1200 + "fled.")
    depths = [sum(1 for _ in token.ancestors()) for token in document.tokens]
    assert max(depths) <= MAX_DEPTH
    assert all((token.head is token) == (token.dep == "ROOT") for token in document.tokens)
