"""The command `dateline ingest`: check, recover, run the graph, tell what was done."""

import argparse
import contextlib
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
from apache_beam.io.filesystems import FileSystems
from apache_beam.options.pipeline_options import PipelineOptions, SetupOptions, StandardOptions
from rich.console import Console

from pipeline.graph import Settings, build
from pipeline.options import fail
from pipeline.progress import Progress
from pipeline.summary import print_summary
from transforms import store
from transforms.ids import content_id
from transforms.model import ModelMissing, model_version
from transforms.read import ENDINGS, find_files
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
    output = _checked_output(options.output)
    _check_inputs(options.inputs)
    try:
        model = model_version(options.model)
        store.create_tables(output)
        for line in store.recover(output):
            console.print(line)
        plan = _plan(options, output, model, _runner(beam_arguments))
        lease = store.hold_lease(output, plan.run_id)
    except EXPECTED as error:
        fail(str(error))
    except OSError as error:
        fail(f"cannot write to {output}: {error.strerror or error}")
    with Progress(console):
        try:
            _run(options, plan, beam_arguments)
        except Exception as error:
            with contextlib.suppress(OSError):
                store.discard(output, plan.run_id)
            message = _expected_message(error)
            if message is None:
                raise
            fail(message)
        finally:
            if lease is not None:
                lease.close()
    print_summary(console, output, plan.run_id)
    return 0


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
        build(pipeline, options.inputs, settings, plan)


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
    return PipelineOptions(list(beam_arguments)).view_as(StandardOptions).runner or LOCAL_RUNNER


def _checked_output(output: str) -> str:
    """The output without a closing slash, made if need be; ends the program if it can't be written."""
    output = output.rstrip("/") or output
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


def _check_inputs(inputs: Sequence[str]) -> None:
    """End the program, before any work, if an input names nothing that can be read."""
    for pattern in inputs:
        try:
            files = find_files(pattern)
        except BeamIOError as error:
            fail(f"cannot read {pattern}: {error}")
        if not files:
            there = os.path.exists(pattern) or FileSystems.match([pattern])[0].metadata_list
            what = f"no report files in it ({', '.join(ENDINGS)})" if there else "no such file or folder"
            fail(f"cannot read {pattern}: {what}")
        if "://" not in pattern:
            for file in files:
                if not os.access(file, os.R_OK):
                    fail(f"cannot read {file}: no permission")


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
            return f"the tables could not be written: {os.strerror(code)}. Make room and run it again."
    return None
