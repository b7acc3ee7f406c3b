"""Bring quotations home: whole into the content that touches them, to the reporting verb next to them, to
the speech they go on with.

Quotations are those of the document, paired by character; a parse cuts through them and is overruled.
"""

from collections.abc import Sequence
from typing import NamedTuple, Optional

from transforms.claims.lexicon import VERB_FRAMES
from transforms.claims.phrases import SUBJECTS, Subject, child, is_verb, is_word
from transforms.claims.readings import Attribution, Reading, attribution
from transforms.claims.subjects import subject_of
from transforms.text.document import Document
from transforms.text.tokens import Token

# A quotation of fewer words is a term set off, not speech, unless a reporting verb stands right by it ...
MIN_SPEECH_WORDS = 3
# ... and one that is to stand as speech without a cue of its own needs a clause's length.
MIN_CONTINUED_WORDS = 3
# How many tokens the reporting clause may stand from the quotation it introduces.
MAX_GAP = 12
NEXT_TO = 3
# How many tokens of apposition or relative clause may stand between a speaker and the reporting verb.
MAX_APPOSED = 30
# What stands between the quotations of a list.
LIST_WORDS = frozenset({"and", "or"})
_BREAKS = frozenset({":", ";", "-", "--", "—", "–", "(", ".", "?", "!", "…"})
_ENDS = frozenset({",", ".", "?", "!"})
# Frames whose content may be a whole speech.
SPEECH_FRAMES = frozenset({"clause", "aside", "quote", "relayed"})


class Quotation(NamedTuple):
    """A quotation as tokens `first` to `last`, marks included."""

    first: int
    last: int
    words: int
    continues: bool

    def tokens(self) -> range:
        """The token numbers of the quotation."""
        return range(self.first, self.last + 1)


def quotations_of(document: Document, end: int, begin: int) -> tuple[list[Quotation], int]:
    """Return the quotations that start before the offset `end`, and where the next ones begin.

    `begin` counts through `document.quotes`; so does the number returned.
    """
    found: list[Quotation] = []
    while begin < len(document.quotes) and document.quotes[begin].start < end:
        quote = document.quotes[begin]
        begin += 1
        inside = document.tokens_between(quote.start, quote.end)
        if inside:
            words = sum(map(is_word, inside))
            found.append(Quotation(inside[0].i, inside[-1].i, words, quote.continues))
    return found, begin


def absorb(found: Sequence[Attribution], quotations: Sequence[Quotation], tokens: Sequence[Token]) -> None:
    """Make each content that touches a quotation hold the whole of it."""
    at = {i: k for k, quotation in enumerate(quotations) if quotation.words for i in quotation.tokens()}
    for one in found:
        for k in sorted({at[i] for i in one.content if i in at}):
            one.content.update(quotations[k].tokens())
            if quotations[k].words > 1:  # a word set off is no speech that goes on
                one.quotations.append(k)
        if one.quotations:
            _add_listed(one, quotations, tokens)


def _add_listed(one: Attribution, quotations: Sequence[Quotation], tokens: Sequence[Token]) -> None:
    """Join the quotations listed behind the last one of a content: "called it “a farce” and “a shame”"."""
    for k in range(one.quotations[-1] + 1, len(quotations)):
        between = range(quotations[k - 1].last + 1, quotations[k].first)
        words = [tokens[i].lower for i in between if is_word(tokens[i])]
        ended = any(tokens[i].text not in (",", *LIST_WORDS) for i in between)
        if ended or len(words) != 1 or one.cue.sentence != tokens[quotations[k].first].sentence:
            return
        one.content.update(range(between.start, quotations[k].last + 1))
        one.quotations.append(k)


def settle(one: Attribution, quotations: Sequence[Quotation], tokens: Sequence[Token]) -> None:
    """Cut a content down to the quotation next to its reporting clause, where that is all that was said.

    In "He was blunt: “No,” he said, and left" the model makes one clause of it all.
    """
    if one.frame not in ("clause", "aside"):
        return
    first, last = reporting_clause(one)
    for k in one.quotations:
        quotation = quotations[k]
        if quotation.words > 1 and _adjoin(quotation.last, first, tokens):
            if one.source is None and one.cue.i == last:
                _name_behind(one, tokens)
                last = reporting_clause(one)[1]
            lead = quotation.first - 1
            led = lead in one.content and tokens[lead].text not in _BREAKS
            one.content -= {i for i in one.content if not tokens[i].quoted and (i > last or not led)}
            return
        if quotation.words > 1 and _adjoin(last, quotation.first, tokens):
            before = {i for i in one.content if i < first}
            begun = any(tokens[i].dep in SUBJECTS and tokens[i].head.quoted for i in before)
            if not begun and not any(tokens[i].quoted for i in before):
                one.content -= before
            if tokens[quotation.last - 1].text in _ENDS:
                one.content -= {i for i in one.content if i > quotation.last and not tokens[i].quoted}
            return


def _name_behind(one: Attribution, tokens: Sequence[Token]) -> None:
    """Take the name right behind a cue for the speaker where the parse joins the two in no way."""
    end = begin = one.cue.i + 1
    while end < len(tokens) and tokens[end].pos in ("PROPN", "NOUN", "ADJ", "NUM"):
        end += 1
    name = tokens[begin:end]
    if name and name[0].text[0].isupper() and name[-1].entity == "PERSON":
        one.source, one.source_span = Subject(name[-1], False), (begin, end - 1)
        one.content -= set(range(begin, end))


def yield_spoken(
    found: Sequence[Attribution], quotations: Sequence[Quotation], tokens: Sequence[Token]
) -> None:
    """Take out of each content the quotation that another speaker's clause follows: "“No,” she said".

    The model makes one sentence of "“No,” she said, but added later, “Yes,” said he": nobody says both.
    """
    for inner in found:
        if inner.frame not in SPEECH_FRAMES or inner.source is None or inner.source.inherited:
            continue
        first, last = reporting_clause(inner)
        ahead = (q for q in quotations if q.words > 1 and _adjoin(q.last, first, tokens))
        spoken = next((q for q in ahead if tokens[q.last - 1].text != "." and not tokens[first].begins), None)
        if spoken is None:
            continue
        for outer in found:
            begin, end = reporting_clause(outer)
            # "Asked whether he was “fit,” he said so" asks it in a clause of the sayer's.
            apart = (
                outer is not inner
                and outer.act not in ("relay", "attitude")
                and outer.cue.head is not inner.cue
            )
            if apart and not (_adjoin(spoken.last, begin, tokens) or _adjoin(end, spoken.first, tokens)):
                outer.content -= set(range(spoken.first, last + 1))


def _adjoin(left: int, right: int, tokens: Sequence[Token]) -> bool:
    """Whether no more than a comma or colon stands between two tokens."""
    return 0 < right - left <= 2 and all(tokens[i].pos == "PUNCT" for i in range(left + 1, right))


def reporting_clause(one: Attribution) -> tuple[int, int]:
    """The cue with its source, where the two stand together: first and last token."""
    first, last = one.cue_span
    if one.source_span and 0 < one.source_span[0] - last <= NEXT_TO:
        return first, max(last, one.source_span[1])
    own = one.source is not None and not one.source.inherited
    if one.source_span and 0 < first - one.source_span[1] <= (MAX_APPOSED if own else NEXT_TO):
        return one.source_span[0], last
    return first, last


def quote_cues(
    found: list[Attribution], bare: Sequence[Token], document: Document, quotations: Sequence[Quotation]
) -> None:
    """Give each quotation that no content holds to the reporting verb next to it, or to the colon before it.

    `bare` are the reporting verbs that nothing was read at; what is found joins `found`.
    """
    held = {k for one in found for k in one.quotations}
    used: set[int] = set()
    for k, quotation in enumerate(quotations):
        if k in held or not quotation.words:
            continue
        near = [
            cue for cue in bare if cue.i not in used and _distance(cue.i, quotation) <= MAX_GAP + MAX_APPOSED
        ]
        candidates = [_beside(cue, quotation, document) for cue in near]
        reached = [(gap, one) for gap, one in candidates if gap is not None]
        leading = [(gap, one) for gap, one in reached if gap <= 2 and one.cue.i < quotation.first]
        best = min(leading or reached, key=lambda pair: pair[0], default=None)
        one = best[1] if best else _behind_colon(document, quotation)
        if one:
            one.quotations.append(k)
            _add_listed(one, quotations, document.tokens)
            held.update(one.quotations)
            used.add(one.cue.i)
            found.append(one)


def _distance(i: int, quotation: Quotation) -> int:
    return max(quotation.first - i, i - quotation.last)


def _beside(cue: Token, quotation: Quotation, document: Document) -> tuple[Optional[int], Attribution]:
    """The quotation as what `cue` says, and how many tokens lie between them, None where too many."""
    act = VERB_FRAMES[cue.lemma.lower()]["quote"]
    reading = Reading(set(quotation.tokens()), subject_of(cue))
    one = attribution(cue, "quote", act, reading, document.tokens)
    first, last = reporting_clause(one)
    gap = quotation.first - last if last < quotation.first else first - quotation.last
    sentence = document.sentences[cue.sentence]
    together = sentence.first <= quotation.last and sentence.last > quotation.first
    limit = MAX_GAP if together and quotation.words >= MIN_SPEECH_WORDS else NEXT_TO
    return (gap if gap <= limit else None), one


def _behind_colon(document: Document, quotation: Quotation) -> Optional[Attribution]:
    """A quotation behind a colon, said by the person named before it, or the subject of the clause before."""
    tokens = document.tokens
    colon = tokens[quotation.first - 1]
    if quotation.first == 0 or colon.text != ":" or quotation.words < MIN_CONTINUED_WORDS:
        return None
    sentence = document.sentences[colon.sentence]
    if sentence.paragraph != document.sentences[tokens[quotation.first].sentence].paragraph:
        return None
    source: Optional[Subject] = None
    if tokens[colon.i - 1].entity == "PERSON":
        source = Subject(tokens[colon.i - 1], False)
    else:
        for verb in tokens[sentence.first : colon.i]:
            if is_verb(verb) and child(verb, "nsubj"):
                source = subject_of(verb) or source
    if source is None:
        return None
    return attribution(colon, "colon", "statement", Reading(set(quotation.tokens()), source), tokens)
