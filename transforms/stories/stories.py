"""Put together the reports that tell of one happening.

    links = cluster_stories(new_reports, known_reports, window_days=7)

Takes the reports of a run and those of the last days with their stories; copies are left out (a copy is of
its original's story). Gives each new report its story, and the known stories that proved to be one.

- Likeness of two reports: the cosine of their term vectors (transforms/link/terms.py). Beyond
  `window_days` apart it counts FOLLOW_UP as much: a later report needs stronger evidence.
- Clusters grow by average link, the most alike first, as long as the average over all pairs of reports is
  MIN_LIKENESS: one report that resembles two stories does not chain them.
- A story's id comes from its first report and stays. Known reports keep their stories: a known story
  is one cluster from the outset. Where a cluster comes to hold several known stories, new reports among
  them, the one with the earliest report goes on, and the others are given as merged into it.

Reports are ranked by (published, article_id) and all sums are of integers, so that neither the order of
the input nor the machine changes the result.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from typing import NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray

from transforms.ids import content_id
from transforms.link.terms import Terms

# In ten-thousandths; between .12 and .16 results change little. Below FLOOR two reports are taken to have
# nothing in common: it keeps the pairs of a busy week in memory, and costs no accuracy.
MIN_LIKENESS = 1400
FLOOR = 900
# In tenths.
FOLLOW_UP = 6


class StoryReport(NamedTuple):
    """A report as clustering sees it. `story_id` is that of a known report; a new one has none."""

    article_id: str
    published: date
    terms: Terms
    story_id: Optional[str] = None


class StoryOf(NamedTuple):
    """The story of a new report.

    Rule "alone": no other report tells of it. "average link": `score` is the average likeness, 0 to 1, at
    which the report, or its group, first joined others.
    """

    article_id: str
    story_id: str
    rule: str
    score: Optional[float]


class StoryMerge(NamedTuple):
    """A known story that is one with an earlier one; `score` is the average likeness of the two."""

    story_id: str
    merged_into: str
    score: float


class StoryLinks(NamedTuple):
    """What clustering found: new reports by (published, article_id), merges by story id."""

    story_of: list[StoryOf]
    merges: list[StoryMerge]


def cluster_stories(new: Iterable[StoryReport], known: Iterable[StoryReport], window_days: int) -> StoryLinks:
    """Return the stories of the reports of `new`, as the module says.

    A report of `new` whose id is known is passed over; so is a known report without a story.
    """
    stored = {report.article_id: report for report in known if report.story_id is not None}
    fresh = {
        report.article_id: report._replace(story_id=None) for report in new if report.article_id not in stored
    }
    reports = sorted((stored | fresh).values(), key=lambda report: (report.published, report.article_id))
    clusters = _Clusters(reports, _likeness(reports, window_days))
    clusters.merge()
    return clusters.links()


class _Row(NamedTuple):
    """How alike a cluster is to others, each named by one of its reports: sums over pairs of reports."""

    ranks: NDArray[np.int64]
    sums: NDArray[np.int64]


class _Clusters:
    """Average-link clustering, greedy and exact. A cluster goes by the rank of its first report."""

    def __init__(self, reports: Sequence[StoryReport], rows: Iterable[_Row]) -> None:
        self.reports = reports
        first: dict[str, int] = {}
        self.cluster_of = np.array(
            [i if r.story_id is None else first.setdefault(r.story_id, i) for i, r in enumerate(reports)],
            dtype=np.int64,
        )
        self.sizes = np.bincount(self.cluster_of, minlength=len(reports))
        self.has_new = np.array([report.story_id is None for report in reports], dtype=bool)
        self.members: defaultdict[int, list[int]] = defaultdict(list)
        # A cluster's known stories, each with the rank of its first report.
        self.stories: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        parts: defaultdict[int, list[_Row]] = defaultdict(list)
        for i, (cluster, row) in enumerate(zip(self.cluster_of.tolist(), rows, strict=True)):
            self.members[cluster].append(i)
            parts[cluster].append(row)
        for story_id, cluster in first.items():
            self.stories[cluster] = [(cluster, story_id)]
        self.rows = {cluster: self._sum(cluster, parts[cluster]) for cluster in parts}
        self.joined_at: dict[int, float] = {}
        self.merged_at: dict[str, float] = {}

    def merge(self) -> None:
        """Join the two clusters most alike until none are alike enough."""
        # One step a cluster: to its nearest. When two others join, their average is no more than the larger
        # of both, so that a stale step is an upper bound: it is worked out anew when its turn comes. Two
        # known clusters become joinable only when one of them grows, and then its new step counts the pair.
        queue = [step for cluster in self.rows for step in self._nearest(cluster)]
        heapify(queue)
        while queue:
            cost, a, b, size_a, size_b = heappop(queue)
            if a not in self.rows or self.sizes[a] != size_a:
                continue
            if b in self.rows and self.sizes[b] == size_b:
                a = self._join(min(a, b), max(a, b), -cost)
            for step in self._nearest(a):
                heappush(queue, step)

    def _nearest(self, a: int) -> Iterator[tuple[float, int, int, int, int]]:
        """Yield the step that joins `a` to its nearest, the earliest of several, if one is alike enough."""
        row = self.rows[a] = self._sum(a, [self.rows[a]])
        joinable = self.has_new[row.ranks] | self.has_new[a]
        average = np.where(joinable, row.sums / (self.sizes[row.ranks] * self.sizes[a]), 0)
        if average.size and average.max() >= MIN_LIKENESS:
            best = int(average.argmax())
            b = int(row.ranks[best])
            yield -float(average[best]), a, b, int(self.sizes[a]), int(self.sizes[b])

    def _join(self, a: int, b: int, likeness: float) -> int:
        score = round(likeness / 10_000, 4)
        for i in (*self.members[a], *self.members[b]):
            self.joined_at.setdefault(i, score)
        if self.stories[a] and self.stories[b]:
            later = max(min(self.stories[a]), min(self.stories[b]))
            self.merged_at[later[1]] = score
        self.cluster_of[self.cluster_of == b] = a
        self.sizes[a] += self.sizes[b]
        self.has_new[a] |= self.has_new[b]
        self.members[a] += self.members.pop(b)
        self.stories[a] += self.stories.pop(b, [])
        self.rows[a] = self._sum(a, [self.rows[a], self.rows.pop(b)])
        return a

    def _sum(self, cluster: int, rows: Sequence[_Row]) -> _Row:
        """Add up rows, by the clusters as they are now, without `cluster` itself."""
        ranks = self.cluster_of[np.concatenate([row.ranks for row in rows])]
        weights = np.concatenate([row.sums for row in rows])
        # Sums of integers below 2 ** 53, exact in floats.
        sums = np.bincount(ranks, weights, len(self.reports)).astype(np.int64)
        sums[cluster] = 0
        others = np.flatnonzero(sums)
        return _Row(others, sums[others])

    def links(self) -> StoryLinks:
        """Return the story of each new report, and what each known story that ended was merged into."""
        story_of: list[tuple[int, StoryOf]] = []
        merges: list[StoryMerge] = []
        for cluster, members in self.members.items():
            stories = sorted(self.stories[cluster])
            story_id = stories[0][1] if stories else content_id("story", self.reports[cluster].article_id)
            merges += [StoryMerge(other, story_id, self.merged_at[other]) for _, other in stories[1:]]
            for i in members:
                if self.reports[i].story_id is None:
                    rule = "average link" if i in self.joined_at else "alone"
                    link = StoryOf(self.reports[i].article_id, story_id, rule, self.joined_at.get(i))
                    story_of.append((i, link))
        return StoryLinks([link for _, link in sorted(story_of)], sorted(merges))


def _likeness(reports: Sequence[StoryReport], window_days: int) -> Iterator[_Row]:
    """Yield, for each report, the reports that are alike to it, and how much, in ten-thousandths.

    Every pair that shares a term is counted, by an inverted index over the terms.
    """
    sizes = np.array([report.terms.hashes.size for report in reports], dtype=np.int64)
    empty = [np.empty(0, dtype=np.int64)]
    hashes = np.concatenate([*empty, *(report.terms.hashes for report in reports)])
    weights = np.concatenate([*empty, *(report.terms.weights for report in reports)])
    holders = np.repeat(np.arange(len(reports)), sizes)
    norms = np.bincount(holders, weights * weights, len(reports))
    days = np.array([report.published.toordinal() for report in reports], dtype=np.int64)
    # Postings: the entries of all reports in the order of their terms; a term's begin and end there.
    by_term = np.argsort(hashes, kind="stable")
    ordered, held_by, weighs = hashes[by_term], holders[by_term], weights[by_term]
    begins, ends = np.searchsorted(ordered, hashes), np.searchsorted(ordered, hashes, side="right")
    last = np.cumsum(sizes)
    for i, own in enumerate(map(slice, last - sizes, last)):
        lengths = ends[own] - begins[own]
        skipped = np.repeat(begins[own] - (np.cumsum(lengths) - lengths), lengths)
        entries = np.arange(skipped.size) + skipped
        products = weighs[entries] * np.repeat(weights[own], lengths)
        # Sums of integers below 2 ** 53 are exact in floats; square root and quotient are rounded correctly.
        dots = np.bincount(held_by[entries], products, len(reports))
        shared = np.flatnonzero(dots)
        likeness = (dots[shared] * 10_000 / np.sqrt(norms[shared] * norms[i])).astype(np.int64)
        late = np.abs(days[shared] - days[i]) > window_days
        likeness = np.where(late, likeness * FOLLOW_UP // 10, likeness)
        alike = (likeness >= FLOOR) & (shared != i)
        yield _Row(shared[alike], likeness[alike])
