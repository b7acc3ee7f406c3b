"""Expressions that stand in a quotation, and are counted from the day of the speech."""

from datetime import date, timedelta
from typing import Optional

from schemas.records import Sentence, TimeExpression
from schemas.vocabulary import STATED_BASES
from transforms.text.document import Document

# Rules whose words count from the moment of speech.
DEICTIC = frozenset(["today", "part of a day", "overnight"])


def is_deictic(document: Document, timex: TimeExpression) -> bool:
    """Tell whether an expression counts from the moment of speech and stands in a quotation."""
    return timex.rule in DEICTIC and is_quoted(document, timex)


def is_quoted(document: Document, timex: TimeExpression) -> bool:
    """Tell whether an expression stands in a quotation."""
    return any(token.quoted for token in document.tokens_between(timex.start, timex.end))


def from_speech(document: Document, timex: TimeExpression, sentence: Sentence) -> Optional[date]:
    """The day of a weekday in a quotation: the last before the speech, or the next if it lies ahead.

    None where the sentence does not say when that was: '"they came on Thursday", he said on 20 November'.
    """
    day, uttered = timex.date_start, sentence.date_start
    if day is None or uttered is None or sentence.date_precision != "day" or sentence.date_end != uttered:
        return None
    if sentence.date_basis not in STATED_BASES or not is_quoted(document, timex) or _says(document, sentence):
        return None
    ahead = (day - uttered).days % 7
    return uttered + timedelta(ahead if day > timex.published else ahead - 7 if ahead else 0)


def _says(document: Document, sentence: Sentence) -> bool:
    """Tell whether the words that date a sentence stand inside a quotation."""
    start = document.text.find(sentence.date_text or "", sentence.start)
    return any(token.quoted for token in document.tokens_between(start, start + 1))
