"""Join the quotations without a cue to the speech they go on with, in the paragraph or the one before."""

from collections.abc import Sequence
from typing import Optional

from transforms.claims.phrases import is_word
from transforms.claims.quotations import (
    MAX_GAP,
    MIN_CONTINUED_WORDS,
    SPEECH_FRAMES,
    Quotation,
    reporting_clause,
)
from transforms.claims.readings import Attribution
from transforms.text.document import Document
from transforms.text.tokens import Token

# The share of a paragraph that must be quoted for it to go on with the speech of the one before,
# and how many paragraphs may lie between.
SPEECH_SHARE = 0.8
MAX_PARAGRAPHS_APART = 2


def continued(
    kept: Sequence[Attribution],
    quotations: Sequence[Quotation],
    document: Document,
    paragraph: tuple[int, int],
    earlier: Optional[Attribution],
) -> bool:
    """Join each quotation without a cue to the speech it goes on with; tell whether that was `earlier`'s.

    It goes on with the quotation before it in the paragraph, else with the one after it, else, where
    the paragraph is all quotation, with the speech of a paragraph before: `earlier`.
    """
    if not quotations:
        return False
    tokens = document.tokens
    first, last = paragraph
    covered: set[int] = set()
    for one in kept:
        covered |= one.content
    share = sum(tokens[i].quoted for i in range(first, last)) / (last - first)
    went_on = False
    for quotation in quotations:
        if not covered.isdisjoint(quotation.tokens()):
            continue
        before = [
            one
            for one in kept
            if one.cue.i < quotation.first and one.frame in SPEECH_FRAMES and not one.outer
        ]
        if before and _goes_on_at_once(before[-1], quotation, tokens):
            before[-1].content.update(quotation.tokens())
            continue
        if earlier and quotation.continues and quotation is quotations[0]:
            earlier.content.update(quotation.tokens())
            went_on = True
            continue
        if quotation.words < MIN_CONTINUED_WORDS or not _opens_sentence(quotation, tokens, first):
            continue
        after = [one for one in kept if one.quotations and min(one.content) > quotation.last]
        if before:
            speech = next((one for one in reversed(before) if one.quotations), before[-1])
            if not _interrupted(document, speech, quotation):
                speech.content.update(quotation.tokens())
        elif after:
            after[0].content.update(quotation.tokens())
        elif earlier and not kept and share >= SPEECH_SHARE:
            earlier.content.update(quotation.tokens())
            went_on = True
    return went_on


def _goes_on_at_once(one: Attribution, quotation: Quotation, tokens: Sequence[Token]) -> bool:
    """The second half of a quotation that the reporting clause interrupts: “We will,” he said, “stay.”"""
    last = reporting_clause(one)[1]
    gap = range(last + 1, quotation.first)
    return (
        bool(one.quotations)
        and 0 < len(gap) <= MAX_GAP
        and tokens[quotation.first - 1].text in (",", "--", "-", ":")
        and one.cue.sentence == tokens[quotation.first].sentence
    )


def _interrupted(document: Document, one: Attribution, quotation: Quotation) -> bool:
    """Whether a sentence of the narrator's stands between a speech and the quotation that may go on with it.

    "“Look,” she said. He did not. “Look up.”" is two people's, or nobody's.
    """
    tokens = document.tokens
    end = max(document.sentences[one.cue.sentence].last, max(one.content) + 1)
    return any(is_word(tokens[i]) and not tokens[i].quoted for i in range(end, quotation.first))


def _opens_sentence(quotation: Quotation, tokens: Sequence[Token], first: int) -> bool:
    """Whether the quotation begins a sentence of the paragraph that begins at `first`."""
    before = tokens[quotation.first - 1]
    return (
        quotation.first == first
        or tokens[quotation.first].begins
        or before.text in (".", "?", "!", "”", '"', "''")
    )
