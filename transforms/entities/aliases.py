"""The forms under which one entity goes in an article: a full name, its surname, its abbreviation."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Optional

from transforms.entities.countries import state_named
from transforms.entities.genders import gender_of
from transforms.entities.names import (
    KINDS,
    LEGAL_FORMS,
    Words,
    coarse,
    fold,
    folded,
    group_known_as,
    known_as,
    without_suffix,
)
from transforms.entities.spans import NameSpan, words_of
from transforms.entities.titles import HONORIFICS, ROLES
from transforms.text.document import Document
from transforms.text.tokens import Token

# What a company's or a group's name may end in, and be the same name without.
_TAILS = LEGAL_FORMS | {"group", "company", "holding", "network", "organization", "organisation"}
_SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "on", "de", "&"])
# Names of a form of state, which are no state's own.
_FORMS_OF_STATE = frozenset({"islamic republic", "islamic emirate"})

# Titles of anyone, which tell of no office.
_OF_ANYONE = frozenset(["mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "father", "sister", "dr"])
_OFFICES = (HONORIFICS | ROLES) - _OF_ANYONE
# As whose a person is brought in: "his daughter Ann Smith".
_RELATIVES = frozenset([
    "wife", "husband", "spouse", "son", "daughter", "brother", "sister", "mother", "father", "sibling",
    "child", "children", "niece", "nephew", "cousin", "aunt", "uncle", "grandson", "granddaughter",
    "grandfather", "grandmother", "stepson", "stepdaughter", "widow", "widower", "son-in-law",
    "daughter-in-law",
])  # fmt: skip


class _Form(NamedTuple):
    """One way a name is written. Mr. and Mrs. Clinton are two."""

    kind: str
    words: Words  # folded
    gender: Optional[str]


class Aliases:
    """What each name of an article is in full."""

    def __init__(self, document: Document, labelled: Sequence[tuple[NameSpan, str]]):
        """Take the spans of an article in order, each with its label."""
        self._tokens = document.tokens
        self._genders: dict[Words, set[str]] = {}
        for span, label in labelled:
            gender = _gender_of_title(self._tokens, span) if label == "PERSON" else None
            if gender:
                self._genders.setdefault(folded(words_of(self._tokens, span)), set()).add(gender)
        people = [span for span, label in labelled if label == "PERSON"]
        relatives = frozenset(_relatives(self._tokens, people))
        in_office = frozenset(
            folded(words_of(self._tokens, span)) for span in people if _in_office(self._tokens, span)
        )
        self._forms = {span: self._form(span, label) for span, label in labelled}
        forms: dict[str, dict[_Form, Words]] = {}  # by class: each form as written
        texts: dict[Words, str] = {}
        for span, form in self._forms.items():
            words = words_of(self._tokens, span)
            same = forms.setdefault(form.kind, {})
            if form not in same or all(word.isupper() for word in same[form]):
                same[form] = words
            if words not in texts:
                text = document.text[self._tokens[span.first].start : self._tokens[span.last - 1].end]
                texts[words] = " ".join(text.split())
        self._full: dict[_Form, str] = {}
        for kind, known in forms.items():
            names = _Known(kind, known.values(), relatives, in_office)
            for form, words in known.items():
                self._full[form] = texts[names.fullest(words, form.gender)]

    def fullest(self, span: NameSpan) -> str:
        """The fullest form of the name of a span that was given."""
        return self._full[self._forms[span]]

    def _form(self, span: NameSpan, label: str) -> _Form:
        words = folded(words_of(self._tokens, span))
        gender = None
        if label == "PERSON":
            told = self._genders.get(words, set())
            gender = next(iter(told)) if len(told) == 1 else _gender_of_title(self._tokens, span)
        return _Form(coarse(label), words, gender)


def _gender_of_title(tokens: Sequence[Token], span: NameSpan) -> Optional[str]:
    before = tokens[span.first - 1] if span.first else None
    if before is None or before.sentence != tokens[span.first].sentence:
        return None
    return gender_of("", [before.text])


def _in_office(tokens: Sequence[Token], span: NameSpan) -> bool:
    """Whether a title of office in capitals stands before the name: "President Smith"."""
    before = tokens[span.first - 1] if span.first else None
    if before is None or before.sentence != tokens[span.first].sentence or not before.text[0].isupper():
        return False
    return before.lower.rstrip(".") in _OFFICES


def _relatives(tokens: Sequence[Token], people: Iterable[NameSpan]) -> Iterator[Words]:
    """The names of those who are brought in as someone's relatives, folded: "his sons Tom and Jim Smith"."""
    end = -9  # of the last of several
    for span in people:
        before = [token.lower for token in tokens[max(span.first - 2, 0) : span.first]]
        several = span.first - end in (1, 2) and before[-1:] in (["and"], [","])
        if before[-1:] == [","]:
            before.pop()
        kin = before[-1] if before else ""
        if (
            several
            or kin in _RELATIVES
            or kin.removesuffix("s") in _RELATIVES
            or before[-2:] == ["first", "lady"]
        ):
            yield folded(words_of(tokens, span))
            end = span.last if several or kin.endswith(("s", "children")) else -9


class _Known:
    """The names of one class, each found by the words and initials it may share with another form.

    `relatives` and `in_office` are names, folded: of those brought in as someone's relatives, and of those
    that stand behind a title of office.
    """

    def __init__(
        self, kind: str, names: Iterable[Words], relatives: frozenset[Words], in_office: frozenset[Words]
    ):
        self._kind = kind
        self._relatives, self._in_office = relatives, in_office
        self._names = list(dict.fromkeys(names))
        self._by_key: dict[str, list[int]] = {}
        for i, words in enumerate(self._names):
            for key in _keys(kind, words):
                self._by_key.setdefault(key, []).append(i)

    def fullest(self, words: Words, gender: Optional[str]) -> Words:
        """The fullest name that means the same as `words`.

        Of people who share a surname, it is the first introduced of the gender that the title tells. Where
        the bare surname goes with an office ("President Smith"), it is whoever has that, and no relative.
        """
        near = sorted({i for key in _keys(self._kind, words) for i in self._by_key[key]})
        group = group_known_as(" ".join(words)) if self._kind == "ORG" else None
        if group:
            named = [" ".join(self._names[i]) for i in near]
            members = [
                self._names[i] for i, name in zip(near, named, strict=True) if group_known_as(name) == group
            ]
            return max(members, key=lambda other: (fold(" ".join(other)) == group, len(other)))
        if self._kind == "ORG" and len(near) > 1:  # "UN Security Council", "U.N. Security Council"
            known = known_as(" ".join(words))
            words = max(
                (self._names[i] for i in near if known_as(" ".join(self._names[i])) == known), key=len
            )
        same = [self._names[i] for i in near if len(self._names[i]) > len(words)]
        same = [other for other in same if _is_form_of(self._kind, words, other)]
        if gender:
            same = [other for other in same if gender_of(other[0], []) in (None, gender)]
        if self._kind == "PER" and len(words) == 1 and folded(words) in self._in_office:
            same = [other for other in same if folded(other) not in self._relatives]
            same.sort(key=lambda other: folded(other) not in self._in_office)
        ending = [other for other in same if _is_last_word(words, other)]
        if len(ending) > 1:  # "the Post", of the Washington Post and the Huffington Post
            same = [other for other in same if other not in ending]
        if not same:
            return words
        return self.fullest(same[0], gender) if self._kind == "PER" else max(same, key=len)


def _keys(kind: str, words: Words) -> list[str]:
    """What two forms of one name have in common at the least."""
    if kind == "LOC":
        return [state_named(" ".join(words)) or ""]
    if kind == "PER":
        words = without_suffix(words)
    keys = [*folded(words[:1]), *folded(words[-1:])]
    if kind == "ORG":
        keys += [*_initials(words), "".join(words).replace(".", ""), known_as(" ".join(words))]
    return list(dict.fromkeys(keys))


def _is_form_of(kind: str, short: Words, full: Words) -> bool:
    """Whether `short` is another form of the longer name `full`."""
    if kind == "LOC":
        state = state_named(" ".join(short))
        generic = " ".join(folded(full)) in _FORMS_OF_STATE
        return state is not None and state_named(" ".join(full)) == state and not generic
    if kind == "PER":
        return _is_part(folded(without_suffix(short)), folded(without_suffix(full)))
    if kind != "ORG":
        return False
    tail = [word.lower().strip(".") for word in full[len(short) :]]
    without_tail = full[: len(short)] == short and all(word in _TAILS for word in tail)
    return without_tail or _is_last_word(short, full) or _abbreviates(short, full)


def _is_last_word(short: Words, full: Words) -> bool:
    """Whether a name is what a longer one ends in, of the words that tell its kind: "the Brigade"."""
    return len(short) == 1 and short[0] == full[-1] and short[0].lower() in KINDS


def _is_part(short: Words, full: Words) -> bool:
    """Whether a person's name is a head or a tail of the full one, or leaves out its middle."""
    ends = len(short) > 1 and short[0] == full[0] and short[-1] == full[-1]
    return ends or full[-len(short) :] == short or full[: len(short)] == short


def _abbreviates(short: Words, full: Words) -> bool:
    """Whether `short` is made of the initials of `full`: "IAEA", "U.N."."""
    letters = "".join(short).replace(".", "")
    if len(short) > 1 or len(letters) < 2 or not letters.isupper():
        return False
    # "U.S. Navy" is no "U.N.".
    return letters in _initials(full) and not any("." in word for word in full[:-1])


def _initials(words: Words) -> list[str]:
    """The initials of a name: of its capitalised words, and of all but the small ones."""
    capitals = "".join([word[0] for word in words if word[0].isupper()])
    return [capitals, "".join([word[0].upper() for word in words if word.lower() not in _SMALL_WORDS])]
