"""Cut a large input into slices, a run each, so that memory and what a stop costs are bounded.

    if is_large(patterns, settings, reports):
        for piece in cut(scan(patterns, settings, output, reports).records):
            ...  # a run that reads piece.parts

The local runner holds all that a run makes in memory. So a backfill goes in slices, in the order of
publication: the tables come out as if the reports had been ingested in parts as they came out. Days are kept
together where they fit. What is in the tables already weighs next to nothing, so that a backfill that was
stopped goes on where it was; what will be refused is spread evenly.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import chain, groupby
from typing import NamedTuple, Optional

from pipeline.graph import Settings
from schemas.records import DeadLetter, RawRecord
from schemas.runs import FilePart
from schemas.vocabulary import PAGE_FORMS
from transforms import store
from transforms.dead_letters import Refused
from transforms.files import report_files
from transforms.parse import unsigned_article
from transforms.read import open_file, read_file, written_positions
from transforms.rereading import read_all

# A slice also ends here: reports differ in length. In bytes as they are read: some 240,000 words, a minute's
# work, beside which building the graph anew for each slice weighs little. Slices of 0.9 MB peak 40 MB lower
# over a thousand reports (the rest is what is remembered of words), and part stories more often.
SLICE_BYTES = 3 << 19
# So many sizes are tried for slices, from the average to the largest there may be.
EVEN_STEPS = 16
# Fewer records of one file are read by one worker.
PART_RECORDS = 20
# A report that is known is read and dropped.
KNOWN_WEIGHT = 0.02
# A web page is mostly markup: of its bytes some thirtieth is the report.
PAGE_SHARE = 30


class Found(NamedTuple):
    """A record of the input: when its report was published, where it lies, and what it weighs in a slice."""

    published: Optional[date]  # None: it will be refused
    order: tuple[int, str]  # within the day: the time if it is given, and the report's id
    path: str
    position: int
    weight: float  # in slices


class Slice(NamedTuple):
    """What one run reads of the inputs."""

    parts: Sequence[FilePart]
    records: int
    first: Optional[date]
    last: Optional[date]


class Scan(NamedTuple):
    """All records of the inputs, and why some of them will be refused."""

    records: Sequence[Found]
    refusals: Sequence[str]


def is_large(patterns: Sequence[str], settings: Settings, reports: int) -> bool:
    """Tell whether the inputs hold more than one slice; reads no further than it must."""
    weight = 0.0
    for path in report_files(patterns):
        for record in read_file(path, open_file, settings.max_record_bytes):
            is_page = isinstance(record, RawRecord) and record.form in PAGE_FORMS
            weight += _weight(len(record.payload) // (PAGE_SHARE if is_page else 1), reports)
            if weight > 1:
                return True
    return False


def scan(patterns: Sequence[str], settings: Settings, output: str, reports: int) -> Scan:
    """Read all inputs, to learn the order of their records."""
    known = _known(output)
    latest = settings.latest or datetime.now(UTC).date() + timedelta(days=1)
    found, refusals = [], []
    for path in report_files(patterns):
        for record in read_file(path, open_file, settings.max_record_bytes):
            weight = _weight(len(record.payload), reports)
            try:
                if isinstance(record, DeadLetter):
                    raise Refused(record.reason, record.message)
                article = unsigned_article(record, settings.earliest, latest)
                if record.form in PAGE_FORMS:
                    # The bytes of a page are read, and gone; what a run holds is its text.
                    weight = _weight(len(article.text.encode()), reports)
            except Refused as refused:
                refusals.append(f"{refused.reason}: {refused.message}")
                found.append(Found(None, (0, ""), path, record.position, weight))
            else:
                if article.article_id in known:
                    weight *= KNOWN_WEIGHT
                order = (article.published_at or 0, article.article_id)
                found.append(Found(article.published, order, path, record.position, weight))
    return Scan(found, refusals)


def _known(output: str) -> set[str]:
    """The ids of all reports that are in the tables. No run is at work yet: a compaction may be."""

    def listed() -> list[str]:
        return [file.path for file in store.stored_files(output, "articles")]

    try:
        columns = read_all(listed(), listed, lambda path: store.read_column(path, "article_id"))
    except FileNotFoundError as error:
        raise store.lost(output, "articles", error) from error
    return set(chain.from_iterable(columns))


def cut(records: Sequence[Found], readers: int = 1) -> list[Slice]:
    """Return the slices of records, in whatever order they come: the oldest first, none over 1 in weight.

    As few as there can be, and about as large as each other. A day is cut only if it is too large for one.
    What a slice has of one file is so many parts that `readers` worker processes find work, each of which
    reads the file up to its last record.
    """
    dated = sorted(record for record in records if record.published)
    days = [list(of_day) for _, of_day in groupby(dated, key=lambda record: record.published)]
    slices = _filled(days, 1.0)
    # As few as these, and none much larger than it must be: the last would hold the rest, and the largest
    # is what a run takes of memory.
    even = min(1.0, sum(record.weight for record in dated) / max(1, len(slices)))
    for step in range(EVEN_STEPS):
        smaller = _filled(days, even + (1.0 - even) * step / EVEN_STEPS)
        if len(smaller) == len(slices):
            slices = smaller
            break
    refused = sorted(
        (record for record in records if not record.published), key=lambda r: (r.path, r.position)
    )
    if not slices:
        slices.append([])
    for number, record in enumerate(refused):
        slices[number * len(slices) // len(refused)].append(record)
    return [_slice(members, readers) for members in slices if members]


def _filled(days: Sequence[Sequence[Found]], size: float) -> list[list[Found]]:
    """Fill slices of at most `size` in weight with one day after the other."""
    slices: list[list[Found]] = []
    weight = 0.0
    for day in days:
        if weight + sum(record.weight for record in day) > size:
            weight = 0.0
        for record in day:
            if weight == 0.0 or weight + record.weight > size:
                slices.append([])
                weight = 0.0
            slices[-1].append(record)
            weight += record.weight
    return slices


def _slice(members: Sequence[Found], readers: int) -> Slice:
    by_path: dict[str, list[int]] = defaultdict(list)
    for record in members:
        by_path[record.path].append(record.position)
    days = [record.published for record in members if record.published]
    return Slice(
        [
            FilePart(path, written_positions(positions))
            for path in sorted(by_path)
            for positions in _shared_out(sorted(by_path[path]), readers)
        ],
        len(members),
        min(days, default=None),
        max(days, default=None),
    )


def _shared_out(positions: Sequence[int], readers: int) -> Iterable[Sequence[int]]:
    size = max(PART_RECORDS, -(-len(positions) // readers))
    return (positions[first : first + size] for first in range(0, len(positions), size))


def _weight(size: int, reports: int) -> float:
    return max(1 / reports, size / SLICE_BYTES)
