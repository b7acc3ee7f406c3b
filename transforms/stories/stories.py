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

from transforms.ids import content_id
from transforms.link.terms import Terms

# In ten-thousandths. Below FLOOR two reports are taken to have nothing in common.
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
    clusters = _Clusters(reports)
    for i, others, likeness in _alike_pairs(reports, window_days):
        clusters.add(i, others, likeness)
    clusters.merge()
    return clusters.links()


class _Clusters:
    """Average-link clustering. A cluster goes by the rank of its first report."""

    def __init__(self, reports: Sequence[StoryReport]) -> None:
        self.reports = reports
        self.members: defaultdict[int, list[int]] = defaultdict(list)
        self.cluster_of: list[int] = []
        # A cluster's known stories, each with the rank of its first report; the summed likeness of two.
        self.stories: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        self.likeness: defaultdict[int, dict[int, int]] = defaultdict(dict)
        self.has_new: dict[int, bool] = {}
        self.joined_at: dict[int, float] = {}
        self.merged_at: dict[str, float] = {}
        first: dict[str, int] = {}
        for i, report in enumerate(reports):
            cluster = i if report.story_id is None else first.setdefault(report.story_id, i)
            if cluster == i:
                self.has_new[i] = report.story_id is None
                self.stories[i] = [(i, report.story_id)] if report.story_id is not None else []
            self.cluster_of.append(cluster)
            self.members[cluster].append(i)

    def add(self, i: int, others: Sequence[int], likeness: Sequence[int]) -> None:
        """Take in how alike report `i` is to the reports `others`."""
        a = self.cluster_of[i]
        own = self.likeness[a]
        for j, value in zip(others, likeness, strict=True):
            b = self.cluster_of[j]
            if a != b:
                own[b] = self.likeness[b][a] = own.get(b, 0) + value

    def merge(self) -> None:
        """Join the two clusters most alike, the earliest of several, until none are alike enough."""
        queue = [step for a in self.likeness for step in self._steps(a) if step[1] < step[2]]
        heapify(queue)
        while queue:
            cost, a, b, size_a, size_b = heappop(queue)
            # Steps of clusters that have grown since are stale.
            if (len(self.members.get(a, ())), len(self.members.get(b, ()))) == (size_a, size_b):
                self._join(a, b, -cost)
                for step in self._steps(a):
                    heappush(queue, step)

    def _steps(self, a: int) -> Iterator[tuple[float, int, int, int, int]]:
        size_a = len(self.members[a])
        for b, likeness in self.likeness[a].items():
            size_b = len(self.members[b])
            if likeness >= MIN_LIKENESS * size_a * size_b and (self.has_new[a] or self.has_new[b]):
                first, last = ((a, size_a), (b, size_b)) if a < b else ((b, size_b), (a, size_a))
                yield -likeness / (size_a * size_b), first[0], last[0], first[1], last[1]

    def _join(self, a: int, b: int, likeness: float) -> None:
        score = round(likeness / 10_000, 4)
        for i in (*self.members[a], *self.members[b]):
            self.joined_at.setdefault(i, score)
        if self.stories[a] and self.stories[b]:
            later = max(min(self.stories[a]), min(self.stories[b]))
            self.merged_at[later[1]] = score
        self.members[a] += self.members.pop(b)
        self.stories[a] += self.stories.pop(b)
        self.has_new[a] |= self.has_new.pop(b)
        own = self.likeness[a]
        for c, value in self.likeness.pop(b).items():
            del self.likeness[c][b]
            if c != a:
                own[c] = self.likeness[c][a] = own.get(c, 0) + value

    def links(self) -> StoryLinks:
        """Return the stories as they stand."""
        story_of: list[tuple[int, StoryOf]] = []
        merges: list[StoryMerge] = []
        for members, stories in ((self.members[c], sorted(self.stories[c])) for c in self.members):
            story_id = (
                stories[0][1] if stories else content_id("story", self.reports[min(members)].article_id)
            )
            merges += [StoryMerge(other, story_id, self.merged_at[other]) for _, other in stories[1:]]
            for i in members:
                if self.reports[i].story_id is None:
                    rule = "average link" if i in self.joined_at else "alone"
                    link = StoryOf(self.reports[i].article_id, story_id, rule, self.joined_at.get(i))
                    story_of.append((i, link))
        return StoryLinks([link for _, link in sorted(story_of)], sorted(merges))


def _alike_pairs(
    reports: Sequence[StoryReport], window_days: int
) -> Iterator[tuple[int, list[int], list[int]]]:
    """Yield each report's rank with the lower ranks that are alike to it, and how much, in ten-thousandths.

    Every pair that shares a term is counted, by an inverted index; the cost is that of the pairs.
    """
    sizes = [report.terms.hashes.size for report in reports]
    if not sum(sizes):
        return
    hashes = np.concatenate([report.terms.hashes for report in reports])
    weights = np.concatenate([report.terms.weights for report in reports]).astype(np.int64)
    owners = np.repeat(np.arange(len(reports)), sizes)
    days = np.array([report.published.toordinal() for report in reports])
    # Postings: entries by term, and within a term by report.
    by_term = np.argsort(hashes, kind="stable")
    held_by, weighs = owners[by_term], weights[by_term].astype(np.float64)
    begins = np.searchsorted(hashes[by_term], hashes)
    places = np.empty_like(by_term)
    places[by_term] = np.arange(by_term.size)
    norms = np.bincount(owners, weights * weights, len(reports))
    ends = np.cumsum(sizes)
    for i, (start, end) in enumerate(zip(ends - sizes, ends, strict=True)):
        # Of each of its terms, the postings of earlier reports: from the term's beginning to its own place.
        lengths = places[start:end] - begins[start:end]
        if not lengths.sum():
            continue
        entries = np.arange(lengths.sum()) + np.repeat(
            begins[start:end] - (np.cumsum(lengths) - lengths), lengths
        )
        products = weighs[entries] * np.repeat(weights[start:end], lengths)
        # Sums of integers below 2 ** 53, exact in floats; so is the rounding of sqrt and of a quotient.
        dots = np.bincount(held_by[entries], products, i)
        likeness = (dots * 10_000 / np.sqrt(norms[:i] * norms[i] + (dots == 0))).astype(np.int64)
        likeness = np.where(days[i] - days[:i] > window_days, likeness * FOLLOW_UP // 10, likeness)
        others = np.flatnonzero(likeness >= FLOOR)
        yield i, others.tolist(), likeness[others].tolist()
