"""Work dealt to the worker processes of Beam's local runner by its size, and as they come to have none.

    deal_evenly()

Beam deals grouped elements in turn, as many parts as there are workers, whatever they hold, and waits at the
end of each stage for the worker that got the long reports. Here a stage's input is cut into parts by bytes,
more of them than workers, and each worker takes the next when it is done with one: bytes tell little of the
time that a report takes. The next part waits at the worker while that is at work on one. What is dealt, and
what comes of it, is what Beam itself would have, but for Beam's own counts.
"""

import copy
import itertools
import threading
import weakref
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any

from apache_beam.metrics import monitoring_infos
from apache_beam.portability.api import beam_fn_api_pb2
from apache_beam.runners.portability.fn_api_runner import fn_runner
from apache_beam.runners.portability.fn_api_runner.execution import GroupingBuffer
from apache_beam.runners.worker.sdk_worker import BundleProcessorCache, SdkWorker
from apache_beam.utils import thread_pool_executor
from apache_beam.utils.windowed_value import WindowedValue

# The next part is this share of what is left, divided by the workers: the first ones are large, for each
# costs some milliseconds to hand out and to begin, and the last ones small, for then one worker waits for
# another (guided self-scheduling: Polychronopoulos and Kuck, 1987).
SHARE = 0.5
# Not worth cutting further: some three thousand words of text, a quarter of a second of parsing.
PART_BYTES = 1 << 14

Done = tuple[beam_fn_api_pb2.InstructionResponse, list[Any]]
Part = Iterable[bytes]
_partition: Callable[[Any, int], Sequence[Part]] = GroupingBuffer.partition
_process: Callable[..., beam_fn_api_pb2.InstructionResponse] = SdkWorker.process_bundle


def deal_evenly() -> None:
    """Have Beam's local runner deal work as the module says, in this process, from now on."""
    GroupingBuffer.partition = parts_of  # type: ignore[method-assign, assignment]
    fn_runner.ParallelBundleManager.process_bundle = _process_bundle  # type: ignore[method-assign]
    work_in_turn()


def work_in_turn() -> None:
    """Have each of Beam's workers in this process do one bundle after the other, from now on.

    Beam would do all that it has been handed at once, each with DoFns and a thread of its own.
    """
    SdkWorker.process_bundle = _process_in_turn  # type: ignore[method-assign]


def _process_in_turn(self: SdkWorker, request: Any, instruction_id: str) -> Any:
    with _turns.setdefault(self.bundle_processor_cache, threading.Lock()):
        return _process(self, request, instruction_id)


# A lock a worker: what it has of its own is this cache.
_turns: MutableMapping[BundleProcessorCache, threading.Lock] = weakref.WeakKeyDictionary()


def parts_of(self: GroupingBuffer, n: int) -> Sequence[Part]:
    """Give the parts of a grouped input for `n` workers: at least `n`, the largest first.

    Each is encoded when it is read, by the thread that hands it out, while the workers are at work.
    """
    if n == 1 or self._grouped_output or not self._table:
        return _partition(self, n)
    each = sorted(((_size(values), key) for key, values in self._table.items()), reverse=True)
    parts: list[Any] = [_of_keys(self, keys) if keys else [] for keys in _cut(each, n)]
    self._table.clear()
    self._grouped_output = parts
    return parts


def _of_keys(whole: GroupingBuffer, keys: Iterable[bytes]) -> GroupingBuffer:
    part = copy.copy(whole)
    part._table = defaultdict(list, {key: whole._table[key] for key in keys})
    return part


def _size(value: Any) -> int:
    """About how many bytes a value is when it is encoded: what the runner does not know it keeps as bytes."""
    if isinstance(value, (bytes, str)):
        return len(value)
    if isinstance(value, (list, tuple)):
        return sum(map(_size, value))
    return _size(value.value) if isinstance(value, WindowedValue) else 1


def _cut(each: Iterable[tuple[int, bytes]], n: int) -> list[list[bytes]]:
    """Return the keys of each part, given those of all with their sizes, the largest first."""
    left = sum(size for size, _ in each)
    least = min(PART_BYTES, left / n)
    parts: list[list[bytes]] = []
    room = 0.0
    for size, key in each:
        if room <= 0:
            parts.append([])
            room = max(left * SHARE / n, least)
        parts[-1].append(key)
        room -= size
        left -= size
    return parts + [[] for _ in range(n - len(parts))]


def _process_bundle(
    self: Any,
    inputs: Mapping[str, Any],
    expected_outputs: Any,
    fired_timers: Mapping[Any, Any],
    expected_output_timers: Any,
    dry_run: bool = False,
) -> Done:
    """Do a stage's work with all workers: in place of ParallelBundleManager.process_bundle."""
    dealt = {name: each.partition(self._num_workers) for name, each in inputs.items()}
    rows = enumerate(itertools.zip_longest(*dealt.values(), fillvalue=[]))
    # Beam fires timers on one worker only, too.
    parts = deque(
        (dict(zip(dealt, row, strict=True)), {} if number else fired_timers) for number, row in rows
    )
    workers = [_manager(self, handler) for handler in self.bundle_context_manager.worker_handlers]
    # Two hands a worker: while it is at work for the one, the other gives it the next part. As many parts as
    # there are workers are left for those that have nothing to do.
    hands: list[Hand] = [([parts.popleft()], 0, worker) for worker in workers if parts]
    if len(parts) > len(workers):
        hands += [([], len(workers), copy.copy(worker)) for worker in workers]
    taking = threading.Lock()

    def process(hand: Hand) -> list[Done]:
        first, left, worker = hand
        try:
            if not first:
                worker.busy.wait()
            return [
                worker.process_bundle(part, expected_outputs, timers, expected_output_timers, dry_run)
                for part, timers in itertools.chain(first, _taken(parts, left, taking))
            ]
        except BaseException:
            parts.clear()  # whoever fails ends the stage for all
            raise
        finally:
            worker.busy.set()

    with thread_pool_executor.shared_unbounded_instance() as executor:
        try:
            done = list(itertools.chain(*executor.map(process, hands)))
        finally:
            parts.clear()
    # Our own counts. Beam's, of elements and times, are a dozen a step; adding them up took a quarter of a
    # second a slice, and nobody asks this runner for any.
    infos = (
        info
        for result, _ in done
        for info in result.process_bundle.monitoring_infos
        if info.urn in monitoring_infos.USER_METRIC_URNS
    )
    merged = beam_fn_api_pb2.InstructionResponse(
        process_bundle=beam_fn_api_pb2.ProcessBundleResponse(
            monitoring_infos=monitoring_infos.consolidate(infos)
        )
    )
    return merged, [split for _, splits in done for split in splits]


def _taken(parts: deque[Any], left: int, taking: threading.Lock) -> Iterator[Any]:
    """Take one part after the other, as long as there are more than `left`."""
    while True:
        with taking:
            if len(parts) <= left:
                return
            part = parts.popleft()
        yield part


class _Worker(fn_runner.BundleManager):
    """What has bundles of a stage done by one worker."""

    # Set when the worker has been sent its first part: a second thread that encodes one meanwhile delays it.
    busy: threading.Event

    def _send_input_to_worker(self, *arguments: Any) -> None:
        super()._send_input_to_worker(*arguments)
        self.busy.set()


# The part it begins with if any, how many it leaves to others, and for whom it takes them.
Hand = tuple[list[Any], int, _Worker]


def _manager(of_stage: Any, handler: Any) -> _Worker:
    context = copy.copy(of_stage.bundle_context_manager)
    context._worker_handlers = [handler]
    worker = _Worker(
        context, of_stage._progress_frequency, cache_token_generator=of_stage._cache_token_generator
    )
    worker.busy = threading.Event()
    return worker
