"""What several tests need: where the user's reports and the gold are, and the golden switch."""

import gc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# The first example of a test may load the model; a slow machine is no failure.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew from seeds/")


def pytest_unconfigure() -> None:
    # What `ingest` froze in this process is freed at its end; DuckDB warns on exit of what is not.
    gc.unfreeze()


@pytest.fixture
def shared() -> Path:
    """The folder beside the project with the user's own reports and the gold."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("../shared is not here: the user's reports and the gold are not part of the project")
    return SHARED
