"""Tokens, as the language model sees them, free of its library."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Token:
    """One token. `i` counts through the whole article; a root is its own `head`."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str  # Universal POS
    tag: str  # Penn Treebank
    dep: str  # ClearNLP, as spaCy's English models give it
    entity: str  # OntoNotes label, or ""
    entity_begins: bool
    head: "Token" = field(init=False, repr=False)
    children: list["Token"] = field(default_factory=list, repr=False)
    sentence: int = -1  # ordinal
    quoted: bool = False  # inside quotation marks
    begins: bool = False  # the model begins a sentence here
    lower: str = field(init=False, repr=False)  # the text in lower case, typographic apostrophes made plain

    def __post_init__(self) -> None:
        # Once: the rules ask for it ten times a token.
        self.lower = self.text.lower().replace("’", "'")

    def subtree(self) -> list["Token"]:
        """The token and all below it, in the order of the text."""
        found, stack = [], [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        return sorted(found, key=lambda token: token.i)

    def ancestors(self) -> Iterator["Token"]:
        """The head, its head, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token
