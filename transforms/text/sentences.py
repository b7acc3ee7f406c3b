"""Mend the model's sentence boundaries with what news text is known to do.

Each rule says why a token that the model begins a sentence with does not begin one.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from transforms.text.datelines import dateline
from transforms.text.tokens import Token

_CLOSERS = frozenset("”’»)]}\"'.,;:!?…") | {"''"}
_STRAIGHT = frozenset({'"', "'"})
# How many tokens a label may have: "• SOUTH AFRICA: Two men were held."
_MAX_LABEL = 5
# And a dateline; and what it ends with.
_MAX_DATELINE = 16
_DATELINE_ENDS = frozenset(["-", "--", "—", "–", "_", ":"])
# Titles whose full stop the model now and then takes for the end of a sentence.
_TITLES = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "cmdr", "adm", "gov", "sen",
    "rep", "rev", "hon", "st", "smt", "shri", "sri", "engr", "alh", "no", "vs", "spokesperson", "spokesman",
    "spokeswoman",
})  # fmt: skip


class Mend(NamedTuple):
    """A reason why `tokens[i]` begins no sentence; `example` marks the false boundary with |."""

    name: str
    applies: Callable[[Sequence[Token], int], bool]
    example: str


def _is_lower(tokens: Sequence[Token], i: int) -> bool:
    # The first letter decides; "iPhone" and "al-Qaeda" show a capital further on.
    return tokens[i].text[0].islower() and tokens[i].text.islower()


def _is_tail(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].text in _CLOSERS and not _opens(tokens, i)


def _opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether a straight mark opens what is quoted: a space stands before it, and none behind."""
    apart = tokens[i - 1].end < tokens[i].start
    glued = i + 1 < len(tokens) and tokens[i].end == tokens[i + 1].start
    return tokens[i].text in _STRAIGHT and apart and glued


def _follows_title(tokens: Sequence[Token], i: int) -> bool:
    stop = tokens[i - 1]
    if stop.text == "." and i >= 2 and tokens[i - 2].end == stop.start:
        return tokens[i - 2].lower in _TITLES
    return stop.text.endswith(".") and stop.lower.rstrip(".") in _TITLES


def _is_labelled(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i - 1].text != ":" or i > _MAX_LABEL + 1:
        return False
    words = [token.text for token in tokens[: i - 1] if any(map(str.isalpha, token.text))]
    return bool(words) and all(word.isupper() for word in words)


def _follows_dateline(tokens: Sequence[Token], i: int) -> bool:
    if i > _MAX_DATELINE or tokens[i - 1].text not in _DATELINE_ENDS:
        return False
    start, text = tokens[0].start, ""
    for token in tokens[: i + 2]:  # what follows tells a place from who speaks
        text += " " * (token.start - start - len(text)) + token.text
    head = dateline(text)
    return head is not None and head.sure and head.end == tokens[i].start - start


MENDS = (
    Mend("lower case", _is_lower, "A harbour police spokesperson. |said that the pier would stay closed."),
    Mend("closing mark", _is_tail, "“We will stay.|”"),
    Mend("label", _is_labelled, "• CANADA: |Two men were held in Montreal on Tuesday."),
    Mend("dateline", _follows_dateline, "NOVI, Serbia (NDN) -- |Two bridges were closed on Monday."),
    Mend("title", _follows_title, "It was signed by Gen. |Mills on Monday."),
)


def sentence_starts(tokens: Sequence[Token], kind: str) -> list[int]:
    """Return the indices in `tokens`, one paragraph's, at which a sentence begins. The first is 0.

    The language model proposes them (`Token.begins`), MENDS takes some back. A headline or a subheading
    is one sentence, whatever stands in it.
    """
    if kind in ("headline", "subheading"):
        return [0]
    starts = [0]
    for i in range(1, len(tokens)):
        if tokens[i].begins and not any(m.applies(tokens, i) for m in MENDS):
            starts.append(i)
    return starts
