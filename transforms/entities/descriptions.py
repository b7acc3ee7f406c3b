"""Whom a description means: "the foreign minister", "the spokesperson", "the ministry", "the group"."""

from typing import Optional

from schemas.records import Mention
from transforms.entities.names import fold
from transforms.entities.phrases import Names, country_of_phrase, modifiers, owners
from transforms.entities.roles import Introduction, Role, describe, is_role, role_noun
from transforms.entities.titles import BODIES, INSTITUTIONS
from transforms.text.tokens import Token

# How far back a body of a kind ("the company") may have been named, in sentences.
_MAX_BACK = 4


def described_person(names: Names, given: list[Introduction], noun: Token) -> Optional[Mention]:
    """Return the named person that a definite description by role means.

    The role's noun, the words that say which one ("foreign") and the country must agree with how the
    person was introduced. Of several, the one introduced in just these words is meant, then the one
    named last. An unnamed holder of such a role who comes nearer makes it unclear: None.
    """
    if not is_role(noun) or not is_definite(noun):
        return None
    wanted = describe(names, noun)
    fits = [intro for intro in given if _agree(wanted, intro.role) and intro.role.end <= noun.start]
    if not fits and names.document.sentences[noun.sentence].kind in ("headline", "standfirst"):
        fits = [intro for intro in given if _agree(wanted, intro.role)]
    if not fits:
        return None
    exact = [intro for intro in fits if _same_words(wanted, intro.role)]
    chosen = max(exact or fits, key=lambda intro: _last_named(names, intro.mention, noun.start))
    return None if _other_between(names, chosen, noun) else chosen.mention


def is_definite(noun: Token) -> bool:
    """Whether a phrase points at someone known: "the minister", "Pakistan's minister", "Minister"."""
    determiner = next((child for child in noun.children if child.dep in ("det", "poss")), None)
    if determiner is None:
        return noun.pos == "PROPN"
    return determiner.dep == "poss" or determiner.lower in ("the", "this", "that")


def _agree(wanted: Role, given: Role) -> bool:
    if wanted.noun != given.noun or not wanted.words <= given.words or not wanted.status <= given.status:
        return False
    return wanted.country is None or given.country is None or wanted.country == given.country


def _same_words(wanted: Role, given: Role) -> bool:
    return wanted.words == given.words and wanted.status == given.status


def _last_named(names: Names, mention: Mention, before: int) -> int:
    """Where the entity of `mention` was last named in front of `before`; -1 if only behind it."""
    return max((m.start for m in names.by_entity[mention.entity_id] if m.start < before), default=-1)


def _other_between(names: Names, chosen: Introduction, noun: Token) -> bool:
    """Whether someone unnamed in the same role was brought in since the person was last named."""
    last = _last_named(names, chosen.mention, noun.start)
    if last < 0:
        return False
    return any(
        is_role(token)
        and token.dep != "appos"
        and not is_definite(token)
        and names.of(token) is None
        and role_noun(token) == chosen.role.noun
        for token in names.document.tokens_between(last, noun.start)[:-1]
        if token.pos == "NOUN" and not _introduces(names, token)
    )


def _introduces(names: Names, noun: Token) -> bool:
    """Whether a role stands in front of the name of who has it."""
    return noun.i + 1 < len(names.document.tokens) and names.of(names.document.tokens[noun.i + 1]) is not None


def described_body(names: Names, noun: Token) -> Optional[Mention]:
    """Return the named organisation that "the ministry", "the Supreme Court's" or "the group" means.

    A body whose name holds the noun is meant, the nearest first; if its words are more ("the foreign
    ministry"), the name must hold them too.
    """
    word = noun.lower
    if word not in BODIES or not is_definite(noun):
        return None
    tokens = names.document.tokens
    wanted = {token.lower for token in modifiers(noun, tokens) if names.of(token) is None}
    country = country_of_phrase(names, noun)
    for mention in reversed(names.mentions):
        if mention.end <= noun.start and mention.label == "ORG":
            have = set(fold(mention.name).split())
            if word in have and wanted <= have and (country is None or mention.country in (None, country)):
                return mention
    return None


def institution(names: Names, noun: Token) -> Optional[tuple[str, Optional[str]]]:
    """Return the name and country of a state's one body: "Afghanistan's foreign ministry".

    The phrase must say whose it is; then it names the body as well as its own name would.
    """
    if noun.lower not in INSTITUTIONS:
        return None
    country = country_of_phrase(names, noun)
    if country is None:
        return None
    tokens = names.document.tokens
    words = modifiers(noun, tokens)
    first = (words or [noun])[0]
    owner = next(iter(owners(noun, tokens)), None)
    if owner is not None and owner.i < first.i:
        first = owner
    return names.document.text[first.start : noun.end], country
