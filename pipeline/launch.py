"""Run the graph: once, in this process again and again as files arrive, or as a stream on a cluster."""

import argparse
import gc
import heapq
import json
import multiprocessing
import signal
import threading
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from typing import IO, Any, Optional

import apache_beam as beam
from apache_beam.options.pipeline_options import DirectOptions, PipelineOptions, SetupOptions, StandardOptions
from rich.console import Console

from pipeline.beam_shortcuts import KeptOptions, take_shortcuts
from pipeline.dealing import deal_evenly
from pipeline.flat_groups import write_straight
from pipeline.graph import Settings, build
from pipeline.kept_graph import KeptGraph
from pipeline.kept_workers import keep_workers, let_workers_go
from pipeline.slices import cut, is_large, scan
from pipeline.summary import print_summary
from pipeline.workers import WITH_WORKERS
from schemas.runs import FilePart, RunPlan
from transforms import commits, leases, watch
from transforms.store import StoreError
from transforms.write import REFUSALS_NAMED, refuse_if_too_many_dead

# What "DirectRunner" names is one of three runners, depending on the machine; this is always this one.
LOCAL_RUNNER = "FnApiRunner"
# Flink forgets all on a failure, unless it is told to take checkpoints (milliseconds). What a bundle
# gives while one is taken comes behind the watermark, too late for its window, unless bundles end
# before (Beam 2.70).
CHECKPOINTING = "--checkpointing_interval=10000"
WHOLE_BUNDLES = "--finish_bundle_before_checkpointing"
# What clusters say of a job that has failed, and is at work no more.
JOB_IS_OVER = ("failed in state", "State: FAILED")


def template_of(options: argparse.Namespace, output: str, model: str, runner: str) -> RunPlan:
    """Return what all runs of one call have in common."""
    kept = {
        name: value for name, value in sorted(vars(options).items()) if name not in ("command", "version")
    }
    return RunPlan(
        output=output,
        run_id="",
        version=0,
        started_at=0,
        runner=runner,
        code_version=version("dateline"),
        model=model,
        options=json.dumps(kept, default=_plain),
        # A stream goes on: what it refuses is in the dead letters.
        max_dead_letters=1.0 if options.streaming else options.max_dead_letters,
        gives_way=options.streaming,
        parts=[],
    )


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def settings_of(options: argparse.Namespace) -> Settings:
    """Return what the stages are told. A stream goes on: which day is tomorrow, its workers know."""
    tomorrow = None if options.streaming else datetime.now(UTC).date() + timedelta(days=1)
    return Settings(
        model=options.model,
        window_days=options.window_days,
        max_record_bytes=options.max_record_mb << 20,
        earliest=options.earliest_date,
        latest=options.latest_date or tomorrow,
        shards=options.shards,
    )


def graph_of(settings: Settings, beam_arguments: Sequence[str]) -> KeptGraph:
    """Return the graph of all runs of one call."""
    return KeptGraph(_beam_options(beam_arguments), settings)


def run_once(plan: RunPlan, graph: KeptGraph) -> None:
    """Run the graph on one plan, to its commit, and clean up what a failure left.

    Where a failure leaves more to know, the exception carries a note.
    """
    here = plan.runner == LOCAL_RUNNER
    lease = leases.hold_lease(plan.output, plan.run_id) if here else None
    if lease is None:
        leases.announce(plan.output, plan.run_id)
    try:
        graph.run_on(plan)
    except BaseException as error:
        # None may be at work any more where it is cleaned up.
        let_workers_go()
        if not here and not any(state in str(error) for state in JOB_IS_OVER):
            error.add_note("The job may go on where it runs, and commits by itself; cancel it there.")
        elif _clean_up(plan.output, plan.run_id, lease):
            error.add_note("The run is committed: the next one, or `dateline doctor --fix`, completes it.")
        raise
    finally:
        if lease is not None:
            lease.close()
        # What the run held hangs together in rings; the next one should not have to find room beside it.
        gc.collect()


def _clean_up(output: str, run_id: str, lease: Optional[IO[str]]) -> bool:
    """Remove what a failed run has staged, unless it is committed; tell whether it is.

    Where not even that can be told, nothing is removed: the next run will know. So it is while a worker,
    which holds the lease as well, is committing the run.
    """
    try:
        committed = commits.is_committed(output, run_id)
        if not committed and lease is not None:
            lease.close()
            commits.discard_dead(output, run_id)
        elif not committed:
            commits.discard(output, run_id)
    except (OSError, StoreError):
        return False
    return committed


def plan_of(template: RunPlan, parts: Sequence[FilePart]) -> RunPlan:
    """Return the plan of a run that begins now, on a store that is as its last run left it."""
    return watch.plan_run(template, parts, int(time.time() * 1_000_000))


def run_slices(
    template: RunPlan,
    settings: Settings,
    patterns: Sequence[str],
    reports: int,
    graph: KeptGraph,
    console: Console,
    stopped: Optional[threading.Event] = None,
) -> bool:
    """Run the graph on one slice after the other of a large input; each is committed before the next.

    Too many dead letters in all the input end the program before the first. Tells whether all were: `stopped`
    was not set meanwhile, and no other run overtook one that gives way.
    """
    scanned = scan(patterns, settings, template.output, reports)
    refuse_if_too_many_dead(
        len(scanned.refusals),
        len(scanned.records),
        template.max_dead_letters,
        heapq.nsmallest(REFUSALS_NAMED, set(scanned.refusals)),
    )
    slices = cut(scanned.records, _readers(graph.options))
    for number, piece in enumerate(slices, 1):
        if stopped is not None and stopped.is_set():
            return False
        days = f"{piece.first} to {piece.last}" if piece.first else "no day"
        console.print(f"slice {number} of {len(slices)}: {piece.records:,} reports, {days}", highlight=False)
        plan = plan_of(template, piece.parts)._replace(max_dead_letters=1.0)
        run_once(plan, graph)
        if not commits.is_committed(plan.output, plan.run_id):
            return False
        print_summary(console, plan.output, plan.run_id)
    return True


def _readers(of_beam: PipelineOptions) -> int:
    """How many processes of this machine read."""
    options = of_beam.view_as(DirectOptions)
    if options.direct_running_mode != WITH_WORKERS:
        return 1
    return options.direct_num_workers or multiprocessing.cpu_count()


def stream(
    template: RunPlan,
    settings: Settings,
    patterns: Sequence[str],
    interval: float,
    beam_arguments: Sequence[str],
) -> None:
    """Run the graph on a cluster until it is cancelled there, or here by Ctrl-C."""
    arguments = list(beam_arguments)
    if template.runner == "FlinkRunner":
        arguments.append(WHOLE_BUNDLES)
        if not any("checkpointing_interval" in argument for argument in arguments):
            arguments.append(CHECKPOINTING)
    with beam.Pipeline(options=_beam_options([*arguments, "--streaming"])) as pipeline:
        plans = pipeline | "Watch" >> watch.WatchInputs(template, patterns, interval=interval)
        build(plans, settings)


def watch_here(
    template: RunPlan,
    settings: Settings,
    patterns: Sequence[str],
    interval: float,
    reports: int,
    graph: KeptGraph,
    console: Console,
) -> None:
    """Look for new files every `interval` seconds and run the graph on them, in this process, until stopped.

    SIGINT (Ctrl-C) and SIGTERM let the run at work end, of a large input the slice; the second one does not.
    """
    state = watch.FIRST_LOOK
    stopped = threading.Event()

    def stop(number: int, _: Any) -> None:
        # Not as an exception: raised within a callback of one of Beam's threads it would be lost.
        signal.signal(number, signal.default_int_handler)
        stopped.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    while not stopped.is_set():
        state, plan = watch.look(state, template, patterns, time.time(), interval)
        if plan is None:
            stopped.wait(max(0.0, state.looked_at + interval - time.time()))
            continue
        paths = [part.path for part in plan.parts]
        if is_large(paths, settings, reports):
            if run_slices(template, settings, paths, reports, graph, console, stopped):
                state = watch.read_out(state)
            continue
        run_once(plan, graph)
        if commits.is_committed(plan.output, plan.run_id):
            print_summary(console, plan.output, plan.run_id)
    console.print("stopped; what was committed is kept")


def _beam_options(arguments: Sequence[str]) -> PipelineOptions:
    options = KeptOptions(["--runner", LOCAL_RUNNER, *arguments])
    if options.view_as(StandardOptions).runner == LOCAL_RUNNER:
        take_shortcuts()
        deal_evenly()
        write_straight()
        keep_workers()
    # All code is in packages that workers have; the main session would only pickle this module.
    options.view_as(SetupOptions).save_main_session = False
    # Workers import these before they meet a row of theirs.
    plugins = options.view_as(SetupOptions).beam_plugins or []
    options.view_as(SetupOptions).beam_plugins = [*plugins, "schemas.records", "schemas.runs"]
    return options
