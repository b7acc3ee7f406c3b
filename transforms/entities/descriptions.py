"""Whom a description means: "the foreign minister", "the spokesperson", "the ministry", "the group"."""

from collections.abc import Sequence
from typing import NamedTuple, Optional

from schemas.records import Mention
from transforms.entities.names import fold
from transforms.entities.phrases import MentionIndex, country_of_phrase, modifiers, owners
from transforms.entities.roles import Introduction, Role, describe, is_role, role_noun
from transforms.entities.titles import BODIES, INSTITUTIONS, PARTS
from transforms.text.tokens import Token


class Institution(NamedTuple):
    """A state's one body of its kind, as a report brings it in: "Afghanistan's foreign ministry"."""

    name: str
    noun: Token
    words: frozenset[str]
    country: str


def described_person(
    index: MentionIndex, given: Sequence[Introduction], strangers: Sequence[Token], noun: Token
) -> Optional[Mention]:
    """Return the named person that a definite description by role means.

    The role's noun, the words that say which one ("foreign") and the country must agree with how the
    person was introduced, in `given`. Of several, the one introduced in just these words is meant, then
    the one named last. `strangers` are the unnamed_roles: one of the same role who comes nearer makes
    it unclear, and gives None.
    """
    if not is_role(noun) or not is_definite(noun):
        return None
    wanted = describe(index, noun)
    fits = [intro for intro in given if _agree(wanted, intro.role) and intro.role.end <= noun.start]
    if not fits and index.document.sentences[noun.sentence].kind in ("headline", "standfirst"):
        fits = [intro for intro in given if _agree(wanted, intro.role)]
    if not fits:
        return None
    exact = [intro for intro in fits if _same_words(wanted, intro.role)]
    chosen = max(exact or fits, key=lambda intro: _last_named(index, intro.mention, noun.start))
    last = _last_named(index, chosen.mention, noun.start)
    nearer = (stranger for stranger in strangers if last <= stranger.start < noun.start)
    if last >= 0 and any(role_noun(stranger) == role_noun(noun) for stranger in nearer):
        return None
    return chosen.mention


def is_definite(noun: Token) -> bool:
    """Whether a phrase points at someone known: "the minister", "Pakistan's minister"; not "his lawyer"."""
    determiner = next((child for child in noun.children if child.dep in ("det", "poss")), None)
    if determiner is None:
        return noun.pos == "PROPN"
    if determiner.dep == "poss":
        return determiner.pos != "PRON"
    return determiner.lower in ("the", "this", "that")


def _agree(wanted: Role, given: Role) -> bool:
    if wanted.noun != given.noun or not wanted.words <= given.words or not wanted.status <= given.status:
        return False
    return wanted.country is None or given.country is None or wanted.country == given.country


def _same_words(wanted: Role, given: Role) -> bool:
    return wanted.words == given.words and wanted.status == given.status


def _last_named(index: MentionIndex, mention: Mention, before: int) -> int:
    """Where the entity of `mention` was last named in front of `before`; -1 if only behind it."""
    return max((m.start for m in index.by_entity[mention.entity_id] if m.start < before), default=-1)


def unnamed_roles(index: MentionIndex) -> list[Token]:
    """Return the nouns that bring in someone by role without naming anyone: "a spokesman"."""
    tokens = index.document.tokens
    return [
        token
        for token in index.nouns
        if token.dep != "appos"
        and is_role(token)
        and not is_definite(token)
        and index.of(token) is None
        and (token.i + 1 == len(tokens) or index.of(tokens[token.i + 1]) is None)
    ]


def group_of_part(index: MentionIndex, noun: Token) -> Optional[Mention]:
    """Return the named group that acts through a part of it: "the local branch of X"."""
    if noun.lower not in PARTS:
        return None
    tokens = index.document.tokens
    near = (index.of(token) for token in (*owners(noun, tokens), *reversed(modifiers(noun, tokens))))
    return next((mention for mention in near if mention and mention.label == "ORG"), None)


def described_body(index: MentionIndex, noun: Token) -> Optional[Mention]:
    """Return the named organisation that "the ministry", "the supreme court" or "the group" means.

    A body whose name holds the noun is meant, the nearest first; if its words are more ("the foreign
    ministry"), the name must hold them too. Another body of the kind that is described nearer ("Chile's
    disaster agency") makes it unclear, and gives None.
    """
    word = noun.lower
    if word not in BODIES or not is_definite(noun):
        return None
    tokens = index.document.tokens
    wanted = {token.lower for token in modifiers(noun, tokens) if index.of(token) is None}
    country = country_of_phrase(index, noun)
    for mention in reversed(index.mentions):
        if mention.end <= noun.start and mention.label == "ORG":
            have = set(fold(mention.name).split())
            reporting = "news" in have and _is_described_between(index, index.mentions[0], noun)
            if reporting:
                continue  # not the news agency that the report quotes, but the agency that it is about
            if word in have and wanted <= have and (country is None or mention.country in (None, country)):
                return None if _is_described_between(index, mention, noun) else mention
    return None


def _is_described_between(index: MentionIndex, mention: Mention, noun: Token) -> bool:
    """Whether another body of the noun's kind, without a name, comes between `mention` and `noun`."""
    tokens = index.document.tokens
    between = index.document.tokens_between(mention.end, noun.start)
    same = (t for t in between if t.lower == noun.lower and t.pos == "NOUN" and index.of(t) is None)
    return any(modifiers(token, tokens) or list(owners(token, tokens)) for token in same)


def institutions(index: MentionIndex) -> list[Institution]:
    """Return the bodies that a report does not name but describes by their state, in order.

    Whose the body is must be said; then the phrase says as much as a name would.
    """
    tokens = index.document.tokens
    found = []
    for noun in index.nouns:
        if noun.lower not in _INSTITUTION_NOUNS or index.of(noun):
            continue
        words = modifiers(noun, tokens)
        kind = " ".join(token.lower for token in [*words[-1:], noun])
        country = country_of_phrase(index, noun)
        if country and (noun.lower in INSTITUTIONS or kind in INSTITUTIONS):
            first = (words or [noun])[0]
            owner = next(iter(owners(noun, tokens)), None)
            if owner is not None and owner.i < first.i:
                first = owner
            own = frozenset(token.lower for token in words if index.of(token) is None)
            named = index.of(first)
            begin = min(first.start, named.start) if named else first.start
            name = " ".join(index.document.text[begin : noun.end].split())
            found.append(Institution(name, noun, own, country))
    return found


_INSTITUTION_NOUNS = frozenset(name.split()[-1] for name in INSTITUTIONS)


def described_institution(
    index: MentionIndex, given: Sequence[Institution], noun: Token
) -> Optional[Institution]:
    """Return the institution that a phrase is, or that "the ministry" means: the nearest before it."""
    if not is_definite(noun):
        return next((one for one in given if one.noun is noun), None)
    wanted = {token.lower for token in modifiers(noun, index.document.tokens) if index.of(token) is None}
    country = country_of_phrase(index, noun)
    for one in reversed(given):
        if one.noun is noun:
            return one
        same = one.noun.lower == noun.lower and wanted <= one.words
        if one.noun.i < noun.i and same and country in (None, one.country):
            return one
    return None
