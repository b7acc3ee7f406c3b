"""Find whose act a verb is: the subject beside it, or that of the verb or noun it hangs on."""

from typing import Optional

from transforms.claims.phrases import (
    PASSIVE_SUBJECTS,
    VEHICLES,
    Subject,
    agent_of,
    below,
    child,
    children,
    is_infinitive,
    is_misjoined,
    is_passive,
    is_verb,
    word_set,
)
from transforms.text.tokens import Token

# Verbs whose object does what the infinitive below them says: "asked him to call".
_OBJECT_CONTROL = word_set("ask urge call tell force want allow lead order get help let prompt")


def subject_of(verb: Token) -> Optional[Subject]:
    """Whose act the verb is, or None where that is not said.

    A passive's is its agent's. A verb without a subject of its own takes that of the verb it is
    joined to ("thanked them and underscored"), hangs on ("said in a statement, vowing") or, as a
    modifier, the noun it modifies.
    """
    agent = agent_of(verb)
    if agent:
        return Subject(agent, False)
    if is_passive(verb):
        return None
    own = _nearest_subject(verb)
    if own:
        return None if own.lower in ("it", "there") and child(verb, "expl") else Subject(own, False)
    return _inherited(verb)


def _nearest_subject(verb: Token) -> Optional[Token]:
    """The subject next to the verb, and outside any quotation that the verb itself is not in.

    What stands before it is none (a dateline: "LONDON (Reuters) - The minister"). Behind a quotation
    the model takes the speaker for an object: "“No,” said the minister".
    """
    subjects = [s for s in children(verb, "nsubj", *PASSIVE_SUBJECTS) if verb.quoted or not s.quoted]
    if not subjects and child(verb, "nsubj"):
        subjects = [s for s in children(verb, "dobj") if s.i > verb.i and not s.quoted]
    before = [s for s in subjects if s.i < verb.i]
    if subjects:
        return before[-1] if before else subjects[0]
    return child(verb, "csubj") or _inverted(verb) or _behind_setting(verb)


def _inverted(verb: Token) -> Optional[Token]:
    """The subject behind a cue and its clause that the model took for an object: "“Stop,” read the sign".

    Or for the subject of another clause: "“Stop,” said the guard, who like many wanted to leave".
    """
    said = any(c.i < verb.i for c in children(verb, "ccomp"))
    if not said and not any(c.quoted and c.i == verb.i - 1 for c in verb.children):
        return None
    objects = [c for c in children(verb, "dobj") if c.i > verb.i and not c.quoted]
    lost = [c for o in children(verb, "ccomp") if o.i > verb.i for c in children(o, "nsubj")]
    return next((noun for noun in [*objects, *lost] if min(below(noun)) == verb.i + 1), None)


def _behind_setting(verb: Token) -> Optional[Token]:
    """The subject that the model took for an apposition: "At the port, Ann Berg, the mayor, said"."""
    if verb.dep not in ("ROOT", "ccomp", "relcl"):
        return None
    for setting in reversed(verb.children):
        if setting.i < verb.i and setting.dep in ("prep", "advcl"):
            phrase = setting.subtree()
            behind = [
                c.i for c in verb.children if setting.i < c.i < verb.i and c.dep not in ("punct", "aux")
            ]
            named = [t for t in phrase if t.dep == "appos" and t.head.dep == "pobj"]
            return named[0] if named and not behind and max(below(named[0])) + 3 > phrase[-1].i else None
    return None


def _inherited(verb: Token) -> Optional[Subject]:
    head = verb.head
    if verb.dep == "acl":
        return _of_modifier(verb)
    asked = verb.lemma == "ask" and verb.dep == "advcl" and verb.tag in ("VBN", "VBD")
    clause = verb.dep == "ccomp" and verb.tag not in ("VBG", "VB")
    if head is verb or asked or clause or verb.dep not in ("conj", "xcomp", "advcl", "dep", "ccomp", "pcomp"):
        return None
    if is_misjoined(verb):
        head = head.head
        while is_infinitive(head) and head.head is not head:
            head = head.head
    if verb.dep in ("pcomp", "xcomp", "advcl"):
        while not is_verb(head) and head.head is not head:
            head = head.head
    if not is_verb(head):
        return Subject(head, True) if head.pos in ("NOUN", "PROPN") and verb.dep != "conj" else None
    if verb.dep in ("xcomp", "ccomp") and head is verb.head and head.lemma in _OBJECT_CONTROL:
        controller = child(head, "dobj", "dative") or child(head, "nsubjpass")
        if controller:
            return Subject(controller, True)
    above = subject_of(head)
    empty = above is not None and above.head.lower == "it" and (head.lemma == "be" or head is not verb.head)
    if empty and is_infinitive(verb):
        return None  # "it is wrong to say"
    if above is None:
        passive = child(head, "nsubjpass")
        return Subject(passive, True) if passive and verb.dep != "conj" else None
    return Subject(above.head, True)


def _of_modifier(verb: Token) -> Optional[Subject]:
    """The subject of a participle below a noun: "a statement saying" is the issuer's."""
    noun = verb.head
    if noun.lemma in VEHICLES:
        owner = child(noun, "poss")
        if owner:
            return Subject(owner, True)
        if noun.dep == "dobj" and is_verb(noun.head):
            issuer = subject_of(noun.head)
            if issuer:
                return Subject(issuer.head, True)
    return Subject(noun, True)
