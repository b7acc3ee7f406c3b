"""One run of seeds/, kept as readable JSON lines: what changes in it, a reader should want.

`make golden` writes it anew. Signatures and paths are left out.
"""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pipeline.runs import CONTENT, ingest, readable, rows

GOLDEN = ROOT / "tests" / "golden"
TWO_PROCESSES = ("--direct_num_workers=2", "--direct_running_mode=multi_processing")

pytestmark = pytest.mark.model


def lines(output: Path) -> dict[str, list[str]]:
    return {name: [readable(record) for record in found] for name, found in rows(output).items()}


def test_seeds_give_the_golden_rows(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    ingest(tmp_path / "out", ROOT / "seeds")
    found = lines(tmp_path / "out")
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        for name in CONTENT:
            (GOLDEN / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in found[name]), "utf-8")
    for name in CONTENT:
        golden = (GOLDEN / f"{name}.jsonl").read_text("utf-8").splitlines()
        assert found[name] == golden, f"{name}: run `make golden` and read the difference"


@pytest.mark.slow
def test_two_worker_processes_give_equal_rows(tmp_path: Path) -> None:
    ingest(tmp_path / "out", ROOT / "seeds", *TWO_PROCESSES)
    for name, found in lines(tmp_path / "out").items():
        assert found == (GOLDEN / f"{name}.jsonl").read_text("utf-8").splitlines()


@pytest.mark.slow
def test_order_shards_and_repeated_bundles_give_equal_rows(tmp_path: Path) -> None:
    seeds = sorted((path for path in (ROOT / "seeds").iterdir() if ".txt" in path.name), reverse=True)
    ingest(
        tmp_path / "out", ROOT / "seeds" / "samples.jsonl", *seeds,
        "--shards=3", "--direct_runner_bundle_repeat=1",
    )  # fmt: skip
    for name, found in lines(tmp_path / "out").items():
        assert found == (GOLDEN / f"{name}.jsonl").read_text("utf-8").splitlines()
