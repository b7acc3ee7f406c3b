"""One label for each name of an article, by vote: the model's, and what the context tells."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from transforms.entities.countries import country_of, nationality, state_named
from transforms.entities.names import (
    LEGAL_FORMS,
    Words,
    folded,
    has_suffix,
    is_hyphened,
    reviewed_labels,
    without_suffix,
)
from transforms.entities.spans import NameSpan, words_of
from transforms.entities.titles import BODIES, HONORIFICS, ROLES
from transforms.text.tokens import Token


class Evidence(NamedTuple):
    """What stands beside a name and tells what it is; `example` has the name in brackets."""

    name: str
    label: str
    applies: Callable[[Sequence[Token], NameSpan], bool]
    example: str


def _before(tokens: Sequence[Token], span: NameSpan) -> str:
    """The word before the name, in its sentence."""
    if span.first and tokens[span.first - 1].sentence == tokens[span.first].sentence:
        return tokens[span.first - 1].lower.rstrip(".")
    return ""


def _after(tokens: Sequence[Token], span: NameSpan, distance: int = 0) -> str:
    """The word behind the name, in its sentence."""
    i = span.last + distance
    if i < len(tokens) and tokens[i].sentence == tokens[span.first].sentence:
        return tokens[i].text
    return ""


def _titled(tokens: Sequence[Token], span: NameSpan) -> bool:
    # "visitor Springfield" is a team: a title in small letters goes with a full name.
    word = _before(tokens, span)
    shown = span.last - span.first > 1 or tokens[span.first - 1].text[0].isupper()
    return shown and (word in HONORIFICS or word in ROLES)


def _of_a_kind(tokens: Sequence[Token], span: NameSpan) -> bool:
    return _before(tokens, span) in BODIES and tokens[span.first - 1].text.islower()


_OWNING = frozenset(["of", "from", "for", "in", "at"])


def _has_ticker(tokens: Sequence[Token], span: NameSpan) -> bool:
    code = _after(tokens, span, 1)
    is_code = "." in code[1:-1] and code.replace(".", "").isalnum() and code[0].isupper()
    return is_code and _after(tokens, span) == "("


def _has_age(tokens: Sequence[Token], span: NameSpan) -> bool:
    age = _after(tokens, span, 1)
    return _after(tokens, span) == "," and age.isdigit() and len(age) == 2 and _after(tokens, span, 2) == ","


def _who(tokens: Sequence[Token], span: NameSpan) -> bool:
    if _before(tokens, span) in _OWNING:
        return False  # "the senator of Texas, who"
    behind = _after(tokens, span).lower()
    return behind == "who" or (behind == "," and _after(tokens, span, 1).lower() == "who")


def _legal(tokens: Sequence[Token], span: NameSpan) -> bool:
    return span.last - span.first > 1 and tokens[span.last - 1].lower.rstrip(".") in LEGAL_FORMS


def _abbreviation(tokens: Sequence[Token], span: NameSpan) -> bool:
    word = tokens[span.first].text
    single = span.last - span.first == 1 and word.isupper() and word.isalpha() and 3 <= len(word) <= 6
    return single and country_of(word, "GPE") is None


def _kind_behind(tokens: Sequence[Token], span: NameSpan) -> bool:
    if span.label in ("GPE", "LOC", "NORP") or span.last >= len(tokens):
        return False
    kind = tokens[span.last - 1].head
    return kind.i >= span.last and tokens[span.last - 1].dep == "compound" and kind.text in BODIES


# What is "of" a name that is a place's own.
_SETTLEMENTS = frozenset(
    ["city", "district", "hamlet", "municipality", "province", "suburb", "town", "township", "village"]
)


def _settlement(tokens: Sequence[Token], span: NameSpan) -> bool:
    kind = tokens[span.first - 2] if span.first > 1 and _before(tokens, span) == "of" else None
    return kind is not None and kind.text in _SETTLEMENTS


EVIDENCE = (
    Evidence("title", "PERSON", _titled, "minister [Ann Smith]"),
    Evidence("age", "PERSON", _has_age, "[Ann Smith], 45,"),
    Evidence("who", "PERSON", _who, "[Ann Smith], who"),
    Evidence("kind", "ORG", _of_a_kind, "retailer [Smith Brothers]"),
    Evidence("kind behind", "ORG", _kind_behind, "the [Smith] group"),
    Evidence("abbreviation", "ORG", _abbreviation, "[BMW]"),
    Evidence("ticker", "ORG", _has_ticker, "[Smith Brothers] (SMB.L)"),
    Evidence("legal form", "ORG", _legal, "[Smith Brothers Plc]"),
    Evidence("settlement", "GPE", _settlement, "the town of [Umm Sakin]"),
)

_TELLING = HONORIFICS | ROLES | BODIES | {"of"}


def _may_tell(tokens: Sequence[Token], span: NameSpan) -> bool:
    """Whether some of EVIDENCE may apply; beside most names nothing tells."""
    first, last = tokens[span.first], tokens[span.last - 1]
    if first.text.isupper() or last.dep == "compound" or last.lower.rstrip(".") in LEGAL_FORMS:
        return True
    if span.last < len(tokens) and tokens[span.last].lower in ("who", ",", "("):
        return True
    return span.first > 0 and tokens[span.first - 1].lower.rstrip(".") in _TELLING


# The last word of a name of several that tells what it is.
ENDINGS = {
    "ORG": "agency association authority bank bureau coalition college commission committee corporation "
    "council department federation force forces foundation front fund group guards institute inc "
    "ltd ministry movement organisation organization parliament party police senate university "
    "union times post journal news",
    "LAW": "act bill treaty accord amendment convention protocol",
    "EVENT": "cup games olympics championship championships prix festival awards war election elections",
    "FAC": "airport bridge highway stadium avenue street airbase",
    "LOC": "sea ocean river strait straits peninsula mountains valley desert gulf",
}  # fmt: skip


# Words within the names of organisations and never of people.
_NO_PERSON = frozenset(["of", "for", "on", "in", "and", "&", "the"])


def article_labels(tokens: Sequence[Token], spans: Sequence[NameSpan]) -> dict[Words, str]:
    """Return the label of each name of an article, by its folded words.

    Tables of reviewed names decide first, then what the name ends in; then the vote. Last, part of a
    person's full name is that person, unless it is a place or a people by most of its mentions.
    """
    votes: dict[Words, Counter[str]] = {}
    told: dict[Words, Counter[str]] = {}
    hyphened: set[Words] = set()
    for span in spans:
        written = words_of(tokens, span)
        words = folded(written)
        if is_hyphened(written):
            hyphened.add(words)
        votes.setdefault(words, Counter())[span.label] += 1
        for evidence in EVIDENCE if _may_tell(tokens, span) else ():
            if evidence.applies(tokens, span):
                told.setdefault(words, Counter())[evidence.label] += 1
    for words, counts in told.items():
        # The context outvotes the model, unless it contradicts itself.
        if len(counts) == 1:
            votes[words][next(iter(counts))] += sum(votes[words].values()) + 1
    labels = {
        words: "GPE"
        if _is_seat(words, counts) and words not in told
        else _label(words, counts, words in hyphened)
        for words, counts in votes.items()
    }
    for words in list(labels):
        first = words[:1]  # a company by the first word of its name
        if len(words) > 1 and labels[words] == "ORG" and labels.get(first) == "PERSON" and first not in told:
            labels[first] = "ORG"
    for words in list(labels):
        if labels[words] == "PERSON" and len(words) > 1:
            for part in [words[:1]] if words in hyphened else parts_of_name(words):
                if _is_free(part, votes.get(part, Counter())):
                    labels[part] = "PERSON"
    return labels


def parts_of_name(words: Words) -> list[Words]:
    """The shorter forms of a person's full name: each tail of it, and the first name."""
    words, full = without_suffix(words), words
    parts = [*(words[i:] for i in range(1, len(words)) if len(words[i]) > 1), words[:1]]
    return parts if words == full else [words, *parts]


def _is_seat(words: Words, counts: Counter[str]) -> bool:
    """Whether what the model takes for a person is a capital by a name of its own: "Kigali denies it"."""
    name = " ".join(words)
    person = len(words) == 1 and counts.most_common(1)[0][0] == "PERSON"
    return person and country_of(name) is not None and not nationality(name)


def _label(words: Words, counts: Counter[str], hyphened: bool) -> str:
    """The label most of the mentions have; of equals, the one seen first."""
    reviewed = reviewed_labels().get(words)
    if reviewed:
        return reviewed
    label = counts.most_common(1)[0][0]
    name = " ".join(words)
    if label == "PERSON" and any(c.isdigit() for c in name):
        return "PRODUCT"  # "Galaxy S9"
    if has_suffix(words):
        return "PERSON"
    if len(words) > 1 and country_of(name, "GPE") is None:
        if label == "PERSON" and not hyphened and not _NO_PERSON.isdisjoint(words):
            label = "ORG"
        return _ENDING_LABELS.get(words[-1], label)
    if state_named(name) and counts["PERSON"] <= 1:
        return "GPE"
    if label in ("GPE", "ORG", "PERSON", "LOC") and nationality(name):
        return "NORP"
    return label


_ENDING_LABELS = {word: label for label, words in ENDINGS.items() for word in words.split()}


def _is_free(words: Words, counts: Counter[str]) -> bool:
    """Whether part of a person's name means the person: no people, nor a place by most of its mentions."""
    name = " ".join(words)
    if words in reviewed_labels() or nationality(name):
        return False
    places = counts["GPE"] + counts["LOC"]
    return places <= counts["PERSON"] or country_of(name, "GPE") is None
