"""How well a mention fits an event as it has been told so far.

told = tell(mention)
agreement = likeness(told, account)
account.add(told)
"""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Optional

from schemas.records import EventMention
from schemas.vocabulary import QUAD_CLASS, STATED_BASES
from transforms.events.families import families_of
from transforms.events.head_words import head_word
from transforms.events.lexicon import DISASTERS, DISASTERS_DO, frames_of
from transforms.events.status import NEWS_DAYS

# What speaks for a mention being of an event, and what against; it joins from MIN_SCORE on. Set by hand,
# then tried on the development part of ECB+: the word counts for most; that a report calls someone otherwise
# ("the suspect", his name) for nothing; another person's name for little, as a happening has many people. Who
# speaks makes two statements two, and who dies two deaths, if both are named. Far apart, word and mode are
# not enough: the fine of 2015 is not today's.
SAME_WORD, SAME_FAMILY, SAME_FRAME, OTHER_TYPE, SAME_KIND = 0.6, 0.5, 0.2, 0.35, 0.1
# What a sentence says that a disaster did: "the floods killed scores" is one happening, told twice.
SAME_DISASTER = 0.4
# Violence told in other words, by one report and of one day: the shots of an attack.
SAME_REPORT_KIND = 0.25
SAME_SENTENCE = -0.1
SHARED_NAME, SHARED_NOUN, OTHER_NAME = 0.15, 0.1, -0.1
SAME_SPEAKER, OTHER_SPEAKER = 0.1, -0.25
SAME_PLACE, OTHER_PLACE = 0.1, -0.1
SAME_DAY, OTHER_DAY, FAR_DAY = 0.1, -0.1, -0.35
SAME_COUNT, OTHER_COUNT = 0.1, -0.05
SAME_MODE = 0.05
OTHER_STATUS = -0.2
MIN_SCORE = 0.35
# Two reports may be that many days apart on one event, and disagree; further apart are two events.
MAX_DISAGREEMENT_DAYS = 3

# What is told so is the whole that shots, blasts and deaths were part of.
_WHOLE = frozenset(["attack", "assault", "ambush", "raid", "onslaught", "storm"])


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
    weak: bool

    @property
    def order(self) -> tuple[date, str, int, str]:
        """The order in which mentions are read."""
        return reading_order(self.mention)


class Agreement(NamedTuple):
    """How well a mention fits an event, and by what."""

    score: float
    rule: str


def reading_order(mention: EventMention) -> tuple[date, str, int, str]:
    """Return what mentions are sorted by: the day of publication, then the report and the place in it."""
    return (mention.published, mention.article_id, mention.start, mention.mention_id)


def tell(mention: EventMention) -> Told:
    """Return the mention with what it is compared by."""
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
    days: set[tuple[Optional[date], Optional[date]]] = field(default_factory=set)
    tellers: set[str] = field(default_factory=set)

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
            self._date_by(told)

    def absorb(self, other: "Account") -> None:
        """Take in all that another account of the same event says."""
        self.first = min(self.first, other.first, key=lambda one: one.order)
        for name in (
            "kinds", "lemmas", "families", "frames", "sentences", "names", "last_names", "nouns", "speakers",
            "places", "countries", "modes", "counts", "realities", "days", "tellers",
        ):  # fmt: skip
            getattr(self, name).update(getattr(other, name))
        if other.dated:
            self._date_by(other.dated)

    def _date_by(self, told: Told) -> None:
        """The first stated date stands for the event, sooner than one that is only inherited."""
        if self.dated is None or (not told.stated, told.order) < (not self.dated.stated, self.dated.order):
            self.dated = told


def likeness(told: Told, event: Account) -> Optional[Agreement]:
    """Return how well a mention fits an event; None where dates or wording exclude that they are one.

    Only stated dates exclude, further apart than MAX_DISAGREEMENT_DAYS: an inherited day, or that of
    publication, is a guess. Wordings are akin by a word, a frame of the lexicon, PLOVER's mode, or as
    violence within a type, by a family of words also across types.
    """
    mention = told.mention
    apart = days_apart(told, event.dated) if event.dated else 0
    both_state = told.stated and event.dated is not None and event.dated.stated
    if both_state and apart > (1 if mention.mode == "death" else MAX_DISAGREEMENT_DAYS):
        return None  # who dies of wounds dies another day than those that an attack killed
    wording = _wording(told, event)
    if wording is None:
        return None
    parts = [wording]
    if mention.sentence_id in event.sentences and wording[0] not in ("violence", "disaster"):
        parts.append(("", SAME_SENTENCE))
    parts += _who(told, event)
    if told.place and told.place in event.places:
        parts.append(("place", SAME_PLACE))
    elif (
        told.place
        and mention.place_country
        and event.countries
        and mention.place_country not in event.countries
    ):
        parts.append(("", OTHER_PLACE))
    if apart > NEWS_DAYS:
        parts.append(("", FAR_DAY))
    elif apart and both_state:
        parts.append(("", OTHER_DAY))
    elif not told.weak and (mention.date_start, mention.date_end) in event.days:
        parts.append(("date", SAME_DAY))
    if told.counts & event.counts:
        parts.append(("number", SAME_COUNT))
    elif wording[0] != "violence" and {kind for kind, _ in told.counts} & {kind for kind, _ in event.counts}:
        parts.append(("", OTHER_COUNT))
    if mention.mode and mention.mode in event.modes:
        parts.append(("", SAME_MODE))
    if told.reality not in event.realities:
        parts.append(("", OTHER_STATUS))
    rule = "+".join(name for name, _ in parts if name)
    return Agreement(round(sum(weight for _, weight in parts), 3), rule)


def _wording(told: Told, event: Account) -> Optional[tuple[str, float]]:
    mention = told.mention
    akin = not event.families.isdisjoint(told.families)
    if told.kind not in event.kinds:
        return ("family", OTHER_TYPE) if akin else None
    if mention.lemma in event.lemmas:
        return ("word", SAME_WORD)
    if akin:
        return ("family", SAME_FAMILY)
    if _is_done_by(told, event):
        return ("disaster", SAME_DISASTER)
    if mention.event_type == "ASSAULT" and _is_told_with(told, event):
        return ("violence", SAME_REPORT_KIND)
    if not event.frames.isdisjoint(told.frames):
        return ("frame", SAME_FRAME)
    if mention.event_type == "ASSAULT":
        return ("violence", SAME_KIND)
    if mention.event_type != "OTHER" and mention.mode and mention.mode in event.modes:
        return ("mode", SAME_KIND)
    return None


def _is_done_by(told: Told, event: Account) -> bool:
    """Whether one of both is a disaster, and the other what the same sentence says that one did."""
    if told.mention.mode != "disaster" or told.mention.sentence_id not in event.sentences:
        return False
    if told.mention.lemma in DISASTERS:
        return not event.lemmas.isdisjoint(DISASTERS_DO)
    return told.mention.lemma in DISASTERS_DO and not event.lemmas.isdisjoint(DISASTERS)


def _is_told_with(told: Told, event: Account) -> bool:
    """Whether a report tells of both, of one day and no one else, and of one of them as the whole."""
    mention = told.mention
    if mention.lemma not in _WHOLE and event.lemmas.isdisjoint(_WHOLE):
        return False
    if told.weak or mention.article_id not in event.tellers:
        return False
    if (mention.date_start, mention.date_end) not in event.days:
        return False
    if told.place and event.places and told.place not in event.places:
        return False
    return not (told.names and event.names and not any(_is_among(name, event) for name in told.names))


def _who(told: Told, event: Account) -> list[tuple[str, float]]:
    parts: list[tuple[str, float]] = []
    if any(_is_among(name, event) for name in told.names):
        parts.append(("name", SHARED_NAME))
    elif told.names and event.names:
        parts.append(("", OTHER_NAME))
    if not event.nouns.isdisjoint(told.nouns):
        parts.append(("participant", SHARED_NOUN))
    if told.speakers and event.speakers and event.speakers.isdisjoint(told.speakers):
        parts.append(("", OTHER_SPEAKER))
    elif not event.speakers.isdisjoint(told.speakers):
        parts.append(("", SAME_SPEAKER))
    return parts


def _is_among(name: Name, event: Account) -> bool:
    """Whether an event's participants hold the name, or a fuller or briefer form: "Felt", "Mark Felt"."""
    if name in event.names or Name(name.last, "") in event.names:
        return True
    return not name.first and name.last in event.last_names


def days_apart(one: Told, other: Told) -> int:
    """Return the days between two dates, 0 where they can mean one time: intervals that meet.

    What is dated by nothing but its publication lies in the days of news before that, or is about to come.
    """
    a, b = one.mention, other.mention
    if a.date_start is None or b.date_start is None:
        return 0
    a_end, b_end = a.date_end or a.date_start, b.date_end or b.date_start
    apart = max((a.date_start - b_end).days, (b.date_start - a_end).days, 0)
    return 0 if apart <= NEWS_DAYS and (one.weak or other.weak) else apart
