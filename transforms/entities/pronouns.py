"""What a pronoun may mean by its form and by what is said of it, before anybody is looked for.

"It" and "they" mean things far more often than those who act. Where the clause fits no body, nobody is
meant, and whoever stands near is left alone.
"""

from typing import Optional

from transforms.entities.titles import BODIES, RULERS
from transforms.text.tokens import Token

PERSONAL = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_IMPERSONAL = frozenset(["it", "its"])
_PLURAL = frozenset(["they", "them", "their"])
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])

_CLAUSES = frozenset(["ccomp", "csubj", "csubjpass", "xcomp", "advcl"])
# Verbs whose "it" stands for the clause behind: "it seems that", "it remains to be seen".
_EMPTY = frozenset(["seem", "appear", "happen", "turn", "remain", "matter", "take", "look", "come", "help"])
# What no body does.
_NEVER_DONE = frozenset(
    ["seem", "appear", "happen", "matter", "mean", "cost", "last", "depend", "rain", "snow", "feel", "look",
     "sound", "occur", "get", "hurt", "melt", "explode", "sink", "crash", "taste", "smell"]
)  # fmt: skip
# What is done to those who act, and seldom to a thing or a happening. (The model takes "fined" for "fin".)
_DONE_TO = frozenset(
    ["accuse", "blame", "urge", "ask", "tell", "warn", "sue", "fine", "fin", "invade", "sanction", "threaten",
     "pressure", "order", "force", "allow", "thank", "congratulate", "ban", "condemn", "criticise",
     "criticize", "praise", "denounce", "press", "advise", "assure", "inform", "persuade", "remind", "beg",
     "invite", "encourage", "challenge", "charge", "convict", "indict", "punish", "arm", "fund", "finance",
     "oblige", "compel", "found", "license", "elect", "hire", "pay", "help", "expel", "suspend"]
)  # fmt: skip
_AGAINST = frozenset(["against", "with", "by"])


def kinds_of(pronoun: Token) -> tuple[str, ...]:
    """The kinds of candidate (salience.Candidate) that a personal pronoun may mean; none for other pronouns.

    >>> kinds_of("He" of "He left"), kinds_of("it" of "It is late"), kinds_of("they" of "They left")
    (("person",), (), ("people", "body"))
    """
    word = pronoun.lower
    if word in PERSONAL:
        return ("person",)
    if word in _IMPERSONAL:
        return () if _is_expletive(pronoun) or _is_thing(pronoun) else ("body", "state")
    return ("people", "body") if word in _PLURAL else ()


def clause_of(relative: Token) -> Optional[Token]:
    """The relative clause that "who" or "which" opens, below the noun that is meant; None where it asks."""
    if relative.lower not in RELATIVE or relative.dep in ("det", "mark"):
        return None
    return next((token for token in (relative, *relative.ancestors()) if token.dep == "relcl"), None)


def _is_expletive(token: Token) -> bool:
    """Whether "it" means nothing: "it was underscored that ...", "when it comes to money"."""
    verb = token.head
    if token.dep == "expl":
        return True
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    if verb.lemma == "come" and any(child.lower == "to" for child in verb.children):
        return True
    empty = token.dep == "nsubjpass" or verb.lemma == "be" or verb.lemma in _EMPTY
    clauses = _CLAUSES if verb.lemma in _EMPTY else _CLAUSES - {"advcl"}
    return empty and any(child.dep in clauses and child.i > verb.i for child in verb.children)


def _is_thing(token: Token) -> bool:
    """Whether what is said of "it" fits no body: "it was a hard week", "making it 3-1", "they sold it"."""
    verb = token.head
    if token.dep in ("dobj", "dative"):
        return verb.lemma not in _DONE_TO
    if token.dep == "pobj":
        return verb.lower not in _AGAINST
    if token.dep == "nsubjpass":
        return verb.lemma not in _DONE_TO
    if token.dep != "nsubj":
        return False
    if verb.pos not in ("VERB", "AUX"):
        return True
    if verb.lemma == "go":
        verb = next((child for child in verb.children if child.dep == "xcomp"), verb)
    told = [child for child in verb.children if child.dep == "attr" and verb.lemma == "be"]
    thing = any(noun.pos == "NOUN" and noun.lower not in BODIES | RULERS for noun in told)
    return thing or verb.lemma in _NEVER_DONE
