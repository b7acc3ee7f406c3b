"""Passages on something long past: the sentences that go on telling of it without naming its time again.

"In August 1944 fighters rose against the occupiers. Soldiers shot the wounded in the wards."
"""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Optional

from schemas.records import Sentence, TimeExpression
from transforms.dates.clauses import distance, hold_of, subject_of
from transforms.dates.inheritance import main_verb
from transforms.dates.timexes import COMPARISONS
from transforms.dates.verbs import COMMON, REPORTING
from transforms.text.document import Document, SentenceSpan
from transforms.text.tokens import Token

PASSAGE = "passage"
# What is told of further back than this is no longer the news of a report.
OLD_DAYS = 31
_NOUNS = ("NOUN", "PROPN")
_KNOWN = frozenset(["the", "this", "these", "that", "those"])
_BEGINNINGS = frozenset(["bear", "bring", "create", "establish", "found", "raise"])


def begins(document: Document, timex: Optional[TimeExpression]) -> bool:
    """Tell whether the expression that dates a sentence sets its main clause, told in the past, long before.

    Not what is only compared with ("a year earlier it earned") or told by the way ("the most since May").
    """
    if timex is None or timex.date_end is None or timex.rule in COMPARISONS:
        return False
    if timex.date_end >= document.article.published - timedelta(OLD_DAYS):
        return False
    hold = hold_of(document, timex)
    return hold.verb is not None and _is_past(hold.verb) and distance(hold) == 0


def words_of_news(document: Document, dated: Collection[str]) -> frozenset[str]:
    """The nouns and verbs of the headline and of what a report tells first, before a passage can begin.

    That is up to its first dated sentence, one of `dated`.
    """
    found: set[str] = set()
    for span in document.sentences:
        found |= {token.lemma.lower() for token in document.tokens_of(span) if token.pos in (*_NOUNS, "VERB")}
        if span.kind == "body" and span.sentence_id in dated:
            break
    return frozenset(found)


def goes_on(
    document: Document,
    span: SentenceSpan,
    passage: Sequence[SentenceSpan],
    others: Sequence[TimeExpression],
    news: Collection[str],
) -> bool:
    """Tell whether an undated sentence goes on with the `passage` before it.

    It does in the same paragraph, in the plain past or past perfect, if it tells neither what someone says
    nor, by its verb or its subject, of the report's news; words such as "now" end it, and so does a subject
    that is named or taken as known ("the judge") and that the passage did not tell of.
    """
    if span.kind != "body" or passage[-1].kind != "body" or span.paragraph != passage[-1].paragraph:
        return False
    if any(timex.type == "DATE" for timex in others):
        return False
    tokens = document.tokens_of(span)
    verb = main_verb(tokens)
    if verb is None or verb.quoted or verb.lemma in REPORTING or not _is_past(verb):
        return False
    if verb.lemma not in COMMON and verb.lemma in news:
        return False
    subject = subject_of(verb)
    if subject is None or subject.pos not in _NOUNS:
        return True
    if subject.lemma.lower() in news:
        return False
    known = subject.pos == "PROPN" or any(child.lower in _KNOWN for child in subject.children)
    return not known or any(
        token.lemma == subject.lemma for part in passage for token in document.tokens_of(part)
    )


def begins_a_life(document: Document, span: SentenceSpan) -> bool:
    """Tell whether a sentence tells when someone was born or something founded: what follows came later."""
    verb = main_verb(document.tokens_of(span))
    return verb is not None and verb.lemma in _BEGINNINGS


def _is_past(verb: Token) -> bool:
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    if any(helper.tag == "MD" or helper.lower in ("has", "have", "is", "are") for helper in helpers):
        return False
    return verb.tag == "VBD" or any(helper.tag == "VBD" for helper in helpers)


def goes_on_in_past(sentence: Sentence) -> bool:
    """Tell whether a sentence was dated as one of a passage."""
    return (sentence.date_rule or "").startswith(PASSAGE)
