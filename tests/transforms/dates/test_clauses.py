"""Two clauses of one sentence, two dates."""

from typing import Optional

import pytest

from tests.documents import parsed
from transforms.dates.clauses import clause_date
from transforms.dates.sentences import date_sentences
from transforms.dates.timexes import find_timexes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels claimed responsibility Saturday for an attack on Friday.",
         {"claimed": ("2022-12-03", "relative"), "attack": ("2022-12-02", "relative")}),
        ("The minister condemned Friday’s attack on Saturday.",
         {"condemned": ("2022-12-03", "relative"), "attack": ("2022-12-02", "relative")}),
        ("Police said on Sunday that a bomb exploded on Thursday near a mill, killing five people.",
         {"said": ("2022-12-04", "relative"), "exploded": ("2022-12-01", "relative"),
          "killing": ("2022-12-01", "relative")}),
        ("A blast killed five soldiers on Tuesday.", {"blast": ("2022-11-29", "relative")}),
        ("The mill came under attack on Friday.\nThe rebels claimed responsibility Saturday for the attack.",
         {"attack": ("2022-12-02", "inherited")}),
        ("“The attack happened yesterday,” he said on Friday.", {"happened": ("2022-12-01", "utterance")}),
        ("Two days after Friday’s attack, a sect claimed that it was behind it.",
         {"claimed": ("2022-12-04", "relative"), "attack": ("2022-12-02", "relative")}),
        ("“They came on Thursday,” she told them on 20 November.",
         {"came": ("2022-11-17", "utterance"), "told": ("2022-11-20", "relative")}),
        ("“We will strike on Friday,” she said on 20 November.", {"strike": ("2022-11-25", "utterance")}),
        ("He died three days after he was shot on Monday.",
         {"died": ("2022-12-01", "relative"), "shot": ("2022-11-28", "relative")}),
        ("Police said on Friday that the trial was adjourned until January 9.",
         {"adjourned": ("2022-12-02", "relative")}),
        ("They would strike if the men were not freed by Friday.", {"freed": ("2022-12-09", "relative")}),
        ("The army said on Wednesday troops killed 12 men on Tuesday.",
         {"said": ("2022-11-30", "relative"), "killed": ("2022-11-29", "relative")}),
        ("The mill burned.", {"burned": ("2022-12-04", "published")}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_clause_dates(text: str, expected: dict[str, tuple[str, str]]) -> None:
    document = parsed(text)
    timexes = find_timexes(document)
    sentences = date_sentences(document, timexes)
    given: dict[str, tuple[Optional[str], str]] = {}
    for token in document.tokens:  # of a word that comes twice, the last
        found = clause_date(document, token, sentences, timexes)
        given[token.text] = (found.start.isoformat() if found.start else None, found.basis)
    assert {word: given[word] for word in expected} == expected
