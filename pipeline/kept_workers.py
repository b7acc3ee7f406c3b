"""Workers that stay, with what they made of the graph, from one run of a call to the next.

    keep_workers()         # in this process, from now on
    ...                    # one run after the other
    let_workers_go()       # at the end, and where a run has failed

Beam's local runner opens its services, starts its workers and hands them the stages anew for each run, and
a large input is a run for each of its slices. Of each stage a worker unpickles the DoFns and makes a chain
of steps: a quarter of a second of CPU a slice, of each worker. Here that is done once: a stage goes by what
it is (a digest of its description), not by its number in a run. Only the one that holds the plan is new
each time.

Knows the inside of Beam 2.77.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Optional

from apache_beam.portability import python_urns
from apache_beam.portability.api import beam_fn_api_pb2
from apache_beam.runners.portability.fn_api_runner import fn_runner
from apache_beam.runners.portability.fn_api_runner.execution import BundleContextManager
from apache_beam.runners.portability.fn_api_runner.worker_handlers import WorkerHandlerManager

from pipeline.worker_handler import LentWorker

_describe = BundleContextManager._build_process_bundle_descriptor
_kept: Optional["_Manager"] = None


def keep_workers() -> None:
    """Have Beam's local runner keep its workers, in this process, from now on."""
    fn_runner.WorkerHandlerManager = _manager_of  # type: ignore[attr-defined, assignment]
    BundleContextManager._build_process_bundle_descriptor = _described  # type: ignore[method-assign]


def let_workers_go() -> None:
    """End the part of all workers that are kept; the next run has new ones."""
    global _kept
    if _kept is not None:
        _kept.let_go()
    _kept = None


class _Manager(WorkerHandlerManager):
    """Beam's manager of a run's workers, for many runs."""

    def keeps(self) -> bool:
        """Whether it has worker processes. One in this process soon makes it all again, and it is memory."""
        kinds = {environment.urn for environment in self._environments.values()}
        return python_urns.EMBEDDED_PYTHON not in kinds

    def serves(self, environments: Mapping[str, Any]) -> bool:
        """Whether its workers are of these environments, and all there."""
        handlers = [handler for of_kind in self._cached_handlers.values() for handler in of_kind]
        return self._environments == environments and not any(
            isinstance(handler, LentWorker) and handler.is_over() for handler in handlers
        )

    def close_all(self) -> None:
        """End a run: forget all that is of no other."""
        if self.state_servicer._state or not self.keeps():
            # State, or side inputs: workers may have kept some, which is not of the next run.
            let_workers_go()
        else:
            self._process_bundle_descriptors.clear()

    def let_go(self) -> None:
        """End the part of all its workers."""
        super().close_all()


def _manager_of(environments: Mapping[str, Any], provision_info: Any) -> _Manager:
    """Give the manager that is kept, if it will do for a run of these environments."""
    global _kept
    if _kept is None or not _kept.serves(environments):
        let_workers_go()
        _kept = _Manager(environments, provision_info)
    return _kept


def _described(self: BundleContextManager) -> beam_fn_api_pb2.ProcessBundleDescriptor:
    """Describe a stage to workers; its name there is a digest of the rest.

    Without the collections of all other stages, which Beam adds: they are a third of it, and are kept, too.
    """
    stage = _describe(self)
    own = {
        name
        for step in stage.transforms.values()
        for ends in (step.inputs, step.outputs)
        for name in ends.values()
    }
    for name in set(stage.pcollections) - own:
        del stage.pcollections[name]
    stage.id = ""
    stage.id = hashlib.blake2b(stage.SerializeToString(deterministic=True), digest_size=16).hexdigest()
    return stage
