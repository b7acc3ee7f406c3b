"""Ingest the development gold, score the tables, print the figures: `make quality`.

With names as arguments only those are measured. Takes some minutes: the parse is the price.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import ROOT, SHARED


class Measure(NamedTuple):
    """A gold set: what score.py calls it, the file to ingest, the file to score against, what to print."""

    name: str
    score: str
    ingest: str
    gold: str
    figures: tuple[str, ...]


GOLD = SHARED / "eval" / "gold"
MEASURES = (
    Measure("seeds", "seeds", "../../seeds", "seeds", (
        "sentences_split_right", "stated_dates_right", "inherited_dates_right",
        "claims_content_and_source_right", "claims_act_right_too", "neither_report_is_a_duplicate",
        "both_reports_in_one_story", "events_both_report")),
    Measure("dates, timebank", "dates", "dates.timebank.jsonl", "dates.timebank.jsonl", (
        "all_strict_f1", "all_relaxed_f1", "all_value_f1", "date_time_relaxed_f1", "date_time_value_f1")),
    Measure("dates, aquaint", "dates", "dates.aquaint.jsonl", "dates.aquaint.jsonl", (
        "all_strict_f1", "all_relaxed_f1", "all_value_f1", "date_time_relaxed_f1", "date_time_value_f1")),
    Measure("sentence dates, wikinews-dev", "sentence_dates", "sentence-dates.wikinews-dev.jsonl",
            "sentence-dates.wikinews-dev.jsonl", ("right", "right_if_all_took_the_publication_date")),
    Measure("entities, reuters-dev", "entities", "entities.reuters-dev.jsonl", "entities.reuters-dev.jsonl", (
        "f1",)),
    Measure("claims, polnear-dev", "claims", "claims.polnear-dev.jsonl", "claims.polnear-dev.jsonl", (
        "claims_content_half_f1", "claims_content_half_and_source_f1", "claims_recall_direct_half_and_source")),
    Measure("duplicates, reuters", "duplicates", "duplicates.reuters.jsonl", "duplicates.reuters.tsv", (
        "pair_f1",)),
    Measure("stories, news-cluster", "stories", "stories.news-cluster.jsonl", "stories.news-cluster.jsonl", (
        "b_cubed", "pair_f1")),
    Measure("event types, plv-train", "types", "types.plv-train.jsonl", "types.plv-train.jsonl", (
        "type_recall", "quad_recall", "type_precision", "events_per_report", "macro_f1")),
    Measure("events, ecb-train", "events", "events.ecb-train.jsonl", "events.ecb-train.jsonl", (
        "trigger_recall", "b_cubed", "cross_report_links_f1")),
)  # fmt: skip


def figures(measure: Measure, output: Path) -> dict[str, Any]:
    """Ingest one gold set into `output` and return the figures that it is judged by."""
    source = (GOLD / measure.ingest).resolve()
    subprocess.run(
        [sys.executable, "-m", "pipeline", "ingest", "-q", str(source), "-o", str(output)],
        cwd=ROOT,
        check=True,
    )
    return score(measure, output)


def score(measure: Measure, output: Path) -> dict[str, Any]:
    """Return what score.py says of the tables in `output`."""
    command = [
        sys.executable,
        str(SHARED / "eval" / "score.py"),
        measure.score,
        str(output),
        str(GOLD / measure.gold),
    ]
    # Not by exit code: Arrow's threads may abort the scorer after it has printed (see transforms/store.py).
    printed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = json.loads(printed.splitlines()[0])
    return {name: found[name] for name in measure.figures}


def main() -> None:
    """Print the figures as Markdown."""
    wanted = sys.argv[1:]
    print("| gold | figures (F1 as precision, recall, F1) |\n|---|---|")
    for measure in MEASURES:
        if wanted and not any(word in measure.name for word in wanted):
            continue
        with tempfile.TemporaryDirectory() as folder:
            found = figures(measure, Path(folder) / "out")
        print(f"| {measure.name} | {', '.join(f'{k} {v}' for k, v in found.items())} |", flush=True)


if __name__ == "__main__":
    main()
