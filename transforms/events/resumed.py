"""Nouns that only the rest of a report tells the type of: "the blast" of a bomb, "the strike" of nurses.

Alone, a blast is an accident and a strike of no type. Where the report tells of a bomb, of a stoppage or
of an air raid, the noun takes up that.
"""

from collections.abc import Sequence

from transforms.events.families import families_of
from transforms.events.frames import Frame
from transforms.events.syntax import first
from transforms.events.triggers import Trigger
from transforms.events.words import words
from transforms.text.tokens import Token

# The families (families.py) of what such a noun takes up.
_TAKES_UP = {
    "blast": ("explosion",),
    "explosion": ("explosion",),
    "strike": ("labour strike", "attack"),
}
# So do these frames, by whatever verb: "a drone hit a school".
_OF_WEAPONS = words("""
    air-raid bombs bombs-from-the-air drone-attack launches-missiles shells strikes-with-a-weapon
    suicide-attack weapon-strikes
""")
# Before what was told of: "the blast". In a headline there is no article, and none of "a blast".
_TOLD_OF = ("the", "this", "that", "these", "those", "both", "its", "their")


def with_resumed(sentences: Sequence[Sequence[Trigger]]) -> list[list[Trigger]]:
    """Return the triggers of a report's sentences, with the type of what nouns of them take up.

    Of several it is the last told before, else the first told.
    """
    told = [trigger for triggers in sentences for trigger in triggers]
    return [[_resumed(trigger, told) for trigger in triggers] for triggers in sentences]


def _resumed(trigger: Trigger, told: Sequence[Trigger]) -> Trigger:
    families = _TAKES_UP.get(trigger.token.lemma.lower(), ())
    if trigger.frame.event_type != "OTHER" or not families or not _is_told_of(trigger.token):
        return trigger
    others = [one for one in told if _is_of(one, families)]
    before = [one for one in others if one.token.i < trigger.token.i]
    if not others:
        return trigger
    of = before[-1] if before else others[0]
    return trigger._replace(frame=Frame("resumed", of.frame.event_type, of.frame.mode, "", "", ""))


def _is_of(trigger: Trigger, families: Sequence[str]) -> bool:
    event_type = trigger.frame.event_type
    if trigger.frame.name.replace(" ", "-") in _OF_WEAPONS:
        return True
    return event_type != "OTHER" and not families_of(trigger.lemma, event_type).isdisjoint(families)


def _is_told_of(noun: Token) -> bool:
    if noun.pos not in ("NOUN", "PROPN"):
        return False
    article = first(noun, "det", "poss")
    return article is not None and article.lower in _TOLD_OF
