"""The day that a sentence without a date of its own takes from the rest of the report, and by which rule."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Optional

from schemas.records import TimeExpression
from transforms.dates.clauses import DAYLESS, day_precision, hold_of, nouns_of, subject_of
from transforms.dates.postponed import is_of_plan
from transforms.dates.verbs import COMMON, SPEECH
from transforms.text.document import Document, SentenceSpan
from transforms.text.tokens import Token

# The first date of a day in so many sentences, so many days before publication at most, is the day that the
# report tells of. Of eight policies the best on 360 undated sentences of SemEval-2015 task 4 (75.8 %, the
# day of publication 69.2 %) and on the two seed reports (22 of 24, and none).
LEAD_SENTENCES = 4
LEAD_DAYS = 7


class Deed(NamedTuple):
    """A day that a report names beside a verb, and the lemmas of the nouns that take part."""

    day: date
    nouns: frozenset[str]


class Heritage(NamedTuple):
    """The days that the sentences of a report may inherit."""

    lead: Optional[date]
    by_verb: Mapping[str, Deed]  # by the lemma of a main verb that the report dates
    by_speaker: Mapping[str, date]  # a name in the subject of a verb of speech that the report dates
    by_noun: Mapping[str, date]  # lemma of a happening that the report dates


def heritage(document: Document, dated: Mapping[str, Sequence[TimeExpression]]) -> Heritage:
    """Collect what a report dates, of each the first; `dated` are its expressions with days, by sentence."""
    lead: Optional[date] = None
    by_verb: dict[str, Deed] = {}
    by_speaker: dict[str, date] = {}
    by_noun: dict[str, date] = {}
    clauses: set[int] = set()
    recent: set[int] = set()
    for span in document.sentences:
        for timex in dated.get(span.sentence_id, ()):
            day = timex.date_start
            if day is None or day_precision(timex) != "day" or timex.rule in DAYLESS:
                continue
            hold = hold_of(document, timex)
            verb = hold.verb
            # Each verb's clause once: the days of a long list all hang on one.
            asked = verb is not None and verb.i in clauses
            for noun in hold.nouns if asked else nouns_of(hold):
                by_noun.setdefault(noun.lemma, day)
            if verb is not None:
                clauses.add(verb.i)
            if not _is_recent_day(document, timex) or is_of_plan(document, timex):
                continue
            if lead is None and span.ordinal < LEAD_SENTENCES:
                lead = day
            if verb is None or verb.i in recent:
                continue
            recent.add(verb.i)
            if verb.lemma not in COMMON and verb.lemma not in by_verb and verb.lemma.isalpha():
                by_verb[verb.lemma] = Deed(day, _part_in(verb))
            if verb.lemma in SPEECH:
                for name, head in names_in(subject_of(verb)):
                    by_speaker.setdefault(name, day)
                    by_speaker.setdefault(head, day)
    return Heritage(lead, by_verb, by_speaker, by_noun)


def _is_recent_day(document: Document, timex: TimeExpression) -> bool:
    day = timex.date_start
    if timex.rule in DAYLESS or day_precision(timex) != "day" or day is None or day != timex.date_end:
        return False
    return timedelta(0) <= document.article.published - day <= timedelta(LEAD_DAYS)


def inherited(document: Document, span: SentenceSpan, legacy: Heritage) -> Optional[tuple[date, str]]:
    """Return the day that a sentence inherits, and the rule; None if the report dates nothing it could.

    "same deed": its main verb is one that the report dates, and it is the headline ("claims" of "claimed on
    Saturday") or has one of the same nouns ("signed the order" of "signed three orders on Friday").
    "same speaker": it tells what somebody says whose speech the report dates. Else it is the lead's date.
    """
    verb = main_verb(document.tokens_of(span))
    deed = legacy.by_verb.get(verb.lemma) if verb is not None else None
    if verb is not None and deed is not None and (span.kind == "headline" or _part_in(verb) & deed.nouns):
        return deed.day, "same deed"
    if verb is not None and verb.lemma in SPEECH:
        for name, _ in names_in(subject_of(verb)):
            if name in legacy.by_speaker:
                return legacy.by_speaker[name], "same speaker"
    return (legacy.lead, "lead date") if legacy.lead else None


def _part_in(verb: Token) -> frozenset[str]:
    return frozenset(child.lemma.lower() for child in verb.children if child.pos in ("NOUN", "PROPN"))


def main_verb(tokens: Sequence[Token]) -> Optional[Token]:
    """The root of a sentence if it is a verb, else its first verb: headlines are often parsed as nouns."""
    verbs = [token for token in tokens if token.pos == "VERB"]
    return next((verb for verb in verbs if verb.dep == "ROOT"), verbs[0] if verbs else None)


def names_in(subject: Optional[Token]) -> list[tuple[str, str]]:
    """The name that a subject is, in lower case: whole (a person's is the surname), and its last word.

    Of a common noun the names below it: "a spokesman for the Roads League", "a group called the Front". But
    "Scott Carson, head of Boeing" is Carson alone, and the "China Daily" is no "China Airlines".
    """
    if subject is None:
        return []
    beside = next((child for child in subject.children if child.dep == "appos"), None)
    if subject.entity == "GPE" and beside is not None:
        return names_in(beside)  # "BASRA: A group called the Front said": a dateline, and its apposition
    if subject.pos != "PROPN":
        heads = (token for token in subject.subtree() if token.pos == "PROPN" and token.head.pos != "PROPN")
        return [name for head in heads for name in names_in(head)]
    words = [child.lower for child in subject.children if child.dep == "compound" and child.i < subject.i]
    whole = subject.lower if subject.entity == "PERSON" else " ".join([*words, subject.lower])
    return [(whole, subject.lower)]
