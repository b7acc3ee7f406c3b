"""Read the reporting clause behind a quotation by its words alone, where the parse sees none.

"“We will stay,” a voice in the film states." A quotation that ends in a comma is somebody's words whatever
the model makes of what follows: here it takes the verb for a noun.
"""

from collections.abc import Sequence
from typing import Optional

from transforms.claims.lexicon import VERB_FRAMES
from transforms.claims.phrases import Subject, is_verb, is_word, phrase_span
from transforms.claims.quotations import Quotation
from transforms.claims.readings import Attribution
from transforms.entities.phrases import NOUNS, phrase_head
from transforms.text.document import Document
from transforms.text.tokens import Token

# How many tokens a speaker may have, and how many words a quotation.
MAX_SPEAKER = 12
MIN_WORDS = 2
_ENDS = frozenset({",", "?", "!"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_STOPS = frozenset({".", ";", ":", "?", "!", "(", "—", "–", "--"})


def tail_cues(found: list[Attribution], document: Document, quotations: Sequence[Quotation]) -> None:
    """Give each quotation that no content holds to the clause right behind it; it joins `found`."""
    held = {k for one in found for k in one.quotations}
    for k, quotation in enumerate(quotations):
        one = tail(document, quotation) if k not in held else None
        if one and not any(other.cue is one.cue for other in found):
            one.quotations.append(k)
            found.append(one)


def tail(document: Document, quotation: Quotation) -> Optional[Attribution]:
    """Return a quotation as what the clause right behind it says, or None.

    The verb is one of saying, also one taken for a noun ("a voice states"); right behind the closing mark
    and before its subject it is any ("“Stop!” blared the front page").
    """
    tokens = document.tokens
    end = quotation.last
    if quotation.words < MIN_WORDS or end + 2 >= len(tokens) or tokens[end - 1].text not in _ENDS:
        return None
    paragraph = document.sentences[tokens[end].sentence].paragraph
    for i in range(end + 1, min(end + 2 + MAX_SPEAKER, len(tokens))):
        token = tokens[i]
        parted = document.sentences[token.sentence].paragraph != paragraph
        if token.quoted or token.text in _STOPS or parted:
            return None
        if i == end + 1:
            if token.pos == "VERB" and token.tag in _FINITE:
                return _inverted(token, quotation, document)
        elif _says(token, document):
            return _told(token, quotation, document)
        elif is_verb(token):
            return None
    return None


def _says(token: Token, document: Document) -> bool:
    """Whether a token is a verb of saying, or has its form and ends a clause."""
    if token.tag in _FINITE:
        return "quote" in VERB_FRAMES.get(token.lemma.lower(), ())
    after = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else None
    ends = after is None or not is_word(after)
    return ends and token.tag == "NNS" and "quote" in VERB_FRAMES.get(token.lemma.lower(), ())


def _told(cue: Token, quotation: Quotation, document: Document) -> Optional[Attribution]:
    """With the speaker between the quotation and the verb."""
    speaker = document.tokens[quotation.last + 1 : cue.i]
    nouns = [token for token in speaker if token.pos in NOUNS]
    if not nouns or not is_word(speaker[0]):
        return None
    last = next(i for i in range(cue.i - 1, quotation.last, -1) if is_word(document.tokens[i]))
    return _of(cue, quotation, Subject(nouns[0], False), (speaker[0].i, last))


def _inverted(cue: Token, quotation: Quotation, document: Document) -> Optional[Attribution]:
    """With the speaker behind the verb."""
    speaker = []
    for token in document.tokens[cue.i + 1 : cue.i + 1 + MAX_SPEAKER]:
        if not is_word(token) or is_verb(token):
            break
        speaker.append(token)
    if not speaker or speaker[0].pos not in ("DET", "PROPN", "PRON", "NOUN"):
        return None
    head = phrase_head(speaker)
    if head.pos not in NOUNS:
        return None
    return _of(cue, quotation, Subject(head, False), phrase_span(head, cue, document.tokens))


def _of(cue: Token, quotation: Quotation, source: Subject, span: tuple[int, int]) -> Attribution:
    act = VERB_FRAMES.get(cue.lemma.lower(), {}).get("quote", "statement")
    return Attribution(cue, "quote", act, set(quotation.tokens()), (cue.i, cue.i), source, span)
