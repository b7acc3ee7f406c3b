"""Tell who only passes words on, and put claims within claims in order.

A relay is an attribution of its own, with the act "relay": the agency that quotes, the monitor that
cites a statement, the report that others go by. What it relays lies one level further in.
"""

from collections.abc import Sequence
from typing import Optional

from transforms.claims.lexicon import CARRYING, MEDIA
from transforms.claims.nouns import SPEAKERS
from transforms.claims.phrases import VEHICLES, Subject, agent_of, below, child, children, phrase_span, runs
from transforms.claims.readings import Attribution
from transforms.text.agencies import AGENCIES
from transforms.text.tokens import Token

# The share of a content that may lie in another's before the two are one.
MAX_SHARED = 0.5
_AGENCIES = frozenset(AGENCIES)
_PASSING = frozenset({"clause", "aside", "quote", "according"})
_NO_OUTLETS = frozenset({"PERSON", "GPE", "NORP", "LOC"})
# What another did whose words a speaker passes on.
_TOLD = frozenset({"tell", "say", "inform", "report", "claim", "admit", "confirm", "write", "quote"})
_SAYING = frozenset({"clause", "aside", "quote"})


def relay_of(one: Attribution, tokens: Sequence[Token]) -> Optional[Attribution]:
    """The relay around an attribution: "was quoted as saying by AFP", or "in a statement cited by AFP"."""
    carrier, cue = one.relay, one.cue
    for verb in [] if carrier else _carried(one.cue):
        carrier, cue = agent_of(verb), verb
    if carrier is None:
        return None
    source = phrase_span(carrier, cue, tokens)
    speaker = range(one.source_span[0], one.source_span[1] + 1) if one.source_span else range(0)
    content = one.content.union(speaker)
    if cue is one.cue:
        return Attribution(cue, "relay", "relay", content, one.cue_span, Subject(carrier, False), source)
    content.update(range(one.cue_span[0], one.cue_span[1] + 1))
    content = set(range(min(content), max(content) + 1)) - (below(cue) - one.content)
    return Attribution(cue, "relay", "relay", content, (cue.i, cue.i), Subject(carrier, False), source)


def _carried(cue: Token) -> list[Token]:
    """The participles that tell who carried what was said: "in a statement cited by", "as cited by"."""
    nouns = [noun for p in children(cue, "prep") for noun in children(p, "pobj") if noun.lemma in VEHICLES]
    verbs = [verb for noun in nouns for verb in children(noun, "acl")]
    verbs += [v for v in children(cue, "advcl") if any(m.lower == "as" for m in children(v, "mark"))]
    return [verb for verb in verbs if verb.lemma in CARRYING and agent_of(verb)]


def passes_on(one: Attribution, found: Sequence[Attribution], tokens: Sequence[Token]) -> bool:
    """Whether an attribution only passes on what another of `found` says: by who it is, or by its place.

    "The mayor said, according to the Valley Sun": who the sayer's own verb goes by, relays it.
    """
    inside = [other for other in found if other.cue.i in one.content]
    if one.frame == "according" and any(one.cue.head is o.cue and o.frame in _SAYING for o in inside):
        return True
    return bool(inside) and is_relay(one, tokens)


def give_cited(found: Sequence[Attribution], tokens: Sequence[Token]) -> None:
    """Give what somebody says "citing a police source" to that source; who cites it relays it."""
    for one in found:
        cue, cited = one.cue, child(one.cue, "dobj")
        if cue.lemma != "cite" or cue.tag != "VBG" or cited is None or not _may_speak(cited):
            continue
        outer = next((o for o in found if o is not one and _cites(o, cue)), None)
        if outer is None or outer.act != "statement" or any(tokens[i].quoted for i in below(cited)):
            continue
        one.frame, one.source = "relayed", Subject(cited, False)
        one.source_span = phrase_span(cited, cue, tokens)
        one.content = outer.content - below(cue)
        one.act, outer.act = outer.act, "relay"
        outer.content = outer.content | below(cue)


def _cites(one: Attribution, citing: Token) -> bool:
    """Whether an attribution is to an outlet, and a participle hangs on its cue, or beside it."""
    if one.frame not in _PASSING or one.source is None:
        return False
    head = one.source.head
    named = head.text[0].isupper() and head.lower not in SPEAKERS and head.entity not in _NO_OUTLETS
    above = (citing.head, citing.head.head)
    beside = (one.cue, one.cue.head, head) if one.frame == "according" else (one.cue,)
    return (named or head.lemma.lower() in MEDIA) and any(token in above for token in beside)


def _may_speak(noun: Token) -> bool:
    """Whether a noun is someone, or something, that gives information: a person, an office, the press."""
    named = noun.entity in ("PERSON", "ORG")
    return named or noun.lower in SPEAKERS or noun.lemma.lower() in MEDIA


def is_relay(one: Attribution, tokens: Sequence[Token]) -> bool:
    """Whether the source only passes words on: an agency, the press, a report."""
    if one.frame not in ("according", "clause", "aside") or one.source is None or one.source_span is None:
        return False
    named = {tokens[i].text for i in range(one.source_span[0], one.source_span[1] + 1)}
    return bool(named & _AGENCIES) or one.source.head.lemma.lower() in MEDIA


def _hears(outer: Attribution, inner: Attribution, tokens: Sequence[Token]) -> bool:
    """Whether what a speaker says is that another told something: "said a guard had told her he was alive".

    Both in a clause of their own; the other is named or described, and what is told holds no quotation.
    """
    told = inner.frame in ("clause", "relayed") and inner.cue.lemma in _TOLD and inner.cue.head is outer.cue
    own = inner.source is not None and not inner.source.inherited and inner.source.head.pos != "PRON"
    heard = outer.frame == "clause" and outer.act == "statement" and inner.act == "statement"
    return told and own and heard and not any(tokens[i].quoted for i in inner.content)


def nested(found: Sequence[Attribution], tokens: Sequence[Token]) -> list[Attribution]:
    """Return the attributions that stand, in order of the cue, each below the one it lies in.

    Of two that hold the same words the larger stands. Within another's content a claim is kept
    where the outer one is a relay or an attitude ("the minister hopes"), which leave the saying to it, or
    says that another told something; what a speaker reports in passing of others' words is his.
    """
    kept: list[Attribution] = []
    taken: set[int] = set()
    order = sorted(found, key=lambda a: (-len(a.content) if a.quotations else 0, -len(a.content), a.cue.i))
    for one in order:
        if any(one.cue is other.cue for other in kept):
            continue
        around = [other for other in kept if one.cue.i in other.content]
        if around:
            yielding = [a for a in around if a.act in ("relay", "attitude") or _hears(a, one, tokens)]
            if not yielding or one.act == "attitude":
                continue
            one.outer = min(yielding, key=lambda a: (len(a.content), a.cue.i))
            one.content &= one.outer.content
            if (
                one.cue.dep == "relcl"
            ):  # "the attack, which Paris called a crime": no part of a claim beside it
                for beside in (a for a in around if a.outer is one.outer):
                    beside.content -= below(one.cue)
        elif not one.content or len(one.content & taken) > MAX_SHARED * len(one.content):
            continue
        else:
            one.content -= taken
        if any(True for _ in runs(one.content, tokens)):
            taken |= one.content
            kept.append(one)
    stands = [
        one for one in kept if one.outer or not any(one.cue.i in o.content for o in kept if o is not one)
    ]
    for one in list(stands):
        relay = relay_of(one, tokens)
        if relay and one.outer is None:
            one.outer = relay
            stands.append(relay)
    return sorted(stands, key=lambda a: (a.cue.i, a.level))
