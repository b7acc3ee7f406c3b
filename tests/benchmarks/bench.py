"""How fast a run is beside the bare language model: `make bench`, `make bench CORPUS=FILE LIMIT=100`.

In one run, interleaved and repeated, over the same reports: words a second of bare `nlp.pipe` as spaCy comes,
of the same with our settings, of our parse, and of the whole process `dateline ingest`, start included; then
where the time of a run goes, its peak memory, and the size of the tables. `MODE=workers`, `copies`, `memory`
or `growth` compare runs: two workers with one, reports of which a third are copies with the originals, ten times
the input with one, the last slices of a long run with the first. Every measurement is a process of its own.
Nothing is asserted: times belong to the machine.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple, Optional

from tests.benchmarks.window import FIRST, made_report, paragraphs
from tests.conftest import ROOT

# What measures in a process of its own.
CHILD = "tests.benchmarks.child"
MADE = 300
MADE_A_DAY = 300
# What processes hold is looked at closely again when it is so many times what it was.
GROWN = 1.01


class Rate(NamedTuple):
    """Words a second of wall, words a second of CPU, and peak memory in MB."""

    wall: float
    cpu: float
    peak: float


class Measured(NamedTuple):
    """What one process took: seconds of wall and of CPU, peak memory in MB, and what it printed.

    `together` is the peak of it and its workers, what they share counted once, looked at every half second and
    to GROWN.
    """

    wall: float
    cpu: float
    peak: float
    printed: str
    together: float


def main() -> None:
    """Read the arguments and measure."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = _lines(options.corpus, options.limit)
        corpus = _written(folder / "corpus.jsonl", lines)
        words = _words(lines)
        print(f"{len(lines):,} reports of {options.corpus or 'seeds/, made'}, {words:,} words")
        modes = {"speed": speed, "workers": workers, "copies": copies, "memory": memory, "growth": growth}
        modes[options.mode](folder, corpus, lines, options.repeats)


def speed(folder: Path, corpus: Path, lines: Sequence[str], repeats: int) -> None:
    """Print the rates side by side, and what a run's time and tables are made of."""
    words = _words(lines)
    names = {
        "plain": "bare nlp.pipe, as spaCy comes",
        "settings": "bare nlp.pipe, our settings",
        "parse": "our parse",
        "ingest": "dateline ingest, the whole process",
    }
    rates: dict[str, list[Rate]] = {kind: [] for kind in names}
    for repeat in range(repeats):
        for kind in names:
            if kind == "ingest":
                done = _ingest(folder / f"out{repeat}", corpus)
                wall, cpu = done.wall, done.cpu
            else:
                done = _run("-m", CHILD, kind, corpus)
                wall, cpu = map(float, done.printed.split())
            rates[kind].append(Rate(words / wall, words / cpu, done.peak))
    for kind, text in names.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*rates[kind], strict=True))
        print(
            f"  {text:36}{wall:7,.0f} words/s, {_ratio(rates, kind, 'plain')} of spaCy as it comes; "
            f"{cpu:,.0f} a CPU second; peak {peak:,.0f} MB"
        )
    print(f"  ingest is {_ratio(rates, 'ingest', 'settings')} of bare spaCy with our settings")
    print("where the time of an ingest goes (CPU seconds of one process):")
    profiled = _run("-m", CHILD, "profile", corpus, folder / "prof")
    print(profiled.printed, end="")
    print("the tables, in MB per million words:")
    sizes = {
        place.name: sum(file.stat().st_size for file in place.rglob("*.parquet"))
        for place in sorted((folder / "out0").iterdir())
        if place.is_dir()
    }
    for table, size in sizes.items():
        print(f"  {table:36} {size / words:7.2f}")
    print(f"  {'all':36} {sum(sizes.values()) / words:7.2f}")


def _ratio(rates: Mapping[str, Sequence[Rate]], kind: str, other: str) -> str:
    """The median of how one rate stands to another, run by run; and the same of CPU time."""
    pairs = list(zip(rates[kind], rates[other], strict=True))
    wall = statistics.median(one.wall / beside.wall for one, beside in pairs)
    cpu = statistics.median(one.cpu / beside.cpu for one, beside in pairs)
    return f"{wall:.2f} (of CPU time {cpu:.2f})"


def workers(folder: Path, corpus: Path, lines: Sequence[str], repeats: int) -> None:
    """Print how much faster two workers are than one."""
    two = ("--direct_num_workers=2", "--direct_running_mode=multi_processing")
    ratios = []
    for repeat in range(repeats):
        one = _ingest(folder / f"one{repeat}", corpus)
        both = _ingest(folder / f"two{repeat}", corpus, *two)
        ratios.append(one.wall / both.wall)
        print(
            f"  one worker {one.wall:.1f} s, two {both.wall:.1f} s: {ratios[-1]:.2f} times as fast; "
            f"memory {one.together:,.0f} MB and {both.together:,.0f}"
        )
    print(f"  two workers are {statistics.median(ratios):.2f} times as fast as one")


def copies(folder: Path, corpus: Path, lines: Sequence[str], repeats: int) -> None:
    """Print the rate over reports of which a third are copies, beside that over the originals alone."""
    copied = [
        json.dumps(json.loads(line) | {"id": f"copy {number}"}) for number, line in enumerate(lines[::2])
    ]
    mixed = _written(folder / "mixed.jsonl", [*lines, *copied])
    ratios = []
    for repeat in range(repeats):
        alone = _words(lines) / _ingest(folder / f"alone{repeat}", corpus).wall
        with_copies = _words([*lines, *copied]) / _ingest(folder / f"mixed{repeat}", mixed).wall
        ratios.append(with_copies / alone)
        print(f"  originals {alone:,.0f} words/s, with copies {with_copies:,.0f}: {ratios[-1]:.2f} times")
    print(f"  with a third of copies {statistics.median(ratios):.2f} times the rate of originals alone")


def memory(folder: Path, corpus: Path, lines: Sequence[str], repeats: int) -> None:
    """Print the peak memory and the time a report over a tenth of the reports and over all."""
    tenth = _written(folder / "tenth.jsonl", lines[::10])
    for repeat in range(repeats):
        few, many = _ingest(folder / f"few{repeat}", tenth), _ingest(folder / f"many{repeat}", corpus)
        print(
            f"  a tenth: peak {few.peak:,.0f} MB, {few.cpu:.1f} s of CPU; all: {many.peak:,.0f} MB, "
            f"{many.cpu:.1f} s; peak {many.peak / few.peak:.2f} times"
        )


def growth(folder: Path, corpus: Path, lines: Sequence[str], repeats: int) -> None:
    """Print what a sentence costs in the first and the last quarter of a long run's slices."""
    from transforms.store import run_rows

    for repeat in range(repeats):
        _ingest(folder / f"long{repeat}", corpus)
        runs = run_rows(str(folder / f"long{repeat}"))
        quarter = max(1, len(runs) // 4)
        first, last = _milliseconds(runs[:quarter]), _milliseconds(runs[-quarter:])
        print(
            f"  {len(runs)} slices; {first:.2f} ms a sentence in the first {quarter} of them, {last:.2f} in the "
            f"last {quarter}: {last / first:.2f} times"
        )


def _milliseconds(runs: Sequence[Mapping[str, Any]]) -> float:
    """What a sentence took in some runs, from their plan to their commit."""
    spent = sum((run["finished_at"] - run["started_at"] for run in runs), timedelta())
    return spent / timedelta(milliseconds=1) / sum(run["sentences"] for run in runs)


def _ingest(output: Path, corpus: Path, *more: str) -> Measured:
    return _run("-m", "pipeline", "ingest", "--quiet", "-o", output, corpus, *more)


def _run(*arguments: Any) -> Measured:
    # Read when numpy is imported, which here is before pipeline/__init__.py could set it. Bare spaCy goes without.
    ours = {} if "plain" in arguments else {"OPENBLAS_NUM_THREADS": "1"}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | ours,
    )
    assert process.stdout is not None
    together = [0]
    threading.Thread(target=_watch_memory, args=(process, together), daemon=True).start()
    printed = process.stdout.read()
    # Not Popen.wait: of a single child only wait4 tells the peak.
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {arguments}")
    return Measured(
        time.perf_counter() - begun,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
        printed,
        max(together) / 1024,
    )


def _watch_memory(process: "subprocess.Popen[str]", seen: list[int]) -> None:
    """Put down what the process and those below it hold, in kB, while it lives. Only where there is /proc.

    What they share is told apart only when they have grown: it takes the system 60 to 90 ms each time, of
    which a worker notices much.
    """
    largest = 0.0
    while process.returncode is None and Path("/proc/self/smaps_rollup").exists():
        family = list(_family(process.pid))
        held = sum(_resident(each) for each in family)
        if held > largest * GROWN:
            largest = held
            seen.append(sum(_proportional(each) for each in family))
        time.sleep(0.5)


def _family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _resident(pid: int) -> int:
    """Pages that a process holds, those that it shares with others as well."""
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return 0


def _proportional(pid: int) -> int:
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", help="JSON lines, or a folder of reports (default: made from seeds/)")
    parser.add_argument("--limit", type=int, help="only so many reports, taken evenly")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--mode", choices=("speed", "workers", "copies", "memory", "growth"), default="speed")
    return parser.parse_args()


def _lines(corpus: Optional[str], limit: Optional[int]) -> list[str]:
    """The reports as JSON lines, at most `limit` of them, taken evenly."""
    if corpus is None:
        source, stock = random.Random(7), paragraphs()
        lines = [
            json.dumps({"id": f"made {i}", "published": str(_day(i)), "text": made_report(source, stock)})
            for i in range(limit or MADE)
        ]
    else:
        lines = list(_read(Path(corpus)))
    if limit and len(lines) > limit:
        lines = [lines[i * len(lines) // limit] for i in range(limit)]
    return lines


def _day(number: int) -> date:
    """The day of a made report: some hundred a day."""
    return FIRST + timedelta(number // MADE_A_DAY)


def _read(place: Path) -> Iterator[str]:
    """The reports of a file or a folder, by the program's own reader, as JSON lines."""
    from schemas.records import RawRecord
    from transforms.files import find_files
    from transforms.parse import parse_article
    from transforms.read import open_file, read_file

    for path in find_files(str(place)).reports:
        for record in read_file(path, open_file, 10 << 20):
            if isinstance(record, RawRecord):
                article = parse_article(record, date.min, date.max)
                yield json.dumps(
                    {"id": article.source_id, "published": str(article.published), "text": article.text}
                )


def _written(path: Path, lines: Sequence[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _text(line: str) -> str:
    text: str = json.loads(line)["text"]
    return text


def _words(lines: Sequence[str]) -> int:
    return sum(len(_text(line).split()) for line in lines)


if __name__ == "__main__":
    main()
