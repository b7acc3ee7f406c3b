"""Find the event mentions of a report, and what its claims are about.

    mentions, abouts = find_event_mentions(document, names, sentences, timexes, claims)

A sentence's triggers come from the lexicon (triggers.py); PLOVER's rules on what is foreseen or refused
(coding.py) may change their type; the rest of a row is read off the parse around the trigger.
"""

from collections.abc import Sequence
from typing import Optional

from schemas.records import Claim, ClaimAbout, EventMention, Mention, Sentence, TimeExpression
from schemas.vocabulary import STATED_BASES
from transforms.dates.clauses import ClauseDate, clause_date
from transforms.events.about import abouts, known_through
from transforms.events.casualties import Count, concerns, counts_in
from transforms.events.coding import code
from transforms.events.participants import participants_of
from transforms.events.places import lead_sentence, names_at, place_of
from transforms.events.status import in_time
from transforms.events.triggers import Trigger, find_triggers, lemma_of
from transforms.ids import content_id
from transforms.text.document import Document

# Whose events can cost lives, and whose can end in arrests.
_VIOLENT = frozenset(["ASSAULT", "PROTEST"])
_ARRESTING = frozenset(["COERCE", "PROTEST"])


def find_event_mentions(
    document: Document,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    timexes: Sequence[TimeExpression],
    claims: Sequence[Claim],
) -> tuple[list[EventMention], list[ClaimAbout]]:
    """Return the event mentions of `document` in the order of their triggers, and what claims are about.

    `mentions`, `sentences`, `timexes` and `claims` are the report's, in order. An event mention's date
    is that of its clause; `claim_id` the innermost claim that holds it, where the report does not tell
    of it in its own voice; `killed`, `injured` and `arrested` only where a number is given. `event_id`
    and the columns after `arrested` are left to clustering. Credit lines tell of nothing.
    """
    lead = lead_sentence(document)
    names = names_at(document, mentions)
    told: list[tuple[Trigger, EventMention]] = []
    for span in document.sentences:
        if span.kind == "credit":
            continue
        tokens = document.tokens_of(span)
        triggers = find_triggers(tokens)
        if not triggers:
            continue
        counts = counts_in(tokens)
        for trigger in triggers:
            coded = code(trigger)
            when = _date(document, trigger, sentences, timexes)
            published = document.article.published
            status = in_time(coded.status, when.start, when.end, when.basis in STATED_BASES, published)
            claim = known_through(claims, trigger)
            place = place_of(document, names, trigger, lead)
            actors, recipients = participants_of(document, mentions, trigger)
            token = trigger.token
            row = EventMention(
                content_id("event mention", document.article.article_id, token.start, token.end, coded.event_type),
                None, document.article.article_id, span.sentence_id, claim.claim_id if claim else None,
                token.start, token.end, token.text, lemma_of(token), coded.event_type, coded.mode, status,
                when.start, when.end, when.precision, when.basis, actors, recipients, place.name, place.country,
                _count(counts, "killed", trigger, coded.event_type in _VIOLENT),
                _count(counts, "injured", trigger, coded.event_type in _VIOLENT),
                _count(counts, "arrested", trigger, coded.event_type in _ARRESTING),
                None, None, [], published,
            )  # fmt: skip
            told.append((trigger, row))
    return [row for _, row in told], abouts(claims, told)


def _date(
    document: Document, trigger: Trigger, sentences: Sequence[Sentence], timexes: Sequence[TimeExpression]
) -> ClauseDate:
    """The date of the trigger's own phrase, if it states one ("Friday's attack"), else of its verb's clause."""
    own = clause_date(document, trigger.token, sentences, timexes)
    if own.basis in STATED_BASES or trigger.support is None:
        return own
    return clause_date(document, trigger.support, sentences, timexes)


def _count(counts: Sequence[Count], kind: str, trigger: Trigger, applies: bool) -> Optional[int]:
    """The largest count of a kind that is of this event: "killed 12, including three children" is 12."""
    if not applies:
        return None
    return max((c.number for c in counts if c.kind == kind and concerns(c, trigger.token)), default=None)
