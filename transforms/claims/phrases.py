"""Read phrases off the parse: what lies below a word, who a verb's subject is, where a span begins and ends.

Token numbers, not offsets, are the currency here: a content is a set of token numbers until
`claims.py` turns it into spans of the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Optional

from transforms.text.tokens import Token


def word_set(words: str) -> frozenset[str]:
    """The words of a table row, separated by spaces."""
    return frozenset(words.split())


SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVE_PRONOUNS = frozenset({"WDT", "WP"})
# Clauses that set the narrator's own word, or another speaker, against what was said.
CONTRASTS = frozenset({"while", "although", "though", "whereas"})
# Verbs of saying that have no person for their passive's subject.
_ONLY_SAID = frozenset({"say", "claim", "argue", "suggest", "admit", "write", "add"})
# What someone issues to speak through it: "issued a statement saying".
VEHICLES = word_set(
    "statement letter report email article memo tweet post message release note brief speech op-ed document "
    "resolution video ad interview essay column"
)
# Verbs of not doing what follows: "refused to say".
REFUSING = frozenset({"decline", "refuse"})
# Kinds of clause that lean on a noun and are no part of its name.
_LOOSE_CLAUSES = frozenset({"relcl", "advcl", "parataxis", "ccomp"})
# What parts a sentence more than a comma does.
BREAKS = frozenset({":", ";", "-", "--", "—", "–"})
_EDGES = frozenset(",;:–—-.")


class Subject(NamedTuple):
    """Whose words: the head of a noun phrase, and whether it was found above the cue's own clause."""

    head: Token
    inherited: bool


def below(token: Token) -> set[int]:
    """The numbers of the token and of all below it."""
    found, stack = set(), [token]
    while stack:
        here = stack.pop()
        found.add(here.i)
        stack.extend(here.children)
    return found


def below_all(heads: Iterable[Token]) -> set[int]:
    """The numbers of the tokens and of all below them."""
    found: set[int] = set()
    for head in heads:
        found |= below(head)
    return found


def child(token: Token, *deps: str) -> Optional[Token]:
    """The first child that hangs on one of `deps`."""
    for other in token.children:
        if other.dep in deps:
            return other
    return None


def children(token: Token, *deps: str) -> list[Token]:
    """The children that hang on one of `deps`, in order."""
    return [other for other in token.children if other.dep in deps]


def is_verb(token: Token) -> bool:
    """Whether the model reads the token as a verb or an auxiliary."""
    return token.pos in ("VERB", "AUX")


def is_infinitive(verb: Token) -> bool:
    """Whether the verb has "to" before it."""
    return any(other.dep == "aux" and other.lower == "to" for other in verb.children)


def is_misjoined(verb: Token) -> bool:
    """Whether a finite verb is joined to an infinitive: "vowed to stay and thanked them".

    By its form it goes with the verb above the infinitive, whatever the model made of it.
    """
    finite = verb.dep == "conj" and verb.tag in ("VBD", "VBZ") and verb.lower != verb.lemma
    return finite and is_infinitive(verb.head) and child(verb, "nsubj", *PASSIVE_SUBJECTS) is None


def agent_of(verb: Token) -> Optional[Token]:
    """Who did it, of a passive: the noun after "by"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by else None


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive: finite ("was accused"), or a bare participle ("long accused of")."""
    if child(verb, "auxpass", *PASSIVE_SUBJECTS):
        return not _is_perfect(verb)
    return verb.tag == "VBN" and not child(verb, "aux") and verb.dep in ("acl", "advcl", "relcl")


def _is_perfect(verb: Token) -> bool:
    """Whether the model takes "has" for "is": "She's said that ..."; of "it" it may be either."""
    auxiliary, subject = child(verb, "auxpass"), child(verb, *PASSIVE_SUBJECTS, "nsubj")
    short = auxiliary is not None and auxiliary.lower in ("'s", "’s")
    spoken = child(verb, "ccomp") is not None and verb.lemma in _ONLY_SAID
    return short and spoken and subject is not None and subject.lower != "it"


def phrase_span(head: Token, cue: Token, tokens: Sequence[Token]) -> tuple[int, int]:
    """First and last token number of the noun phrase of `head`, as a source is quoted.

    Title and apposition belong to it; clauses that lean on it, and the cue, don't.
    """
    inside = below(head)
    for i in sorted(inside):
        token = tokens[i]
        leans = token.dep in _LOOSE_CLAUSES or (token.dep == "acl" and token.head is head)
        if (leans and token is not head) or token is cue:
            inside -= below(token)
    inside.add(head.i)
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while last > first and (tokens[last].pos == "PUNCT" or tokens[last].dep in ("cc", "case")):
        last -= 1
    opened = sum((t.text == "(") - (t.text == ")") for t in tokens[first : last + 1])
    if opened > 0 and last + 1 < len(tokens) and tokens[last + 1].text == ")":
        last += 1
    while first < last and tokens[first].pos == "PUNCT":
        first += 1
    return first, last


def runs(numbers: Iterable[int], tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The unbroken runs of token numbers, in order, without edge punctuation or wordless runs."""
    ordered = sorted(numbers)
    begin = 0
    for k in range(1, len(ordered) + 1):
        if k < len(ordered) and ordered[k] == ordered[k - 1] + 1:
            continue
        first, last = ordered[begin], ordered[k - 1]
        begin = k
        while first <= last and tokens[first].text in _EDGES:
            first += 1
        while last >= first and tokens[last].text in _EDGES:
            last -= 1
        if first <= last and any(is_word(tokens[i]) for i in range(first, last + 1)):
            yield first, last


def is_word(token: Token) -> bool:
    """Whether the token holds a letter or a digit."""
    text = token.text
    return text.isalnum() or (len(text) > 1 and any(map(str.isalnum, text)))
