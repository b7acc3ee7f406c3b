"""Texts to link: reports of made-up words, with the edits that newsrooms make."""

import functools
import random
from datetime import date
from typing import Optional

from transforms.ids import content_id
from transforms.link.copies import Report
from transforms.link.signature import Signature, read_signature, sign

_SYLLABLES = ("ka", "lo", "mi", "ran", "tes", "vo", "pel", "dun", "shi", "gar", "bo", "ne")


@functools.cache
def text_of(seed: int, sentences: int = 12) -> str:
    """A report of `sentences` sentences of ten made-up words, the same for the same seed."""
    chance = random.Random(seed)

    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=3))

    return "\n".join(" ".join(word() for _ in range(10)).capitalize() + "." for _ in range(sentences))


def edited(text: str, dropped: int) -> str:
    """`text` without its last `dropped` sentences."""
    return "\n".join(text.split("\n")[: -dropped or None])


@functools.cache
def signed(text: str, title: Optional[str] = None) -> Signature:
    return read_signature(sign(text, title))


def report(
    text: str, day: int = 1, name: str = "", source_id: str = "", duplicate_of: Optional[str] = None
) -> Report:
    """A report of December 2022; `name` makes the id of equal texts differ."""
    published = date(2022, 12, day)
    article_id = content_id("article", text, published, name)
    return Report(article_id, source_id or article_id, published, signed(text), duplicate_of)
