"""Beam's other local runners give the same tables. Flink is in tests/flink."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pipeline.runs import ingest, rows, runs

PRISM = ROOT / ".prism" / "prism"
REPORTS = sorted((ROOT / "seeds").glob("00[0-2]_*.txt"))
RUNNERS = {
    # A place where there is none keeps Beam from taking Prism for it, or from looking for it outside.
    "DirectRunner": ("--prism_location=/nonexistent",),
    "PortableRunner": ("--job_endpoint=embed", "--environment_type=LOOPBACK"),
    "PrismRunner": (f"--prism_location={PRISM}",),
}

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.mark.parametrize("runner", RUNNERS)
def test_the_same_tables_from(runner: str, tmp_path: Path) -> None:
    if runner == "PrismRunner" and not PRISM.is_file():
        pytest.skip("no Prism here: `make prism` builds it, by Go 1.21 or newer")
    ingest(tmp_path / "here", *REPORTS)
    ingest(tmp_path / "there", *REPORTS, f"--runner={runner}", *RUNNERS[runner])
    assert [run["runner"] for run in runs(tmp_path / "there")] == [runner]
    assert rows(tmp_path / "there") == rows(tmp_path / "here")
