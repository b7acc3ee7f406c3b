"""What a side clause tells to have happened before its main clause, or at once with it.

"a day after gunmen shot four", "a man who had bombed a church", "a jury was told that he stabbed": the main
clause's day is not theirs.
"""

from collections.abc import Sequence
from typing import Optional

from schemas.records import Sentence, TimeExpression
from schemas.vocabulary import STATED_BASES
from transforms.dates.adjoined import Counted, counted_from, step
from transforms.dates.clauses import ClauseDate, clause_date, verb_above
from transforms.events.triggers import Trigger
from transforms.events.words import words
from transforms.text.document import Document
from transforms.text.tokens import Token

_VERBS = ("VERB", "AUX")
_UNKNOWN = ClauseDate(None, None, None, "none")
# To whom this is done, or who does it, did before what a relative clause tells of them: "arrested a man who
# stabbed a guard", "a painter who was jailed for a cartoon died".
_AFTERWARDS = words("""
    acquit arrest bury charge commemorate convict deport detain die elect extradite fine free hold honor
    honour imprison jail mourn pardon prosecute release remember sentence sue try
""")
# Who hears in court of what was done long before.
_COURTS = words("court inquest inquiry judge jury juror magistrate panel trial tribunal")


def day_off(
    document: Document, trigger: Trigger, sentences: Sequence[Sentence], own: Sequence[TimeExpression]
) -> Optional[ClauseDate]:
    """Return the day of what a dated clause is so many days off: "on Tuesday, a day after gunmen shot four".

    None where nothing is counted from the trigger, or its own words state its day; no day where the count is
    rough. `own` are the expressions of its sentence.
    """
    # "shot dead four" is two triggers of one verb.
    of = (trigger.token, trigger.head, verb_above(trigger.token) if trigger.token.pos == "ADJ" else None)
    for length in own:
        counted = counted_from(document, length) if length.type == "DURATION" else None
        if counted is None or counted.verb is None or not any(counted.event is one for one in of):
            continue
        if any(_is_below(document, timex, counted.event) for timex in own if timex.date_start):
            return None
        main = clause_date(document, counted.verb, sentences, own)
        if main.basis not in STATED_BASES or main.start is None:
            return None
        day = step(main.start, _back(counted)) if main.start == main.end else None
        return ClauseDate(day, day, "day", "relative") if day else _UNKNOWN
    return None


def _back(counted: Counted) -> Counted:
    return counted._replace(days=None if counted.days is None else -counted.days)


def _is_below(document: Document, timex: TimeExpression, event: Token) -> bool:
    first = document.tokens_between(timex.start, timex.end)[:1]
    return any(above is event for token in first for above in token.ancestors())


def is_of_before(trigger: Trigger) -> bool:
    """Whether the trigger's clause tells of what came before the clause above it, by no more than grammar.

    In a relative clause that is the past perfect, and any past of someone arrested, tried, freed or dead; and
    what a court is told.
    """
    below = trigger.head
    for above in (below, *below.ancestors()):
        if above.pos not in _VERBS:
            continue
        if above.dep in ("relcl", "acl") and above.tag in ("VBD", "VBN") and _is_earlier(above):
            return True
        if above.dep == "ccomp" and _is_told_in_court(above.head):
            return True
    return False


def _is_earlier(clause: Token) -> bool:
    if any(child.dep == "aux" and child.lower in ("had", "'d") for child in clause.children):
        return True
    noun = clause.head.head if clause.head.dep == "appos" else clause.head
    return (
        clause.dep == "relcl"
        and noun.dep in ("nsubj", "nsubjpass", "dobj")
        and noun.head.lemma in _AFTERWARDS
        and noun.head.tag in ("VBD", "VBN")
    )


def _is_told_in_court(speech: Token) -> bool:
    if speech.lemma not in ("hear", "tell"):
        return False
    hearer = "nsubj" if speech.lemma == "hear" else "nsubjpass"
    passive = any(child.dep == "nsubjpass" for child in speech.children)
    return any(
        child.lemma.lower() in _COURTS
        for child in speech.children
        if child.dep == hearer or (child.dep in ("dobj", "dative") and speech.lemma == "tell" and not passive)
    )
