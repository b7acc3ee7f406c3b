"""Link the sentences that repeat: within a report, and from a copy to its original.

    sentences = (plans, tagged_sentences, articles) | RepeatSentences(window_days=7)

Takes sentences keyed by the original of their report (the report itself, where it is no copy), and the
run's Articles. Gives the Sentences with `duplicate_of` and `similarity` filled. The sentences of an original
that came in an earlier run are read from the tables. Families of copies are independent of each other, so
this spreads over workers.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import apache_beam as beam
from apache_beam.pvalue import PCollection

from schemas.records import Article, Sentence
from schemas.runs import PastMonth, RunPlan
from transforms.known import PastMonths, PublicationDays, read_month
from transforms.link.sentences import repeated_sentences
from transforms.store import read_rows


class RepeatSentences(beam.PTransform):
    """Link repeated sentences, as the module promises."""

    def __init__(self, *, window_days: int):
        super().__init__()
        self._window = window_days

    def expand(  # noqa: D102
        self, inputs: tuple[PCollection[RunPlan], PCollection[tuple[str, Sentence]], PCollection[Article]]
    ) -> PCollection[Sentence]:
        plans, sentences, articles = inputs
        originals = (
            articles
            | "Copies" >> beam.Filter(_is_annotated_copy)
            | "Original" >> beam.Map(family).with_output_types(str)
        )
        known = (
            # An original lies within the window of its copy.
            (plans, articles | "Days" >> PublicationDays(), originals)
            | "Files" >> PastMonths("sentences", window_days=self._window)
            | "ReadOriginals" >> beam.FlatMap(_read).with_output_types(tuple[str, Sentence])
        )
        return (
            {"new": sentences, "known": known}
            | "Meet" >> beam.CoGroupByKey()
            | "Repeat" >> beam.FlatMapTuple(_repeated).with_output_types(Sentence)
        )


def family(article: Article) -> str:
    """Return the original that an article's sentences are compared with: itself, if it is no copy."""
    return article.duplicate_of or article.article_id


def _is_annotated_copy(article: Article) -> bool:
    return article.duplicate_of is not None and article.duplicate_rule != "exact"


def _read(month: PastMonth) -> list[tuple[str, Sentence]]:
    rows = read_month(month, lambda path: read_rows(path, Sentence, "article_id", month.articles))
    return [(row.article_id, row) for row in rows]


def _repeated(original: str, met: dict[str, Iterable[Any]]) -> Iterable[Sentence]:
    return link_family(original, list(met["new"]), list(met["known"]))


def link_family(original: str, new: Sequence[Sentence], known: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences of `new`, reports of one family, linked to those they repeat.

    A report's sentences are compared with its own earlier ones and, in a copy, first with those of
    the `original`, whether it is new or `known`; copies are not compared with each other.
    """
    by_report: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in new:
        by_report[sentence.article_id].append(sentence)
    first = sorted(known or by_report.get(original, []), key=_ordinal)
    linked: list[Sentence] = []
    for article_id in sorted(by_report):
        own = sorted(by_report[article_id], key=_ordinal)
        before = [] if article_id == original else first
        linked += repeated_sentences([*before, *own])[len(before) :]
    return linked


def _ordinal(sentence: Sentence) -> int:
    return sentence.ordinal
