"""The date of one clause: the claim on Saturday, the attack on Friday, in one sentence."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Optional

from schemas.records import Sentence, TimeExpression
from transforms.dates.datelines import in_dateline
from transforms.dates.lengths import start_of_length
from transforms.dates.quoted import from_speech, is_deictic
from transforms.dates.tense import is_at_once, is_running, says_behind, told_as_past
from transforms.dates.verbs import SETTING, SPEECH, TELLING
from transforms.dates.yardsticks import is_yardstick
from transforms.text.document import Document
from transforms.text.tokens import Token

# Dependencies by which a verb begins a clause of its own (ClearNLP's names), and how far such a clause
# stands from what its sentence reports: a complement is near, a relative clause far.
CLAUSES = {
    "ROOT": 0, "conj": 0, "parataxis": 1, "ccomp": 1, "xcomp": 1, "pcomp": 2, "csubj": 2, "csubjpass": 2,
    "advcl": 2, "acl": 3, "relcl": 4,
}  # fmt: skip
# A clause that happens when its main clause does stands as near as what is told in it.
AT_ONCE = 1
# A time of day without a day: which day it is of, the report says elsewhere.
DAYLESS = frozenset(["clock"])
# Rules of weekdays, which count from the day of the speech where the sentence names that.
WEEKDAYS = frozenset(["weekday", "weekday part"])
# The end of the rule of what has gone on since.
RUNNING = ", until publication"
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
# Sentences in which the day of an event is looked for that its own sentence only mentions.
_NEAR = 8


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

    An expression in its own clause decides: below a noun; on a verb, one that hangs on the verb itself before
    one that hangs on a noun in between. Without one, a participle takes that of the verb it goes with, and a
    noun its verb's, unless the verb only tells of it ("condemned on Sunday the attack"): then it has the day
    that a sentence near by gives to the same word, as "inherited". Else it is the sentence's date.
    """
    sentence = sentences[head.sentence]
    dated = _dated_in(sentence.start, sentence.end, timexes)
    holds = [(hold_of(document, timex), timex) for timex in dated if not is_yardstick(document, timex)]
    if sentence.date_text:
        # The day of filing, where the sentence has another.
        holds = [
            (hold, timex)
            for hold, timex in holds
            if timex.text == sentence.date_text or not in_dateline(document, timex.start, timex.end)
        ]
    then = next((timex for timex in dated if is_when(document, timex, head)), None)
    if then is not None:
        return ClauseDate(then.date_start, then.date_end, day_precision(then), basis_of(then))
    found = _held_by(head, holds)
    above = verb_above(head)
    told_of = head.pos in _NOUNS and above is not None and above.lemma in TELLING
    goes_with = (head.pos in _NOUNS and not told_of) or (head.tag == "VBG" and head.dep == "advcl")
    if found is None and above is not None and goes_with:
        found = _held_by(above, holds)
    if found is None and above is not None and told_of and head.head is above:
        # What is called for a day to come: "has called a strike on Friday".
        found = _held_by(above, [one for one in holds if is_ahead_of(one[1], above)])
    if found is not None and head.pos in _VERBS and is_ahead_of(found, head):
        found = None
    words = sentence.date_text or ""
    begins = document.text.find(words, sentence.start)
    within = (
        begins <= head.start < begins + len(words)
    )  # of "two days after he was shot on Monday" the "shot"
    if found is not None and head.pos in _VERBS and words.endswith(f" {found.text}") and not within:
        return _of_sentence(sentence)  # the last day of a range, or moved: "two days after Friday's attack"
    if found is not None:
        return _from(found, document, sentence)
    if told_of:
        elsewhere = _dated_elsewhere(document, head, sentences, timexes)
        if elsewhere is not None:
            return _from(elsewhere, document, sentence)._replace(basis="inherited")
    return _of_sentence(sentence)


def _of_sentence(sentence: Sentence) -> ClauseDate:
    return ClauseDate(sentence.date_start, sentence.date_end, sentence.date_precision, sentence.date_basis)


def _from(timex: TimeExpression, document: Document, sentence: Sentence) -> ClauseDate:
    """The date of an expression; "yesterday" in a quotation counts from the day that the sentence tells."""
    start, end = timex.date_start, timex.date_end
    whole = timex.text == sentence.date_text or (sentence.date_text or "").startswith(f"{timex.text} ")
    if whole and not ((sentence.date_rule or "").endswith(RUNNING) and not runs_on(document, timex)):
        return _of_sentence(sentence)  # perhaps counted from the utterance, or the first day of a range
    spoken = from_speech(document, timex, sentence) if timex.rule in WEEKDAYS else None
    if spoken is not None:
        return ClauseDate(spoken, spoken, "day", "utterance")
    if is_deictic(document, timex) and start and end and sentence.date_start:
        uttered = sentence.anchor_date if sentence.date_basis == "utterance" else sentence.date_start
        if uttered is not None:
            moved = uttered - (timex.anchor_date or timex.published)
            return ClauseDate(start + moved, end + moved, day_precision(timex), "utterance")
    if runs_on(document, timex):
        end = timex.published
    start = start_of_length(document, timex) or start
    return ClauseDate(start, end, day_precision(timex), basis_of(timex))


def _dated_in(start: int, end: int, timexes: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions with days that lie in a stretch of the text."""
    first = bisect_left(timexes, start, key=lambda timex: timex.start)
    last = bisect_left(timexes, end, key=lambda timex: timex.start)
    return [timex for timex in timexes[first:last] if timex.date_start and timex.rule not in DAYLESS]


def _held_by(governor: Token, holds: Sequence[tuple[Hold, TimeExpression]]) -> Optional[TimeExpression]:
    if governor.pos in _VERBS:
        direct = [timex for hold, timex in holds if hold.verb is governor and not hold.nouns]
        through = [timex for hold, timex in holds if hold.verb is governor]
        return next(iter(direct or through), None)
    return next((timex for hold, timex in holds if any(noun is governor for noun in hold.nouns)), None)


def is_when(document: Document, timex: TimeExpression, verb: Token) -> bool:
    """Tell whether a clause right behind an expression says what was then: "until May, when it fell"."""
    return any(
        child.lower == "when" and document.text[timex.end : child.start] in (" ", ", ")
        for child in verb.children
        if child.dep == "advmod"
    )


def _dated_elsewhere(
    document: Document, head: Token, sentences: Sequence[Sentence], timexes: Sequence[TimeExpression]
) -> Optional[TimeExpression]:
    """The first expression near by that dates the same noun: below it, or in the clause it takes part in."""
    low, high = max(0, head.sentence - _NEAR), min(len(sentences), head.sentence + _NEAR)
    for timex in _dated_in(sentences[low].start, sentences[high - 1].end, timexes):
        if timex.sentence_id == sentences[head.sentence].sentence_id or day_precision(timex) != "day":
            continue
        if any(noun.lemma == head.lemma for noun in nouns_of(hold_of(document, timex))):
            return timex
    return None


def nouns_of(hold: Hold) -> list[Token]:
    """The nouns that an expression dates: those it is below, and those that take part in its clause.

    Not those that its verb only tells of ("condemned on Sunday the attack").
    """
    nouns = list(hold.nouns)
    if hold.verb is not None and hold.verb.lemma not in TELLING:
        nouns += [child for child in hold.verb.children if child.pos in _NOUNS]
        nouns += [noun for child in hold.verb.children if child.dep == "prep" for noun in child.children]
    return nouns


def _speech_before(document: Document, timex: TimeExpression, first: Token, top: Token) -> Optional[Token]:
    if day_precision(timex) != "day" or timex.rule in DAYLESS or top.dep == "poss" or first.i == 0:
        return None
    left = document.tokens[first.i - 1]
    if left.lower == "on" and left.i:
        left = document.tokens[left.i - 1]
    return left if left.pos == "VERB" and left.lemma in SPEECH and left.sentence == first.sentence else None


def hold_of(document: Document, timex: TimeExpression) -> Hold:
    """Return the verb in whose clause `timex` stands, and the nouns on the way up to it.

    Right behind a verb of speech a day is that of the speech, whatever the model takes it with: "the army
    said on Friday troops had entered the town". And before one it is that of what is said: "he will speak in
    Ohio Friday, the paper said".
    """
    tokens = document.tokens_between(timex.start, timex.end)
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in inside or token.head is token), None)
    if top is None:
        return Hold(None, ())
    speech = _speech_before(document, timex, tokens[0], top)
    if speech is not None:
        return Hold(speech, ())
    nouns: list[Token] = []
    for above in top.ancestors():
        if above.pos in _VERBS:
            return Hold(_said_before(document, above, top) if says_behind(above, top) else above, nouns)
        if above.pos in _NOUNS and above.i not in inside:
            nouns.append(above)
    return Hold(None, nouns)


def _said_before(document: Document, speech: Token, date: Token) -> Token:
    """The last verb before a date that tells what is said."""
    first = document.sentences[date.sentence].first
    for i in range(date.i - 1, first - 1, -1):
        if document.tokens[i].pos == "VERB":
            return document.tokens[i]
    return speech


def is_ahead_of(timex: TimeExpression, verb: Optional[Token]) -> bool:
    """Tell whether an expression lies ahead of what its clause tells: "prices soared ahead of the vote"."""
    if verb is None or timex.date_start is None or timex.date_start <= timex.published:
        return False
    if verb.lemma in SETTING or any(child.tag == "MD" for child in verb.children):
        return False  # "would have been delivered by 2011"
    return told_as_past(verb) or is_running(verb)


def runs_on(document: Document, timex: TimeExpression) -> bool:
    """Tell whether what an expression dates goes on from there to publication: "has tripled since 2001"."""
    if timex.date_start is None or timex.date_start >= timex.published:
        return False
    if not _SINCE.search(document.text, max(0, timex.start - 8), timex.start):
        return False
    verb = hold_of(document, timex).verb
    return verb is not None and is_running(verb)


def subject_of(verb: Token) -> Optional[Token]:
    """The subject of a verb, if it has one of its own; of several the last, as a dateline passes for one."""
    subjects = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass")]
    return subjects[-1] if subjects else None


def verb_above(token: Token) -> Optional[Token]:
    """The nearest verb above `token`."""
    return next((above for above in token.ancestors() if above.pos in _VERBS), None)


def distance(hold: Hold) -> int:
    """How far a clause stands from what its sentence reports: 0 for the main clause (see CLAUSES)."""
    if hold.verb is None:
        return 0
    steps = (hold.verb, *hold.verb.ancestors())
    return sum(
        AT_ONCE if token.dep == "advcl" and is_at_once(token) else CLAUSES.get(token.dep, 0)
        for token in steps
        if token.pos in (*_VERBS, *_NOUNS) and not _beside(token)
    )


def _beside(token: Token) -> bool:
    """Tell whether a clause stands beside the next, as in "four died in May; six fled in June".

    The model takes it for what the second clause says.
    """
    head = token.head
    return token.dep == "ccomp" and token.i < head.i and any(child.text == ";" for child in head.children)


def basis_of(timex: TimeExpression) -> str:
    """Return how an expression dates what it stands with (vocabulary.STATED_BASES, but for utterance)."""
    if timex.rule.startswith("named event"):
        return "named_event"
    return "explicit" if timex.anchor_date is None else "relative"


def day_precision(timex: TimeExpression) -> Optional[str]:
    """The precision of a date that is kept as days: a time of day is a day."""
    return "day" if timex.precision == "time" else timex.precision
