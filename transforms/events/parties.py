"""Whether a noun phrase can take part in an event of a type: who acts for a place, and what is no party."""

from collections.abc import Iterable

from schemas.records import Mention, Participant
from schemas.vocabulary import QUAD_CLASS
from transforms.entities.countries import governs, nationality, state_named
from transforms.events.head_words import head_word
from transforms.events.words import words
from transforms.text.tokens import Token

_PLACES = ("GPE", "LOC", "FAC")
# What is neither people nor a body nor a thing that something can be done to, however often it stands as
# subject or object.
_NO_PARTY = words("""
    abuse access account act action advantage age agreement aim allegation amount anger anguish answer
    attempt attention authorisation authorization bail basis behalf behavior behaviour blame care case
    cause chance change charge choice circumstance claim comment compensation concern condition
    consequence control cost count course crime custody damage danger date day deadline death decision
    degree delay demand detail duty effort end evidence exception fact fate favor favour fear freedom
    ground guilt help hope hour idea impact impression independence injury instruction intention
    interest invitation issue justice kind lack law level liberty life limit line lot manner matter
    meaning measure moment month morning move name need night notice number offence offense opinion
    opportunity order pain parole part peace percent percentage permission plan plea pledge point policy
    position prayer price priority probation problem progress promise proof purpose question rate reason
    record reference regard relation report request respect response responsibility rest result right
    risk role rule ruling safety sake security sense sentence share sign solidarity stance statement
    status step suggestion support suspicion sympathy talk tension term terrorism thank thanks thing tie
    time toll total treatment trial trouble truth use view violence voice warning way week whole wish
    word work year
""")
# To these a town is a party where it stands for a body of its own: a team, a firm, a market.
_TEAMS = ("contest", "business", "culture", "office", None)


def is_party(token: Token) -> bool:
    """Whether an unnamed noun is people, a body or a thing: "guard", "convoy", but not "toll", "bail"."""
    return token.lemma.lower() not in _NO_PARTY


def is_who(noun: Token) -> bool:
    """Whether a clause with "who" says that a noun is people: "the brass who visited him"."""
    clauses = [child for child in noun.children if child.dep == "relcl"]
    return any(one.lower == "who" for clause in clauses for one in clause.children)


def can_act(mention: Mention, event_type: str, mode: str | None) -> bool:
    """Whether a name can be an actor: a place only as a metonym for those who govern it.

    A state acts in whatever its people and forces do; a capital or a seat of government ("Islamabad", "the
    Kremlin") stands for its government where that speaks, agrees, helps or punishes, but attacks nobody; any
    other place does nothing, but that a town may stand for its team.
    """
    if mention.label not in _PLACES or nationality(mention.name):
        return True
    if event_type == "OTHER":
        return mode in _TEAMS
    if state_named(mention.name):
        return True
    # A name that no map knows may be a firm's: "Harbour Point denied it".
    if mention.country is None and QUAD_CLASS[event_type].startswith("verbal"):
        return True
    return event_type not in ("ASSAULT", "PROTEST") and governs(mention.name)


def can_undergo(mention: Mention, token: Token, event_type: str, mode: str | None) -> bool:
    """Whether a name can be a recipient: a place where the deed falls on it, not where it stands beside whom.

    "Fired on the cars and Dhaka spoke": what is joined to a thing by "and" is of its kind.
    """
    if mention.label not in _PLACES or nationality(mention.name):
        return True
    if event_type == "OTHER":
        return mode in _TEAMS or mode in ("disaster", "accident")
    beside = token.dep == "conj" and token.head.entity not in _PLACES
    return bool(state_named(mention.name)) or not (beside and QUAD_CLASS[event_type].startswith("material"))


def without_repeats(participants: Iterable[Participant]) -> list[Participant]:
    """The participants, each once: of two descriptions by the same noun the one that says more."""
    found: dict[str, Participant] = {}
    for one in participants:
        key = one.entity_id or head_word(one.name)
        told = found.get(key)
        if told is None or (one.entity_id is None and len(one.name) > len(told.name)):
            found[key] = one
    return list(found.values())
