"""Find the event mentions of a report, and what its claims are about.

    mentions, abouts = find_event_mentions(document, names, sentences, timexes, claims)

A sentence's triggers come from the lexicon (triggers.py); PLOVER's rules on what is foreseen or refused
(coding.py) may change their type; the rest of a row is read off the parse around the trigger.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from schemas.records import Claim, ClaimAbout, EventMention, Mention, Sentence, TimeExpression
from schemas.vocabulary import STATED_BASES
from transforms.dates.passages import goes_on_in_past
from transforms.dates.verbs import SETTING, SPEECH, TELLING
from transforms.events.about import Contents, abouts, innermost, known_through
from transforms.events.casualties import counts_in, shared_out
from transforms.events.coding import code
from transforms.events.deeds import is_of_history
from transforms.events.descriptions import countries_of
from transforms.events.habits import is_habit
from transforms.events.headlines import is_title_case
from transforms.events.lead_places import with_places_of_lead
from transforms.events.participants import Telling, participants_of
from transforms.events.places import names_at, place_of
from transforms.events.resumed import with_resumed
from transforms.events.status import NEWS_DAYS, in_time, is_past, status_of
from transforms.events.syntax import is_noun
from transforms.events.timing import date_of, follows_old, is_named_only, undated, with_dates_of_others
from transforms.events.triggers import Trigger, find_triggers
from transforms.ids import content_id
from transforms.text.document import Document
from transforms.text.hyphens import word_around
from transforms.text.tokens import Token

# Of these the try is a deed too; these can cost lives; these can end in arrests.
_VIOLENT = frozenset(["ASSAULT", "PROTEST"])
_DEADLY = frozenset(["ASSAULT", "PROTEST"])
_DEADLY_KINDS = frozenset(["disaster", "accident", "death", "injury", "crime"])
# What a report tells so in the present.
_REPORTED = frozenset(["announcement", "discovery"])
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
    report = _Report(
        document,
        mentions,
        names_at(document, mentions),
        countries_of(document, mentions),
        sentences,
        timexes,
        Contents(claims),
    )
    told: list[tuple[Trigger, EventMention]] = []
    surnames = _surnames(mentions)
    spans = [document.tokens_of(span) for span in document.sentences if span.kind != "credit"]
    found = [
        [one for one in find_triggers(tokens) if not _is_surname(one.token, surnames, tokens)]
        for tokens in spans
    ]
    for tokens, triggers in zip(spans, with_resumed(found), strict=True):
        told_of = [trigger for trigger in triggers if not _is_custom(report, trigger, tokens)]
        rows = _with_counts(tokens, told_of, [_mention(report, trigger) for trigger in told_of])
        told += zip(told_of, rows, strict=True)
    heading = {span.sentence_id for span in document.sentences if span.kind == "headline"}
    lead = next((span.sentence_id for span in document.sentences if span.kind == "body"), "")
    dated = with_dates_of_others(*_loosened(told, report, claims), heading, lead)
    placed = with_places_of_lead(document, mentions, dated)
    return placed, abouts(claims, told)


def _surnames(mentions: Sequence[Mention]) -> set[str]:
    """The last words of the persons' names of a report: "Price" and "Rush" tell of nothing there."""
    people = (mention.text.split() for mention in mentions if mention.label == "PERSON")
    return {words[-1] for words in people if len(words) > 1 and words[-1][0].isupper()}


def _is_surname(token: Token, surnames: set[str], tokens: Sequence[Token]) -> bool:
    """Whether a noun is a name of those; a title writes every noun with a capital."""
    return token.text in surnames and token.pos != "VERB" and not is_title_case(tokens)


def _is_line(tokens: Sequence[Token]) -> bool:
    """Whether a sentence of the body is a headline that a page sets there: it ends in a word."""
    return tokens[-1].text[-1].isalnum()


def _is_custom(report: "_Report", trigger: Trigger, tokens: Sequence[Token]) -> bool:
    """Whether a main clause's present tells of what has no type and is done as a rule: "it closes early".

    But who tells or confirms does so now, and so do captions tell of deaths and crashes.
    """
    head = trigger.head
    frame = trigger.frame
    if frame.event_type != "OTHER" or frame.mode in _REPORTED | _DEADLY_KINDS or is_noun(trigger.token):
        return False
    if head.tag not in ("VBZ", "VBP") or head.dep not in ("ROOT", "conj", "ccomp") or _is_line(tokens):
        return False
    if report.document.sentences[trigger.token.sentence].kind != "body":
        return False
    when = date_of(report.document, trigger, report.sentences, report.timexes)
    stated = when.basis in STATED_BASES
    return not stated and status_of(trigger.token, head, False) == "asserted" and is_habit(head, True)


def _loosened(
    told: Sequence[tuple[Trigger, EventMention]], report: "_Report", claims: Sequence[Claim]
) -> tuple[list[EventMention], set[str]]:
    """The rows, and the ids of those that do not happen when their sentence does.

    These are nouns only named there, deeds that someone claims to have done, and whatever someone says
    had happened: the day of the claim is not theirs, and is taken off where no time expression stands in
    the claim's content.
    """
    claimed = Contents([claim for claim in claims if claim.act == "claim_of_responsibility"])
    rows, loose = [], set()
    for trigger, row in told:
        claim = innermost(report.contents if _is_anterior(trigger) else claimed, row.start, row.end)
        if claim and row.date_basis in STATED_BASES and not _states_time(claim, report.timexes):
            row = undated(row)
        sentence = report.sentences[trigger.token.sentence]
        if (
            row.date_basis == "none"
            and row.status == "asserted"
            and _is_old(sentence)
            and is_noun(trigger.token)
        ):
            row = row._replace(status="historical")  # "was convicted of assault in 2019"
            rows.append(row)
            continue
        timeless = sentence.date_basis == "none"
        if claim or (is_named_only(trigger) and not timeless) or _is_guessed(row, trigger, report):
            loose.add(row.mention_id)
        rows.append(row)
    return rows, loose


def _is_guessed(row: EventMention, trigger: Trigger, report: "_Report") -> bool:
    """Whether the day of a deed is only that of the lead, or of the speech that tells of it.

    "He was arraigned on Monday over a shooting on Saturday. The boy died after he was shot": not on Monday.
    """
    if row.event_type != "ASSAULT" or row.date_basis != "inherited" or row.status != "asserted":
        return False
    told = report.sentences[trigger.token.sentence].date_rule == "lead date"
    return told or any(above.dep == "ccomp" and above.head.lemma in SPEECH for above in _up(trigger.head))


def _is_old(sentence: Sentence) -> bool:
    """Whether a sentence states a date that lies far back."""
    if sentence.date_basis not in STATED_BASES or sentence.date_end is None:
        return False
    return sentence.date_end < sentence.published - timedelta(NEWS_DAYS)


def _is_called(noun: Token) -> bool:
    """Whether an occasion is what a verb announces, and may lie ahead of it: "called a strike for Monday"."""
    return is_noun(noun) and noun.dep == "dobj" and noun.head.lemma in TELLING | SETTING


def _states_time(claim: Claim, timexes: Sequence[TimeExpression]) -> bool:
    return any(span.start <= timex.start < span.end for timex in timexes for span in claim.content_spans)


def _up(verb: Token) -> Sequence[Token]:
    return (verb, *verb.ancestors())


def _is_anterior(trigger: Trigger) -> bool:
    return any(child.dep == "aux" and child.lower in ("had", "'d") for child in trigger.head.children)


class _Report(NamedTuple):
    """What the rows of one report are read from."""

    document: Document
    mentions: Sequence[Mention]
    names: Mapping[int, Mention]
    countries: Mapping[str, str]
    sentences: Sequence[Sentence]
    timexes: Sequence[TimeExpression]
    contents: Contents


def _with_counts(
    tokens: Sequence[Token], triggers: Sequence[Trigger], rows: Sequence[EventMention]
) -> list[EventMention]:
    """The rows of one sentence with the numbers it gives, each at one row (casualties.shared_out)."""
    counts = counts_in(tokens) if triggers else []
    if not counts:
        return list(rows)

    def can_bear(n: int, kind: str) -> bool:
        if kind == "arrested":
            return rows[n].event_type in _ARRESTING
        return rows[n].event_type in _DEADLY or rows[n].mode in _DEADLY_KINDS

    numbers = shared_out(counts, triggers, can_bear)
    return [
        row._replace(killed=own.get("killed"), injured=own.get("injured"), arrested=own.get("arrested"))
        for row, own in zip(rows, numbers, strict=True)
    ]


def _mention(report: _Report, trigger: Trigger) -> EventMention:
    token, article = trigger.token, report.document.article
    start, end = word_around(report.document.text, token)
    when = date_of(report.document, trigger, report.sentences, report.timexes)
    grammar = status_of(token, trigger.head, trigger.frame.event_type in _VIOLENT)
    stated = when.basis in STATED_BASES
    status = in_time(
        grammar,
        when.start,
        when.end,
        stated,
        article.published,
        is_past(trigger.head) and not _is_called(token),
    )
    if status == "asserted" and not stated and goes_on_in_past(report.sentences[token.sentence]):
        status = "historical"
    span = report.document.sentences[token.sentence]
    in_body = span.kind == "body" and not _is_line(report.document.tokens_of(span))
    if status == "asserted" and in_body and not stated:
        minor = trigger.frame.event_type == "OTHER"
        status = "hypothetical" if is_habit(trigger.head, minor) else status
        if status == "asserted" and (
            is_of_history(token) or follows_old(report.document, trigger, report.timexes)
        ):
            status = "historical"
    coded = code(trigger, status)
    claim = known_through(report.contents, trigger)
    place = place_of(report.document, report.names, trigger)
    said = innermost(report.contents, start, end) if token.quoted else None
    telling = Telling(
        report.document, report.mentions, report.names, report.countries, said and said.source_entity_id
    )
    actors, recipients = participants_of(telling, trigger)
    return EventMention(
        content_id("event mention", article.article_id, start, end, coded.event_type),
        None, article.article_id, report.document.sentences[token.sentence].sentence_id,
        claim.claim_id if claim else None,
        start, end, report.document.text[start:end], trigger.lemma,
        coded.event_type, coded.mode, coded.status,
        when.start, when.end, when.precision, when.basis, actors, recipients,
        place.name, place.country, place.basis,
        None, None, None,
        None, None, [], article.published,
    )  # fmt: skip
