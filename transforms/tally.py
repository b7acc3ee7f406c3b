"""Count rows bundle by bundle, for a later stage that sums up.

    tallies = sentences | TallyBundles(_basis)

Gives a Tally for each name that `name_of` has for the rows of a bundle (and window). Beam's own Count and
Distinct shuffle once more to give one for all; where the last stage takes all tallies anyhow, it can sum.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Optional

import apache_beam as beam
from apache_beam.pvalue import PCollection
from apache_beam.utils.windowed_value import WindowedValue

from schemas.runs import Tally


class TallyBundles(beam.PTransform):
    """Count rows by name, as the module promises; of the names only the first by their order, `at_most`."""

    def __init__(self, name_of: Callable[[Any], str], at_most: Optional[int] = None):
        super().__init__()
        self._name_of, self._at_most = name_of, at_most

    def expand(self, rows: PCollection) -> PCollection[Tally]:  # noqa: D102
        counter = beam.ParDo(_CountFn(self._name_of, self._at_most))
        return rows | "Count" >> counter.with_output_types(Tally)


class _CountFn(beam.DoFn):
    def __init__(self, name_of: Callable[[Any], str], at_most: Optional[int]):
        self._name_of, self._at_most = name_of, at_most

    def start_bundle(self) -> None:
        self._counts: dict[Any, Counter[str]] = defaultdict(Counter)

    def process(self, row: Any, window: Any = beam.DoFn.WindowParam) -> None:
        self._counts[window][self._name_of(row)] += 1

    def finish_bundle(self) -> Iterable[WindowedValue]:
        for window, counts in self._counts.items():
            names = sorted(counts) if self._at_most is None else heapq.nsmallest(self._at_most, counts)
            for name in names:
                yield WindowedValue(Tally(name, counts[name]), window.max_timestamp(), (window,))
