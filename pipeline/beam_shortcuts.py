"""What Beam works out anew time and again while it builds and runs a graph, kept.

    options = KeptOptions(arguments)
    take_shortcuts()

All give what Beam 2.77 itself would give. The graph is run once for each slice of a large input, by each
worker (tests/benchmarks/README.md).
"""

import base64
import bz2
import functools
import threading
import types
from collections.abc import Callable
from typing import Any

from apache_beam.internal import cloudpickle_pickler
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.worker import statesampler
from apache_beam.runners.worker.statesampler import StateSampler
from apache_beam.transforms import core, userstate

# Pickled DoFns that are kept, packed and unpacked: twice as many as the graph has. Larger ones are plans,
# which do not come again.
KEPT = 200
KEPT_BYTES = 1 << 13

Arguments = tuple[list[str], list[Any]]


class KeptOptions(PipelineOptions):
    """Options that keep their views.

    Beam asks for one some two thousand times a run, and reads all of its options anew each time. Views share
    their values, so that one will do.
    """

    def view_as(self, cls: Any) -> Any:
        """Return the one view as `cls`."""
        views = self.__dict__.setdefault("_views", {})
        if cls not in views:
            views[cls] = super().view_as(cls)
        return views[cls]


def take_shortcuts() -> None:
    """Have Beam keep what it knows, and wait less, in this process, from now on.

    - Which state and timers a DoFn names is read once a class: Beam reads the signatures of all of its
      methods, for each DoFn of the graph, a dozen times. So are the arguments of each method.
    - A DoFn that comes again is not packed or unpacked again.
    - A bundle ends when it is done. It waits for a thread of its own that looks which step it is at, and that
      sleeps between two looks for ever longer, a fifth longer each time, up to 200 ms: a bundle of a second
      waits for 100 on average, doing nothing. Here nobody looks; the times of steps stay 0.
    """
    userstate.get_dofn_specs = _kept_specs
    core.get_function_args_defaults = _kept_arguments  # type: ignore[assignment]
    cloudpickle_pickler.loads = _loads
    cloudpickle_pickler.dumps = _dumps  # type: ignore[assignment]
    StateSampler.start = _start_unwatched  # type: ignore[method-assign]
    StateSampler.stop = _stop_unwatched  # type: ignore[method-assign]


def _start_unwatched(self: StateSampler) -> None:
    self.tracked_thread = threading.current_thread()
    statesampler.set_current_tracker(self)
    self.started = True


def _stop_unwatched(self: StateSampler) -> None:
    statesampler.set_current_tracker(None)
    self.finished = True


_read_specs = userstate.get_dofn_specs
_specs: dict[type, tuple[set[Any], set[Any]]] = {}


def _kept_specs(dofn: Any) -> tuple[set[Any], set[Any]]:
    if any(isinstance(value, types.MethodType) for value in vars(dofn).values()):
        return _read_specs(dofn)  # beam.Map of a bound method: its own, not of the class
    if type(dofn) not in _specs:
        _specs[type(dofn)] = _read_specs(dofn)
    states, timers = _specs[type(dofn)]
    return set(states), set(timers)


_read: Callable[..., Arguments] = core.get_function_args_defaults
_arguments: dict[types.FunctionType, Arguments] = {}


def _kept_arguments(function: Callable[..., Any]) -> Arguments:
    of_class = function.__func__ if isinstance(function, types.MethodType) else None
    if not isinstance(of_class, types.FunctionType):
        return _read(function)  # not one of those that come again
    if of_class not in _arguments:
        _arguments[of_class] = _read(function)
    names, defaults = _arguments[of_class]
    return list(names), list(defaults)


_loads_unkept: Callable[..., Any] = cloudpickle_pickler.loads
_dumps_unkept: Callable[..., bytes] = cloudpickle_pickler.dumps


def _loads(encoded: bytes, enable_trace: bool = True, use_zlib: bool = False) -> Any:
    if use_zlib or len(encoded) > KEPT_BYTES:
        return _loads_unkept(encoded, enable_trace, use_zlib)
    return cloudpickle_pickler._loads(_unpacked(encoded))


@functools.lru_cache(KEPT)
def _unpacked(encoded: bytes) -> bytes:
    return bz2.decompress(base64.b64decode(encoded))


def _dumps(value: Any, enable_trace: bool = True, use_zlib: bool = False, **named: Any) -> bytes:
    if use_zlib:
        return _dumps_unkept(value, enable_trace, use_zlib, **named)
    pickled = cloudpickle_pickler._dumps(value, **named)
    return _packed(pickled) if len(pickled) <= KEPT_BYTES else _packed.__wrapped__(pickled)


@functools.lru_cache(KEPT)
def _packed(pickled: bytes) -> bytes:
    return base64.b64encode(bz2.compress(pickled, compresslevel=9))
