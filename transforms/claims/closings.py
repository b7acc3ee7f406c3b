"""Read the reporting clause that closes a sentence, where the parse does not join the two.

"The road was closed in May, she said." and "..., said a farmer and councillor": a comma, a speaker and a
verb of saying at the end leave no doubt, whatever the model made of what stands before them.
"""

from collections.abc import Sequence
from typing import Optional

from transforms.claims.lexicon import VERB_FRAMES
from transforms.claims.nouns import DASHES
from transforms.claims.phrases import (
    BREAKS,
    PASSIVE_SUBJECTS,
    RELATIVE_PRONOUNS,
    SUBJECTS,
    Subject,
    below,
    child,
    children,
    is_verb,
    is_word,
    phrase_span,
)
from transforms.claims.readings import Attribution, Reading, attribution
from transforms.text.tokens import Token

# How many tokens may follow speaker and verb: "on Tuesday", "in a statement".
MAX_TAIL = 8
# How many tokens a headline needs before its reporting clause.
MIN_HEADING_TOKENS = 3
_ENDS = frozenset({".", "?", "!"})
_LEANING = frozenset({"advcl", "relcl", "acl", "pcomp"})


def closing(
    cue: Token, tokens: Sequence[Token], first: int, last: int, heading: bool
) -> Optional[Attribution]:
    """Return what the sentence `tokens[first:last]` says in front of its reporting clause, or None.

    In a `heading` a dash may part the two.
    """
    act = VERB_FRAMES.get(cue.lemma.lower(), {}).get("aside")
    if act is None or cue.tag not in ("VBD", "VBZ", "VBP"):
        return None
    first = next((i for i in range(cue.i, first, -1) if _begins(i, tokens)), first)
    last = next((i for i in range(cue.i + 1, last) if tokens[i].begins), last)
    speaker = _speaker(cue, tokens)
    if speaker is None:
        return None
    start, end = phrase_span(speaker, cue, tokens)
    begin, end = min(start, cue.i), max(end, cue.i)
    parting = tokens[begin - 1].text if begin > first else ""
    if parting != "," and not (heading and parting in DASHES):
        return None
    tail = [i for i in range(end + 1, last) if is_word(tokens[i])]
    own = below(cue) | below(speaker)
    if tokens[min(end + 1, last - 1)].text == ":" or len(tail) > MAX_TAIL:
        return None
    if any(i not in own or tokens[i].quoted or is_verb(tokens[i]) for i in tail):
        return None
    said = _last_clause(tokens[first : begin - 1])
    if heading and not said and begin - 1 - first >= MIN_HEADING_TOKENS:
        said = set(range(first, begin - 1))  # the model finds no verb in "Army fires missile, Seoul says"
    if not said:
        return None
    one = attribution(cue, "aside", act, Reading(said, Subject(speaker, False)), tokens)
    one.content = said  # also what the model hangs below the speaker
    return one


def _begins(i: int, tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins at a token by the model and by its looks."""
    return tokens[i].begins and tokens[i - 1].text in _ENDS and not tokens[i].text.islower()


def _speaker(cue: Token, tokens: Sequence[Token]) -> Optional[Token]:
    """The subject that stands right beside the verb."""
    for subject in reversed(children(cue, "nsubj")):
        first, last = phrase_span(subject, cue, tokens)
        between = tokens[last + 1 : cue.i]
        beside = first == cue.i + 1 or (last < cue.i and all(t.dep in ("aux", "advmod") for t in between))
        if beside and not subject.quoted and subject.tag not in RELATIVE_PRONOUNS:
            return subject
    return None


def _last_clause(said: Sequence[Token]) -> set[int]:
    """What stands behind the last dash or colon, if it is a clause; else all of it, if that is one."""
    breaks = [k for k in range(len(said) - 1) if said[k].text in BREAKS and said[k].end < said[k + 1].start]
    for part in ([said[breaks[-1] + 1 :]] if breaks else []) + [said]:
        if any(_heads_clause(token, part[0].i) for token in part):
            return {token.i for token in part}
    return set()


def _heads_clause(verb: Token, first: int) -> bool:
    """Whether a verb leans on nothing and has a subject from `first` on; "if they agreed" does not."""
    stands = is_verb(verb) and verb.dep not in _LEANING and not child(verb, "mark")
    subject = child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    return stands and subject is not None and subject.i >= first
