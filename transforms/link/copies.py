"""Find the reports that are copies of earlier ones.

    links = link_copies(new_reports, known_reports, window_days=7)

Takes the reports of a run and those of the last days. Gives a Link for every new report that repeats
another. Known reports and their links are never changed.

- Candidates share keys or the whole text; `compare` decides.
- A link points at a root, a report that is itself no copy, and is verified against that root: links never
  chain. Only roots are indexed, so that hundreds of reprints of one report cost a comparison each.
- Reports are taken by (published, article_id), so that the order of the input does not matter, and days
  linked one by one give the links of all days at once. Known roots come before new ones, even of an
  earlier day (a late report): what is stored is never turned round.
- A key that many roots share (a form that is filled in daily) is never dropped: it nominates the
  MAX_POSTINGS earliest of them, and the keys of the text itself nominate the others.
"""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, Optional, Union

from transforms.link.likeness import compare, containment
from transforms.link.signature import NO_WORDS, Signature

# Copies come within days; what comes back after a week is a form (research/duplicates.md, section 3).
MAX_DAYS = 3
# One key in common is chance too often: a stock phrase.
COMMON_KEYS = 2
MAX_POSTINGS = 8

# A text that shares less than this with an older one of its source id is no version of it: names like
# "001" recur from feed to feed.
MIN_VERSION_CONTAINMENT = 0.2


class Report(NamedTuple):
    """A report as linking sees it. `duplicate_of` is read of known reports only."""

    article_id: str
    source_id: str
    published: date
    signature: Signature
    duplicate_of: Optional[str] = None


class Link(NamedTuple):
    """`article_id` repeats `duplicate_of`; rules: DUPLICATE_RULES. Similarity: containment, 0 to 1."""

    article_id: str
    duplicate_of: str
    similarity: float
    rule: str


class _Post(NamedTuple):
    """A report's place in an index: known before new, then by day, then by id."""

    is_new: bool
    day: int
    article_id: str


def candidate_keys(signature: Signature) -> list[int]:
    """Return the keys, below 2**64, by which candidates are found: reports that share none are no copies."""
    return signature.keys.values.tolist()


def link_copies(new: Iterable[Report], known: Iterable[Report], window_days: int) -> list[Link]:
    """Return a link for each report of `new` that repeats another, by (published, article_id).

    - "exact", "near": the root is at most MAX_DAYS, and at most `window_days`, away. Of several that
      fit, the first known one is taken, or else the earliest new one.
    - "version": an earlier report of the same source id is at most `window_days` away, and its text was
      changed. The link points at that report's root, similarity is to the report itself. This rule
      goes before the others, but a root's unchanged text is "exact".

    A report of `new` whose id is known, or came before, is passed over.
    """
    index = _Index()
    for report in sorted(known, key=_order):
        index.add(report, report.duplicate_of, is_new=False)
    links: list[Link] = []
    for report in sorted(new, key=_order):
        if report.article_id in index.roots:
            continue
        link = _version_link(report, index, window_days)
        link = link or _copy_link(report, index, min(window_days, MAX_DAYS))
        index.add(report, link.duplicate_of if link else None, is_new=True)
        if link:
            links.append(link)
    return links


def _order(report: Report) -> tuple[date, str]:
    return report.published, report.article_id


class _Index:
    """The reports seen so far: roots by key and by digest, all by source id."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.roots: dict[str, str] = {}
        self.by_source: defaultdict[str, list[_Post]] = defaultdict(list)
        # Apart for known and new roots, so that each list can be searched by day.
        self.by_key: defaultdict[tuple[bool, Union[bytes, int]], list[_Post]] = defaultdict(list)

    def add(self, report: Report, duplicate_of: Optional[str], is_new: bool) -> None:
        post = _Post(is_new, report.published.toordinal(), report.article_id)
        self.reports[report.article_id] = report
        self.roots[report.article_id] = duplicate_of or report.article_id
        insort(self.by_source[report.source_id], post)
        if duplicate_of is None and report.signature.digest != NO_WORDS:
            insort(self.by_key[is_new, report.signature.digest], post)
            for key in candidate_keys(report.signature):
                insort(self.by_key[is_new, key], post)

    def nominees(self, key: Union[bytes, int], day: int, days: int) -> Iterator[_Post]:
        """The first MAX_POSTINGS roots under `key` at most `days` from `day`, known ones first."""
        left = MAX_POSTINGS
        for is_new in (False, True):
            posts = self.by_key.get((is_new, key), [])
            first = bisect_left(posts, _Post(is_new, day - days, ""))
            for post in posts[first : first + left]:
                if post.day <= day + days:
                    left -= 1
                    yield post


def _version_link(report: Report, index: _Index, days: int) -> Optional[Link]:
    new, day = report.signature, report.published.toordinal()
    for post in index.by_source.get(report.source_id, []):
        old, root = index.reports[post.article_id].signature, index.roots[post.article_id]
        if abs(post.day - day) > days or NO_WORDS in (old.digest, new.digest):
            continue
        if old.digest == new.digest and root == post.article_id:
            return Link(report.article_id, root, 1.0, "exact")
        shared = containment(old.sketch, new.sketch)
        if shared >= MIN_VERSION_CONTAINMENT:
            return Link(report.article_id, root, round(shared, 4), "version")
    return None


def _copy_link(report: Report, index: _Index, days: int) -> Optional[Link]:
    signature, day = report.signature, report.published.toordinal()
    for post in index.nominees(signature.digest, day, days):
        return Link(report.article_id, post.article_id, 1.0, "exact")
    shared = Counter(post for key in candidate_keys(signature) for post in index.nominees(key, day, days))
    for post in sorted(shared):
        root = index.reports[post.article_id].signature
        if shared[post] >= _keys_asked(signature, root):
            likeness = compare(signature, root)
            if likeness:
                return Link(report.article_id, post.article_id, likeness.similarity, likeness.rule)
    return None


def _keys_asked(a: Signature, b: Signature) -> int:
    """Return how many keys a pair must share: COMMON_KEYS, or 1 where one side has no more than that many.

    Counted at the common level: a brief has few keys left at the level of the long report that holds it.
    """
    mask = (1 << max(a.keys.level, b.keys.level)) - 1
    fewest = min(sum(not key & mask for key in candidate_keys(s)) for s in (a, b))
    return COMMON_KEYS if fewest > COMMON_KEYS else 1
