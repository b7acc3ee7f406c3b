"""Cut a text into folded words and hash them, in numpy on bytes: equal everywhere, and fast.

    words = hash_words("Kabul: 1,200 people fled.")

Folding. A text is brought to NFKC and encoded in UTF-8; ASCII letters are lowered byte by byte, runs of other
characters by `str.lower`. ASCII letters, digits and every other alphanumeric character or combining
mark make words, all else parts them; an ideograph or kana is a word alone. Between two digits a comma
vanishes ("1,200" is 1200) and a full stop stays ("1.5" is one word).

Hashing. A word of the bytes b[0] ... b[n-1] hashes to mix(sum(b[k] * P**k) + n * M) in unsigned 64-bit
wrap-around arithmetic; `mix` is the finaliser below. No floats, no CPU dispatch, no hash seed: the
value depends on the word's bytes alone. (Characters that a later Unicode adds may fold otherwise.)
"""

import functools
import re
import unicodedata
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

# Odd constants of 64 bits, as xxHash and SplitMix64 use them.
_P = np.uint64(0x9E3779B97F4A7C15)
_M = np.uint64(0x27D4EB2F165667C5)
_MIX_1 = np.uint64(0xC2B2AE3D27D4EB4F)
_MIX_2 = np.uint64(0x165667B19E3779F9)
_NGRAM = tuple(
    np.uint64(x) for x in (0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63)
)

_SPACE, _COMMA, _POINT = 32, 44, 46
_FOLD = bytes(
    ord(chr(i).lower()) if chr(i).isalnum() and i < 128 else i if i > 127 else _SPACE for i in range(256)
)
_CLASS = np.zeros(256, dtype=np.uint8)
_WORD, _DIGIT, _CAPITAL, _STOP = 1, 2, 4, 8
for _byte in range(256):
    _char = chr(_byte)
    _CLASS[_byte] = (
        (_WORD if _byte > 127 or _char.isalnum() else 0)
        | (_DIGIT if _char in "0123456789" else 0)
        | (_CAPITAL if _char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" else 0)
        | (_STOP if _char in '.!?:;"\n' else 0)
    )
_FOREIGN = re.compile(rb"[\x80-\xff]+")


class Words(NamedTuple):
    """The words of a text, in order; entry i of every field speaks of word i.

    `hashes` are of the folded words, `stems` of the same without a plural s. `numbers` begin with a
    digit, `capitals` with an ASCII capital; `names` are the capitals that begin no sentence.
    """

    hashes: Hashes
    stems: Hashes
    numbers: Flags
    capitals: Flags
    names: Flags


def hash_words(text: str) -> Words:
    """Return the folded, hashed words of `text`, as the module says."""
    data = _bytes(text)
    kind = _CLASS[data]
    digit = (kind & _DIGIT) != 0
    between = np.zeros(data.size, dtype=bool)
    np.logical_and(digit[:-2], digit[2:], out=between[1:-1])
    word = ((kind & _WORD) != 0) | (between & (data == _POINT))
    thousands = between & (data == _COMMA)
    if thousands.any():
        data, kind, digit, word = (x[~thousands] for x in (data, kind, digit, word))

    padded = np.zeros(word.size + 2, dtype=bool)
    padded[1:-1] = word
    bounds = np.flatnonzero(padded[1:] != padded[:-1])
    starts, ends = bounds[::2], bounds[1::2]
    # How many stops before each word; as many as before the word before it, and no sentence begins. The full
    # stop of "1.5" or "U.S." counts too: a name lost to the flag is a small loss.
    stops = np.cumsum((kind & _STOP) != 0, dtype=np.int32)[starts]
    inside = np.zeros(starts.size, dtype=bool)
    np.equal(stops[1:], stops[:-1], out=inside[1:])
    folded = np.frombuffer(data.tobytes().translate(_FOLD), dtype=np.uint8)
    lengths = ends - starts
    before_last = folded[np.maximum(ends - 2, 0)] if ends.size else folded[:0]
    plural = (folded[ends - 1] == ord("s")) & (before_last != ord("s")) & (lengths > 3)
    sums, last = _sums(folded[word], lengths)
    lengths_64 = lengths.astype(np.uint64)
    capitals = (kind[starts] & _CAPITAL) != 0
    return Words(
        hashes=mix(sums + lengths_64 * _M),
        stems=mix(np.where(plural, sums - last, sums) + (lengths_64 - plural) * _M),
        numbers=digit[starts],
        capitals=capitals,
        names=capitals & inside,
    )


def hash_ngrams(hashes: Hashes, n: int) -> Hashes:
    """Return a hash for each run of `n` (at most 4) words, in order; of all words together if fewer."""
    n = min(n, hashes.size)
    count = hashes.size - n + 1 if n else 0
    mixed: Hashes = np.full(count, np.uint64(n), dtype=np.uint64)
    for i in range(n):
        mixed = mix(mixed + hashes[i : i + count] * _NGRAM[i])
    return mixed


def distinct(values: NDArray) -> NDArray:
    """Return the distinct values in ascending order: `numpy.unique`, ten times faster on short arrays."""
    values = np.sort(values)
    first = np.ones(values.size, dtype=bool)
    np.not_equal(values[1:], values[:-1], out=first[1:])
    return values[first]


def mix(hashes: Hashes) -> Hashes:
    """Return each value with its bits spread (xor-shift and multiply, after MurmurHash3's finaliser)."""
    hashes = (hashes ^ (hashes >> np.uint64(33))) * _MIX_1
    hashes = (hashes ^ (hashes >> np.uint64(29))) * _MIX_2
    return hashes ^ (hashes >> np.uint64(32))


def _bytes(text: str) -> NDArray[np.uint8]:
    if text.isascii():
        data = text.encode()
    else:
        data = unicodedata.normalize("NFKC", text).encode("utf-8", "replace")
        data = _FOREIGN.sub(lambda run: _fold_run(run.group()), data)
    return np.frombuffer(data, dtype=np.uint8)


@functools.lru_cache(maxsize=20_000)
def _fold_run(run: bytes) -> bytes:
    """Lower a run of non-ASCII characters, with a space for each that belongs to no word."""
    return "".join(map(_fold_character, run.decode().lower())).encode()


def _fold_character(character: str) -> str:
    if character in "“”„«»":
        return '"'  # ends a sentence, as the plain mark does
    if "\u2e80" <= character <= "\u9fff" or (
        character >= "\uf900" and unicodedata.category(character) == "Lo"
    ):
        return f" {character} " if character.isalnum() else " "
    return character if character.isalnum() or unicodedata.category(character)[0] == "M" else " "


def _sums(word_bytes: NDArray[np.uint8], lengths: NDArray[np.int64]) -> tuple[Hashes, Hashes]:
    """Return, for each word, sum(b[k] * P**k), and that sum's last term."""
    if not lengths.size:
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.uint64)
    first = np.cumsum(lengths) - lengths
    place = np.arange(word_bytes.size) - np.repeat(first, lengths)
    terms = word_bytes.astype(np.uint64) * _powers(int(lengths.max()).bit_length())[place]
    return np.add.reduceat(terms, first), terms[first + lengths - 1]


@functools.cache
def _powers(bits: int) -> Hashes:
    powers = np.full(1 << bits, _P, dtype=np.uint64)
    powers[0] = 1
    return np.multiply.accumulate(powers)
