"""Find whose act a verb is: the subject beside it, or that of the verb or noun it hangs on."""

from typing import Optional

from transforms.claims.phrases import (
    PASSIVE_SUBJECTS,
    RELATIVE_PRONOUNS,
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
# Verbs whose object did what "for" or "of" says: "accused them of threatening to", "fined it for saying".
_JUDGING = word_set(
    "accuse suspect convict acquit blame fault criticize criticise condemn denounce rebuke chide scold mock "
    "slam blast lambast attack praise thank hail commend congratulate applaud reward give award fine arrest "
    "detain jail imprison sentence prosecute indict charge sue sack fire dismiss suspend expel ban punish "
    "sanction"
)
# Verbs of bringing out a text, whose subject speaks through it: "issued a statement that said".
_ISSUING = word_set(
    "issue release publish post send write make put file read sign run air circulate distribute share "
    "deliver give produce print broadcast tweet draft author pen plant submit"
)
_THROUGH = frozenset({"in", "with", "through", "via"})
_NOBODY = frozenset({"it", "this", "that", "there", "what"})


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
    if own and own.tag in RELATIVE_PRONOUNS and verb.dep == "relcl" and verb.head.lemma in VEHICLES:
        issuer = _issuer(verb.head)
        if issuer:
            return issuer
    if own:
        return None if own.lower in ("it", "there") and child(verb, "expl") else Subject(own, False)
    return _inherited(verb)


def _nearest_subject(verb: Token) -> Optional[Token]:
    """The subject next to the verb, and outside any quotation that the verb itself is not in.

    What stands before it is none (a dateline: "LONDON (Reuters) - The minister"). What stands between "has"
    and its participle may leave it with the former: "The Trust has today (Monday) condemned". Behind a
    quotation the model takes the speaker for an object: "“No,” said the minister".
    """
    subjects = [s for s in children(verb, "nsubj", *PASSIVE_SUBJECTS) if verb.quoted or not s.quoted]
    if not subjects and child(verb, "nsubj"):
        subjects = [s for s in children(verb, "dobj") if s.i > verb.i and not s.quoted]
    before = [s for s in subjects if s.i < verb.i]
    if subjects:
        return before[-1] if before else subjects[0]
    parted = next((s for a in children(verb, "aux") for s in children(a, "nsubj")), None)
    lost = parted or _inverted(verb) or _behind_setting(verb) or _of_opening(verb) or _joined_name(verb)
    return child(verb, "csubj") or lost or _named_last(verb)


def _joined_name(verb: Token) -> Optional[Token]:
    """The name before a verb, joined to the noun before it: "fired on the cars, and Oslo spoke"."""
    if verb.dep != "conj" or verb.tag not in ("VBD", "VBZ"):
        return None
    named = (t for t in verb.head.subtree() if t.i == verb.i - 1 and t.dep == "conj" and t.pos == "PROPN")
    return next(named, None)


def _named_last(verb: Token) -> Optional[Token]:
    """The person before a verb of saying whom the model adds to a list: ", Ann Berg of the union said".

    A comma sets the name off, and no verb stands behind it.
    """
    if verb.tag not in ("VBD", "VBZ") or not any(c.dep == "ccomp" and c.i < verb.i for c in verb.children):
        return None
    before = [token for token in verb.subtree() if token.i < verb.i]
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k].text == ","), None)
    name = before[at + 1 :] if at is not None else []
    if not name or name[0].entity != "PERSON" or any(is_verb(t) or t.quoted for t in name):
        return None
    return next((t for t in name if t.head not in name and t.entity == "PERSON"), None)


def _of_opening(verb: Token) -> Optional[Token]:
    """The subject that the model gave to a participle of its own: "Farmers going to market say"."""
    opening = next((c for c in children(verb, "advcl") if c.i < verb.i and c.tag in ("VBG", "VBN")), None)
    if verb.tag not in ("VBD", "VBZ", "VBP") or opening is None or child(opening, "mark"):
        return None
    parted = any(c.text == "," for c in [*opening.children, *verb.children] if opening.i < c.i < verb.i)
    return None if parted else child(opening, "nsubj")


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
    judged = _judged(verb) if verb.dep == "pcomp" else None
    if judged:
        return Subject(judged, True)
    if verb.dep == "advcl" and any(c.lower == "that" and c.i > verb.i for c in children(head, "mark")):
        head = head.head  # "said, citing witnesses, that shots were heard": before "that", the sayer's
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
    bore = child(head, "nsubjpass") if verb.dep == "conj" and is_passive(head) else None
    above = Subject(bore, True) if bore and not is_passive(verb) else subject_of(head)
    empty = above is not None and above.head.lower == "it" and (head.lemma == "be" or head is not verb.head)
    if empty and is_infinitive(verb):
        return None  # "it is wrong to say"
    if above is not None and above.head.lower in _NOBODY and verb.tag == "VBG" and verb.dep == "advcl":
        # "It was a blow, as the mayor joined in, saying ...": the nearer clause's.
        nearer = [c for c in children(head, "advcl") if head.i < c.i < verb.i and child(c, "nsubj")]
        above = subject_of(nearer[-1]) if nearer else above
    if above is None and verb.dep in ("pcomp", "advcl", "xcomp") and verb.dep != "conj":
        passive = child(head, "nsubjpass")
        return Subject(passive, True) if passive else _far_above(head)
    return Subject(above.head, True) if above else None


def _far_above(verb: Token) -> Optional[Subject]:
    """The subject of the nearest verb above one without any: "took steps to win by calling him a liar"."""
    for other in verb.ancestors():
        subject = child(other, "nsubj") if is_verb(other) and not is_passive(other) else None
        if subject:
            return Subject(subject, True) if subject.lower not in _NOBODY else None
    return None


def _judged(verb: Token) -> Optional[Token]:
    """Who did it, of a gerund that tells what someone is judged for."""
    above = verb.head.head
    if verb.head.lower not in ("for", "of") or not is_verb(above) or above.lemma not in _JUDGING:
        return None
    return child(above, "nsubjpass") if is_passive(above) else child(above, "dative", "dobj")


def _of_modifier(verb: Token) -> Optional[Subject]:
    """The subject of a participle below a noun: "a statement saying" is the issuer's."""
    noun = verb.head
    issuer = _issuer(noun) if noun.lemma in VEHICLES else None
    if issuer:
        return issuer
    return Subject(noun, True)


def _issuer(text: Token) -> Optional[Subject]:
    """Who speaks through a text: its owner, who brings it out, or who says something in it."""
    owner = child(text, "poss")
    if owner:
        return Subject(owner, True)
    verb = text.head.head if text.dep == "pobj" and text.head.lower in _THROUGH else text.head
    if not is_verb(verb) or verb.i > text.i or (text.dep == "dobj" and verb.lemma not in _ISSUING):
        return None
    issuer = subject_of(verb) if text.dep in ("dobj", "pobj") else None
    return Subject(issuer.head, True) if issuer else None
