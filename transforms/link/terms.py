"""What a report is about, as a few dozen weighted terms: the vector that stories are clustered by.

A weight is tf x idf x boost, in integers throughout, so that it is the same on every machine.

- tf: 1 + log2(count), in sixteenths (TF).
- idf: how rare the term is in English, in centibels below one in every few hundred words. The source
  is fixed: the frequency list of `wordfreq` 3.1.1, whose unit is the centibel (a factor of 10 ** .01)
  and whose data its author has closed. A plural counts with its singular. All numbers have one idf.
- boost: for names, for the lead and for the headline, after research/duplicates.md, section 5.
"""

import functools
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from wordfreq import get_frequency_list

from transforms.link.words import Hashes, Words, hash_words

MAX_TERMS = 80

# 16 * (1 + log2(n)) for n = 0 ... 16, rounded; more counts as 16.
TF = np.array([0, 16, 32, 41, 48, 53, 57, 61, 64, 67, 69, 71, 73, 75, 77, 79, 80], dtype=np.int64)

# A word of 1 in 320 says nothing of a report of a few hundred words: its idf is 0.
_EVERYWHERE = 250
_UNKNOWN = 800  # the list ends at one in 10 ** 8
_NUMBER_IDF = 300

# In eighths. Reports tell what happened in the headline and the first LEAD_WORDS words; background follows.
LEAD_WORDS = 80
_PLAIN, _NAME, _LEAD, _NAME_IN_LEAD, _TITLE = 8, 10, 12, 15, 16


class Terms(NamedTuple):
    """Hashed terms in ascending order, and the weight of each, 1 to 255."""

    hashes: NDArray[np.uint32]
    weights: NDArray[np.uint8]


def weigh_terms(title: Words, body: Words) -> Terms:
    """Return the MAX_TERMS heaviest terms of a report; of equal weights, the lower hashes."""
    stems = np.concatenate((title.stems, body.stems))
    if not stems.size:
        return Terms(np.empty(0, dtype=np.uint32), np.empty(0, dtype=np.uint8))
    numbers = np.concatenate((title.numbers, body.numbers))
    in_body = np.where(body.names, _NAME, _PLAIN)
    in_body[:LEAD_WORDS] = np.where(body.names[:LEAD_WORDS], _NAME_IN_LEAD, _LEAD)
    boosts = np.concatenate((np.full(title.stems.size, _TITLE), in_body))
    terms, term_of, counts = np.unique(stems, return_inverse=True, return_counts=True)
    boost = np.zeros(terms.size, dtype=np.int64)
    np.maximum.at(boost, term_of, boosts)
    number = np.zeros(terms.size, dtype=bool)
    number[term_of] = numbers
    idf = np.where(number, _NUMBER_IDF, rarity(terms))
    weights = TF[np.minimum(counts, TF.size - 1)] * idf * boost
    heaviest = np.lexsort((terms, -weights))[:MAX_TERMS]
    heaviest = heaviest[weights[heaviest] > 0]
    hashes, first = np.unique((terms[heaviest] >> np.uint64(32)).astype(np.uint32), return_index=True)
    scaled = np.maximum(1, weights[heaviest][first] * 255 // max(1, int(weights.max())))
    return Terms(hashes, scaled.astype(np.uint8))


def rarity(stems: Hashes) -> NDArray[np.int64]:
    """Return the idf of each stem, 0 (in every report) to 550 (not in the list)."""
    known, values = _table()
    place = np.minimum(np.searchsorted(known, stems), known.size - 1)
    return np.where(known[place] == stems, values[place], _UNKNOWN - _EVERYWHERE)


@functools.cache
def _table() -> tuple[Hashes, NDArray[np.int64]]:
    """The list's stems, hashed and sorted, each with the idf of the commonest word that has it."""
    words: list[str] = []
    centibels: list[int] = []
    for level, bucket in enumerate(get_frequency_list("en", "large")):
        plain = [word for word in bucket if word.isascii() and word.isalnum() and not word.isdigit()]
        words += plain
        centibels += [level] * len(plain)
    get_frequency_list.cache_clear()  # 320,000 words, which live on there: 20 MB
    stems, first = np.unique(hash_words("\n".join(words)).stems, return_index=True)
    return stems, np.maximum(0, np.array(centibels, dtype=np.int64)[first] - _EVERYWHERE)
