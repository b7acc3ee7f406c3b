"""The rows by which a run is steered, knows the past and is kept. House rules as in records.py."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Optional

from schemas.rows import register


class FilePart(NamedTuple):
    """A file to read, or some of its records; or a pattern of files."""

    path: str
    positions: str  # as RawRecord counts them: "1-20,23"; "*": all of this very file; empty: a pattern


class RunPlan(NamedTuple):
    """What is known of a run before it begins, and what it is to read."""

    output: str
    run_id: str
    version: int
    started_at: int  # microseconds since the epoch, UTC
    runner: str
    code_version: str
    model: str
    options: str  # JSON
    max_dead_letters: float  # share of the inputs
    gives_way: bool  # to another run that commits first; else that is an error
    parts: Sequence[FilePart]  # what it reads


class FileMark(NamedTuple):
    """A file as it looked when it was watched."""

    path: str
    size: int  # bytes
    changed_at: float  # seconds since the epoch


class WatchState(NamedTuple):
    """What a watch remembers between two looks."""

    run_id: str  # of the run that is at work; empty: none
    version: int
    looked_at: float  # seconds since the epoch
    reading: Sequence[FileMark]  # by that run
    seen: Sequence[FileMark]  # read, and committed
    before: Sequence[FileMark]  # at the last look


class KnownArticle(NamedTuple):
    """What a run needs to know of a report that is in the tables."""

    article_id: str
    source_id: str
    published: date
    duplicate_of: Optional[str]
    duplicate_rule: Optional[str]
    story_id: Optional[str]
    signature: bytes
    signature_spec: str


class KnownLetter(NamedTuple):
    """A dead letter that is in the tables."""

    dead_letter_id: str


class StoredFile(NamedTuple):
    """A committed Parquet file, and the days of publication that its rows span."""

    path: str
    first: Optional[date]
    last: Optional[date]
    rows: int


class PastMonth(NamedTuple):
    """Committed files of a table's month, and what of them a run reads."""

    output: str
    table: str
    paths: Sequence[str]
    days: Sequence[str]  # the run's days of publication, YYYY-MM-DD
    articles: Sequence[str]  # rows of one of these articles; empty: of any


class Standing(NamedTuple):
    """The story that a known article belongs to now, all merges followed."""

    article_id: str
    story_id: str


class Run(NamedTuple):
    """One ingestion that was committed. Times are microseconds since the epoch, UTC."""

    version: int
    started_at: int
    finished_at: int
    runner: str
    code_version: str
    schema_version: str
    model: str
    options: str
    articles_in: int
    articles_new: int
    articles_known: int
    duplicates: int
    dead_letters: int
    sentences: int
    sentences_dated: int
    sentences_inherited: int
    claims: int
    event_mentions: int
    events_new: int
    files: str
    published: Optional[date] = None


class DataFile(NamedTuple):
    """A Parquet file that was written and waits for its run's commit. Paths are below the output."""

    table: str
    month: Optional[str]
    staged: str
    path: str
    size: int
    rows: int
    stats: str  # Delta's statistics, JSON


class Tally(NamedTuple):
    """How many of something one part of the run saw."""

    name: str
    number: int


ROWS: tuple[type, ...] = (
    FilePart, RunPlan, FileMark, WatchState, KnownArticle, KnownLetter, StoredFile, PastMonth, Standing,
    Run, DataFile, Tally,
)  # fmt: skip

register(ROWS)
