"""The date of one clause: the claim on Saturday, the attack on Friday, in one sentence."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Optional

from schemas.records import Sentence, TimeExpression
from transforms.text.document import Document
from transforms.text.tokens import Token

# Dependencies by which a verb begins a clause of its own (ClearNLP's names), and how far such a clause
# stands from what its sentence reports: a complement is near, a relative clause far.
CLAUSES = {
    "ROOT": 0, "conj": 0, "parataxis": 1, "ccomp": 1, "xcomp": 1, "pcomp": 2, "csubj": 2, "csubjpass": 2,
    "advcl": 2, "acl": 3, "relcl": 4,
}  # fmt: skip
# Dependencies of nouns that take part in what their verb tells as its doer or its undergoer.
_TAKES_PART = frozenset(["nsubj", "nsubjpass", "dobj", "attr", "oprd"])


class ClauseDate(NamedTuple):
    """The days a clause reports on, and how they are known (vocabulary.DATE_BASES)."""

    start: Optional[date]
    end: Optional[date]
    precision: Optional[str]
    basis: str


class Hold(NamedTuple):
    """How an expression hangs in its sentence."""

    verb: Optional[Token]  # of the clause it stands in
    nouns: Sequence[Token]  # between it and that verb, the nearest first


def clause_date(
    document: Document,
    head: Token,
    sentences: Sequence[Sentence],
    timexes: Sequence[TimeExpression],
) -> ClauseDate:
    """Return the date of the clause that `head` (a verb, or an event noun) governs.

    An expression below `head` in its own clause decides: one that hangs on the head itself before one
    that hangs on a noun in between. A noun that takes part in its verb's clause has that clause's date.
    Else it is the sentence's date.
    """
    sentence = sentences[head.sentence]
    own = [timex for timex in timexes if timex.sentence_id == sentence.sentence_id and timex.date_start]
    holds = [(hold_of(document, timex), timex) for timex in own]
    for governor in (head, verb_above(head) if head.dep in _TAKES_PART else None):
        if governor is None:
            continue
        found = _held_by(governor, holds)
        if found:
            if _is_sentence_date(found, sentence):
                break
            return ClauseDate(found.date_start, found.date_end, day_precision(found), basis_of(found))
    return ClauseDate(sentence.date_start, sentence.date_end, sentence.date_precision, sentence.date_basis)


def _held_by(governor: Token, holds: Sequence[tuple[Hold, TimeExpression]]) -> Optional[TimeExpression]:
    if governor.pos in ("VERB", "AUX"):
        direct = [timex for hold, timex in holds if hold.verb is governor and not hold.nouns]
        through = [timex for hold, timex in holds if hold.verb is governor]
        return next(iter(direct or through), None)
    return next((timex for hold, timex in holds if any(noun is governor for noun in hold.nouns)), None)


def _is_sentence_date(timex: TimeExpression, sentence: Sentence) -> bool:
    """The sentence chose this very expression, and may have counted it from the utterance."""
    return sentence.date_text == timex.text and sentence.date_value is not None


def hold_of(document: Document, timex: TimeExpression) -> Hold:
    """Return the verb in whose clause `timex` stands, and the nouns on the way up to it."""
    tokens = document.tokens_between(timex.start, timex.end)
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in inside or token.head is token), None)
    if top is None:
        return Hold(None, ())
    nouns: list[Token] = []
    for above in top.ancestors():
        if above.pos in ("VERB", "AUX"):
            return Hold(above, nouns)
        if above.pos in ("NOUN", "PROPN") and above.i not in inside:
            nouns.append(above)
    return Hold(None, nouns)


def verb_above(token: Token) -> Optional[Token]:
    """The nearest verb above `token`."""
    return next((above for above in token.ancestors() if above.pos in ("VERB", "AUX")), None)


def distance(hold: Hold) -> int:
    """How far a clause stands from what its sentence reports: 0 for the main clause (see CLAUSES)."""
    if hold.verb is None:
        return 0
    steps = [hold.verb, *hold.verb.ancestors()]
    return sum(CLAUSES.get(token.dep, 0) for token in steps if token.pos in ("VERB", "AUX", "NOUN", "PROPN"))


def basis_of(timex: TimeExpression) -> str:
    """Return how an expression dates what it stands with (vocabulary.STATED_BASES, but for utterance)."""
    if timex.rule.startswith("named event"):
        return "named_event"
    return "explicit" if timex.anchor_date is None else "relative"


def day_precision(timex: TimeExpression) -> Optional[str]:
    """The precision of a date that is kept as days: a time of day is a day."""
    return "day" if timex.precision == "time" else timex.precision
