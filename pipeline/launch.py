"""Run the graph: once, in this process again and again as files arrive, or as a stream on a cluster."""

import argparse
import gc
import json
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from typing import Any

import apache_beam as beam
from apache_beam.options.pipeline_options import PipelineOptions, SetupOptions
from rich.console import Console

from pipeline.graph import Settings, build
from pipeline.summary import print_summary
from schemas.runs import RunPlan
from transforms import commits, watch
from transforms.read import absolute

# What "DirectRunner" names is one of three runners, depending on the machine; this is always this one.
LOCAL_RUNNER = "FnApiRunner"
# Flink forgets all on a failure, unless it is told to take checkpoints (milliseconds). What a bundle
# gives while one is taken comes behind the watermark, too late for its window, unless bundles end
# before (Beam 2.70).
CHECKPOINTING = "--checkpointing_interval=10000"
WHOLE_BUNDLES = "--finish_bundle_before_checkpointing"


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
        inputs=[],
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


def run_once(plan: RunPlan, settings: Settings, beam_arguments: Sequence[str]) -> None:
    """Run the graph on one plan, to its commit, and clean up what a failure left."""
    lease = commits.hold_lease(plan.output, plan.run_id) if plan.runner == LOCAL_RUNNER else None
    try:
        with beam.Pipeline(options=_beam_options(beam_arguments)) as pipeline:
            plans = pipeline | "Plan" >> beam.Create([plan], reshuffle=False).with_output_types(RunPlan)
            build(plans, settings)
    finally:
        if lease is not None:
            lease.close()
        # What the run held hangs together in rings; the next one should not have to find room beside it.
        gc.collect()


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
    beam_arguments: Sequence[str],
    console: Console,
) -> None:
    """Look for new files every `interval` seconds and run the graph on them, in this process, for ever."""
    state = watch.FIRST_LOOK
    while True:
        state, plan = watch.look(state, template, patterns, time.time(), interval)
        if plan is None:
            time.sleep(max(0.0, state.looked_at + interval - time.time()))
            continue
        run_once(plan, settings, beam_arguments)
        if commits.is_committed(plan.output, plan.run_id):
            print_summary(console, plan.output, plan.run_id)


class _Options(PipelineOptions):
    """Options that keep their views.

    Beam asks for one some two thousand times a run, and reads all of its options anew each time: a third of
    what building and running an empty graph takes. Views share their values, so that one will do.
    """

    def view_as(self, cls: Any) -> Any:
        """Return the one view as `cls`."""
        views = self.__dict__.setdefault("_views", {})
        if cls not in views:
            views[cls] = super().view_as(cls)
        return views[cls]


def _beam_options(arguments: Sequence[str]) -> PipelineOptions:
    options = _Options(["--runner", LOCAL_RUNNER, *arguments])
    # All code is in packages that workers have; the main session would only pickle this module.
    options.view_as(SetupOptions).save_main_session = False
    return options


def absolute_all(patterns: Sequence[str]) -> list[str]:
    """Return patterns from the root, so that a file has one name however it was called."""
    return [absolute(pattern) for pattern in patterns]
