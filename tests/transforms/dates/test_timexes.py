"""Time expressions of whole texts: order, spans, speed, and what they count from."""

import re
import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.records import Article, Paragraph, ParsedParagraph
from schemas.vocabulary import PRECISIONS, TIMEX_TYPES
from tests.documents import parsed
from transforms.dates.rule import Context, fold
from transforms.dates.sentences import date_sentences
from transforms.dates.timexes import RULES, candidates, find_timexes
from transforms.dates.triggers import triggers
from transforms.text.document import WORD_SEPARATOR, Document, build_document

WORDS = [
    "the",
    "early",
    "last",
    "third",
    "fourth",
    "quarter",
    "of",
    "May",
    "3",
    "5",
    "2022",
    "1998",
    "twelve",
    "Monday",
    "Friday",
    "at",
    "3:30",
    "p.m.",
    "GMT",
    "noon",
    "years",
    "ago",
    "day",
    "before",
    "-",
    ",",
    ".",
    "12/11/2021",
    "now",
    "current",
    "recent",
    "past",
    "few",
    "1990s",
    "mid",
    "every",
    "each",
    "half",
    "a",
    "and",
    "Christmas",
    "fiscal",
    "9/11",
    "night",
]


# With marks apart from words, as the model's tokens are.
EXAMPLES = [re.sub(r"(?=[,;]|'s)", " ", re.sub(r".*\[|\].*", "", rule.example[0])) for rule in RULES]


def bare(text: str, published: date = date(2022, 12, 4)) -> Document:
    """A document of one paragraph whose parse says nothing: each word a root."""
    starts, ends, position = [], [], 0
    for word in text.split(" "):
        if word.strip():
            starts.append(position)
            ends.append(position + len(word))
        position += len(word) + 1
    n = len(starts)
    parse = ParsedParagraph(
        "0", starts, ends, list(range(n)), WORD_SEPARATOR.join(["x"] * n), " ".join(["X"] * n),
        " ".join(["XX"] * n),
        " ".join(["dep"] * n), " ".join(["O"] * n), [0],
    )  # fmt: skip
    article = Article("a", "a", "a", None, None, published, None, None, text, None, [], n, b"", "")
    return build_document(article, [Paragraph("a", 0, "body", 0, len(text))] if n else [], {0: parse})


@pytest.mark.parametrize("tag", ["VBG", "VBN", "VB"])
def test_a_parse_of_any_depth_is_read(tag: str) -> None:
    """Each verb hangs on the one before it, a thousand deep; the weekday at the end asks for its tense."""
    n = 3000
    text = "planning " * n + "Friday"
    starts, ends = [9 * i for i in range(n + 1)], [9 * i + 8 for i in range(n)] + [9 * n + 6]
    parse = ParsedParagraph(
        "0", starts, ends, [0, *range(n)], WORD_SEPARATOR.join(["plan"] * n + ["friday"]),
        " ".join(["VERB"] * n + ["PROPN"]), " ".join([tag] * n + ["NNP"]), " ".join(["advcl"] * (n + 1)),
        " ".join(["O"] * (n + 1)), [0],
    )  # fmt: skip
    article = Article("a", "a", "a", None, None, date(2022, 12, 4), None, None, text, None, [], n, b"", "")
    document = build_document(article, [Paragraph("a", 0, "body", 0, len(text))], {0: parse})
    timexes = find_timexes(document)
    assert [timex.text for timex in timexes] == ["Friday"]
    assert date_sentences(document, timexes)[0].date_start == timexes[0].date_start


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(WORDS + EXAMPLES), st.text(max_size=6)), max_size=30))
def test_rules_are_tried_wherever_they_match(words: list[str]) -> None:
    """A rule is tried only near the words that set it off; the whole sentence gives no more."""
    document = bare(" ".join(words))
    context = Context(document, fold(document.text), document.article.published)
    for sentence in document.sentences:
        names = {name for token in document.tokens_of(sentence) for name in triggers(token.text)}
        searched = sorted(
            (match.start(), -match.end(), order)
            for order, rule in enumerate(RULES)
            if rule.trigger in names
            for match in rule.pattern.finditer(context.text, sentence.start, sentence.end)
        )
        assert [candidate[:3] for candidate in candidates(context, sentence)] == searched


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=40), st.dates())
def test_spans_are_ordered_exact_and_valid(words: list[str], published: date) -> None:
    document = bare(" ".join(words), published)
    timexes = find_timexes(document)
    assert timexes == find_timexes(document)
    position = 0
    for timex in timexes:
        assert position <= timex.start < timex.end
        assert document.text[timex.start : timex.end] == timex.text
        assert timex.type in TIMEX_TYPES
        assert timex.precision is None or timex.precision in PRECISIONS
        if timex.date_start and timex.date_end:
            assert timex.date_start <= timex.date_end
        position = timex.end


@pytest.mark.parametrize(
    "piece",
    [
        "the ", "1 ", "1,000,", "11/", "12-", "May ", "the early ", "3 May ", "twenty-", "last ", "a.m. ",
        "about ", "1990 - ", "at 3:30 ", "12/11/2021 ", "Friday and ", "2 days ago ", "a year earlier ",
        "from Monday to ", "Christmas ", "every ", "nineteen ", "one hundred ", " ", "a",
        "and 5 ", "May 3 and 5 ", "will one day ", "nineteen ninety ", "Easter week ", "9 p.m. ", "the day before ",
        "quarter ended July 31 ", "twice a week ", "now, ", "the future ", "from May to ", "one day ", "May-June ", "a decade ago today ", "fiscal 2021-",
        "Sunday week ", "last winter ", "2 days after Friday ", "this year Friday ", "Monday and Tuesday nights ",
    ],
)  # fmt: skip
def test_time_is_linear_in_length(piece: str) -> None:
    def seconds(count: int) -> float:
        document = bare(piece * count + " years ago")
        begin = time.process_time()
        date_sentences(document, find_timexes(document))
        return time.process_time() - begin

    # Ten times the text; quadratic time would be a hundred times as long.
    assert min(seconds(2000), seconds(2000)) < 50 * max(seconds(200), seconds(200), 0.002)


def test_a_companys_own_quarter_has_the_days_that_the_report_tells() -> None:
    document = parsed(
        "Profit rose in the fiscal first quarter ended Aug. 31 from a year earlier. In the quarter, costs fell.",
        "2022-11-04",
    )
    assert [
        (timex.text, timex.value, timex.date_start, timex.date_end) for timex in find_timexes(document)
    ] == [
        ("the fiscal first quarter", "2022-Q1", date(2022, 6, 1), date(2022, 8, 31)),
        ("Aug. 31", "2022-08-31", date(2022, 8, 31), date(2022, 8, 31)),
        ("a year earlier", "2021-Q1", date(2021, 6, 1), date(2021, 8, 31)),
        ("the quarter", "2022-Q1", date(2022, 6, 1), date(2022, 8, 31)),
    ]
