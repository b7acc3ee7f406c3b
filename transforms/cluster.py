"""Cluster the event mentions of a story into events, and join claims to the events they are about.

    clustered = (tellings, known_mentions, standings, merges) | ClusterEvents()

Takes the Tellings of a run, the known event mentions of the window, the stories that their articles stand
in, and the Merges of earlier runs. Gives event mentions and claims with their `event_id`, an Event for each
that is told for the first time, and a Merge for every two events of earlier runs that turned out to be one.
Stories are independent of each other, so this spreads over workers by story.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import apache_beam as beam
from apache_beam.pvalue import PCollection, TaggedOutput

from schemas.records import Claim, Event, EventMention, Merge, Telling
from schemas.runs import Standing
from transforms.events.identity import cluster_events, standing_events
from transforms.events.rows import event_row
from transforms.known import by_article, together


class StoryRows(NamedTuple):
    """The rows that a story's new reports give."""

    event_mentions: Sequence[EventMention]
    events: Sequence[Event]
    claims: Sequence[Claim]
    merges: Sequence[Merge]


class Clustered(NamedTuple):
    """What ClusterEvents gives."""

    event_mentions: PCollection[EventMention]
    events: PCollection[Event]
    claims: PCollection[Claim]
    merges: PCollection[Merge]


class ClusterEvents(beam.PTransform):
    """Cluster event mentions, as the module promises."""

    def expand(  # noqa: D102
        self,
        inputs: tuple[
            PCollection[Telling], PCollection[EventMention], PCollection[Standing], PCollection[Merge]
        ],
    ) -> Clustered:
        tellings, known_mentions, standings, merges = inputs
        by_event = tuple[str, EventMention]
        standing = (
            merges
            | "Together" >> beam.Map(together).with_output_types(tuple[str, Merge])
            | "Ledger" >> beam.GroupByKey()
            | "StandFor" >> beam.FlatMapTuple(_standing).with_output_types(tuple[str, str])
        )
        known_mentions = (
            {
                "mentions": known_mentions | "ByEvent" >> beam.Map(_by_event).with_output_types(by_event),
                "standing": standing,
            }
            | "FindEvent" >> beam.CoGroupByKey()
            | "StandIn" >> beam.FlatMapTuple(_as_standing).with_output_types(EventMention)
        )
        known = (
            {
                "mentions": known_mentions
                | "ByArticle" >> beam.Map(by_article).with_output_types(tuple[str, EventMention]),
                "standing": standings
                | "StandingById" >> beam.Map(by_article).with_output_types(tuple[str, Standing]),
            }
            | "FindStory" >> beam.CoGroupByKey()
            | "KnownByStory" >> beam.FlatMapTuple(_by_known_story).with_output_types(tuple[str, EventMention])
        )
        clustered = (
            {
                "new": tellings | "ByStory" >> beam.Map(_by_story).with_output_types(tuple[str, Telling]),
                "known": known,
            }
            | "Meet" >> beam.CoGroupByKey()
            | "Cluster" >> beam.FlatMapTuple(_clustered).with_outputs(*Clustered._fields)
        )
        for name, row in zip(Clustered._fields, (EventMention, Event, Claim, Merge), strict=True):
            clustered[name].element_type = row
        return Clustered(*(clustered[name] for name in Clustered._fields))


def _by_story(telling: Telling) -> tuple[str, Telling]:
    return telling.story_id, telling


def _by_known_story(_: str, met: dict[str, Iterable[Any]]) -> Iterable[tuple[str, EventMention]]:
    """Key known mentions by their story, by the id that stands for it now."""
    for standing in met["standing"]:
        for mention in met["mentions"]:
            yield standing.story_id, mention


def _standing(_: str, merges: Iterable[Merge]) -> Iterable[tuple[str, str]]:
    return standing_events(list(merges)).items()


def _by_event(mention: EventMention) -> tuple[str, EventMention]:
    return mention.event_id or "", mention


def _as_standing(_: str, met: dict[str, Iterable[Any]]) -> Iterable[EventMention]:
    """Known mentions of one event, by the id that stands for it now."""
    event_id = next(iter(met["standing"]), None)
    for mention in met["mentions"]:
        yield mention._replace(event_id=event_id) if event_id else mention


def _clustered(_: str, met: dict[str, Iterable[Any]]) -> Iterable[TaggedOutput]:
    new = list(met["new"])
    if not new:
        return
    rows = tell_story(new, list(met["known"]))
    for name, found in rows._asdict().items():
        yield from (TaggedOutput(name, row) for row in found)


def tell_story(tellings: Sequence[Telling], known: Sequence[EventMention]) -> StoryRows:
    """Return the rows of one story's new reports.

    `known` are its mentions of earlier runs, by the ids that stand for their events. The order of neither
    matters.
    """
    mentions, merges = cluster_events([m for one in tellings for m in one.event_mentions], known)
    told = {mention.event_id for mention in known}
    fresh: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        if mention.event_id not in told:
            fresh[mention.event_id or ""].append(mention)
    texts = {s.sentence_id: s.text for telling in tellings for s in telling.sentences}
    events = [event_row(fresh[event_id], texts.__getitem__) for event_id in sorted(fresh)]
    event_of = {mention.mention_id: mention.event_id for mention in mentions}
    about = {about.claim_id: about for telling in tellings for about in telling.abouts}
    claims = []
    for telling in tellings:
        for claim in telling.claims:
            link = about.get(claim.claim_id)
            if link is not None:
                claim = claim._replace(event_id=event_of[link.mention_id], stance=link.stance or claim.stance)
            claims.append(claim)
    return StoryRows(mentions, events, claims, merges)
