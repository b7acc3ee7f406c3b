"""Find the words that tell of events: the verbs and nouns of the lexicon whose frame fits."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

from transforms.events.accidents import of_accident
from transforms.events.asides import glued, is_of_picture
from transforms.events.candidates import frames_of_word
from transforms.events.deeds import (
    find_deeds,
    introduces_speech,
    is_generic,
    is_of_many,
    only_characterises,
)
from transforms.events.effects import is_figurative, is_said_by_none
from transforms.events.fitting import LIGHT, fit
from transforms.events.frames import Frame
from transforms.events.headlines import frames_in_headline, is_headline, is_title_case, lacks_verb
from transforms.events.inflections import lemma_of
from transforms.events.play import ANSWERS, PLAY, may_be_of_play
from transforms.events.status import status_of
from transforms.events.syntax import first, is_before_noun, is_noun
from transforms.events.words import words
from transforms.text.tokens import Token

# Of these a noun may also hang on a preposition: "came under attack", "went on strike".
_LIGHT_WITH_PREPOSITION = words("come go engage participate take step call put bring stand")
# How a noun hangs on what is done to it.
_UNDERGONE = ("dobj", "nsubjpass", "pobj", "dative")
# Of these kinds a bare plural is of no one happening: "votes", "rulings"; one day's elections are one.
_COUNTED = ("announcement", "election", "justice", "office")
# Of these kinds verbs tell of bodies, or else they are figures of speech; so do these frames.
_BODILY = ("accident", "injury", "movement")
_OF_BODIES = ("builds", "dies", "falls ill")
# Of these kinds a bare noun is of no one happening: "same-sex marriage", "investment grows".
_GENERIC = ("announcement", "business", "culture", "office")
# Who has no will does neither.
_OF_THE_WILL = ("defies", "is willing", "promises", "promises a thing", "threatens")


class Trigger(NamedTuple):
    """A word that tells of an event, and the frame that fits; of a noun also the verb that carries it."""

    token: Token
    frame: Frame
    support: Optional[Token]
    taken: Sequence["Trigger"]

    @property
    def lemma(self) -> str:
        """The lemma, with the particle that the frame is of ("take over"), or that makes it another verb."""
        lemma = lemma_of(self.token)
        verbs = self.frame.verbs.split()
        for child in self.token.children:
            if f"{lemma}+{child.lower}" in verbs or (not verbs and child.dep == "prt"):
                return f"{lemma} {child.lower}"
        return lemma

    @property
    def head(self) -> Token:
        """The verb whose tense, subject and time are the event's; a noun without one stands for itself."""
        return self.support or self.token


def find_triggers(tokens: Sequence[Token]) -> list[Trigger]:
    """Return the triggers of one sentence, in order, without those that another takes (Frame.takes)."""
    titled = is_title_case(tokens)
    company: Optional[Counter[str]] = None
    found: dict[int, Trigger] = {}
    swallowed: dict[int, list[int]] = {}
    shown = {token.i for n, token in enumerate(tokens) if is_of_picture(tokens, n)}
    shown |= {tokens[n].i for n in glued(tokens)}
    figures: set[int] = set()
    headline = is_headline(tokens)
    verbless = not titled and lacks_verb(tokens)
    for n, token in enumerate(tokens):
        frames = frames_of_word(token)
        if not frames and (titled or verbless):
            frames = frames_in_headline(tokens, n, titled)
        if not frames or token.i in shown:
            continue
        if company is None:
            company = Counter(other.lemma.lower() for other in tokens)
        # A word is no company of its own.
        beside = company - Counter([token.lemma.lower()])
        for frame in frames:
            if frame.event_type == "OTHER" and is_noun(token) and _tells_of_none(frame, token, headline):
                continue
            if frame.name in _OF_THE_WILL and not is_noun(token) and is_said_by_none(token):
                continue
            if token.pos in ("VERB", "ADJ") and _is_of_bodies(frame) and is_figurative(token):
                if frame.mode != "movement" and first(token, "dobj", "nsubjpass"):
                    figures.add(token.i)  # nor a deed of no kind
                continue
            taken = fit(frame, token, beside)
            if taken is not None:
                found[token.i] = Trigger(token, frame, _support(token), ())
                swallowed[token.i] = taken
                break
    triggers = _without_taken(found, swallowed)
    frames_told = {trigger.token.i: trigger.frame for trigger in triggers}
    triggers = [
        trigger._replace(frame=of_accident(trigger.frame, trigger.token, frames_told)) for trigger in triggers
    ]
    if PLAY in frames_told.values():  # "Hull hit back" or attacked, where Leeds shot wide
        triggers = [
            one._replace(frame=PLAY) if one.frame.name == ANSWERS or may_be_of_play(one.token) else one
            for one in triggers
        ]
    typed = any(trigger.frame.event_type != "OTHER" for trigger in triggers)
    if typed:
        own = [trigger for trigger in triggers if trigger.frame.event_type != "OTHER"]
        told = {one.i for trigger in own for one in _words_of(trigger)}
        triggers = [trigger for trigger in triggers if not _is_idle_beside(trigger, told)]
    busy = {*found, *shown, *figures, *(trigger.support.i for trigger in triggers if trigger.support)}
    triggers += [
        Trigger(token, frame, _support(token), ()) for token, frame in find_deeds(tokens, busy, typed)
    ]
    return sorted(triggers, key=lambda trigger: trigger.token.i)


def _is_of_bodies(frame: Frame) -> bool:
    """Whether a frame of no type tells what bodies do or suffer."""
    return frame.event_type == "OTHER" and (frame.mode in _BODILY or frame.name in _OF_BODIES)


def _tells_of_none(frame: Frame, noun: Token, headline: bool) -> bool:
    """Whether a noun says what something is, or speaks of no one happening: "appeals are rare"."""
    if only_characterises(noun) or (frame.mode in _GENERIC and is_generic(noun, headline)):
        return True
    return frame.mode in _COUNTED and noun.lemma != "election" and is_of_many(noun)


def _without_taken(found: dict[int, Trigger], swallowed: dict[int, list[int]]) -> list[Trigger]:
    # A verb that only carries another trigger has no happening of its own to tell.
    carried = {trigger.support.i for trigger in found.values() if trigger.support}
    gone = {i for i in carried if i in found and found[i].frame.event_type == "OTHER"}
    by_support = {trigger.support.i: i for i, trigger in found.items() if trigger.support}
    taken_by: dict[int, list[Trigger]] = {}
    for i, trigger in found.items():
        for other in swallowed[i]:
            # "agreed to hold talks" takes the talks, "refused to accept a request" both.
            carried_by = by_support.get(other, other) if trigger.frame.takes else other
            for one in dict.fromkeys((carried_by, other)):
                if one in found and one != i and _takes(trigger.frame, found[one].frame):
                    gone.add(one)
                    taken_by.setdefault(i, []).append(found[one])
    gone |= {i for i, trigger in found.items() if i not in gone and _is_part(trigger, found)}
    return [trigger._replace(taken=taken_by.get(i, ())) for i, trigger in found.items() if i not in gone]


def _is_part(trigger: Trigger, found: Mapping[int, Trigger]) -> bool:
    """Whether a trigger only says what another of its type is for: "met to discuss", "summoned to complain".

    So is what is discussed in talks ("held talks, discussing trade"), and what an inquiry is into.
    """
    token = trigger.token
    event_type = trigger.frame.event_type
    if event_type == "OTHER" or trigger.frame.takes:
        return False
    above = token.head.head if token.dep in ("pobj", "pcomp") else token.head
    # "held talks to discuss": the clause hangs on the verb that carries the noun.
    carried = next((one for one in found.values() if one.support is above), None)
    whole = carried or found.get(above.i)
    if whole is None or whole is trigger or whole.frame.event_type != event_type:
        return False
    if token.pos == "VERB":
        purpose = token.tag == "VB" and token.dep in ("advcl", "xcomp", "acl") and not first(token, "nsubj")
        talk = event_type == "CONSULT" and token.dep in ("advcl", "acl", "relcl", "pcomp")
        return purpose or (talk and trigger.frame.name in ("discusses", "confers"))
    return event_type == "ACCUSE" and token.dep == "pobj" and whole.frame.mode == "investigate"


def _words_of(trigger: Trigger) -> Sequence[Token]:
    """The word of a trigger and the verb that carries it."""
    return (trigger.token, trigger.support) if trigger.support else (trigger.token,)


def _is_idle_beside(trigger: Trigger, told: set[int]) -> bool:
    """Whether a trigger tells of nothing more where its sentence tells of an event of PLOVER's types.

    A decision is no event beside what was decided, nor is its telling: that is a claim ("the ministry
    confirmed"). What has no type and has not happened either is what the event is for ("freed him to
    fight fires") or hangs on ("if he wins"); `told` are the words that tell of such events. Nor is what
    is only said of someone to whom something is done ("freed the jailed editor").
    """
    verb = trigger.token
    if is_before_noun(verb) and verb.head.dep in _UNDERGONE and not told <= {verb.i}:
        return True
    if trigger.frame.event_type != "OTHER":
        return False
    if trigger.frame.name == "decides":
        return True
    if verb.pos != "VERB":
        return False
    if introduces_speech(verb) and not _is_confession(trigger):
        return True
    if verb.dep == "acl":  # "in talks to buy the club": what they are about
        return False
    above = verb.head.head if verb.head.pos == "ADP" else verb.head
    hangs = above.i in told or any(child.dep == "mark" for child in verb.children)
    return hangs and status_of(verb, trigger.head, False) != "asserted"


def _is_confession(trigger: Trigger) -> bool:
    """Whether someone says what he did, and does not tell of it: "confessed to the murder"."""
    return trigger.frame.mode == "justice" and any(
        child.dep == "prep" and child.lower == "to" for child in trigger.token.children
    )


def _takes(outer: Frame, inner: Frame) -> bool:
    """Whether a word of the inner frame in the complement of the outer is no event of its own."""
    if outer.needs == "CRIME":  # to be charged with a deed is one thing, to have done it another
        return False
    return outer.takes or inner.event_type in (outer.event_type, "OTHER")


def _support(token: Token) -> Optional[Token]:
    """The verb that only carries a noun: "launched" an attack, a riot "broke" out."""
    if not is_noun(token):
        return None
    while token.dep == "conj":
        token = token.head
    head = token.head
    if token.dep == "pobj" and head.head.pos == "VERB":
        head = head.head
    elif token.dep not in ("dobj", "nsubj", "nsubjpass"):
        return None
    if token.dep == "pobj" and head.lemma not in _LIGHT_WITH_PREPOSITION:
        return None
    if head.lemma == "break" and token.dep == "dobj":  # a riot breaks out; who breaks a record has done so
        return None
    return head if head.pos == "VERB" and head.lemma in LIGHT else None
