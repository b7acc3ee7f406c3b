"""Link the sentences of a report that repeat an earlier one of it: a standfirst and the lead, a refrain.

    sentences = repeated_sentences(sentences)

Nothing is deleted: `duplicate_of` and `similarity` are filled in. The rules are those of
research/duplicates.md, section 4.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Optional

from schemas.records import Sentence

# "Get well soon." twice is no repetition worth a link.
MIN_WORDS = 5
# "Hope is on the ballot", "Fear is on the ballot": in a short sentence the word that differs is all it says.
MIN_NEAR_WORDS = 8

MIN_JACCARD = 0.5
MIN_CONTAINMENT = 0.8
# A bigram of so many earlier sentences nominates none of them, so that cost stays linear in a report
# of one form repeated (a table read as sentences); their other words and the exact key still do.
MAX_SHARED_BY = 50

_WORD = re.compile(r"\w+(?:'\w+)?")
_NUMBER = re.compile(r"\d")
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")

NUMBER_WORDS = frozenset([
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "dozen", "dozens", "twenty", "thirty", "forty", "fifty", "hundred", "hundreds", "thousand", "thousands",
    "million", "millions", "billion", "half", "first", "second", "third",
])  # fmt: skip
NEGATIONS = frozenset([
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot",
])  # fmt: skip


class _Folded(NamedTuple):
    """What of a sentence is compared."""

    sentence_id: str
    words: tuple[str, ...]
    bigrams: frozenset[tuple[str, str]]
    numbers: Counter[str]
    negated: bool


def repeated_sentences(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return `sentences`, one report's in order, those that repeat linked to the earliest they repeat.

    - Exact: equal after NFKC, folded quotation marks and case, as words; similarity 1.
    - Near: bigrams of words have Jaccard >= MIN_JACCARD, or the shorter's are in the longer by
      >= MIN_CONTAINMENT; numbers are equal as a multiset, and both or neither are negated. Similarity
      is the Jaccard.

    A sentence of fewer than MIN_WORDS words is left alone, one of fewer than MIN_NEAR_WORDS unless
    exact. A link never points at a sentence that is itself linked.
    """
    seen: list[_Folded] = []
    exact: dict[tuple[str, ...], _Folded] = {}
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    linked: list[Sentence] = []
    for sentence in sentences:
        own = _fold(sentence)
        if len(own.words) < MIN_WORDS:
            linked.append(sentence)
        elif own.words in exact:
            linked.append(_link(sentence, exact[own.words], 1.0))
        elif earlier := _first_near(own, seen, holders):
            linked.append(_link(sentence, earlier, _jaccard(own, earlier)))
        else:
            linked.append(sentence)
            exact[own.words] = own
            for bigram in own.bigrams:
                holders[bigram].append(len(seen))
            seen.append(own)
    return linked


def _first_near(
    own: _Folded, seen: Sequence[_Folded], holders: Mapping[tuple[str, str], Sequence[int]]
) -> Optional[_Folded]:
    nominated: Counter[int] = Counter()
    for bigram in own.bigrams:
        if len(holders.get(bigram, ())) <= MAX_SHARED_BY:
            nominated.update(holders.get(bigram, ()))
    return next((seen[i] for i in sorted(nominated) if nominated[i] > 1 and _is_near(own, seen[i])), None)


def _is_near(a: _Folded, b: _Folded) -> bool:
    if min(len(a.words), len(b.words)) < MIN_NEAR_WORDS or a.numbers != b.numbers or a.negated != b.negated:
        return False
    contained = len(a.bigrams & b.bigrams) / min(len(a.bigrams), len(b.bigrams))
    return contained >= MIN_CONTAINMENT or _jaccard(a, b) >= MIN_JACCARD


def _jaccard(a: _Folded, b: _Folded) -> float:
    return len(a.bigrams & b.bigrams) / len(a.bigrams | b.bigrams)


def _link(sentence: Sentence, earlier: _Folded, similarity: float) -> Sentence:
    return sentence._replace(duplicate_of=earlier.sentence_id, similarity=round(similarity, 4))


def _fold(sentence: Sentence) -> _Folded:
    text = unicodedata.normalize("NFKC", sentence.text).translate(_APOSTROPHES).casefold()
    words = tuple(_WORD.findall(text))
    return _Folded(
        sentence.sentence_id,
        words,
        frozenset(pairwise(words)),
        Counter(word for word in words if _NUMBER.search(word) or word in NUMBER_WORDS),
        any(word in NEGATIONS or word.endswith("n't") for word in words),
    )
