"""The graph of a call, built once and run on one plan after the other.

    graph = KeptGraph(options, settings)
    graph.run_on(plan)

Building the graph, and writing it down for the runner, takes Beam a second; a large input is a run for each
of its slices. The runs of a call differ in nothing but their plan, which is what one step holds: in what was
written down for the first run, that step is replaced.
"""

from typing import Any, Optional

import apache_beam as beam
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.portability.api import beam_runner_api_pb2
from apache_beam.pvalue import PCollection

from pipeline.graph import Settings, build
from schemas.runs import RunPlan

PLAN = "Plan"


class KeptGraph(beam.Pipeline):
    """A pipeline that is built for its first run."""

    def __init__(self, options: PipelineOptions, settings: Settings):
        super().__init__(options=options)
        self._settings = settings
        self._plan: Optional[RunPlan] = None
        self._written: Optional[beam_runner_api_pb2.Pipeline] = None

    def run_on(self, plan: RunPlan) -> None:
        """Run the graph on one plan, to its end unless Beam is told not to wait; raises what it raises."""
        with self:
            if self._plan is None:
                build(_planned(self, plan), self._settings)
            self._plan = plan

    def to_runner_api(self, *arguments: Any, **named: Any) -> Any:
        """Return what is handed to the runner: what it was for the first run, with the plan of this one."""
        if self._written is None:
            self._written = super().to_runner_api(*arguments, **named)
        else:
            of_plan = beam.Pipeline(options=self._options)
            _planned(of_plan, self._plan)
            steps = of_plan.to_runner_api(*arguments, **named).components.transforms.values()
            payloads = {step.unique_name: step.spec.payload for step in steps if step.spec.payload}
            for step in self._written.components.transforms.values():
                if step.unique_name in payloads:
                    step.spec.payload = payloads[step.unique_name]
        return self._written


def _planned(pipeline: beam.Pipeline, plan: Any) -> PCollection[RunPlan]:
    return pipeline | PLAN >> beam.Create([plan], reshuffle=False).with_output_types(RunPlan)
