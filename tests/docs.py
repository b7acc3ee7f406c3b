"""Renew the parts of README.md that the program prints: `make docs`."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from schemas.tables import TABLES
from tests.conftest import ROOT

README = ROOT / "README.md"
SHOWN_DAY = "2024-03-01 Friday"
SHOWN_LINES = 16


def columns() -> str:
    """The tables, column by column, as Markdown."""
    parts = []
    for table in TABLES.values():
        lines = [f"**{table.name}** — {table.about}", "", "| column | type | meaning |", "|---|---|---|"]
        for field in table.schema:
            kind = str(field.type).replace("element: ", "").replace("item: ", "")
            lines.append(f"| `{field.name}` | {kind} | {field.metadata[b'about'].decode()} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def run_output() -> str:
    """What `make run` prints: the summary, and the beginning of one day."""
    dateline = [sys.executable, "-m", "pipeline"]
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "out")
        ingest = subprocess.run(
            [*dateline, "ingest", "seeds", "--output", out],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        timeline = subprocess.run(
            [*dateline, "timeline", out, "--from", "2024-03-01"],
            cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
            env={"COLUMNS": "110"},
        )  # fmt: skip
    summary = ingest.stderr.replace(out, "out")
    day = next(part for part in timeline.stdout.split("\n\n") if part.strip().startswith(SHOWN_DAY))
    lines = [*summary.splitlines(), "", "...", *day.strip().splitlines()[:SHOWN_LINES], "..."]
    return "\n".join(f"    {line}".rstrip() for line in lines)


def replaced(text: str, mark: str, content: str) -> str:
    """`text` with what stands between a mark and its end replaced."""
    pattern = re.compile(rf"(<!-- {re.escape(mark)} -->\n).*?(<!-- end -->)", re.DOTALL)
    assert pattern.search(text), mark
    return pattern.sub(lambda match: f"{match[1]}\n{content}\n\n{match[2]}", text)


if __name__ == "__main__":
    readme = README.read_text("utf-8")
    readme = replaced(readme, "columns", columns())
    readme = replaced(readme, "output: make run", run_output())
    README.write_text(readme, "utf-8")
