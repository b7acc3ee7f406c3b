"""The documents cannot rot: what they name exists, what exists they name, what they show runs."""

import argparse
import re
from pathlib import Path

import duckdb
import pytest

from pipeline.options import build_parser
from schemas.vocabulary import REASONS
from tests.conftest import ROOT
from tests.docs import README, columns, replaced
from tests.pipeline.runs import ingest

TEXT = README.read_text("utf-8")


def options() -> list[str]:
    commands = next(a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return sorted(
        {
            option
            for command in commands.choices.values()
            for action in command._actions
            for option in action.option_strings
            if option.startswith("--") and option != "--help"
        }
    )


@pytest.mark.parametrize("option", options())
def test_every_option_is_in_the_readme(option: str) -> None:
    assert f"`{option}" in TEXT


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_in_the_readme(reason: str) -> None:
    assert f"`{reason}`" in " ".join(TEXT.split())


def test_the_table_of_columns_is_current() -> None:
    assert replaced(TEXT, "columns", columns()) == TEXT, "run `make docs`"


def test_make_knows_the_readmes_targets() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"`?make ([\w-]+)", TEXT)) <= targets


def test_the_files_that_the_readme_names_exist() -> None:
    for path in re.findall(r"`((?:tests|schemas|transforms|pipeline|seeds)/[\w./-]*)`", TEXT):
        assert (ROOT / path).exists(), path


def test_seeds_are_listed() -> None:
    listed = (ROOT / "seeds" / "README.md").read_text("utf-8")
    for path in (ROOT / "seeds").iterdir():
        if path.name not in ("README.md", "LICENSE"):
            assert path.name in listed


def sql(output: Path) -> list[str]:
    return [
        statement.replace("'out/", f"'{output}/")
        for block in re.findall(r"```sql\n(.*?)```", TEXT, re.DOTALL)
        for statement in block.split(";")
        if statement.strip()
    ]


def test_the_readmes_sql_follows_merges_to_the_end(tmp_path: Path) -> None:
    database = duckdb.connect()
    (tmp_path / "merges").mkdir()
    database.execute(
        "copy (select * from (values ('story', 'a', 'b'), ('story', 'b', 'c'), ('event', 'c', 'd'))"
        f" t(kind, id, merged_into)) to '{tmp_path}/merges/rows.parquet'"
    )
    database.execute(sql(tmp_path)[0])
    standing = database.execute("from standing order by all").fetchall()
    assert standing == [("event", "c", "d"), ("story", "a", "c"), ("story", "b", "c")]


@pytest.mark.model
def test_the_readmes_sql_runs(tmp_path: Path) -> None:
    ingest(tmp_path / "out", ROOT / "seeds")
    database = duckdb.connect()
    statements = sql(tmp_path / "out")
    assert len(statements) == 5
    results = [database.execute(statement).fetchall() for statement in statements]
    assert len(results[2]) > 10
    assert results[3] and len(results[4]) > 3


def test_version_is_in_the_changelog() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert version and f"## {version[1]} " in (ROOT / "CHANGELOG.md").read_text("utf-8")
