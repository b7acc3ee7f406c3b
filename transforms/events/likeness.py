"""How well a mention fits an event as it has been told so far.

agreement = likeness(told, account)
"""

from typing import NamedTuple, Optional

from transforms.events.accounts import Account, Name, Told, cannot_be_one_day, days_apart
from transforms.events.lexicon import DISASTERS, DISASTERS_DO
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
# Of one report, and not of one day: "five were killed in May", beside the two of today.
OTHER_TOLL = -0.4
SAME_MODE = 0.05
OTHER_STATUS = -0.2
MIN_SCORE = 0.35
# Two reports may be that many days apart on one event, and disagree; further apart are two events.
MAX_DISAGREEMENT_DAYS = 3

# What is told so is the whole that shots, blasts and deaths were part of.
_WHOLE = frozenset(["attack", "assault", "ambush", "raid", "onslaught", "storm"])


class Agreement(NamedTuple):
    """How well a mention fits an event, and by what."""

    score: float
    rule: str


def likeness(told: Told, event: Account) -> Optional[Agreement]:
    """Return how well a mention fits an event; None where dates or wording exclude that they are one.

    Dates exclude that they are one if reports state them (see cannot_be_one_day); the day of publication is a
    guess. Wordings are akin by a word, a frame of the lexicon, PLOVER's mode, or as
    violence within a type, by a family of words also across types.
    """
    mention = told.mention
    apart = days_apart(told, event.dated) if event.dated else 0
    both_state = told.firm and event.dated is not None and event.dated.firm
    # Who dies of wounds dies another day than those that an attack killed.
    if cannot_be_one_day(told, event, 1 if mention.mode == "death" else MAX_DISAGREEMENT_DAYS):
        return None
    wording = _wording(told, event)
    if wording is None or _contradicts(told, event):
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
    if apart > NEWS_DAYS or _is_long_ago(told, event):
        parts.append(("", FAR_DAY))
    elif apart and both_state:
        parts.append(("", OTHER_DAY))
    elif not told.weak and (mention.date_start, mention.date_end) in event.days:
        parts.append(("date", SAME_DAY))
    if told.counts & event.counts:
        parts.append(("number", SAME_COUNT))
    elif wording[0] != "violence" and {kind for kind, _ in told.counts} & {kind for kind, _ in event.counts}:
        parts.append(("", OTHER_TOLL if _is_other_toll(told, event) else OTHER_COUNT))
    if mention.mode and mention.mode in event.modes:
        parts.append(("", SAME_MODE))
    if told.reality not in event.realities:
        parts.append(("", OTHER_STATUS))
    rule = "+".join(name for name, _ in parts if name)
    return Agreement(round(sum(weight for _, weight in parts), 3), rule)


def _contradicts(told: Told, event: Account) -> bool:
    """Whether a report tells in its own voice that such a thing was not, and that one was: two things."""
    mention = told.mention
    if mention.article_id not in event.tellers or mention.claim_id is not None:
        return False
    return {told.reality} | event.realities == {"asserted", "negated"} and told.reality not in event.realities


def _is_long_ago(told: Told, event: Account) -> bool:
    """Whether one of both is of the news, and the other, without a day, of long before it."""
    if not told.mention.date_start:
        return told.mention.status == "historical" and event.dated is not None and _is_news(event.dated)
    return event.dated is None and event.first.mention.status == "historical" and _is_news(told)


def _is_news(told: Told) -> bool:
    return not told.weak and told.mention.status != "historical"


def _is_other_toll(told: Told, event: Account) -> bool:
    mention = told.mention
    return mention.article_id in event.tellers and (mention.date_start, mention.date_end) not in event.days


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
