"""Whether a frame's conditions hold at a word, and what the frame takes there."""

from collections.abc import Callable, Mapping, Sequence
from typing import Optional

from transforms.events.frames import Frame
from transforms.events.roles import IDEAS, NAMED_BY_ROLE, SOMEONE
from transforms.events.syntax import (
    agents,
    clauses,
    complements,
    first,
    governed,
    is_hung_on_preposition,
    is_passive,
    kinds,
    lemmas,
    specifiers,
    subjects,
    with_conjuncts,
)
from transforms.events.words import CLASSES, words
from transforms.text.tokens import Token

# What troops take; a house, a road, a field is taken in other ways too.
_GROUND = words("""
    airfield airport base capital checkpoint city district fort garrison headquarters island outpost
    peninsula port province stronghold territory town village
""")

# Verbs that only say that what their object or subject names came about.
LIGHT = words("""
    launch conduct carry stage hold mount begin start open commit perpetrate undertake wage continue
    resume order authorize authorise make take have lead attend join face make announce declare suffer
    receive get give pay survive see come do step end plan organize organise unleash initiate engage finish
    complete execute host arrange schedule issue deliver file sustain implement break erupt occur happen
    follow participate convene arrive go call approve put bring stand accept
""")
_SAYING = words("say tell add insist stress remark declare state argue warn note tweet reiterate underscore")
_ASKING = words("how if what when where whether which who whom whose why")
# What one does with a threat that is made.
_THREATENED = words("""
    carry deliver dismiss email get issue make phone post receive renew repeat send text tweet utter voice
    withdraw write
""")
_ACTORS = ("PERSON", "ORG", "GPE", "NORP")
_PERSONAL = words("he she him her they them me us who whom himself")


def fit(frame: Frame, token: Token, company: Mapping[str, int]) -> Optional[list[int]]:
    """Return the numbers of the tokens whose events `frame` takes at `token`, None where it does not fit.

    `company` are the lemmas of the sentence's other words. A frame that needs an object, and takes nothing
    else, takes the event that the object names: of "launched an inquiry" there is one.
    """
    if frame.beside and CLASSES[frame.beside].isdisjoint(company):
        return None
    if frame.event_type == "REQUEST" and _asks_whether(token):
        return None
    if frame.absent and not CLASSES[frame.absent].isdisjoint(company):
        return None
    around, inner = _around(token), list(clauses(token))
    if frame.subjects and CLASSES[frame.subjects].isdisjoint(lemmas(_doers(token))):
        return None
    if frame.unless and not CLASSES[frame.unless].isdisjoint(_said_of(token, around, inner)):
        return None
    taken = [other.i for other in (*around, *inner)] if frame.takes else []
    if not frame.needs:
        return taken
    if frame.needs in SPECIAL_NEEDS:
        met = SPECIAL_NEEDS[frame.needs](token, around, inner)
        said = frame.needs == "SAID"
        return ([verb.i for verb in with_conjuncts(token.head)] if said else taken) if met else None
    wanted = CLASSES[frame.needs]
    if is_noun(token) and not wanted.isdisjoint((*specifiers(token), *_verb_of(token))):
        return taken
    fitting = [other.i for other in around if not wanted.isdisjoint(kinds(other))]
    fitting += [other.i for other in inner if other.lemma in wanted]
    return (taken or fitting) if fitting else None


def _asks_whether(verb: Token) -> bool:
    """Whether a verb puts a question: "asked if the port was open", "asked who had opened it"."""
    return verb.lemma == "ask" and any(
        clause.dep in ("ccomp", "advcl") and any(mark.lower in _ASKING for mark in clause.children)
        for clause in verb.children
    )


def is_noun(token: Token) -> bool:
    """Whether the model reads the token as a noun, a name's part included."""
    return token.pos in ("NOUN", "PROPN")


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
    """Whether it is said what someone is attacked for: "over his vote", "for voting", "as a liar"."""
    person = any(
        other.entity in ("PERSON", "ORG", "NORP") or other.lower in _PERSONAL or other.lemma in NAMED_BY_ROLE
        for other in _objects(token)
    )
    reasons = [child for child in token.children if child.dep == "prep" and child.i > token.i]
    return person and any(
        (child.lower == "over" and _is_reason(first(child, "pobj")))
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
    if any(other.entity in _ACTORS or _is_role(other) for other in governed(token, "from", "by")):
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


def _is_role(noun: Token) -> bool:
    return noun.lemma.lower() in NAMED_BY_ROLE


# What a frame can need beside a word of a class (see Frame).
SPECIAL_NEEDS: Mapping[str, Callable[[Token, Sequence[Token], Sequence[Token]], bool]] = {
    "CLAUSE": _needs_clause,
    "SAID": _needs_said,
    "PERSON": _needs_person,
    "PERSON ONLY": _needs_person_only,
    "ACTOR": _needs_actor,
    "OBJECT": _needs_object,
    "NO OBJECT": _needs_no_object,
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


def _around(token: Token) -> list[Token]:
    """What completes a verb, or says of a noun of what or whom it is, and whose."""
    if not is_noun(token):
        return list(complements(token))
    found = [other for child in token.children if child.dep == "poss" for other in with_conjuncts(child)]
    found += governed(token)
    if token.dep in ("dobj", "pobj"):
        verb = token.head if token.dep == "dobj" else token.head.head
        if verb.lemma in LIGHT and verb.pos == "VERB":
            found += [other for other in governed(verb) if other is not token]
    return found


def _said_of(token: Token, around: Sequence[Token], inner: Sequence[Token]) -> set[str]:
    """The lemmas that may speak against a frame."""
    said = lemmas(around) | lemmas(_doers(token))
    return said.union(
        (*specifiers(token), *_verb_of(token)) if is_noun(token) else (verb.lemma for verb in inner)
    )


def _verb_of(noun: Token) -> list[str]:
    """The lemma of the verb that a noun is the object of."""
    return [noun.head.lemma] if noun.dep in ("dobj", "nsubjpass") else []


def _doers(token: Token) -> list[Token]:
    """What stands as a verb's subject or cause."""
    if is_noun(token):
        return []
    passive = first(token, "nsubjpass")
    return [*subjects(token), *agents(token), *([passive] if passive else [])]
