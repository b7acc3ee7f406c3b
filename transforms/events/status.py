"""Whether a sentence asserts its event, denies it, foresees it or only thinks of it.

PLOVER's auxiliary modes historical, future, hypothetical, negation; what has none is asserted.
"""

from datetime import date, timedelta
from typing import NamedTuple, Optional

from transforms.events import negations
from transforms.events.negations import DENIALS, is_instead, is_negated
from transforms.events.questions import is_asked
from transforms.events.syntax import first, is_gerund, is_infinitive, is_noun, is_passive
from transforms.events.words import words
from transforms.text.tokens import Token

# What lies further back than this is the background of a report, not its news.
NEWS_DAYS = 31


class Governor(NamedTuple):
    """Words that, above an event, give it a status; `example` shows it of "attack"."""

    status: str
    lemmas: frozenset[str]
    example: str


GOVERNORS = (
    Governor("negated", words("avoid prevent avert foil thwart fail stop refrain deny rule refuse block "
                              "disrupt unable unwilling"),
             "Police foiled an attack."),
    Governor("future", words("plan intend prepare expect schedule vow pledge promise set due poised"),
             "Rebels plan to attack the town."),
    Governor("hypothetical", words("want hope seek consider aim wish fear risk threaten dream propose ask "
                                   "call urge demand contemplate ready willing able mull warn suspect "
                                   "likely anticipation prospect possibility danger threat likelihood chance "
                                   "specter spectre verge brink need mean design fight push struggle work "
                                   "campaign press pressure encourage lobby offer eager keen reluctant "
                                   "hesitant unlikely hesitate yearn long"),
             "They considered an attack."),
)  # fmt: skip
_DESCRIPTIONS = {
    "future": "planned future upcoming forthcoming scheduled imminent",
    "hypothetical": "possible potential hypothetical threatened proposed feared likely",
    "negated": "foiled thwarted averted",
}
_DESCRIBED = {word: status for status, text in _DESCRIPTIONS.items() for word in text.split()}
_WILL = frozenset(["will", "shall", "'ll", "wo", "ll"])
_MAY = words("may might could should can must ought ca")
_IF = frozenset(["if", "unless", "whether", "lest"])
# A try is a deed where the deed is violent: in PLOVER an attempted killing is ASSAULT.
_TRIES = frozenset(["try", "attempt", "plot"])
# What these govern in -ing is thought of, or kept from: "considered closing it", "risk being shot".
_WEIGHED = words("""
    advocate avoid consider contemplate discuss favor favour fear mull oppose propose recommend risk suggest
    support
""")
# So is what these are of, in -ing: "the idea of closing the road".
_THOUGHTS = words("idea notion option proposal suggestion")
# To be such a thing is not to be told: "the goal is to cut tariffs", but "ministers are to meet".
_AIMS = words("""
    aim answer challenge choice duty goal hope idea intention job key mission objective obligation option
    point purpose responsibility role solution step strategy task temptation time trick way
""")
# What is like a deed is none: "it felt like an attack".
_SEEMING = words("be feel look seem sound")
# Governors of clauses, whose objects are none the less real: "called the attack", "expected the visit".
_OF_VERBS_ONLY = words("""
    ask call campaign design encourage expect fight lobby long mean need offer press pressure push rule set
    struggle suspect warn work
""")
# What is thought or spoken of, or voted on, need not be done: "talked about closing the road".
_SPOKEN_OF = words("argue discuss dream interested joke talk think thought vote")
_ABOUT = words("about against for in of on")
# A noun behind these says where or when its clause holds, and is not what the verb is about: who denies a
# thing in an interview has given that.
_BESIDE = words("""
    after amid amidst at before by despite during following in outside since throughout under until upon
    via while within
""")
# A clause in the infinitive says what these are for, but of these nouns what was done: "the decision to go".
_DONE = words("choice decision first last move one only order second third")
# Whoever these are, no one is meant: "anyone who enters".
_ANYONE = words("anybody anyone everybody everyone nobody somebody someone those whoever")
_ANY = words("any every no")


def status_of(token: Token, head: Token, violent: bool) -> str:
    """Return vocabulary.STATUSES' word for the event of `token` by its grammar alone.

    `head` is the verb that carries its tense, or the noun itself. `violent` is true of deeds of
    which the try is one too.
    """
    if is_noun(token):
        told = _of_noun(token, head)
        if told:
            return told
        if head is token:
            return _of_governor(token.head) if token.dep in ("dobj", "pobj", "nsubjpass") else "asserted"
    return _of_verb(head, violent)


def _of_noun(noun: Token, head: Token) -> Optional[str]:
    for child in noun.children:
        if child.dep == "det" and child.lower in ("no", "neither"):
            return "negated"
        if child.dep == "det" and child.lower == "any" and is_negated(noun.head):
            return "negated"
        if (
            child.dep == "det"
            and child.lower in ("a", "an")
            and noun.dep != "nsubj"
            and negations.is_not_done(noun.head)
        ):
            return "negated"
        if child.dep in ("amod", "advmod", "compound") and child.lower in _DESCRIBED:
            return _DESCRIBED[child.lower]
    if negations.is_without(noun):
        return "negated"
    called_off = _of_calling_off(noun)
    if called_off:
        return called_off
    if noun.head.lower == "like" and noun.head.head.lemma in _SEEMING:
        return "hypothetical"
    if head.lemma in ("prevent", "avoid"):
        return "negated"
    return None


def _of_calling_off(noun: Token) -> Optional[str]:
    """The status of an occasion that is called off or put off: "the match was cancelled".

    What was planned for a day and then put off was not held on that day.
    """
    verb = noun.head.head if noun.head.dep == "prt" else noun.head
    passive = noun.dep == "nsubjpass" or (noun.dep == "nsubj" and is_passive(verb))
    if not passive and noun.dep not in ("dobj", "pobj"):
        return None
    status = negations.called_off(verb)
    if status:
        return status if _of_verb(verb, False) == "asserted" else None
    return "negated" if passive and negations.is_then_called_off(verb) else None


def _of_governor(above: Token) -> str:
    """The status of a noun that is no subject: what the word above it makes of it."""
    if above.pos == "ADP":
        if above.lower in _BESIDE:
            return "asserted"
        above = above.head
    governor = _governor(above)
    return governor if governor and above.lemma not in _OF_VERBS_ONLY else "asserted"


def _governor(above: Token) -> Optional[str]:
    """The status that a word gives what it governs: "no plans to attack" is as good as no attack."""
    for governor in GOVERNORS:
        if above.lemma in governor.lemmas:
            if governor.status == "negated" and is_negated(above):  # "did not refuse to sign"
                return "hypothetical" if above.lemma == "rule" else "asserted"
            refused = any(child.dep == "det" and child.lower == "no" for child in above.children)
            return "negated" if refused else governor.status
    return None


def _of_verb(verb: Token, violent: bool) -> str:
    """The status of a verb: its own auxiliaries', else what the verbs that it leans on make of it."""
    status = _of_auxiliaries(verb)
    if any(child.lower == "less" for child in verb.children):  # "less willing to sign"
        status = status or "negated"
    below, aside = verb, False
    while status is None and below.head is not below:
        if _under_if(below):
            return "hypothetical"
        aside = aside or below.dep == "advcl"
        if below.dep == "acomp" and not aside:  # "was not willing to sign"
            status = _of_auxiliaries(below.head)
        status = status or _from_above(below, below.head, violent)
        if below.dep in ("ccomp", "relcl", "parataxis"):
            if status is None and below.dep == "relcl":
                status = _of_no_one(below.head, violent)
            break
        below = below.head
    return status or ("hypothetical" if _under_if(below) or is_asked(below) else "asserted")


def _of_no_one(noun: Token, violent: bool) -> Optional[str]:
    """The status of what a clause tells of no one in particular: that of the clause he stands in.

    "They would free anyone who had signed", "if a guard who left comes back".
    """
    if noun.entity:
        return None
    determiners = [child.lower for child in noun.children if child.dep == "det"]
    above = next((one for one in noun.ancestors() if one.pos in ("VERB", "AUX")), None)
    if above is None or above.dep == "relcl":
        return None
    if noun.lower in _ANYONE or not _ANY.isdisjoint(determiners):
        return "hypothetical" if _of_verb(above, violent) in ("hypothetical", "future") else None
    return "hypothetical" if _under_if(above) and not {"a", "an"}.isdisjoint(determiners) else None


def _from_above(below: Token, above: Token, violent: bool) -> Optional[str]:
    if below.dep == "conj":
        own = first(below, "nsubj", "nsubjpass", "aux")
        return None if own else _of_auxiliaries(above)
    if below.dep == "pcomp" and (above.lower == "without" or is_instead(above)):
        return "negated"
    if below.dep == "pcomp":
        # "When it came to closing the road": whoever may do so.
        if above.head.lemma in _THOUGHTS or (above.lower, above.head.lemma) == ("to", "come"):
            return "hypothetical"
        if above.head.lemma.lower() in _SPOKEN_OF and above.lower in _ABOUT:
            return "hypothetical"
        return None if above.lower in _BESIDE else _governor(above.head)
    if is_gerund(below) and below.dep in ("xcomp", "ccomp") and above.lemma in _WEIGHED:
        return _governor(above) or "hypothetical"
    if below.dep == "ccomp" and above.lemma in DENIALS and not is_negated(above):
        return "negated"
    if below.dep == "ccomp" and negations.is_left_open(above):
        return "hypothetical"
    if below.dep in ("acl", "ccomp") and is_noun(above) and not is_infinitive(below):
        return negations.of_reported(above)
    if below.dep not in ("xcomp", "ccomp", "acl", "acomp", "oprd", "advcl"):
        return None
    if is_infinitive(below):
        if above.lemma in _TRIES:
            return _of_auxiliaries(above) if violent else "hypothetical"
        governor = _governor(above)
        if governor:
            return governor
        if below.dep == "advcl" and above.pos == "VERB":  # "sent troops to fight": a purpose
            return "hypothetical"
        # "a bill to cut taxes"; of "the first to land", "the decision to land" it is told that it is so.
        if below.dep == "acl" and is_noun(above) and above.lemma.lower() not in _DONE:
            return "hypothetical"
    if below.dep == "ccomp" and below.tag == "VB":  # "would get him to sign", "may make them leave"
        return _of_auxiliaries(above) if above.pos == "VERB" and _is_raised(below) else None
    return _of_auxiliaries(above) if below.dep == "xcomp" and above.pos == "VERB" else None


def _is_raised(verb: Token) -> bool:
    """Whether an infinitive has a subject that another verb gives it, and no helper that says more."""
    return all(child.lower == "to" for child in verb.children if child.dep == "aux")


def _under_if(verb: Token) -> bool:
    return any(child.dep == "mark" and child.lower in _IF for child in verb.children)


def _of_auxiliaries(verb: Token) -> Optional[str]:
    negated = any(map(negations.negates, verb.children))
    will = may = False
    for child in verb.children:
        if child.dep in ("aux", "auxpass"):
            will = will or child.lower in _WILL
            # "said it would leave" foresees; "I would leave", "says it would leave" are the unreal mood.
            if child.lower in ("would", "'d") and child.tag == "MD":
                foreseen = verb.dep == "ccomp" and not verb.quoted and verb.head.tag not in ("VBZ", "VBP")
                will, may = (True, may) if foreseen else (will, True)
            may = may or child.lower in _MAY
    if verb.dep == "xcomp" and verb.head.lemma == "go" and verb.head.tag == "VBG":
        will = True
    if negated:
        return "negated"
    if may:
        return "hypothetical"
    # "are to meet"; a headline's "Ministers to meet".
    of_be = verb.dep == "xcomp" and verb.head.lemma == "be"
    if of_be and not will and is_infinitive(verb) and not _is_of_someone(verb.head):
        return "hypothetical"
    if will or (is_infinitive(verb) and (verb.head is verb or of_be)):
        return "future"
    return None


def _is_of_someone(be: Token) -> bool:
    """Whether "to be" has a subject that can be to do a thing: not "the goal is", "it is better"."""
    subject = first(be, "nsubj", "nsubjpass")
    return subject is not None and subject.lemma.lower() not in _AIMS and subject.lower not in ("it", "this")


def is_past(head: Token) -> bool:
    """Whether the verb that carries an event stands in the past or perfect tense."""
    return head.tag == "VBD" or (head.tag == "VBN" and first(head, "aux", "auxpass") is not None)


def in_time(
    status: str, start: Optional[date], end: Optional[date], stated: bool, published: date, past: bool = False
) -> str:
    """Return `status` corrected by the event's date, where that is stated.

    What is told in the past tense (`past`) is not to come: a date ahead is of something else.
    """
    if status != "asserted" or not stated or start is None or end is None:
        return status
    if start > published:
        return status if past else "future"
    if end < published - timedelta(days=NEWS_DAYS):
        return "historical"
    return status
