"""The command `dateline ingest`: check, recover, run the graph, tell what was done."""

import argparse
import errno
import heapq
import os
import re
import time
from collections.abc import Iterator, Sequence
from typing import Optional

from apache_beam.options.pipeline_options import PipelineOptions, StandardOptions
from apache_beam.runners.runner import create_runner
from rich.console import Console

from pipeline.graph import REFUSALS_NAMED, Settings
from pipeline.launch import (
    LOCAL_RUNNER,
    absolute_all,
    run_once,
    settings_of,
    stream,
    template_of,
    watch_here,
)
from pipeline.options import fail
from pipeline.progress import Progress
from pipeline.slices import cut, is_large, scan
from pipeline.summary import print_summary
from schemas.runs import RunPlan
from transforms import commits, places, store
from transforms.model import ModelMissing, model_version
from transforms.read import ENDINGS, find_files
from transforms.watch import plan_run
from transforms.write import TooManyDeadLetters, refuse_if_too_many_dead

# Runners whose workers share no disk with this machine.
ELSEWHERE = ("DataflowRunner",)
# Failures that are the user's to mend: one line, no traceback.
EXPECTED = (TooManyDeadLetters, commits.Overtaken, store.StoreError, ModelMissing)
# Errors of the system that end in one line, too.
DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES)


def ingest(options: argparse.Namespace, beam_arguments: Sequence[str]) -> int:
    """Run one ingestion; `options` as pipeline/options.py reads them. Returns the exit code."""
    console = Console(stderr=True, quiet=options.quiet)
    places.use_options(PipelineOptions(list(beam_arguments)))
    _check_inputs(options.inputs, options.streaming, console)
    patterns, settings = absolute_all(options.inputs), settings_of(options)
    plan: Optional[RunPlan] = None
    try:
        runner = _runner(beam_arguments)
        model = model_version(options.model)
        template = template_of(options, _checked_output(options.output), model, runner)
        _check_reach(runner, template.output, options.inputs)
        store.create_tables(template.output)
        for line in commits.recover(template.output):
            console.print(line)
        sliced = (
            not options.streaming
            and runner == LOCAL_RUNNER
            and is_large(patterns, settings, options.slice_reports)
        )
        if not options.streaming and not sliced:
            plan = _plan(template, patterns)
    except EXPECTED as error:
        fail(str(error))
    except OSError as error:
        fail(f"cannot write to {options.output}: {error.strerror or error}")
    with Progress(console):
        try:
            if sliced:
                for plan in _slices(template, settings, patterns, options.slice_reports, console):
                    run_once(plan, settings, beam_arguments)
                    print_summary(console, plan.output, plan.run_id)
                    plan = None
            elif plan is not None:
                run_once(plan, settings, beam_arguments)
                if commits.is_committed(plan.output, plan.run_id):
                    print_summary(console, plan.output, plan.run_id)
                else:
                    console.print(
                        f"handed to {runner}: the run commits by itself at its end", highlight=False
                    )
            elif runner == LOCAL_RUNNER:
                watch_here(template, settings, patterns, options.watch_interval, beam_arguments, console)
            else:
                stream(template, settings, patterns, options.watch_interval, beam_arguments)
        except (Exception, KeyboardInterrupt) as error:
            _fail_as_expected(error, plan)
            raise
    return 0


def _slices(
    template: RunPlan, settings: Settings, patterns: Sequence[str], reports: int, console: Console
) -> Iterator[RunPlan]:
    """The plan of one slice after the other of a large input; each is made when the last is committed.

    Too many dead letters in all the input end the program before the first.
    """
    scanned = scan(patterns, settings, template.output, reports)
    refuse_if_too_many_dead(
        len(scanned.refusals),
        len(scanned.records),
        template.max_dead_letters,
        heapq.nsmallest(REFUSALS_NAMED, scanned.refusals),
    )
    slices = cut(scanned.records)
    for number, piece in enumerate(slices, 1):
        days = f"{piece.first} to {piece.last}" if piece.first else "no day"
        console.print(f"slice {number} of {len(slices)}: {piece.records:,} reports, {days}", highlight=False)
        yield _plan(template, patterns)._replace(parts=piece.parts, max_dead_letters=1.0)


def _plan(template: RunPlan, patterns: Sequence[str]) -> RunPlan:
    """The plan of the one run of a batch."""
    plan = plan_run(template, patterns, int(time.time() * 1_000_000))
    while commits.tables_behind(template.output):
        # Another run has committed just now: what it adds is part of what this one knows.
        commits.finish_committed(template.output)
        plan = plan_run(template, patterns, int(time.time() * 1_000_000))
    return plan


def _fail_as_expected(error: BaseException, plan: Optional[RunPlan]) -> None:
    """Remove what a failed run has staged; end the program if the failure is the user's to mend."""
    if plan is None and "JobCancellationException" in str(error):
        fail("the job was cancelled; what was committed is kept")
    message = _expected_message(error)
    committed = plan is not None and _clean_up(plan.output, plan.run_id)
    if message is not None:
        fail(
            f"{message} The run is committed: the next one, or `dateline doctor --fix`, completes it."
            if committed
            else message
        )


def _clean_up(output: str, run_id: str) -> bool:
    """Remove what a failed run has staged, unless it is committed; tell whether it is.

    Where not even that can be told, nothing is removed: the next run will know.
    """
    try:
        committed = commits.is_committed(output, run_id)
        if not committed:
            commits.discard(output, run_id)
    except OSError:
        return False
    return committed


def _runner(beam_arguments: Sequence[str]) -> str:
    """The runner's name; ends the program if Beam knows none of that name."""
    name = PipelineOptions(list(beam_arguments)).view_as(StandardOptions).runner or LOCAL_RUNNER
    try:
        create_runner(name)
    except (ValueError, ImportError) as error:
        fail(f"--runner {name}: {str(error).splitlines()[0]}")
    return name


def _checked_output(output: str) -> str:
    """The output without a closing slash, made if need be; ends the program if it can't be written."""
    output = output.rstrip("/") or output
    if any(mark in output for mark in "*?["):
        fail(f"cannot write to {output}: a path with * ? or [ is taken for a pattern by Beam")
    if places.is_remote(output):
        places.check_writable(output)
        return output
    probe = os.path.join(output, f".probe-{os.getpid()}")
    try:
        os.makedirs(output, exist_ok=True)
        with open(probe, "wb"):
            pass
        os.remove(probe)
    except OSError as error:
        fail(f"cannot write to {output}: {error.strerror}")
    return output


def _check_reach(runner: str, output: str, inputs: Sequence[str]) -> None:
    """End the program if a runner on other people's machines is given places on this one's disks."""
    for place in (output, *inputs):
        if runner in ELSEWHERE and not places.is_remote(place):
            fail(f"{place}: {runner} runs on other machines, which do not see this disk; give gs:// or s3://")


def _check_inputs(inputs: Sequence[str], streaming: bool, console: Console) -> None:
    """End the program, before any work, if an input names nothing that can be read, or ever will.

    A file that is named must be readable; one found in a folder that is not becomes a dead letter.
    """
    for pattern in inputs:
        try:
            places.check_known(pattern)
            found = find_files(pattern)
        except (OSError, ValueError) as error:
            fail(f"cannot read {pattern}: {places.told(error)}")
        if not found.reports and not (streaming and (os.path.isdir(pattern) or not os.path.exists(pattern))):
            fail(f"cannot read {pattern}: {_why_nothing(pattern)}")
        if os.path.isfile(pattern) and not os.access(pattern, os.R_OK):
            fail(f"cannot read {pattern}: no permission")
        if found.others:
            names = ", ".join(path.rsplit("/", 1)[-1] for path in found.others[:3])
            more = ", ..." if len(found.others) > 3 else ""
            files = "file that is" if len(found.others) == 1 else "files that are"
            console.print(
                f"passed over {len(found.others)} {files} no reports: {names}{more}", highlight=False
            )


def _why_nothing(pattern: str) -> str:
    """Why no report file goes by a pattern."""
    kinds = ", ".join(ENDINGS)
    if os.path.isfile(pattern):
        return f"not a report file by its ending ({kinds})"
    if os.path.isdir(pattern):
        return f"no report files in it ({kinds})"
    if any(mark in pattern for mark in "*?["):
        return "the pattern matches no report file"
    return "no such file or folder"


def _expected_message(error: BaseException) -> Optional[str]:
    """The message of a failure that the user can mend, wherever the runner buried it; else None.

    The runner in this process keeps the exception's type or its text, depending on the stage; others
    hand back a worker's traceback as text.
    """
    text = str(error)
    # Where Ctrl-C meets a stage at work, Beam makes it a failure of that stage.
    if isinstance(error, KeyboardInterrupt) or "KeyboardInterrupt" in text:
        return "stopped; what was committed is kept."
    if not isinstance(error, EXPECTED):
        names = "|".join(kind.__name__ for kind in EXPECTED)
        found = re.search(rf"(?:^|\n)(?:[\w.]+\.)?(?:{names}): (.+?)(?=\n\n|\Z)", text, re.DOTALL)
        if not found:
            return _disk_message(text)
        text = found[1]
    return re.sub(r" \[while running '[^']*'\]", "", text).strip()


def _disk_message(text: str) -> Optional[str]:
    """What the system says of a disk that takes no more, in Python's words or in deltalake's; or None."""
    for code in DISK_ERRORS:
        if f"[Errno {code}]" in text or f"(os error {code})" in text:
            room = " Make room and run it again." if code in (errno.ENOSPC, errno.EDQUOT) else ""
            return f"the tables could not be written: {os.strerror(code)}.{room}"
    return None
