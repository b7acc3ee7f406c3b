"""Every row crosses to another process as a row, not as a pickle."""

import subprocess
import sys
from datetime import date
from typing import Any, Optional, get_args, get_origin
from uuid import UUID

import pytest
from apache_beam.coders import RowCoder
from apache_beam.coders.typecoders import registry
from apache_beam.typehints.schemas import named_tuple_from_schema, named_tuple_to_schema

from schemas import records, runs
from tests.conftest import ROOT

ROWS = (*records.ROWS, *runs.ROWS)


def sample(kind: Any) -> Any:
    """A value of a row's field type, the filled one of an Optional."""
    if kind in ROWS:
        return kind(*(sample(annotation) for annotation in kind.__annotations__.values()))
    if get_origin(kind) is not None:
        inner = get_args(kind)[0]
        return sample(inner) if type(None) in get_args(kind) else [sample(inner), sample(inner)]
    return {str: "Kabul “é”", int: 7, float: 0.5, bool: True, bytes: b"\0\xff", date: date(2022, 12, 2)}[kind]


def empty(kind: Any) -> Any:
    """A value with nothing in it where the type allows that."""
    if get_origin(kind) is not None:
        return None if type(None) in get_args(kind) else []
    return sample(kind)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_row_survives_its_coder(row: Any) -> None:
    coder = registry.get_coder(row)
    assert isinstance(coder, RowCoder)
    for make in (sample, empty):
        value = row(*(make(annotation) for annotation in row.__annotations__.values()))
        assert coder.decode(coder.encode(value)) == value


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_row_is_deterministic_and_never_pickled(row: Any) -> None:
    coder = registry.get_coder(row)
    assert coder.is_deterministic()
    assert "pickle" not in str(coder.schema).lower()
    assert "pythonsdk_any" not in str(coder.schema).lower()


def test_the_check_sees_a_pickled_field() -> None:
    """The test above can fail: a union written with | is what it is there for."""
    from typing import NamedTuple

    class Careless(NamedTuple):
        name: str | None

    class Careful(NamedTuple):
        name: Optional[str]

    assert "pythonsdk_any" in str(RowCoder.from_type_hint(Careless, registry).schema).lower()
    assert "pythonsdk_any" not in str(RowCoder.from_type_hint(Careful, registry).schema).lower()


def test_a_row_type_has_one_id_in_all_processes() -> None:
    told = [f"{row.__name__} {row._beam_schema_id}" for row in ROWS]  # type: ignore[attr-defined]
    assert [str(UUID(line.split(" ")[1])) for line in told] == [line.split(" ")[1] for line in told]
    other = (
        "from schemas import records, runs\n"
        "for row in (*records.ROWS, *runs.ROWS): print(row.__name__, row._beam_schema_id)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", other], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert printed.stdout.splitlines() == told


def test_a_type_that_a_worker_has_imported_is_found_by_its_schema() -> None:
    for row in ROWS:
        assert named_tuple_from_schema(named_tuple_to_schema(row)) is row
