"""Read the cues of what is said in an infinitive: "vowed to fight on", "called on both sides to talk"."""

from typing import Optional

from transforms.claims.clauses import with_tails
from transforms.claims.lexicon import VERB_FRAMES
from transforms.claims.phrases import (
    PASSIVE_SUBJECTS,
    REFUSING,
    agent_of,
    below,
    below_all,
    child,
    children,
    is_infinitive,
    is_misjoined,
    is_passive,
)
from transforms.claims.readings import Reading
from transforms.claims.subjects import subject_of
from transforms.text.tokens import Token

# What leads to who is asked: "called on them to talk", "appealed to them to talk".
_UPON = frozenset({"on", "upon", "to"})


def infinitive(cue: Token) -> Optional[Reading]:
    """ "The group vowed to fight on"; "urged both sides to talk"; "called on them to talk".

    Of "refused to say whether ..." the saying is the cue.
    """
    upon = _upon(cue)
    heads = [c for c in cue.children if c.i > cue.i and c.dep in ("xcomp", "ccomp") and is_infinitive(c)]
    if not heads and upon:
        behind = [*children(cue, "advcl"), *children(upon, "acl", "relcl")]
        heads = [c for c in behind if c.i > upon.i and is_infinitive(c)][:1]
    if not heads or (cue.lemma in REFUSING and _tells(heads[0])):
        return None
    content = with_tails(cue, below_all(heads))
    for head in heads:
        content -= _misjoined(head)
    asked = child(cue, "dobj", "dative") or upon
    if asked and cue.i < asked.i < min(content):
        content |= below(asked)
    if is_passive(cue) and not agent_of(cue):
        return Reading(content, None, addressee=child(cue, *PASSIVE_SUBJECTS))
    words = [upon.head] if upon and asked is upon else []
    return Reading(content, subject_of(cue), words, addressee=asked)


def _upon(cue: Token) -> Optional[Token]:
    """Who is called on: the noun behind the preposition right at the cue, if it is no date."""
    preposition = next((c for c in children(cue, "prep") if c.lower in _UPON and c.i == cue.i + 1), None)
    noun = child(preposition, "pobj") if preposition else None
    return noun if noun and noun.entity not in ("DATE", "TIME") else None


def _tells(verb: Token) -> bool:
    """Whether an infinitive of saying has its own clause: "to say whether they were alive"."""
    return "clause" in VERB_FRAMES.get(verb.lemma.lower(), ()) and child(verb, "ccomp") is not None


def _misjoined(head: Token) -> set[int]:
    """The finite verbs joined to an infinitive, with the "and" before them: the narrator's next clause."""
    found: set[int] = set()
    for other in children(head, "conj"):
        if is_misjoined(other):
            joining = [c.i for c in children(head, "cc") if c.i < other.i]
            found |= below(other) | set(joining[-1:])
    return found
