"""Part of speech and lemma of a word, worked out once per word rather than once per occurrence.

    memo = WordMemo(nlp) if can_remember(nlp) else None
    words = memo.words(doc)

spaCy's attribute ruler tries its 179 patterns, and the lemmatizer its rules, on every token: a fifth of
the whole parse. But all patterns of one token look at no more than its form, tag and dependency, so what
they make of it is the same wherever it stands: the first time spaCy's own two pipes are run on the word
alone, and later their answer is remembered. Where a pattern that spans several words fits a text ("gon na",
"let 's"), both pipes are run on the whole text as ever. tests/transforms/test_model.py holds the result
to bare spaCy's.
"""

import sys
from typing import Any, NamedTuple

# What a pattern may look at, to depend on nothing but a word's form, tag and dependency.
_OWN_ATTRIBUTES = {"ORTH", "TEXT", "LOWER", "IS_SPACE", "TAG", "DEP"}
PIPES_REPLACED = ("attribute_ruler", "lemmatizer")
# Words, as many as some hundred reports hold: 25 MB at most.
_REMEMBERED = 50_000


class Word(NamedTuple):
    """What is said of a word. Tag and dependency too: the ruler may set them, of white space it does."""

    lemma: str
    pos: str
    tag: str
    dep: str
    begins_pattern: bool = False  # one that spans several words


class WordMemo(dict[tuple[int, int, int], Word]):
    """Words by form, tag and dependency, as spaCy's hashes of them; emptied when it grows too large."""

    def __init__(self, nlp: Any):
        from spacy.matcher import Matcher

        super().__init__()
        self._nlp = nlp
        self._ruler, self._lemmatizer = (nlp.get_pipe(name) for name in PIPES_REPLACED)
        self._spanning, self._begins = Matcher(nlp.vocab), Matcher(nlp.vocab)
        for pattern in _patterns(self._ruler):
            if len(pattern) > 1:
                self._spanning.add("spanning", [pattern])
                self._begins.add("begins", [pattern[:1]])

    def __missing__(self, key: tuple[int, int, int]) -> Word:
        from spacy.tokens import Doc

        if len(self) >= _REMEMBERED:
            self.clear()
            # The lemmatizer remembers, too, and forgets nothing by itself.
            self._lemmatizer.cache.clear()
        form, tag, dep = (self._nlp.vocab.strings[number] for number in key)
        doc = Doc(self._nlp.vocab, words=[form], spaces=[False], tags=[tag], deps=[dep], heads=[0])
        begins = bool(self._begins(doc))
        self._run(doc)
        word = self[key] = said_of(doc[0])._replace(begins_pattern=begins)
        return word

    def words(self, doc: Any) -> list[Word]:
        """Return what is said of each token of `doc`, which neither of the two pipes has seen."""
        words = [self[form, tag, dep] for form, tag, dep in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        if any(word.begins_pattern for word in words) and self._spanning(doc):
            self._run(doc)
            return [said_of(token) for token in doc]
        return words

    def _run(self, doc: Any) -> None:
        self._lemmatizer(self._ruler(doc))


def can_remember(nlp: Any) -> bool:
    """Tell whether the two pipes of `nlp` are such that a word's form, tag and dependency settle all.

    So they are in spaCy's English models; a model with a trained lemmatizer, say, is run whole.
    """
    from spacy.pipeline import AttributeRuler, Lemmatizer

    ruler, lemmatizer = (nlp.get_pipe(name) for name in PIPES_REPLACED)
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return False
    return lemmatizer.mode in ("rule", "lookup") and all(
        set(token) <= _OWN_ATTRIBUTES for pattern in _patterns(ruler) for token in pattern
    )


def _patterns(ruler: Any) -> list[list[dict[str, Any]]]:
    return [pattern for rule in ruler.patterns for pattern in rule["patterns"]]


def said_of(token: Any) -> Word:
    """Return what the pipes have said of a token."""
    # spaCy makes a string of them anew each time: one of each will do.
    lemma, pos, tag, dep = map(sys.intern, (token.lemma_, token.pos_, token.tag_, token.dep_))
    return Word(lemma, pos, tag, dep)
