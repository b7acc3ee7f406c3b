"""Find the attributions of a report: read each cue, settle what they say of one another, bring quotations home."""

from collections.abc import Iterator, Sequence
from typing import Optional

from transforms.claims import nouns, verbs
from transforms.claims.lexicon import (
    HEADLINE_VERBS,
    NOUN_FRAMES,
    PREPOSITION_ACTS,
    PREPOSITION_VERBS,
    VERB_FRAMES,
    verb_lemma,
)
from transforms.claims.phrases import Subject, below, child, children, is_verb, is_word, runs
from transforms.claims.quotations import (
    MAX_PARAGRAPHS_APART,
    Quotation,
    absorb,
    continued,
    quotations_of,
    quote_cues,
    settle,
)
from transforms.claims.readings import Attribution, Reading, attribution
from transforms.text.document import Document
from transforms.text.tokens import Token

# How frames are tried on a verb: the first that the lexicon grants and that reads something holds.
_VERB_READERS = (
    ("responsibility", verbs.responsibility),
    ("relayed", verbs.relayed),
    ("clause", verbs.clause),
    ("aside", verbs.aside),
    ("naming", verbs.naming),
    ("infinitive", verbs.infinitive),
    ("passive", verbs.passive),
    ("preposition", verbs.preposition),
    ("object", verbs.object_),
)
_NOUN_READERS = (("noun_clause", nouns.noun_clause), ("noun_preposition", nouns.noun_preposition))
# A verb that is not in the lexicon is a cue where what it governs holds as many quoted words.
MIN_QUOTED_WORDS = 2
_ANY_VERB = frozenset({"clause", "aside"})


def find_attributions(document: Document) -> list[Attribution]:
    """Return the attributions of a report, in order of the cue, paragraph by paragraph."""
    found: list[Attribution] = []
    speech: Optional[Attribution] = None
    spoken = begin = 0
    for number, (first, last) in enumerate(_paragraphs(document)):
        end = document.tokens[last - 1].end
        quotations, begin = quotations_of(document, document.tokens[first].start, end, begin)
        here = _of_paragraph(document, first, last, quotations)
        near = speech if number - spoken <= MAX_PARAGRAPHS_APART else None
        if continued(here, quotations, document.tokens, (first, last), near):
            spoken = number
        found.extend(here)
        if here:
            speech, spoken = here[-1], number
    return found


def _paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    first: Optional[int] = None
    for sentence, following in zip(document.sentences, [*document.sentences[1:], None], strict=True):
        if first is None:
            first = sentence.first
        if following is None or following.paragraph != sentence.paragraph:
            yield first, sentence.last
            first = None


def _of_paragraph(document: Document, first: int, last: int, quotations: Sequence[Quotation]) -> list[Attribution]:
    tokens = document.tokens
    colon = nouns.label(tokens, first, last)
    if colon:
        content = set(range(colon.i + 1, last))
        one = Attribution(colon, "label", "statement", content, (colon.i, colon.i), Subject(tokens[colon.i - 1], False))
        one.source_span = (first, colon.i - 1)
        absorb([one], quotations)
        return [one]
    found: list[Attribution] = []
    bare: list[Token] = []
    for i in range(first, last):
        token = tokens[i]
        if token.quoted:
            continue
        one_read = _read(token, document, bool(quotations))
        if one_read:
            found.append(one_read)
        elif token.pos == "VERB" and "quote" in VERB_FRAMES.get(token.lemma.lower(), ()):
            bare.append(token)
    _split_joined(found, tokens)
    absorb(found, quotations)
    for one in found:
        settle(one, quotations, tokens)
    quote_cues(found, bare, document, quotations)
    return _nest(found, tokens)


def _read(token: Token, document: Document, quoting: bool) -> Optional[Attribution]:
    tokens = document.tokens
    if token.lower == "according":
        sentence = document.sentences[token.sentence]
        reading = nouns.according(token, tokens, sentence.first, sentence.last)
        return attribution(token, "according", "statement", reading, tokens) if reading else None
    lemma = verb_lemma(token)
    if lemma is None or token.dep in ("aux", "auxpass"):
        return _read_noun(token, document)
    granted = VERB_FRAMES.get(lemma, {})
    if not (granted or quoting or lemma in PREPOSITION_VERBS):
        return None
    for frame, read in _VERB_READERS:
        act = _granted(frame, lemma, granted)
        if act is None and not (quoting and frame in _ANY_VERB):
            continue
        reading = read(token)
        if reading is None or not reading.content:
            continue
        if act is None and _quoted_words(reading, tokens) < MIN_QUOTED_WORDS:
            continue
        if frame == "preposition" and reading.cue_words:
            act = PREPOSITION_ACTS[f"{lemma}:{reading.cue_words[0].lower}"]
        return attribution(token, frame, act or "statement", reading, tokens)
    return None


def _granted(frame: str, lemma: str, granted: dict[str, str]) -> Optional[str]:
    """The act of a verb in a frame, or None where the lexicon does not trust it there."""
    if frame == "passive":
        return granted.get("object")
    if frame == "preposition":
        return "statement" if lemma in PREPOSITION_VERBS else None
    if frame in ("responsibility", "relayed"):
        return {"responsibility": "claim_of_responsibility", "relayed": "statement"}[frame]
    return granted.get(frame)


def _quoted_words(reading: Reading, tokens: Sequence[Token]) -> int:
    return sum(tokens[i].quoted and is_word(tokens[i]) for i in reading.content)


def _read_noun(token: Token, document: Document) -> Optional[Attribution]:
    sentence = document.sentences[token.sentence]
    if sentence.kind in ("headline", "subheading") and token.lower in HEADLINE_VERBS:
        reading = nouns.headline(token, document.tokens, sentence.first, sentence.last)
        if reading:
            granted = VERB_FRAMES.get(HEADLINE_VERBS[token.lower], {})
            act = granted.get("object") or granted.get("clause") or "statement"
            return attribution(token, "headline", act, reading, document.tokens)
    granted = NOUN_FRAMES.get(token.lemma.lower(), {}) if token.pos == "NOUN" else {}
    for frame, read in _NOUN_READERS:
        if frame in granted:
            reading = read(token)
            if reading and reading.content:
                return attribution(token, frame, granted[frame], reading, document.tokens)
    return None


def _split_joined(found: Sequence[Attribution], tokens: Sequence[Token]) -> None:
    """Take out of each clause the cues that the model joined to it by mistake.

    "He said that A and assured that B": the model hangs "assured" on A's verb. A reporting verb joined
    to what is said is the speaker's next cue if it has no subject of its own, and another speaker's
    claim beside it if it has one.
    """
    by_cue = {one.cue.i: one for one in found}
    for outer in found:
        if outer.frame != "clause" or not outer.content or min(outer.content) < outer.cue.i:
            continue
        heads = children(outer.cue, "ccomp")
        for extra in heads[1:]:
            inner = by_cue.get(extra.i)
            if inner and extra.tag == outer.cue.tag and not child(extra, "nsubj", "nsubjpass", "mark", "expl"):
                _part(outer, inner, extra)
        while heads:
            head = heads.pop()
            for other in children(head, "conj", "advcl"):
                inner = by_cue.get(other.i)
                if inner and _is_next_cue(outer, head, other, inner, tokens):
                    _part(outer, inner, other)
                elif other.dep == "conj" and is_verb(other):
                    heads.append(other)


def _is_next_cue(outer: Attribution, head: Token, other: Token, inner: Attribution, tokens: Sequence[Token]) -> bool:
    if other.dep == "advcl":
        return other.tag == "VBG" and tokens[other.i - 1].text == "," and inner.frame == "clause" and not child(other, "nsubj")
    if child(other, "mark", "expl", "nsubjpass"):
        return False
    if child(other, "nsubj"):
        return inner.frame == "clause" and inner.source is not None and inner.source.head.pos != "PRON"
    if inner.frame == "clause":
        return other.tag not in ("VB", "VBG")
    # "He says they lost and called it a shame": the tenses tell whose verb it is.
    past = ("VBD", "VBN")
    return other.tag == outer.cue.tag and other.tag in past and head.tag not in past and not child(head, "aux")


def _part(outer: Attribution, inner: Attribution, verb: Token) -> None:
    outer.content -= below(verb)
    joined = [c.i for c in verb.head.children if c.dep == "cc" and c.i < verb.i]
    if joined:
        outer.content.discard(joined[-1])
    if not child(verb, "nsubj"):
        inner.source, inner.source_span = outer.source, outer.source_span


def _nest(found: Sequence[Attribution], tokens: Sequence[Token]) -> list[Attribution]:
    """Return the attributions that stand, in order of the cue: of two that hold the same words, the larger."""
    kept: list[Attribution] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda a: (-len(a.content) if a.quotations else 0, -len(a.content), a.cue.i)):
        if any(one.cue.i in other.content or one.cue is other.cue for other in kept):
            continue
        if not one.content or len(one.content & taken) > 0.5 * len(one.content):
            continue
        one.content -= taken
        if any(True for _ in runs(one.content, tokens)):
            taken |= one.content
            kept.append(one)
    kept = [one for one in kept if not any(one.cue.i in other.content for other in kept if other is not one)]
    return sorted(kept, key=lambda a: a.cue.i)
