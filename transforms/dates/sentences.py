"""Give each sentence of a report the day it reports on, and say how that day is known.

    sentences = date_sentences(document, timexes)

A sentence's own expression decides; else, in this order: no date for what is timeless, the lead's date, the
day of publication. The rule that decided stands in `date_rule`.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, Optional

from schemas.records import Sentence, TimeExpression
from transforms.dates.clauses import basis_of, day_precision, distance, hold_of
from transforms.text.document import Document, SentenceSpan
from transforms.text.tokens import Token

# The first date of a day in so many sentences, so many days before publication at most, is the day that the
# report tells of. Of eight policies the best on 360 undated sentences of SemEval-2015 task 4 (75.8 %, the
# day of publication 69.2 %) and on the two seed reports (22 of 24, and none).
LEAD_SENTENCES = 4
LEAD_DAYS = 7

_DEICTIC = frozenset(["today", "part of a day"])
_HABITS = frozenset(
    ["often", "frequently", "usually", "typically", "always", "generally", "normally", "regularly"]
)


class Dating(NamedTuple):
    """The date columns of a sentence."""

    start: Optional[date]
    end: Optional[date]
    precision: Optional[str]
    basis: str
    words: Optional[str]
    value: Optional[str]
    anchor_date: Optional[date]
    anchor: Optional[str]
    rule: str


def date_sentences(document: Document, timexes: Sequence[TimeExpression]) -> list[Sentence]:
    """Return a row for each of `document.sentences`, in order. `timexes` are the document's."""
    by_sentence: dict[str, list[TimeExpression]] = {}
    for timex in timexes:
        if timex.date_start is not None:
            by_sentence.setdefault(timex.sentence_id, []).append(timex)
    lead = lead_date(document, by_sentence)
    rows = []
    for span in document.sentences:
        dating = _date(document, span, by_sentence.get(span.sentence_id, []), lead)
        rows.append(
            Sentence(
                span.sentence_id,
                document.article.article_id,
                span.ordinal,
                span.paragraph,
                span.kind,
                span.start,
                span.end,
                document.text[span.start : span.end],
                document.article.published,
                *dating,
            )
        )
    return rows


def lead_date(document: Document, by_sentence: dict[str, list[TimeExpression]]) -> Optional[TimeExpression]:
    """Return the expression that dates what the report tells of (see LEAD_SENTENCES), or None."""
    published = document.article.published
    for span in document.sentences[:LEAD_SENTENCES]:
        for timex in by_sentence.get(span.sentence_id, []):
            day = timex.date_start
            if timex.precision not in ("day", "time") or day is None or day != timex.date_end:
                continue
            if timedelta(0) <= published - day <= timedelta(LEAD_DAYS):
                return timex
    return None


def _date(
    document: Document, span: SentenceSpan, own: Sequence[TimeExpression], lead: Optional[TimeExpression]
) -> Dating:
    published = document.article.published
    if own:
        return _stated(document, main_timex(document, own), lead)
    if span.kind == "credit":
        return _undated("credit")
    if is_timeless(document.tokens_of(span)):
        return _undated("timeless")
    if lead and lead.date_start:
        return Dating(lead.date_start, lead.date_start, "day", "inherited", None, lead.date_start.isoformat(),
                      lead.date_start, "earlier sentence", "lead date")  # fmt: skip
    return Dating(
        published,
        published,
        "day",
        "published",
        None,
        published.isoformat(),
        published,
        "published",
        "publication date",
    )


def _undated(rule: str) -> Dating:
    return Dating(None, None, None, "none", None, None, None, None, rule)


def _stated(document: Document, timex: TimeExpression, lead: Optional[TimeExpression]) -> Dating:
    basis = basis_of(timex)
    dating = Dating(
        timex.date_start,
        timex.date_end,
        day_precision(timex),
        basis,
        timex.text,
        timex.value,
        timex.anchor_date,
        None if timex.anchor_date is None else _anchor(document, timex),
        timex.rule,
    )
    if timex.rule in _DEICTIC and document.tokens_between(timex.start, timex.end)[0].quoted:
        return _from_utterance(document, timex, dating, lead)
    return dating


def _anchor(document: Document, timex: TimeExpression) -> str:
    return "published" if timex.anchor_date == document.article.published else "earlier sentence"


def _from_utterance(
    document: Document, timex: TimeExpression, dating: Dating, lead: Optional[TimeExpression]
) -> Dating:
    """Count "today" inside a quotation from the day of the statement: the lead's."""
    published = document.article.published
    uttered = lead.date_start if lead and lead.date_start else published
    moved = uttered - published
    if dating.start is None or dating.end is None:
        return dating
    start, end = dating.start + moved, dating.end + moved
    value = start.isoformat() + (timex.value or "")[10:]
    return dating._replace(
        start=start, end=end, value=value, basis="utterance", anchor="utterance", anchor_date=uttered,
        rule=f"{timex.rule}, from the utterance",
    )  # fmt: skip


def main_timex(document: Document, own: Sequence[TimeExpression]) -> TimeExpression:
    """Return the expression nearest to the main event: in the least embedded clause, the first of these."""
    if len(own) == 1:
        return own[0]
    return min(own, key=lambda timex: (distance(hold_of(document, timex)), timex.start))


def is_timeless(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence speaks of no day: a definition, or a habit, in the plain present.

    A definition says in the present what something named is ("Kabul is the capital"). Pronouns do not
    define: "it is the third attack" tells of a day.
    """
    root = next((token for token in tokens if token.dep == "ROOT"), None)
    if (
        root is None
        or root.tag not in ("VBZ", "VBP")
        or any(child.dep in ("aux", "auxpass") for child in root.children)
    ):
        return False
    if any(child.lower in _HABITS for child in root.children):
        return True
    subject = next((child for child in root.children if child.dep == "nsubj"), None)
    attribute = next((child for child in root.children if child.dep == "attr"), None)
    if root.lemma != "be" or subject is None or attribute is None or root.quoted:
        return False
    return subject.pos in ("NOUN", "PROPN") and attribute.pos in ("NOUN", "PROPN")
