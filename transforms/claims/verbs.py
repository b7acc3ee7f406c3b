"""Read verb cues: each function knows one form of attribution (frames.FRAMES tells them apart)."""

from typing import Optional

from transforms.claims.lexicon import ATTACKS, NOUN_ACTS, PREPOSITION_ACTS, VERB_FRAMES
from transforms.claims.phrases import (
    BREAKS,
    CONTRASTS,
    PASSIVE_SUBJECTS,
    Subject,
    agent_of,
    below,
    below_all,
    child,
    children,
    is_infinitive,
    is_misjoined,
    is_passive,
    is_verb,
    subject_of,
    word_set,
)
from transforms.claims.readings import Reading
from transforms.text.tokens import Token

# Kinds of phrase that follow a complement and are part of it though the model hangs them on the cue ...
_TAILS = frozenset({"prep", "advmod", "npadvmod", "appos", "dep", "oprd", "acl", "relcl", "dative"})
# ... and that precede it, where the reporting clause comes last.
_HEADS = frozenset({"prep", "advmod", "advcl", "npadvmod", "cc", "intj"})
# Prepositions that go on with the object of a cue: "criticised X for Y".
_OBJECT_TAILS = frozenset({
    "for", "of", "as", "about", "against", "with", "to", "over", "toward", "towards", "into", "from", "on",
})  # fmt: skip
_SETTINGS = frozenset({"DATE", "TIME", "GPE"})
# Verbs that give a name: what follows is a name even where the model sees an object.
_CALLING = frozenset({"call", "dub", "label", "brand", "term"})
# Verbs whose "as" gives a name wherever the model hangs it.
_DESCRIBING = frozenset({"describe", "refer", "characterize", "characterise", "portray", "depict"})
# Verbs that hit with words only where a ground is given, by what leads to it: "attacked him over his record".
_BLOWS = dict.fromkeys(("attack", "blast", "assail", "bash", "rip"), frozenset({"for", "over", "as"}))
_BLOWS["charge"] = frozenset({"with"})
_WH = frozenset({"WP", "WDT"})
# Verbs that may have a gerund for a clause.
_WITH_GERUND = word_set(
    "suggest recommend propose admit deny report mention acknowledge confirm recall describe advise urge"
)
# Verbs that want someone told, and a that-clause.
_TELLING = word_set("tell inform assure reassure remind warn advise notify")
# What is said in a word: "said yes", "would not say so", "said the same of his rival".
_ANSWERS = frozenset({"yes", "no", "so", "same", "opposite"})


def clause(cue: Token) -> Optional[Reading]:
    """ "The minister said (that) talks would go on"; also "Talks will go on, the minister said"."""
    if cue.dep == "pcomp" and cue.head.lower == "as" and cue.head.head.lemma in ("quote", "cite"):
        return None  # "quoted as saying" is one cue: see relayed
    heads = [c for c in children(cue, "ccomp") if not is_infinitive(c)]
    heads = heads or _gerund(cue) or _questioned(cue) or _displaced(cue)
    source = subject_of(cue)
    heads = _said(cue, heads)
    if source:
        heads = [head for head in heads if source.head not in head.children] or heads
    if not heads:
        return None
    content = _with_tails(cue, below_all(heads)) | _hung_on_cue(cue, heads)
    for head in heads:
        content -= _contrasted(head)
    return Reading(content, source, addressee=child(cue, "dobj", "dative"))


def _gerund(cue: Token) -> list[Token]:
    """What someone says of doing, without a clause: "suggested raising the tax"."""
    heads = [c for c in children(cue, "xcomp", "ccomp") if c.tag == "VBG" and c.i > cue.i]
    return heads if cue.lemma.lower() in _WITH_GERUND and not child(cue, "dobj") else []


def _hung_on_cue(cue: Token, heads: list[Token]) -> set[int]:
    """What is said though the model hangs it on the cue: "..., and wages would rise"; "... because of it".

    A reason behind what is said is part of it; so is a clause joined to it by "and" with a subject of
    its own, unless it reports something itself. With "but" the narrator speaks as often.
    """
    found: set[int] = set()
    for other in cue.children:
        if other.i < cue.i or other.i < max(head.i for head in heads):
            continue
        reason = other.dep == "advcl" and any(c.lower == "because" for c in children(other, "mark"))
        joint = [c.lower for c in children(cue, "cc") if c.i < other.i][-1:] == ["and"]
        own = child(other, "nsubj", *PASSIVE_SUBJECTS, "expl") is not None
        reports = other.lemma.lower() in VERB_FRAMES
        if reason or (other.dep == "conj" and is_verb(other) and joint and own and not reports):
            found |= below(other)
    return found


def _said(cue: Token, heads: list[Token]) -> list[Token]:
    """The clauses that are said, of those on both sides of the cue.

    What stands before a cue that has its clause behind it, or before a colon or dash, is the narrator's:
    "Prices rose: she said wages had not". A quotation is what is said on either side.
    """
    after = [head for head in heads if head.i > cue.i]
    spoken = any(c.lower == "that" for head in after for c in children(head, "mark"))
    before = [h for h in heads if h.i < cue.i and (spoken or not any(t.quoted for t in h.subtree()))]
    broken = any(c.text in BREAKS and c.i < cue.i for head in [cue, *before] for c in head.children)
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
    stack = [c for c in cue.children if c.i > cue.i and c.dep in ("prep", "dobj", "dative", "npadvmod")]
    while stack:
        phrase = stack.pop()
        if phrase.head.lower not in ("in", "of") and phrase.lemma.lower() in NOUN_ACTS:
            continue  # "agreed to a settlement over claims that ...", but "said in a statement that ..."
        for other in phrase.children:
            if other.dep in ("acl", "relcl", "ccomp", "advcl") and is_verb(other):
                if _complement(other, cue.lemma in _TELLING):
                    return [other]
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


def _contrasted(head: Token) -> set[int]:
    """What the narrator sets against the content at its end: ", although he wrote ..."."""
    found: set[int] = set()
    for other in children(head, "advcl"):
        mark = child(other, "mark")
        if mark and mark.lower in CONTRASTS and other.i > head.i:
            found |= below(other)
    return found


def _with_tails(cue: Token, content: set[int]) -> set[int]:
    last, first = max(content), min(content)
    for other in cue.children:
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


def infinitive(cue: Token) -> Optional[Reading]:
    """ "The group vowed to fight on"; "urged both sides to talk"."""
    heads = [c for c in cue.children if c.i > cue.i and c.dep in ("xcomp", "ccomp") and is_infinitive(c)]
    if not heads:
        return None
    content = _with_tails(cue, below_all(heads))
    for head in heads:
        content -= _misjoined(head)
    asked = child(cue, "dobj", "dative")
    if asked and cue.i < asked.i < min(content):
        content |= below(asked)
    if is_passive(cue) and not agent_of(cue):
        return Reading(content, None, addressee=child(cue, *PASSIVE_SUBJECTS))
    return Reading(content, subject_of(cue), addressee=asked)


def _misjoined(head: Token) -> set[int]:
    """The finite verbs joined to an infinitive, with the "and" before them: the narrator's next clause."""
    found: set[int] = set()
    for other in children(head, "conj"):
        if is_misjoined(other):
            joining = [c.i for c in children(head, "cc") if c.i < other.i]
            found |= below(other) | set(joining[-1:])
    return found


def naming(cue: Token) -> Optional[Reading]:
    """ "called it a disgrace"; "described the talks as useful"; "in what Paris called a mistake"."""
    names = children(cue, "oprd")
    names += [c for c in children(cue, "xcomp") if not is_verb(c) and c.i > cue.i]
    words: list[Token] = []
    if not names:
        names, words = _named_as(cue)
    if not names and cue.lemma in _CALLING:
        names = _called(cue)
    if not names:
        return None
    named = [c for c in children(cue, "dobj", *PASSIVE_SUBJECTS) if c.tag not in _WH and c not in names]
    named += _referred_to(cue)
    if not agent_of(cue):
        # A name that nobody gives: "a website called Free Port", "the town was called Karlsbad".
        quoted = any(t.quoted for name in names for t in name.subtree())
        if (is_passive(cue) and not quoted) or (cue.dep == "acl" and not named):
            return None
    content = _with_tails(cue, below_all(named + names))
    content |= {name.head.i for name in names if name.head.dep == "prep"}
    return Reading(content, subject_of(cue), words)


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
    tails = [
        other
        for other in children(cue, "prep")
        if other.i > heads[-1].i
        and other.lower in _OBJECT_TAILS
        and not any(c.entity in _SETTINGS for c in other.children)
    ]
    if cue.lemma in _BLOWS and not any(other.lower in _BLOWS[cue.lemma] for other in tails):
        return None
    return Reading(below_all(heads + tails), subject_of(cue), addressee=heads[0])


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
