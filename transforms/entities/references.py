"""Whom a noun phrase means: a name, a title ("the foreign minister") or a pronoun."""

from collections.abc import Sequence
from typing import NamedTuple, Optional

from schemas.records import Mention
from transforms.entities.names import coarse, fold
from transforms.entities.phrases import NOUNS, Names, country_of_phrase, modifiers, owners, phrase_head, read_names
from transforms.entities.roles import Introduction, describe, introductions, is_role
from transforms.entities.titles import BODIES, INSTITUTIONS, RULERS
from transforms.ids import content_id
from transforms.text.document import Document
from transforms.text.tokens import Token


class Resolution(NamedTuple):
    """The entity that a phrase means, and how we know (vocabulary.SOURCE_RESOLUTIONS)."""

    entity_id: str
    name: str
    how: str
    country: Optional[str]


def resolve_reference(
    document: Document,
    mentions: Sequence[Mention],
    start: int,
    end: int,
    speakers: Sequence[Resolution],
) -> Optional[Resolution]:
    """Return whom the phrase `document.text[start:end]` means, or None where that is not told.

    `mentions` are the report's, in order; `speakers` the sources resolved before, in order of the
    text: a pronoun means an earlier speaker sooner than the person named last.
    """
    tokens = document.tokens_between(start, end)
    if not tokens:
        return None
    names = read_names(document, mentions)
    return meant_by(names, phrase_head(tokens), speakers)


def meant_by(names: Names, head: Token, speakers: Sequence[Resolution]) -> Optional[Resolution]:
    """Return whom the phrase headed by `head` means."""
    mention = names.of(head) or _named_beside(names, head)
    if mention:
        how = "self" if fold(mention.text) == fold(mention.name) else "name"
        return Resolution(mention.entity_id, mention.name, how, mention.country or country_of_phrase(names, head))
    return None


def _named_beside(names: Names, head: Token) -> Optional[Mention]:
    """The name that a phrase gives its head: "the Islamic State group", "the minister, Ann Smith"."""
    for child in head.children:
        if child.dep == "appos" and child.pos == "PROPN":
            mention = names.of(child)
            if mention and (mention.label == "PERSON") == is_role(head):
                return mention
    if head.lower in BODIES or head.lower in RULERS:
        before = modifiers(head, names.document.tokens)
        if before:
            mention = names.of(before[-1])
            if mention and (mention.label == "ORG" or head.lower in RULERS):
                return mention
    if head.lower in RULERS:
        for owner in owners(head, names.document.tokens):
            return names.of(owner)
    return None
