"""Who speaks in a clause that reports words: what "it" and "they" inside the words mean first of all.

In "Rebels hold the town. An army spokesman said they had shelled it" the rebels stand nearer and are the
wrong ones: who speaks through a spokesman speaks of himself.
"""

from collections.abc import Iterator
from typing import Optional

from transforms.entities.phrases import MentionIndex, modifiers, owners
from transforms.entities.roles import is_role, role_noun
from transforms.entities.titles import BODIES, FORCES, RULERS
from transforms.text.tokens import Token


def speaker_of(pronoun: Token) -> Optional[Token]:
    """Return the subject of the clause that reports what the clause of `pronoun` says."""
    said = pronoun.head
    while said.dep == "conj" and said.head.i < said.i:
        said = said.head
    if pronoun.dep not in ("nsubj", "nsubjpass") or said.dep != "ccomp":
        return None
    subjects = [child for child in said.head.children if child.dep == "nsubj" and child.i < pronoun.i]
    return subjects[-1] if subjects else None


def speaking_body(index: MentionIndex, pronoun: Token) -> Optional[Token]:
    """Return the noun that "it" or "they" mean because it speaks, be it named or not; None where none does.

    That is a body, a named group or state, or many people; for a spokesman, whose spokesman he is; for
    the officer of a force the force, but only of "they". Other people speak of others as well.
    """
    subject = speaker_of(pronoun)
    if subject is None or subject.pos == "PRON":
        return None
    mention = index.of(subject)
    if mention:
        return subject if mention.label in ("ORG", "NORP", "GPE") else None
    if subject.lower in BODIES | RULERS:
        return subject
    plural = pronoun.lower == "they"
    if subject.tag == "NNS":
        return subject if plural else None
    if not is_role(subject):
        return None
    bodies = bodies_of(index, subject)
    if role_noun(subject) == "spokesperson":
        return next(bodies, None)
    return next((body for body in bodies if plural and body.lower in FORCES), None)


def bodies_of(index: MentionIndex, role: Token) -> Iterator[Token]:
    """The bodies that a phrase says its role belongs to: "an army spokesman", "an aide at the ministry"."""
    tokens = index.document.tokens
    for token in (*reversed(modifiers(role, tokens)), *owners(role, tokens)):
        mention = index.of(token)
        if token.lower in BODIES or (mention and mention.label == "ORG"):
            yield token
