"""The forms under which one entity goes in an article: a full name, its surname, its abbreviation."""

from collections.abc import Sequence

from transforms.entities.countries import state_named
from transforms.entities.names import LEGAL_FORMS, coarse, fold
from transforms.entities.spans import NameSpan, Words, words_of
from transforms.text.tokens import Token

# What a company's or a group's name may end in, and be the same name without.
_LEGAL = frozenset([*LEGAL_FORMS, "group", "company", "holding", "network", "organization", "organisation"])
_SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "on", "de", "&"])


class Aliases:
    """What each name of an article is in full."""

    def __init__(self, tokens: Sequence[Token], labelled: Sequence[tuple[NameSpan, str]]):
        """Take the spans of an article in order, each with its label."""
        self._full: dict[tuple[str, Words], str] = {}
        names: dict[str, dict[Words, None]] = {}
        for span, label in labelled:
            names.setdefault(coarse(label), {})[words_of(tokens, span)] = None
        for kind, known in names.items():
            for words in known:
                self._full[kind, words] = readable(_fullest(kind, words, list(known)))

    def fullest(self, words: Words, label: str) -> str:
        """The fullest form of a name that was given."""
        return self._full[coarse(label), words]


def _fullest(kind: str, words: Words, known: Sequence[Words]) -> Words:
    """Of the `known` names of one kind, in order of first mention, the longest that means the same."""
    same = [other for other in known if _is_form_of(kind, words, other)]
    if not same:
        return min(known, key=lambda other: (_folded(other) != _folded(words), other == _upper(other)))
    if kind == "PER":
        return same[0]
    return max(same, key=len)


def readable(words: Words) -> str:
    """A name as one writes it: "al-Qaeda" of ("al", "-", "Qaeda")."""
    text = " ".join(words).replace(" - ", "-")
    for mark in ("'s", "’s", ",", "."):
        text = text.replace(" " + mark, mark)
    return text


def _folded(words: Words) -> str:
    return fold(" ".join(words))


def _upper(words: Words) -> Words:
    return tuple(word.upper() for word in words)


def _is_form_of(kind: str, short: Words, full: Words) -> bool:
    """Whether `short` is another form of the longer name `full`."""
    if kind == "LOC":
        state = state_named(" ".join(short))
        return state is not None and len(full) > len(short) and state_named(" ".join(full)) == state
    if len(full) <= len(short):
        return False
    if kind == "PER":
        return _is_part(short, full)
    if kind == "ORG":
        tail = [word.lower().strip(".") for word in full[len(short) :]]
        return (full[: len(short)] == short and all(word in _LEGAL for word in tail)) or _abbreviates(
            short, full
        )
    return False


def _is_part(short: Words, full: Words) -> bool:
    if len(short) > 1 and short[0] == full[0] and short[-1] == full[-1]:
        return True
    return full[-len(short) :] == short or full[: len(short)] == short


def _abbreviates(short: Words, full: Words) -> bool:
    """Whether `short` is made of the initials of `full`: "IAEA", "U.N."."""
    letters = "".join(short).replace(".", "")
    if len(short) > 1 or len(letters) < 2 or not letters.isupper():
        return False
    return letters in (
        "".join(w[0] for w in full if w[0].isupper()),
        "".join(w[0].upper() for w in full if w not in _SMALL_WORDS),
    )
