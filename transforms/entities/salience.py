"""Whom a pronoun means, by agreement and salience.

The weights are those of Lappin and Leass ("An algorithm for pronominal anaphora resolution",
Computational Linguistics 20(4), 1994): a mention counts by its grammatical role, and half as much with
each sentence that follows. Ours are: the agent of a passive and the source after "according to" count
as subjects; what is said inside a quotation counts half; who spoke last has a bonus; and where they
add up the mentions of an entity, we take the strongest and a part of the others, because the person a
report is about would else win over the one it just turned to.
"""

from collections.abc import Sequence
from typing import NamedTuple, Optional

from transforms.text.document import Document
from transforms.text.tokens import Token

RECENCY, SUBJECT, OBJECT, OBLIQUE, HEAD_NOUN, NON_ADVERBIAL = 100, 80, 50, 40, 80, 50
_TOP = RECENCY + SUBJECT + HEAD_NOUN + NON_ADVERBIAL
LAST_SPEAKER = 80
UNKNOWN_GENDER = 0.8  # against one known to agree
ONE_FOR_MANY = 0.8  # of "they", a body against people
REPEATED = 0.3  # of an entity's mentions but the strongest
QUOTED = 0.5
MAX_BACK = 5  # sentences; beyond, the weights are below a thirtieth

PLACE_PREPOSITIONS = frozenset(
    ["in", "at", "near", "from", "to", "into", "across", "inside", "outside", "around", "through", "over",
     "towards", "toward", "within"]
)  # fmt: skip


class Candidate(NamedTuple):
    """What a pronoun may mean."""

    key: str  # the entity_id; of who is not named, the word for it
    token: Token
    kind: str  # "person", "body", "state", "people"
    gender: Optional[str]
    weight: int


def is_subject(token: Token) -> bool:
    """Whether a phrase acts or speaks: a subject, the agent of a passive, the source after "according to"."""
    if token.dep == "pobj":
        return token.head.dep == "agent" or token.head.head.lower == "according"
    return token.dep in ("nsubj", "nsubjpass", "csubj")


def weight_of(token: Token) -> int:
    """How prominent the phrase headed by `token` is in its sentence."""
    while token.dep in ("conj", "appos") and token.head is not token:
        token = token.head
    governor = token.head
    if is_subject(token):
        return _TOP
    if token.dep in ("dobj", "dative", "attr", "oprd", "ROOT"):
        return RECENCY + OBJECT + HEAD_NOUN + NON_ADVERBIAL
    if token.dep == "pobj" and governor.head.pos in ("VERB", "AUX"):
        fronted = governor.i < governor.head.i
        return RECENCY + OBLIQUE + HEAD_NOUN + (0 if fronted else NON_ADVERBIAL)
    if token.dep in ("pobj", "poss"):
        return RECENCY + OBLIQUE
    return RECENCY


def most_salient(
    candidates: Sequence[Sequence[Candidate]],
    pronoun: Token,
    kinds: Sequence[str],
    gender: Optional[str],
    last_speaker: Optional[str],
    document: Document,
) -> Optional[str]:
    """Return the key of the most salient candidate that agrees, or None.

    `candidates` are those of each sentence of `document`; `last_speaker` is the key of who spoke last.
    """
    scores: dict[str, float] = {}
    # Who is quoted means by "it" and "they" what he speaks of, not whom the narrator named.
    apart = pronoun.quoted and "person" not in kinds
    for back in range(min(MAX_BACK, pronoun.sentence) + 1):
        best: dict[str, float] = {}
        for candidate in candidates[pronoun.sentence - back]:
            if candidate.kind not in kinds or (gender and candidate.gender not in (None, gender)):
                continue
            if apart and not candidate.token.quoted:
                continue
            # "They" means one body only where it has just acted; who released a photo has not.
            just_acted = back <= 1 and candidate.weight == _TOP and candidate.token.dep != "pobj"
            if candidate.kind == "body" and "people" in kinds and not just_acted:
                continue
            if back == 0:
                token = candidate.token
                quoted_between = any(t.quoted for t in document.tokens[token.i : pronoun.i])
                if token.i >= pronoun.i or _is_barred(token, pronoun, quoted_between):
                    continue
            weight = candidate.weight / 2**back
            if gender and candidate.gender is None:
                weight *= UNKNOWN_GENDER
            if candidate.token.quoted and not pronoun.quoted:
                weight *= QUOTED
            if candidate.kind == "body" and "people" in kinds:
                weight *= ONE_FOR_MANY
            best[candidate.key] = max(best.get(candidate.key, 0.0), weight)
        for key, weight in best.items():
            before = scores.get(key, 0.0)
            scores[key] = max(before, weight) + REPEATED * min(before, weight)
    if last_speaker in scores:
        scores[last_speaker] += LAST_SPEAKER
    return max(scores, key=lambda key: scores[key], default=None)


def _is_barred(token: Token, pronoun: Token, quoted_between: bool) -> bool:
    """Whether grammar keeps a pronoun from meaning a name in its own sentence.

    A subject pronoun does not mean what its verb governs: "In a call with Smith, he ..." is not Smith;
    but a clause in front of it may name him: "When Smith called, he ...", and so may what leads up to a
    quotation: "Smith was clear: “...,” he said". Outside a quotation, it does not mean what is named
    inside. An object does not mean its verb's subject.
    """
    if token.quoted and not pronoun.quoted:
        return True
    verb = next((a for a in pronoun.ancestors() if a.pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    if pronoun.dep not in ("nsubj", "nsubjpass"):
        return token.head is verb and pronoun.dep != "poss"
    at = token
    while at is not verb and at.head is not at:
        if at.dep == "advcl" or (at.dep in ("ccomp", "parataxis") and quoted_between):
            return False
        at = at.head
    return at is verb
