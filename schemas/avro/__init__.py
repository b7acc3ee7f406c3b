"""Avro schemas of what comes in, as files; `load` reads one."""

import json
from importlib.resources import files
from typing import Any


def load(name: str) -> dict[str, Any]:
    """Return the Avro schema `name` ("article"), parsed.

    >>> load("article")["name"]
    'Article'
    """
    schema: dict[str, Any] = json.loads((files(__package__) / f"{name}.avsc").read_text("utf-8"))
    return schema
