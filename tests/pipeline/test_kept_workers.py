"""Workers stay from run to run, with what they made of the graph, and nothing of one run is in the next."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

import apache_beam as beam
import pytest
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.portability.fn_api_runner import FnApiRunner, fn_runner
from apache_beam.runners.portability.fn_api_runner.execution import BundleContextManager
from apache_beam.runners.portability.fn_api_runner.worker_handlers import WorkerHandlerManager

from pipeline import kept_workers
from pipeline.kept_workers import keep_workers, let_workers_go

BY_THREADS = "--direct_running_mode=multi_threading"


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Workers are kept, and what keeps them is taken back after each test."""
    monkeypatch.setattr(fn_runner, "WorkerHandlerManager", WorkerHandlerManager)
    monkeypatch.setattr(BundleContextManager, "_build_process_bundle_descriptor", kept_workers._describe)
    keep_workers()
    yield
    let_workers_go()


class Adding(beam.DoFn):
    made: ClassVar[list[int]] = []
    seen: ClassVar[list[Any]] = []

    def setup(self) -> None:
        self.made.append(id(self))

    def process(self, element: tuple[int, Iterable[int]], *sides: Any) -> None:
        self.seen.append((element[0], sum(element[1]), *map(sorted, sides)))


def graph(side: bool = False) -> beam.Pipeline:
    """A pipeline that is made once, and run as often as need be: of one graph."""
    pipeline = beam.Pipeline(runner="FnApiRunner", options=PipelineOptions([BY_THREADS]))
    numbers = pipeline | beam.Create([(1, 2), (1, 3)], reshuffle=False)
    sides = (beam.pvalue.AsIter(pipeline | "Side" >> beam.Create([7], reshuffle=False)),) if side else ()
    numbers | beam.GroupByKey() | beam.ParDo(Adding(), *sides)
    return pipeline


def test_a_stage_is_made_once_for_all_runs_of_a_graph() -> None:
    Adding.made.clear()
    Adding.seen.clear()
    pipeline = graph()
    for _ in range(3):
        pipeline.run().wait_until_finish()
    assert Adding.seen == [(1, 5)] * 3
    assert len(Adding.made) == 1
    let_workers_go()
    pipeline.run().wait_until_finish()
    assert len(Adding.made) == 2


def test_side_inputs_of_a_run_are_not_in_the_next() -> None:
    Adding.seen.clear()
    pipeline = graph(side=True)
    for _ in range(2):
        pipeline.run().wait_until_finish()
    assert Adding.seen == [(1, 5, [7])] * 2
    assert kept_workers._kept is None


def test_what_is_in_this_process_is_not_kept() -> None:
    pipeline = beam.Pipeline(runner=FnApiRunner())
    pipeline | beam.Create([1], reshuffle=False)
    pipeline.run().wait_until_finish()
    assert kept_workers._kept is None
