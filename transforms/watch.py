"""Watch folders for report files: which of them a run should read now, and its plan.

    plans = pipeline | WatchInputs(template, patterns, interval=60)

Gives an unbounded collection of RunPlans: one whenever files have arrived, each in a window of its own.
The tables are the only state of what has been read: a plan is not given before the run of the last one
is in them, so that each run finds all earlier ones there, as scheduled runs do. What is kept besides
(which files were seen, and how they looked) spares reading them again; without it, as after a new start,
all files are read once more and their reports are known.

A file is read when it has rested for an interval, and again whenever it has changed. What is written
slowly is not read by halves; still, better move files in whole.
"""

import logging
import os
import time
from collections.abc import Iterable, Sequence
from typing import Any, Optional

import apache_beam as beam
from apache_beam.coders.typecoders import registry
from apache_beam.pvalue import PBegin, PCollection
from apache_beam.transforms.periodicsequence import PeriodicImpulse, RebaseMode
from apache_beam.transforms.userstate import ReadModifyWriteStateSpec
from apache_beam.transforms.window import FixedWindows

from schemas.runs import FileMark, FilePart, RunPlan, WatchState
from transforms import commits, leases, store
from transforms.files import report_marks
from transforms.ids import content_id
from transforms.places import is_remote, told
from transforms.read import ALL

logger = logging.getLogger("dateline.progress")
# A window closes with the tick after its own: short ticks, short waits.
TICK_SECONDS = 1.0


class WatchInputs(beam.PTransform):
    """Watch `patterns` (files, folders, globs) every `interval` seconds, as the module promises.

    Not on the in-process runner, which polls without pause (Beam 2.77): pipeline/launch.py watches there.
    """

    def __init__(self, template: RunPlan, patterns: Sequence[str], *, interval: float):
        super().__init__()
        self._template, self._patterns, self._interval = template, list(patterns), interval

    def expand(self, begin: PBegin) -> PCollection[RunPlan]:  # noqa: D102
        return (
            begin
            | "Tick" >> PeriodicImpulse(fire_interval=TICK_SECONDS, rebase=RebaseMode.REBASE_START)
            | "OneKey" >> beam.Map(_one_key).with_output_types(tuple[str, float])
            | "Watch" >> beam.ParDo(_WatchFn(self._template, self._patterns, self._interval))
            | "Window" >> beam.WindowInto(FixedWindows(TICK_SECONDS))
        )


def _one_key(tick: Any) -> tuple[str, float]:
    return "", float(tick)


class _WatchFn(beam.DoFn):
    WATCHED = ReadModifyWriteStateSpec("watched", registry.get_coder(WatchState))

    def __init__(self, template: RunPlan, patterns: Sequence[str], interval: float):
        self._template, self._patterns, self._interval = template, patterns, interval

    def process(
        self,
        _: tuple[str, float],
        watched: Any = beam.DoFn.StateParam(WATCHED),  # noqa: B008
    ) -> Iterable[RunPlan]:
        state = watched.read() or FIRST_LOOK
        now = time.time()
        if now - state.looked_at < self._interval:
            return
        state, plan = look(state, self._template, self._patterns, now, self._interval)
        watched.write(state)
        if plan is not None:
            leases.announce(plan.output, plan.run_id)
            yield plan


FIRST_LOOK = WatchState("", 0, 0.0, [], [], [])


def look(
    state: WatchState, template: RunPlan, patterns: Sequence[str], now: float, interval: float
) -> tuple[WatchState, Optional[RunPlan]]:
    """Look at the files once: the state after it, and the plan of a run if there is one to begin.

    `now` is in seconds since the epoch. While the last plan's run is at work nothing is begun. If another
    run overtook it, its files are read again. A look that fails (inputs or a store that are away) is tried
    again.
    """
    try:
        return _look(state, template, patterns, now, interval)
    except OSError as error:
        logger.warning("could not look: %s", told(error))
        return state._replace(looked_at=now), None


def _look(
    state: WatchState, template: RunPlan, patterns: Sequence[str], now: float, interval: float
) -> tuple[WatchState, Optional[RunPlan]]:
    # The next look comes at once behind a short run: how files looked then tells nothing of their rest.
    before = state.before if now - state.looked_at >= interval else []
    state = state._replace(looked_at=now)
    if state.run_id:
        commits.finish_committed(template.output)
        if commits.is_committed(template.output, state.run_id):
            state = read_out(state)
        elif next_version(template.output) > state.version:
            state = state._replace(run_id="", reading=[])
        else:
            return state, None
    found = report_marks(patterns)
    due = rested(found, before, state.seen, now, interval)
    there = {mark.path for mark in found}
    state = state._replace(before=found, seen=[mark for mark in state.seen if mark.path in there])
    if not due:
        return state, None
    plan = plan_run(template, [FilePart(mark.path, ALL) for mark in due], int(now * 1_000_000))
    return state._replace(run_id=plan.run_id, version=plan.version, reading=due), plan


def read_out(state: WatchState) -> WatchState:
    """Return the state after what was being read is in the tables."""
    return state._replace(run_id="", seen=_merged(state.seen, state.reading), reading=[])


def rested(
    found: Sequence[FileMark],
    before: Sequence[FileMark],
    seen: Sequence[FileMark],
    now: float,
    interval: float,
) -> list[FileMark]:
    """Return the files that are to be read: not `seen` as they are, and at rest.

    At rest is what looks as it did `before`, an `interval` (seconds) ago or more, or was last changed that
    long before `now`, or lies on an object store, where files appear whole.
    """
    done, last = set(seen), set(before)
    return [
        mark
        for mark in found
        if mark not in done and (mark in last or now - mark.changed_at >= interval or is_remote(mark.path))
    ]


def _merged(seen: Sequence[FileMark], read: Sequence[FileMark]) -> list[FileMark]:
    by_path = {mark.path: mark for mark in (*seen, *read)}
    return [by_path[path] for path in sorted(by_path)]


def next_version(output: str) -> int:
    """Return the version that the next run of a store has."""
    last = store.last_run(output)
    return int(last["version"]) + 1 if last else 1


def plan_run(template: RunPlan, parts: Sequence[FilePart], started_at: int) -> RunPlan:
    """Return the plan of a run that begins now: `template` with its id, version, time and what it reads.

    The run's id is made of when and where it begins: the same input may be ingested twice, and two runs
    that race must not write the same files. `started_at` is in microseconds since the epoch. A committed run
    that some tables still lack, as when its process died, is finished first: what it adds is part of what
    this one knows.
    """
    version = next_version(template.output)
    while commits.tables_behind(template.output):
        commits.finish_committed(template.output)
        version = next_version(template.output)
    return template._replace(
        run_id=content_id("run", version, started_at, os.uname().nodename, os.getpid()),
        version=version,
        started_at=started_at,
        parts=list(parts),
    )
