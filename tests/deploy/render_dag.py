"""Run by Airflow's Python: import the DAG in a folder, render its operator for a day, print the command as JSON."""

import json
import sys
from datetime import UTC, datetime

from airflow.dag_processing.dagbag import DagBag
from airflow.models import Variable
from airflow.providers.apache.beam.hooks.beam import beam_options_to_args


class _Variables:
    """`var.json` of a template, from the environment."""

    def __getattr__(self, name: str) -> object:
        return Variable.get(name, deserialize_json=True)


bag = DagBag(sys.argv[1])
assert not bag.import_errors, bag.import_errors
(dag,) = bag.dags.values()
(task,) = dag.tasks
day = datetime(2022, 12, 4, tzinfo=UTC)
task.render_template_fields({"data_interval_start": day, "var": {"json": _Variables()}, "ds": "wrong"})
options = {**task.default_pipeline_options, **task.pipeline_options}
arguments = [f"--runner={task.runner}", *beam_options_to_args(options)]
print(json.dumps({"py_file": task.py_file, "arguments": arguments}))
