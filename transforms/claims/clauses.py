"""Read the cues of what is said in a clause: "said that ...", "..., he said, ...", "vowed to ..."."""

from typing import Optional

from transforms.claims.lexicon import CARRYING, NOUN_ACTS, VERB_FRAMES
from transforms.claims.phrases import (
    BREAKS,
    CONTRASTS,
    PASSIVE_SUBJECTS,
    REFUSING,
    agent_of,
    below,
    below_all,
    child,
    children,
    is_infinitive,
    is_verb,
    word_set,
)
from transforms.claims.readings import Reading
from transforms.claims.subjects import subject_of
from transforms.text.tokens import Token

# Kinds of phrase that follow a complement and are part of it though the model hangs them on the cue ...
_TAILS = frozenset({"prep", "advmod", "npadvmod", "appos", "dep", "oprd", "acl", "relcl", "dative"})
# ... and that precede it, where the reporting clause comes last.
_HEADS = frozenset({"prep", "advmod", "advcl", "npadvmod", "cc", "intj"})
# Prepositions of what the speaker does besides, with a gerund.
_CIRCUMSTANCES = frozenset({"before", "after", "by", "in", "without", "upon", "on"})
# Verbs that may have a gerund for a clause.
_WITH_GERUND = word_set(
    "suggest recommend propose admit deny report mention acknowledge confirm recall describe advise urge"
)
# What is told things by people whom reports leave out: "He had a knife, the court heard."
HEARINGS = word_set("court courts jury jurors inquest tribunal hearing inquiry panel commission magistrates")
# Verbs that want someone told, and a that-clause.
_TELLING = word_set("tell inform assure reassure remind warn advise notify")


def clause(cue: Token) -> Optional[Reading]:
    """ "The minister said (that) talks would go on"; also "Talks will go on, the minister said"."""
    if cue.dep == "pcomp" and cue.head.lower == "as" and cue.head.head.lemma in ("quote", "cite"):
        return None  # "quoted as saying" is one cue: see relayed
    heads = [c for c in children(cue, "ccomp") if not is_infinitive(c)]
    heads = heads or _gerund(cue) or _questioned(cue) or _displaced(cue)
    source = subject_of(cue)
    hearing = source.head if source and cue.lemma == "hear" else None
    if cue.lemma == "hear" and (hearing is None or hearing.lower not in HEARINGS):
        return None
    heads = _said(cue, heads)
    if source:
        heads = [head for head in heads if source.head not in head.children] or heads
    if not heads:
        return None
    content = with_tails(cue, below_all(heads)) | _hung_on_cue(cue, heads)
    for head in heads:
        content -= _contrasted(head) | _before_that(cue, head)
    if hearing:
        return Reading(content - below(hearing), None, addressee=hearing)
    return Reading(content, source, _refusal(cue), addressee=child(cue, "dobj", "dative"))


def _refusal(cue: Token) -> list[Token]:
    """The words before a cue that say it was not done: "has refused to (say)"."""
    if cue.dep != "xcomp" or cue.head.lemma not in REFUSING:
        return []
    return [cue.head, *children(cue.head, "aux", "neg"), *children(cue, "aux")]


def _gerund(cue: Token) -> list[Token]:
    """What someone says of doing, without a clause: "suggested raising the tax"."""
    heads = [c for c in children(cue, "xcomp", "ccomp") if _is_gerund(c) and c.i > cue.i]
    return heads if cue.lemma.lower() in _WITH_GERUND and not child(cue, "dobj") else []


def _is_gerund(verb: Token) -> bool:
    return verb.tag == "VBG" or any(c.lower in ("having", "being") for c in children(verb, "aux", "auxpass"))


def _hung_on_cue(cue: Token, heads: list[Token]) -> set[int]:
    """What is said though the model hangs it on the cue: "..., and wages would rise"; "... because of it".

    A reason behind what is said is part of it; so is a clause joined to it by "and" with a subject of
    its own, unless it reports something itself. With "but" the narrator speaks as often, unless he quotes.
    """
    found: set[int] = set()
    for other in cue.children:
        if other.i < cue.i or other.i < max(head.i for head in heads):
            continue
        reason = other.dep == "advcl" and any(c.lower == "because" for c in children(other, "mark"))
        joint = [c for c in children(cue, "cc") if c.i < other.i][-1:]
        joined = any(c.lower == "and" or (c.lower == "but" and other.quoted) for c in joint)
        own = child(other, "nsubj", *PASSIVE_SUBJECTS, "expl") is not None
        reports = other.lemma.lower() in VERB_FRAMES
        if reason or (other.dep == "conj" and is_verb(other) and joined and own and not reports):
            found |= below(other) | {c.i for c in joint if not reason}
    return found


def _said(cue: Token, heads: list[Token]) -> list[Token]:
    """The clauses that are said, of those on both sides of the cue.

    What stands before a cue that has its clause behind it, or before a colon or dash, is the narrator's:
    "Prices rose: she said wages had not". A quotation is what is said on either side.
    """
    after = [head for head in heads if head.i > cue.i]
    spoken = any(c.lower == "that" for head in after for c in children(head, "mark"))
    before = [h for h in heads if h.i < cue.i and (spoken or not any(t.quoted for t in h.subtree()))]
    # A dash with the clause behind it is a dateline's: "NOVI, Serbia (NDN) -- A bridge was closed, he said".
    last = max((t.i for head in before for t in head.subtree() if is_verb(t)), default=0)
    broken = any(c.text in BREAKS and last <= c.i < cue.i for head in [cue, *before] for c in head.children)
    return [head for head in heads if head not in before] if before and (after or broken) else heads


def _questioned(cue: Token) -> list[Token]:
    """The if-clause of a verb of asking, which the model takes for a condition."""
    if "question" not in VERB_FRAMES.get(cue.lemma.lower(), {}).values():
        return []
    beside = children(cue.head, "advcl") if cue.dep == "advcl" else []  # "Asked if he would go, he said no"
    for other in [*children(cue, "advcl"), *beside]:
        if any(
            c.lower in ("if", "whether") and c.i in (cue.i + 1, cue.i + 2) for c in children(other, "mark")
        ):
            return [other]
    return []


def _displaced(cue: Token) -> list[Token]:
    """The that-clause which the model hung on a noun in between: "told a crowded hall that ..."."""
    behind = [c for c in children(cue, "advcl") if c.i > cue.i and is_verb(c)]
    for other in behind if cue.lemma.lower() in VERB_FRAMES else ():
        # "Said on Monday, citing witnesses, that ...": taken for one of purpose.
        if any(c.lower == "that" for c in children(other, "mark")) and not child(cue, "dobj", "xcomp"):
            return [other]
    stack = [c for c in cue.children if c.i > cue.i and c.dep in ("prep", "dobj", "dative", "npadvmod")]
    while stack:
        phrase = stack.pop()
        if phrase.head.lower not in ("in", "of") and phrase.lemma.lower() in NOUN_ACTS:
            continue  # "agreed to a settlement over claims that ...", but "said in a statement that ..."
        for other in phrase.children:
            if other.dep in ("acl", "relcl", "ccomp", "advcl") and is_verb(other):
                if _complement(other, cue.lemma in _TELLING):
                    return [other]
                # "Said in a statement cited by the agency that ...": on who only carried it.
                carried = children(other, "ccomp") if other.lemma in CARRYING and agent_of(other) else []
                if carried and _complement(carried[0], False):
                    return carried
            elif other.dep in ("prep", "pobj", "appos", "conj", "npadvmod"):
                stack.append(other)
    return []


def _complement(verb: Token, told: bool) -> bool:
    """Whether a clause behind a noun is a that-clause and no relative one: it lacks nothing but "that".

    `told` says that the verb above wants someone told and a that-clause: there the tag is enough.
    """
    that = next((c for c in verb.children if c.lower == "that"), None)
    return that is not None and (
        that.dep == "mark"
        or (told and that.tag == "IN")
        or (that.dep == "dobj" and len(children(verb, "dobj")) > 1)
    )


def _before_that(cue: Token, head: Token) -> set[int]:
    """What stands between a cue and its "that", the narrator's: "said on Monday, citing witnesses, that"."""
    that = next((c for c in children(head, "mark") if c.lower == "that"), None)
    if that is None or head.i < cue.i or head.quoted:
        return set()
    before = {i for i in below(head) if cue.i < i < that.i}
    set_off = any(c.text == "," and c.i in before for c in head.children)  # "said only that": no comma
    return before if set_off else set()


def _contrasted(head: Token) -> set[int]:
    """What others say, or the speaker said, set against the content at its end: ", although he wrote ..."."""
    found: set[int] = set()
    for other in children(head, "advcl"):
        mark = child(other, "mark")
        reports = any(t.lemma.lower() in VERB_FRAMES for t in other.subtree())
        if mark and mark.lower in CONTRASTS and other.i > head.i and reports:
            found |= below(other)
    return found


def with_tails(cue: Token, content: set[int]) -> set[int]:
    """Add to a content the phrases of the cue's that go on with it, or lead up to it."""
    last, first = max(content), min(content)
    for other in cue.children:
        if other.lower in _CIRCUMSTANCES and any(c.tag == "VBG" for c in children(other, "pcomp")):
            continue  # "called it a shame before leaving the room"
        follows = last > cue.i and other.i > last and other.dep in _TAILS
        leads = last < cue.i and other.i < first and other.dep in _HEADS
        if follows or leads:
            content |= below(other)
    return content


def aside(cue: Token) -> Optional[Reading]:
    """ "The border, he said, would stay closed"; also "..., as the minister noted"."""
    head = cue.head
    as_clause = cue.dep == "advcl" and any(c.lower == "as" for c in children(cue, "mark", "advmod"))
    if head is cue or not (cue.dep == "parataxis" or as_clause):
        return None
    if as_clause and (_complemented(cue) or subject_of(cue) is None):
        return None
    content = below(head) - below(cue) - _contrasted(head)
    comma = next((c.i for c in [*cue.children, *head.children] if c.i > cue.i and c.text == ","), None)
    for other in [*cue.children, *head.children]:
        if comma is None or other.i < comma or other is cue:
            continue
        if other.dep == "advcl" and other.tag == "VBG":
            content -= below(other)
        elif other.head is cue and not as_clause:
            content |= below(other)
    return Reading(content, subject_of(cue))


def _complemented(cue: Token) -> bool:
    """Whether an as-clause says something of its own: "as he denied the claim", not "as he put it"."""
    said = child(cue, "dobj", "ccomp", "xcomp", "oprd")
    if cue.lemma in ("respond", "reply") and any(c.lower == "to" for c in children(cue, "prep")):
        return True
    return said is not None and not (cue.lemma == "put" and said.lower == "it")
