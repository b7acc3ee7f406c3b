"""What a frame can need beside a word of a class (see Frame): tests of the word's place in the parse."""

from collections.abc import Callable, Mapping, Sequence
from typing import Optional

from transforms.events.roles import IDEAS, NAMED_BY_ROLE, SOMEONE
from transforms.events.syntax import (
    first,
    governed,
    is_hung_on_preposition,
    is_noun,
    is_passive,
    kinds,
    subjects,
    with_conjuncts,
)
from transforms.events.words import words
from transforms.text.tokens import Token

# What troops take; a house, a road, a field is taken in other ways too.
_GROUND = words("""
    airfield airport base capital checkpoint city district fort garrison headquarters island outpost
    peninsula port province stronghold territory town village
""")

_IN_WORDS = words("advert column debate editorial interview op-ed speech statement tweet")
_SAYING = words("say tell add insist stress remark declare state argue warn note tweet reiterate underscore")
# What one does with a threat that is made.
_THREATENED = words("""
    carry deliver dismiss email get issue make phone post receive renew repeat send text tweet utter voice
    withdraw write
""")
_ACTORS = ("PERSON", "ORG", "GPE", "NORP")
_PERSONAL = words("he she him her they them me us who whom himself")


def _needs_clause(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    return bool(inner)


def _needs_said(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    return token.head.dep == "ccomp" and token.head.head.lemma in _SAYING


def _needs_person(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    return any(
        other.entity == "PERSON"
        or other.lower in _PERSONAL
        or (other.pos == "PROPN" and not other.entity)
        for other in around
    )  # fmt: skip


def _needs_person_only(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    more = inner or first(token, "oprd", "ccomp", "xcomp", "prt") or token.tag == "VBN"
    return not more and any(
        other.dep == "dobj" and (other.entity == "PERSON" or other.lemma == "counterpart") for other in around
    )


def _needs_actor(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    return any(other.entity in _ACTORS or other.lower in _PERSONAL for other in around)


def _needs_object(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    return any(
        other.dep in ("dobj", "nsubjpass") and other.entity not in ("DATE", "TIME") for other in around
    )


def _needs_no_object(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    # "being fired by the board": what is done to someone has an object, told or not.
    passive = not is_noun(token) and is_passive(token)
    return not passive and not _needs_object(token, around, inner) and first(token, "ccomp") is None


def _needs_intransitive(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    # "Headed to the port", "was headed there"; who heads a firm, or a firm headed by someone, goes nowhere.
    return first(token, "dobj", "agent") is None


def _needs_no_clause(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    clause = first(token, "ccomp")  # "found that it was late", but "found him dead"
    return clause is None or clause.pos not in ("VERB", "AUX")


def _needs_idea(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    if is_noun(token):
        return any(other.lemma.lower() in IDEAS for other in governed(token, "on", "against", "at", "upon"))
    return any(other.lemma.lower() in IDEAS for other in _objects(token))


def _needs_ground(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    return any(other.lemma.lower() in _GROUND and other.pos == "NOUN" for other in _objects(token))


def _objects(verb: Token) -> list[Token]:
    heads = [child for child in verb.children if child.dep in ("dobj", "nsubjpass")]
    return [other for head in heads for other in with_conjuncts(head)]


def _needs_someone(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    return any(
        other.entity == "PERSON" or other.lower in _PERSONAL or not SOMEONE.isdisjoint(kinds(other))
        for other in around
        if not is_hung_on_preposition(other)
    )


def _needs_over(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    """Whether it is said what for, or in what, someone is attacked: "as a liar", "in a speech"."""
    person = any(
        other.entity in ("PERSON", "ORG", "NORP") or other.lower in _PERSONAL or other.lemma in NAMED_BY_ROLE
        for other in _objects(token)
    )
    reasons = [child for child in token.children if child.dep == "prep" and child.i > token.i]
    said = any(one.lemma.lower() in _IN_WORDS for one in governed(token, "in"))
    return person and any(
        said
        or (child.lower == "over" and _is_reason(first(child, "pobj")))
        or (child.lower == "for" and (first(child, "pcomp") or _is_of_ideas(first(child, "pobj"))))
        or (child.lower == "as" and first(child, "pobj", "amod", "pcomp"))
        for child in reasons
    )


def _is_reason(noun: Optional[Token]) -> bool:
    return noun is not None and noun.entity not in ("DATE", "TIME", "GPE", "LOC", "FAC")


def _is_of_ideas(noun: Optional[Token]) -> bool:
    return noun is not None and noun.lemma.lower() in IDEAS


def _needs_bound(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    # "He agreed with the plan" is an opinion, "agreed with them on a truce" is none.
    if inner or first(token, "dobj") or not any(governed(token, "with")):
        return True
    return any(other.entity not in ("DATE", "TIME") for other in governed(token, "on"))


def _needs_born(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    if first(token, "prt"):
        return False
    return token.lower == "born" or any(
        other.lemma in ("baby", "child", "daughter", "son", "twin") for other in _objects(token)
    )


def _needs_one(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    # "The race", "three races", "a boat race"; bare, the word is of another sense.
    return (
        token.tag in ("NNS", "NNP") or first(token, "det", "poss", "nummod", "compound", "amod") is not None
    )


def _needs_threatener(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    # A threat that someone makes; "a threat to the state" is a danger.
    if not is_noun(token) or inner or first(token, "poss"):
        return True
    if any(
        other.entity in _ACTORS or other.lemma.lower() in NAMED_BY_ROLE
        for other in governed(token, "from", "by")
    ):
        return True
    carried = token.dep == "dobj" and token.head.lemma in _THREATENED
    return carried or any(governed(token, "against"))


def _needs_rivals(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    """Whether named people are at each other: "Low attacked Hay", "Low's attack on Hay", "Low clashed"."""
    if is_noun(token):
        owner = first(token, "poss")
        doers = list(with_conjuncts(owner)) if owner else []
    else:
        doers = [] if is_passive(token) else subjects(token)
    if not doers or any(one.entity != "PERSON" for one in doers):
        return False
    others = _objects(token) or list(
        governed(token, *(("on", "against", "with") if is_noun(token) else ("with",)))
    )
    if not others:
        return len(doers) > 1
    return others[0].entity in ("PERSON", "ORG") or others[0].lower in _PERSONAL


def _needs_of_someone(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> bool:
    # "Talks", "a discussion", "their discussion"; "talk" is chatter.
    if token.tag in ("NN", "NNP") and token.lower == "talk":
        return False
    return token.tag in ("NNS", "NNPS") or first(token, "det", "poss", "prep", "compound") is not None


# What a frame can need beside a word of a class (see Frame).
SPECIAL_NEEDS: Mapping[str, Callable[[Token, Sequence[Token], Sequence[Token]], bool]] = {
    "CLAUSE": _needs_clause,
    "SAID": _needs_said,
    "PERSON": _needs_person,
    "PERSON ONLY": _needs_person_only,
    "ACTOR": _needs_actor,
    "OBJECT": _needs_object,
    "NO OBJECT": _needs_no_object,
    "INTRANSITIVE": _needs_intransitive,
    "NO CLAUSE": _needs_no_clause,
    "IDEA": _needs_idea,
    "GROUND": _needs_ground,
    "SOMEONE": _needs_someone,
    "OVER": _needs_over,
    "BORN": _needs_born,
    "BOUND": _needs_bound,
    "ONE": _needs_one,
    "THREATENER": _needs_threatener,
    "RIVALS": _needs_rivals,
    "OF SOMEONE": _needs_of_someone,
}
