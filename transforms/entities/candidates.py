"""What the pronouns of a report may mean: its names, and the people and bodies it speaks of without one."""

from collections.abc import Callable
from typing import Optional

from schemas.records import Mention
from transforms.entities.genders import gender_of
from transforms.entities.phrases import MentionIndex
from transforms.entities.roles import is_role, role_noun
from transforms.entities.salience import PLACE_PREPOSITIONS, Candidate, is_subject, weight_of
from transforms.entities.speaking import bodies_of
from transforms.entities.titles import PEOPLE
from transforms.text.agencies import AGENCIES
from transforms.text.tokens import Token

# What no group is, to the model; but a group's strange name ("the Red Column") has such a label at times.
_THINGS = frozenset(["PRODUCT", "WORK_OF_ART", "FAC", "LAW", "EVENT"])
# What only those do who can speak.
_CLAIMING = frozenset(
    ["claim", "deny", "say", "announce", "vow", "threaten", "pledge", "promise", "condemn", "accuse", "blame",
     "demand", "warn", "urge", "insist", "reject", "admit"]
)  # fmt: skip
# What a bare name behind it is a town, whatever the model takes it for: "seven people in Tarmez".
_WHERE = frozenset(["in", "near"])


def candidates(index: MentionIndex, entity_of: Callable[[Token], Optional[str]]) -> list[list[Candidate]]:
    """Return the candidates of each sentence, in order of the text.

    `entity_of` gives the entity_id that the phrase of a noun resolves to, or None. Who is not named
    counts only as a subject, of several also as an object, and is a candidate so as to keep the names
    off: in "A guard was shot. He died", nobody named is meant.
    """
    found = [*_named(index), *_unnamed(index, entity_of)]
    by_sentence: list[list[Candidate]] = [[] for _ in index.document.sentences]
    for candidate in sorted(found, key=lambda candidate: candidate.token.i):
        by_sentence[candidate.token.sentence].append(candidate)
    return by_sentence


def _named(index: MentionIndex) -> list[Candidate]:
    found = []
    genders: dict[str, Optional[str]] = {}
    for mention in index.mentions:
        head = index.head_of(mention)
        key, gender = mention.entity_id, None
        if mention.label == "PERSON":
            kind = "person"
            gender = genders[key] = genders.get(key) or _gender(index, mention)
        elif mention.label == "NORP":
            if head.dep in ("amod", "compound", "nmod"):
                continue  # "European tankers": nobody yet
            kind = "people"
        elif _is_body(mention, head):
            kind = "body"
        elif mention.label == "GPE" and not _is_place(head):
            kind = "state"
        else:
            continue
        weight = weight_of(head)
        found.append(Candidate(key, head, kind, gender, weight))
        if kind != "people" and any(c.dep == "conj" and c.pos in ("PROPN", "NOUN") for c in head.children):
            # "Ann Smith and Tom Hall": "they" are the two, sooner than either.
            found.append(Candidate(f"several {head.i}", head, "people", None, weight + 1))
    return found


def _unnamed(index: MentionIndex, entity_of: Callable[[Token], Optional[str]]) -> list[Candidate]:
    found = []
    for token in index.nouns:
        if index.of(token):
            continue
        if not is_subject(token):
            if token.tag == "NNS" and token.dep in ("dobj", "dative"):
                key = f"unnamed {role_noun(token)}"
                found.append(Candidate(key, token, "people", None, weight_of(token)))
            continue
        key = entity_of(token) or f"unnamed {role_noun(token)}"
        gender = None
        if token.tag == "NNS":
            kind = "people"
        elif is_role(token) or token.lower in PEOPLE:
            kind, gender = "person", gender_of("", [token.lower])
        else:
            kind = "body"
        weight = weight_of(token)
        found.append(Candidate(key, token, kind, gender, weight))
        if role_noun(token) == "spokesperson":
            # Who speaks through a spokesman is as prominent as he.
            speaking = ((body, entity_of(body)) for body in bodies_of(index, token))
            for body, entity in speaking:
                if entity:
                    found.append(Candidate(entity, body, "body", None, weight))
                    break
    return found


def _gender(index: MentionIndex, mention: Mention) -> Optional[str]:
    """The gender that a person's titles and given name tell."""
    tokens = index.document.tokens
    words = []
    for named in index.by_entity[mention.entity_id]:
        first = index.first_of(named)
        if first.i and tokens[first.i - 1].sentence == first.sentence:
            words.append(tokens[first.i - 1].text)
    return gender_of(mention.name.split()[0], words)


def _is_body(mention: Mention, head: Token) -> bool:
    """Whether a name is that of an organisation, by its label or by what it does."""
    if mention.label in _THINGS:
        return head.dep == "nsubj" and head.head.lemma.lower() in _CLAIMING
    return mention.label == "ORG" and mention.text not in AGENCIES and not _is_site(head)


def _is_site(token: Token) -> bool:
    """Whether a name in one word without an article says where something is."""
    bare = not any(c.dep in ("det", "compound", "amod", "nmod", "poss") for c in token.children)
    return bare and token.dep == "pobj" and token.head.lower in _WHERE and not token.text.isupper()


def _is_place(token: Token) -> bool:
    return token.dep == "pobj" and token.head.lower in PLACE_PREPOSITIONS
