"""Which way a date without a year lies: told from the verb that governs it, and from the words before it."""

import re
from bisect import bisect_left
from typing import Optional

from transforms.dates.rule import Context
from transforms.dates.verbs import (
    AGENDA,
    ANNOUNCED,
    FORESEEN,
    FORWARD,
    MEANS,
    OFFICES,
    PLANNING,
    SCHEDULED,
    SETTING,
    SPEECH,
    SURE,
)
from transforms.text.document import Document
from transforms.text.tokens import Token

PAST, PRESENT, FUTURE = "past", "present", "future"

_FUTURE_AUX = frozenset(["will", "'ll", "wo", "shall", "would", "may", "might", "can", "should", "must"])
_PAST_AUX = frozenset(["was", "were", "had", "did", "has", "have", "'ve", "'d"])
_PRESENT_AUX = frozenset(["is", "are", "'s", "'re", "am", "'m", "do", "does"])
# A date that lies against the tense must be so many times nearer than the other to be meant, one ahead that
# no tense puts there so many times. Chosen on TimeBank and AQUAINT, where 4 and 12 do worse.
AGAINST_TENSE = 8
UNLIKELY_AHEAD = 1.3
# How many words a date beside its verb has: itself, and its preposition.
_BESIDE = 2

# Words that point ahead whatever the verb: "closed until Friday", "due Monday", "set for March".
_AHEAD = re.compile(
    r"\b(?:until|till|by|through(?! \w+(?: \w+)? (?:on|in) )|starting|beginning|effective|due|payable"
    r"|scheduled|set (?:for|to)|slated"
    r"|(?:extended|postponed|delayed|adjourned|deferred|rescheduled|moved"
    r"|shifted|put (?:off|back)|brought forward|pushed back) (?:to|for)|of record|deadline|no later than"
    r"|as (?:early|soon) as)\b[^.,;]{0,14}$|\bas soon as\b[^.,;]{0,24}$|\bwait(?:s|ing)? until\b[^.,;]{0,40}$"
    r"|\b(?:is|are|'s|'re|remains?) (?:\w+ )?(?:due|set|sure|certain|likely|poised|expected|scheduled"
    r"|slated) to\b"
    r"(?:(?!\b(?:after|before|when|since|who|which|that|from)\b)[^.,;]){0,60}$"
)
# "The road was closed due to snow on Friday"; of "was due to open on Friday" the verb is the infinitive.
_CAUSE = re.compile(r"due to\b")
_WHEN = re.compile(",? (when) ")
_STOPPAGES = ("bandh", "hartal", "protest", "shutdown", "strike", "walkout")
_CALLED_FOR = re.compile(rf"\b(?:{'|'.join(sorted([*ANNOUNCED, *_STOPPAGES]))})s? for (?:the )?$")
_BEHIND = re.compile(
    r"\b(?:(?:since|ended|ending|dated)\s+(?:on\s+|in\s+)?(?:the\s+)?|this year through\s+"
    r"|had (?:previously )?been (?:due|scheduled|set|slated|expected|planned)\b[^.,;]{0,20})$"
)


def direction(context: Context, start: int, end: int) -> Optional[str]:
    """Return PAST, PRESENT or FUTURE for the expression at `start:end`, or None if nothing tells."""
    before = context.before(start, 90)
    if _BEHIND.search(before):
        return PAST
    owned = _owned_by(context, start, end)
    if owned is not None and owned.lemma not in ANNOUNCED:
        return PAST
    verb = governor(context, start, end)
    tense = verb_tense(verb) if verb else None
    if verb is not None and verb.tag in ("VBZ", "VBP") and _below_picture(context.document, verb):
        tense = PAST  # "The king meets the envoy in May": a picture shows what has been
    if owned is not None and verb is not None and verb.tag == "VBG" and not _auxiliaries(verb) & _FUTURE_AUX:
        return PAST  # "is asking for a copy of Monday's speech"
    if _CALLED_FOR.search(before):
        return FUTURE  # "she has called a hearing for Friday"
    when = _WHEN.match(context.after(end))
    told = when and context.token(end + when.start(1))
    if told and verb_tense(told.head) == PAST:
        return PAST  # "the truce held until July, when rebels broke it"
    ahead = _AHEAD.search(before)
    if ahead and not (_CAUSE.match(ahead[0]) and tense in (PAST, PRESENT)):
        # "By Friday he left", "until Thursday they had not": what lies behind can end in the past too.
        deadline = verb is not None and verb.tag == "VB"  # "were given a week to reply by Friday"
        behind = re.search(r"\bby\b[^.,;]{0,14}$", before) and not deadline
        behind = behind or (verb is not None and is_perfect(verb))
        over = tense == PAST and behind and not (verb and _conditional(verb))
        return PAST if over else FUTURE
    return PRESENT if tense is None and owned is not None else tense  # "Friday's hearings: who will speak"


def is_over(context: Context, start: int, end: int) -> bool:
    """Tell whether a date has been, however near the next is: "in January, the mayor said", in December.

    So it has if its verb is a plain past that it stands beside or in front of, or the present of a caption.
    What is asked, planned or said has its own day: "asked them to reply in May", "said on May 3 it would".
    """
    tokens = context.document.tokens_between(start, end)
    verb = governor(context, start, end)
    if verb is None or not tokens or _AHEAD.search(context.before(start, 90)):
        return False
    if verb.tag in ("VBZ", "VBP") and _below_picture(context.document, verb):
        return True
    if verb.tag != "VBD" or verb.lemma in SETTING or _conditional(verb):
        return False
    path = [token for token in tokens if not start <= token.head.start < end][:1]
    while path and path[-1].head not in (verb, path[-1]):
        path.append(path[-1].head)
    if not path or path[-1].head is not verb or path[-1].dep not in ("prep", "npadvmod"):
        return False
    return path[0].i < verb.i or (len(path) <= _BESIDE and verb.lemma not in SPEECH | FORWARD)


def _below_picture(document: Document, token: Token) -> bool:
    """Tell whether a token stands in a caption: on one line with the credit of a picture."""
    here = document.paragraphs[document.sentences[token.sentence].paragraph]
    for other in document.paragraphs[max(0, here.ordinal - 1) : here.ordinal + 2]:
        between = document.text[min(here.end, other.end) : max(here.start, other.start)]
        if other.kind == "credit" != here.kind and "\n" not in between:
            return True
    return False


_LEADS_TO = re.compile(r"\b(?:ahead of|before|on the eve of|run-up to|leading up to) (?:the )?(?:\w+ )?$")


def leads_to(context: Context, start: int, end: int) -> bool:
    """Tell whether what was announced for a date is looked forward to: "ahead of Sunday's vote"."""
    before = _LEADS_TO.search(context.before(start))
    if before is None:
        return False
    owned = _owned_by(context, start, end)
    return before[0].startswith("ahead") if owned is None else owned.lemma in ANNOUNCED


def distance(days: int, tense: Optional[str]) -> float:
    """How far a day lies from publication, `days` ahead of it or behind: further if `tense` is against it."""
    if (days > 0 and tense == PAST) or (days < 0 and tense == FUTURE):
        return abs(days) * AGAINST_TENSE
    return days * UNLIKELY_AHEAD if days > 0 and tense != FUTURE else abs(days)


def _owned_by(context: Context, start: int, end: int) -> Optional[Token]:
    """The noun that an expression belongs to: "ruling" in "Wednesday's ruling" and in "the June ruling"."""
    tokens = context.document.tokens_between(start, end)
    token = next((token for token in tokens if not start <= token.head.start < end), None)
    return token.head if token and token.dep in ("poss", "compound", "nmod") else None


def governor(context: Context, start: int, end: int) -> Optional[Token]:
    """Return the verb that the expression hangs on, else the nearest one before it, else after it."""
    tokens = context.document.tokens_between(start, end)
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    token = next((token for token in tokens if token.head.i not in inside), tokens[0])
    verbs = context.verbs_of(token.sentence)
    place = bisect_left(verbs, token.i, key=lambda verb: verb.i)
    for above in (token, *token.ancestors()):
        if above.pos in ("VERB", "AUX"):
            return verbs[place - 1] if place and says_behind(above, token) else above
    return verbs[place - 1] if place else verbs[0] if verbs else None


def says_behind(verb: Token, token: Token) -> bool:
    """Tell whether a verb only says whose words a date stands in: "she will go on Friday, he said"."""
    if verb.lemma not in SPEECH or verb.i < token.i:
        return False
    subject = any(child.dep == "nsubj" and token.i < child.i for child in verb.children)
    return subject and any(child.dep == "ccomp" and child.i < token.i for child in verb.children)


def _on_the_calendar(verb: Token) -> bool:
    """Tell whether a present means what is to come: "the trial opens Monday", "the match is on Sunday"."""
    if verb.lemma == "take" and any(child.lemma in ("effect", "place") for child in verb.children):
        return True  # "the truce takes effect on Friday"
    if any(child.dep == "mark" and child.lower in ("as", "while") for child in verb.children):
        return False  # "the king looks on as she arrives": the words below a picture
    if verb.lemma in AGENDA and any(
        child.dep == "dobj" and child.lemma in ANNOUNCED | OFFICES for child in verb.children
    ):
        return True  # "she takes office on Friday", "he faces a hearing on Friday"
    if verb.lemma in SCHEDULED:
        # "Meets the king on Monday" is a plan; "gunmen open fire", "blast leaves five dead" are news.
        return verb.lemma in ("meet", "mark") or all(child.dep != "dobj" for child in verb.children)
    return verb.lemma == "be" and any(
        (child.dep == "nsubj" and child.lemma in ANNOUNCED)
        or (
            child.dep == "acomp"
            and child.lemma in SURE
            and any(below.dep == "xcomp" for below in child.children)
        )
        for child in verb.children
    )


def _conditional(verb: Token) -> bool:
    """Tell whether a verb is under "if": "it would strike if they were not freed by Friday"."""
    return any(child.dep == "mark" and child.lower in ("if", "unless") for child in verb.children)


def _auxiliaries(verb: Token) -> set[str]:
    return {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}


def _verb_above(verb: Token) -> Optional[Token]:
    return next((token for token in verb.ancestors() if token.pos in ("VERB", "AUX")), None)


def is_perfect(verb: Token) -> bool:
    """Tell whether a verb tells of a past before the past: "he had retired"."""
    return any(child.dep == "aux" and child.lower in ("had", "'d") for child in verb.children)


def told_as_past(verb: Token) -> bool:
    """Tell whether a verb tells of what is over: not "nobody has claimed it", or "if they were not freed"."""
    return not is_running(verb) and not _conditional(verb) and verb_tense(verb) == PAST


def is_running(verb: Token) -> bool:
    """Tell whether a verb tells of what holds up to now: "it has tripled"."""
    return any(
        child.dep in ("aux", "auxpass") and child.lower in ("has", "have", "'ve") for child in verb.children
    )


def verb_tense(verb: Token, climb: int = 3) -> Optional[str]:
    """Return the tense of a verb by its tag and its auxiliaries; an infinitive takes that of its governor.

    Behind a verb of planning an infinitive lies ahead. `climb` is how many verbs above are asked at most.
    """
    words = _auxiliaries(verb)
    if words & _FUTURE_AUX:
        return PAST if words & {"have", "'ve"} else FUTURE
    if verb.lemma in PLANNING and (verb.tag == "VBD" or words & {"has", "have"}) and "been" not in words:
        return FUTURE
    planned = verb.lemma in PLANNING or (
        verb.lemma == "set" and any(child.lower == "for" for child in verb.children)
    )
    if verb.tag == "VBN" and planned and not words & {"had", "'d"}:
        # "The talks were set for May". "A visit planned for May" lies ahead, unless it "was canceled".
        above = None if words or not climb else _verb_above(verb)
        return FUTURE if above is None or verb_tense(above, climb - 1) in (PRESENT, FUTURE) else PAST
    if verb.tag == "VBD" or words & _PAST_AUX:
        return PAST
    if verb.tag in ("VB", "VBN") and "to" in words:
        if verb.dep == "xcomp" and _is_for_means(verb.head, verb):
            return verb_tense(verb.head, climb - 1) if climb else None
        if (
            verb.head is verb
            or verb.head.lemma in FORWARD
            or (verb.dep == "xcomp" and verb.head.lemma == "be")
        ):
            return FUTURE
        above = _verb_above(verb) if climb else None
        if above is None or above.lemma in FORWARD:
            return FUTURE
        return verb_tense(above, climb - 1) if above.tag != "VB" else FUTURE
    if verb.tag == "VBG":
        if words & _PRESENT_AUX:
            return FUTURE
        if verb.head.tag in ("VBD", "VBN"):
            return PAST
        above = _verb_above(verb) if climb else None
        return FUTURE if above and verb_tense(above, climb - 1) == FUTURE else PRESENT
    if verb.tag == "VBN":
        # "Is expected on Friday", "are due on Monday".
        if words & _PRESENT_AUX:
            return FUTURE if verb.lemma in FORESEEN else PRESENT
        return PAST
    if verb.tag in ("VBZ", "VBP", "MD"):
        return FUTURE if _on_the_calendar(verb) or verb.lemma in PLANNING else PRESENT
    if "could" in words:
        return FUTURE
    return None


def _is_for_means(verb: Token, purpose: Token) -> bool:
    """Whether an infinitive says what is to be paid for: "asked for 2 million to fight it in May"."""
    return any(
        below.lemma in MEANS or below.entity == "MONEY"
        for child in verb.children
        if child.dep == "prep" and child.lower == "for" and verb.i < child.i < purpose.i
        for below in child.children
    )


def is_at_once(clause: Token) -> bool:
    """Whether an adverbial clause happens when its main clause does: "were killed when shells fell"."""
    if any(child.dep == "aux" and child.lower in ("had", "'d") for child in clause.children):
        return False
    return any(
        (child.dep == "advmod" and child.lower == "when")
        or (child.dep == "mark" and child.lower in ("as", "when", "while"))
        for child in clause.children
    )
