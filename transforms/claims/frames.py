"""The forms that an attribution takes in a sentence: how a cue, its source and its content hang together.

Each frame reads one cue token of the parse and gives what is said and who says it, or None. Which
words may be a cue in which frame stands in lexicon.py. Frames are tried in the order of the table;
the first that reads the cue holds.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

from transforms.claims.lexicon import PREPOSITION_ACTS
from transforms.claims.phrases import (
    PASSIVE_SUBJECTS,
    Subject,
    agent_of,
    below,
    child,
    children,
    is_passive,
    is_verb,
    subject_of,
)
from transforms.text.tokens import Token


@dataclass(slots=True)
class Reading:
    """What a frame reads: the content's token numbers, the source, and words that belong to the cue."""

    content: set[int]
    source: Optional[Subject]
    cue_words: list[Token] = field(default_factory=list)
    addressee: Optional[Token] = None
    relay: Optional[Token] = None  # who passed it on: "quoted by AFP"
    keep: frozenset[int] = frozenset()


class Example(NamedTuple):
    """A sentence with what the frame reads in it; contents as the text has them."""

    text: str
    source: Optional[str]
    cue: str
    content: tuple[str, ...]


class Frame(NamedTuple):
    """A form of attribution."""

    name: str
    description: str
    read: Callable[[Token], Optional[Reading]]
    confidence: float
    examples: tuple[Example, ...]


# Kinds of phrase that follow a complement and are part of it though the model hangs them on the cue.
_TAILS = frozenset({"prep", "advmod", "npadvmod", "appos", "dep", "oprd", "acl", "relcl", "dative"})
# Prepositions that go on with the object of a cue: "criticised X for Y".
_OBJECT_TAILS = frozenset({
    "for", "of", "as", "about", "against", "with", "to", "over", "toward", "towards", "into", "from", "on",
})  # fmt: skip
_SETTINGS = frozenset({"DATE", "TIME", "GPE"})


def is_infinitive(verb: Token) -> bool:
    """Whether the verb has "to" before it."""
    return any(other.dep == "aux" and other.lower == "to" for other in verb.children)


def _union(heads: list[Token]) -> set[int]:
    found: set[int] = set()
    for head in heads:
        found |= below(head)
    return found


def _with_tails(cue: Token, content: set[int]) -> set[int]:
    """The content, with the phrases around it that the model hung on the cue."""
    last, first = max(content), min(content)
    if last > cue.i:
        for other in cue.children:
            if other.i > last and other.dep in _TAILS:
                content |= below(other)
    else:
        for other in cue.children:
            if other.i < first and other.dep in ("prep", "advmod", "advcl", "npadvmod", "cc", "intj"):
                content |= below(other)
    return content


def _clause(cue: Token) -> Optional[Reading]:
    heads = [c for c in children(cue, "ccomp") if not is_infinitive(c)] or _displaced_clause(cue)
    if not heads:
        return None
    content = _with_tails(cue, _union(heads))
    return Reading(content, subject_of(cue), addressee=child(cue, "dobj", "dative"))


def _displaced_clause(cue: Token) -> list[Token]:
    """The that-clause of a cue that the model hung on a noun in between: "told a crowded hall that ..."."""
    if cue.lemma not in ("say", "tell", "add", "write", "warn", "inform"):
        return []
    for i in sorted(below(cue)):
        pass
    stack = [c for c in cue.children if c.i > cue.i and c.dep in ("prep", "dobj", "dative", "npadvmod", "pobj")]
    while stack:
        noun = stack.pop()
        for other in noun.children:
            if other.dep in ("acl", "relcl", "ccomp", "advcl") and is_verb(other):
                mark = child(other, "mark", "nsubj", "dobj")
                if mark and mark.lower == "that" and (mark.dep == "mark" or mark.tag == "IN"):
                    return [other]
            elif other.dep in ("prep", "pobj", "appos", "conj", "npadvmod"):
                stack.append(other)
    return []


def _aside(cue: Token) -> Optional[Reading]:
    if cue.dep != "parataxis" or cue.head is cue:
        return None
    content = below(cue.head) - below(cue)
    comma = next((c.i for c in cue.children if c.i > cue.i and c.text == ","), None)
    if comma is None:
        comma = next((c.i for c in cue.head.children if c.i > cue.i and c.text == ","), None)
    if comma:
        for other in cue.children:
            if other.i > comma and not (other.dep == "advcl" and other.tag == "VBG"):
                content |= below(other)
    return Reading(content, subject_of(cue))


def _infinitive(cue: Token) -> Optional[Reading]:
    heads = [c for c in cue.children if c.i > cue.i and c.dep in ("xcomp", "ccomp") and is_infinitive(c)]
    if not heads:
        return None
    addressee = child(cue, "dobj", "dative")
    content = _with_tails(cue, _union(heads))
    if addressee and cue.i < addressee.i < min(content):
        content |= below(addressee)
    if is_passive(cue) and not agent_of(cue):
        return Reading(content, None, addressee=child(cue, *PASSIVE_SUBJECTS))
    return Reading(content, subject_of(cue), addressee=addressee)


def _naming(cue: Token) -> Optional[Reading]:
    names = [c for c in cue.children if c.dep == "oprd" or (c.dep == "xcomp" and not is_verb(c) and c.i > cue.i)]
    words: list[Token] = []
    if not names:
        for preposition in cue.children:
            if preposition.dep == "prep" and preposition.lower in ("as", "to") and preposition.i > cue.i:
                if preposition.lower == "to" and cue.lemma not in ("liken", "compare"):
                    continue
                names = children(preposition, "pobj", "pcomp", "amod", "advcl")
                words = [preposition] if preposition.i == cue.i + 1 else []
                break
    if not names or (is_passive(cue) and not agent_of(cue) and not any(t.quoted for n in names for t in n.subtree())):
        return None
    named = [c for c in children(cue, "dobj", *PASSIVE_SUBJECTS) if c.tag not in ("WP", "WDT")]
    if not named and not words and cue.lemma in ("cite", "refer"):
        return None
    return Reading(_with_tails(cue, _union(named + names)), subject_of(cue), words)


def _passive(cue: Token) -> Optional[Reading]:
    if not is_passive(cue):
        return None
    agent = agent_of(cue)
    said = child(cue, *PASSIVE_SUBJECTS) or child(cue, "nsubj")
    tails = [c for c in children(cue, "prep") if c.i > cue.i and c.lower in ("of", "for", "with")]
    if said is None and not tails or (agent is None and not tails):
        return None
    content = _union([*([said] if said else []), *tails])
    return Reading(content, Subject(agent, False) if agent else None, [cue.children[-1]] if False else [])


def _object(cue: Token) -> Optional[Reading]:
    heads = [c for c in children(cue, "dobj") if c.tag not in ("WP", "WDT")]
    if not heads or is_passive(cue):
        return None
    content = _union(heads)
    for other in cue.children:
        if other.i > max(content) and other.dep == "prep" and other.lower in _OBJECT_TAILS:
            if not any(c.entity in _SETTINGS for c in other.children):
                content |= below(other)
    return Reading(content, subject_of(cue))


def _preposition(cue: Token) -> Optional[Reading]:
    for preposition in children(cue, "prep"):
        if preposition.i > cue.i and f"{cue.lemma}:{preposition.lower}" in PREPOSITION_ACTS:
            content = _union(children(preposition, "pobj", "pcomp"))
            for other in children(cue, "xcomp", "advcl"):
                if other.i > preposition.i and is_infinitive(other):
                    content |= below(other)
            if content:
                words = [preposition] if preposition.i == cue.i + 1 else []
                return Reading(content, subject_of(cue), words)
    return None


def _owner(noun: Token) -> Optional[Subject]:
    """Whose statement, call or charge a noun is: its possessor, its author, or who makes it."""
    owner = child(noun, "poss")
    if owner:
        return Subject(owner, False)
    for preposition in children(noun, "prep"):
        if preposition.lower in ("by", "from", "among"):
            author = child(preposition, "pobj")
            if author:
                return Subject(author, False)
    if noun.dep == "dobj" and is_verb(noun.head):
        return subject_of(noun.head)
    return None


def _noun_clause(cue: Token) -> Optional[Reading]:
    for clause in children(cue, "acl", "ccomp"):
        if clause.i > cue.i and (is_infinitive(clause) or child(clause, "mark")):
            return Reading(below(clause), _owner(cue))
    return None


def _noun_preposition(cue: Token) -> Optional[Reading]:
    for preposition in children(cue, "prep"):
        if preposition.i == cue.i + 1 and preposition.lower in ("for", "of", "about", "against", "on"):
            content = _union(children(preposition, "pobj", "pcomp"))
            source = _owner(cue)
            if content and source:
                return Reading(content, source, [preposition])
    return None


FRAMES = (
    Frame("clause", "a verb with a clause as its complement", _clause, 0.9, ()),
    Frame("aside", "the reporting clause is set into or behind what is said", _aside, 0.8, ()),
    Frame("naming", "someone is called something", _naming, 0.75, ()),
    Frame("infinitive", "a verb with an infinitive", _infinitive, 0.7, ()),
    Frame("passive", "what is said is the subject of a passive", _passive, 0.6, ()),
    Frame("preposition", "a verb with a preposition of its own", _preposition, 0.6, ()),
    Frame("object", "a verb whose object is what is said", _object, 0.6, ()),
)
NOUN_FRAMES_TABLE = (
    Frame("noun_clause", "a noun with a clause", _noun_clause, 0.6, ()),
    Frame("noun_preposition", "a noun with a preposition", _noun_preposition, 0.5, ()),
)
