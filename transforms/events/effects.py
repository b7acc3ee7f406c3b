"""What is no doing, though a verb says it: what ideas, texts and events do to people, and to one another.

"The speech thrilled him", "the emails embarrassed the party", "the policy enriched the wealthy": nobody does
anything there. What befalls people in body is another thing: "the fire gutted a school".
"""

from schemas.vocabulary import QUAD_CLASS
from transforms.events.lexicon import noun_frames
from transforms.events.occasions import OCCASIONS, OCCASIONS_ALONE, OCCASIONS_CARRIED
from transforms.events.parties import is_party
from transforms.events.roles import IDEAS, NAMED_BY_ROLE
from transforms.events.syntax import MEASURES, first, governed, is_passive, kinds, subjects
from transforms.events.words import words
from transforms.text.tokens import Token

# What ends so is a state, a quality or an act, and nobody.
_OF_ABSTRACTS = ("ance", "cy", "ence", "hood", "ism", "ity", "ness", "ship", "sion", "tion")
# But these are things, or bodies of people.
_CONCRETE = words("""
    ambulance ammunition association audience bullion campaign celebrity charity city communication
    confederation conference connection constituency convention corporation delegation donor edition
    electorate embassy expedition facility federation flight foundation fraternity institution leadership
    legion line majority mansion meeting membership minority mission municipality nation nominee
    organisation organization patrol pension pharmacy plantation population portion potion section session
    sorority station summit television transport university utility version
""")
# What ends so is people, known or not.
_OF_PEOPLE = ("er", "ian", "ist", "man", "men", "or", "woman", "women")
# What can be read, seen or heard: what it does is what it says, or what people make of it.
_TEXTS = words("""
    ad advertisement advert analysis article biography book column documentary dossier editorial email e-mail
    essay figure footage headline image leaflet letter memo memoir message news note op-ed photo
    photograph picture poll post posting quote remark rhetoric screenplay script slogan song speech
    statistic story study survey tape text transcript tweet video word
""")
# Events that strike in body: what they do to something is a happening like themselves.
_STRIKING = frozenset(["disaster", "accident", "death", "injury", "crime", "health"])
_OCCASIONS = OCCASIONS | OCCASIONS_ALONE | OCCASIONS_CARRIED
# Of these verbs only the mind of the object is moved.
_MOVES_MINDS = words("""
    alarm amaze amuse anger annoy appal appall astonish baffle bewilder charm comfort console dazzle delight
    demoralise demoralize disappoint discourage disgust dishearten dismay electrify embarrass embolden
    encourage energise energize enrage enthral enthrall excite exhilarate fascinate flabbergast flummox
    frustrate galvanise galvanize gladden grate haunt horrify humiliate hurt impress infuriate inspire
    intrigue irk irritate nauseate outrage perplex perturb preoccupy puzzle rattle reassure roil sadden
    shock stun surprise tempt terrify thrill trouble unnerve unsettle upset vex
""")
# Of these, what has no will only grows more or less: "the pace has increased".
_OF_DEGREE = words("""
    accelerate average change decrease deepen deteriorate diminish double dwindle ebb evolve expand fade grow
    improve increase intensify lessen morph quadruple quicken shift shrink skyrocket slow soften strengthen
    swell taper triple vary wane widen worsen
""")
# Of these, an idea only comes up, or goes: "questions have arisen".
_OF_BEING = words("abate arise emerge linger loom mount persist recur subside surface wane work")
_BECOMING = words("become get grow remain turn")


def is_effect(verb: Token) -> bool:
    """Whether a verb tells of no doing, but of what something is, becomes, or makes of people and ideas."""
    lemma = verb.lemma.lower()
    # "He became famous"; who became a captain, did.
    if lemma in _MOVES_MINDS or (lemma in _BECOMING and first(verb, "acomp") is not None):
        return True
    if _is_of_abstracts(verb):
        return True
    done_to = first(verb, "dobj", "dative")
    if lemma == "leave" and (done_to is None or not _is_people(done_to)):  # but "left six people dead"
        return True
    doers = [] if is_passive(verb) else [_whole(one) for one in subjects(verb)]
    if not doers or not all(map(_is_thing, doers)):
        return False
    if done_to is None:
        if lemma in _OF_BEING and all(map(_is_notion, doers)):
            return True
        return lemma in _OF_DEGREE and not any(map(_strikes, doers))
    # What a rule does to a law is law.
    if all(map(_is_idea, doers)) and done_to.entity != "LAW":
        return True
    return _is_abstract(done_to) and not any(doer.lemma.lower().endswith(_OF_PEOPLE) for doer in doers)


def _whole(noun: Token) -> Token:
    """What a noun is a measure of: of "a number of aides" the aides."""
    measure = noun.lemma.lower() in MEASURES or noun.pos == "NUM"
    return next(governed(noun, "of"), noun) if measure else noun


def _is_people(noun: Token) -> bool:
    if noun.pos == "NUM" or noun.entity in ("PERSON", "NORP", "CARDINAL"):
        return True
    return noun.pos == "PRON" or not NAMED_BY_ROLE.isdisjoint(kinds(noun))


def is_figurative(verb: Token) -> bool:
    """Whether a verb of bodies tells of an idea: "sank his bid", "the law collapsed", "suffered losses".

    So it does where it is done to an idea ("left a legacy", but "left the meeting"), or where ideas, texts or
    events do it.
    """
    done_to = first(verb, "dobj", "nsubjpass")
    doers = [] if is_passive(verb) else subjects(verb)
    if done_to is not None and _is_thing(done_to) and _is_notion(done_to):
        return True
    return bool(doers) and all(
        _is_thing(one) and (_is_idea(one) or one.lemma.lower() in IDEAS) for one in doers
    )


def is_said_by_none(verb: Token) -> bool:
    """Whether of a promise or a threat the subject can make none: "the process promises to be long"."""
    doers = [] if is_passive(verb) else subjects(verb)
    return bool(doers) and all(one.pos == "VERB" or (_is_thing(one) and _is_idea(one)) for one in doers)


def _is_of_abstracts(verb: Token) -> bool:
    """Whether it happens to ideas alone: "their unhappiness was magnified", "the decision drew criticism"."""
    done_to = list(filter(None, (first(verb, "dobj"), first(verb, "nsubjpass"))))
    doers = [] if first(verb, "nsubjpass") else subjects(verb)
    return bool(done_to) and all(map(_is_abstract, (*doers, *done_to)))


def _is_abstract(noun: Token) -> bool:
    lemma = noun.lemma.lower()
    if noun.pos != "NOUN" or noun.entity or lemma in NAMED_BY_ROLE:
        return False
    return (lemma.endswith(_OF_ABSTRACTS) and lemma not in _CONCRETE) or not is_party(noun)


def _is_thing(noun: Token) -> bool:
    """Whether a subject is a noun, and neither a name nor people, as far as is known."""
    # Within a sentence a capital is a name's: "Sessions" is no session.
    if noun.pos != "NOUN" or noun.entity or (noun.text[0].isupper() and not noun.begins):
        return False
    return noun.lemma.lower() not in NAMED_BY_ROLE


def _is_notion(noun: Token) -> bool:
    """Whether a noun is an idea or a text, and no event."""
    lemma = noun.lemma.lower()
    return lemma in IDEAS | _TEXTS or (lemma not in _CONCRETE and _is_abstract(noun))


def _is_idea(noun: Token) -> bool:
    """Whether a noun is an idea, a text, or an event that strikes nobody in body: "the vote", "talks"."""
    lemma = noun.lemma.lower()
    if lemma in _CONCRETE:
        return False
    if lemma in _TEXTS or _is_abstract(noun):
        return True
    return (lemma in _OCCASIONS or lemma in noun_frames()) and not _strikes(noun)


def _strikes(noun: Token) -> bool:
    """Whether a noun tells of violence, a disaster, an accident or the like."""
    return any(
        frame.mode in _STRIKING or QUAD_CLASS[frame.event_type] == "material conflict"
        for frame in noun_frames().get(noun.lemma.lower(), ())
    )
