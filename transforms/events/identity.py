"""Which event mentions of a story tell of one event.

    clustered = cluster_events(mentions, known)

A mention joins the event that it agrees with best, if it agrees enough, else it begins one. Mentions
are read in the order of (published, article_id, start), so that the result does not depend on the
order they come in, and a run that adds later reports gives what one run over all would have given.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Optional

from schemas.records import EventMention, Participant
from schemas.vocabulary import QUAD_CLASS, STATED_BASES
from transforms.events.lexicon import frames_of
from transforms.events.status import NEWS_DAYS
from transforms.ids import content_id

# What speaks for two mentions being of one event, and what against; a mention joins an event from
# MIN_SCORE on. Set by hand, then tried on the development part of ECB+ with its dates taken out: there
# the word counts for most, and other names for the participants for nothing (a report says "the suspect",
# another his name). Who speaks makes two statements two, and who dies two deaths, if both are named.
SAME_WORD, SAME_FRAME, SAME_KIND = 0.6, 0.3, 0.25
SAME_SENTENCE = -0.1
SHARED_PARTICIPANT, OTHER_SPEAKER = 0.1, -0.35
SAME_PLACE, OTHER_PLACE = 0.1, -0.1
SAME_DAY, OTHER_DAY, OTHER_GUESSED_DAY = 0.15, -0.3, -0.15
SAME_COUNT, OTHER_COUNT = 0.1, -0.05
SAME_MODE = 0.05
OTHER_STATUS = -0.2
MIN_SCORE = 0.35
# Two reports may be that many days apart on one event, and disagree; further apart are two events.
MAX_DISAGREEMENT_DAYS = 3
# An inherited date may be off by a background sentence, but not by a month from what another report states.
MAX_GUESSED_DAYS = 31
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
    actors: set[frozenset[str]] = field(default_factory=set)
    recipients: set[frozenset[str]] = field(default_factory=set)
    has_named_actor: bool = False
    places: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    counts: set[tuple[str, int]] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    dated: list[EventMention] = field(default_factory=list)

    def add(self, mention: EventMention) -> None:
        self.lemmas.add(mention.lemma)
        self.frames |= frames_of(mention.lemma)
        self.sentences.add(mention.sentence_id)
        self.actors |= _names(mention.actors)
        self.recipients |= _names(mention.recipients)
        self.has_named_actor = self.has_named_actor or _has_named(mention.actors)
        self.statuses.add(_reality(mention))
        self.counts |= _counts(mention)
        if mention.place:
            self.places.add(mention.place)
        if mention.place_country:
            self.countries.add(mention.place_country)
        if mention.mode:
            self.modes.add(mention.mode)
        if not _is_weak(mention):
            # The first stated date stands for the event, sooner than one that is only inherited.
            stands = _is_stated(mention) and not any(_is_stated(other) for other in self.dated)
            if stands:
                self.dated = [other for other in self.dated if not _same_days(mention, other)]
            if stands or not any(_same_days(mention, other) for other in self.dated):
                self.dated.insert(0 if stands else len(self.dated), mention)


def cluster_events(mentions: Sequence[EventMention], known: Sequence[EventMention]) -> list[EventMention]:
    """Return `mentions`, of one story, each with its event_id and why, in the order of the text.

    `known` are the story's mentions from earlier runs: their events go on, under the same ids. A
    mention that begins an event has the rule "first" and no score; `conflicts` names the columns in
    which a mention contradicts its event's first one. Only events of one type are compared whose wording
    is akin (by a word, a frame of the lexicon, PLOVER's mode, or as violence), and never ones whose stated
    dates are more than MAX_DISAGREEMENT_DAYS apart, or one stated and one inherited MAX_GUESSED_DAYS.
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
    """How well `mention` fits `cluster`; None where dates or wording exclude that they are one."""
    gap = _days_apart(mention, cluster.dated[0]) if cluster.dated else 0
    sides = (mention, *cluster.dated[:1])
    stated = len(sides) == 2 and all(map(_is_stated, sides))
    if gap > (MAX_DISAGREEMENT_DAYS if stated else MAX_GUESSED_DAYS) and any(map(_is_stated, sides)):
        return None
    parts: list[tuple[str, float]] = []
    if mention.lemma in cluster.lemmas:
        parts.append(("word", SAME_WORD))
    elif cluster.frames & frames_of(mention.lemma):
        parts.append(("frame", SAME_FRAME))
    elif mention.event_type == "ASSAULT":
        parts.append(("violence", SAME_KIND))
    elif mention.event_type != "OTHER" and mention.mode and mention.mode in cluster.modes:
        parts.append(("mode", SAME_KIND))
    else:
        return None
    if mention.sentence_id in cluster.sentences and parts[0][0] != "violence":
        parts.append(("", SAME_SENTENCE))
    parts += _who(mention, cluster)
    if mention.place and mention.place in cluster.places:
        parts.append(("place", SAME_PLACE))
    elif mention.place_country and cluster.countries and mention.place_country not in cluster.countries:
        parts.append(("", OTHER_PLACE))
    if gap:
        parts.append(("", OTHER_DAY if stated else OTHER_GUESSED_DAY))
    elif not _is_weak(mention) and any(_same_days(mention, other) for other in cluster.dated):
        parts.append(("date", SAME_DAY))
    counts = _counts(mention)
    if counts & cluster.counts:
        parts.append(("number", SAME_COUNT))
    elif {kind for kind, _ in counts} & {kind for kind, _ in cluster.counts}:
        parts.append(("", OTHER_COUNT))
    if mention.mode and mention.mode in cluster.modes:
        parts.append(("", SAME_MODE))
    if _reality(mention) not in cluster.statuses:
        parts.append(("", OTHER_STATUS))
    rule = "+".join(name for name, _ in parts if name)
    return Agreement(round(sum(weight for _, weight in parts), 3), rule)


def _who(mention: EventMention, cluster: _Cluster) -> list[tuple[str, float]]:
    parts: list[tuple[str, float]] = []
    actors, recipients = _names(mention.actors), _names(mention.recipients)
    if _share(actors, cluster.actors):
        parts.append(("actor", SHARED_PARTICIPANT))
    elif _are_others(mention, actors, cluster):
        parts.append(("", OTHER_SPEAKER))
    if _share(recipients, cluster.recipients):
        parts.append(("recipient", SHARED_PARTICIPANT))
    return parts


def _are_others(mention: EventMention, actors: set[frozenset[str]], cluster: _Cluster) -> bool:
    """Whether its actors, shared with none of the event's, make it another event."""
    if mention.mode == "death":
        return _has_named(mention.actors) and cluster.has_named_actor
    return bool(actors) and bool(cluster.actors) and QUAD_CLASS[mention.event_type].startswith("verbal")


def _has_named(participants: Sequence[Participant]) -> bool:
    return any(one.entity_id for one in participants)


def _names(participants: Sequence[Participant]) -> set[frozenset[str]]:
    """What participants are called, as sets of words: a name's all, of plain words the last ("guard")."""
    return {
        frozenset(one.name.lower().split() if one.entity_id else one.name.lower().split()[-1:])
        for one in participants
        if one.name.strip()
    }


def _share(own: set[frozenset[str]], theirs: set[frozenset[str]]) -> bool:
    """Whether two lists of participants have one in common, by name or by part of it: "Felt", "Mark Felt"."""
    return bool(own & theirs) or any(a <= b or b <= a for a in own for b in theirs)


def _counts(mention: EventMention) -> set[tuple[str, int]]:
    counts = (("killed", mention.killed), ("injured", mention.injured), ("arrested", mention.arrested))
    return {(kind, number) for kind, number in counts if number is not None}


def _reality(mention: EventMention) -> str:
    """Its status; that it lies far back makes no difference."""
    return "asserted" if mention.status == "historical" else mention.status


def _is_stated(mention: EventMention) -> bool:
    return mention.date_basis in STATED_BASES


def _is_weak(mention: EventMention) -> bool:
    """Whether its date is only that of publication, or none."""
    return mention.date_basis in ("published", "none")


def _same_days(a: EventMention, b: EventMention) -> bool:
    return a.date_start == b.date_start and a.date_end == b.date_end


def _days_apart(a: EventMention, b: EventMention) -> int:
    """The days between two dates, 0 where they can mean one time: intervals that meet.

    What is dated by nothing but its publication lies in the days of news before that, or is about to come.
    """
    if a.date_start is None or b.date_start is None:
        return 0
    a_end, b_end = a.date_end or a.date_start, b.date_end or b.date_start
    apart = max((a.date_start - b_end).days, (b.date_start - a_end).days, 0)
    return 0 if apart <= NEWS_DAYS and (_is_weak(a) or _is_weak(b)) else apart


def _conflicts(first: EventMention, mention: EventMention) -> list[str]:
    """The columns in which a mention contradicts its event's first one; what is left open is no conflict."""
    found = []
    if _days_apart(first, mention):
        found.append("date")
    for column, own, theirs in (
        ("actors", _names(mention.actors), _names(first.actors)),
        ("recipients", _names(mention.recipients), _names(first.recipients)),
    ):
        if own and theirs and not _share(own, theirs):
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
