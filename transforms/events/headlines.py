"""The verbs and nouns of headlines that the model takes for names, or for nouns, and the frames that fit.

It was taught on running text. In a title with capitals it reads names ("Boy Dies", "Bank Heist"), in a line
without an article often a plural for a verb ("Navy foils attack"). The word's place in the parse says nothing
then: what a frame asks for is looked for before and behind it.
"""

from collections.abc import Sequence

from transforms.events.frames import Frame
from transforms.events.inflections import UNCHANGED, inflected, lemma_of
from transforms.events.lexicon import noun_frames, verb_frames
from transforms.events.roles import NAMED_BY_ROLE
from transforms.events.words import CLASSES
from transforms.text.tokens import Token

_STOPS = (".", "!", "?", "”", '"', "''", "’")
_NOUNS = ("NOUN", "PROPN")
# Pasts that are other words as often, but in a title (see inflections).
_PAST = {"found": "find", "held": "hold", "left": "leave", "lost": "lose", "met": "meet", "sent": "send"}
# What these forbid is no word of the line's.
_OF_VERBS = ("INTRANSITIVE", "NO CLAUSE")
# Plurals without an s.
_PEOPLE = ("police", "people", "men", "women", "children")


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is written as a title is: of its longer words nearly all with a capital."""
    longer = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return len(longer) > 2 and sum(token.text[0].isupper() for token in longer) > 0.8 * len(longer)


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether a line does not end as a sentence does."""
    return tokens[-1].lower not in _STOPS


def lacks_verb(tokens: Sequence[Token]) -> bool:
    """Whether the model finds no verb in a headline: it may have lost one."""
    return is_headline(tokens) and not any(token.pos in ("VERB", "AUX") for token in tokens)


def frames_in_headline(tokens: Sequence[Token], n: int, titled: bool) -> Sequence[Frame]:
    """Return the frames of `tokens[n]`, of a line in title case (`titled`) or one that lacks a verb.

    Of a name both its nouns and its verbs are tried; of a noun the verbs of which it could be a form.
    """
    token = tokens[n]
    if token.pos not in _NOUNS or (titled and not token.text[0].isupper()):
        return ()
    lemma = lemma_of(token) if titled else inflected().get(token.lower, token.lower)
    lemma = _PAST.get(token.lower, lemma) if titled else lemma
    nouns = noun_frames().get(lemma, ()) if token.pos == "PROPN" and titled else ()
    is_verb = lemma != token.lower or token.lower in UNCHANGED or (titled and _is_bare_verb(tokens, n))
    verbs = [*_with_particle(lemma, tokens, n), *verb_frames().get(lemma, ())] if is_verb else ()
    return [
        frame._replace(needs="", subjects="")
        for frame in (*nouns, *verbs)
        if not frame.takes and _has_needs(frame, tokens, n)
    ]


def _with_particle(lemma: str, tokens: Sequence[Token], n: int) -> Sequence[Frame]:
    """The frames of a verb with the word behind it: "Checks Into Clinic"."""
    return verb_frames().get(f"{lemma}+{tokens[n + 1].lower}", ()) if n + 1 < len(tokens) else ()


def _is_bare_verb(tokens: Sequence[Token], n: int) -> bool:
    """Whether a bare form may be a verb: "Lions Clinch Title", "Lions Win, Clinch Title", "Lions to Clinch".

    It stands behind a plural, a comma or "to", and something behind it.
    """
    if n == 0 or n + 1 == len(tokens):
        return False
    before = tokens[n - 1]
    if before.lower in (",", "to", *_PEOPLE):
        return True
    return before.pos in _NOUNS and before.lower.endswith("s") and tokens[n].entity != "PERSON"


def _has_needs(frame: Frame, tokens: Sequence[Token], n: int) -> bool:
    """Whether the line holds what a frame asks for; what the parse alone can tell, it does not."""
    others = (*tokens[:n], *tokens[n + 1 :])
    if frame.needs in ("PERSON", "SOMEONE"):
        if not any(token.entity == "PERSON" or lemma_of(token) in NAMED_BY_ROLE for token in others):
            return False
    elif (
        frame.needs not in _OF_VERBS
        and frame.needs
        and not (frame.needs in CLASSES and _holds(frame.needs, others))
    ):
        return False
    return not frame.subjects or _holds(frame.subjects, tokens[:n])


def _holds(name: str, tokens: Sequence[Token]) -> bool:
    return any(lemma_of(token) in CLASSES[name] or token.lower in CLASSES[name] for token in tokens)
