"""Which event mentions of a story tell of one event.

    clustering = cluster_events(mentions, known)

A mention joins the event that it agrees with best, if it agrees enough, else it begins one; one that fits
two events well shows them to be one. Mentions are read in the order of (published, article_id, start), so
that the result does not depend on the order they come in, and a run that adds later reports finds the events
that one run over all would have found.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from schemas.records import EventMention, Merge
from transforms.events.accounts import Account, Told, cannot_be_one_day, dated_news, reading_order, tell
from transforms.events.conflicts import conflicts_between
from transforms.events.likeness import MIN_SCORE, Agreement, likeness
from transforms.ids import content_id
from transforms.ledger import standing_ids

# A mention that fits two events so well shows them to be one.
BRIDGE_SCORE = 0.65
# Of the events that a mention has a word and one thing more in common with, so many are compared, the last
# told first: a story of 10,000 mentions stays a matter of seconds.
MAX_COMPARED = 16


class Clustering(NamedTuple):
    """Mentions with their events, and the events of earlier runs that turned out to be one."""

    mentions: list[EventMention]
    merges: list[Merge]


def cluster_events(mentions: Sequence[EventMention], known: Sequence[EventMention]) -> Clustering:
    """Return `mentions`, of one story, each with its event_id and why, in the order of the text.

    `known` are the story's mentions from earlier runs: their events go on, under the ids that stand for them.
    A mention that begins an event has the rule "first" and no score; `conflicts`
    names the columns in which a mention contradicts its event's first one. Events that turn out to be one
    go by the id that was written first: where both were, a Merge says so.
    """
    accounts = _Accounts()
    tells = _by_its_report((*known, *mentions))
    for mention in sorted(known, key=reading_order):
        if mention.event_id is not None:
            accounts.add(tells(mention), mention.event_id)
    written = frozenset(accounts.by_id)
    joined: list[tuple[Told, str, Agreement]] = []
    merges: list[Merge] = []
    for mention in sorted(mentions, key=reading_order):
        told = tells(mention)
        fitting = accounts.fitting(told)
        if not fitting:
            event_id = content_id("event", mention.mention_id)
            accounts.add(told, event_id)
            joined.append((told, event_id, Agreement(0.0, "first")))
            continue
        agreement, event = fitting[0]
        same = [fit for fit in fitting[1:] if fit[0].score >= BRIDGE_SCORE and not _contradict(event, fit[1])]
        accounts.add(told, event.event_id)
        joined.append((told, event.event_id, agreement))
        for other_agreement, other in same:
            if not _contradict(event, other):
                event, gone = accounts.merge(event, other, written)
                merges.append(
                    Merge(
                        "event",
                        gone,
                        event.event_id,
                        other_agreement.rule,
                        other_agreement.score,
                        mention.published,
                    )
                )
    now = standing_events(merges)
    by_gone = {merge.id: merge for merge in merges}
    rows = [_row(*one, accounts, now, by_gone) for one in joined]
    ledger = [
        merge._replace(merged_into=now.get(merge.merged_into, merge.merged_into))
        for merge in merges
        if merge.id in written
    ]
    return Clustering(rows, ledger)


def _by_its_report(mentions: Iterable[EventMention]) -> Callable[[EventMention], Told]:
    """Return what tells a mention by what its whole report states, which is known whole or not at all."""
    by_report: defaultdict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_report[mention.article_id].append(mention)
    news = {article_id: dated_news(told) for article_id, told in by_report.items()}
    return lambda mention: tell(mention, news[mention.article_id])


def standing_events(merges: Iterable[Merge]) -> dict[str, str]:
    """Return `standing_ids` of the merges of events."""
    return standing_ids((merge.id, merge.merged_into) for merge in merges if merge.kind == "event")


def _row(
    told: Told,
    event_id: str,
    agreement: Agreement,
    accounts: "_Accounts",
    now: dict[str, str],
    by_gone: dict[str, Merge],
) -> EventMention:
    """The mention with its event; what began one that another run or report had begun before joined that."""
    rule, score = agreement.rule, agreement.score
    gone = by_gone.get(event_id)
    if rule == "first" and gone:
        rule, score = gone.rule, gone.score or 0.0
    event = accounts.by_id[now.get(event_id, event_id)]
    return told.mention._replace(
        event_id=event.event_id,
        merge_rule=rule,
        merge_score=None if rule == "first" else score,
        conflicts=[] if rule == "first" else conflicts_between(event.first, told),
    )


def _contradict(one: Account, other: Account) -> bool:
    """Whether two events cannot be one: they state other days, or are said, or died, by others.

    "Both ministers condemned it" fits what each of them said, and makes no one statement of the two.
    """
    if one.speakers and other.speakers and one.speakers.isdisjoint(other.speakers):
        return True
    return cannot_be_one_day(one, other, 0)


class _Accounts:
    """The events of a story, found by what they have in common with a mention."""

    def __init__(self) -> None:
        self.by_id: dict[str, Account] = {}
        self._stands_for: dict[str, str] = {}
        # By key the ids of events, the last told at the end. An id that was merged stays where it is, and
        # stands for the other.
        self._found_by: dict[tuple[str, ...], dict[str, None]] = {}

    def add(self, told: Told, event_id: str) -> None:
        account = self.by_id.get(event_id)
        if account is None:
            account = self.by_id[event_id] = Account(event_id, told)
        account.add(told)
        for key in _keys(told):
            ids = self._found_by.setdefault(key, {})
            ids.pop(event_id, None)
            ids[event_id] = None

    def fitting(self, told: Told) -> list[tuple[Agreement, Account]]:
        """The events that a mention fits, the best first, of equals the one read first."""
        found = []
        for event in self._near(told):
            agreement = likeness(told, event)
            if agreement and agreement.score >= MIN_SCORE:
                found.append((agreement, event))
        return sorted(found, key=lambda fit: (-fit[0].score, fit[1].first.order))

    def _near(self, told: Told) -> list[Account]:
        near: dict[str, Account] = {}
        for key in _keys(told):
            seen: set[str] = set()
            for event_id in reversed(self._found_by.get(key, {})):
                event_id = self._standing(event_id)
                seen.add(event_id)
                near[event_id] = self.by_id[event_id]
                if len(seen) == MAX_COMPARED:
                    break
        return list(near.values())

    def merge(self, one: Account, other: Account, written: frozenset[str]) -> tuple[Account, str]:
        """Make two events one; return it, and the id that is gone: one not written yet, else the later."""
        stays, goes = sorted(
            (one, other), key=lambda event: (event.event_id not in written, event.first.order)
        )
        stays.absorb(goes)
        del self.by_id[goes.event_id]
        self._stands_for[goes.event_id] = stays.event_id
        return stays, goes.event_id

    def _standing(self, event_id: str) -> str:
        while event_id in self._stands_for:
            event_id = self._stands_for[event_id]
        return event_id


def _keys(told: Told) -> Iterator[tuple[str, ...]]:
    """What an event shares with a mention that may be of it: the wording, alone and with one thing more."""
    mention = told.mention
    more = [name.last for name in told.names] + sorted(told.nouns)
    more += [told.place] if told.place else []
    more += [str(mention.date_start)] if not told.weak else []
    wording = [mention.lemma, *told.families]
    if mention.event_type != "OTHER":
        wording.append(told.kind)
    for word in wording:
        yield (word,)
        for thing in more:
            yield (word, thing)
    if mention.mode == "disaster":
        yield ("told in", mention.sentence_id)
