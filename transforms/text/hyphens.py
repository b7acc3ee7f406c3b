"""Words written with a hyphen that the model takes apart: "break-in", "cease-fire", "hit-and-run".

It makes tokens of their parts, and of "in" or "run" the noun. The lemma of such a word is that of the whole,
and it is a noun; its other parts stay tokens, and are no words of their own.
"""

from collections.abc import Sequence
from typing import Optional

from transforms.text.tokens import Token

# Nouns of which no part says what the whole is; those written without the hyphen as often have that lemma.
_HYPHENATED = """
    break-in cover-up flare-up hit-and-run mix-up sell-off sit-in smash-and-grab swearing-in take-off
    write-down
"""
_SOLID = """
    air-strike bail-out break-out break-up build-up buy-out cease-fire check-up clamp-down clean-up
    co-operation counter-attack crack-down fire-fight fund-raiser hand-over hold-up kick-off knock-out
    lay-off lift-off lock-down lock-out play-off pull-back pull-out re-election re-entry re-opening re-trial
    roll-out run-off shake-up shoot-out show-down stand-off take-over walk-out
"""
_LEMMAS = {word: word for word in _HYPHENATED.split()} | {
    word: word.replace("-", "") for word in _SOLID.split()
}
# Written without hyphens, too, by their first word.
_APART = {"hit": "hit-and-run", "smash": "smash-and-grab"}
# No longer word is in it: "hit-and-run".
_MOST_PARTS = 5


def mend_hyphenated(tokens: Sequence[Token]) -> None:
    """Give the tokens of a paragraph that make up such a word its lemma, at the one that stands highest."""
    for n, token in enumerate(tokens):
        apart = _APART.get(token.lower)
        if apart:
            parts = _written_apart(tokens, n)
            lemma = apart if [part.lower for part in parts] == apart.split("-") else None
        elif token.text == "-" and not (n > 1 and tokens[n - 2].text == "-"):  # seen from its first hyphen
            parts = _joined(tokens, n)
            lemma = _lemma_of("".join(part.text for part in parts).lower())
        else:
            continue
        if lemma:
            inside = {part.i for part in parts}
            top = next(part for part in parts if part.head is part or part.head.i not in inside)
            for part in parts:
                if part.text != "-":
                    part.pos = "X"
            top.lemma, top.pos = lemma, "NOUN"


def _written_apart(tokens: Sequence[Token], n: int) -> Sequence[Token]:
    """The three words from the `n`th on, hyphens left out."""
    return [token for token in tokens[n : n + _MOST_PARTS] if token.text != "-"][:3]


def _lemma_of(word: str) -> Optional[str]:
    return _LEMMAS.get(word) or _LEMMAS.get(word.removesuffix("s"))


def _joined(tokens: Sequence[Token], n: int) -> Sequence[Token]:
    """The tokens of the word around the hyphen `tokens[n]`, written without a space."""
    first = last = n
    if n and tokens[n - 1].end == tokens[n].start:
        first -= 1
    while last + 1 < len(tokens) and last - first + 1 < _MOST_PARTS:
        token, after = tokens[last], tokens[last + 1]
        if token.end != after.start or "-" not in (token.text, after.text):
            break
        last += 1
    return tokens[first : last + 1]


def word_around(text: str, token: Token) -> tuple[int, int]:
    """Return where the word stands that a token's lemma is of: of "in" in "break-in" all of it."""
    start, end = token.start, token.end
    if "-" not in (text[start - 1 : start], text[end : end + 1]):
        return start, end
    while start and _is_of_word(text[start - 1]):
        start -= 1
    while end < len(text) and _is_of_word(text[end]):
        end += 1
    return (start, end) if _lemma_of(text[start:end].lower()) == token.lemma else (token.start, token.end)


def _is_of_word(letter: str) -> bool:
    return letter.isalpha() or letter == "-"
