"""Which event mentions of a story tell of one event.

    clustered = cluster_events(mentions, known)

A mention joins the event that it agrees with best, if it agrees enough, else it begins one. Mentions
are read in the order of (published, article_id, start), so that the result does not depend on the
order they come in, and a run that adds later reports gives what one run over all would have given.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple, Optional

from schemas.records import EventMention, Participant
from schemas.vocabulary import STATED_BASES
from transforms.events.lexicon import FRAMES
from transforms.ids import content_id

# Two words of one frame ("murder", "slaying"), the same word, the same sentence, the same number of
# victims ... each is worth so much agreement; a mention joins an event from MIN_SCORE on. The weights
# and the threshold were set by hand and then tried on the development part of ECB+ (dates aside).
SAME_WORD, SAME_FRAME, SAME_SENTENCE = 0.5, 0.35, 0.25
SHARED_PARTICIPANT, OTHER_PARTICIPANTS = 0.25, -0.3
SAME_PLACE, OTHER_PLACE = 0.15, -0.2
SAME_DAY = 0.2
SAME_COUNT, OTHER_COUNT = 0.2, -0.1
SAME_MODE = 0.05
OTHER_STATUS = -0.1
MIN_SCORE = 0.45
# A report may be dated a day or two after what it tells of without saying when that was.
SLACK_DAYS = 2
# Types that one happening may be told as: a truce is declared (CONCEDE) and kept (RETREAT).
_ONE_KIND = {"CONCEDE": "RETREAT"}


class Agreement(NamedTuple):
    """How well a mention fits an event, and by what."""

    score: float
    rule: str


@dataclass(slots=True)
class _Cluster:
    """An event as its mentions have told it so far."""

    event_id: str
    first: EventMention
    lemmas: set[str] = field(default_factory=set)
    frames: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    counts: set[tuple[str, int]] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    dated: list[EventMention] = field(default_factory=list)

    def add(self, mention: EventMention) -> None:
        self.lemmas.add(mention.lemma)
        self.frames |= _frames_of().get(mention.lemma, frozenset())
        self.sentences.add(mention.sentence_id)
        self.actors |= _names(mention.actors)
        self.recipients |= _names(mention.recipients)
        self.statuses.add(mention.status)
        self.counts |= _counts(mention)
        if mention.place:
            self.places.add(mention.place)
        if mention.place_country:
            self.countries.add(mention.place_country)
        if mention.mode:
            self.modes.add(mention.mode)
        if mention.date_start and not any(_same_days(mention, other) for other in self.dated):
            self.dated.append(mention)


def cluster_events(mentions: Sequence[EventMention], known: Sequence[EventMention]) -> list[EventMention]:
    """Return `mentions`, of one story, each with its event_id and why, in the order of the text.

    `known` are the story's mentions from earlier runs: their events go on, under the same ids. A
    mention that begins an event has the rule "first" and no score; `conflicts` names the columns in
    which a mention contradicts its event's first one. Events of one type only are compared, and never
    of stated dates that exclude each other.
    """
    clusters: dict[str, list[_Cluster]] = {}
    by_id: dict[str, _Cluster] = {}
    for mention in sorted(known, key=_order):
        if mention.event_id is None:
            continue
        cluster = by_id.get(mention.event_id)
        if cluster is None:
            cluster = by_id[mention.event_id] = _Cluster(mention.event_id, mention)
            clusters.setdefault(_kind(mention), []).append(cluster)
        cluster.add(mention)
    found = []
    for mention in sorted(mentions, key=_order):
        candidates = clusters.setdefault(_kind(mention), [])
        best: Optional[tuple[Agreement, _Cluster]] = None
        for cluster in candidates:
            agreement = _agreement(mention, cluster)
            if (
                agreement
                and agreement.score >= MIN_SCORE
                and (best is None or agreement.score > best[0].score)
            ):
                best = (agreement, cluster)
        if best is None:
            cluster = _Cluster(content_id("event", mention.mention_id), mention)
            candidates.append(cluster)
            row = mention._replace(
                event_id=cluster.event_id, merge_rule="first", merge_score=None, conflicts=[]
            )
        else:
            agreement, cluster = best
            row = mention._replace(
                event_id=cluster.event_id,
                merge_rule=agreement.rule,
                merge_score=agreement.score,
                conflicts=_conflicts(cluster.first, mention),
            )
        cluster.add(mention)
        found.append(row)
    return found


def _order(mention: EventMention) -> tuple[date, str, int, str]:
    return (mention.published, mention.article_id, mention.start, mention.mention_id)


def _kind(mention: EventMention) -> str:
    return _ONE_KIND.get(mention.event_type, mention.event_type)


def _agreement(mention: EventMention, cluster: _Cluster) -> Optional[Agreement]:
    """How well `mention` fits `cluster`; None where the dates exclude that they are one."""
    if (
        cluster.dated
        and mention.date_start
        and not any(_may_be_one_time(mention, other) for other in cluster.dated)
    ):
        return None
    parts: list[tuple[str, float]] = []
    if mention.lemma in cluster.lemmas:
        parts.append(("word", SAME_WORD))
    elif cluster.frames & _frames_of().get(mention.lemma, frozenset()):
        parts.append(("frame", SAME_FRAME))
    if mention.sentence_id in cluster.sentences:
        parts.append(("sentence", SAME_SENTENCE))
    parts += _who(mention, cluster)
    if mention.place and mention.place in cluster.places:
        parts.append(("place", SAME_PLACE))
    elif mention.place_country and cluster.countries and mention.place_country not in cluster.countries:
        parts.append(("", OTHER_PLACE))
    if any(_same_days(mention, other) and _stated(mention) and _stated(other) for other in cluster.dated):
        parts.append(("date", SAME_DAY))
    counts = _counts(mention)
    if counts & cluster.counts:
        parts.append(("number", SAME_COUNT))
    elif {kind for kind, _ in counts} & {kind for kind, _ in cluster.counts}:
        parts.append(("", OTHER_COUNT))
    if mention.mode and mention.mode in cluster.modes:
        parts.append(("", SAME_MODE))
    if mention.status not in cluster.statuses:
        parts.append(("", OTHER_STATUS))
    rule = "+".join(name for name, _ in parts if name)
    return Agreement(round(sum(weight for _, weight in parts), 3), rule)


def _who(mention: EventMention, cluster: _Cluster) -> list[tuple[str, float]]:
    parts: list[tuple[str, float]] = []
    for name, own, theirs in (
        ("actor", _names(mention.actors), cluster.actors),
        ("recipient", _names(mention.recipients), cluster.recipients),
    ):
        if own and theirs:
            parts.append((name, SHARED_PARTICIPANT) if own & theirs else ("", OTHER_PARTICIPANTS))
    return parts


def _names(participants: Sequence[Participant]) -> set[str]:
    """What participants are known by: the entity, or the last word of what they are called ("guard")."""
    return {one.entity_id or one.name.split()[-1].lower() for one in participants if one.name.strip()}


def _counts(mention: EventMention) -> set[tuple[str, int]]:
    counts = (("killed", mention.killed), ("injured", mention.injured), ("arrested", mention.arrested))
    return {(kind, number) for kind, number in counts if number is not None}


def _stated(mention: EventMention) -> bool:
    return mention.date_basis in STATED_BASES


def _same_days(a: EventMention, b: EventMention) -> bool:
    return a.date_start == b.date_start and a.date_end == b.date_end


def _may_be_one_time(a: EventMention, b: EventMention) -> bool:
    """Whether two dates can mean one time: intervals that meet, with some slack where one is not stated."""
    if a.date_start is None or b.date_start is None:
        return True
    slack = timedelta(days=0 if _stated(a) and _stated(b) else SLACK_DAYS)
    a_end, b_end = a.date_end or a.date_start, b.date_end or b.date_start
    return a.date_start <= b_end + slack and b.date_start <= a_end + slack


def _conflicts(first: EventMention, mention: EventMention) -> list[str]:
    """The columns in which a mention contradicts its event's first mention; what one leaves open is no conflict."""
    found = []
    if _stated(first) and _stated(mention) and not _may_be_one_time(first, mention):
        found.append("date")
    for column, own, theirs in (
        ("actors", _names(mention.actors), _names(first.actors)),
        ("recipients", _names(mention.recipients), _names(first.recipients)),
    ):
        if own and theirs and not own & theirs:
            found.append(column)
    for column, here, there in (
        ("place_country", mention.place_country, first.place_country),
        ("killed", mention.killed, first.killed),
        ("injured", mention.injured, first.injured),
        ("arrested", mention.arrested, first.arrested),
    ):
        if here is not None and there is not None and here != there:
            found.append(column)
    if {mention.status, first.status} in ({"asserted", "negated"}, {"historical", "negated"}):
        found.append("status")
    return found


@functools.cache
def _frames_of() -> Mapping[str, frozenset[str]]:
    """The names of the frames that each word stands in."""
    found: dict[str, set[str]] = {}
    for frame in FRAMES:
        for word in f"{frame.verbs} {frame.nouns}".split():
            found.setdefault(word.split("+")[0].split("/")[0], set()).add(frame.name)
    return {word: frozenset(names) for word, names in found.items()}
