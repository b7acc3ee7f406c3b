"""Whether a sentence asserts its event, denies it, foresees it or only thinks of it.

PLOVER's auxiliary modes historical, future, hypothetical, negation; what has none is asserted.
"""

from datetime import date, timedelta
from typing import NamedTuple, Optional

from transforms.events.syntax import first
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
                              "disrupt"),
             "Police foiled an attack."),
    Governor("future", words("plan intend prepare expect schedule vow pledge promise set due"),
             "Rebels plan to attack the town."),
    Governor("hypothetical", words("want hope seek consider aim wish fear risk threaten dream propose ask "
                                   "call urge demand contemplate ready willing able mull warn suspect "
                                   "likely"),
             "They considered an attack."),
)  # fmt: skip
_DESCRIPTIONS = {
    "future": "planned future upcoming forthcoming scheduled imminent",
    "hypothetical": "possible potential hypothetical threatened proposed feared likely",
    "negated": "foiled thwarted averted botched",
}
_DESCRIBED = {word: status for status, text in _DESCRIPTIONS.items() for word in text.split()}
_WILL = frozenset(["will", "shall", "'ll", "wo", "ll"])
_MAY = words("may might could should can must ought ca")
_NEGATIONS = words("no neither none nobody never not n't")
_IF = frozenset(["if", "unless", "whether", "lest"])
# A try is a deed where the deed is violent: PLOVER codes an attempted assassination as ASSAULT.
_TRIES = frozenset(["try", "attempt", "plot"])


def status_of(token: Token, head: Token, violent: bool) -> str:
    """Return vocabulary.STATUSES' word for the event of `token` by its grammar alone.

    `head` is the verb that carries its tense, or the noun itself. `violent` is true of ASSAULT.
    """
    if token.pos in ("NOUN", "PROPN"):
        told = _of_noun(token, head)
        if told:
            return told
        if head is token:
            return (
                _of_governor(token, token.head) if token.dep in ("dobj", "pobj", "nsubjpass") else "asserted"
            )
    return _of_verb(head, violent)


def _of_noun(noun: Token, head: Token) -> Optional[str]:
    for child in noun.children:
        if child.dep == "det" and child.lower in ("no", "neither"):
            return "negated"
        if child.dep in ("amod", "advmod", "compound") and child.lower in _DESCRIBED:
            return _DESCRIBED[child.lower]
    if head.lemma in ("prevent", "avoid"):
        return "negated"
    return None


def _of_governor(token: Token, above: Token) -> str:
    """The status of a noun that is no subject: what the word above it makes of it."""
    if above.pos == "ADP":
        above = above.head
    for governor in GOVERNORS:
        if above.lemma in governor.lemmas and above.lemma not in (
            "ask",
            "call",
            "warn",
            "set",
            "expect",
            "rule",
            "suspect",
        ):
            return governor.status
    return "asserted"


def _of_verb(verb: Token, violent: bool) -> str:
    status = _of_auxiliaries(verb)
    if status:
        return status
    seen = 0
    token = verb
    while token.head is not token and seen < 8:
        seen += 1
        above = token.head
        if token.dep == "conj":
            inherited = _of_auxiliaries(above) if not first(token, "nsubj", "nsubjpass", "aux") else None
            if inherited:
                return inherited
        elif token.dep in ("xcomp", "ccomp", "acl", "acomp", "oprd", "advcl", "pcomp"):
            bare = _is_bare(token)
            if above.lemma in _TRIES and bare:
                if not violent:
                    return "hypothetical"
            elif bare or token.dep == "pcomp":
                for governor in GOVERNORS:
                    if above.lemma in governor.lemmas:
                        refused = any(child.dep == "det" and child.lower == "no" for child in above.children)
                        return "negated" if refused else governor.status
                if token.dep == "advcl" and first(token, "aux") and above.pos == "VERB":
                    return "hypothetical"
            if token.dep in ("xcomp",) and above.pos == "VERB":
                inherited = _of_auxiliaries(above)
                if inherited:
                    return inherited
        if _under_if(token):
            return "hypothetical"
        if token.dep in ("ccomp", "relcl", "parataxis") and not bare_chain(token):
            break
        token = above
    if _under_if(token):
        return "hypothetical"
    return "asserted"


def bare_chain(token: Token) -> bool:
    """Whether a clause leans on the verb above for its tense."""
    return token.dep == "xcomp"


def _is_bare(verb: Token) -> bool:
    return verb.tag == "VB" and any(child.dep == "aux" and child.lower == "to" for child in verb.children)


def _under_if(verb: Token) -> bool:
    return any(child.dep == "mark" and child.lower in _IF for child in verb.children)


def _of_auxiliaries(verb: Token) -> Optional[str]:
    negated = any(
        child.dep == "neg" or (child.dep in ("nsubj", "nsubjpass") and _is_none(child))
        for child in verb.children
    )
    will = may = False
    for child in verb.children:
        if child.dep in ("aux", "auxpass"):
            will = will or child.lower in _WILL
            # "said it would leave" foresees, seen from then; elsewhere "would" is the unreal mood.
            if child.lower in ("would", "'d") and child.tag == "MD":
                will, may = (True, may) if verb.dep == "ccomp" else (will, True)
            may = may or child.lower in _MAY
    if verb.dep == "xcomp" and verb.head.lemma == "go" and verb.head.tag == "VBG":
        will = True
    if negated:
        return "negated"
    if may:
        return "hypothetical"
    if will or (_is_bare(verb) and verb.head is verb):
        return "future"
    return None


def _is_none(subject: Token) -> bool:
    return subject.lower in _NEGATIONS or any(
        child.lower in _NEGATIONS and child.dep == "det" for child in subject.children
    )


def is_refusal(head: Token) -> bool:
    """Whether a negated verb is a refusal: "will not lift", "would not meet", "won't"."""
    return any(
        child.dep == "aux" and child.lower in (*_WILL, "would", "'d") for child in head.children
    ) and any(child.dep == "neg" for child in head.children)


def in_time(status: str, start: Optional[date], end: Optional[date], stated: bool, published: date) -> str:
    """Return `status` corrected by the event's date, where that is stated."""
    if status != "asserted" or not stated or start is None or end is None:
        return status
    if start > published:
        return "future"
    if end < published - timedelta(days=NEWS_DAYS):
        return "historical"
    return status
