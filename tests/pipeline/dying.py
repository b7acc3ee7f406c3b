"""Runs that are killed, for real: SIGKILL, at a chosen call of a chosen function of the commit.

    with Mortals() as mortals:
        mortals.run(["ingest", ...])                            # to its end: exit code 0
        mortals.run(["ingest", ...], dies_in="_append", at=2)   # -9

A helper process loads the model once and forks a child a run, so that a run costs a second. It never touches
the tables itself: deltalake's runtime does not survive a fork.
"""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Optional

from tests.conftest import ROOT


class Mortals:
    """The helper process, while its `with` lasts."""

    def __enter__(self) -> "Mortals":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.pipeline.dying"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return self

    def run(
        self,
        arguments: Sequence[str],
        *,
        dies_in: Optional[str] = None,
        at: int = 1,
        fails: bool = False,
        waits_for: Optional[Path] = None,
        waits_in: str = "commit",
    ) -> tuple[int, str]:
        """Run the program to its end or its death: exit code (negative: the signal) and error output.

        `fails`: the call does not kill, it raises what a full disk raises.

        `waits_for`: before its commit the run announces itself by making this file, and waits until it
        is removed; `waits_in`: before the first call of that function of transforms/commits.py.
        """
        self.start(arguments, dies_in=dies_in, at=at, fails=fails, waits_for=waits_for, waits_in=waits_in)
        return self.result()

    def start(self, arguments: Sequence[str], **how: Any) -> None:
        """Begin a run, without waiting for it."""
        how = {name: str(value) if isinstance(value, Path) else value for name, value in how.items()}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"arguments": list(arguments)} | how) + "\n")
        self._process.stdin.flush()

    def result(self) -> tuple[int, str]:
        """Wait for a run that was started: exit code and error output."""
        assert self._process.stdout is not None
        code, errors = json.loads(self._process.stdout.readline())
        return code, errors

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self._process.kill()
        self._process.wait()


def die() -> None:
    """End this process at once, as the kernel would for want of memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def arm(dies_in: str, at: int, end: Callable[[], None]) -> None:
    """Make the `at`-th call of a function of transforms.commits, .store, .places or .compact end in `end`."""
    from transforms import commits, compact, places, store

    calls = 0
    if dies_in.startswith("half "):
        real_create = places.FileSystems.create

        def create(path: str) -> Any:
            nonlocal calls
            # "half a file" is any; "half runs" that of the run's own row.
            name = path.rsplit("/", 1)[-1]
            calls += dies_in == "half a file" or name.startswith(f"{dies_in.removeprefix('half ')}.parquet")
            file = real_create(path)
            if calls == at:
                file.write(b"PAR1 and a bit")
                file.flush()
                end()
            return file

        places.FileSystems.create = create
        return
    module = next(module for module in (commits, store, places, compact) if hasattr(module, dies_in))
    real: Callable[..., Any] = getattr(module, dies_in)

    def deadly(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == at:
            end()
        return real(*arguments)

    setattr(module, dies_in, deadly)


def wait_before(function: str, flag: str) -> None:
    """Make a run announce itself by the file `flag` before a step of its commit, and wait until it is gone."""
    import time

    from transforms import commits

    real: Callable[..., Any] = getattr(commits, function)

    def patient(*arguments: Any) -> Any:
        setattr(commits, function, real)
        Path(flag).touch()
        while Path(flag).exists():
            time.sleep(0.05)
        return real(*arguments)

    setattr(commits, function, patient)


def serve() -> None:
    """Fork a child for each line of standard input, and answer with its exit code and errors."""
    from pipeline.__main__ import main
    from transforms.model import DEFAULT_MODEL, load_model

    load_model(DEFAULT_MODEL)
    for line in sys.stdin:
        order = json.loads(line)
        read_end, write_end = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(write_end, 2)
            os.dup2(write_end, 1)
            if order.get("dies_in"):
                arm(order["dies_in"], order.get("at", 1), fail if order.get("fails") else die)
            if order.get("waits_for"):
                wait_before(order.get("waits_in", "commit"), order["waits_for"])
            code: Any
            try:
                code = main(order["arguments"])
            except SystemExit as end:
                print(end.code, file=sys.stderr)
                code = 1
            except BaseException as error:
                print(f"TRACEBACK {error!r}", file=sys.stderr)
                code = 3
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
        os.close(write_end)
        with os.fdopen(read_end, errors="replace") as pipe:
            errors = pipe.read()
        _, status = os.waitpid(child, 0)
        print(json.dumps([os.waitstatus_to_exitcode(status), errors]), flush=True)


if __name__ == "__main__":
    serve()
