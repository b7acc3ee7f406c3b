"""What Beam's local runner holds of a worker that is lent to it (pipeline/workers.py)."""

import threading
import time
from multiprocessing.connection import wait
from typing import Any

from apache_beam.portability.api import beam_fn_api_pb2
from apache_beam.runners.portability.fn_api_runner.worker_handlers import (
    BeamFnControlServicer,
    ControlFuture,
    GrpcWorkerHandler,
)
from google.protobuf import json_format, text_format

from pipeline.workers import PATIENCE, Workers

# For the log: the launcher asks the workers how it came (Workers.loss).
LOST = "a worker process has ended"


class LentWorker(GrpcWorkerHandler):
    """A worker for one run, or more. `services` are what Beam gives the handlers of all environments."""

    def __init__(self, workers: Workers, *services: Any):
        super().__init__(*services)
        self._workers = workers
        self._over = threading.Event()

    def start_worker(self) -> None:
        """Tell a worker where the run's services are, by the variables that Beam's own workers find set."""
        try:
            self._worker = self._workers.lend()
            self._worker.connection.send(
                {
                    "CONTROL_API_SERVICE_DESCRIPTOR": _text(self.control_api_service_descriptor()),
                    "LOGGING_API_SERVICE_DESCRIPTOR": _text(self.logging_api_service_descriptor()),
                    "PIPELINE_OPTIONS": json_format.MessageToJson(
                        self.provision_info.provision_info.pipeline_options
                    ),
                    "WORKER_ID": self.worker_id,
                }
            )
        except BaseException:
            # Beam closes this handler all the same, and would wait.
            self._over.set()
            raise
        threading.Thread(target=self._attend, daemon=True).start()

    def is_over(self) -> bool:
        """Whether the worker's part is over, as that of one that ended by itself."""
        return self._over.is_set()

    def close(self) -> None:
        """End the worker's part in this run; one that has not yet asked for work would hear of no end."""
        asked = self.control_conn._state != BeamFnControlServicer.UNSTARTED_STATE
        if not asked and not self._over.is_set():
            self._worker.process.kill()
        super().close()

    def stop_worker(self) -> None:
        """Wait until the worker has nothing more to do with this run; one that takes too long is ended."""
        if not self._over.wait(PATIENCE):
            self._worker.process.kill()
            self._over.wait()

    def _attend(self) -> None:
        process, connection = self._worker
        try:
            wait([connection, process.sentinel])
            try:
                connection.recv()
            except (EOFError, OSError):
                process.join()
                self._give_up()
            else:
                self._workers.take_back(self._worker)
        finally:
            self._over.set()

    def _give_up(self) -> None:
        """Fail all that waits for the worker, and whatever is asked of it from now on: Beam would wait."""
        connection: Any = self.control_conn
        push = connection.push

        def refuse(request: Any) -> Any:
            if request is BeamFnControlServicer._DONE_MARKER:
                return push(request)
            answer = beam_fn_api_pb2.InstructionResponse(instruction_id=request.instruction_id, error=LOST)
            return ControlFuture(request.instruction_id, answer)

        connection.push = refuse
        for pause in (0.0, 0.5):  # the second time for what was being asked meanwhile
            time.sleep(pause)
            for name, future in list(connection._futures_by_id.items()):
                future.set(beam_fn_api_pb2.InstructionResponse(instruction_id=name, error=LOST))


def _text(descriptor: Any) -> str:
    return str(text_format.MessageToString(descriptor))
