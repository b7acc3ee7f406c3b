"""What the rules ask of a noun phrase: its head, the name it bears, whose it is, its country.

A phrase is known by its head token; `MentionIndex` says which tokens bear which mention.
"""

from collections.abc import Iterator, Sequence
from typing import Optional

from schemas.records import Mention
from transforms.text.document import Document
from transforms.text.tokens import Token

NOUNS = ("NOUN", "PROPN", "PRON")
# Below a noun, in front of its head: what makes a title or a name of several words.
MODIFIERS = frozenset(["compound", "amod", "nmod", "nummod", "npadvmod"])
# Prepositions that say whose someone is.
OWNING = frozenset(["of", "for", "at", "with", "from", "to"])


class MentionIndex:
    """Which tokens of an article bear which mention."""

    def __init__(self, document: Document, mentions: Sequence[Mention]):
        """Index `mentions`, which are `document`'s, in order."""
        self.document = document
        self.mentions = mentions
        self.at: dict[int, Mention] = {}
        self.by_entity: dict[str, list[Mention]] = {}
        self.nouns = [token for token in document.tokens if token.pos == "NOUN"]
        self._inside: dict[int, Sequence[Token]] = {}  # the tokens of a mention, by its start
        self._heads: dict[int, Token] = {}
        for mention in mentions:
            self.by_entity.setdefault(mention.entity_id, []).append(mention)
            self._inside[mention.start] = inside = document.tokens_between(mention.start, mention.end)
            for token in inside:
                self.at[token.i] = mention

    def of(self, token: Token) -> Optional[Mention]:
        """The mention that `token` is part of."""
        return self.at.get(token.i)

    def first_of(self, mention: Mention) -> Token:
        """The first token of `mention`."""
        return self._inside[mention.start][0]

    def tokens_of(self, mention: Mention) -> Sequence[Token]:
        """The tokens of `mention`."""
        return self._inside[mention.start]

    def head_of(self, mention: Mention) -> Token:
        """The token of `mention` by which the rest of the sentence is joined to it."""
        head = self._heads.get(mention.start)
        if head is None:
            head = self._heads[mention.start] = phrase_head(self._inside[mention.start])
        return head


def phrase_head(tokens: Sequence[Token]) -> Token:
    """The token of a stretch whose head lies outside of it; of several the first that is a noun."""
    if len(tokens) == 1:
        return tokens[0]
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head is token]
    return next((token for token in heads if token.pos in NOUNS), heads[0])


def modifiers(noun: Token, tokens: Sequence[Token]) -> list[Token]:
    """The words in front of `noun` that say what it is, in order: "Acting", "Foreign" of "Minister".

    They are read off the text, because the parser hangs the words of a title as often on the name
    behind it as on each other. A possessive, a determiner or a mark ends them.
    """
    first = noun.i
    while first > 0 and tokens[first - 1].sentence == noun.sentence:
        token = tokens[first - 1]
        hyphen = token.text == "-" and first > 1 and tokens[first - 2].end == token.start
        if token.dep not in MODIFIERS and not hyphen:
            break
        first -= 1
    return list(tokens[first : noun.i])


def owners(noun: Token, tokens: Sequence[Token]) -> Iterator[Token]:
    """The nouns that a phrase says its head belongs to: a possessive, and what follows "of", "for", "at".

    Nearest first, and through them: the ministry, then Norway, in "a spokesman for Norway's
    trade ministry".
    """
    first = (modifiers(noun, tokens) or [noun])[0].i
    if first >= 2 and tokens[first - 1].dep == "case" and tokens[first - 2].sentence == noun.sentence:
        yield tokens[first - 2]
    for child in noun.children:
        if child.dep == "prep" and child.i > noun.i and child.lower in OWNING:
            for inner in child.children:
                if inner.dep == "pobj":
                    yield inner
                    yield from owners(inner, tokens)


def country_of_phrase(index: MentionIndex, noun: Token) -> Optional[str]:
    """The country a phrase states for its head: "Pakistani guard", "Iran's army", "the minister of Chad"."""
    tokens = index.document.tokens
    for token in modifiers(noun, tokens):
        mention = index.of(token)
        if mention and mention.country:
            return mention.country
    for owner in owners(noun, tokens):
        for token in (owner, *modifiers(owner, tokens)):
            mention = index.of(token)
            if mention and mention.country:
                return mention.country
    return None
