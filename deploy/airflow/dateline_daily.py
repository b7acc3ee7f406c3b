"""Each day's reports, once a day: an Airflow DAG that runs launch.py by Beam's own operator.

It hands on the schedule's interval: the run of a day reads that day's folder, so that a day which failed, or
which is filled in later, is read by its own run. Reports that are known already add nothing: a run that is
repeated does no harm.

What is one's own is in Airflow's variable "dateline" (JSON): see deploy/README.md.
"""

from datetime import datetime, timedelta

from airflow.providers.apache.beam.operators.beam import BeamRunPythonPipelineOperator
from airflow.sdk import DAG

with DAG(
    dag_id="dateline_daily",
    description="Add a day's reports to the event tables",
    schedule="@daily",
    start_date=datetime(2022, 12, 1),
    catchup=False,
    # Of two runs at once the later to commit must be repeated.
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
    tags=["dateline"],
):
    BeamRunPythonPipelineOperator(
        task_id="ingest",
        py_file="{{ var.json.dateline.launcher }}",
        py_interpreter="/opt/dateline/.venv/bin/python",
        runner="{{ var.json.dateline.runner }}",
        pipeline_options={
            "input": "{{ var.json.dateline.reports }}/{{ data_interval_start | ds }}/*",
            "output": "{{ var.json.dateline.tables }}",
        },
        default_pipeline_options={"quiet": True},
    )
