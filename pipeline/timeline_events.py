"""Read the events of a store with all that is told of them, for the timeline.

timeline = read_timeline("tables", within(first, last, None, False), limit=500)
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Optional

from pipeline.options import fail
from pipeline.timeline_rows import Pick, Tellings, having, latest, rows, tellings
from transforms.events.head_words import head_word
from transforms.ledger import standing_ids

# These say of someone no more than that there is someone.
_ANYONE = frozenset(["people", "person", "men", "man", "women", "woman", "member", "other", "group", "side"])
# The order in which claims are shown: who did it, who denies it, who is accused of it, then the rest.
_ACTS_FIRST = ("claim_of_responsibility", "denial", "accusation")


class TimelineEvent(NamedTuple):
    """An event with what all its mentions say of it, as the timeline shows it.

    `reports` counts reports that are no copies, `copies` those that are; `sources` the publishers that
    these reports name.
    """

    event_id: str
    date_start: Optional[date]
    date_end: Optional[date]
    date_precision: Optional[str]
    date_basis: str
    event_type: str
    modes: Sequence[str]
    status: str
    actors: Sequence[str]
    recipients: Sequence[str]
    countries: Sequence[str]
    place: Optional[str]
    place_basis: Optional[str]
    summary: str
    attributed_only: bool
    mentions: int
    reports: int
    copies: int
    sources: Sequence[str]
    first_reported: date
    last_reported: date
    claims: Sequence[Mapping[str, Any]]


class Timeline(NamedTuple):
    """Events by day, undated ones last; and how many earlier ones a limit has left out."""

    events: Sequence[TimelineEvent]
    left_out: int


def read_timeline(
    output: str, pick: Optional[Pick] = None, *, country: Optional[str] = None, limit: int = 0
) -> Timeline:
    """Return the events of the tables; all, or those that `pick` picks, in or with the country.

    With a `limit` only so many, those that begin last. Events that later reports showed to be one are shown
    as the one that stands for them, with all that is told of any of them.
    """
    # Tables are committed in the order of their names: read backwards, each holds what the next speaks of.
    standing = standing_ids(
        (row["id"], row["merged_into"])
        for row in rows(output, "merges", "kind", "id", "merged_into")
        if row["kind"] == "event"
    )
    of = 0
    if limit and country is None:  # else what is told of an event decides
        pick, of = latest(output, pick, limit, standing.keys())
    found = rows(
        output, "events", "event_id", "event_type", "modes", "status", "date_start", "date_end",
        "date_precision", "date_basis", "actors", "recipients", "place", "place_country",
        "place_basis", "summary", "attributed_only",
        pick=pick,
    )  # fmt: skip
    events = [event for event in found if event["event_id"] not in standing]
    shown = {event["event_id"] for event in events}
    ids = shown | {one for one, into in standing.items() if into in shown}
    told_by = tellings(output, having("event_id", ids), standing)
    claims = defaultdict(list)
    for row in rows(
        output, "claims", "event_id", "source_text", "source_name", "cue_text", "content_text", "act",
        "stance", "claim_date", "claim_date_basis", "level", "article_id", "duplicate_of", "cue_start",
        pick=having("event_id", ids, unless="duplicate_of"),
    ):  # fmt: skip
        claims[standing.get(row["event_id"], row["event_id"])].append(row)
    articles = {
        row["article_id"]: row
        for row in rows(output, "articles", "article_id", "source", "duplicate_of", "duplicate_rule")
    }
    copies: dict[str, int] = defaultdict(int)
    for row in articles.values():
        if row["duplicate_rule"] == "exact":
            copies[row["duplicate_of"]] += 1
    if shown - told_by.keys():
        fail(f"{output} has events that nothing tells of; `dateline doctor {output}` tells what is wrong")
    told = [
        _timeline_event(event, told_by[event["event_id"]], articles, copies, claims[event["event_id"]])
        for event in events
    ]
    told = [event for event in told if country in (None, *event.countries)]
    of = max(of, len(told))
    if limit and len(told) > limit:
        told = sorted(told, key=_begun)[-limit:]
    return Timeline(sorted(told, key=_order), of - len(told))


def _begun(event: TimelineEvent) -> tuple[Any, ...]:
    return event.date_start is not None, event.date_start or date.min, event.event_id


def _timeline_event(
    event: Mapping[str, Any],
    told: Tellings,
    articles: Mapping[str, Mapping[str, Any]],
    copies: Mapping[str, int],
    claims: Sequence[Mapping[str, Any]],
) -> TimelineEvent:
    tellers = told.articles
    # A copy tells what its original tells: both are one report.
    originals = {articles[i]["duplicate_of"] if _is_copy(articles[i]) else i for i in tellers}
    near = {i for i in tellers if _is_copy(articles[i])}
    people = [who for side in ("actors", "recipients") for who in event[side]]
    countries = told.countries | {who["country"] for who in people} | {event["place_country"]}
    return TimelineEvent(
        event_id=event["event_id"],
        date_start=event["date_start"],
        date_end=event["date_end"],
        date_precision=event["date_precision"],
        date_basis=event["date_basis"],
        event_type=event["event_type"],
        modes=event["modes"],
        status=event["status"],
        actors=told_of(event["actors"]),
        recipients=told_of(event["recipients"]),
        countries=sorted(countries - {None}),
        place=event["place"],
        # A store of an earlier version has no such column.
        place_basis=event.get("place_basis"),
        summary=event["summary"],
        attributed_only=event["attributed_only"],
        mentions=told.mentions,
        reports=len(originals),
        copies=len(near) + sum(copies[i] for i in originals),
        sources=sorted({articles[i]["source"] for i in originals if i in articles} - {None}),
        first_reported=told.first,
        last_reported=told.last,
        claims=sorted(claims, key=_claim_order),
    )


def told_of(participants: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return what an event's participants are called: names first, then the descriptions that add to them.

    "Convoy" adds nothing beside "consulate convoy", but "US police" does beside "Iraqi police"; nor do "men"
    beside "gunmen" or a name.
    """
    names = [who["name"] for who in participants if who["entity_id"]]
    described = list(dict.fromkeys(who["name"] for who in participants if not who["entity_id"]))
    telling = [
        text
        for text in described
        if not any(_noun(other) == _noun(text) and _words(text) < _words(other) for other in described)
    ]
    specific = [text for text in telling if not _words(text) <= _ANYONE]
    return [*dict.fromkeys(names), *(specific if specific or names else telling)]


def _words(description: str) -> set[str]:
    """Its words, in the singular or nearly."""
    return {word.removesuffix("s") for word in description.lower().split()}


def _noun(description: str) -> str:
    """The noun of a description, in the singular or nearly: "guard" of "two embassy guards"."""
    return head_word(description).removesuffix("s")


def _claim_order(claim: Mapping[str, Any]) -> tuple[Any, ...]:
    act = claim["act"]
    rank = _ACTS_FIRST.index(act) if act in _ACTS_FIRST else len(_ACTS_FIRST)
    return rank, claim["article_id"], claim["level"], claim["cue_start"]


def _is_copy(article: Mapping[str, Any]) -> bool:
    return article["duplicate_rule"] in ("exact", "near")


def _order(event: TimelineEvent) -> tuple[Any, ...]:
    return (
        event.date_start is None,
        event.date_start or date.max,
        event.date_end or date.max,
        -event.reports,
        -event.mentions,
        event.event_id,
    )
