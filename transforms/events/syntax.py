"""Who does what to whom, by the parse: subjects, complements, and the words that specify a noun."""

from collections.abc import Iterable, Iterator
from typing import Optional

from transforms.events.words import words
from transforms.text.tokens import Token

_OBJECTS = ("dobj", "dative", "nsubjpass", "attr", "oprd", "acomp")
_SPECIFIERS = ("compound", "amod", "nmod", "poss", "npadvmod", "advmod")
# After these a word's own kind is said behind "of": "a series of attacks", "a state of emergency".
MEASURES = words("""
    series string number wave spate state act kind sort group pair couple lot dozen hundred thousand
    million total majority member handful quarter half rest part
""")
# "ordered him to leave": the object of these, not their subject, is who leaves.
_OBJECT_CONTROL = words("""
    order ask urge tell force allow permit let compel persuade encourage enable cause instruct invite
    press require call appeal help make expect see
""")
# After these what is behind "of", "for", "from", "with" is the object's doing: "accused the
# firm of dumping waste", "stopped the firm from dumping it".
_PREPOSITION_CONTROL = words("""
    absolve accuse acquit arrest ban bar blame charge clear condemn convict criticise criticize denounce
    deter dissuade exonerate fault fine forgive indict jail keep lambast pardon praise prevent prosecute
    punish rebuke sanction sentence slam stop sue suspect thank
""")
# Who says that there are none speaks of his own side: "said that there were no plans to close it".
_INTENTS = words("desire intent intention plan wish")

# These have an object: in a headline a past of one without is a passive, "Mayor threatened".
_WITH_OBJECT = words("""
    abduct accuse acquit appoint arrest assassinate attack ban bomb bury cancel capture charge condemn convict
    damage deport destroy detain discover elect evacuate evict execute expel extradite find fine free hang
    hijack hospitalise hospitalize identify imprison indict injure jail kidnap kill murder nab oust poison
    postpone rape release rescue rob sack scrap seize sentence shoot slay stab steal strangle suspend threaten
    torture wound
""")
_WITH_OBJECT_AND_PARTICLE = frozenset([("call", "off"), ("put", "off"), ("gun", "down")])
_RELATIVE = ("that", "which", "who", "whom")
# A clause after these stands beside the word and does not complete it: "committed it after being freed".
_BESIDE = words("after before since until while by without despite besides upon following during")


def is_noun(token: Token) -> bool:
    """Whether the model reads the token as a noun, a name's part included."""
    return token.pos in ("NOUN", "PROPN")


def with_conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is joined to it by "and", in order."""
    pending = [token]
    while pending:
        one = pending.pop()
        yield one
        pending.extend(child for child in reversed(one.children) if child.dep == "conj")


def first(token: Token, *deps: str) -> Optional[Token]:
    """The first child that hangs on one of `deps`."""
    for child in token.children:
        if child.dep in deps:
            return child
    return None


def governed(token: Token, *prepositions: str) -> Iterator[Token]:
    """What the token's prepositions (these, or all) govern, with its conjuncts."""
    for child in token.children:
        if (
            child.dep in ("prep", "dative")
            and child.pos != "NOUN"
            and (not prepositions or child.lower in prepositions)
        ):
            for inner in child.children:
                if inner.dep == "pobj":
                    yield from with_conjuncts(inner)
                elif inner.dep == "prep":
                    yield from governed(child)


def is_hung_on_preposition(token: Token) -> bool:
    """Whether a noun, or what it is joined to, is governed by a preposition."""
    while token.dep == "conj":
        token = token.head
    return token.dep == "pobj"


def complements(verb: Token) -> Iterator[Token]:
    """The nouns and adjectives that complete the verb: objects, its passive's subject, prepositions' objects.

    Of a verb that modifies a noun ("the curfew they imposed", "sanctions imposed on Iran", "the jailed
    editor") also that noun.
    """
    direct = False
    for child in verb.children:
        if child.dep in _OBJECTS or (child.dep == "nsubj" and _lacks_helper(verb)):
            direct = direct or (child.dep in ("dobj", "nsubjpass") and child.lower not in _RELATIVE)
            yield from with_conjuncts(child)
        elif child.dep in ("ccomp", "xcomp") and child.pos == "ADJ":
            yield child
    if not direct and (verb.dep == "relcl" or (verb.dep in ("acl", "amod") and verb.tag == "VBN")):
        yield verb.head
    yield from governed(verb)


def kinds(token: Token) -> Iterator[str]:
    """The lemmas that say what a phrase is: its head's, its modifiers', and what follows "of"."""
    yield token.lemma.lower()
    yield from specifiers(token)
    if token.lemma.lower() in MEASURES or token.pos == "NUM":
        for inner in governed(token, "of"):
            yield inner.lemma.lower()
            yield from specifiers(inner)


def specifiers(noun: Token) -> Iterator[str]:
    """The lemmas of the words in front of a noun that specify it, theirs too."""
    for child in noun.children:
        if child.dep in _SPECIFIERS and child.i < noun.i:
            yield child.lemma.lower()
            yield from specifiers(child)


def clauses(token: Token) -> Iterator[Token]:
    """The verbs of the clauses that complete a word, with their conjuncts."""
    for child in token.children:
        if child.dep in ("xcomp", "ccomp") or (
            child.dep == "acl" and first(child, "aux") and child.tag == "VB"
        ):
            if child.pos in ("VERB", "AUX"):
                yield from with_conjuncts(child)
        elif child.dep == "prep" and child.lower not in _BESIDE:
            for inner in child.children:
                if inner.dep == "pcomp" and inner.pos == "VERB":
                    yield from with_conjuncts(inner)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive, finite or a bare participle."""
    if first(verb, "auxpass", "nsubjpass"):
        return True
    # "spoke by telephone" is none, whatever the model calls its "by".
    bare = verb.dep in ("acl", "advcl") and not first(verb, "aux")
    return _lacks_helper(verb) or (verb.tag == "VBN" and (bare or first(verb, "agent") is not None))


def _lacks_helper(verb: Token) -> bool:
    """Whether a participle stands as a headline's verb: "Guard flown home", "Guard shot"."""
    if verb.dep != "ROOT" or first(verb, "aux", "dobj"):
        return False
    return verb.tag == "VBN" or (verb.tag == "VBD" and _is_bare_passive(verb))


def _is_bare_passive(verb: Token) -> bool:
    """Whether the model takes for a past what is a passive: in a headline, of a verb that has an object."""
    particle = first(verb, "prt")
    phrase = (verb.lemma, particle.lower) if particle else ()
    if verb.lemma not in _WITH_OBJECT and phrase not in _WITH_OBJECT_AND_PARTICLE:
        return False
    if first(verb, "nsubj") is None or any(
        _ends(child) for one in with_conjuncts(verb) for child in one.children
    ):
        return False
    return not any(
        child.dep in ("xcomp", "ccomp", "auxpass")
        or (child.dep == "prep" and child.lower in ("at", "on") and _is_target(child))
        for child in verb.children
    )


def _ends(token: Token) -> bool:
    return token.text in (".", "!", "?")


def _is_target(preposition: Token) -> bool:
    """Whether a preposition says on what it falls, not when: "shot at a bus", "shot on Monday"."""
    inner = first(preposition, "pobj")
    return inner is not None and inner.entity not in ("DATE", "TIME", "GPE", "LOC", "FAC")


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return verb.tag == "VB" and any(child.dep == "aux" and child.lower == "to" for child in verb.children)


def is_gerund(verb: Token) -> bool:
    """Whether a verb stands in -ing, as a passive may: "signing", "being signed"."""
    return verb.tag == "VBG" or any(child.lower == "being" for child in verb.children)


def occasions(verb: Token, *marks: str) -> Iterator[Token]:
    """The clauses that say when, as or after what it was: "were killed when a boiler exploded".

    The model may hang one on the day before it: "were killed on Monday when ...".
    """
    days = (day for day in governed(verb, "on", "in", "at") if day.entity in ("DATE", "TIME"))
    for child in (*verb.children, *(child for day in days for child in day.children)):
        if child.dep in ("advcl", "relcl") and any(mark.lower in marks for mark in child.children):
            yield child


def is_before_noun(verb: Token) -> bool:
    """Whether a verb is a participle in front of whom it was done to: "the jailed editor"."""
    return verb.pos == "VERB" and verb.dep == "amod" and verb.i < verb.head.i


def agents(verb: Token) -> Iterator[Token]:
    """The nouns after a passive's "by"."""
    if not is_passive(verb):
        return
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            for inner in child.children:
                if inner.dep == "pobj":
                    yield from with_conjuncts(inner)


def subjects(verb: Token) -> list[Token]:
    """Whose act the verb is; none where the sentence does not say.

    A verb without a subject of its own has that of the verb it is joined to or hangs on, or the noun
    that it modifies.
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        if is_passive(verb):
            return list(agents(verb))
        own = first(verb, "nsubj", "csubj")
        if own and own.lower in ("who", "which", "that") and verb.dep == "relcl":
            return list(with_conjuncts(verb.head))
        if own:
            return list(with_conjuncts(own))
        head = verb.head
        if head is verb:
            return []
        if verb.dep in ("acl", "relcl"):
            if verb.tag == "VBG" or verb.dep == "relcl":
                return [head]
            verb = head  # "an attempt to kill", "its decision to leave": whose attempt, whose decision
            owner = first(head, "poss")
            if owner:
                return list(with_conjuncts(owner))
            if head.dep not in ("dobj", "attr", "pobj") or head.head.pos not in ("VERB", "AUX"):
                return []
            verb = head.head
            if first(verb, "expl"):
                return subjects(verb.head) if head.lemma in _INTENTS and verb.dep == "ccomp" else []
            continue
        if verb.dep in ("pcomp", "prep"):
            above = head.head if head.pos == "ADP" else head
            if above.lemma in _PREPOSITION_CONTROL and head.lower in ("for", "from", "of", "with"):
                return _undergoing(above)
            verb = above
            if verb.pos not in ("VERB", "AUX"):
                return []
            continue
        if verb.dep in ("xcomp", "ccomp") and head.lemma in _OBJECT_CONTROL:
            controller = first(head, "dobj", "dative", "nsubjpass")
            if controller:
                return list(with_conjuncts(controller))
        if verb.dep not in ("acomp", "conj", "xcomp", "advcl", "dep") or head.pos not in ("VERB", "AUX"):
            return []
        if verb.dep != "conj" and is_passive(head):
            own = first(head, "nsubjpass")
            return list(with_conjuncts(own)) if own else []
        verb = head
    return []


def _undergoing(verb: Token) -> list[Token]:
    """Whom a verb of control befalls: its object, its passive's subject, or the noun that it modifies."""
    own = first(verb, "dobj", "nsubjpass")
    if own is None and verb.dep == "acl" and verb.tag == "VBN":
        own = verb.head
    return list(with_conjuncts(own)) if own else []


def leaders(noun: Token) -> list[Token]:
    """Who leads what a noun names: "the US-led invasion"."""
    leading = [child for child in noun.children if child.dep == "amod" and child.lower == "led"]
    return [one for led in leading for one in led.children if one.entity in ("NORP", "GPE", "ORG")]


def lemmas(tokens: Iterable[Token]) -> set[str]:
    """All that `kinds` says of the tokens."""
    return {lemma for token in tokens for lemma in kinds(token)}
