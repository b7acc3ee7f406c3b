"""Make named tuples known to Beam as rows, in every process under the same name.

Beam gives the schema of a row type a random id, by which a worker looks the type up. It finds none there
and makes up an anonymous type, each instance of which is pickled with its whole schema: rows take three times
as long through a shuffle. With an id that follows from the name (a UUID: Flink's Java takes no others), a
worker that has imported the type finds it; pipeline/launch.py sees to it that workers import them first.
"""

from collections.abc import Iterable
from uuid import NAMESPACE_OID, uuid5

from apache_beam.coders import RowCoder
from apache_beam.coders.typecoders import registry
from apache_beam.typehints.row_type import _BEAM_SCHEMA_ID
from apache_beam.typehints.schemas import typing_to_runner_api


def register(rows: Iterable[type]) -> None:
    """Register row types with Beam's row coder, under ids of their own; those that hold others come last."""
    for row in rows:
        setattr(row, _BEAM_SCHEMA_ID, str(uuid5(NAMESPACE_OID, f"dateline {row.__module__}.{row.__name__}")))
        typing_to_runner_api(row)  # which notes the type under its id
        registry.register_coder(row, RowCoder)
