"""A report's signature: the bytes that later runs compare it by, without its text.

    signature = sign(text, title)
    read_signature(signature).keys

Layout, version 1, all integers little-endian:

    offset  size     content
    0       1        version, 1
    1       16       whole: BLAKE2b-128 of the text as it is, UTF-8
    17      16       digest: BLAKE2b-128 of the body's word hashes, 8 bytes each; 16 zeros for no words
    33      4        shingles: number of distinct 3-grams of the body
    37               five samples: keys, sketch, masked, numbers, names. Each is
                     1 byte level, 2 bytes count n, then n values in ascending order,
                     of 8 bytes each in keys and 4 bytes in the others
                     then the terms: 1 byte count n, n hashes of 4 bytes in ascending order, n weights
                     of 1 byte

- The body is the text without its title and without furniture (`strip_furniture`); the title joins it
  if the body alone has fewer than MIN_BODY words. Words are folded and hashed as `hash_words` says.
- A sample of a set of hashes holds those whose lowest `level` bits are 0, for the smallest level that
  leaves no more than the limit (FracMinHash, nested: a sample of a higher level is contained in that
  of a lower, so that a brief and a long report can still be compared).
- keys: at most 24 of the 4-grams. Two reports that share two of them are compared.
- sketch: at most 256 of the 3-grams, the upper 32 bits of each hash. Similarity is measured on it.
- masked: at most 128 of the 3-grams with every number taken for one word: the form of a template.
- numbers, names: at most 64 each of the distinct number words, and of the words that begin with a
  capital, at the head of a sentence only those that are RARE.
- terms: see transforms/link/terms.py.

At most 37 + 195 + 1027 + 515 + 259 + 259 + 401 = 2,693 bytes.
"""

from hashlib import blake2b
from typing import NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray

from transforms.link.furniture import strip_furniture
from transforms.link.terms import Terms, rarity, weigh_terms
from transforms.link.words import Hashes, distinct, hash_ngrams, hash_words
from transforms.text.paragraphs import is_headline

VERSION = 1
# What a signature's bytes depend on. Only signatures of one spec are compared; any change of what `sign`
# gives for any text needs a new one.
SIGNATURE_SPEC = "dateline-1 words-1 furniture-1 terms-wordfreq-3.1.1"

MIN_BODY = 20
MAX_KEYS, MAX_SKETCH, MAX_MASKED, MAX_GUARD = 24, 256, 128, 64
NO_WORDS = bytes(16)
RARE = 150  # of `rarity`, about 1 word in 10,000
_HEAD = 37


class Sample(NamedTuple):
    """The members of a set of hashes whose lowest `level` bits are 0, in ascending order."""

    level: int
    values: NDArray[np.unsignedinteger]


class Signature(NamedTuple):
    """A signature's parts, as the module says."""

    whole: bytes
    digest: bytes
    shingles: int
    keys: Sample
    sketch: Sample
    masked: Sample
    numbers: Sample
    names: Sample
    terms: Terms


def sign(text: str, title: Optional[str]) -> bytes:
    """Return the signature of a report whose text, the title and a line break before it or not, is `text`."""
    heading, body = _heading_and_body(text, title)
    title_words, words = hash_words(heading), hash_words(body)
    terms = weigh_terms(title_words, words)
    if words.hashes.size < MIN_BODY:
        words = hash_words(f"{heading}\n{body}")
    shingles = distinct(hash_ngrams(words.hashes, 3))
    names = words.names.copy()
    heads = np.flatnonzero(words.capitals & ~names)
    names[heads] = rarity(words.stems[heads]) >= RARE
    hidden = np.where(words.numbers, np.uint64(1), words.hashes)
    digest = blake2b(words.hashes.astype("<u8").tobytes(), digest_size=16).digest()
    return b"".join((
        bytes([VERSION]),
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest(),
        digest if words.hashes.size else NO_WORDS,
        shingles.size.to_bytes(4, "little"),
        _sample(hash_ngrams(words.hashes, 4), MAX_KEYS, "<u8"),
        _sample(shingles, MAX_SKETCH, "<u4"),
        _sample(hash_ngrams(hidden, 3), MAX_MASKED, "<u4"),
        _sample(words.hashes[words.numbers], MAX_GUARD, "<u4"),
        _sample(words.hashes[names], MAX_GUARD, "<u4"),
        bytes([terms.hashes.size]),
        terms.hashes.astype("<u4").tobytes(),
        terms.weights.tobytes(),
    ))  # fmt: skip


def read_signature(signature: bytes) -> Signature:
    """Return the parts of what `sign` gave. A signature of another version is a ValueError."""
    if len(signature) <= _HEAD or signature[0] != VERSION:
        raise ValueError(f"not a signature of version {VERSION}: {signature[:1].hex() or 'empty'}")
    place = _HEAD
    samples: list[Sample] = []
    for form in ("<u8", "<u4", "<u4", "<u4", "<u4"):
        level, count = signature[place], int.from_bytes(signature[place + 1 : place + 3], "little")
        samples.append(Sample(level, np.frombuffer(signature, form, count, place + 3)))
        place += 3 + count * int(form[-1])
    count = signature[place]
    terms = Terms(
        np.frombuffer(signature, "<u4", count, place + 1),
        np.frombuffer(signature, np.uint8, count, place + 1 + 4 * count),
    )
    keys, sketch, masked, numbers, names = samples
    shingles = int.from_bytes(signature[33:_HEAD], "little")
    return Signature(signature[1:17], signature[17:33], shingles, keys, sketch, masked, numbers, names, terms)


def _heading_and_body(text: str, title: Optional[str]) -> tuple[str, str]:
    """Return the headline, and the rest without furniture. Untitled, a first line of that form is one."""
    heading = (title or "").strip()
    text = text.strip()
    if heading:
        return heading, strip_furniture(text.removeprefix(heading))
    body = strip_furniture(text)
    first, _, _ = body.partition("\n")
    return (first if is_headline(first) else ""), body


def _sample(hashes: Hashes, limit: int, form: str) -> bytes:
    """Return the largest nested sample of at most `limit` hashes, as the layout has it."""
    level = 0
    # 4-byte values are the upper halves, so that levels are told from what is stored.
    values = distinct(hashes if form == "<u8" else hashes >> np.uint64(32))
    while values.size > limit:
        level += 1
        values = values[(values & np.uint64((1 << level) - 1)) == 0]
    return bytes([level]) + values.size.to_bytes(2, "little") + values.astype(form).tobytes()
