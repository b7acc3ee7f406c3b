"""Branches that write straight into their group give what Beam gives, with fewer stages."""

from collections.abc import Callable

import apache_beam as beam
import pytest
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.portability.fn_api_runner import fn_runner, translations
from apache_beam.runners.portability.fn_api_runner.translations import Stage
from apache_beam.testing.util import assert_that, equal_to
from apache_beam.transforms import window

from pipeline import flat_groups
from pipeline.flat_groups import write_straight

Graph = Callable[[beam.Pipeline], beam.PCollection]


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> list[list[Stage]]:
    """The stages of each graph that is run; Beam is as it comes at first, and as it was after the test."""
    seen: list[list[Stage]] = []
    create = fn_runner.FnApiRunner.create_stages

    def created(self: fn_runner.FnApiRunner, proto: object) -> object:
        context, made = create(self, proto)
        seen.append(made)
        return context, made

    monkeypatch.setattr(fn_runner.FnApiRunner, "create_stages", created)
    monkeypatch.setattr(translations, "sink_flattens", flat_groups._sink_flattens)
    return seen


def run(graph: Graph, expected: list[object], workers: int = 1) -> None:
    options = PipelineOptions(
        ["--direct_running_mode=multi_threading", f"--direct_num_workers={workers}"] if workers > 1 else []
    )
    with beam.Pipeline(runner="FnApiRunner", options=options) as pipeline:
        assert_that(graph(pipeline), equal_to(expected))


def _rows(pipeline: beam.Pipeline, name: str, pairs: list[tuple[str, int]]) -> beam.PCollection:
    return pipeline | name >> beam.Create(pairs)


def met(pipeline: beam.Pipeline) -> beam.PCollection:
    """Two branches and an empty one; one of them ends in a coder of its own."""
    branches = {
        "left": _rows(pipeline, "Left", [("a", 1), ("b", 2), ("a", 3)]),
        "right": _rows(pipeline, "Right", [("b", 4), ("c", 5)]) | beam.Map(lambda pair: (pair[0], [pair[1]])),
        "none": _rows(pipeline, "None", []),
    }
    return branches | beam.CoGroupByKey() | beam.MapTuple(lambda key, by: (key, _sorted(by)))


MET = [
    ("a", [("left", [1, 3]), ("none", []), ("right", [])]),
    ("b", [("left", [2]), ("none", []), ("right", [[4]])]),
    ("c", [("left", []), ("none", []), ("right", [[5]])]),
]


def _sorted(by: dict[str, list[int]]) -> list[tuple[str, list[int]]]:
    return sorted((name, sorted(values)) for name, values in by.items())


def read_twice(pipeline: beam.Pipeline) -> beam.PCollection:
    """What is flattened is grouped, and counted besides."""
    parts = (_rows(pipeline, "One", [("a", 1)]), _rows(pipeline, "Two", [("a", 2), ("b", 3)]))
    flat = parts | beam.Flatten()
    grouped = flat | beam.GroupByKey() | beam.MapTuple(lambda key, values: (key, sorted(values)))
    counted = flat | beam.combiners.Count.Globally() | beam.Map(lambda count: ("all", [count]))
    return (grouped, counted) | "Both" >> beam.Flatten()


def with_itself(pipeline: beam.Pipeline) -> beam.PCollection:
    rows = _rows(pipeline, "Rows", [("a", 1), ("b", 2)])
    grouped = (rows, rows) | beam.Flatten() | beam.GroupByKey()
    return grouped | beam.MapTuple(lambda key, values: (key, sorted(values)))


def after_a_group(pipeline: beam.Pipeline) -> beam.PCollection:
    """A branch that comes three stages later than the other, and a group that waits for both."""
    early = _rows(pipeline, "Early", [("a", 1), ("b", 2)])
    late = early | "First" >> beam.GroupByKey() | beam.MapTuple(lambda key, values: (key, 10 * sum(values)))
    late = late | "Again" >> beam.Reshuffle()
    grouped = (early, late) | beam.Flatten() | "Second" >> beam.GroupByKey()
    return grouped | beam.MapTuple(lambda key, values: (key, sorted(values)))


def nested(pipeline: beam.Pipeline) -> beam.PCollection:
    """A flatten of a flatten, one branch of which reads another as its side input."""
    one, two = _rows(pipeline, "One", [("a", 1)]), _rows(pipeline, "Two", [("b", 2)])
    counted = _rows(pipeline, "Three", [("a", 0)]) | beam.Map(
        lambda pair, others: (pair[0], 10 * len(list(others))), beam.pvalue.AsIter(one)
    )
    inner = (one, two) | "Inner" >> beam.Flatten()
    grouped = (inner, counted) | "Outer" >> beam.Flatten() | beam.GroupByKey()
    return grouped | beam.MapTuple(lambda key, values: (key, sorted(values)))


def of_two_windows(pipeline: beam.Pipeline) -> beam.PCollection:
    """Beam groups by the windows of the first branch: sessions would put the three into one."""
    fixed = _timed(pipeline, "Fixed", [1, 2]) | "In tens" >> beam.WindowInto(window.FixedWindows(10))
    sessions = _timed(pipeline, "Near", [3, 11]) | "In sessions" >> beam.WindowInto(window.Sessions(5))
    grouped = (fixed, sessions) | beam.Flatten() | beam.GroupByKey()
    # As values, for what the test compares with is in no window.
    return (
        grouped
        | beam.MapTuple(lambda key, values: (key, sorted(values)))
        | beam.WindowInto(window.GlobalWindows())
    )


def _timed(pipeline: beam.Pipeline, name: str, seconds: list[int]) -> beam.PCollection:
    return _rows(pipeline, name, [("a", second) for second in seconds]) | f"{name} at" >> beam.Map(
        lambda pair: window.TimestampedValue(pair, pair[1])
    )


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("graph", "expected", "flattened"),
    [
        (met, MET, 0),
        (read_twice, [("a", [1, 2]), ("b", [3]), ("all", [3])], 1),
        (with_itself, [("a", [1, 1]), ("b", [2, 2])], 0),
        (after_a_group, [("a", [1, 10]), ("b", [2, 20])], 0),
        (nested, [("a", [1, 10]), ("b", [2])], 0),
        (of_two_windows, [("a", [1, 2]), ("a", [3]), ("a", [11])], 1),
    ],
)
def test_groups_are_those_of_beam(
    graph: Graph, expected: list[object], flattened: int, workers: int, stages: list[list[Stage]]
) -> None:
    run(graph, expected, workers)
    write_straight()
    run(graph, expected, workers)
    as_beam, straight = map(_flattens, stages)
    assert straight == flattened < as_beam


def _flattens(stages: list[Stage]) -> int:
    """How many flattens have a stage that does nothing but hand on to a group."""
    return sum(
        "Flatten" in names[0] and names[0].endswith("/Read")
        for names in ([step.unique_name for step in stage.transforms] for stage in stages)
    )
