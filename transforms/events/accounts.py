"""What a mention is compared by, an event as its mentions have told it so far, and the days of both.

told = tell(mention, dated_news(mentions_of_its_report))
account.add(told)
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Optional

from schemas.records import EventMention
from schemas.vocabulary import QUAD_CLASS, STATED_BASES
from transforms.events.families import families_of
from transforms.events.head_words import head_word
from transforms.events.lexicon import frames_of
from transforms.events.status import NEWS_DAYS

Days = tuple[Optional[date], Optional[date]]


class Name(NamedTuple):
    """A participant's name as it is compared: its last word, and how its first begins, if there are two."""

    last: str
    first: str


class Told(NamedTuple):
    """A mention with what it is compared by; `nouns` are the last words of those only described ("guard")."""

    mention: EventMention
    kind: str
    families: frozenset[str]
    frames: frozenset[str]
    names: frozenset[Name]
    nouns: frozenset[str]
    speakers: frozenset[str]
    place: Optional[str]
    counts: frozenset[tuple[str, int]]
    reality: str
    stated: bool
    # Its report states the day: of it, or of its like.
    firm: bool
    weak: bool

    @property
    def order(self) -> tuple[date, str, int, str]:
        """The order in which mentions are read."""
        return reading_order(self.mention)


def reading_order(mention: EventMention) -> tuple[date, str, int, str]:
    """Return what mentions are sorted by: the day of publication, then the report and the place in it."""
    return (mention.published, mention.article_id, mention.start, mention.mention_id)


class Dated(NamedTuple):
    """A kind of happening that a report states a day of."""

    event_type: str
    mode: Optional[str]
    start: Optional[date]
    end: Optional[date]


def dated_news(mentions: Iterable[EventMention]) -> frozenset[Dated]:
    """Return what the mentions of one report state the days of; what lies far back is not its news."""
    return frozenset(
        _dated(mention)
        for mention in mentions
        if mention.date_basis in STATED_BASES and mention.status != "historical"
    )


def _dated(mention: EventMention) -> Dated:
    # What is of no type of PLOVER's is alike by its mode.
    mode = mention.mode if mention.event_type == "OTHER" else None
    return Dated(mention.event_type, mode, mention.date_start, mention.date_end)


def tell(mention: EventMention, news: Collection[Dated] = ()) -> Told:
    """Return the mention with what it is compared by; `news` is what its report states the days of.

    A day that it only inherits is firm if the report states it of its like: the headline's is the lead's.
    """
    names, nouns, speakers = set(), set(), set()
    verbal = QUAD_CLASS[mention.event_type].startswith("verbal")
    for one in (*mention.actors, *mention.recipients):
        words = one.name.lower().split()
        if words and one.entity_id:
            names.add(Name(words[-1], words[0][:3] if len(words) > 1 else ""))
        elif words:
            nouns.add(head_word(one.name))
    everyone = [*mention.actors, *mention.recipients]
    dead = [one for one in everyone if one.entity_id and mention.mode == "death"]
    for one in mention.actors if verbal else dead:
        if one.name.strip():
            speakers.add(one.name.lower().split()[-1])
    counts = (("killed", mention.killed), ("injured", mention.injured), ("arrested", mention.arrested))
    return Told(
        mention=mention,
        # One happening may be told as two types: a truce is declared (CONCEDE) and kept (RETREAT).
        kind="RETREAT" if mention.event_type == "CONCEDE" else mention.event_type,
        families=families_of(mention.lemma, mention.event_type),
        # The frames of OTHER hold too much for two happenings to be one by them.
        frames=frames_of(mention.lemma) if mention.event_type != "OTHER" else frozenset(),
        names=frozenset(names),
        nouns=frozenset(nouns),
        speakers=frozenset(speakers),
        # One that it only inherits says nothing new.
        place=mention.place if mention.place_basis != "lead" else None,
        counts=frozenset((kind, number) for kind, number in counts if number is not None),
        # That it lies far back makes no difference.
        reality="asserted" if mention.status == "historical" else mention.status,
        stated=mention.date_basis in STATED_BASES,
        firm=mention.date_basis in STATED_BASES
        or (mention.date_basis == "inherited" and _dated(mention) in news),
        weak=mention.date_basis in ("published", "none"),
    )


@dataclass(slots=True)
class Account:
    """An event as its mentions have told it so far; the order they came in makes no difference."""

    event_id: str
    first: Told
    dated: Optional[Told] = None
    kinds: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    frames: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    names: set[Name] = field(default_factory=set)
    last_names: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    counts: set[tuple[str, int]] = field(default_factory=set)
    realities: set[str] = field(default_factory=set)
    days: set[Days] = field(default_factory=set)
    tellers: set[str] = field(default_factory=set)
    # By report, the days that it states.
    firm: dict[str, set[Days]] = field(default_factory=dict)

    def add(self, told: Told) -> None:
        """Take in what one more mention says."""
        mention = told.mention
        self.first = min(self.first, told, key=lambda one: one.order)
        self.kinds.add(told.kind)
        self.lemmas.add(mention.lemma)
        self.families |= told.families
        self.frames |= told.frames
        self.sentences.add(mention.sentence_id)
        self.tellers.add(mention.article_id)
        self.names |= told.names
        self.last_names |= {name.last for name in told.names}
        self.nouns |= told.nouns
        self.speakers |= told.speakers
        self.places |= {told.place} if told.place else set()
        self.countries |= {mention.place_country} if told.place and mention.place_country else set()
        self.modes |= {mention.mode} if mention.mode else set()
        self.counts |= told.counts
        self.realities.add(told.reality)
        if not told.weak:
            self.days.add((mention.date_start, mention.date_end))
            if told.firm:
                self.firm.setdefault(mention.article_id, set()).add((mention.date_start, mention.date_end))
            self._date_by(told)

    def absorb(self, other: "Account") -> None:
        """Take in all that another account of the same event says."""
        self.first = min(self.first, other.first, key=lambda one: one.order)
        for name in (
            "kinds", "lemmas", "families", "frames", "sentences", "names", "last_names", "nouns", "speakers",
            "places", "countries", "modes", "counts", "realities", "days", "tellers",
        ):  # fmt: skip
            getattr(self, name).update(getattr(other, name))
        for article_id, days in other.firm.items():
            self.firm.setdefault(article_id, set()).update(days)
        if other.dated:
            self._date_by(other.dated)

    def _date_by(self, told: Told) -> None:
        """The first stated date stands for the event, sooner than one that is only inherited."""
        if self.dated is None or _firmness(told) < _firmness(self.dated):
            self.dated = told


def _firmness(told: Told) -> tuple[bool, bool, tuple[date, str, int, str]]:
    return (not told.stated, not told.firm, told.order)


def cannot_be_one_day(one: Account | Told, other: Account, disagreement: int) -> bool:
    """Whether what reports state of the days of two tellings makes them two happenings.

    Of two reports so do days further apart than `disagreement`, of one any two days: it does not contradict
    itself. A day that is only inherited is a guess, but not by more than NEWS_DAYS.
    """
    dated = one if isinstance(one, Told) else one.dated
    if dated is None or dated.weak or other.dated is None:
        return False
    apart = days_apart(dated, other.dated)
    if apart > (disagreement if dated.firm and other.dated.firm else NEWS_DAYS):
        return True
    firm = (
        {dated.mention.article_id: {_days(dated)} if dated.firm else set()}
        if isinstance(one, Told)
        else one.firm
    )
    return any(
        _between(here, there) > 0
        for article_id, days in firm.items()
        for here in days
        for there in other.firm.get(article_id, ())
    )


def _days(told: Told) -> Days:
    return (told.mention.date_start, told.mention.date_end)


def days_apart(one: Told, other: Told) -> int:
    """Return the days between two dates, 0 where they can mean one time: intervals that meet.

    What is dated by nothing but its publication lies in the days of news before that, or is about to come.
    """
    apart = _between(_days(one), _days(other))
    return 0 if apart <= NEWS_DAYS and (one.weak or other.weak) else apart


def _between(one: Days, other: Days) -> int:
    """The days between two intervals."""
    if one[0] is None or other[0] is None:
        return 0
    return max((one[0] - (other[1] or other[0])).days, (other[0] - (one[1] or one[0])).days, 0)
