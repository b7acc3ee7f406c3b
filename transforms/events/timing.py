"""When the event of a trigger happened: by its own clause, else by what the report says of it elsewhere."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Optional

from schemas.records import EventMention, Sentence, TimeExpression
from schemas.vocabulary import STATED_BASES
from transforms.dates.clauses import DAYLESS, ClauseDate, clause_date, is_when, verb_above
from transforms.dates.postponed import is_moved_from, is_of_plan, is_put_off
from transforms.dates.tense import is_at_once, is_running, told_as_past
from transforms.dates.undated import undated_day
from transforms.events.anterior import day_off, is_of_before
from transforms.events.families import families_of
from transforms.events.lexicon import frames_of
from transforms.events.status import NEWS_DAYS
from transforms.events.syntax import is_before_noun, is_noun
from transforms.events.triggers import Trigger
from transforms.text.document import Document
from transforms.text.tokens import Token

_VERBS = ("VERB", "AUX")
_BEFORE_OR_AFTER = ("after", "following", "before", "since", "until", "amid", "despite")
_UNTOLD = ClauseDate(None, None, None, "none")


def date_of(
    document: Document, trigger: Trigger, sentences: Sequence[Sentence], timexes: Sequence[TimeExpression]
) -> ClauseDate:
    """Return the date that the trigger's clause gives: a noun's own phrase before the verb that carries it.

    A noun that only stands in another's clause ("claimed responsibility on Saturday for an attack",
    "condemned the raid") does not share its day: unless its own words state one, none is told here. A day
    that only another clause of the sentence states is inherited; one that lies far back is that clause's
    alone ("accused of backing the war that followed the bombing of July"). What came before it
    by grammar is counted back from it, or has no day (see transforms/events/anterior.py).
    """
    when = _date_told(document, trigger, sentences, timexes)
    sentence = sentences[trigger.token.sentence]
    own = _in_sentence(sentence, timexes)
    off = day_off(document, trigger, sentences, own)
    if off is not None:
        return off
    if when.basis == "inherited" and is_of_before(trigger):
        return _UNTOLD
    if when.basis not in ("explicit", "relative", "named_event") or when.end is None:
        return when
    sources = [timex for timex in own if timex.date_start == when.start and timex.rule not in DAYLESS]
    if not sources or any(_is_of(document, timex, trigger) for timex in sources):
        return when
    if is_of_before(trigger):
        return _UNTOLD
    if when.end < document.article.published - timedelta(days=NEWS_DAYS):
        return _UNTOLD
    if when.start and when.start > document.article.published and _has_been(trigger.head):
        return undated_day(sentences)  # "she, who is due in Cairo on Monday, welcomed the deal"
    return when._replace(basis="inherited")


def _has_been(verb: Token) -> bool:
    return verb.pos in _VERBS and (told_as_past(verb) or is_running(verb))


def _in_sentence(sentence: Sentence, timexes: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    first = bisect_left(timexes, sentence.start, key=lambda timex: timex.start)
    return timexes[first : bisect_left(timexes, sentence.end, key=lambda timex: timex.start)]


def _is_of(document: Document, timex: TimeExpression, trigger: Trigger) -> bool:
    """Whether an expression dates the trigger: it stands below it, or in its verb's clause.

    It does not where it dates what came before or after ("a war begun after the bombing of July").
    """
    own = {trigger.token.i, trigger.head.i}
    verb = trigger.head if trigger.head.pos in _VERBS else verb_above(trigger.head)
    while verb is not None:
        own.add(verb.i)
        goes_with = verb.dep == "conj" or (verb.dep == "advcl" and (verb.tag == "VBG" or is_at_once(verb)))
        verb = verb.head if goes_with and verb.head.pos in _VERBS else None
    if is_when(document, timex, trigger.head):
        return True
    below = document.tokens_between(timex.start, timex.end)[0]
    nouns = 0
    for above in (below, *below.ancestors()):
        if above.i in own:
            return True
        if above.pos in _VERBS and not (above.dep == "prep" and above.lower in _BEFORE_OR_AFTER):
            return False
        nouns += above.pos in ("NOUN", "PROPN") and not timex.start <= above.start < timex.end
        if nouns and above.dep in ("prep", "mark") and above.lower in _BEFORE_OR_AFTER:
            return False
    return True


def follows_old(document: Document, trigger: Trigger, timexes: Sequence[TimeExpression]) -> bool:
    """Whether what is told by the way came before or after a thing that lies far back.

    So do "the war that toppled him after the 2001 attacks", and the war; in a main clause the past may be the
    news ("was jailed after the 2001 attacks").
    """
    of_noun = [child for child in trigger.token.children if child.dep == "relcl"]
    verbs = of_noun if is_noun(trigger.token) else [trigger.head]
    old = document.article.published - timedelta(days=NEWS_DAYS)
    return any(
        timex.date_end is not None and timex.date_end < old
        for verb in verbs
        if verb.dep in ("acl", "relcl") and verb.tag in ("VBD", "VBN")
        for child in verb.children
        if (child.dep == "prep" and child.lower in _BEFORE_OR_AFTER[:3])
        or (child.dep == "dobj" and verb.lemma in ("follow", "precede"))
        for timex in timexes
        if any(timex.start <= token.start < timex.end for token in child.subtree())
    )


def _date_told(
    document: Document, trigger: Trigger, sentences: Sequence[Sentence], timexes: Sequence[TimeExpression]
) -> ClauseDate:
    token = trigger.token
    sentence = sentences[token.sentence]
    off = is_moved_from if is_noun(token) else is_of_plan
    if is_put_off(verb_above(token) or token if is_noun(token) else token):
        timexes = [timex for timex in timexes if not off(document, timex)]
    if not is_noun(token) and not is_before_noun(token):
        return clause_date(document, token, sentences, timexes)
    if (
        is_named_only(trigger)
        and sentence.date_basis in STATED_BASES
        and not _holds_timex(token, sentence, timexes)
    ):
        return _UNTOLD
    own = clause_date(document, token, sentences, timexes)
    if own.basis in STATED_BASES or trigger.support is None:
        return own
    return clause_date(document, trigger.support, sentences, timexes)


def _carries_clause(noun: Token) -> bool:
    """Whether the noun is what its clause is about: its subject, or all there is ("Attack in Kabul")."""
    return noun.dep in ("nsubj", "nsubjpass", "ROOT") or noun.head is noun


def _holds_timex(noun: Token, sentence: Sentence, timexes: Sequence[TimeExpression]) -> bool:
    below = noun.subtree()
    spans = [(timex.start, timex.end) for timex in _in_sentence(sentence, timexes)]
    return any(start <= token.start < end for token in below for start, end in spans)


def with_dates_of_others(
    told: Sequence[EventMention], loose: Collection[str], heading: Collection[str] = (), lead: str = ""
) -> list[EventMention]:
    """Return the mentions of one report, the `loose` ones with the date that it gives their like elsewhere.

    `loose` are the ids of those whose sentence is about something else: "the attack" of a later sentence is
    dated by "came under attack on Friday", sooner than by what that sentence inherits. Alike are two of one
    type that share a frame or a family of words ("attack", "shooting"); the nearest before gives its date,
    else the nearest after, and the basis is "inherited". A date that the mention's own words state
    stays. What the `heading` sentences tell of is sooner what the sentence `lead` dates of that type.
    """
    # What lies far back is another event of the kind: "since the 1998 bombing" does not date the bombing.
    dated = [m for m in told if m.date_basis in STATED_BASES and m.status != "historical"]
    of_lead = [mention for mention in dated if mention.sentence_id == lead]
    return [
        _dated(mention, dated, of_lead if mention.sentence_id in heading else ())
        if mention.mention_id in loose and mention.date_basis not in STATED_BASES
        else mention
        for mention in told
    ]


def _are_alike(one: EventMention, other: EventMention) -> bool:
    if frames_of(one.lemma) & frames_of(other.lemma):
        return True
    return bool(families_of(one.lemma, one.event_type) & families_of(other.lemma, other.event_type))


def undated(mention: EventMention) -> EventMention:
    """The mention without a date: its sentence's is not its own."""
    return mention._replace(date_start=None, date_end=None, date_precision=None, date_basis="none")


def is_named_only(trigger: Trigger) -> bool:
    """Whether the trigger's clause is about something else: "condemned the attack", "the jailed editor"."""
    token = trigger.token
    if is_before_noun(token):
        return True
    return is_noun(token) and trigger.support is None and not _carries_clause(token)


def _dated(
    mention: EventMention, dated: Sequence[EventMention], of_lead: Sequence[EventMention]
) -> EventMention:
    best: Optional[tuple[tuple[bool, int], EventMention]] = None
    for other in dated:
        if other.event_type == mention.event_type and _are_alike(other, mention):
            rank = (other.start > mention.start, abs(other.start - mention.start))
            if best is None or rank < best[0]:
                best = (rank, other)
    told_there = [other for other in of_lead if other.event_type == mention.event_type]
    if told_there and not any(_are_alike(other, mention) for other in told_there):
        best = (True, 0), told_there[0]  # a raid, where the lead has soldiers kill somebody
    if best is None:
        return mention
    other = best[1]
    return mention._replace(
        date_start=other.date_start,
        date_end=other.date_end,
        date_precision=other.date_precision,
        date_basis="inherited",
    )
