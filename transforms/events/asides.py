"""Words that stand in a sentence and tell nothing of its own: captions, headlines that a page glues in."""

import re
from collections.abc import Sequence

from transforms.text.tokens import Token

_GLUE = re.compile("[a-z][A-Z]")


def glued(tokens: Sequence[Token]) -> range:
    """Return the places of the words that stand in headlines of other reports that a page glues to a name.

    So do some pages' links: "Ann Low Ann Mary LowMayor fires chief MORE".
    """
    ends = [n for n, token in enumerate(tokens) if token.text == "MORE"]
    glue = next((n for n, token in enumerate(tokens) if ends and _GLUE.search(token.text)), len(tokens))
    return range(glue + 1, max(ends, default=-1) + 1)


def is_of_picture(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word only says where someone stands in a picture: "Ann Low, left, and Tom Hay"."""
    if tokens[n].lower not in ("left", "pictured") or n == 0 or n + 1 == len(tokens):
        return False
    return tokens[n - 1].lower in (",", "(") and tokens[n + 1].lower in (",", ")", ".", "and")
