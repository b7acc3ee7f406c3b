"""Each rule's example, and what must give no date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import parsed
from transforms.dates import exclusions
from transforms.dates.rule import Rule, fold, number, ordinal
from transforms.dates.timexes import RULES, find_timexes

NOT_DATES = {rule.name for rule in exclusions.RULES}


def found(text: str, published: str = "2022-12-04") -> list[tuple[str, str | None]]:
    return [(timex.text, timex.value) for timex in find_timexes(parsed(text, published))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_reads_its_example(rule: Rule) -> None:
    marked, value = rule.example
    words = marked[marked.index("[") + 1 : marked.index("]")]
    timexes = find_timexes(parsed("The road is quiet: " + marked.replace("[", "").replace("]", "")))
    if rule.name in NOT_DATES:
        assert timexes == []
    else:
        assert (words, value, rule.name) in [(timex.text, timex.value, timex.rule) for timex in timexes]


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "text",
    [
        "They met on 31 February.",
        "The year 0 never was.",
        "Call 555-2022-1234 or +92 51 2022 1998 for help.",
        "Pakistan beat England 3-2 on penalties.",
        "They won 21-19 in the second set.",
        "It cost $2,022 and weighs 1,990 kg.",
        "The Boeing 737-800 and the Airbus A330 were grounded.",
        "They may march on the city.",
        "Theresa May spoke to reporters.",
        "The Sun said so.",
        "The Sunday Times said so.",
        "It was a Friday the 13th sort of thing.",
    ],
)
def test_no_date_in(text: str) -> None:
    assert found(text) == []


@given(st.text(max_size=200))
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_numbers_and_ordinals() -> None:
    words = ("21", "1,500", "2 1/2", "twenty-one", "a couple of", "a hundred", "two hundred", "half a dozen")
    assert [number(word) for word in words] == [21, 1500, 2.5, 21, 2, 100, 200, 6]
    assert [ordinal(word) for word in ("first", "21st", "twenty-first", "30th")] == [1, 21, 21, 30]
