"""The date of one clause: the claim on Saturday, the attack on Friday, in one sentence."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Optional

from schemas.records import Sentence, TimeExpression
from transforms.text.document import Document
from transforms.text.tokens import Token


class ClauseDate(NamedTuple):
    """The days a clause reports on, and how they are known (vocabulary.DATE_BASES)."""

    start: Optional[date]
    end: Optional[date]
    precision: Optional[str]
    basis: str


def clause_date(
    document: Document,
    head: Token,
    sentences: Sequence[Sentence],
    timexes: Sequence[TimeExpression],
) -> ClauseDate:
    """Return the date of the clause that `head` (a verb, or an event noun) governs.

    An expression of the clause itself decides, else the sentence's date.
    """
    sentence = sentences[head.sentence]
    return ClauseDate(sentence.date_start, sentence.date_end, sentence.date_precision, sentence.date_basis)
