"""The command `dateline ingest`: check, recover, run the graph, tell what was done."""

import argparse
import errno
import json
import os
import re
import socket
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from typing import Any, Optional

import apache_beam as beam
from apache_beam.io.filesystem import BeamIOError
from apache_beam.options.pipeline_options import PipelineOptions, SetupOptions, StandardOptions
from apache_beam.runners.runner import create_runner
from rich.console import Console

from pipeline.graph import Settings, build
from pipeline.options import fail
from pipeline.progress import Progress
from pipeline.summary import print_summary
from transforms import commits, store
from transforms.ids import content_id
from transforms.model import ModelMissing, model_version
from transforms.read import ENDINGS, absolute, find_files
from transforms.write import RunPlan, TooManyDeadLetters

# What "DirectRunner" names is one of three runners, depending on the machine; this is always this one.
LOCAL_RUNNER = "FnApiRunner"
# Failures that are the user's to mend: one line, no traceback.
EXPECTED = (TooManyDeadLetters, store.StoreError, ModelMissing)
# Errors of the system that end in one line, too.
DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES)


def ingest(options: argparse.Namespace, beam_arguments: Sequence[str]) -> int:
    """Run one ingestion; `options` as pipeline/options.py reads them. Returns the exit code."""
    console = Console(stderr=True, quiet=options.quiet)
    _check_inputs(options.inputs, console)
    try:
        runner = _runner(beam_arguments)
        model = model_version(options.model)
        output = _checked_output(options.output)
        store.create_tables(output)
        for line in commits.recover(output):
            console.print(line)
        plan = _plan(options, output, model, runner)
        while commits.tables_behind(output):
            # Another run has committed just now: what it adds is part of what this one knows.
            commits.finish_committed(output)
            plan = _plan(options, output, model, runner)
        lease = commits.hold_lease(output, plan.run_id)
    except EXPECTED as error:
        fail(str(error))
    except OSError as error:
        fail(f"cannot write to {options.output}: {error.strerror or error}")
    with Progress(console):
        try:
            _run(options, plan, beam_arguments)
        except Exception as error:
            message = _expected_message(error)
            committed = _clean_up(output, plan.run_id)
            if message is None:
                raise
            fail(
                f"{message} The run is committed: the next one, or `dateline doctor --fix`, completes it."
                if committed
                else message
            )
        finally:
            if lease is not None:
                lease.close()
    print_summary(console, output, plan.run_id)
    return 0


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


def _run(options: argparse.Namespace, plan: RunPlan, beam_arguments: Sequence[str]) -> None:
    beam_options = PipelineOptions(["--runner", LOCAL_RUNNER, *beam_arguments])
    # All code is in packages that workers have; the main session would only pickle this module.
    beam_options.view_as(SetupOptions).save_main_session = False
    started = datetime.fromtimestamp(plan.started_at / 1e6, UTC).date()
    settings = Settings(
        model=options.model,
        window_days=options.window_days,
        max_record_bytes=options.max_record_mb << 20,
        earliest=options.earliest_date,
        latest=options.latest_date or started + timedelta(days=1),
        shards=options.shards,
    )
    with beam.Pipeline(options=beam_options) as pipeline:
        build(pipeline, [absolute(pattern) for pattern in options.inputs], settings, plan)


def _plan(options: argparse.Namespace, output: str, model: str, runner: str) -> RunPlan:
    """What is known of the run before it begins.

    The run's id is made of when and where it began: the same input may be ingested twice, and two runs
    that race must not write the same files.
    """
    last = store.last_run(output)
    number = last["version"] + 1 if last else 1
    started = int(time.time() * 1_000_000)
    kept = {
        name: value for name, value in sorted(vars(options).items()) if name not in ("command", "version")
    }
    return RunPlan(
        output=output,
        run_id=content_id("run", number, started, socket.gethostname(), os.getpid()),
        version=number,
        started_at=started,
        runner=runner,
        code_version=version("dateline"),
        model=model,
        options=json.dumps(kept, default=_plain),
        max_dead_letters=options.max_dead_letters,
    )


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


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
    if "://" in output:
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


def _check_inputs(inputs: Sequence[str], console: Console) -> None:
    """End the program, before any work, if an input names nothing that can be read.

    A file that is named must be readable; one found in a folder that is not becomes a dead letter.
    """
    for pattern in inputs:
        try:
            found = find_files(pattern)
        except (BeamIOError, ValueError) as error:
            fail(f"cannot read {pattern}: {error}")
        if not found.reports:
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
