"""Tables and rows agree, column by column."""

from datetime import date
from typing import Any

import pytest
from fastavro import parse_schema

from schemas import avro
from schemas.tables import TABLES, Table, partition, to_arrow
from tests.schemas.test_records import empty, sample

ALL = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)


@ALL
def test_columns_are_the_rows_fields(table: Table) -> None:
    fields = list(table.row._fields)  # type: ignore[attr-defined]
    columns = [name for name in table.schema.names if name != "run_id"]
    assert sorted(columns) == sorted(fields)
    assert "published" in columns


@ALL
def test_every_column_says_what_it_is(table: Table) -> None:
    for field in table.schema:
        assert field.metadata[b"about"].strip()


@ALL
def test_rows_become_arrow_and_stay_equal(table: Table) -> None:
    row: Any = table.row
    rows = [row(*(make(kind) for kind in row.__annotations__.values())) for make in (sample, empty)]
    data = to_arrow(table, rows, "run")
    assert data.schema.equals(table.schema, check_metadata=True)
    assert data.num_rows == 2
    assert set(data.column("run_id").to_pylist()) == {"run"}


@ALL
def test_order_of_rows_does_not_matter(table: Table) -> None:
    row: Any = table.row
    later = {str: "z", int: 8, date: date(2023, 1, 1)}
    first = row(*(sample(kind) for kind in row.__annotations__.values()))
    second = first._replace(**{table.order[0]: later[row.__annotations__[table.order[0]]]})
    assert to_arrow(table, [first, second], "run").equals(to_arrow(table, [second, first], "run"))


def test_partition_is_the_month_of_publication() -> None:
    assert partition(date(2022, 12, 4)) == "2022-12"
    assert partition(None) is None


def test_avro_schema_is_one() -> None:
    parse_schema(avro.load("article"))
