"""The command `dateline timeline`: the events by day, and who says what of them."""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Optional

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from deltalake import DeltaTable
from rich.console import Console
from rich.text import Text

from pipeline.options import existing_store, fail

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
# The order in which claims are shown: who did it, who denies it, who is accused of it, then the rest.
_ACTS_FIRST = ("claim_of_responsibility", "denial", "accusation")
# Of what PLOVER has no type for, the kinds that a timeline is read for; --all shows the others too.
_OTHER_SHOWN = {"disaster", "accident", "death", "election"}


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
        fail(f"--from {options.first} is after --to {options.last}")
    events = [
        event
        for event in read_timeline(existing_store(options.output.rstrip("/")))
        if is_wanted(event, options.first, options.last, options.country, options.event_type)
        and (options.all or options.event_type or is_main(event))
    ]
    if options.json:
        for event in events:
            print(json.dumps(event._asdict(), default=str, ensure_ascii=False))
        return
    console = Console()
    day = None
    for event in events:
        if (event.date_start, event.date_precision) != day:
            day = (event.date_start, event.date_precision)
            console.print(Text(f"\n{when(event)}", style="bold"))
        _print_event(console, event)
    if not events:
        console.print("no events")


def read_timeline(output: str) -> list[TimelineEvent]:
    """Return all events of the tables by day, undated ones last."""
    # Tables are committed in the order of their names: read backwards, each holds what the next speaks of.
    events = _rows(output, "events")
    mentions = _rows(output, "event_mentions", "event_id", "article_id", "published", "actors", "recipients")
    claims = defaultdict(list)
    for row in _rows(
        output, "claims", "event_id", "source_text", "source_name", "cue_text", "content_text", "act",
        "stance", "claim_date", "claim_date_basis", "level", "article_id", "duplicate_of", "cue_start",
    ):  # fmt: skip
        if row["event_id"] and not row["duplicate_of"]:
            claims[row["event_id"]].append(row)
    articles = {
        row["article_id"]: row
        for row in _rows(output, "articles", "article_id", "source", "duplicate_of", "duplicate_rule")
    }
    copies: dict[str, int] = defaultdict(int)
    for row in articles.values():
        if row["duplicate_rule"] == "exact":
            copies[row["duplicate_of"]] += 1
    by_event = defaultdict(list)
    for row in mentions:
        by_event[row["event_id"]].append(row)
    told = [
        _timeline_event(event, by_event[event["event_id"]], articles, copies, claims[event["event_id"]])
        for event in events
    ]
    return sorted(told, key=_order)


def _rows(output: str, table: str, *columns: str) -> list[dict[str, Any]]:
    """The committed rows of a table."""
    rows: list[dict[str, Any]] = []
    for uri in _files(output, table):
        # Not DeltaTable.to_pyarrow_table, see transforms/store.py; not pq.read_table, which would take the
        # month out of the path for a column.
        try:
            data = _parquet(uri).read(columns=list(columns) or None)
        except (OSError, pa.ArrowException) as error:
            fail(f"{uri} cannot be read ({error}); `dateline doctor {output}` tells what is wrong")
        if table == "claims":
            data = data.filter(pc.is_valid(data["event_id"]))
        rows.extend(data.to_pylist())
    return rows


def _files(output: str, table: str) -> list[str]:
    if "://" not in output:
        return DeltaTable(f"{output}/{table}").file_uris()
    # Imported here, with Beam: it takes a second, which a folder on this disk need not wait for.
    from transforms.store import stored_files

    return [file.path for file in stored_files(output, table)]


def _parquet(path: str) -> pq.ParquetFile:
    if "://" not in path:
        return pq.ParquetFile(path)
    from transforms.store import open_parquet

    return open_parquet(path)


def _timeline_event(
    event: Mapping[str, Any],
    mentions: Sequence[Mapping[str, Any]],
    articles: Mapping[str, Mapping[str, Any]],
    copies: Mapping[str, int],
    claims: Sequence[Mapping[str, Any]],
) -> TimelineEvent:
    tellers = {mention["article_id"] for mention in mentions}
    # A copy tells what its original tells: both are one report.
    originals = {articles[i]["duplicate_of"] if _is_copy(articles[i]) else i for i in tellers}
    near = {i for i in tellers if _is_copy(articles[i])}
    people = [who for row in (event, *mentions) for side in ("actors", "recipients") for who in row[side]]
    countries = {who["country"] for who in people} | {event["place_country"]}
    return TimelineEvent(
        event_id=event["event_id"],
        date_start=event["date_start"],
        date_end=event["date_end"],
        date_precision=event["date_precision"],
        date_basis=event["date_basis"],
        event_type=event["event_type"],
        modes=event["modes"],
        status=event["status"],
        actors=[who["name"] for who in event["actors"]],
        recipients=[who["name"] for who in event["recipients"]],
        countries=sorted(countries - {None}),
        place=event["place"],
        summary=event["summary"],
        attributed_only=event["attributed_only"],
        mentions=len(mentions),
        reports=len(originals),
        copies=len(near) + sum(copies[i] for i in originals),
        sources=sorted({articles[i]["source"] for i in originals if i in articles} - {None}),
        first_reported=min(mention["published"] for mention in mentions),
        last_reported=max(mention["published"] for mention in mentions),
        claims=sorted(claims, key=_claim_order),
    )


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


def is_wanted(
    event: TimelineEvent,
    first: Optional[date],
    last: Optional[date],
    country: Optional[str],
    event_type: Optional[str],
) -> bool:
    """Tell whether an event lies within the days (an undated one does not) and fits the other filters."""
    if (first or last) and event.date_start is None:
        return False
    if first and (event.date_end or event.date_start or date.max) < first:
        return False
    if last and (event.date_start or date.min) > last:
        return False
    return country in (None, *event.countries) and event_type in (None, event.event_type)


def is_main(event: TimelineEvent) -> bool:
    """Tell whether a timeline shows an event unasked: all of PLOVER's types, and some of OTHER's kinds."""
    return event.event_type != "OTHER" or bool(_OTHER_SHOWN & set(event.modes))


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


def _print_event(console: Console, event: TimelineEvent) -> None:
    line = Text("  ")
    line.append(event.event_type, style="cyan")
    for mode in event.modes:
        line.append(f" {mode}", style="cyan dim")
    who = " → ".join(", ".join(names) for names in (event.actors, event.recipients) if names)
    if who:
        line.append(f"  {shown(who)}", style="bold")
    if event.place:
        line.append(f"  in {shown(event.place)}")
    notes = [event.status] if event.status != "asserted" else []
    notes += ["only claimed"] if event.attributed_only else []
    notes += [_KNOWN_BY[event.date_basis]] if _KNOWN_BY[event.date_basis] else []
    notes.append(counted(event))
    line.append(f"  ({'; '.join(notes)})", style="dim")
    console.print(line, soft_wrap=True)
    console.print(Text(f"    {shown(event.summary)}"), soft_wrap=True)
    for claim in distinct_claims(event.claims)[:_CLAIMS_SHOWN]:
        speaker = claim["source_name"] or claim["source_text"] or "(speaker not stated)"
        stated = claim["claim_date"] and claim["claim_date_basis"] in ("explicit", "relative")
        said = f" on {claim['claim_date']}" if stated else ""
        text = Text("    · ", style="dim")
        text.append(shown(str(speaker)), style="green")
        text.append(shown(f" {claim['cue_text']}{said}: {claim['content_text']}"), style="dim")
        console.print(text, soft_wrap=True)


def shown(text: str) -> str:
    """Return a report's words for the terminal, without control characters: they are not the reader's."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", text)


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
