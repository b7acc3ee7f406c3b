"""In what a mention contradicts the first telling of its event."""

from collections.abc import Sequence

from schemas.records import Participant
from transforms.events.accounts import Told, days_apart
from transforms.events.head_words import head_word


def conflicts_between(first: Told, told: Told) -> list[str]:
    """Return the columns in which a mention contradicts its event's first; what is open is no conflict."""
    found = []
    mention, other = told.mention, first.mention
    if days_apart(first, told):
        found.append("date")
    for column, own, theirs in (
        ("actors", mention.actors, other.actors),
        ("recipients", mention.recipients, other.recipients),
    ):
        if _are_others(_names(own), _names(theirs)):
            found.append(column)
    for column, here, there in (
        ("place_country", mention.place_country, other.place_country),
        ("killed", mention.killed, other.killed),
        ("injured", mention.injured, other.injured),
        ("arrested", mention.arrested, other.arrested),
    ):
        if here is not None and there is not None and here != there:
            found.append(column)
    if {mention.status, other.status} in ({"asserted", "negated"}, {"historical", "negated"}):
        found.append("status")
    return found


def _names(participants: Sequence[Participant]) -> set[frozenset[str]]:
    """What participants are called, as sets of words: a name's all, of plain words the last ("guard")."""
    return {
        frozenset(one.name.lower().split() if one.entity_id else [head_word(one.name)])
        for one in participants
        if one.name.strip()
    }


def _are_others(own: set[frozenset[str]], theirs: set[frozenset[str]]) -> bool:
    """Whether both lists name someone, and none in common, by name or by part of it: "Felt", "Mark Felt"."""
    return bool(own) and bool(theirs) and not any(a <= b or b <= a for a in own for b in theirs)
