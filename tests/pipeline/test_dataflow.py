"""Dataflow, as far as it goes without Google: what is staged, what is submitted, and that it runs.

The graph that Dataflow would execute is staged to a Google Storage on this machine, looked at, submitted to a
stand-in for the service, and executed by the runner in this process.
"""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from apache_beam.io.filesystems import FileSystems
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.portability import common_urns
from apache_beam.portability.api import beam_runner_api_pb2
from apache_beam.runners.portability.fn_api_runner import FnApiRunner

from pipeline.__main__ import main
from tests import object_stores
from tests.conftest import ROOT
from tests.pipeline.runs import report
from tests.pipeline.test_object_stores import kept
from transforms import places, store

pytestmark = [pytest.mark.model, pytest.mark.slow]

GOLDEN = ROOT / "tests" / "golden" / "steps.txt"
IMAGE = "registry.example/dateline:0.1.0"
BUCKET = f"gs://{object_stores.BUCKET}"
# Coders that Dataflow can compare keys by: what they encode is the same in every process (of rows, where
# their fields are such; tests/schemas holds that).
KEY_CODERS = {"beam:coder:string_utf8:v1", "beam:coder:varint:v1", "beam:coder:row:v1"}
KEYLESS = r"/CombineGlobally\(|/Top\("


def arguments(output: str, *more: str) -> list[str]:
    return [
        "ingest", "-q", f"{BUCKET}/in", "-o", f"{BUCKET}/{output}", "--runner", "DataflowRunner",
        "--project", "some-project", "--region", "europe-west1", "--temp_location", f"{BUCKET}/tmp",
        "--job_name", "dateline", "--sdk_container_image", IMAGE, "--sdk_location", "container", *more,
    ]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("dataflow")
    attack = (
        "Gunmen attacked a convoy near the port of Basra on Friday, killing two drivers, the police said."
    )
    path = report(folder, "a", "2024-03-02", "Gunmen attack convoy in Basra", attack)
    with object_stores.google_storage() as environment, pytest.MonkeyPatch.context() as patched:
        for name, value in environment.items():
            patched.setenv(name, value)
        places.use_options(PipelineOptions([]))
        places.write_file(f"{BUCKET}/in/a.txt", path.read_bytes())
        yield


class Staged(NamedTuple):
    """What is staged for a job: the template, and the graph."""

    job: dict[str, Any]
    graph: beam_runner_api_pb2.Pipeline


@pytest.fixture(scope="module")
def staged(bucket: None) -> Staged:
    assert main(arguments("staged", "--template_location", f"{BUCKET}/template.json")) == 0
    with FileSystems.open(f"{BUCKET}/template.json") as file:
        job = json.loads(file.read())
    (path,) = [path for path in places.listed(f"{BUCKET}/tmp/**") if path.endswith("/pipeline.pb")]
    with FileSystems.open(path) as file:
        return Staged(job, beam_runner_api_pb2.Pipeline.FromString(file.read()))


def test_workers_are_the_image_and_nothing_is_installed_in_them(staged: Staged) -> None:
    (environment,) = {
        (env.urn, beam_runner_api_pb2.DockerPayload.FromString(env.payload).container_image)
        for env in staged.graph.components.environments.values()
    }
    assert environment == (common_urns.environments.DOCKER.urn, IMAGE)
    names = [path.rsplit("/", 1)[-1] for path in places.listed(f"{BUCKET}/tmp/**")]
    # No session of the launcher's, no archive of our own: the image has it all.
    assert sorted(names) == ["pipeline.pb", "submission_environment_dependencies.txt"]


def test_keys_are_compared_by_their_bytes(staged: Staged) -> None:
    components = staged.graph.components
    grouped = [
        t for t in components.transforms.values() if t.spec.urn == common_urns.primitives.GROUP_BY_KEY.urn
    ]
    assert len(grouped) > 10
    for transform in grouped:
        (collection,) = transform.inputs.values()
        pair = components.coders[components.pcollections[collection].coder_id]
        assert pair.spec.urn == common_urns.coders.KV.urn, transform.unique_name
        name = pair.component_coder_ids[0]
        # What Beam combines into one value has no key: it pickles None, which is always the same.
        keyless = "DeterministicFastPrimitivesCoder" in name and re.search(KEYLESS, transform.unique_name)
        assert keyless or components.coders[name].spec.urn in KEY_CODERS, transform.unique_name


def test_steps_keep_their_names_and_coders(staged: Staged, request: pytest.FixtureRequest) -> None:
    """A running stream is updated by the names of its steps, and its state read by the coders.

    None changes unnoticed: --update-golden writes them anew.
    """
    told = "".join(sorted(steps(staged.graph.components)))
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(told, "utf-8")
    assert told == GOLDEN.read_text("utf-8")


def steps(components: Any) -> Iterator[str]:
    """A line a step that does something: its name and the coders of what it gives."""

    def shape(coder: str) -> str:
        spec = components.coders[coder]
        parts = ", ".join(map(shape, spec.component_coder_ids))
        return spec.spec.urn.removeprefix("beam:coder:").removesuffix(":v1") + (f"({parts})" if parts else "")

    for transform in components.transforms.values():
        if not transform.subtransforms:
            name = re.sub(r"<lambda at [^>]*>", "<lambda>", transform.unique_name)
            given = {shape(components.pcollections[output].coder_id) for output in transform.outputs.values()}
            yield f"{name}: {'; '.join(sorted(given))}\n"


def test_the_staged_graph_runs_as_it_is_and_commits_in_the_bucket(staged: Staged, tmp_path: Path) -> None:
    graph = beam_runner_api_pb2.Pipeline()
    graph.CopyFrom(staged.graph)
    for environment in graph.components.environments.values():
        environment.urn, environment.payload = "beam:env:embedded_python:v1", b""
    FnApiRunner().run_via_runner_api(graph, PipelineOptions([])).wait_until_finish()
    (run,) = store.run_rows(f"{BUCKET}/staged")
    assert (run["runner"], run["articles_new"]) == ("DataflowRunner", 1)
    assert main(["ingest", "-q", f"{BUCKET}/in", "-o", f"{BUCKET}/here"]) == 0
    assert kept(f"{BUCKET}/staged") == kept(f"{BUCKET}/here")
    assert main(["doctor", f"{BUCKET}/staged"]) == 0


def test_a_job_is_submitted_and_left_to_itself(
    bucket: None, service: "Service", capsys: pytest.CaptureFixture[str]
) -> None:
    there = [
        f"--dataflow_endpoint=http://localhost:{service.port}",
        "--no_wait_until_finish",
        "--num_workers=3",
    ]
    assert main([argument for argument in arguments("sent", *there) if argument != "-q"]) == 0
    assert "the run commits by itself" in capsys.readouterr().err
    (job,) = service.jobs
    assert job["name"] == "dateline"
    pools = job["environment"]["workerPools"]
    assert {image["containerImage"] for pool in pools for image in pool["sdkHarnessContainerImages"]} == {
        IMAGE
    }
    assert [pool["numWorkers"] for pool in pools] == [3]
    options = job["environment"]["sdkPipelineOptions"]["options"]
    assert options["save_main_session"] is False
    assert options["pipelineUrl"].startswith(f"{BUCKET}/tmp/")


def test_a_dry_run_sends_nothing(service: "Service") -> None:
    there = f"--dataflow_endpoint=http://localhost:{service.port}"
    assert main(arguments("dry", there, "--dry_run", "True")) == 0
    assert service.jobs == []


class Service(NamedTuple):
    """A stand-in for Google's service: takes jobs and says that they are pending."""

    port: int
    jobs: list[dict[str, Any]]


@pytest.fixture
def service() -> Iterator[Service]:
    jobs: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path.startswith("/v1b3/projects/some-project/locations/europe-west1/jobs")
            job = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            jobs.append(job)
            answer = json.dumps(
                {"id": "1", "name": job["name"], "currentState": "JOB_STATE_PENDING"}
            ).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("localhost", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Service(server.server_port, jobs)
    server.shutdown()
