"""Read the cues of what someone or something is called: "called it a farce", "described them as rebels"."""

from collections.abc import Sequence
from typing import Optional

from transforms.claims.clauses import with_tails
from transforms.claims.phrases import (
    PASSIVE_SUBJECTS,
    agent_of,
    below_all,
    child,
    children,
    is_passive,
    is_verb,
)
from transforms.claims.readings import Reading
from transforms.claims.subjects import subject_of
from transforms.text.tokens import Token

_REFLEXIVES = frozenset({"itself", "himself", "herself", "themselves"})
# Verbs that give a name: what follows is a name even where the model sees an object.
_CALLING = frozenset({"call", "dub", "label", "brand", "term"})
# Verbs whose "as" gives a name wherever the model hangs it.
_DESCRIBING = frozenset({"describe", "refer", "characterize", "characterise", "portray", "depict"})
_WH = frozenset({"WP", "WDT"})


def naming(cue: Token) -> Optional[Reading]:
    """ "called it a disgrace"; "described the talks as useful"; "in what Paris called a mistake"."""
    names = children(cue, "oprd")
    names += [c for c in children(cue, "xcomp") if not is_verb(c) and c.i > cue.i]
    words: list[Token] = []
    if not names:
        names, words = _named_as(cue)
    if not names and cue.lemma in _CALLING:
        names = _called(cue)
    if not names or _is_own_name(cue, names):
        return None
    named = [c for c in children(cue, "dobj", *PASSIVE_SUBJECTS) if c.tag not in _WH and c not in names]
    named += _referred_to(cue)
    if not agent_of(cue):
        # A name that nobody gives: "a website called Free Port", "the town was called Karlsbad".
        quoted = any(t.quoted for name in names for t in name.subtree())
        if (is_passive(cue) and not quoted) or (cue.dep == "acl" and not named):
            return None
    content = with_tails(cue, below_all(named + names))
    content |= {name.head.i for name in names if name.head.dep == "prep"}
    return Reading(content, subject_of(cue), words)


def _is_own_name(cue: Token, names: Sequence[Token]) -> bool:
    """Whether somebody goes by a name: "a group calling itself the Marsh Brigade"."""
    own = any(c.lower in _REFLEXIVES for c in children(cue, "dobj", "nsubj") if c.i > cue.i)
    return own and all(name.pos == "PROPN" and not name.quoted for name in names)


def _named_as(cue: Token) -> tuple[list[Token], list[Token]]:
    beside = children(cue, "prep")
    if cue.lemma in _DESCRIBING:
        # The model hangs "as" on what is named: "described the raids on the town as murder".
        beside += [
            c for named in [*children(cue, "dobj"), *_referred_to(cue)] for c in children(named, "prep")
        ]
    for preposition in beside:
        if preposition.i > cue.i and preposition.lower == "as":
            names = children(preposition, "pobj", "pcomp", "amod", "advcl")
            return names, [preposition] if preposition.i == cue.i + 1 else []
    return [], []


def _referred_to(cue: Token) -> list[Token]:
    """Who is named in "referred to them as rebels"."""
    to = next((c for c in children(cue, "prep") if c.lower == "to" and cue.lemma == "refer"), None)
    return children(to, "pobj") if to else []


def _called(cue: Token) -> list[Token]:
    """The name given, where the model sees two objects, an apposition, a lone object or a clause."""
    objects = [c for c in children(cue, "dobj") if c.tag not in _WH]
    if len(objects) > 1:
        return objects[1:]
    if objects:
        renamed = children(objects[0], "appos")
        if renamed and not any(c.text == "," for c in objects[0].children):
            return renamed
        relative = any(c.tag in _WH and c.i < cue.i for c in cue.children) or cue.dep in ("pcomp", "relcl")
        # "Called the sums “unreal”": the model takes the name for a part of the object.
        quoted = any(t.quoted for t in objects[0].subtree() if t.i >= objects[0].i)
        return objects if relative or quoted else []
    return [c for c in children(cue, "ccomp") if not child(c, "mark")]
