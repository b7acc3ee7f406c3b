"""What Beam works out anew time and again while it builds and runs a graph, kept.

    options = KeptOptions(arguments)
    keep_specs()
    sample_often()

All give what Beam itself would give. The graph is built and run once for each slice of a large input, and
takes a third of the time with the first two (tests/benchmarks/README.md).
"""

import types
from typing import Any

from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.worker.statesampler import StateSampler
from apache_beam.transforms import userstate

# Milliseconds between two looks at which step a bundle is at.
SAMPLING_PERIOD = 5


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


_read_specs = userstate.get_dofn_specs
_specs: dict[type, tuple[set[Any], set[Any]]] = {}


def keep_specs() -> None:
    """Read the signatures of a DoFn's methods, for the state and timers that they name, once a class.

    Beam reads them for each DoFn of the graph, a dozen times.
    """
    userstate.get_dofn_specs = _kept_specs


def _kept_specs(dofn: Any) -> tuple[set[Any], set[Any]]:
    if any(isinstance(value, types.MethodType) for value in vars(dofn).values()):
        return _read_specs(dofn)  # beam.Map of a bound method: its own, not of the class
    if type(dofn) not in _specs:
        _specs[type(dofn)] = _read_specs(dofn)
    states, timers = _specs[type(dofn)]
    return set(states), set(timers)


def sample_often() -> None:
    """Have bundles end when they are done, in this process.

    A bundle ends with the thread that looks which step it is at, and that sleeps between two looks for ever
    longer, a fifth longer each time, up to 200 ms: a bundle of a second waits for 100 ms on average, doing
    nothing. Of what it counts, only the precision changes.
    """
    StateSampler.__init__.__defaults__ = (SAMPLING_PERIOD,)  # type: ignore[misc]
