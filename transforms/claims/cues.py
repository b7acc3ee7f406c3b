"""Read the cues of a paragraph: each token that the lexicon knows, in the first frame that fits it."""

import functools
from collections.abc import Callable, Sequence, Set
from typing import Optional

from transforms.claims import clauses, infinitives, namings, nouns, verbs
from transforms.claims.lexicon import (
    ATTACKS,
    HEADLINE_VERBS,
    NOUN_ACTS,
    NOUN_PREPOSITION_ACTS,
    VERB_FRAMES,
    verb_lemma,
)
from transforms.claims.phrases import Subject, is_infinitive, is_word, word_set
from transforms.claims.quotations import Quotation
from transforms.claims.readings import Attribution, Reading, attribution
from transforms.text.document import Document
from transforms.text.tokens import Token

# How frames are tried on a verb: the first that the lexicon grants and that reads something holds.
_VERB_READERS = (
    ("responsibility", verbs.responsibility),
    ("relayed", verbs.relayed),
    ("clause", clauses.clause),
    ("aside", clauses.aside),
    ("naming", namings.naming),
    ("infinitive", infinitives.infinitive),
    ("passive", verbs.passive),
    ("preposition", verbs.preposition),
    ("object", verbs.object_),
)
# What no cue is, but for "according", which may be a preposition.
_NO_CUES = frozenset({"DET", "PUNCT", "PRON", "CCONJ", "PART", "NUM", "SCONJ", "SPACE", "SYM", "INTJ"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset(NOUN_ACTS) | {word.partition(":")[0] for word in NOUN_PREPOSITION_ACTS}
_OTHERS = frozenset(HEADLINE_VERBS) | {"according"}
# In these frames a verb that the lexicon doesn't know is a cue if what it governs holds as many quoted words.
ANY_VERB = frozenset({"clause", "aside", "naming"})
MIN_QUOTED_WORDS = 2
# ... but for those that say nothing whatever they govern.
_NEVER_SAYING = word_set("seem appear become look make see take help let support")


def may_be_cue(token: Token) -> bool:
    """Whether a token is worth reading: a verb, or a word of the lexicon. Others introduce nothing."""
    pos = token.pos
    if pos in _VERBS:
        return True
    if pos in _NO_CUES:
        return False
    if pos == "NOUN" and token.lemma.lower() in _NOUNS:
        return True
    return token.lower in _OTHERS or (pos == "ADJ" and token.text.endswith("ed"))


def read_cue(token: Token, document: Document, quoting: bool) -> Optional[Attribution]:
    """Return what a token that may be a cue introduces, or None.

    `quoting` tells whether its paragraph holds a quotation.
    """
    tokens = document.tokens
    if token.lower == "according":
        sentence = document.sentences[token.sentence]
        reading = nouns.according(token, tokens, sentence.first, sentence.last)
        return attribution(token, "according", "statement", reading, tokens) if reading else None
    if token.pos == "ADP" or token.dep in ("aux", "auxpass") or _is_only_named(token) or _bids(token):
        return None
    lemma = verb_lemma(token)
    one = _read_verb(token, lemma, document, quoting) if lemma else None
    return one or _read_headline(token, document) or _read_noun(token, document)


def _is_only_named(token: Token) -> bool:
    """Whether a noun names the saying without its being done: "a plan to announce", "efforts to deny"."""
    return (
        token.dep == "acl" and is_infinitive(token) and token.head.entity == "" and token.head.pos == "NOUN"
    )


def _bids(verb: Token) -> bool:
    """Whether a verb bids the reader, and so reports nobody: "Note that the dam is old.", "Think again."."""
    if verb.tag != "VB" or verb.dep != "ROOT" or verb.quoted:
        return False
    return not any(c.dep in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children)


def _read_verb(token: Token, lemma: str, document: Document, quoting: bool) -> Optional[Attribution]:
    granted = VERB_FRAMES.get(lemma, {})
    if not granted and not quoting:
        return None
    for frame, read in _VERB_READERS if quoting else _readers_of(lemma):
        act = granted.get(frame)
        unknown = act is None
        if unknown and (lemma in _NEVER_SAYING or not (quoting and frame in ANY_VERB)):
            continue
        if unknown and frame == "aside" and token.dep == "advcl":
            continue  # "as workers picketed outside" reports nothing
        reading = read(token)
        if reading is None or not reading.content:
            continue
        if unknown and _quoted_words(reading, document.tokens) < MIN_QUOTED_WORDS:
            continue
        if unknown and lemma == "be":
            reading.source = _of_claim(reading.source)
        return attribution(token, frame, reading.act or act or "statement", reading, document.tokens)
    return None


@functools.lru_cache(maxsize=20_000)
def _readers_of(lemma: str) -> Sequence[tuple[str, Callable[[Token], Optional[Reading]]]]:
    """The readers of the frames that the lexicon grants a verb, in the order they are tried in."""
    return tuple((frame, read) for frame, read in _VERB_READERS if frame in VERB_FRAMES.get(lemma, ()))


def _of_claim(subject: Optional[Subject]) -> Optional[Subject]:
    """The subject of "be", where it is somebody's: "the mayor's claim is that ..."; others say nothing."""
    owned = subject is not None and any(child.dep == "poss" for child in subject.head.children)
    return subject if owned else None


def _quoted_words(reading: Reading, tokens: Sequence[Token]) -> int:
    return sum(tokens[i].quoted and is_word(tokens[i]) for i in reading.content)


def _read_headline(token: Token, document: Document) -> Optional[Attribution]:
    if token.lower not in HEADLINE_VERBS:
        return None
    sentence = document.sentences[token.sentence]
    if sentence.kind not in ("headline", "subheading"):
        return None
    reading = nouns.headline(token, document.tokens, sentence.first, sentence.last)
    if reading is None:
        return None
    verb = HEADLINE_VERBS[token.lower]
    granted = VERB_FRAMES.get(verb, {})
    act = granted.get("object") or granted.get("clause") or "statement"
    after = document.tokens[token.i + 1]
    if verb == "claim" and (after.lemma in ATTACKS or after.lower == "responsibility"):
        act = "claim_of_responsibility"
        reading.cue_words = [after] if after.lower == "responsibility" else []
    return attribution(token, "headline", act, reading, document.tokens)


def _read_noun(token: Token, document: Document) -> Optional[Attribution]:
    if token.pos != "NOUN":
        return None
    act = NOUN_ACTS.get(token.lemma.lower())
    reading = nouns.noun_clause(token) if act else None
    if act and reading and reading.content:
        return attribution(token, "noun_clause", act, reading, document.tokens)
    reading = nouns.noun_preposition(token)
    if reading and reading.content and reading.act:
        return attribution(token, "noun_preposition", reading.act, reading, document.tokens)
    return None


def read_name(
    tokens: Sequence[Token],
    first: int,
    last: int,
    quotations: Sequence[Quotation],
    filed: bool,
    people: Set[str],
    heading: bool,
) -> Optional[Attribution]:
    """Attribute a paragraph to the name before it ("MINISTER: ...") or behind (“...” — Name).

    In a `heading` the speaker may come last: "Dam may fail - engineers".
    """
    if heading:
        mark = nouns.tail_label(tokens, first, last, people)
        if mark:
            return _named("label", mark, range(first, mark.i), (mark.i + 1, last - 1), tokens)
    colon = nouns.label(tokens, first, last, filed, people)
    if colon:
        first += not is_word(tokens[first])
        return _named("label", colon, range(colon.i + 1, last), (first, colon.i - 1), tokens)
    if len(quotations) == 1 and quotations[0].first == first:
        signed = nouns.signature(tokens, quotations[0].last + 1, last)
        if signed:
            dash, end = signed
            return _named("signature", dash, quotations[0].tokens(), (dash.i + 1, end - 1), tokens)
    return None


def _named(
    frame: str, cue: Token, content: range, name: tuple[int, int], tokens: Sequence[Token]
) -> Attribution:
    source = Subject(tokens[name[1]], False)
    return Attribution(cue, frame, "statement", set(content), (cue.i, cue.i), source, name)
