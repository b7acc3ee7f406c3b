"""Work is dealt to workers evenly, and is what Beam itself would deal."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

import apache_beam as beam
import pytest
from apache_beam.coders import BytesCoder, IterableCoder, TupleCoder
from apache_beam.coders.coder_impl import create_OutputStream
from apache_beam.coders.coders import GlobalWindowCoder, WindowedValueCoder
from apache_beam.metrics.metric import Metrics, MetricsFilter
from apache_beam.metrics.monitoring_infos import USER_COUNTER_URN
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.portability.fn_api_runner import fn_runner
from apache_beam.runners.portability.fn_api_runner.execution import GroupingBuffer
from apache_beam.runners.worker.sdk_worker import SdkWorker
from apache_beam.testing.util import assert_that, equal_to
from apache_beam.transforms.core import Windowing
from apache_beam.transforms.window import GlobalWindows
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dealing import PART_BYTES, deal_evenly, parts_of


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """What deal_evenly replaces is put back after each test."""
    monkeypatch.setattr(GroupingBuffer, "partition", GroupingBuffer.partition)
    monkeypatch.setattr(SdkWorker, "process_bundle", SdkWorker.process_bundle)
    bundles = fn_runner.ParallelBundleManager
    monkeypatch.setattr(bundles, "process_bundle", bundles.process_bundle)


PAIR = TupleCoder([BytesCoder(), BytesCoder()])
BEFORE = WindowedValueCoder(PAIR, GlobalWindowCoder())
BEHIND = WindowedValueCoder(TupleCoder([BytesCoder(), IterableCoder(BytesCoder())]), GlobalWindowCoder())


def grouped(sizes: list[int]) -> GroupingBuffer:
    """A buffer of one element a key, of these sizes in bytes; its key numbers it."""
    buffer = GroupingBuffer(BEFORE, BEHIND, Windowing(GlobalWindows()))
    for number, size in enumerate(sizes):
        value = (f"{number:03d}".encode(), b"x" * size)
        stream = create_OutputStream()
        BEFORE.get_impl().encode_to_stream(GlobalWindows.windowed_value(value), stream, True)
        buffer.append(stream.get())
    return buffer


def elements_of(encoded: bytes) -> list[tuple[bytes, list[bytes]]]:
    return [element.value for element in BEHIND.get_impl().decode_all(encoded)]


@given(st.lists(st.integers(0, 3 * PART_BYTES), max_size=30), st.integers(2, 4))
def test_each_element_is_dealt_once(sizes: list[int], workers: int) -> None:
    parts = [b"".join(part) for part in parts_of(grouped(sizes), workers)]
    dealt = sorted((key, len(value)) for part in parts for key, [value] in elements_of(part))
    assert dealt == [(f"{number:03d}".encode(), size) for number, size in enumerate(sizes)]
    assert len(parts) >= workers


def test_parts_become_smaller_as_less_is_left() -> None:
    sizes = [sum(map(len, part)) for part in parts_of(grouped([PART_BYTES // 8] * 400), 2)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == pytest.approx(sum(sizes) / 4, rel=0.05)
    assert sizes[-1] <= PART_BYTES * 1.05


def test_little_is_dealt_to_each_evenly() -> None:
    sizes = [900, 10, 300, 20, 310, 290, 30, 5]
    weights = [sum(map(len, part)) for part in parts_of(grouped(sizes), 2)]
    assert len(weights) == 2
    assert max(weights) < 1_300  # and a few bytes for each; in turn it would be 1,540


class Summing(beam.DoFn):
    made: ClassVar[list[int]] = []

    def setup(self) -> None:
        self.made.append(id(self))

    def __init__(self) -> None:
        self._seen = Metrics.counter("Summing", "seen")
        self._bundles = Metrics.counter("Summing", "bundles")

    def start_bundle(self) -> None:
        self._bundles.inc()

    def process(self, element: tuple[int, Iterable[bytes]]) -> Iterator[tuple[int, int]]:
        self._seen.inc()
        key, values = element
        if key < 0:
            raise ValueError("a key below zero")
        yield key, sum(map(len, values))


def run(keys: Iterable[int]) -> dict[str, int]:
    counters = result_of(keys).metrics().query(MetricsFilter().with_namespace("Summing"))["counters"]
    return {counter.key.metric.name: counter.committed for counter in counters}


def result_of(keys: Iterable[int]) -> fn_runner.RunnerResult:
    deal_evenly()
    options = PipelineOptions(["--direct_running_mode=multi_threading", "--direct_num_workers=2"])
    pipeline = beam.Pipeline(runner="FnApiRunner", options=options)
    lengths = (
        pipeline
        | beam.Create([(key, b"x" * PART_BYTES) for key in keys])
        | beam.GroupByKey()
        | beam.ParDo(Summing())
    )
    assert_that(lengths, equal_to([(key, PART_BYTES) for key in keys]))
    result = pipeline.run()
    result.wait_until_finish()
    return result


def test_all_is_done_once_in_parts_that_are_counted_together() -> None:
    counted = run(range(20))
    assert counted["seen"] == 20
    assert counted["bundles"] > 4


def test_a_worker_does_one_bundle_after_the_other() -> None:
    """What waits for a worker that is at work is done by the same DoFn, when that is free."""
    Summing.made.clear()
    run(range(40))
    assert len(Summing.made) <= 2


def test_only_our_own_counts_are_added_up() -> None:
    of_steps = {info.urn for info in result_of(range(3)).monitoring_infos() if info.labels.get("PTRANSFORM")}
    assert of_steps == {USER_COUNTER_URN}


def test_nothing_is_done_once_for_each_worker() -> None:
    assert run([]).get("seen", 0) == 0


def test_a_failure_in_one_part_is_the_failure_of_the_run() -> None:
    with pytest.raises(RuntimeError, match="a key below zero"):
        run(range(-1, 30))
