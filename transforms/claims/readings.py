"""What the rules pass between them: a frame's reading of one cue, and the attribution made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Optional

from transforms.claims.phrases import RELATIVE_PRONOUNS, Subject, below, phrase_span
from transforms.text.tokens import Token


@dataclass(slots=True)
class Reading:
    """What a frame reads at a cue: the content's token numbers, the source, and words of the cue's own."""

    content: set[int]
    source: Optional[Subject]
    cue_words: Sequence[Token] = ()
    addressee: Optional[Token] = None
    relay: Optional[Token] = None  # who passed it on: "quoted as saying by AFP"
    act: Optional[str] = None  # where the cue's words beside the verb tell it: "called for", "called on"


@dataclass(slots=True, eq=False)
class Attribution:
    """One cue with its content and source, in token numbers; spans are first and last token."""

    cue: Token
    frame: str
    act: str
    content: set[int]
    cue_span: tuple[int, int]
    source: Optional[Subject] = None
    source_span: Optional[tuple[int, int]] = None
    addressee: Optional[Token] = None
    relay: Optional[Token] = None
    antecedent_span: Optional[tuple[int, int]] = None  # whom a relative pronoun stands for
    quotations: list[int] = field(default_factory=list)  # which of the paragraph's the content holds
    outer: Optional["Attribution"] = None

    @property
    def level(self) -> int:
        """How many attributions this one lies within."""
        return 0 if self.outer is None else self.outer.level + 1


def attribution(cue: Token, frame: str, act: str, reading: Reading, tokens: Sequence[Token]) -> Attribution:
    """Make an attribution of a reading: the content gives up the words of cue and source."""
    cue_span = _cue_span(cue, reading.cue_words, reading.content)
    content = reading.content - set(range(cue_span[0], cue_span[1] + 1))
    source_span = None
    if reading.source:
        head = reading.source.head
        source_span = phrase_span(head, cue, tokens)
        content -= set(range(source_span[0], source_span[1] + 1))
        phrase = below(head)
        if cue.i not in phrase:
            content -= phrase
    one = Attribution(
        cue, frame, act, content, cue_span, reading.source, source_span, reading.addressee, reading.relay
    )  # fmt: skip
    if reading.source and reading.source.head.tag in RELATIVE_PRONOUNS:
        one.antecedent_span = _antecedent(reading.source.head, cue, tokens)
    return one


def _antecedent(pronoun: Token, cue: Token, tokens: Sequence[Token]) -> Optional[tuple[int, int]]:
    """The noun phrase that a relative clause around `cue` leans on."""
    verb = cue
    while verb.dep not in ("relcl", "ROOT") and verb.head is not verb:
        verb = verb.head
    return phrase_span(verb.head, pronoun, tokens) if verb.dep == "relcl" else None


def _cue_span(cue: Token, words: Sequence[Token], content: set[int]) -> tuple[int, int]:
    """The cue with its auxiliaries, negation, particle, and the adverbs right at it.

    An adverb that is all that was said is not among them: "said so".
    """
    inside = {cue.i, *(word.i for word in words)}
    for other in cue.children:
        if other.dep in ("aux", "auxpass", "neg", "prt") or (
            other.dep == "advmod" and abs(other.i - cue.i) <= 2 and content != {other.i}
        ):
            inside.add(other.i)
    first = last = cue.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last
