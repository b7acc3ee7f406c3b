"""Find the attributions of a report: read its cues, part what was joined, bring quotations home, nest."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import groupby
from typing import Optional

from transforms.claims.boundaries import close_bracket, drop_comment, drop_gloss, part_joined
from transforms.claims.closings import closing
from transforms.claims.continued import MAX_PARAGRAPHS_APART, continued
from transforms.claims.cues import ANY_VERB, may_be_cue, read_cue, read_name
from transforms.claims.lexicon import VERB_FRAMES, verb_lemma
from transforms.claims.phrases import is_verb, is_word
from transforms.claims.quotations import (
    SPEECH_FRAMES,
    Quotation,
    absorb,
    quotations_of,
    quote_cues,
    settle,
    yield_spoken,
)
from transforms.claims.readings import Attribution, Reading, attribution
from transforms.claims.relays import give_cited, nested, passes_on
from transforms.claims.subjects import subject_of
from transforms.claims.tails import tail_cues
from transforms.entities.filed import filed_before
from transforms.text.document import Document
from transforms.text.tokens import Token

HEADINGS = frozenset({"headline", "subheading"})


def find_attributions(document: Document) -> list[Attribution]:
    """Return the attributions of a report, in order of the cue.

    Paragraph by paragraph; what is carried from one to the next is the last speech, which quotations
    without a cue may go on with, and a cue whose words come after a colon in the next paragraph.
    """
    found: list[Attribution] = []
    speech: Optional[Attribution] = None
    opened: Optional[Attribution] = None
    spoken = begin = 0
    people = _names_of_people(document)
    for number, (first, last) in enumerate(_paragraphs(document)):
        quotations, begin = quotations_of(document, document.tokens[last - 1].end, begin)
        here = _of_paragraph(document, first, last, quotations, people)
        if opened and not here:
            _introduce(opened, first, last, quotations)
            found.append(opened)
            speech, spoken = opened, number
        opened = _opening(document, here, first, last)
        near = speech if number - spoken <= MAX_PARAGRAPHS_APART else None
        if continued(here, quotations, document, (first, last), near):
            spoken = number
        found.extend(here)
        if here:
            quoting = [one for one in here if one.quotations and one.frame in SPEECH_FRAMES]
            whole = [one for one in quoting if all(document.tokens[i].quoted for i in one.content)]
            speech, spoken = [here[-1], *quoting[-1:], *whole[-1:]][-1], number
    return sorted(found, key=lambda one: (one.cue.i, one.level))


def _names_of_people(document: Document) -> frozenset[str]:
    """The words that the model takes for a person's name, more often than for anything else by two."""
    count = Counter([t.text for t in document.tokens if t.entity == "PERSON" and t.text[0].isupper()])
    for token in document.tokens if count else ():
        if token.text in count and token.entity != "PERSON":
            count[token.text] -= 1
    return frozenset(word for word, balance in count.items() if balance > 1)


def _paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """The tokens of each paragraph as `[first:last]`; credits say nothing."""
    for _, group in groupby(document.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        if sentences[0].kind != "credit":
            yield sentences[0].first, sentences[-1].last


def _of_paragraph(
    document: Document, first: int, last: int, quotations: Sequence[Quotation], people: Set[str]
) -> list[Attribution]:
    tokens = document.tokens
    filed = _dateline_end(document, first)
    heading = document.sentences[tokens[first].sentence].kind in HEADINGS
    named = read_name(tokens, first, last, quotations, filed > first, people, heading)
    if named:
        absorb([named], quotations, tokens)
        return [named]
    found: list[Attribution] = []
    bare: list[Token] = []
    quoting = bool(quotations)
    for token in tokens[first:last]:
        if token.quoted or not may_be_cue(token):
            continue
        one = read_cue(token, document, quoting)
        if one is None and _reports(token):
            sentence = document.sentences[token.sentence]
            one = closing(token, tokens, sentence.first, sentence.last, heading)
            bare += [] if one else [token]
        if one:
            found.append(one)
    if not found and not quotations:
        return found
    part_joined(found, tokens)
    for one in found:
        if heading:
            _cut_at_comma(one, tokens)
        one.content.difference_update(range(first, filed))
        if one.source_span and one.source_span[0] < filed <= one.source_span[1]:
            one.source_span = (filed, one.source_span[1])
        drop_gloss(one, tokens)
        drop_comment(one, tokens)
        close_bracket(one, tokens)
    absorb(found, quotations, tokens)
    for one in found:
        settle(one, quotations, tokens)
    quote_cues(found, bare, document, quotations)
    tail_cues(found, document, quotations)
    give_cited(found, tokens)
    for one in found:
        if passes_on(one, found, tokens):
            one.act = "relay"
    yield_spoken(found, quotations, tokens)
    return nested(_without_strangers(found, tokens), tokens)


def _cut_at_comma(one: Attribution, tokens: Sequence[Token]) -> None:
    """Leave of a source that a comma parts from its cue who is named in front: a headline joins verbs so.

    "Bandits abduct 17, demand ransom", where the model takes the first verb for a noun.
    """
    if one.source_span is None or one.source_span[1] + 2 != one.cue.i or tokens[one.cue.i - 1].text != ",":
        return
    first, last = one.source_span
    heads = [token for token in tokens[first : last + 1] if token.head is one.cue]
    if not heads or any(token.text == "," for token in tokens[first : last + 1]):
        return
    names = [
        token.i for token in tokens[first : heads[0].i] if token.head is heads[0] and token.dep == "compound"
    ]
    one.source_span = (first, names[-1]) if names else None


def _without_strangers(found: Sequence[Attribution], tokens: Sequence[Token]) -> list[Attribution]:
    """`found` without verbs unknown to the lexicon whose quoted words a known cue introduces as well.

    "The town dropped what Berg called “a trap”" is what Berg said, and not the town.
    """
    known = {id(one) for one in found if one.frame not in ANY_VERB or _is_known(one)}
    said = {i for one in found if id(one) in known for i in one.content}
    return [
        one
        for one in found
        if id(one) in known or any(tokens[i].quoted and is_word(tokens[i]) for i in one.content - said)
    ]


def _is_known(one: Attribution) -> bool:
    # "His claim was that ...": the verb says nothing, its subject does.
    return one.cue.lemma == "be" or one.frame in VERB_FRAMES.get(verb_lemma(one.cue) or "", ())


def _dateline_end(document: Document, first: int) -> int:
    """The token behind the dateline that the paragraph at token `first` begins with; `first` without one."""
    start = document.tokens[first].start
    return first + len(document.tokens_between(start, filed_before(document, start)))


def _reports(token: Token) -> bool:
    """Whether the token is a reporting verb, which a quotation may stand next to."""
    return token.pos == "VERB" and not token.quoted and "quote" in VERB_FRAMES.get(token.lemma.lower(), ())


def _opening(document: Document, here: Sequence[Attribution], first: int, last: int) -> Optional[Attribution]:
    """The reporting verb whose words stand in the next paragraph: "The mayor writes:"."""
    tokens = document.tokens
    if tokens[last - 1].text != ":":
        return None
    start = max(first, document.sentences[tokens[last - 1].sentence].first)
    cue = next((tokens[i] for i in range(last - 1, start - 1, -1) if _reports(tokens[i])), None)
    if cue is None or not is_verb(cue) or any(one.cue is cue for one in here):
        return None
    act = VERB_FRAMES[cue.lemma.lower()]["quote"]
    return attribution(cue, "quote", act, Reading(set(), subject_of(cue)), tokens)


def _introduce(one: Attribution, first: int, last: int, quotations: Sequence[Quotation]) -> None:
    """Give a cue the paragraph behind its colon: the quotation there, or all of it where it has no marks."""
    if quotations and quotations[0].first == first:
        one.content.update(quotations[0].tokens())
        one.quotations.append(0)
    else:
        one.content.update(range(first, last))
