"""Quotations are paired by their marks, paragraph by paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.text.paragraphs import cut_paragraphs
from transforms.text.quotes import Quote, find_quotes


def quotes(text: str) -> list[Quote]:
    return find_quotes(text, cut_paragraphs("a", text, None))


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes(text)]


def test_curly_straight_and_wire_marks() -> None:
    assert quoted("“We stay,” he said. “For ever.”") == ["“We stay,”", "“For ever.”"]
    assert quoted('"We stay," he said.') == ['"We stay,"']
    assert quoted("``We stay,'' he said.") == ["``We stay,''"]
    assert quoted("''We stay,'' he said.") == ["''We stay,''"]


def test_apostrophes_are_no_marks() -> None:
    assert quoted("The town’s mayor didn't say 'no'.") == []


def test_a_quotation_without_a_close_ends_with_its_paragraph() -> None:
    assert quoted("He said: “We stay.\nNobody left.") == ["“We stay."]


def test_a_quotation_goes_on_where_the_next_paragraph_reopens() -> None:
    found = quotes("“We stay.\n“And we pay.”")
    assert [quote.continues for quote in found] == [False, True]
    assert [quote.closed for quote in found] == [False, True]


@given(st.text(alphabet="ab “”\"'’`\n", max_size=60))
def test_quotations_are_disjoint_and_within_a_paragraph(text: str) -> None:
    end = 0
    for quote in quotes(text):
        assert end <= quote.start < quote.end
        assert "\n" not in text[quote.start : quote.end]
        end = quote.end
