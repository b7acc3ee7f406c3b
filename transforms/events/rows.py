"""The row of an event, when it is first seen."""

from collections.abc import Callable, Sequence

from schemas.records import Event, EventMention, Participant
from schemas.vocabulary import PLACE_BASES, PRECISIONS, QUAD_CLASS, STATED_BASES, STATUSES


def event_row(mentions: Sequence[EventMention], sentence_text: Callable[[str], str]) -> Event:
    """Return the event that `mentions` tell of: all that the first run to see it has, in any order.

    Type is that of the first mention, by (published, article_id, start); modes are all that mentions of
    that type told, actors and recipients all that were told, in that order. The status is the firmest told
    (asserted before historical, future, hypothetical, negated); the date the most precise stated one, the
    one told most often among equals, else the first mention's; the place that of the first mention whose own
    clause gives one, sooner than one from its sentence, the lead or the dateline. The summary is the
    sentence that tells it best, see `_telling`.
    """
    told = sorted(mentions, key=lambda m: (m.published, m.article_id, m.start, m.mention_id))
    first = told[0]
    dated = _best_dated(told)
    by_sentence: dict[str, list[EventMention]] = {}
    for mention in told:
        by_sentence.setdefault(mention.sentence_id, []).append(mention)
    best = max(by_sentence, key=lambda i: _telling(by_sentence[i], sentence_text(i)))
    place = min((m for m in told if m.place), key=_place_basis, default=first)
    return Event(
        first.event_id or "",
        first.event_type,
        list(dict.fromkeys(m.mode for m in told if m.mode and m.event_type == first.event_type)),
        QUAD_CLASS[first.event_type],
        min((m.status for m in told), key=STATUSES.index),
        dated.date_start, dated.date_end, dated.date_precision, dated.date_basis,
        _all_of([m.actors for m in told]),
        _all_of([m.recipients for m in told]),
        place.place, place.place_country, place.place_basis,
        sentence_text(best), best,
        first.published,
        all(m.claim_id is not None for m in told),
        first.published,
    )  # fmt: skip


def _place_basis(mention: EventMention) -> int:
    return PLACE_BASES.index(mention.place_basis) if mention.place_basis else len(PLACE_BASES)


def _best_dated(told: Sequence[EventMention]) -> EventMention:
    stated = [m for m in told if m.date_basis in STATED_BASES and m.date_start]
    if not stated:
        return next((m for m in told if m.date_start), told[0])
    finest = min(_coarseness(m) for m in stated)
    fine = [m for m in stated if _coarseness(m) == finest]
    times = [(m.date_start, m.date_end) for m in fine]
    return max(fine, key=lambda m: times.count((m.date_start, m.date_end)))


def _coarseness(mention: EventMention) -> int:
    # To the minute says no more of the day than the day.
    precision = mention.date_precision or "century"
    return max(PRECISIONS.index(precision), PRECISIONS.index("day"))


def _telling(mentions: Sequence[EventMention], text: str) -> tuple[bool, bool, int, int]:
    """How well a sentence with these mentions tells of their event, for comparison.

    Asserted in the report's own voice before not; a full sentence (one that ends as such) before a
    headline; then by how often it names the event and how many slots it fills; then the shorter one. Of
    equals the first told is taken.
    """
    own_voice = any(m.status in ("asserted", "historical") and m.claim_id is None for m in mentions)
    full = text.rstrip("”\"'’) ").endswith((".", "!", "?"))
    slots = (
        any(m.actors for m in mentions),
        any(m.recipients for m in mentions),
        any(m.place for m in mentions),
        any(m.killed or m.injured or m.arrested for m in mentions),
        any(m.date_basis in STATED_BASES for m in mentions),
    )
    return (own_voice, full, len(mentions) + sum(slots), -len(text))


def _all_of(lists: Sequence[Sequence[Participant]]) -> list[Participant]:
    """All participants told of, each once, in order, with the country that any mention gives.

    A named one stands once for all its mentions.
    """
    found: dict[str, Participant] = {}
    for participants in lists:
        for one in participants:
            key = one.entity_id or one.name.lower()
            told = found.setdefault(key, Participant(one.name, one.entity_id, one.country))
            if told.country is None and one.country:
                found[key] = told._replace(country=one.country)
    return list(found.values())
