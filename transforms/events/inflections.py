"""The forms of the lexicon's words that name their lemma, where the language model does not.

In a title with capitals it takes verbs for names, and leaves them as they are: "Boy Dies", "Deputy Shot".
"""

import functools
from collections.abc import Mapping

from transforms.events.lexicon import noun_frames, verb_frames
from transforms.text.tokens import Token

# Participles and past forms that do not end in -ed. Those that are a noun or another word as often are left
# out: "found", "left", "held", "felt", "lay", "cut".
_IRREGULAR = """
    beaten:beat beheaded:behead bought:buy broken:break burnt:burn caught:catch drowned:drown drunk:drink
    fallen:fall fell:fall fled:flee forbade:forbid forbidden:forbid fought:fight hanged:hang hurt:hurt
    overran:overrun overthrew:overthrow overthrown:overthrow overturned:overturn quit:quit sank:sink
    shot:shoot slain:slay slew:slay sold:sell stole:steal stolen:steal struck:strike sued:sue sunk:sink
    sworn:swear taken:take torn:tear threw:throw thrown:throw won:win withdrawn:withdraw withdrew:withdraw
"""
# Of these the participle is the bare form.
UNCHANGED = frozenset(["hurt", "shot"])


@functools.cache
def inflected() -> Mapping[str, str]:
    """The lexicon's words by their forms but the bare one: "dies", "killed", "riots", "shot"."""
    found = {f"{noun}s": noun for noun in noun_frames()}
    for verb in verb_frames():
        if verb.isalpha():
            stem = verb[:-1] if verb.endswith("e") else verb
            ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
            for form in (verb + ending, stem + "ed"):
                found.setdefault(form, verb)
            if verb.endswith("y") and verb[-2] not in "aeiou":
                found.setdefault(verb[:-1] + "ies", verb)
                found.setdefault(verb[:-1] + "ied", verb)
    for pair in _IRREGULAR.split():
        form, verb = pair.split(":")
        if verb in verb_frames():
            found.setdefault(form, verb)
    return found


def lemma_of(token: Token) -> str:
    """The token's lemma, mended where the model cuts too much: "fined" is of "fine", "raped" of "rape".

    What it takes for a name or an adjective it leaves as it is: "Dies" is of "die", "sprained" of "sprain".
    """
    lemma = token.lemma.lower()
    if (
        token.pos == "PROPN"
        or (token.pos == "ADJ" and token.dep == "amod" and lemma.endswith("ed"))
        or (token.text[0].isupper() and lemma not in noun_frames())
    ):
        return inflected().get(token.lower, lemma)
    longer = token.lower[:-1]
    cut = token.tag in ("VBD", "VBN") and token.lower == lemma + "ed"
    return longer if cut and lemma not in verb_frames() and longer in verb_frames() else lemma
