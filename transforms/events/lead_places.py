"""Where something happened of which its sentence does not say where: the place that the lead gives to it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Optional

from schemas.records import EventMention, Mention
from schemas.vocabulary import STATED_BASES
from transforms.entities.countries import governs, state_named
from transforms.events.families import families_of
from transforms.events.lexicon import frames_of
from transforms.events.places import PLACES, happens_somewhere
from transforms.text.document import Document, SentenceSpan

# A mention whose own words give it a day that far from the lead's is of something else.
_SAME_DAYS = 3
# So many paragraphs of the body are the lead.
_PARAGRAPHS = 2
# How its place was told to the lead, and what the basis is of who inherits it.
_INHERITED_AS = {"clause": "lead", "sentence": "lead", "dateline": "dateline"}


def with_places_of_lead(
    document: Document, mentions: Sequence[Mention], told: Sequence[EventMention]
) -> list[EventMention]:
    """Return the event mentions `told` of one report; those without a place with the lead's, if it is theirs.

    The lead is the headline, the standfirst and the first paragraph of the body; where they say no place, the
    second too. Its place is taken by what
    happens to people and things (material conflict, disasters, accidents) if the lead tells of something
    alike (violence, if this is of a known day, or a word of the same frame or family) at one place only. It
    is not taken by what lies far back, has not happened or is dated otherwise, nor in a sentence that names
    another place.
    """
    placed = [row for row in told if row.place and happens_somewhere(row.event_type, row.mode)]
    openings = ([row for row in placed if row.sentence_id in opening] for opening in _openings(document))
    located = next(filter(None, openings), None)
    if located is None:
        return list(told)
    named = _places_named(document, mentions)
    return [
        _placed(row, located, named.get(row.sentence_id, frozenset()))
        if row.place is None
        and row.status in ("asserted", "negated")
        and happens_somewhere(row.event_type, row.mode)
        else row
        for row in told
    ]


def _openings(document: Document) -> Iterator[Collection[str]]:
    """The ids of the sentences that a report opens with: up to the body's first paragraph, to its second.

    A line that is no sentence (an address, a day, the headline again) is no paragraph.
    """
    told: set[str] = set()
    paragraphs: list[int] = []
    for sentence in document.sentences:
        is_body = sentence.kind == "body"
        if is_body and sentence.paragraph not in paragraphs and _is_full(document, sentence):
            if paragraphs:
                yield frozenset(told)
            if len(paragraphs) == _PARAGRAPHS:
                return
            paragraphs.append(sentence.paragraph)
        if is_body or sentence.kind in ("headline", "standfirst"):
            told.add(sentence.sentence_id)
    yield frozenset(told)


def _is_full(document: Document, sentence: SentenceSpan) -> bool:
    return document.text[sentence.start : sentence.end].rstrip("”\"'’) ").endswith((".", "!", "?"))


def _places_named(document: Document, mentions: Sequence[Mention]) -> Mapping[str, frozenset[str]]:
    """The places that each sentence names, but for seats of government that act: "Dhaka said"."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        tokens = document.tokens_between(mention.start, mention.end) if mention.label in PLACES else ()
        acts = governs(mention.name) and any(token.dep in ("nsubj", "poss") for token in tokens)
        if tokens and not acts:
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
