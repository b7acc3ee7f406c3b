"""The command `dateline timeline`: the events by day, and who says what of them."""

import argparse
import gc
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Optional

from rich.console import Console
from rich.text import Text

from pipeline.options import existing_store, fail, misuse
from pipeline.timeline_rows import Pick, Tellings, having, rows, tellings, within
from transforms.events.head_words import head_word
from transforms.ledger import standing_ids

# How a date is known, as the terminal says it after the date.
_KNOWN_BY = {
    "explicit": "",
    "relative": "",
    "utterance": "from a quotation",
    "named_event": "",
    "inherited": "inherited",
    "published": "day of publication",
    "none": "",
}
_CLAIMS_SHOWN = 4
_PARTICIPANTS_SHOWN = 6
# These say of someone no more than that there is someone.
_ANYONE = frozenset(["people", "person", "men", "man", "women", "woman", "member", "other", "group", "side"])
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# The order in which claims are shown: who did it, who denies it, who is accused of it, then the rest.
_ACTS_FIRST = ("claim_of_responsibility", "denial", "accusation")
# A stretch of a line and its style.
Piece = tuple[str, str]


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


def show_timeline(options: argparse.Namespace) -> None:
    """Print the events that `options` asks for."""
    if options.first and options.last and options.first > options.last:
        misuse(f"--from {options.first} is after --to {options.last}")
    # Rows by the hundred thousand, all alive to the end: there is nothing for the collector to find.
    gc.disable()
    pick = within(options.first, options.last, options.event_type, options.all)
    events = [
        event
        for event in read_timeline(existing_store(options.output.rstrip("/")), pick)
        if options.country in (None, *event.countries)
    ]
    if options.json:
        for event in events:
            print(json.dumps(event._asdict(), default=str, ensure_ascii=False))
        return
    write = _writer()
    day = None
    for event in events:
        if (event.date_start, event.date_precision) != day:
            day = (event.date_start, event.date_precision)
            write([(f"\n{when(event)}", "bold")])
        for line in _lines(event):
            write(line)
    if not events:
        write([("no events", "")])


def _writer() -> Callable[[Sequence[Piece]], object]:
    """What prints a line: in colour on a terminal; into a pipe or a file as it is, and fast."""
    console = Console()
    if console.is_terminal:
        return lambda line: console.print(Text.assemble(*line), soft_wrap=True)
    return lambda line: sys.stdout.write("".join(text for text, _ in line) + "\n")


def read_timeline(output: str, pick: Optional[Pick] = None) -> list[TimelineEvent]:
    """Return the events of the tables by day, undated ones last; all, or those that `pick` picks.

    Events that later reports showed to be one are shown as the one that stands for them, with all that is
    told of any of them.
    """
    # Tables are committed in the order of their names: read backwards, each holds what the next speaks of.
    standing = standing_ids(
        (row["id"], row["merged_into"])
        for row in rows(output, "merges", "kind", "id", "merged_into")
        if row["kind"] == "event"
    )
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
    return sorted(told, key=_order)


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


def when(event: TimelineEvent) -> str:
    """Return the days of an event, no more precise than they are known.

    "2022-12-02 Friday", "2021-08", "2022-11-28 to 2022-12-04 (week)", "no date".
    """
    start, end = event.date_start, event.date_end
    if start is None:
        return "no date"
    if event.date_precision in ("day", "time"):
        return f"{start} {start:%A}"
    if event.date_precision == "month":
        return f"{start:%Y-%m}"
    if event.date_precision == "year":
        return f"{start:%Y}"
    return f"{start} to {end} ({event.date_precision})" if end and end != start else f"{start}"


def _lines(event: TimelineEvent) -> Iterator[list[Piece]]:
    line = [("  ", ""), (event.event_type, "cyan"), *((f" {mode}", "cyan dim") for mode in event.modes)]
    who = " → ".join(_enough(names) for names in (event.actors, event.recipients) if names)
    if who:
        line.append((f"  {shown(who)}", "bold"))
    if event.place:
        line.append((f"  in {shown(event.place)}", ""))
    notes = [event.status] if event.status != "asserted" else []
    notes += ["only claimed"] if event.attributed_only else []
    notes += ["place of the dateline"] if event.place_basis == "dateline" else []
    notes += [_KNOWN_BY[event.date_basis]] if _KNOWN_BY[event.date_basis] else []
    notes.append(counted(event))
    yield [*line, (f"  ({'; '.join(notes)})", "dim")]
    yield [(f"    {shown(event.summary)}", "")]
    for claim in distinct_claims(event.claims)[:_CLAIMS_SHOWN]:
        speaker = claim["source_name"] or claim["source_text"] or "(speaker not stated)"
        stated = claim["claim_date"] and claim["claim_date_basis"] in ("explicit", "relative")
        said = f" on {claim['claim_date']}" if stated else ""
        yield [
            ("    · ", "dim"),
            (shown(str(speaker)), "green"),
            (shown(f" {claim['cue_text']}{said}: {claim['content_text']}"), "dim"),
        ]


def _enough(names: Sequence[str]) -> str:
    more = len(names) - _PARTICIPANTS_SHOWN
    return ", ".join(names[:_PARTICIPANTS_SHOWN]) + (f" and {more} more" if more > 0 else "")


def shown(text: str) -> str:
    """Return a report's words for the terminal, without control characters: they are not the reader's."""
    return _CONTROLS.sub(" ", text)


def counted(event: TimelineEvent) -> str:
    """Return in how many reports an event is told: "2 reports, 1 copy; Example Times"."""
    parts = [f"{event.reports} report{'s' if event.reports != 1 else ''}"]
    if event.copies:
        parts.append(f"{event.copies} cop{'ies' if event.copies != 1 else 'y'}")
    text = ", ".join(parts)
    return f"{text}: {', '.join(event.sources)}" if event.sources else text


def distinct_claims(claims: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the first claim of each speaker, act and wording."""
    seen: dict[tuple[Any, ...], Mapping[str, Any]] = {}
    for claim in claims:
        key = (claim["source_name"] or claim["source_text"], claim["act"], claim["content_text"].casefold())
        seen.setdefault(key, claim)
    return list(seen.values())
