"""Imports run one way, and nothing switches Beam's type checks off."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path for layer in ("schemas", "transforms", "pipeline") for path in (ROOT / layer).rglob("*.py")
)
BELOW = {"schemas": {"schemas"}, "transforms": {"schemas", "transforms"}}
OURS = {"schemas", "transforms", "pipeline", "tests"}
# The pure cores: the folders of transforms/. Neither Beam nor the model's library, and no input or output.
NOT_IN_CORES = {"apache_beam", "spacy", "pyarrow", "deltalake", "fastavro", "os", "io", "pathlib", "random"}


def imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
    return names


def test_there_are_files_to_look_at() -> None:
    assert len(FILES) > 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_never_point_up(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    allowed = BELOW.get(layer, OURS - {"tests"})
    above = [name for name in imported(path) if name.split(".")[0] in OURS - allowed]
    assert not above, f"{path} imports {above}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_annotations_are_real(path: Path) -> None:
    # With them as text Beam neither checks element types nor finds the coders of rows.
    assert "__future__" not in imported(path)


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if len(path.relative_to(ROOT).parts) == 3 and path.parts[-3] == "transforms"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_cores_are_pure(path: Path) -> None:
    impure = [name for name in imported(path) if name.split(".")[0] in NOT_IN_CORES]
    assert not impure, f"{path} imports {impure}"
