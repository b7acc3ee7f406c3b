"""Every row crosses to another process as a row, not as a pickle."""

from datetime import date
from typing import Any, Optional, get_args, get_origin

import pytest
from apache_beam.coders import RowCoder
from apache_beam.coders.typecoders import registry

from schemas import records, runs

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
