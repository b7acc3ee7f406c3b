"""Happenings that no frame of the lexicon knows: what is done, where a sentence tells of nothing typed.

The lexicon lists what it types; what people do has no list. So here the closed classes are listed
instead, the verbs that tell of no happening (states, thought, perception, phases and helpers of other verbs;
speech the claims know), and every other verb that asserts something of a subject counts. Such rows are of
type OTHER and have no mode.
"""

from collections.abc import Sequence

from transforms.claims.lexicon import VERB_FRAMES
from transforms.events.candidates import falls_short
from transforms.events.effects import is_effect
from transforms.events.fitting import LIGHT
from transforms.events.frames import Frame
from transforms.events.headlines import is_headline
from transforms.events.lexicon import verb_frames
from transforms.events.occasions import OCCASIONS, OCCASIONS_ALONE, OCCASIONS_CARRIED
from transforms.events.parties import is_party
from transforms.events.status import is_past, status_of
from transforms.events.syntax import first, is_passive, subjects
from transforms.events.words import words
from transforms.text.tokens import Token

DEED = Frame("deed", "OTHER", None, "", "", "The clerk stamped the form.")
OCCASION = Frame("occasion", "OTHER", None, "", "", "The incident alarmed the neighbours.")
NAMED_OCCASION = Frame("named occasion", "OTHER", None, "", "", "They met at the Olympics.")

_NO_DEED = words("""
    abound accompany accord admire adore afford aim align allow appear ask assume attract average await
    base be begin behave believe belong benefit border call care characterize cite claim coincide come
    comprise concern connect consider consist contain control convey correspond cost could cover dare
    decline deem denote depend describe deserve determine differ do dominate doubt dread dub employ enable
    endanger enjoy ensure entail envision envy equal exist express face fail fare favor favour fear
    feature fit focus follow forget gear get go govern happen harbor harbour hate have head hear help
    hesitate hinge hold hope imagine imply include indicate inform intend involve keep know lack lag last
    lead let lie like linger link list live locate look love lurk manage matter may mean measure
    merit might mirror must need number occur originate outnumber outrank overshadow owe own permit
    pertain plan please poise possess prefer presume pretend prompt prove quote range rank reaffirm
    recognize refer reflect regard regret reign reiterate rely remain remember remind repeat represent
    require resemble resent respect risk see seek seem serve shall share should show signify sit smell
    sound span speak spend stand start stay stem stretch subject succeed suffice suit suppose surround
    suspect symbolise symbolize taste tell tend total treasure trust try typify underlie underscore
    understand use value view wait want watch wear weather weigh wield will wish would
""")
# Words for what is said, thought, felt or noticed, and for what stands to what; the first are claims, if
# anything ("repeated a charge"), the others no doings.
_NO_DEED |= words("""
    account acknowledge advocate agonise agonize amount anticipate appreciate argue assert assess
    attribute bear beset bind bode boast cherish compare complain concede conclude constitute contend
    contradict contribute convince count cringe credit date decry define deny desire despise detest
    disagree dispute dissent distrust echo emphasise emphasize encapsulate entitle epitomize equate
    exemplify expect explain find fret frown function gloat grapple grumble guess highlight illustrate
    infer inherit interpret judge label lament learn listen long mention mind miss mock muse note notice
    object overlook paint pay perceive persist pine point ponder portray pose predict presuppose pride
    proclaim profess project purport question realise realize reckon reference relate relish resonate
    respond root rue savor savour say scoff sense side signal speculate state stem stress strive struggle
    suffer suggest sympathise sympathize think tout track trump underestimate vow wag warn weigh witness
    wonder worry yearn yield
""")
# With these particles, too: "turned out to be true".
_NO_DEED_PARTICLES = {
    ("add", "up"), ("amount", "to"), ("boil", "down"), ("end", "up"), ("figure", "out"), ("go", "on"),
    ("make", "out"), ("make", "up"), ("point", "out"), ("spell", "out"), ("stand", "out"), ("sum", "up"),
    ("turn", "out"), ("wind", "up"), ("pay", "off"),
}  # fmt: skip
# What these do nobody in particular does.
_NO_ONE = words("anybody anyone everybody everyone nobody one what whatever whoever you")
# Of these the report does not say who they are, and what they tell of themselves is talk.
_SPEAKERS = words("i we you")
# Before a clause these say that it is to come: "are set to begin".
_PHASES = words("fail schedule set slate")
# Of whom or what it is said that it is one, it is told: "it was a crash"; "the plan is a disaster" is not.
_SHOWN = words("it that there these this those")
# What these stand before is of its kind, and no one happening: "three changes", "these efforts".
_OF_MANY = words("all any few many most no several some such these those")
# Of these the object says whether something is done: "took the keys", "made progress".
_HANDLING = words("bring give make play put take")
# What says which happening a noun means.
_PARTICULAR = ("acl", "appos", "det", "nummod", "poss", "prep", "relcl")
# What befalls people or is kept from them, beside what comes about (LIGHT).
_HAD = words("avert avoid experience prevent undergo")
# Dependencies by which a verb begins a clause; of a sentence that tells of a typed event only these.
_CLAUSES = ("ROOT", "conj", "ccomp", "advcl", "relcl", "pcomp", "acl")
_MAIN = ("ROOT", "conj", "ccomp", "relcl")
# Tags of verbs that tell what happened, and in headlines too.
_TOLD = ("VBD", "VBN", "VBG")
_PRESENT = ("VBZ", "VBP")
_IS = words("am are is 're 's")
# Holidays are days, though the model calls them events.
_DAYS = words("""
    april christmas day diwali easter eid eve friday halloween hanukkah juneteenth month new passover purim
    ramadan sunday thanksgiving week weekend year
""")
_ALL_OCCASIONS = OCCASIONS | OCCASIONS_ALONE | OCCASIONS_CARRIED
# Names that are events' own, whatever the model takes them for.
_HISTORY = words("""
    chernobyl fukushima hillsborough hiroshima holocaust lockerbie nakba tiananmen watergate
""")
# Names of what is undertaken or laid down, and is no event.
_UNDERTAKINGS = words("""
    accord act agency agreement bill center centre club council deal foundation fund initiative institute
    plan program programme project protocol strategy treaty
""")
_NAMED_OCCASIONS = _HISTORY | words("""
    emmys eurovision glastonbury grammys olympics oscar oscars paralympics wimbledon
""")


def find_deeds(tokens: Sequence[Token], taken: set[int], beside: bool) -> list[tuple[Token, Frame]]:
    """Return the words of a sentence that tell of a deed or an occasion, but for the tokens `taken`.

    `beside`: the sentence tells of an event of PLOVER's types too. Then only its main clauses count, and no
    verb that PLOVER's frames know: what such a verb tells of, they would have said.
    """
    # A line without a full stop is a headline: its present is what happened.
    titled = is_headline(tokens)
    told = (*_TOLD, *_PRESENT) if titled else _TOLD
    occasions = OCCASIONS if beside else _ALL_OCCASIONS
    found = []
    for token in tokens:
        if token.i in taken:
            continue
        if _is_deed(token, told, beside) and not (beside and (not _is_told_beside(token))):
            found.append((token, DEED))
        elif token.pos == "NOUN" and token.lemma.lower() in occasions and _is_occasion(token, taken, titled):
            found.append((token, OCCASION))
        elif _is_named_occasion(token):
            found.append((token, NAMED_OCCASION))
    return found


def _is_deed(token: Token, told: Sequence[str], beside: bool) -> bool:
    """Whether a verb tells what its subject did or underwent: has done, is doing or is to do.

    Who is quoted tells of deeds in the past tense; the rest is talk.
    """
    return (
        token.pos == "VERB"
        and (token.dep in _CLAUSES or _goes_on(token))
        and not _is_state(token)
        and token.text[0].isalpha()
        and not introduces_speech(token)
        and not any(subject.lower in _NO_ONE | _SPEAKERS for subject in subjects(token))
        and not (token.quoted and not is_past(token))
        and not _is_standing(token)
        and not is_effect(token)
        and bool(first(token, "nsubjpass") or subjects(token) or (token.dep == "advcl" and is_passive(token)))
        and _is_told(token, told, beside)
    )


def _is_standing(verb: Token) -> bool:
    """Whether a passive says how things stand: "is funded by", "a club run by"; "is being run" does not."""
    if verb.tag != "VBN":
        return False
    helpers = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")]
    return verb.dep == "acl" if not helpers else bool(_IS.intersection(helpers[-1:]))


def _goes_on(verb: Token) -> bool:
    """Whether a verb is what another says to begin or go on: "they began to drill"."""
    return verb.dep == "xcomp" and verb.head.lemma in ("begin", "start", "continue", "resume", "keep")


def _is_told_beside(verb: Token) -> bool:
    """Whether a verb tells something of its own in a sentence that tells of more: "as he left the bank"."""
    return verb.dep in _MAIN or (verb.dep == "advcl" and verb.tag == "VBD") or verb.dep == "pcomp"


def _is_told(verb: Token, told: Sequence[str], beside: bool) -> bool:
    """Whether a verb says that something was so, or will be where the sentence tells of nothing else."""
    status = status_of(verb, verb, False)
    if status == "future":
        return not beside and verb.dep in _MAIN
    return status == "asserted" and (verb.tag in told or _goes_on(verb))


def _is_state(verb: Token) -> bool:
    """Whether a verb is of the closed classes: not "went down", nor "the cable failed".

    What is done with nothing that something can be done to ("took seven minutes", "took steps") is no deed.
    """
    if verb.lemma in _HANDLING and first(verb, "prt") is None:
        thing = first(verb, "dobj", "nsubjpass")
        return thing is None or thing.entity in ("DATE", "TIME") or not is_party(thing)
    if falls_short(verb):
        return True
    particle = first(verb, "prt")
    if particle:
        return (verb.lemma.lower(), particle.lower) in _NO_DEED_PARTICLES
    if verb.lemma in _PHASES:
        return first(verb, "xcomp") is not None
    return not _NO_DEED.isdisjoint(_lemmas(verb))


def _lemmas(verb: Token) -> tuple[str, ...]:
    """The lemma, and with an e where the model cuts it off: "hoping" is no hopping, "hating" of no hat."""
    lemma = verb.lemma.lower()
    return (lemma, lemma + "e") if verb.lower in (lemma + "ing", lemma + "ed") else (lemma,)


def introduces_speech(verb: Token) -> bool:
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
    if token.lower in _DAYS:
        return False
    if token.lower in _UNDERTAKINGS:
        return False
    return token.entity == "EVENT" and token.head.entity != "EVENT" and token.pos == "PROPN"


def is_of_history(token: Token) -> bool:
    """Whether a name is that of something long past whenever it is told of: "Watergate", "World War II"."""
    if token.lower in _HISTORY:
        return True
    if token.pos != "PROPN" or token.lower not in ("war", "i", "ii"):
        return False
    return any(child.lower in ("cold", "gulf", "vietnam", "war", "world") for child in token.children)


def _is_occasion(noun: Token, taken: set[int], titled: bool) -> bool:
    """Whether a noun tells of a happening: it neither specifies the next nor is said of one told already.

    Nor is it a time ("last fall"), nor what a clause says in full ("an attempt to climb it").
    """
    if noun.entity in ("DATE", "TIME"):
        return False
    if any(child.dep == "acl" and child.tag == "VB" for child in noun.children):
        return False
    if noun.lemma.lower() in OCCASIONS_CARRIED and not _is_carried(noun):
        return False
    if only_characterises(noun) or (noun.lemma.lower() not in OCCASIONS and is_of_many(noun)):
        return False
    if is_generic(noun, titled):
        return False
    # "His record in office" is all that he did.
    if noun.lemma.lower() == "record" and first(noun, "poss"):
        return False
    in_front = noun.dep in ("compound", "nmod", "amod") and noun.head.i > noun.i
    if in_front and noun.head.pos in ("NOUN", "PROPN"):
        return False
    return not any(child.i in taken and child.dep in ("compound", "amod") for child in noun.children)


def _is_carried(noun: Token) -> bool:
    """Whether a verb says that it came about: "launched a campaign", "the campaign began"."""
    return noun.dep in ("dobj", "nsubj", "nsubjpass") and noun.head.pos == "VERB" and noun.head.lemma in LIGHT


def is_of_many(noun: Token) -> bool:
    """Whether a plural speaks of no one happening: "trade deals", "three mistakes", "these challenges"."""
    if noun.tag != "NNS" or (noun.dep == "dobj" and noun.head.lemma in LIGHT):
        return False
    if first(noun, "nummod"):
        return True
    return all(child.lower in _OF_MANY for child in noun.children if child.dep in ("det", "poss"))


def is_generic(noun: Token, titled: bool) -> bool:
    """Whether a bare noun speaks of such things as they come: "violence is rare", "the cost of tests".

    Not so "a test", "tests of the pump", "Senate hearings", what a verb says to have come about, what stands
    in a line without a full stop (`titled`), or is joined to an event that is told ("a raid and arrests");
    of one without a plural only subjects and objects: "died of pneumonia".
    """
    if titled or noun.tag not in ("NN", "NNS"):
        return False
    if any(child.dep in _PARTICULAR or child.entity for child in noun.children):
        return False
    if noun.dep in ("dobj", "nsubj") and noun.head.lemma in LIGHT | _HAD:
        return False
    if noun.dep == "nsubjpass":  # "shots were fired"
        return False
    return noun.tag == "NNS" or noun.dep in ("compound", "conj", "dobj", "nsubj")


def only_characterises(noun: Token) -> bool:
    """Whether a noun only says of something what it is: "the plan is a disaster", but "it was a crash"."""
    if noun.dep != "attr" or noun.head.lemma != "be":
        return False
    subject = first(noun.head, "nsubj", "expl", "csubj")
    return subject is not None and subject.lower not in _SHOWN
