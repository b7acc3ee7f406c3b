"""The stretches of tokens that name something, as the language model sees them, trimmed to the name."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.entities.filed import dateline_of, filed_at
from transforms.entities.names import LABELS, PARTICLES, Words, fold, no_names
from transforms.entities.titles import HONORIFICS, ROLES
from transforms.text.document import Document
from transforms.text.tokens import Token


class NameSpan(NamedTuple):
    """`document.tokens[first:last]`, and its label."""

    first: int
    last: int
    label: str


class Trim(NamedTuple):
    """Why a token is cut off a span's edge; `example` shows such a token in brackets."""

    name: str
    applies: Callable[[Token, str], bool]
    example: str


def _is_mark(token: Token, label: str) -> bool:
    # "Inc." is a token with letters; a mark has none.
    return not any(c.isalnum() for c in token.text)


def _is_article(token: Token, label: str) -> bool:
    return token.lower in _ARTICLES


def _is_possessive(token: Token, label: str) -> bool:
    return token.lower in ("'s", "s'")


def _is_title(token: Token, label: str) -> bool:
    if label != "PERSON":
        return False
    word = token.lower.rstrip(".")
    return word in HONORIFICS or word in ROLES


def _is_common(token: Token, label: str) -> bool:
    return token.text.islower() and token.lower not in PARTICLES


def _is_verb(token: Token, label: str) -> bool:
    # Not the base form: "Mark" and "Grace" are people.
    return token.tag in ("VBG", "VBN") and token.begins


def _is_pronoun(token: Token, label: str) -> bool:
    return token.pos == "PRON"


_ARTICLES = frozenset(["the", "a", "an"])
_TITLES = _ARTICLES | HONORIFICS | ROLES
LEADING = (
    Trim("mark", _is_mark, "[“]Amnesty International”"),
    Trim("article", _is_article, "[the] Red Cross"),
    Trim("possessive", _is_possessive, "['s] Foreign Office"),
    Trim("title", _is_title, "[President] Ashraf Ghani"),
    Trim("common word", _is_common, "[executive] European Commission"),
    Trim("verb", _is_verb, "[Visiting] Geneva"),
)
TRAILING = (
    Trim("mark", _is_mark, "Amnesty International[”]"),
    Trim("possessive", _is_possessive, "Ashraf Ghani['s]"),
    Trim("article", _is_article, "Ashraf Ghani - [A]"),
    Trim("pronoun", _is_pronoun, "Ashraf Ghani - [He] was there."),
    Trim("common word", _is_common, "Islamic State [group]"),
)

# How long each half of a Korean given name is at most, and what else follows a hyphen so short.
_HALF_NAME = 5
_AFTER_HYPHEN = frozenset(
    ["led", "era", "like", "style", "type", "run", "born", "to", "made", "owned", "based", "elect", "ally",
     "loyal", "free", "linked", "built", "lite", "esque", "ish", "and"]
)  # fmt: skip
# "(R-Ohio)", "D-N.Y.": a party and a state.
_ADDRESS = re.compile(r"^[@#]|://|^www\.|\.[a-z]{2,3}/|^(?:Jr|Sr)\.?$")
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z][A-Za-z.]*")

# A name does not go on behind one of these.
_BREAKS = frozenset("/(;:|•")
_QUOTES = frozenset("“”\"‘'")
# The places of a dateline, and their states: "LONDON / NEW YORK", "NOVI, Serbia".
_PARTED = re.compile(r"[^\s/,](?:[^/,]*[^\s/,])?")

# Words for an army, a movement, a party, a community, and what it is of or for.
_GROUP = re.compile(
    r"\b(?:Ansar|Hara?kat|H[ei]zb|Jaish|Jama'?at|Jamiat|Lashkar|Sipah|T[ae]hr(?:ee|i)k)"
    r"-(?:e|i|al|ud|ul|ur|us)-[A-Z]\w+(?:-(?:e|i|al|ud|ul|ur|us)-[A-Z]\w+)?"
)

# A line of so many words in capitals alone shows no names: there the model guesses.
_MIN_CAPITALS = 2


def name_spans(document: Document) -> list[NameSpan]:
    """Return the model's names of `document`, in order, trimmed; those with nothing left are dropped.

    Credits and the dateline are furniture, not names of the report, but for the dateline's places. A name
    ends at a slash ("REUTERS / Ann Smith"), at an opening bracket, and at the end of its sentence. Lines in
    capitals are left to the names known from elsewhere.
    """
    tokens = document.tokens
    spans = _places_filed_at(document)
    for first, last in stretches(document):
        if _in_capitals(tokens[first:last]):
            continue
        opened, label = -1, ""
        for i in range(first, last):
            token = tokens[i]
            entity = token.entity
            inside = entity in LABELS and token.text not in _BREAKS
            if entity == "PERSON" and token.text in _QUOTES:
                inside = False
            if opened >= 0 and (not inside or token.entity_begins or entity != label):
                spans.append(NameSpan(opened, i, label))
                opened = -1
            if inside and opened < 0:
                opened, label = i, entity
        if opened >= 0:
            spans.append(NameSpan(opened, last, label))
    spans = _with_groups(document, spans)
    trimmed = [trim(tokens, part) for span in spans for part in _parts(tokens, span)]
    # The dateline stands behind the headline.
    return sorted(span for span in trimmed if is_name(tokens, span))


def _with_groups(document: Document, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """`spans` with the groups whose name the model takes apart: "Lashkar-e-Khurasan", the army of that."""
    found = list(spans)
    for match in _GROUP.finditer(document.text) if "-" in document.text else ():
        within = document.tokens_between(*match.span())
        first, last = within[0].i, within[-1].i + 1
        if any(span.first <= first and last <= span.last for span in found):
            continue
        found = [span for span in found if span.last <= first or last <= span.first]
        found.append(NameSpan(first, last, "ORG"))
    return found


def _parts(tokens: Sequence[Token], span: NameSpan) -> list[NameSpan]:
    """A span cut at its commas, as a list of names; "Health, Labor and Trade" is one."""
    inside = tokens[span.first : span.last]
    commas = [token.i for token in inside if token.text == ","]
    if not commas or any(token.lower in ("and", "&", "of", "for") for token in inside):
        return [span]
    edges = [span.first - 1, *commas, span.last]
    return [NameSpan(a + 1, b, span.label) for a, b in pairwise(edges)]


def stretches(document: Document) -> list[tuple[int, int]]:
    """The tokens of each sentence as `[first:last]`, furniture left out."""
    found = []
    filed = filed_at(document)
    for sentence in document.sentences:
        if sentence.kind == "credit":
            continue
        first = sentence.first
        while first < sentence.last and document.tokens[first].start in filed:
            first += 1
        if first < sentence.last:
            found.append((first, sentence.last))
    return found


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether a sentence writes Each Word Large, as headlines do, so that capitals show no names there."""
    words = 0
    for token in tokens:
        if len(token.text) > 3 and token.text.isalpha():
            if not token.text[0].isupper():
                return False
            words += 1
    return words > 2


def gaps(document: Document, spans: Sequence[NameSpan]) -> list[tuple[int, int]]:
    """The stretches of tokens between `spans`, furniture left out."""
    found = []
    at = 0
    for first, last in stretches(document):
        while at < len(spans) and spans[at].first < last:
            if first < spans[at].first:
                found.append((first, spans[at].first))
            first = max(first, spans[at].last)
            at += 1
        if first < last:
            found.append((first, last))
    return found


def trim(tokens: Sequence[Token], span: NameSpan) -> NameSpan:
    """Cut off the edges of `span` what LEADING and TRAILING name. It may be empty after."""
    first, last, label = span
    seated = last - first > 2 and label == "PERSON" and tokens[first + 1].lower == "of"  # "Duke of Oslo"
    while first < last and not seated and _is_edge(tokens[first], label, LEADING):
        first += 1
    if label == "PERSON" and ends_in_given_name(tokens, NameSpan(first, last, label)):
        return NameSpan(first, last, label)
    while first < last and _is_edge(tokens[last - 1], label, TRAILING):
        last -= 1
    return NameSpan(first, last, label)


def _is_edge(token: Token, label: str, rules: Sequence[Trim]) -> bool:
    """Whether one of `rules` applies; none does to a plain word of a name, as most are."""
    plain = token.pos == "PROPN" and token.text.isalpha() and token.text[0].isupper()
    if plain and token.lower not in (_TITLES if label == "PERSON" else _ARTICLES):
        return False
    return any(rule.applies(token, label) for rule in rules)


def ends_in_given_name(tokens: Sequence[Token], span: NameSpan) -> bool:
    """Whether a span ends in a given name of two halves, as in Korea: "Lee Min-ji"."""
    if span.last - span.first < 4:
        return False
    one, hyphen, half = tokens[span.last - 3 : span.last]
    touching = hyphen.text == "-" and one.end == hyphen.start and hyphen.end == half.start
    short = len(one.text) <= _HALF_NAME >= len(half.text) and half.text.islower()
    return touching and short and half.text not in _AFTER_HYPHEN


def is_name(tokens: Sequence[Token], span: NameSpan) -> bool:
    """Whether a span holds a capital, is no letter, party or address, nor in the table of no_names."""
    words = words_of(tokens, span)
    joined = "".join(words)
    if len(joined) == 1 or _PARTY_AND_STATE.fullmatch(joined) or _ADDRESS.search(joined):
        return False
    return any(c.isupper() for word in words for c in word) and fold(" ".join(words)) not in no_names()


def words_of(tokens: Sequence[Token], span: NameSpan) -> Words:
    """The words of a span, as written."""
    return tuple([token.text for token in tokens[span.first : span.last]])


def _in_capitals(tokens: Sequence[Token]) -> bool:
    words = 0
    for token in tokens:
        if token.text.isalpha():
            if not token.text.isupper():
                return False
            words += 1
    return words >= _MIN_CAPITALS


def _places_filed_at(document: Document) -> list[NameSpan]:
    """The places of that dateline in which the model sees a name; in capitals it takes many for people."""
    start, head = dateline_of(document)
    places = _PARTED.finditer(document.text, start, start + head.places_end) if head else ()
    found = [document.tokens_between(*match.span()) for match in places]
    return [
        NameSpan(tokens[0].i, tokens[-1].i + 1, "GPE")
        for tokens in found
        if any(token.entity in LABELS for token in tokens)
    ]
