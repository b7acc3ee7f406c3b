"""Verbs of violence that tell of a game: "shot wide", "fired home", "attacked from the first whistle".

The players are names like others, and a report of a match need not say so: what tells is where the shot goes.
"""

from transforms.events.frames import Frame
from transforms.events.syntax import agents, first, governed
from transforms.events.words import words
from transforms.text.tokens import Token

PLAY = Frame("plays", "OTHER", "contest", "", "", "The striker shot wide.")
# Who answers a goal answers nobody in words.
ANSWERS = "fires back in words"

_SHOTS = words("fire shoot hit strike blast head drill")
_FOES = words("attack hit strike fire")
# Where a shot at goal goes, and what it makes of the score; "home" and "over" alone are places, too.
_GOALWARD = words("ahead level wide goalward goalwards")
_INTO = words("lead net final semifinal quarterfinal top corner semi-final quarter-final")
_PAST = words("bar crossbar post upright goalkeeper keeper goalie defender")
# When it was, in a game alone.
_OF_GAMES = words("whistle kickoff kick-off half-time halftime restart innings tee")
# What kills only a hope, or a lead.
_LAPSES = words("error goal lapse mistake penalty slip")


def is_of_play(verb: Token) -> bool:
    """Whether a verb of violence tells of a game, or of what only a game, or a hope, is killed by."""
    lemma = verb.lemma.lower()
    if lemma == "kill":
        return any(one.lemma.lower() in _LAPSES for one in agents(verb))
    if lemma in _FOES | _SHOTS and any(
        one.lemma.lower() in _OF_GAMES for one in governed(verb, "from", "after", "before", "since", "at")
    ):
        return True
    return lemma in _SHOTS and _is_goalward(verb)


def may_be_of_play(verb: Token) -> bool:
    """Whether a verb of violence names nobody it is done to: where others tell of a game, so may it."""
    bare = not first(verb, "dobj", "nsubjpass") and not any(
        True for _ in governed(verb, "at", "on", "against")
    )
    return verb.pos == "VERB" and verb.lemma.lower() in _FOES | _SHOTS and bare


def _is_goalward(verb: Token) -> bool:
    for child in verb.children:  # "fired ahead of the boat" is at sea
        alone = not any(inner.dep == "prep" for inner in child.children)
        if child.dep in ("advmod", "prt", "oprd", "acomp") and child.lower in _GOALWARD and alone:
            return True
    # "fired home" is at goal, "shot at home" and "shot him home" are not.
    home = any(child.dep == "advmod" and child.lower == "home" for child in verb.children)
    if home and not first(verb, "dobj", "nsubjpass"):
        return True
    into = (one.lemma.lower() for one in governed(verb, "into", "to"))
    past = (one.lemma.lower() for one in governed(verb, "over", "past", "against", "off", "beyond"))
    return not _INTO.isdisjoint(into) or not _PAST.isdisjoint(past)
