"""Tell whether two reports are the same report, by their signatures.

The same report: most of the shorter text stands in the longer one, or a good part of both is common.
Containment, because outlets cut and lengthen what an agency sends; the thresholds are those of
research/duplicates.md, sections 3 and 8. Not the same, for all that they share: a form filled in anew
(GUARDS).
"""

from collections.abc import Callable
from typing import NamedTuple, Optional

from transforms.link.signature import NO_WORDS, Sample, Signature

MIN_CONTAINMENT = 0.65
MIN_JACCARD = 0.35

# With the numbers hidden, two fillings of one form agree so far, and this share of the numbers differs.
FORM_JACCARD = 0.6
FORM_CONFLICT = 0.25
# Where both texts have fewer 3-grams than this every name counts, and all but one number in ten.
SHORT_TEXT = 40
SHORT_CONFLICT = 0.1
# Numbers differ, and of the names this share.
NAME_CONFLICT = 0.33


class Likeness(NamedTuple):
    """Why two reports are the same: rule "exact" or "near"; similarity is the containment, 0 to 1."""

    rule: str
    similarity: float


class Conflict(NamedTuple):
    """Details that each of two reports has and the other lacks: how many, and out of how many.

    Counted on the side with fewer, so that a report that only adds details contradicts nothing.
    """

    differing: int
    total: int

    @property
    def share(self) -> float:
        """`differing` of `total`, 0 of none."""
        return self.differing / self.total if self.total else 0.0


class Guard(NamedTuple):
    """A reason why two reports, much alike, are not the same; `differs` takes numbers, names, signatures."""

    name: str
    differs: Callable[[Conflict, Conflict, Signature, Signature], bool]
    example: tuple[str, str]


def _other_filling(numbers: Conflict, names: Conflict, a: Signature, b: Signature) -> bool:
    return numbers.share >= FORM_CONFLICT and jaccard(a.masked, b.masked) >= FORM_JACCARD


def _other_brief(numbers: Conflict, names: Conflict, a: Signature, b: Signature) -> bool:
    short = max(a.shingles, b.shingles) < SHORT_TEXT
    return short and (names.differing > 0 or numbers.share > SHORT_CONFLICT)


def _other_details(numbers: Conflict, names: Conflict, a: Signature, b: Signature) -> bool:
    return numbers.differing > 0 and names.share > NAME_CONFLICT


GUARDS = (
    Guard("other filling", _other_filling, (
        "The central bank added 300 million crowns to the money market on Monday by six-day repurchase "
        "agreements at 4.25 percent, it said in a notice to dealers. They had expected the bank to step "
        "in, because 950 million crowns of older agreements were due to expire in the course of the "
        "week.",
        "The central bank added 450 million crowns to the money market on Monday by six-day repurchase "
        "agreements at 4.75 percent, it said in a notice to dealers. They had expected the bank to step "
        "in, because 820 million crowns of older agreements were due to expire in the course of the "
        "week.")),
    Guard("other brief", _other_brief, (
        "Northern Savings said it cut its prime lending rate to 9.25 percent from 9.5 percent, from "
        "today.",
        "Harbour Trust said it cut its prime lending rate to 9.25 percent from 9.5 percent, from today.")),
    Guard("other details", _other_details, (
        "Aldermoor Textiles is raising 50 million dollars by a convertible bond with a coupon of 6.5 "
        "percent, said Whitcombe Brothers, who lead the sale. The bonds can be exchanged for shares of "
        "the company at 31.25 dollars each, a premium of a quarter over the price before the "
        "announcement. Rating agencies have not commented so far.",
        "Castellan Stores is raising 80 million dollars by a convertible bond with a coupon of 7.1 "
        "percent, said Harbour Trust, who lead the sale. The bonds can be exchanged for shares of the "
        "firm at 31.25 dollars each, a premium of a quarter over the price on Friday. Rating agencies "
        "have not commented so far.")),
)  # fmt: skip


def compare(a: Signature, b: Signature) -> Optional[Likeness]:
    """Tell whether two reports, published within days of each other, are the same. Symmetric."""
    if NO_WORDS in (a.digest, b.digest):
        return None
    if a.digest == b.digest:
        return Likeness("exact", 1.0)
    contained = containment(a.sketch, b.sketch)
    if contained < MIN_CONTAINMENT and jaccard(a.sketch, b.sketch) < MIN_JACCARD:
        return None
    numbers, names = conflict(a.numbers, b.numbers), conflict(a.names, b.names)
    if any(guard.differs(numbers, names, a, b) for guard in GUARDS):
        return None
    return Likeness("near", round(contained, 4))


def containment(a: Sample, b: Sample) -> float:
    """Return how much of the smaller of two sampled sets is in the larger, 0 to 1."""
    left, right = _members(a, b)
    return len(left & right) / (min(len(left), len(right)) or 1)


def jaccard(a: Sample, b: Sample) -> float:
    """Return the Jaccard similarity of two sampled sets, 0 to 1."""
    left, right = _members(a, b)
    return len(left & right) / (len(left | right) or 1)


def conflict(a: Sample, b: Sample) -> Conflict:
    """Return what two sampled sets of details contradict each other in."""
    left, right = _members(a, b)
    return Conflict(min(len(left - right), len(right - left)), min(len(left), len(right)))


def _members(a: Sample, b: Sample) -> tuple[set[int], set[int]]:
    """Bring two samples to their common level."""
    if a.level == b.level:
        return set(a.values.tolist()), set(b.values.tolist())
    mask = (1 << max(a.level, b.level)) - 1
    return {v for v in a.values.tolist() if not v & mask}, {v for v in b.values.tolist() if not v & mask}
