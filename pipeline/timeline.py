"""The command `dateline timeline`: the events by day, and who says what of them."""

import argparse
import gc
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from pipeline.options import existing_store, misuse
from pipeline.timeline_events import TimelineEvent, read_timeline
from pipeline.timeline_rows import within

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
# Events, unless --limit says otherwise: more than anyone reads from a terminal.
SHOWN = 500
_CLAIMS_SHOWN = 4
_PARTICIPANTS_SHOWN = 6
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# A stretch of a line and its style.
Piece = tuple[str, str]


def show_timeline(options: argparse.Namespace) -> None:
    """Print the events that `options` asks for."""
    if options.first and options.last and options.first > options.last:
        misuse(f"--from {options.first} is after --to {options.last}")
    # Rows by the hundred thousand, all alive to the end: there is nothing for the collector to find.
    gc.disable()
    output = existing_store(options.output.rstrip("/"))
    pick = within(options.first, options.last, options.event_type, options.all)
    limit = options.limit if options.limit is not None else 0 if options.json else SHOWN
    found = read_timeline(output, pick, country=options.country, limit=limit)
    if options.json:
        for event in found.events:
            print(json.dumps(event._asdict(), default=str, ensure_ascii=False))
        return
    write = _writer()
    if found.left_out:
        write([(_left_out(found.left_out, len(found.events)), "dim")])
    day = None
    for event in found.events:
        if (event.date_start, event.date_precision) != day:
            day = (event.date_start, event.date_precision)
            write([(f"\n{when(event)}", "bold")])
        for line in _lines(event):
            write(line)
    if not found.events:
        write([("no events", "")])


def _left_out(number: int, shown: int) -> str:
    events = "earlier or undated event is" if number == 1 else "earlier or undated events are"
    return f"the last {shown:,} events; {number:,} {events} left out (--from, --to, --limit 0 for all)"


def _writer() -> Callable[[Sequence[Piece]], object]:
    """What prints a line: in colour on a terminal; into a pipe or a file as it is, and fast."""
    console = Console(markup=False, emoji=False)
    if console.is_terminal:
        return lambda line: console.print(Text.assemble(*line), soft_wrap=True)
    return lambda line: sys.stdout.write("".join(text for text, _ in line) + "\n")


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
