"""Words that stand in a sentence and tell nothing of its own: captions, headlines that a page glues in."""

import re
from collections.abc import Sequence

from transforms.text.tokens import Token


def is_glued(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word stands in headlines of other reports that a page glues to a name.

    So do some pages' links: "Ann Low Ann Mary LowMayor fires chief MORE".
    """
    glue = next((i for i, token in enumerate(tokens) if re.search("[a-z][A-Z]", token.text)), n)
    return glue < n and any(token.text == "MORE" for token in tokens[n:])


def is_of_picture(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word only says where someone stands in a picture: "Ann Low, left, and Tom Hay"."""
    if tokens[n].lower not in ("left", "pictured") or n == 0 or n + 1 == len(tokens):
        return False
    return tokens[n - 1].lower in (",", "(") and tokens[n + 1].lower in (",", ")", ".", "and")
