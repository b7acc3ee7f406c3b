"""Plans of runs, for tests."""

from collections.abc import Sequence

from schemas.runs import FilePart, RunPlan
from transforms.read import ALL


def plan(output: str, run_id: str = "run1", version: int = 1, paths: Sequence[str] = ()) -> RunPlan:
    """A plan with nothing unusual in it."""
    return RunPlan(
        output,
        run_id,
        version,
        0,
        "test",
        "0",
        "model",
        "{}",
        0.1,
        False,
        [FilePart(path, ALL) for path in paths],
    )
