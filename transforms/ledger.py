"""What stands for what, by the ledger `merges`. Light to import: a timeline should not wait for Beam."""

from collections.abc import Iterable


def standing_ids(merged: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return by each id that was merged into another the one that stands for it now.

    Takes pairs of an id and what it was merged into. Merges never form a ring.

    >>> standing_ids([("a", "b"), ("b", "c")])
    {'a': 'c', 'b': 'c'}
    """
    into = dict(merged)
    found = {}
    for one in into:
        stands = one
        while stands in into:
            stands = into[stands]
        found[one] = stands
    return found
