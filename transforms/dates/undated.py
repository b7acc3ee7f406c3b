"""The day of what has happened by the time of the report, and of which it states no day."""

from collections.abc import Sequence

from schemas.records import Sentence
from transforms.dates.clauses import ClauseDate


def undated_day(sentences: Sequence[Sentence]) -> ClauseDate:
    """Return what an undated sentence of the report has: the day of its lead, else that of publication."""
    for basis, rule in (("inherited", "lead date"), ("published", "publication date")):
        day = next((s.date_start for s in sentences if (s.date_basis, s.date_rule) == (basis, rule)), None)
        if day:
            return ClauseDate(day, day, "day", basis)
    return ClauseDate(None, None, None, "none")
