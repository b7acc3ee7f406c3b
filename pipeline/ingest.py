"""The command `dateline ingest`: check, recover, run the graph, tell what was done."""

import argparse
import errno
import os
import re
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Optional

from apache_beam.options.pipeline_options import DirectOptions, PipelineOptions, StandardOptions
from apache_beam.runners.runner import create_runner
from rich.console import Console

from pipeline.kept_workers import let_workers_go
from pipeline.launch import (
    JOB_IS_OVER,
    LOCAL_RUNNER,
    graph_of,
    plan_of,
    run_once,
    run_slices,
    settings_of,
    stream,
    template_of,
    watch_here,
)
from pipeline.options import fail, misuse
from pipeline.progress import Progress
from pipeline.slices import is_large
from pipeline.summary import print_summary
from pipeline.workers import WITH_WORKERS, Workers, WorkersMissing
from schemas.runs import FilePart
from transforms import commits, places, store
from transforms.files import ENDINGS, absolute, find_files, is_page_file, would_find
from transforms.memory import settle_collector
from transforms.model import ModelMissing, load_model, model_version
from transforms.pages import PagesMissing, check_installed
from transforms.write import TooManyDeadLetters

# Runners whose workers share no disk with this machine.
ELSEWHERE = ("DataflowRunner",)
# Failures that are the user's to mend: one line, no traceback.
EXPECTED = (
    TooManyDeadLetters, commits.Overtaken, store.StoreError, places.Unreachable, ModelMissing, PagesMissing,
    WorkersMissing,
)  # fmt: skip
# Errors of the system that end in one line, too.
DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES)


def ingest(options: argparse.Namespace, beam_arguments: Sequence[str]) -> int:
    """Run one ingestion; `options` as pipeline/options.py reads them. Returns the exit code."""
    console = Console(stderr=True, quiet=options.quiet, markup=False, emoji=False)
    if options.latest_date and options.latest_date < options.earliest_date:
        misuse(f"--earliest-date {options.earliest_date} is after --latest-date {options.latest_date}")
    places.use_options(PipelineOptions(list(beam_arguments)))
    _check_inputs(options.inputs, options.streaming, console)
    patterns, settings = [absolute(pattern) for pattern in options.inputs], settings_of(options)
    reports, interval = options.slice_reports, options.watch_interval
    try:
        runner = _runner(beam_arguments)
        model = model_version(options.model)
        apart = _has_workers(runner, beam_arguments)
        if runner == LOCAL_RUNNER and not apart:
            # Before a run holds anything: what is alive then, the collector never visits again.
            load_model(options.model)
        output = _checked_output(options.output, patterns)
        # A cluster's workers have folders of their own in which they are at work.
        output = output if runner == LOCAL_RUNNER else absolute(output)
        template = template_of(options, output, model, runner)
        _check_reach(runner, template.output, options.inputs)
        store.create_tables(template.output)
        for line in commits.recover(template.output):
            console.print(line)
    except EXPECTED as error:
        fail(str(error))
    except OSError as error:
        fail(f"cannot write to {options.output}: {error.strerror or error}")
    settle_collector()
    with Progress(console), Workers() if apart else nullcontext() as workers:
        try:
            graph = graph_of(settings, beam_arguments)
            if options.streaming and runner == LOCAL_RUNNER:
                watch_here(template, settings, patterns, interval, reports, graph, console)
            elif options.streaming:
                stream(template, settings, patterns, interval, beam_arguments)
            elif runner == LOCAL_RUNNER and is_large(patterns, settings, reports):
                run_slices(template, settings, patterns, reports, graph, console)
            else:
                plan = plan_of(template, [FilePart(pattern, "") for pattern in patterns])
                run_once(plan, graph)
                if commits.is_committed(plan.output, plan.run_id):
                    print_summary(console, plan.output, plan.run_id)
                else:
                    console.print(
                        f"handed to {runner}: the run commits by itself at its end", highlight=False
                    )
        except (Exception, KeyboardInterrupt) as error:
            message = _expected_message(error, runner) or (workers.loss() if workers else None)
            if message is None:
                raise
            fail(" ".join([message, *getattr(error, "__notes__", [])]))
        finally:
            let_workers_go()
    return 0


def _runner(beam_arguments: Sequence[str]) -> str:
    """The runner's name; ends the program if Beam knows none of that name."""
    name = PipelineOptions(list(beam_arguments)).view_as(StandardOptions).runner or LOCAL_RUNNER
    try:
        create_runner(name)
    except (ValueError, ImportError) as error:
        misuse(f"--runner {name}: {str(error).splitlines()[0]}")
    return name


def _has_workers(runner: str, beam_arguments: Sequence[str]) -> bool:
    """Whether the local runner is to have worker processes."""
    mode = PipelineOptions(list(beam_arguments)).view_as(DirectOptions).direct_running_mode
    return runner == LOCAL_RUNNER and mode == WITH_WORKERS


def _checked_output(output: str, inputs: Sequence[str]) -> str:
    """The output without a closing slash, made if need be; ends the program if it can't be written."""
    output = output.rstrip("/") or output
    if any(mark in output for mark in "*?[%"):
        fail(f"cannot write to {output}: a path with * ? [ or % is taken for another by the libraries")
    if os.path.isfile(output):
        fail(f"cannot write to {output}: it is a file; give a folder")
    row_file = f"{absolute(output)}/articles/month=2000-01/rows.parquet"
    for place in inputs:
        if would_find(place, row_file):
            fail(f"cannot write to {output}: the tables would lie in {place} and be read as reports")
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
        page = next((path for path in found.reports if is_page_file(path)), None)
        if page is not None:
            try:
                check_installed()
            except PagesMissing as error:
                fail(f"cannot read {page}: {error}")
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


def _expected_message(error: BaseException, runner: str) -> Optional[str]:
    """The message of a failure that the user can mend, wherever the runner buried it; else None.

    The runner in this process keeps the exception's type or its text, depending on the stage; others
    hand back a worker's traceback as text.
    """
    text = str(error)
    if "JobCancellationException" in text:
        return "the job was cancelled; what was committed is kept."
    # Where Ctrl-C meets a stage at work, Beam makes it a failure of that stage.
    if isinstance(error, KeyboardInterrupt) or "KeyboardInterrupt" in text:
        return "stopped; what was committed is kept."
    if not isinstance(error, EXPECTED):
        names = "|".join(kind.__name__ for kind in EXPECTED)
        found = re.search(rf"(?:^|\n)(?:[\w.]+\.)?(?:{names}): (.+?)(?=\n\n|\Z)", text, re.DOTALL)
        if not found:
            return _disk_message(text) or _runner_message(error, runner)
        text = found[1]
    return re.sub(r" \[while running '[^']*'\]", "", text).strip()


def _runner_message(error: BaseException, runner: str) -> Optional[str]:
    """What a runner says that could not be started: its last line. What a job raised is not for one line."""
    text = str(error).strip() or type(error).__name__
    of_a_job = "Traceback" in text or any(state in text for state in JOB_IS_OVER)
    if runner == LOCAL_RUNNER or of_a_job or not isinstance(error, (RuntimeError, ValueError, OSError)):
        return None
    return f"--runner {runner}: {text.splitlines()[-1]} (README, Running it at scale)"


def _disk_message(text: str) -> Optional[str]:
    """What the system says of a disk that takes no more, in Python's words or in deltalake's; or None."""
    for code in DISK_ERRORS:
        if f"[Errno {code}]" in text or f"(os error {code})" in text:
            room = " Make room and run it again." if code in (errno.ENOSPC, errno.EDQUOT) else ""
            return f"the tables could not be written: {os.strerror(code)}.{room}"
    return None
