"""Words written with a hyphen that the model takes apart: "break-in", "cease-fire", "hit-and-run".

It makes tokens of their parts, and of "in" or "run" the noun. Such a word's lemma is that of the whole, and
it is a noun; the parts stay tokens.
"""

from collections.abc import Sequence

from transforms.text.tokens import Token

# Nouns of which no part says what the whole is, with the spelling that stands for all.
_NOUNS = {
    word: (solid or word)
    for word, _, solid in (
        entry.partition(":")
        for entry in """
            air-strike:airstrike bail-out:bailout break-in break-out:breakout break-up:breakup build-up:buildup
            buy-out:buyout cease-fire:ceasefire check-up:checkup clamp-down:clampdown clean-up:cleanup
            co-operation:cooperation counter-attack:counterattack cover-up crack-down:crackdown
            fire-fight:firefight flare-up fund-raiser:fundraiser hand-over:handover hit-and-run hold-up:holdup
            kick-off:kickoff knock-out:knockout lay-off:layoff lift-off:liftoff lock-down:lockdown
            lock-out:lockout mix-up play-off:playoff pull-back:pullback pull-out:pullout re-arrest:arrest
            re-election:reelection re-entry:reentry re-opening:reopening re-trial:retrial roll-out:rollout
            run-off:runoff sell-off shake-up:shakeup shoot-out:shootout show-down:showdown sit-in
            stand-off:standoff swearing-in take-off take-over:takeover walk-out:walkout write-down
        """.split()
    )
}
# No longer word is in it.
_MOST_PARTS = 5


def mend_hyphenated(tokens: Sequence[Token]) -> None:
    """Give the tokens of a paragraph that make up such a word its lemma, at the one that stands highest."""
    for n, token in enumerate(tokens):
        if token.text != "-":
            continue
        before = tokens[n - 2].text if n > 1 else ""
        if before == "-":  # seen from its first hyphen
            continue
        parts = _joined(tokens, n)
        noun = _NOUNS.get("".join(part.text for part in parts).lower().removesuffix("s"))
        noun = noun or _NOUNS.get("".join(part.text for part in parts).lower())
        if noun:
            inside = {part.i for part in parts}
            top = next((part for part in parts if part.head.i not in inside or part.head is part), parts[-1])
            top.lemma, top.pos = noun, "NOUN"


def word_around(text: str, token: Token) -> tuple[int, int]:
    """Return where the word stands that a token's lemma is of: of "in" in "break-in" all of it."""
    start, end = token.start, token.end
    if "-" not in (text[start - 1 : start], text[end : end + 1]):
        return start, end
    while start and (text[start - 1].isalpha() or text[start - 1] == "-"):
        start -= 1
    while end < len(text) and (text[end].isalpha() or text[end] == "-"):
        end += 1
    whole = _letters(text[start:end])
    return (start, end) if whole == _letters(token.lemma) else (token.start, token.end)


def _letters(word: str) -> str:
    return word.lower().replace("-", "").removesuffix("s")


def _joined(tokens: Sequence[Token], n: int) -> Sequence[Token]:
    """The tokens of the word around the hyphen `tokens[n]`, written without a space."""
    first = n - 1 if n and tokens[n - 1].end == tokens[n].start else n
    last = n
    while (
        last + 1 < len(tokens) and tokens[last].end == tokens[last + 1].start and last - first < _MOST_PARTS
    ):
        if tokens[last].text != "-" and tokens[last + 1].text != "-":
            break
        last += 1
    return tokens[first : last + 1]
