"""Names that the model missed: told by their form, or known from elsewhere in the article."""

import re
from collections.abc import Iterable, Sequence
from typing import Optional

from transforms.entities.countries import country_of, state_named
from transforms.entities.names import Words, folded, is_hyphened, organisations, surname_of, without_suffix
from transforms.entities.spans import NameSpan, gaps, is_name, is_title_case, words_of
from transforms.entities.titles import HONORIFICS, ROLES
from transforms.text.document import Document
from transforms.text.tokens import Token

# "BMW", "BuzzFeed"; "McCain" and "DeSantis" are people.
_INITIALS = re.compile(r"[A-Z]{3,8}|(?!Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z][a-z]+[A-Z][A-Za-z]+")

_THE_GROUP = "IS"
# Seats of government that the model seldom sees.
_SEATS = frozenset({"Downing Street", "Whitehall"})
# How many words the name of a person may have.
_MAX_NAME = 4


def with_new_names(document: Document, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """`spans`, and the names that their form gives away where the model saw none.

    A name behind a title in capitals ("Acting Foreign Minister Amir Khan Muttaqi") is a person; what is
    written in capitals and acts ("BMW said"), or stands in brackets behind the organisation of these
    initials, is an organisation; a country's own name is a country.
    """
    tokens = document.tokens
    found: list[NameSpan] = []
    for first, last in gaps(document, spans):
        i = first
        while i < last:
            span = _the_group(tokens, i) if tokens[i].text == _THE_GROUP else None
            if span is None and tokens[i].pos == "PROPN":
                span = _titled_name(tokens, i, last) or _country(tokens, i, last) or _initials(tokens, i)
            if span:
                found.append(span)
                i = span.last
            else:
                i += 1
    spans = sorted([*spans, *found])
    return sorted([*spans, *_abbreviations(tokens, spans)])


def _titled_name(tokens: Sequence[Token], i: int, last: int) -> Optional[NameSpan]:
    """A run of names in capitals behind a title in capitals, at `i`."""
    if i == 0 or tokens[i - 1].sentence != tokens[i].sentence:
        return None
    title = tokens[i - 1]
    word = title.lower.rstrip(".")
    if not title.text[0].isupper() or not (word in HONORIFICS or word in ROLES):
        return None
    end = i
    while end < last and end - i < _MAX_NAME and _is_name_word(tokens[end]):
        end += 1
    span = NameSpan(i, end, "PERSON")
    enough = end - i > 1 or (end - i == 1 and word in HONORIFICS)
    return span if enough and is_name(tokens, span) else None


def _the_group(tokens: Sequence[Token], i: int) -> Optional[NameSpan]:
    """Islamic State in short: the "IS" at `i`, where the words beside it are not in capitals."""
    beside = [t for t in tokens[max(0, i - 1) : i + 2] if t is not tokens[i] and t.text.isalpha()]
    shouted = any(t.text.isupper() and len(t.text) > 1 for t in beside)
    return None if shouted or not beside else NameSpan(i, i + 1, "ORG")


def _is_name_word(token: Token) -> bool:
    free = token.pos == "PROPN" and not token.entity and token.text.istitle()
    return free and token.lower not in HONORIFICS and token.lower not in ROLES


def _initials(tokens: Sequence[Token], i: int) -> Optional[NameSpan]:
    """A word in capitals, or with one inside, that acts or owns: "BMW said", "BuzzFeed's"."""
    token = tokens[i]
    if not _INITIALS.fullmatch(token.text):
        return None
    acts = token.dep in ("nsubj", "nsubjpass", "poss") and token.head.pos in ("VERB", "NOUN", "AUX")
    acts = acts or token.head.dep == "agent"
    span = NameSpan(i, i + 1, "ORG")
    return span if acts and is_name(tokens, span) and _stands_alone(tokens, i, i + 1) else None


def _country(tokens: Sequence[Token], i: int, last: int) -> Optional[NameSpan]:
    if not tokens[i].text[0].isupper():
        return None
    for length in (3, 2, 1):
        if i + length <= last:
            span = NameSpan(i, i + length, "GPE")
            if not tokens[span.last - 1].text[0].isupper():
                continue
            name = " ".join(words_of(tokens, span))
            if (
                (state_named(name) or name in _SEATS)
                and country_of(name)
                and _stands_alone(tokens, i, i + length)
            ):
                return span
    return None


def _abbreviations(tokens: Sequence[Token], spans: Sequence[NameSpan]) -> list[NameSpan]:
    """The "IAEA" in "the International Atomic Energy Agency (IAEA)", where the model did not see it."""
    found = []
    taken = {span.first for span in spans}
    for span in spans:
        i = span.last + 1
        if span.last - span.first < 2 or i + 1 >= len(tokens) or i in taken:
            continue
        letters = tokens[i].text
        bracketed = tokens[span.last].text == "(" and tokens[i + 1].text == ")"
        if bracketed and letters.isalpha() and letters.isupper():
            before = tokens[max(0, span.last - 2 * len(letters)) : span.last]
            initials = "".join([token.text[0] for token in before if token.text[0].isupper()])
            if len(letters) > 1 and initials.endswith(letters):
                found.append(NameSpan(i, i + 1, "ORG"))
    return found


def with_known_names(
    document: Document, spans: Sequence[NameSpan], labels: dict[Words, str]
) -> list[NameSpan]:
    """`spans`, and the places where a name known from elsewhere stands and the model saw none.

    Known are the names of the article, people's surnames, and the table of groups and agencies; as
    written, and in capitals. `labels` gets the label of what is added.
    """
    tokens = document.tokens
    written: dict[Words, None] = {}
    surnames: set[str] = set()
    for span in spans:
        words = words_of(tokens, span)
        written[words] = None
        written[tuple([word.upper() for word in words])] = None
        if labels[folded(words)] == "PERSON" and len(words) > 1:
            (surname,) = surname_of(words)
            surnames.add(surname)
            written[(surname,)] = written[(surname.upper(),)] = None
            words = without_suffix(words)
            if len(words) > 2 and not is_hyphened(words):  # "Suu Kyi"
                written[words[-2:]] = None
    # "Price said": a surname that the model takes for a common noun, and the report never writes small.
    small = {token.text for token in tokens if token.text.islower() and token.text.title() in surnames}
    index = _by_first_word([*written, *organisations()])
    found = []
    for first, last in gaps(document, spans):
        i = first
        while i < last:
            names = index.get(tokens[i].text)
            length = _longest(tokens, i, last, names) if names else 0
            acts = length == 1 and tokens[i].dep == "nsubj" and tokens[i].text in surnames
            if length and _stands_alone(tokens, i, i + length, acts and tokens[i].lower not in small):
                span = NameSpan(i, i + length, "")
                labels.setdefault(folded(words_of(tokens, span)), "ORG")
                found.append(span)
                i += length
            else:
                i += 1
    return sorted([*spans, *found])


def _longest(tokens: Sequence[Token], first: int, last: int, names: Sequence[Words]) -> int:
    """The length of the longest of `names` that stands at `first`; 0 if none does."""
    for words in names:
        if first + len(words) <= last and words_of(tokens, NameSpan(first, first + len(words), "")) == words:
            return len(words)
    return 0


def _by_first_word(names: Iterable[Words]) -> dict[str, list[Words]]:
    index: dict[str, list[Words]] = {}
    for words in names:
        index.setdefault(words[0], []).append(words)
    for same in index.values():
        same.sort(key=len, reverse=True)
    return index


def _stands_alone(tokens: Sequence[Token], first: int, last: int, sure: bool = False) -> bool:
    """Whether the words are a name here: no common word, unless we are `sure`, nor part of a longer name."""
    if not sure and not any(token.pos == "PROPN" for token in tokens[first:last]):
        return False
    if first and _is_name_beside(tokens[first - 1], tokens[first]):
        word = tokens[first - 1].lower.rstrip(".")
        if word not in HONORIFICS and word not in ROLES:
            return False
    if last >= len(tokens) or not _is_name_beside(tokens[last], tokens[last - 1]):
        return True
    # In a headline a capital shows no name.
    end = last
    while end < len(tokens) and tokens[end].sentence == tokens[first].sentence:
        end += 1
    return is_title_case(tokens[first:end])


def _is_name_beside(token: Token, name: Token) -> bool:
    apart = min(abs(token.start - name.end), abs(name.start - token.end))
    beside = token.sentence == name.sentence and apart <= 1
    return beside and token.pos == "PROPN" and token.text[0].isupper() and name.dep != "appos"
