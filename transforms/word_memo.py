"""Part of speech and lemma of a word, worked out once per word rather than once per occurrence.

    memo = WordMemo(nlp) if can_remember(nlp) else None
    words = memo.words(docs)

spaCy's attribute ruler tries its 179 patterns, and the lemmatizer its rules, on every token: a fifth of
the whole parse. But all patterns of one token look at no more than its form, tag and dependency, so what
they make of it is the same wherever it stands: spaCy's own two pipes are run on the words that are new, in a
list of them, and later their answer is remembered. The ruler even sees but one of all words of a tag and a
dependency, unless some pattern knows the word's form. Where a pattern that spans several words fits a text
("gon na", "let 's"), both pipes are run on the whole text as ever. tests/transforms/test_model.py holds the
result to bare spaCy's.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

# What a pattern may look at, to depend on nothing but a word's form, tag and dependency.
_FORM_ATTRIBUTES = {"ORTH", "TEXT", "LOWER"}
_OWN_ATTRIBUTES = _FORM_ATTRIBUTES | {"IS_SPACE", "TAG", "DEP"}
# How a pattern may name forms, so that of all others it says the same.
_LISTS = {"IN", "NOT_IN"}
PIPES_REPLACED = ("attribute_ruler", "lemmatizer")
# Words, as many as some hundred reports hold: 8 MB at most.
_REMEMBERED = 16_000

Key = tuple[int, int, int]


class Word(NamedTuple):
    """What is said of a word. Tag and dependency too: the ruler may set them, of white space it does."""

    lemma: str
    pos: str
    tag: str
    dep: str
    begins_pattern: bool = False  # one that spans several words


class Ruled(NamedTuple):
    """What the ruler says of all words of a kind; of most it leaves the lemma open."""

    lemma: str
    pos: str
    morph: str
    tag: str
    dep: str
    begins_pattern: bool


class WordMemo:
    """Words by form, tag and dependency, as spaCy's hashes of them; never too many."""

    def __init__(self, nlp: Any):
        from spacy.matcher import Matcher
        from spacy.pipeline import AttributeRuler

        self._vocab = nlp.vocab
        self._ruler, self._lemmatizer = (nlp.get_pipe(name) for name in PIPES_REPLACED)
        self._known: dict[Key, Word] = {}
        self._again: set[Key] = set()  # those that came again since room was made
        self._ruled: dict[tuple[str | bool, str, str], Ruled] = {}
        self._forms, expressions = _forms(self._ruler)
        self._expressions = [re.compile(expression) for expression in expressions]
        # The ruler without the patterns that span words: words in a list must not make up one.
        self._alone = AttributeRuler(nlp.vocab)
        self._spanning, self._begins = Matcher(nlp.vocab), Matcher(nlp.vocab)
        for rule in self._ruler.patterns:
            for pattern in rule["patterns"]:
                if len(pattern) > 1:
                    self._spanning.add("spanning", [pattern])
                    self._begins.add("begins", [pattern[:1]])
                else:
                    self._alone.add([pattern], rule["attrs"], rule["index"])

    def words(self, docs: Sequence[Any]) -> Iterator[list[Word]]:
        """Yield what is said of the tokens of each of `docs`, which neither of the two pipes has seen."""
        keys = [[*map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())] for doc in docs]
        self._learn(dict.fromkeys(key for of_doc in keys for key in of_doc))
        for doc, of_doc in zip(docs, keys, strict=True):
            words = [self._known[key] for key in of_doc]
            if any(word.begins_pattern for word in words) and self._spanning(doc):
                self._lemmatizer(self._ruler(doc))
                words = [said_of(token) for token in doc]
            yield words

    def _learn(self, keys: dict[Key, None]) -> None:
        from spacy.tokens import Doc

        again = keys & self._known.keys()
        if len(self._known) + len(keys) - len(again) > _REMEMBERED:
            self._make_room()
        self._again |= again
        fresh = [key for key in keys if key not in self._known]
        ruled = self._rule([tuple(map(self._vocab.strings.__getitem__, key)) for key in fresh])
        columns = zip(*ruled, strict=True) if ruled else [()] * len(Ruled._fields)
        lemmas, pos, morphs, tags, deps, _ = map(list, columns)
        forms: list[Any] = [form for form, _, _ in fresh]  # their hashes, which spaCy takes for words, too
        doc = Doc(
            self._vocab, forms, [False] * len(fresh),
            tags=tags, pos=pos, morphs=morphs, lemmas=lemmas, deps=deps, heads=list(range(len(fresh))),
        )  # fmt: skip
        for key, token, kind in zip(fresh, self._lemmatizer(doc), ruled, strict=True):
            lemma = sys.intern(token.lemma_)
            self._known[key] = Word(lemma, kind.pos, kind.tag, kind.dep, kind.begins_pattern)

    def _make_room(self) -> None:
        """Forget the words that did not come again; all words, where that would not free half."""
        kept = self._again if len(self._again) <= _REMEMBERED // 2 else frozenset()
        self._known = {key: self._known[key] for key in self._known.keys() & kept}
        self._again = set()
        self._ruled.clear()
        # The lemmatizer remembers, too, and forgets nothing by itself.
        self._lemmatizer.cache.clear()

    def _rule(self, words: Sequence[tuple[str, ...]]) -> list[Ruled]:
        """What the ruler says of `words`, forms with tag and dependency, each as if it stood alone."""
        from spacy.tokens import Doc

        kinds = [(form if self._is_known(form) else form.isspace(), tag, dep) for form, tag, dep in words]
        fresh = {kind: word for kind, word in zip(kinds, words, strict=True) if kind not in self._ruled}
        if fresh:
            forms, tags, deps = map(list, zip(*fresh.values(), strict=True))
            doc = Doc(
                self._vocab, forms, [False] * len(forms), tags=tags, deps=deps, heads=list(range(len(forms)))
            )
            begins = {start for _, start, _ in self._begins(doc)}
            for kind, token in zip(fresh, self._alone(doc), strict=True):
                said = said_of(token)
                self._ruled[kind] = Ruled(
                    said.lemma, said.pos, str(token.morph), said.tag, said.dep, token.i in begins
                )
        return [self._ruled[kind] for kind in kinds]

    def _is_known(self, form: str) -> bool:
        """Whether some pattern knows `form`."""
        lower = form.lower()
        return lower in self._forms or any(e.search(s) for e in self._expressions for s in {form, lower})


def can_remember(nlp: Any) -> bool:
    """Tell whether the two pipes of `nlp` are such that a word's form, tag and dependency settle all.

    So they are in spaCy's English models; a model with a trained lemmatizer, say, is run whole.
    """
    from spacy.pipeline import AttributeRuler, Lemmatizer

    ruler, lemmatizer = (nlp.get_pipe(name) for name in PIPES_REPLACED)
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return False
    return lemmatizer.mode in ("rule", "lookup") and all(
        set(token) <= _OWN_ATTRIBUTES
        and all(set(value) <= _LISTS | {"REGEX"} for value in token.values() if isinstance(value, dict))
        for pattern in _patterns(ruler)
        for token in pattern
    )


def _patterns(ruler: Any) -> Iterable[list[dict[str, Any]]]:
    return (pattern for rule in ruler.patterns for pattern in rule["patterns"])


def _forms(ruler: Any) -> tuple[set[str], set[str]]:
    """The forms that the ruler's patterns name, in lower case, and the regular expressions for forms."""
    forms: set[str] = set()
    expressions: set[str] = set()
    for pattern in _patterns(ruler):
        for token in pattern:
            for attribute in _FORM_ATTRIBUTES & token.keys():
                value = token[attribute]
                said: dict[str, Any] = value if isinstance(value, dict) else {"IN": [value]}
                forms |= {form.lower() for how in _LISTS & said.keys() for form in said[how]}
                expressions |= {said[how] for how in {"REGEX"} & said.keys()}
    return forms, expressions


def said_of(token: Any) -> Word:
    """Return what the pipes have said of a token."""
    # spaCy makes a string of them anew each time: one of each will do.
    lemma, pos, tag, dep = map(sys.intern, (token.lemma_, token.pos_, token.tag_, token.dep_))
    return Word(lemma, pos, tag, dep)
