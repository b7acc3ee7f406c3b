"""What Beam works out anew time and again while it builds and runs a graph, kept; and work dealt by its size.

    options = KeptOptions(arguments)
    keep_specs()
    deal_by_size()

All give what Beam itself would give. The graph is built and run once for each slice of a large input, and
takes a third of the time with the first two; the third is for worker processes (tests/benchmarks/README.md).
"""

import types
from typing import Any

from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.portability.fn_api_runner.execution import GroupingBuffer
from apache_beam.transforms import userstate


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


_partition = GroupingBuffer.partition


def deal_by_size() -> None:
    """Deal grouped elements to worker processes so that each gets about as many bytes.

    Beam's local runner deals them in turn, whatever they hold, and waits at the end of each stage for the
    worker that got the long reports.
    """
    GroupingBuffer.partition = _dealt  # type: ignore[method-assign]


def _dealt(self: GroupingBuffer, n: int) -> list[list[bytes]]:
    if n == 1 or self._grouped_output or not self._table:
        return _partition(self, n)
    # One part for each key: its bytes by themselves.
    each = [data for part in _partition(self, len(self._table)) for data in part]
    sizes, numbers = [0] * n, [list[int]() for _ in range(n)]
    for number in sorted(range(len(each)), key=lambda number: -len(each[number])):
        lightest = sizes.index(min(sizes))
        sizes[lightest] += len(each[number])
        numbers[lightest].append(number)
    self._grouped_output = [[each[number] for number in sorted(part)] for part in numbers]
    return self._grouped_output
