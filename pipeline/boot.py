"""Start a Beam worker in this environment: what a runner's `boot` does, for clusters without Docker.

    --environment_type=PROCESS --environment_config='{"command": "/opt/dateline/bin/dateline-worker"}'

The command `dateline-worker`. A runner calls it with --id and --provision_endpoint; it asks there for the
job's options and services and becomes Beam's worker. Unlike Beam's own `boot` it installs nothing: the
program, its locked libraries and the model are where this command is.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, Optional


def main(argv: Optional[Sequence[str]] = None) -> None:
    """Become the worker; does not return. Ends the program where the runner does not answer."""
    parser = argparse.ArgumentParser(
        prog="dateline-worker", description="Beam's worker in this environment. Runners start it, not people."
    )
    parser.add_argument("--id", required=True, help="name that the runner gives the worker")
    parser.add_argument("--provision_endpoint", required=True, metavar="HOST:PORT")
    # Runners name these, too; what the provision service says counts.
    for endpoint in ("logging", "artifact", "control"):
        parser.add_argument(f"--{endpoint}_endpoint", metavar="HOST:PORT")
    options, _ = parser.parse_known_args(argv)
    info = _provision(options.provision_endpoint, options.id)
    os.environ.update(environment(options, info))
    # Few threads a worker: a cluster runs several workers on a machine.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    os.execv(sys.executable, [sys.executable, "-m", "apache_beam.runners.worker.sdk_worker_main"])


def _provision(endpoint: str, worker_id: str) -> Any:
    """What the runner says of the job: ProvisionInfo of Beam's model."""
    import grpc
    from apache_beam.portability.api import beam_provision_api_pb2, beam_provision_api_pb2_grpc

    with grpc.insecure_channel(endpoint) as channel:
        stub = beam_provision_api_pb2_grpc.ProvisionServiceStub(channel)
        request = beam_provision_api_pb2.GetProvisionInfoRequest()
        try:
            answer = stub.GetProvisionInfo(request, metadata=[("worker_id", worker_id)], timeout=60)
        except grpc.RpcError as error:
            raise SystemExit(f"dateline-worker: no answer from the runner at {endpoint}: {error}") from error
    return answer.info


def environment(options: argparse.Namespace, info: Any) -> dict[str, str]:
    """Return the variables by which Beam's worker knows its job."""
    from google.protobuf import json_format

    # Options of a job have the form of a protobuf Struct; the worker reads them as JSON.
    variables = {
        "WORKER_ID": options.id,
        "PIPELINE_OPTIONS": json.dumps(json_format.MessageToDict(info.pipeline_options)),
        "RUNNER_CAPABILITIES": " ".join(info.runner_capabilities),
        "SEMI_PERSISTENT_DIRECTORY": os.environ.get("TMPDIR", "/tmp"),
        "LOGGING_API_SERVICE_DESCRIPTOR": f'url: "{info.logging_endpoint.url or options.logging_endpoint}"',
        "CONTROL_API_SERVICE_DESCRIPTOR": f'url: "{info.control_endpoint.url or options.control_endpoint}"',
    }
    if info.status_endpoint.url:
        variables["STATUS_API_SERVICE_DESCRIPTOR"] = f'url: "{info.status_endpoint.url}"'
    return variables
