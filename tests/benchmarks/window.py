"""What linking costs, and what a store of thirty days adds to a day's run: `make bench-window`.

Reports are made from the paragraphs of seeds/, shuffled and with other numbers, so that their words are
news words and no report copies another. Printed are CPU milliseconds a report for reading and for reading
and linking, and the time of one day's run over an empty store and over one of thirty days, with their ratio.
"""

import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from tests.conftest import ROOT
from transforms.link.copies import Report, link_copies
from transforms.link.signature import read_signature, sign
from transforms.stories.stories import StoryReport, cluster_stories

DAYS = 30
REPORTS_A_DAY = 40
REPEATS = 3
LINKED = 2_000
FIRST = date(2024, 5, 1)


def paragraphs() -> list[str]:
    """All body paragraphs of the text samples."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return [line for text in texts for line in text.split("\n")[1:] if len(line.split()) > 8]


def made_report(source: random.Random, stock: list[str]) -> str:
    """A text of eight paragraphs in which numbers and one word in five are others."""
    words = [word for line in stock for word in re.findall(r"[a-z]{5,}", line)]
    lines = []
    for line in source.sample(stock, 8):
        changed = [source.choice(words) if source.random() < 0.2 else word for word in line.split(" ")]
        lines.append(re.sub(r"\d+", lambda _: str(source.randrange(2, 900)), " ".join(changed)))
    return "\n".join(lines)


def write_days(folder: Path, days: int) -> list[Path]:
    """A JSON lines file a day."""
    import json

    source, stock = random.Random(7), paragraphs()
    paths = []
    for number in range(days):
        day = FIRST + timedelta(number)
        path = folder / f"{day}.jsonl"
        lines = [
            json.dumps({"id": f"{day}-{i}", "published": str(day), "text": made_report(source, stock)})
            for i in range(REPORTS_A_DAY)
        ]
        path.write_text("\n".join(lines), "utf-8")
        paths.append(path)
    return paths


def linking() -> None:
    """Print what signing, linking and clustering cost a report."""
    source, stock = random.Random(7), paragraphs()
    texts = [made_report(source, stock) for _ in range(LINKED)]
    sign(texts[0], None)
    begun = time.process_time()
    signed = [sign(text, None) for text in texts]
    signing = time.process_time() - begun
    begun = time.process_time()
    reports = [
        Report(f"{i:06d}", f"{i:06d}", FIRST + timedelta(i % 7), read_signature(signature))
        for i, signature in enumerate(signed)
    ]
    link_copies(reports, [], 7)
    copies = time.process_time() - begun
    begun = time.process_time()
    cluster_stories([StoryReport(r.article_id, r.published, r.signature.terms, None) for r in reports], [], 7)
    stories = time.process_time() - begun
    words = sum(len(text.split()) for text in texts) / LINKED
    each = [1000 * seconds / LINKED for seconds in (signing, copies, stories)]
    print(
        f"linking {LINKED:,} reports of {words:.0f} words in a week: {sum(each):.2f} ms of CPU a report "
        f"(signature {each[0]:.2f}, copies {each[1]:.2f}, stories {each[2]:.2f}); goal: at most 3"
    )


def ingest(output: Path, *inputs: Path) -> tuple[float, float]:
    """Seconds of wall and of CPU that one run takes, start included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "pipeline", "ingest", "-q", "-o", str(output), *map(str, inputs)],
        cwd=ROOT,
        check=True,
    )
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime


def window() -> None:
    """Print what a day's run costs over an empty store and over a full one, interleaved."""
    import shutil

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        *before, today = write_days(folder, DAYS + 1)
        full = folder / "full"
        for first in range(0, DAYS, 6):
            ingest(full, *before[first : first + 6])
        empty_cpu, full_cpu = [], []
        for repeat in range(REPEATS):
            over = folder / f"over{repeat}"
            shutil.copytree(full, over)
            empty_cpu.append(ingest(folder / f"empty{repeat}", today)[1])
            full_cpu.append(ingest(over, today)[1])
        empty, filled = statistics.median(empty_cpu), statistics.median(full_cpu)
        print(
            f"a day of {REPORTS_A_DAY} reports: {empty:.1f} s of CPU over an empty store, {filled:.1f} s over {DAYS} days; "
            f"ratio {filled / empty:.2f}; goal: at most 1.15"
        )


if __name__ == "__main__":
    linking()
    window()
