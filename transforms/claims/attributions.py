"""Find the attributions of a report: read each cue, settle what they say of one another, bring quotations home."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Optional

from transforms.claims import nouns, verbs
from transforms.claims.boundaries import drop_gloss, part_joined
from transforms.claims.lexicon import (
    ATTACKS,
    HEADLINE_VERBS,
    NOUN_FRAMES,
    PREPOSITION_ACTS,
    PREPOSITION_VERBS,
    VERB_FRAMES,
    verb_lemma,
)
from transforms.claims.phrases import Subject, is_verb, is_word, subject_of
from transforms.claims.quotations import (
    MAX_PARAGRAPHS_APART,
    SPEECH_FRAMES,
    Quotation,
    absorb,
    continued,
    quotations_of,
    quote_cues,
    settle,
)
from transforms.claims.readings import Attribution, Reading, attribution
from transforms.claims.relays import is_relay, nested
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
_ANY_VERB = frozenset({"clause", "aside", "naming"})


def find_attributions(document: Document) -> list[Attribution]:
    """Return the attributions of a report, in order of the cue, paragraph by paragraph."""
    found: list[Attribution] = []
    speech: Optional[Attribution] = None
    opened: Optional[Attribution] = None
    spoken = begin = 0
    for number, (first, last) in enumerate(_paragraphs(document)):
        end = document.tokens[last - 1].end
        quotations, begin = quotations_of(document, document.tokens[first].start, end, begin)
        here = _of_paragraph(document, first, last, quotations)
        if opened and not here:
            _introduce(opened, first, last, quotations, document.tokens)
            found.append(opened)
            speech, spoken = opened, number
        opened = _opening(document, here, first, last)
        near = speech if number - spoken <= MAX_PARAGRAPHS_APART else None
        if continued(here, quotations, document, (first, last), near):
            spoken = number
        found.extend(here)
        if here:
            speech = next((one for one in reversed(here) if one.quotations and one.frame in SPEECH_FRAMES), here[-1])
            spoken = number
    return sorted(found, key=lambda one: (one.cue.i, one.level))


def _opening(document: Document, here: Sequence[Attribution], first: int, last: int) -> Optional[Attribution]:
    """The reporting verb whose words stand in the next paragraph: "The mayor writes:"."""
    tokens = document.tokens
    if tokens[last - 1].text != ":":
        return None
    sentence = document.sentences[tokens[last - 1].sentence]
    for i in range(last - 1, max(first, sentence.first) - 1, -1):
        cue = tokens[i]
        if is_verb(cue) and not cue.quoted and "quote" in VERB_FRAMES.get(cue.lemma.lower(), ()):
            if any(one.cue is cue for one in here):
                return None
            act = VERB_FRAMES[cue.lemma.lower()]["quote"]
            return attribution(cue, "quote", act, Reading(set(), subject_of(cue)), tokens)
    return None


def _introduce(
    one: Attribution, first: int, last: int, quotations: Sequence[Quotation], tokens: Sequence[Token]
) -> None:
    """Give a cue at the end of a paragraph the next one: its quotation, or all of it where it has no marks."""
    opens = bool(quotations) and quotations[0].first == first
    one.content = set(quotations[0].tokens()) if opens else set(range(first, last))
    if opens:
        one.quotations.append(0)


def _paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    for _, group in groupby(document.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        yield sentences[0].first, sentences[-1].last


def _of_paragraph(
    document: Document, first: int, last: int, quotations: Sequence[Quotation]
) -> list[Attribution]:
    tokens = document.tokens
    colon = nouns.label(tokens, first, last)
    if colon:
        return [
            _named("label", colon, set(range(colon.i + 1, last)), (first, colon.i - 1), tokens, quotations)
        ]
    if len(quotations) == 1 and quotations[0].first == first:
        signed = nouns.signature(tokens, quotations[0].last + 1, last)
        if signed:
            dash, end = signed
            return [
                _named(
                    "signature", dash, set(quotations[0].tokens()), (dash.i + 1, end - 1), tokens, quotations
                )
            ]
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
    part_joined(found, tokens)
    for one in found:
        drop_gloss(one, tokens)
    absorb(found, quotations)
    for one in found:
        settle(one, quotations, tokens)
    quote_cues(found, bare, document, quotations)
    for one in found:
        if is_relay(one, tokens) and any(other.cue.i in one.content for other in found):
            one.act = "relay"
    return nested(found, tokens)


def _named(
    frame: str,
    cue: Token,
    content: set[int],
    name: tuple[int, int],
    tokens: Sequence[Token],
    quotations: Sequence[Quotation],
) -> Attribution:
    """An attribution whose cue is a mark beside the speaker's name."""
    first, last = name
    while first < last and not is_word(tokens[first]):
        first += 1
    source = Subject(tokens[last], False)
    one = Attribution(cue, frame, "statement", content, (cue.i, cue.i), source, (first, last))
    absorb([one], quotations)
    return one


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
        if act is None and frame == "aside" and token.dep == "advcl":
            continue
        reading = read(token)
        if reading is None or not reading.content:
            continue
        if act is None and _quoted_words(reading, tokens) < MIN_QUOTED_WORDS:
            continue
        if frame == "preposition" and reading.cue_words:
            act = PREPOSITION_ACTS[f"{lemma}:{reading.cue_words[0].lower}"]
        return attribution(token, frame, act or "statement", reading, tokens)
    return _read_headline(token, document)


def _granted(frame: str, lemma: str, granted: dict[str, str]) -> Optional[str]:
    """The act of a verb in a frame, or None where the lexicon does not trust it there."""
    if frame == "passive":
        return granted.get("object") or (granted.get("clause") if lemma == "assure" else None)
    if frame == "preposition":
        return "statement" if lemma in PREPOSITION_VERBS else None
    return granted.get(frame)


def _quoted_words(reading: Reading, tokens: Sequence[Token]) -> int:
    return sum(tokens[i].quoted and is_word(tokens[i]) for i in reading.content)


def _read_headline(token: Token, document: Document) -> Optional[Attribution]:
    sentence = document.sentences[token.sentence]
    if sentence.kind not in ("headline", "subheading") or token.lower not in HEADLINE_VERBS:
        return None
    reading = nouns.headline(token, document.tokens, sentence.first, sentence.last)
    if reading is None:
        return None
    verb = HEADLINE_VERBS[token.lower]
    granted = VERB_FRAMES.get(verb, {})
    act = granted.get("object") or granted.get("clause") or "statement"
    if verb == "claim" and document.tokens[token.i + 1].lemma in ATTACKS:
        act = "claim_of_responsibility"
    return attribution(token, "headline", act, reading, document.tokens)


def _read_noun(token: Token, document: Document) -> Optional[Attribution]:
    headline = _read_headline(token, document)
    if headline:
        return headline
    granted = NOUN_FRAMES.get(token.lemma.lower(), {}) if token.pos == "NOUN" else {}
    for frame, read in _NOUN_READERS:
        if frame in granted:
            reading = read(token)
            if reading and reading.content:
                return attribution(token, frame, granted[frame], reading, document.tokens)
    return None
