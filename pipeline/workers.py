"""Workers on this machine that start once, with the model in them, and stay for all slices of a call.

    warm_up(model)           # at once: imports and model, in a process of their own
    with Workers():          # forks of it, as many as Beam asks for
        run_slices(...)      # with --direct_running_mode=multi_processing

Beam starts new processes for each run of its local runner. Each imports what it needs (four seconds of CPU),
loads the model (two), and learns the words of the reports anew; a slice is a run. These are handed to one run
after the other. They share the model's memory, for they are forked where it is loaded.
"""

import gc
import logging
import multiprocessing
import os
import signal
import threading
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple, Optional

# The mode of Beam's local runner in which it has worker processes: --direct_running_mode.
WITH_WORKERS = "multi_processing"
# How the process that is forked learns which model to load: its imports are named, and take no arguments.
MODEL_VARIABLE = "DATELINE_WORKERS_MODEL"
# Seconds that a worker has to end its part in a run, and itself after the last.
PATIENCE = 10.0
# Seconds for the end of a worker to be noticed.
PATIENCE_FOR_NEWS = 1.0


def warm_up(model: str) -> None:
    """Start the process from which workers are forked; returns at once, while that loads `model`."""
    os.environ[MODEL_VARIABLE] = model
    forkserver.set_forkserver_preload(["pipeline.worker_imports"])
    forkserver.ensure_running()


class WorkersMissing(RuntimeError):
    """The process from which workers are forked is not there."""


class Worker(NamedTuple):
    """A process, and the line on which it is told of runs."""

    process: Any
    connection: Connection


class Workers:
    """Workers that Beam's local runner takes where it would start processes, and gives back after the run."""

    def __init__(self) -> None:
        self._all: list[Worker] = []
        self._idle: list[Worker] = []

    def lend(self) -> Worker:
        """Give a worker that has nothing to do; waits for what `warm_up` began, the first time.

        One that ended while it was idle took no work with it, and is passed over. Raises WorkersMissing.
        """
        while self._idle:
            worker = self._idle.pop(0)
            if worker.process.is_alive():
                return worker
            self._all.remove(worker)
        self._all.append(_forked())
        return self._all[-1]

    def take_back(self, worker: Worker) -> None:
        """Take a worker whose run is over."""
        self._idle.append(worker)

    def loss(self) -> Optional[str]:
        """Tell how a worker ended before its time, in one line; None if none did.

        Asked when a run has failed: what that says, a closed channel say, may be known before the end itself.
        """
        ended = wait([worker.process.sentinel for worker in self._all], PATIENCE_FOR_NEWS)
        codes = [worker.process.exitcode for worker in self._all if worker.process.sentinel in ended]
        return _told(codes[0]) if codes else None

    def __enter__(self) -> "Workers":
        from pipeline.worker_handler import LentWorker

        _register(lambda _, *services: LentWorker(self, *services))
        threading.excepthook = _tell_but_of_lines
        return self

    def __exit__(self, kind: Optional[type[BaseException]], *_: object) -> None:
        from apache_beam.runners.portability.fn_api_runner.worker_handlers import SubprocessSdkWorkerHandler

        threading.excepthook = threading.__excepthook__
        _register(SubprocessSdkWorkerHandler)
        for worker in self._all:
            worker.connection.close()
            worker.process.join(0.0 if kind else PATIENCE)
            worker.process.kill()


def _tell_but_of_lines(failure: threading.ExceptHookArgs) -> None:
    """Print how a thread failed, unless it listened to a worker that has ended: of that, the run tells."""
    from grpc import RpcError

    if not isinstance(failure.exc_value, RpcError):
        threading.__excepthook__(failure)


def _told(code: int) -> str:
    if code == -signal.SIGKILL:
        return "a worker process was killed; is there memory enough for so many?"
    return f"a worker process ended ({f'signal {-code}' if code < 0 else f'exit code {code}'})"


def _forked() -> Worker:
    context = multiprocessing.get_context("forkserver")
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(there,), daemon=True)
    try:
        process.start()
    except (EOFError, OSError) as error:
        raise WorkersMissing("no worker process could be started; without workers it may work") from error
    there.close()
    return Worker(process, here)


def _register(constructor: Any) -> None:
    """Name what makes the runner's side of a worker for --direct_running_mode=multi_processing."""
    from apache_beam.portability import python_urns
    from apache_beam.runners.portability.fn_api_runner.worker_handlers import WorkerHandler

    WorkerHandler.register_environment(python_urns.SUBPROCESS_SDK, bytes)(constructor)


def serve(connection: Connection) -> None:
    """Be a worker: of one run after the other, as the launcher sends them, until it is gone."""
    # Ctrl-C is for the launcher, which ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            environment = connection.recv()
        except EOFError:
            return
        _serve_run(environment)
        connection.send(None)
        # A run's stages hang together in rings; the next should not have to find room beside them. The
        # launcher has its own to do meanwhile.
        gc.collect()


def _serve_run(environment: dict[str, str]) -> None:
    from apache_beam.runners.worker import sdk_worker_main

    log_handler, harness, _ = sdk_worker_main.create_harness(environment)
    try:
        harness.run()
    finally:
        if log_handler is not None:
            logging.getLogger().removeHandler(log_handler)
            log_handler.close()
