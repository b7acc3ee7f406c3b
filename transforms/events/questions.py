"""Whether a sentence asks what it tells of: who asks whether it was so does not say so."""

from transforms.events.syntax import first
from transforms.events.words import words
from transforms.text.tokens import Token

_QUESTION_WORDS = words("how that what when where which who whom whose why")


def is_asked(verb: Token) -> bool:
    """Whether a verb is what a question of yes or no asks: "Did they sign?", but not "Why did they sign?"."""
    if verb.head is not verb or not any(child.text == "?" for child in verb.children):
        return False
    helper, subject = first(verb, "aux", "auxpass"), first(verb, "nsubj", "nsubjpass")
    if helper is None or subject is None or helper.i > subject.i:
        return False
    return not any(child.i < helper.i and child.lower in _QUESTION_WORDS for child in verb.children)
