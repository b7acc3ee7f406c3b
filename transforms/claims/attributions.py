"""Find the attributions of a paragraph: choose among what the frames read, and bring quotations home."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Optional

from transforms.claims.frames import FRAMES, NOUN_FRAMES_TABLE, Frame, Reading
from transforms.claims.lexicon import NOUN_FRAMES, PREPOSITION_ACTS, PREPOSITION_VERBS, VERB_FRAMES, verb_lemma
from transforms.claims.phrases import Subject, below, child, is_verb, is_word, phrase_span, runs, subject_of
from transforms.text.document import Document
from transforms.text.tokens import Token

# A quotation of fewer words is a term set off, not speech ...
MIN_SPEECH_WORDS = 3
# ... and one that is to stand as speech without a cue of its own needs a clause's length.
MIN_CONTINUED_WORDS = 4
# How many tokens a reporting verb may stand from the quotation it introduces.
MAX_GAP = 12


@dataclass(slots=True)
class Quotation:
    """A quotation as tokens `first` to `last`, marks included."""

    first: int
    last: int
    words: int
    continues: bool


@dataclass(slots=True)
class Attribution:
    """One cue with its content and source, in token numbers; spans are first and last."""

    cue: Token
    frame: str
    act: str
    content: set[int]
    cue_span: tuple[int, int]
    source: Optional[Subject] = None
    source_span: Optional[tuple[int, int]] = None
    carried: bool = False  # the source comes from another sentence
    addressee: Optional[Token] = None
    outer: Optional["Attribution"] = None
    level: int = 0
    quotations: list[int] = field(default_factory=list)


def paragraph_attributions(
    document: Document, first: int, last: int, quotations: Sequence[Quotation]
) -> list[Attribution]:
    """Return the attributions among `document.tokens[first:last]`, a paragraph, in order of the cue."""
    tokens = document.tokens
    label = _label(tokens, first, last)
    if label:
        _absorb([label], quotations)
        return [label]
    found: list[Attribution] = []
    bare: list[Token] = []
    for i in range(first, last):
        token = tokens[i]
        if token.quoted:
            continue
        if token.lower == "according":
            attribution = _according(token, tokens, document)
            if attribution:
                found.append(attribution)
            continue
        read = _read(token, tokens, quotations)
        if read:
            found.append(read)
        elif token.pos in ("VERB",) and "quote" in VERB_FRAMES.get(token.lemma.lower(), {}):
            bare.append(token)
    _split_joined(found, tokens)
    _absorb(found, quotations)
    _quote_cues(found, bare, document, quotations)
    found.sort(key=lambda a: a.cue.i)
    return found


def _read(token: Token, tokens: Sequence[Token], quotations: Sequence[Quotation]) -> Optional[Attribution]:
    if token.pos == "NOUN":
        allowed = NOUN_FRAMES.get(token.lemma.lower())
        return _first(NOUN_FRAMES_TABLE, allowed, token, tokens, False) if allowed else None
    lemma = verb_lemma(token)
    if lemma is None or token.dep in ("aux", "auxpass"):
        return None
    allowed = VERB_FRAMES.get(lemma, {})
    if lemma in PREPOSITION_VERBS:
        allowed = {**allowed, "preposition": "statement"}
    if not allowed and not quotations:
        return None
    return _first(FRAMES, allowed, token, tokens, bool(quotations))


def _first(frames: Sequence[Frame], allowed: dict[str, str], token: Token, tokens: Sequence[Token], quoting: bool) -> Optional[Attribution]:
    for frame in frames:
        act = allowed.get(frame.name)
        if frame.name == "passive":
            act = allowed.get("object")
        if act is None and not (quoting and frame.name in ("clause", "aside")):
            continue
        reading = frame.read(token)
        if reading is None or not reading.content:
            continue
        if act is None:
            if sum(tokens[i].quoted and is_word(tokens[i]) for i in reading.content) < 2:
                continue
            act = "statement"
        if frame.name == "preposition":
            act = PREPOSITION_ACTS.get(f"{token.lemma}:{reading.cue_words[0].lower}" if reading.cue_words else "", act)
        return _attribution(token, frame.name, act, reading, tokens)
    return None


def _attribution(cue: Token, frame: str, act: str, reading: Reading, tokens: Sequence[Token]) -> Attribution:
    cue_span = _cue_span(cue, reading.cue_words)
    source_span = phrase_span(reading.source.head, cue, tokens) if reading.source else None
    content = reading.content - set(range(cue_span[0], cue_span[1] + 1))
    if source_span:
        content -= set(range(source_span[0], source_span[1] + 1))
        assert reading.source
        source_tree = below(reading.source.head)
        if cue.i not in source_tree and source_tree.isdisjoint(reading.keep):
            content -= source_tree
    return Attribution(cue, frame, act, content, cue_span, reading.source, source_span, addressee=reading.addressee)


def _cue_span(cue: Token, words: Sequence[Token]) -> tuple[int, int]:
    """The cue with its auxiliaries, negation and the adverbs right at it."""
    inside = {cue.i, *(word.i for word in words)}
    for other in cue.children:
        if other.dep in ("aux", "auxpass", "neg", "prt") or (other.dep == "advmod" and abs(other.i - cue.i) <= 2):
            inside.add(other.i)
    first = last = cue.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last


def _according(token: Token, tokens: Sequence[Token], document: Document) -> Optional[Attribution]:
    if token.i + 1 >= len(tokens) or tokens[token.i + 1].lower != "to":
        return None
    to = tokens[token.i + 1]
    source = child(to, "pobj") or child(token, "pobj")
    if source is None:
        return None
    phrase = below(token) | below(to)
    sentence = document.sentences[token.sentence]
    head = token.head
    while head.dep in ("advcl", "relcl", "acl", "xcomp", "pcomp") and head.head is not head:
        head = head.head
    if head is not token and is_verb(head) and head.i not in phrase:
        content = below(head) - phrase
    else:
        content = set(range(sentence.first, sentence.last)) - phrase
    reading = Reading(content, Subject(source, False), [to])
    result = _attribution(token, "according", "statement", reading, tokens)
    result.source_span = (min(below(source)), max(below(source)))
    while tokens[result.source_span[1]].pos == "PUNCT" and result.source_span[1] > source.i:
        result.source_span = (result.source_span[0], result.source_span[1] - 1)
    return result


def _split_joined(found: Sequence[Attribution], tokens: Sequence[Token]) -> None:
    """Take out of each clause the cues that are joined to it by mistake.

    "He said that A and assured that B": the model joins "assured" to A's verb. A reporting verb without
    a subject of its own, joined to the verb of what is said, is the speaker's next cue.
    """
    by_cue = {a.cue.i: a for a in found if a.frame in ("clause", "infinitive", "object", "quote")}
    for outer in found:
        if outer.frame != "clause" or not outer.content or min(outer.content) < outer.cue.i:
            continue
        heads = [c for c in outer.cue.children if c.dep == "ccomp"]
        while heads:
            head = heads.pop()
            for other in head.children:
                if other.dep not in ("conj", "advcl") or not is_verb(other):
                    continue
                inner = by_cue.get(other.i)
                alone = not child(other, "nsubj", "nsubjpass", "mark", "expl")
                if inner is None or not alone or inner.source_span == outer.source_span:
                    if other.dep == "conj":
                        heads.append(other)
                    continue
                if other.dep == "advcl" and (other.tag != "VBG" or tokens[other.i - 1].text != ","):
                    continue
                if other.dep == "conj" and (other.tag in ("VB", "VBG") or inner.frame != "clause"):
                    continue
                outer.content -= below(other)
                outer.content -= {c.i for c in head.children if c.dep == "cc" and c.i < other.i and c.i > head.i and not any(head.i < d.i < other.i and d.i > c.i and d.dep == "conj" for d in head.children)}
                inner.source, inner.source_span = outer.source, outer.source_span


def _label(tokens: Sequence[Token], first: int, last: int) -> Optional[Attribution]:
    """A speaker's name with a colon at the head of a paragraph: "MINISTER: We will stay." """
    colon = next((i for i in range(first + 1, min(first + 7, last)) if tokens[i].text == ":"), None)
    if colon is None or last - colon < 4 or any(tokens[i].quoted for i in range(first, colon)):
        return None
    name = tokens[first:colon]
    if not all(t.text[0].isupper() or t.text in (".", ",", "(", ")", "-", "of", "de", "'s", "’s") for t in name):
        return None
    if len(name) == 1 and name[0].pos not in ("PROPN", "NOUN", "X") or any(is_verb(t) for t in name):
        return None
    content = set(range(colon + 1, last))
    end = colon - 1
    return Attribution(tokens[colon], "label", "statement", content, (colon, colon), Subject(name[-1], False), (first, end))


def _absorb(found: Sequence[Attribution], quotations: Sequence[Quotation]) -> None:
    """Make each content that touches a quotation hold the whole of it."""
    for attribution in found:
        for k, quotation in enumerate(quotations):
            if quotation.words < 2:
                continue
            span = range(quotation.first, quotation.last + 1)
            if not attribution.content.isdisjoint(span):
                attribution.content.update(span)
                attribution.quotations.append(k)


def _quote_cues(
    found: list[Attribution], bare: Sequence[Token], document: Document, quotations: Sequence[Quotation]
) -> None:
    """Give each quotation that no content holds to the reporting verb next to it."""
    tokens = document.tokens
    held = {k for attribution in found for k in attribution.quotations}
    for k, quotation in enumerate(quotations):
        if k in held or quotation.words < 1:
            continue
        best: Optional[tuple[int, Token]] = None
        for cue in bare:
            gap = quotation.first - cue.i if cue.i < quotation.first else cue.i - quotation.last
            sentence = document.sentences[cue.sentence]
            near = (sentence.first <= quotation.last and sentence.last > quotation.first) or gap <= 4
            if quotation.words < MIN_SPEECH_WORDS and gap > 3:
                continue
            if gap <= MAX_GAP and near and (best is None or gap < best[0]):
                best = (gap, cue)
        if best is None:
            continue
        cue = best[1]
        act = VERB_FRAMES[cue.lemma.lower()]["quote"]
        content = set(range(quotation.first, quotation.last + 1))
        attribution = _attribution(cue, "quote", act, Reading(content, subject_of(cue)), tokens)
        attribution.quotations.append(k)
        found.append(attribution)
        bare = [other for other in bare if other is not cue]


def nest(found: Sequence[Attribution], tokens: Sequence[Token]) -> list[Attribution]:
    """Return the attributions to keep, with their levels."""
    order = sorted(found, key=lambda a: (-len(a.content) if a.quotations else 0, -len(a.content), a.cue.i))
    kept: list[Attribution] = []
    taken: set[int] = set()
    for attribution in order:
        outer = [a for a in kept if attribution.cue.i in a.content]
        if outer:
            continue
        if any(a.cue is attribution.cue for a in kept):
            continue
        if len(attribution.content & taken) > 0.5 * len(attribution.content):
            continue
        attribution.content -= taken
        if not any(True for _ in runs(attribution.content, tokens)):
            continue
        taken |= attribution.content
        kept.append(attribution)
    kept = [a for a in kept if not any(a.cue.i in b.content for b in kept if b is not a)]
    kept.sort(key=lambda a: a.cue.i)
    return kept
