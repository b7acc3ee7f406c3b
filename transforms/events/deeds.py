"""Happenings that no frame of the lexicon knows: what is done, where a sentence tells of nothing typed.

The lexicon lists what it types; what people do has no list. So here the closed classes are listed
instead, the verbs that tell of no happening (states, thought, perception, phases and helpers of other verbs;
speech the claims know), and every other verb that asserts something of a subject counts. Such rows are of
type OTHER and have no mode.
"""

from collections.abc import Sequence

from transforms.claims.lexicon import VERB_FRAMES
from transforms.events.frames import Frame
from transforms.events.lexicon import verb_frames
from transforms.events.status import status_of
from transforms.events.syntax import first, subjects
from transforms.events.words import words
from transforms.text.tokens import Token

DEED = Frame("deed", "OTHER", None, "", "", "The clerk stamped the form.")
OCCASION = Frame("occasion", "OTHER", None, "", "", "The incident alarmed the neighbours.")
NAMED_OCCASION = Frame("named occasion", "OTHER", None, "", "", "They met at the Olympics.")

_NO_DEED = words("""
    accord afford aim allow appear base be begin belong can care cite come comprise concern consist
    contain cost could decline depend describe deserve do enable enjoy ensure envy equal exist express
    fail feature fit follow forget get go happen hate have hear help hesitate hold include intend
    involve keep know lack last lead let lie like list live locate look love manage matter may mean
    measure might must need number occur owe own permit plan please possess prefer pretend prove quote
    range recognize refer reflect regard rely remain remember represent require resemble see seek seem
    serve shall share should show sit smell sound speak stand start stay stem suffice suit suppose taste
    tend total try understand use view want watch weigh will wish would
""")
# Dependencies by which a verb begins a clause; of a sentence that tells of a typed event only these.
_CLAUSES = ("ROOT", "conj", "ccomp", "advcl", "relcl", "pcomp", "acl")
_MAIN = ("ROOT", "conj", "ccomp", "relcl")
# Tags of verbs that tell what happened, and in headlines too.
_TOLD = ("VBD", "VBN", "VBG")
_PRESENT = ("VBZ", "VBP")
_STOPS = (".", "!", "?", "”", '"', "''", "’")
# Names that are events' own, whatever the model takes them for.
_NAMED_OCCASIONS = words("""
    chernobyl emmys eurovision fukushima glastonbury grammys hillsborough hiroshima holocaust lockerbie nakba
    olympics oscar oscars paralympics tiananmen watergate wimbledon
""")
_OCCASIONS = words("""
    accession altercation appearance apprehension argument attempt audition autopsy backlash
    birthday blitz bloodbath blunder boom brawl breach break-in breakdown breakthrough briefing
    broadcast bust cancellation carnage catastrophe census chaos checkup christening
    cleanup clearance comeback commemoration commotion competition completion 
    confrontation confusion contest controversy conversion coronation cover-up coverup crackdown
    cruise debacle debate debut defection delivery demotion derby descent detour devaluation
    dispersal dissolution downing duel eclipse ejection encounter episode evaluation exam
    examination exclusion exhibition exit exodus expedition experiment exploit exposure expulsion
    extension failure fall farewell feat feud feuding fiasco filming finale fundraiser gala
    gathering gunbattle gunshot handover hearing hit-and-run holdup honeymoon hunt
    implosion incident induction infighting injection inspection installation interruption
    interview introduction intrusion investiture jailbreak jump kickoff lapse lecture
    lockdown lockout makeover malfunction manhunt marathon meltdown mishap mistake mutiny nosedive
    occasion opener ordeal outburst outing overhaul pass payoff pilgrimage placement plot
    postponement prank pregnancy presentation procession purge pursuit rampage
    reception reconstruction recount rehabilitation rehearsal removal renovation repair reprisal
    rescue reshuffle restoration reunification reunion revelation review revolution
    ricochet ride rollout round row rupture sabotage screening scuffle sentencing separation session
    shakeup shipment shot showdown sighting snub spat split spree standoff stay stint stoppage stunt
    survey sweep swim swoop take-off tip toss tour transformation transition transplant treatment
    turmoil turnaround upheaval vandalism vetting walk warfare workout workshop
""")


def find_deeds(tokens: Sequence[Token], taken: set[int], beside: bool) -> list[tuple[Token, Frame]]:
    """Return the words of a sentence that tell of a deed or an occasion, but for the tokens `taken`.

    `beside`: the sentence tells of an event of PLOVER's types too. Then only its main clauses count, and no
    verb that PLOVER's frames know: what such a verb tells of, they would have said.
    """
    # A line without a full stop is a headline: its present is what happened.
    told = _TOLD if tokens[-1].lower in _STOPS else (*_TOLD, *_PRESENT)
    found = []
    for token in tokens:
        if token.i in taken:
            continue
        if _is_deed(token, told) and not (beside and (token.dep not in _MAIN or _is_known(token))):
            found.append((token, DEED))
        elif token.pos == "NOUN" and token.lemma.lower() in _OCCASIONS and _stands_alone(token, taken):
            found.append((token, OCCASION))
        elif _is_named_occasion(token):
            found.append((token, NAMED_OCCASION))
    return found


def _is_deed(token: Token, told: Sequence[str]) -> bool:
    """Whether a verb asserts, in the past or as something under way, what its subject did or underwent."""
    return (
        token.pos == "VERB"
        and token.dep in _CLAUSES
        and token.tag in told
        and token.lemma.lower() not in _NO_DEED
        and not _is_speech(token)
        and bool(first(token, "nsubjpass") or subjects(token))
        and status_of(token, token, False) == "asserted"
    )


def _is_speech(verb: Token) -> bool:
    """Whether the verb introduces what someone says: that is a claim; "reported a fire" is none."""
    if not any("quote" in frame for frame in VERB_FRAMES.get(verb.lemma.lower(), ())):
        return False
    return not first(verb, "dobj", "nsubjpass") or first(verb, "ccomp", "xcomp", "parataxis") is not None


def _is_known(verb: Token) -> bool:
    return any(frame.event_type != "OTHER" for frame in verb_frames().get(verb.lemma.lower(), ()))


def _is_named_occasion(token: Token) -> bool:
    """Whether a name is an event's: its head, for the model or by the list."""
    if token.lower in _NAMED_OCCASIONS:
        return True
    return token.entity == "EVENT" and token.head.entity != "EVENT" and token.pos == "PROPN"


def _stands_alone(noun: Token, taken: set[int]) -> bool:
    """Whether a noun neither specifies the next nor is specified by a word that tells of the deed itself."""
    in_front = noun.dep in ("compound", "nmod", "amod") and noun.head.i > noun.i
    if in_front and noun.head.pos in ("NOUN", "PROPN"):
        return False
    return not any(child.i in taken and child.dep in ("compound", "amod") for child in noun.children)
