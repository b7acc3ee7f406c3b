"""The roles in which a report introduces its people: "Acting Foreign Minister Amir Khan Muttaqi"."""

from collections.abc import Iterator
from typing import NamedTuple, Optional

from schemas.records import Mention
from transforms.entities.phrases import NOUNS, MentionIndex, country_of_phrase, modifiers, owners
from transforms.entities.titles import HONORIFICS, ROLES, SAME_ROLE, SAME_WORD, STATUS
from transforms.text.tokens import Token


class Role(NamedTuple):
    """A role someone is introduced in, or described by."""

    noun: str  # folded: "spokesperson" for a spokesman
    words: frozenset[str]  # which one: foreign, deputy; the words of its body
    status: frozenset[str]  # acting, former
    country: Optional[str]
    start: int
    end: int


class Introduction(NamedTuple):
    """That a report gives a named person a role."""

    role: Role
    mention: Mention


def introductions(index: MentionIndex) -> list[Introduction]:
    """Return the roles that the report gives to named people, in order of the text.

    Four ways to say so: before the name ("Foreign Minister Ann Smith"), in apposition to it ("Ann Smith,
    the foreign minister", "the foreign minister, Ann Smith") and by a copula ("Ann Smith is the foreign
    minister").
    """
    found = []
    for mention in index.mentions:
        if mention.label == "PERSON":
            for noun in _role_nouns(index, mention):
                found.append(Introduction(describe(index, noun), mention))
    return found


def describe(index: MentionIndex, noun: Token) -> Role:
    """Return the role that the phrase headed by `noun` describes."""
    tokens = index.document.tokens
    phrase = modifiers(noun, tokens)
    for owner in owners(noun, tokens):
        phrase += [*modifiers(owner, tokens), owner]
    words = [SAME_WORD.get(token.lower, token.lower) for token in phrase if not _is_country(index.of(token))]
    name = role_noun(noun)
    if name == "premier":
        name, words = "minister", [*words, "prime"]
    status = frozenset(word for word in words if word in STATUS)
    country = country_of_phrase(index, noun)
    return Role(name, frozenset(words) - status, status, country, noun.start, noun.end)


def role_noun(token: Token) -> str:
    """The role a noun names, one word for several: "spokesperson" for a spokesman."""
    word = token.lower.rstrip(".")
    if word not in ROLES and word not in HONORIFICS:
        word = token.lemma.lower()
    return SAME_ROLE.get(word, word)


def is_role(token: Token) -> bool:
    """Whether a token names a role, in the singular."""
    if token.pos not in NOUNS or token.tag in ("NNS", "NNPS"):
        return False
    return token.lower in ROLES or token.lower.rstrip(".") in HONORIFICS


def _is_country(mention: Optional[Mention]) -> bool:
    return mention is not None and mention.country is not None and mention.label in ("GPE", "NORP")


def _role_nouns(index: MentionIndex, mention: Mention) -> Iterator[Token]:
    tokens = index.document.tokens
    inside = index.tokens_of(mention)
    before = inside[0].i - 1
    if before >= 0 and tokens[before].sentence == inside[0].sentence and is_role(tokens[before]):
        yield tokens[before]
    head = index.head_of(mention)
    if head.dep == "appos" and is_role(head.head):
        yield head.head
    for child in head.children:
        if child.dep == "appos" and child.i > inside[-1].i:
            yield from _with_conjuncts(child)
    if head.dep == "nsubj" and head.head.lemma in ("be", "become", "remain"):
        for sibling in head.head.children:
            if sibling.dep == "attr":
                yield from _with_conjuncts(sibling)


def _with_conjuncts(noun: Token) -> Iterator[Token]:
    if is_role(noun):
        yield noun
    for child in noun.children:
        if child.dep == "conj" and is_role(child):
            yield child
