"""A real Flink cluster on this machine, standalone: one JobManager, one TaskManager.

    with FlinkCluster(folder, slots=4) as flink:
        subprocess.run([*program, *flink.options("PROCESS")])

It is what `make .flink/.ready` has put into .flink; its ports are free ones, its files are below `folder`.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.pipeline.runs import until

HOME = ROOT / ".flink" / "python" / "pyflink"
JOB_SERVER = ROOT / ".flink" / "job-server" / "job-server.jar"
# Java 17 lets Flink in only by these, which its own configuration has.
JAVA_OPTIONS = re.compile(r"^\s*(?:all|env\.java\.opts\.all):\s*(?P<options>--add.+)$", re.MULTILINE)
CONFIGURATION = """\
env.java.opts.all: {java}
jobmanager.rpc.address: localhost
jobmanager.rpc.port: {rpc}
jobmanager.bind-host: localhost
jobmanager.memory.process.size: 1200m
rest.address: localhost
rest.bind-address: localhost
rest.port: {rest}
taskmanager.host: localhost
taskmanager.bind-host: localhost
taskmanager.memory.process.size: 2600m
taskmanager.memory.network.min: 768mb
taskmanager.memory.network.max: 768mb
taskmanager.numberOfTaskSlots: {slots}
io.tmp.dirs: {folder}
state.checkpoints.dir: file://{folder}/checkpoints
restart-strategy.type: fixed-delay
restart-strategy.fixed-delay.attempts: 20
restart-strategy.fixed-delay.delay: 1s
heartbeat.timeout: 10000
heartbeat.interval: 2000
"""


class FlinkCluster:
    """The cluster, while its `with` lasts."""

    def __init__(self, folder: Path, *, slots: int):
        self._folder, self._slots = folder, slots
        self._rest = _free_port()

    def __enter__(self) -> "FlinkCluster":
        for name in ("conf", "log", "pid"):
            (self._folder / name).mkdir(parents=True)
        own = (HOME / "conf" / "config.yaml").read_text()
        java = JAVA_OPTIONS.search(own)
        assert java is not None, "Flink's own configuration has changed"
        (self._folder / "conf" / "config.yaml").write_text(
            CONFIGURATION.format(
                java=java["options"],
                rpc=_free_port(),
                rest=self._rest,
                slots=self._slots,
                folder=self._folder,
            )
        )
        for name in ("log4j.properties", "log4j-console.properties"):
            (self._folder / "conf" / name).write_bytes((HOME / "conf" / name).read_bytes())
        try:
            self._script("jobmanager.sh", "start")
            self.start_taskmanager()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._script("taskmanager.sh", "stop-all")
        self._script("jobmanager.sh", "stop-all")

    def options(self, environment: str, parallelism: int = 2) -> list[str]:
        """The program's options that send it here. `environment`: LOOPBACK or PROCESS."""
        options = [
            "--runner=FlinkRunner",
            "--flink_version=1.19",
            f"--flink_master=localhost:{self._rest}",
            f"--flink_job_server_jar={JOB_SERVER}",
            f"--environment_type={environment}",
            f"--parallelism={parallelism}",
        ]
        if environment == "PROCESS":
            command = {"command": str(Path(sys.executable).parent / "dateline-worker")}
            options.append(f"--environment_config={json.dumps(command)}")
        return options

    def states(self) -> list[str]:
        """The states of all jobs so far."""
        return [job["state"] for job in self._get("/jobs/overview")["jobs"]]

    def cancel(self) -> None:
        """Cancel the job that runs."""
        for job in self._get("/jobs/overview")["jobs"]:
            if job["state"] == "RUNNING":
                self._get(f"/jobs/{job['jid']}?mode=cancel", "PATCH")

    def failures(self) -> int:
        """How often the newest job failed and was begun anew."""
        newest = max(self._get("/jobs/overview")["jobs"], key=lambda job: job["start-time"])
        return len(self._get(f"/jobs/{newest['jid']}/exceptions")["exceptionHistory"]["entries"])

    def start_taskmanager(self) -> None:
        """Start a TaskManager and wait until its slots are there."""
        self._script("taskmanager.sh", "start")
        until(self._is_ready, "the cluster has its slots", 90)

    def kill_taskmanager(self) -> None:
        """Kill the TaskManager, as a machine that dies would end it, and its workers with it."""
        workers = self.workers()
        os.kill(self._taskmanager(), signal.SIGKILL)
        for worker in workers:
            os.kill(worker, signal.SIGKILL)

    def workers(self) -> list[int]:
        """The processes of Beam's workers."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                command = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if parent == self._taskmanager() and b"sdk_worker_main" in command:
                found.append(int(folder.name))
        return sorted(found)

    def times_logged(self, words: str) -> int:
        """How often the TaskManager's log, in which the workers' lines are too, has these words."""
        logs = (self._folder / "log").glob("*-taskexecutor-*.log*")
        return sum(log.read_text(errors="replace").count(words) for log in logs)

    def _taskmanager(self) -> int:
        (file,) = (self._folder / "pid").glob("*-taskexecutor.pid")
        return int(file.read_text().split()[-1])

    def _is_ready(self) -> bool:
        try:
            return bool(self._get("/overview")["slots-total"] == self._slots)
        except OSError:
            return False

    def _get(self, path: str, method: str = "GET") -> Any:
        request = urllib.request.Request(f"http://localhost:{self._rest}{path}", method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or "{}")

    def _script(self, name: str, command: str) -> None:
        where = {
            "FLINK_HOME": str(HOME),
            "FLINK_CONF_DIR": str(self._folder / "conf"),
            "FLINK_LOG_DIR": str(self._folder / "log"),
            "FLINK_PID_DIR": str(self._folder / "pid"),
        }
        subprocess.run(
            ["bash", str(HOME / "bin" / name), command],
            env=os.environ | where, check=True, timeout=60, stdout=subprocess.DEVNULL,
        )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port: int = probe.getsockname()[1]
        return port
