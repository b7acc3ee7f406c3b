"""Give each sentence of a report the day it reports on, and say how that day is known.

    sentences = date_sentences(document, timexes)

A sentence's own expression decides; else, in this order: the long past that it goes on telling of, no date
for what is timeless, the day inherited from the rest of the report, the day of publication. The rule that
decided stands in `date_rule`.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Optional

from schemas.records import Sentence, TimeExpression
from transforms.dates.adjoined import (
    counted_from,
    end_of_range,
    moved_day,
    start_of_range,
    step,
)
from transforms.dates.choice import began_since, choose
from transforms.dates.clauses import (
    RUNNING,
    Hold,
    basis_of,
    day_precision,
    distance,
    hold_of,
    runs_on,
)
from transforms.dates.inheritance import Heritage, heritage, inherited
from transforms.dates.lengths import start_of_length
from transforms.dates.passages import PASSAGE, begins, begins_a_life, goes_on, words_of_news
from transforms.dates.quoted import is_deictic
from transforms.dates.tense import told_as_past
from transforms.text.document import Document, SentenceSpan
from transforms.text.tokens import Token

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
    dated: dict[str, list[TimeExpression]] = {}
    undated: dict[str, list[TimeExpression]] = {}
    for timex in timexes:
        of = undated if timex.date_start is None else dated
        of.setdefault(timex.sentence_id, []).append(timex)
    legacy = heritage(document, dated)
    news = words_of_news(document, dated)
    rows: list[Sentence] = []
    passage: Optional[Dating] = None  # that the sentence before is of, and the sentences of it
    spans: list[SentenceSpan] = []
    for span in document.sentences:
        own, others = dated.get(span.sentence_id, ()), undated.get(span.sentence_id, ())
        main, background = choose(document, own)
        if passage and not own and goes_on(document, span, spans, others, news):
            dating = passage
            spans.append(span)
        else:
            dating = _date(document, span, main, background, own, others, legacy)
            passage = _passage(dating, begins_a_life(document, span)) if begins(document, main) else None
            spans = [span]
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


def _passage(dating: Dating, begins_a_life: bool) -> Dating:
    """The date that a passage goes on with: that of its first sentence, or one not known since a birth."""
    if begins_a_life:
        return Dating(None, None, None, "none", None, None, None, None, f"{PASSAGE}, not known")
    return dating._replace(
        basis="inherited", words=None, anchor_date=dating.start, anchor="earlier sentence", rule=PASSAGE
    )


def _date(
    document: Document,
    span: SentenceSpan,
    main: Optional[TimeExpression],
    background: Optional[TimeExpression],
    own: Sequence[TimeExpression],
    others: Sequence[TimeExpression],
    legacy: Heritage,
) -> Dating:
    lengths = [timex for timex in others if timex.type == "DURATION"]
    moved = moved_day(document, main, lengths) if main else None
    if main is not None and moved is not None:
        words = document.text[moved.length.start : main.end]
        return Dating(
            moved.day, moved.day, "day", "relative", words, moved.day.isoformat(), main.date_start,
            "earlier sentence", f"{main.rule}, moved",
        )  # fmt: skip
    if main is not None:
        return _stated(document, span, main, own, legacy)
    if span.kind == "credit":
        return Dating(None, None, None, "none", None, None, None, None, "credit")
    habit = any(timex.type == "SET" and _is_habit(document, timex) for timex in others)
    if background is None and (habit or is_timeless(document.tokens_of(span))):
        return Dating(None, None, None, "none", None, None, None, None, "timeless")
    elsewhere = _from_elsewhere(document, others, legacy)
    if elsewhere is not None:
        return elsewhere
    heir = inherited(document, span, legacy)
    if heir is not None:
        day, rule = heir
        return Dating(day, day, "day", "inherited", None, day.isoformat(), day, "earlier sentence", rule)
    if background is not None:
        dating = _stated(document, span, background, own, legacy)
        return dating._replace(rule=f"{dating.rule}, in the background")
    return _on_publication(document)


def _on_publication(document: Document) -> Dating:
    day = document.article.published
    return Dating(day, day, "day", "published", None, day.isoformat(), day, "published", "publication date")


def _from_elsewhere(
    document: Document, others: Sequence[TimeExpression], legacy: Heritage
) -> Optional[Dating]:
    """The date of a sentence that counts from what it does not date: "a week after the raid", "the next day".

    The report may date the blast. If not, and no day was named before, the day is not known: it is neither
    the one that other sentences have, nor that of publication.
    """
    for timex in others:
        if timex.type != "DURATION":
            hold = hold_of(document, timex)
            if timex.value is not None or distance(hold) > 0:
                continue
            if hold.verb is not None and not told_as_past(hold.verb):
                return _on_publication(document)
            return Dating(None, None, None, "none", timex.text, None, None, None, f"{timex.rule}, not known")
        counted = counted_from(document, timex)
        if counted is None or counted.verb is None or distance(Hold(counted.verb, ())) > 0:
            continue
        event = legacy.by_noun.get(counted.event.lemma)
        day = step(event, counted) if event else None
        words = f"{timex.text} {document.text[timex.end : counted.event.end].strip()}"
        if day is not None:
            return Dating(
                day,
                day,
                "day",
                "relative",
                words,
                day.isoformat(),
                event,
                "earlier sentence",
                "length, moved",
            )
        if not told_as_past(counted.verb):
            return _on_publication(document)  # "two days after the blast, nobody has claimed it"
        return Dating(None, None, None, "none", words, None, None, None, "length, not known")
    return None


def _stated(
    document: Document,
    span: SentenceSpan,
    timex: TimeExpression,
    own: Sequence[TimeExpression],
    legacy: Heritage,
) -> Dating:
    published = document.article.published
    anchor = None
    if timex.anchor_date is not None:
        anchor = "published" if timex.anchor_date == published else "earlier sentence"
    first = start_of_range(document, timex, own)
    if first is not None:
        return _stated(document, span, first, own, legacy)
    dating = Dating(
        timex.date_start, timex.date_end, day_precision(timex), basis_of(timex), timex.text, timex.value,
        timex.anchor_date, anchor, timex.rule,
    )  # fmt: skip
    begun = start_of_length(document, timex)
    if begun is not None:
        value = f"{begun.isoformat()}/{timex.date_end}"
        return dating._replace(start=begun, value=value, rule=f"{timex.rule}, ends a length")
    last = end_of_range(document, timex, own)
    if last is not None:
        words, value = document.text[timex.start : last.end], f"{timex.value}/{last.value}"
        return dating._replace(end=last.date_end, words=words, value=value, rule=f"{timex.rule}, as a range")
    if runs_on(document, timex) or began_since(hold_of(document, timex).verb):
        value = f"{timex.value}/{published.isoformat()}"
        return dating._replace(end=published, value=value, rule=f"{timex.rule}{RUNNING}")
    if is_deictic(document, timex):
        heir = inherited(document, span, legacy)
        uttered = _day_of_speech(document, own)
        if uttered is None and heir is not None and timex.date_start == heir[0] < published:
            return dating  # "yesterday", of what the report says of yesterday: said on the day of publication
        return _from_utterance(
            dating, timex.anchor_date or published, uttered or (heir[0] if heir else published)
        )
    return dating


def _day_of_speech(document: Document, own: Sequence[TimeExpression]) -> Optional[date]:
    """The day that a sentence names outside its quotation: "he said on Friday"."""
    for timex in own:
        if timex.precision == "day" and not any(
            token.quoted for token in document.tokens_between(timex.start, timex.end)
        ):
            return timex.date_start
    return None


def _from_utterance(dating: Dating, today: date, uttered: date) -> Dating:
    """Count "today" inside a quotation from the day of the statement.

    That is a day named outside the quotation, else the one the sentence would inherit, else publication.
    """
    if dating.start is None or dating.end is None or dating.value is None:
        return dating
    moved = uttered - today
    start, end = dating.start + moved, dating.end + moved
    return dating._replace(
        start=start,
        end=end,
        value=start.isoformat() + dating.value[10:],
        basis="utterance",
        anchor="utterance",
        anchor_date=uttered,
        rule=f"{dating.rule}, from the utterance",
    )


def _is_habit(document: Document, timex: TimeExpression) -> bool:
    """Tell whether a time that repeats says how often a sentence's present happens: "they meet each day"."""
    hold = hold_of(document, timex)
    if hold.verb is None or hold.nouns or hold.verb.tag not in ("VBZ", "VBP") or distance(hold) > 0:
        return False
    return not any(child.dep in ("aux", "auxpass") for child in hold.verb.children)


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
