"""Read the cues of what is said as an object or by a preposition: "condemned the raid", "called for calm"."""

from typing import Optional

from transforms.claims.lexicon import ATTACKS, PREPOSITION_ACTS, VERB_FRAMES
from transforms.claims.phrases import (
    PASSIVE_SUBJECTS,
    Subject,
    agent_of,
    below,
    below_all,
    child,
    children,
    is_infinitive,
    is_passive,
)
from transforms.claims.readings import Reading
from transforms.claims.subjects import subject_of
from transforms.entities.titles import ROLES
from transforms.text.tokens import Token

# Prepositions that go on with the object of a cue: "criticised X for Y".
_OBJECT_TAILS = frozenset({
    "for", "of", "as", "about", "against", "with", "to", "over", "toward", "towards", "into", "from", "on",
})  # fmt: skip
# What somebody has in a deed: "denied any part in the bombing".
_SHARES = frozenset({"part", "role", "involvement", "hand", "complicity", "participation", "interest"})
_SETTINGS = frozenset({"DATE", "TIME", "GPE"})
# Verbs that hit with words only where a ground is given, by what leads to it: "attacked him over his record".
_BLOWS = dict.fromkeys(("attack", "blast", "assail", "bash", "rip"), frozenset({"for", "over", "as"}))
_BLOWS["charge"] = frozenset({"with"})
_WH = frozenset({"WP", "WDT"})
# What is said in a word: "said yes", "would not say so", "said the same of his rival".
_ANSWERS = frozenset({"yes", "no", "so", "same", "opposite"})


def passive(cue: Token) -> Optional[Reading]:
    """ "The vote was condemned by Paris"; "Paris has long been accused of meddling"."""
    if not is_passive(cue):
        return None
    agent = agent_of(cue)
    blaming = VERB_FRAMES.get(cue.lemma, {}).get("passive") in ("accusation", "condemnation")
    tails = [c for c in children(cue, "prep") if c.i > cue.i and c.lower in ("of", "for", "with")]
    tails = tails if blaming else []
    if (agent is None or cue.lemma in _BLOWS) and not tails:
        return None
    said = child(cue, *PASSIVE_SUBJECTS) or (child(cue, "nsubj") if tails else None)
    if said is None and cue.lemma == "charge":
        return None  # "a board charged with the repairs"
    heads = [*([said] if said else []), *tails]
    if not heads:
        return None
    return Reading(below_all(heads), Subject(agent, False) if agent else None)


def object_(cue: Token) -> Optional[Reading]:
    """ "Paris condemned the attack"; "accused them of lying"."""
    heads = [c for c in children(cue, "dobj") if c.tag not in _WH]
    if not heads and cue.dep == "relcl" and not is_passive(cue) and cue.lemma not in _BLOWS:
        return _relative(cue)
    if cue.lemma == "say":
        heads = [c for c in children(cue, "intj", "dobj", "advmod") if c.lower in _ANSWERS and not c.quoted]
    if not heads or is_passive(cue):
        return None
    # "Accused them of lying, a charge they deny": what is set behind is no second object.
    parted = [c.i for c in children(cue, "punct") if c.text == "," and c.i > heads[0].i]
    heads = [head for head in heads if not any(comma < head.i for comma in parted)]
    tails = [
        other
        for other in children(cue, "prep")
        if other.i > heads[-1].i
        and (other.lower in _OBJECT_TAILS or (other.lower == "in" and heads[-1].lemma in _SHARES))
        and not any(c.entity in _SETTINGS for c in other.children)
    ]
    if cue.lemma in _BLOWS and not any(other.lower in _BLOWS[cue.lemma] for other in tails):
        return None
    if cue.lemma == "dismiss" and not tails and _has_office(heads[0]):
        return None  # "dismissed his finance minister"
    return Reading(below_all(heads + tails), subject_of(cue), addressee=heads[0])


def _has_office(noun: Token) -> bool:
    return noun.entity == "PERSON" or (noun.lemma.lower() in ROLES and noun.lower != "charge")


def _relative(cue: Token) -> Optional[Reading]:
    """ "The raid, which Paris condemned, ...": the noun that the clause leans on, where it is judged."""
    subject = child(cue, "nsubj")
    act = VERB_FRAMES.get(cue.lemma.lower(), {}).get("object")
    if subject is None or subject.tag in (*_WH, "WDT") or act not in ("condemnation", "denial"):
        return None
    return Reading(below(cue.head) - below(cue), subject_of(cue))


def preposition(cue: Token) -> Optional[Reading]:
    """ "called for calm"; "called on both sides to talk"; "called for the minister to go"."""
    for word in cue.children:
        marks = (
            children(word, "mark") if word.dep in ("advcl", "ccomp", "xcomp") and is_infinitive(word) else []
        )
        for bringing in [word] if word.dep == "prep" else marks:
            act = PREPOSITION_ACTS.get(f"{cue.lemma}:{bringing.lower}")
            if act is None or bringing.i < cue.i:
                continue
            content = _brought(cue, bringing)
            dated = any(c.entity in ("DATE", "TIME") for c in children(bringing, "pobj"))
            if content and not dated:
                words = [bringing] if bringing.i == cue.i + 1 else []
                return Reading(content, subject_of(cue), words, act=act)
    return None


def _brought(cue: Token, word: Token) -> set[int]:
    """What a preposition of the cue's, or the "for" of an infinitive, brings in."""
    if word.dep == "mark":
        return below(word.head) - {word.i}
    content = below_all(children(word, "pobj", "pcomp"))
    for other in children(cue, "xcomp", "advcl"):
        if other.i > word.i and is_infinitive(other):
            content |= below(other)
    return content


def responsibility(cue: Token) -> Optional[Reading]:
    """ "The group claimed responsibility for the blast"; "claimed the blast"."""
    taken = child(cue, "dobj", *PASSIVE_SUBJECTS)
    if taken is None and cue.dep == "acl" and agent_of(cue):
        taken = cue.head
    if taken is None:
        return None
    source = subject_of(cue)
    if taken.lemma in ("responsibility", "credit"):
        owned = [c for c in [*children(cue, "prep"), *children(taken, "prep")] if c.lower == "for"]
        words = [taken] if taken.i == cue.i + 1 else []
        if cue.lemma not in ("claim", "deny") and not any(
            t.lemma in ATTACKS for o in owned for t in o.subtree()
        ):
            return None  # "took responsibility for the sales division"
        return Reading(below_all(owned), source, words) if owned else None
    if cue.lemma == "claim" and taken.lemma in ATTACKS and source:
        return Reading(below(taken) - below(cue) if taken is cue.head else below(taken), source)
    return None


def relayed(cue: Token) -> Optional[Reading]:
    """ "Talks will go on, an official was quoted as saying by MNA"."""
    saying = next((s for p in children(cue, "prep") if p.lower == "as" for s in children(p, "pcomp")), None)
    if saying is None or saying.lemma not in ("say", "tell", "write"):
        return None
    words = [w for w in (saying.head, *saying.head.children) if w.dep != "punct"]
    content = below_all([*children(cue, "ccomp"), *children(saying, "ccomp", "dobj")])
    by = next((b for v in (saying, cue) for b in children(v, "prep", "agent") if b.lower == "by"), None)
    relay = child(by, "pobj") if by else None
    if is_passive(cue):
        speaker = child(cue, *PASSIVE_SUBJECTS)
    else:
        speaker, relay = child(cue, "dobj"), child(cue, "nsubj")
    if by:
        content -= below(by)
    if not content or speaker is None:
        return None
    return Reading(content, Subject(speaker, False), words, relay=relay)
