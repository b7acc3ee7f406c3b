"""Where something happened of which its sentence does not say where: the place that the lead gives to it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Optional

from schemas.records import EventMention, Mention
from schemas.vocabulary import STATED_BASES
from transforms.entities.countries import state_named
from transforms.events.families import families_of
from transforms.events.lexicon import frames_of
from transforms.events.places import PLACES, happens_somewhere
from transforms.text.document import Document

# A mention whose own words give it a day that far from the lead's is of something else.
_SAME_DAYS = 3
# How its place was told to the lead, and what the basis is of who inherits it.
_INHERITED_AS = {"clause": "lead", "sentence": "lead", "dateline": "dateline"}


def with_places_of_lead(
    document: Document, mentions: Sequence[Mention], told: Sequence[EventMention]
) -> list[EventMention]:
    """Return the event mentions `told` of one report; those without a place with the lead's, if it is theirs.

    The lead is the headline, the standfirst and the first paragraph of the body. Its place is taken by what
    happens to people and things (material conflict, disasters, accidents) if the lead tells of something
    alike (violence, if this is of a known day, or a word of the same frame or family) at one place only. It
    is not taken by what lies far back, has not happened or is dated otherwise, nor in a sentence that names
    another place.
    """
    opening = _opening(document)
    located = [
        row
        for row in told
        if row.sentence_id in opening and row.place and happens_somewhere(row.event_type, row.mode)
    ]
    if not located:
        return list(told)
    named = _places_named(mentions)
    return [
        _placed(row, located, named.get(row.sentence_id, frozenset()))
        if row.place is None
        and row.status in ("asserted", "negated")
        and happens_somewhere(row.event_type, row.mode)
        else row
        for row in told
    ]


def _opening(document: Document) -> Collection[str]:
    """The ids of the sentences that a report opens with: those before the body, and its first paragraph."""
    body = next((sentence.paragraph for sentence in document.sentences if sentence.kind == "body"), None)
    return {
        sentence.sentence_id
        for sentence in document.sentences
        if sentence.kind in ("headline", "standfirst")
        or (sentence.kind == "body" and sentence.paragraph == body)
    }


def _places_named(mentions: Sequence[Mention]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.label in PLACES:
            found.setdefault(mention.sentence_id, set()).add(mention.name)
    return {sentence: frozenset(names) for sentence, names in found.items()}


def _placed(row: EventMention, located: Sequence[EventMention], named: Collection[str]) -> EventMention:
    source = _only_place([one for one in located if _may_be_one(row, one)])
    if source is None or any(name != source.place and not state_named(name) for name in named):
        return row
    return row._replace(
        place=source.place,
        place_country=source.place_country,
        place_basis=_INHERITED_AS[source.place_basis or "clause"],
    )


def _only_place(located: Sequence[EventMention]) -> Optional[EventMention]:
    """The first of those at the one place that they give; of "in Kabul" and "in Afghanistan" the nearer."""
    near = [row for row in located if not state_named(row.place or "")] or located
    countries = {row.place_country for row in located if row.place_country}
    return near[0] if len({row.place for row in near}) == 1 and len(countries) <= 1 else None


def _may_be_one(row: EventMention, lead: EventMention) -> bool:
    own, its = row.date_start if row.date_basis in STATED_BASES else None, lead.date_start
    if own and its and abs((own - its).days) > _SAME_DAYS:
        return False
    if row.event_type == lead.event_type == "ASSAULT" and row.date_start:
        return True
    akin = families_of(row.lemma, row.event_type) & families_of(lead.lemma, lead.event_type)
    return bool(akin or (row.event_type == lead.event_type and frames_of(row.lemma) & frames_of(lead.lemma)))
