"""Which event a claim is about, and which claims an event is only known by."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Optional

from schemas.records import Claim, ClaimAbout, EventMention
from transforms.events.syntax import is_noun
from transforms.events.triggers import Trigger
from transforms.text.tokens import Token

# What a claim of such an act says of the event in it.
STANCE_OF = {
    "statement": "asserts", "announcement": "asserts", "relay": "asserts", "characterisation": "asserts",
    "denial": "denies", "accusation": "accuses", "claim_of_responsibility": "claims_responsibility",
    "condemnation": "condemns",
}  # fmt: skip
# These take the event for granted: who condemns an attack does not tell us of it.
_PRESUPPOSING = frozenset(
    ["condemnation", "claim_of_responsibility", "expressive", "attitude", "denial", "question"]
)


# Characters: a stretch of text that few claims are about.
_STRETCH = 1 << 10


class Contents:
    """Claims by where their contents stand, so that a report of a thousand claims asks few of them."""

    def __init__(self, claims: Sequence[Claim]):
        self._by_stretch: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            stretches = {
                stretch
                for span in claim.content_spans
                for stretch in range(span.start // _STRETCH, span.end // _STRETCH + 1)
            }
            for stretch in stretches:
                self._by_stretch[stretch].append(claim)

    def near(self, start: int) -> Sequence[Claim]:
        """Return the claims, in their order, whose content may hold what begins at `start`."""
        return self._by_stretch.get(start // _STRETCH, ())


class Spoken(NamedTuple):
    """A claim and the stretch of its content that holds a trigger."""

    claim: Claim
    length: int


def innermost(claims: Contents, start: int, end: int) -> Optional[Claim]:
    """The claim whose content holds `start:end` most narrowly; of equals the one said deepest."""
    return _narrowest([claim for claim in claims.near(start) if _holds(claim, start, end)])


def _narrowest(claims: Sequence[Claim]) -> Optional[Claim]:
    holding = [Spoken(claim, sum(span.end - span.start for span in claim.content_spans)) for claim in claims]
    best = min(
        holding, key=lambda spoken: (spoken.length, -spoken.claim.level, spoken.claim.cue_start), default=None
    )
    return best.claim if best else None


def known_through(claims: Contents, trigger: Trigger) -> Optional[Claim]:
    """The claim that alone tells of the event of `trigger`, or None where the report asserts it.

    A noun in the content of a claim that takes it for granted ("condemned the attack") is asserted by
    whoever reports that claim: the report, or the claim around it.
    """
    token = trigger.token
    claim = innermost(claims, token.start, token.end)
    while claim and claim.act in _PRESUPPOSING and is_noun(token):
        claim = _narrowest([outer for outer in claims.near(claim.cue_start) if _around(outer, claim)])
    return claim


def _around(outer: Claim, inner: Claim) -> bool:
    return outer.claim_id != inner.claim_id and _holds(outer, inner.cue_start, inner.cue_end)


def _holds(claim: Claim, start: int, end: int) -> bool:
    """Whether one stretch of the claim's content holds `start:end`. Asked of each claim for each event."""
    for span in claim.content_spans:  # noqa: SIM110 - any() takes twice as long
        if span.start <= start and end <= span.end:
            return True
    return False


def _is_aside(token: Token, claim: Claim) -> bool:
    """Whether a trigger stands in a relative clause of the content: "will find those who attacked it"."""
    start = min(span.start for span in claim.content_spans)
    return any(above.dep == "relcl" and above.head.start >= start for above in (token, *token.ancestors()))


def abouts(claims: Sequence[Claim], told: Sequence[tuple[Trigger, EventMention]]) -> list[ClaimAbout]:
    """Return for each claim the event mention that it is about, in the order of the claims.

    It is the one in its content that stands highest in the parse, the first of equals: what is said,
    not what is said along with it.
    """
    found = []
    begins = sorted((mention.start, n) for n, (_, mention) in enumerate(told))
    for claim in claims:
        best = None
        within = {
            n
            for span in claim.content_spans
            for _, n in begins[bisect_left(begins, (span.start, 0)) : bisect_left(begins, (span.end, 0))]
        }
        for n in sorted(within):
            trigger, mention = told[n]
            if _holds(claim, mention.start, mention.end):
                if claim.act not in _PRESUPPOSING and _is_aside(trigger.token, claim):
                    continue
                depth = sum(1 for _ in trigger.token.ancestors())
                if best is None or depth < best[0]:
                    best = (depth, mention.mention_id)
        if best:
            unsaid = claim.negated or claim.modality  # "neither confirmed nor denied the strike"
            found.append(ClaimAbout(claim.claim_id, best[1], None if unsaid else STANCE_OF.get(claim.act)))
    return found
