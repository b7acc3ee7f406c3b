"""What a claim does: its act, once the content is read; its stance, negation, modality and addressee.

The cue gives an act (lexicon.py); the content may make it another: "said they condemned the attack"
condemns, "said it would hunt them down" promises.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Optional

from transforms.claims.phrases import child, children, phrase_span, word_set
from transforms.claims.readings import Attribution
from transforms.text.tokens import Token

STANCE_OF = {
    "statement": "asserts",
    "announcement": "asserts",
    "characterisation": "asserts",
    "denial": "denies",
    "accusation": "accuses",
    "claim_of_responsibility": "claims_responsibility",
    "condemnation": "condemns",
}

_SELVES = frozenset({"i", "we", "it", "they", "he", "she"})
_VIOLENT = word_set(
    "attack kill bomb target assassinate shoot strike execute detonate ambush storm murder raid fire"
)
# Whose deeds are those of the group they belong to: "said its fighters had bombed the hotel".
_MEN = word_set(
    "fighter member man militant gunman soldier troop force supporter operative bomber guerrilla unit"
)
# What is carried out, staged or mounted, and what someone is behind or responsible for.
_DEEDS = word_set(
    "ambush assassination assault attack blast bombing explosion hijacking kidnapping killing massacre "
    "murder shooting strike"
)
_DOING = word_set("carry launch mount stage")
_CONDEMNING = word_set("condemn denounce decry deplore")
_WILLING = word_set("allow tolerate permit spare rest let accept")
_OBLIGING = frozenset({"must", "should", "ought", "shall"})
_WILL = frozenset({"will", "would", "'ll", "'d", "wo", "shall"})
_ASSURING = frozenset({"assure", "reassure", "guarantee"})
# Nouns that tell what a reported object is: "reiterated its commitment", "conveyed her condolences".
_OBJECT_ACTS = {
    "promise": "commitment pledge promise vow resolve determination",
    "expressive": "wish condolence sympathy sorrow gratitude thanks prayer concern anguish regret sadness "
    "grief hope solidarity appreciation congratulation support shock outrage anger dismay",
    "demand": "call demand request appeal",
    "denial": "denial rejection",
    "condemnation": "condemnation",
    "accusation": "accusation allegation",
}
_ACT_OF_OBJECT = {noun: act for act, nouns in _OBJECT_ACTS.items() for noun in nouns.split()}
_MODALS = {"'ll": "will", "'d": "would", "ca": "can", "wo": "will", "sha": "shall"}
# Verbs whose infinitive was not said: "declined to comment", "failed to mention".
_REFUSING = frozenset({"decline", "refuse", "fail", "stop", "avoid"})
_STOPPING = frozenset({"stop", "fall", "pull"})
_NOBODY = frozenset({"no", "none", "nobody", "neither"})
# Verbs that speak to their object, and the prepositions that lead to who is spoken to.
_ADDRESSING = word_set(
    "tell assure inform ask warn remind advise notify urge thank congratulate persuade convince promise "
    "order instruct call appeal beg press reassure invite brief hear"
)
# Of them, those whose object is what is said: "promised two helicopters".
_OFFERING = frozenset({"promise", "order", "ask"})
_SPEAKING = word_set("say write explain convey express complain speak")
_TOWARDS = frozenset({"to", "with"})


class ActRule(NamedTuple):
    """When the content makes another act of a statement; `verb` is the content's first main verb."""

    name: str
    applies: Callable[[Attribution, Token, Sequence[Token]], bool]
    act: str
    example: str


def _self(verb: Token) -> bool:
    """Whether the verb's subject can be the speaker: a pronoun."""
    subject = child(verb, "nsubj")
    return subject is not None and subject.lower in _SELVES


def _modal(verb: Token, words: frozenset[str]) -> bool:
    return any(c.lower in words for c in children(verb, "aux"))


def _inverted(verb: Token) -> bool:
    """Whether a modal stands before its subject, as it does in questions: "Why would he leave?"."""
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and any(c.tag == "MD" and c.i < subject.i for c in children(verb, "aux"))


def _negated(verb: Token) -> bool:
    return child(verb, "neg") is not None


def _took_part(one: Attribution, verb: Token, tokens: Sequence[Token]) -> bool:
    return verb.lemma in _VIOLENT and _has_done(verb)


def _did_it(one: Attribution, verb: Token, tokens: Sequence[Token]) -> bool:
    if verb.lemma in _DOING:
        return _is_deed(child(verb, "dobj")) and _has_done(verb)
    if verb.lemma != "be" or not _self(verb) or _negated(verb) or _modal(verb, _WILL | _OBLIGING):
        return False
    held = child(verb, "acomp")
    ways = [way for way in children(verb, "prep") if way.lower == "behind"]
    if held is not None and held.lower == "responsible":
        ways += children(held, "prep")
    return any(_is_deed(child(way, "pobj")) for way in ways)


def _is_deed(noun: Optional[Token]) -> bool:
    return noun is not None and noun.lemma.lower() in _DEEDS


def _has_done(verb: Token) -> bool:
    """Whether a verb says what the source itself has done."""
    done = verb.tag in ("VBD", "VBN") and not _modal(verb, _WILL | _OBLIGING) and not child(verb, "auxpass")
    return (_self(verb) or _own_men(verb)) and done and not _negated(verb)


def _own_men(verb: Token) -> bool:
    subject = child(verb, "nsubj")
    owned = subject is not None and any(c.lower in ("its", "their", "our") for c in children(subject, "poss"))
    return owned and subject is not None and subject.lemma.lower() in _MEN


def _condemns(one: Attribution, verb: Token, tokens: Sequence[Token]) -> bool:
    return verb.lemma in _CONDEMNING and not _negated(verb) and not child(verb, "auxpass")


def _promises(one: Attribution, verb: Token, tokens: Sequence[Token]) -> bool:
    # "He'd heard" is "had heard"; what "would have" been is no promise.
    if not _modal(verb, _WILL) or (verb.tag == "VBN" and not child(verb, "auxpass")) or _inverted(verb):
        return False
    if one.cue.lemma in _ASSURING or (_self(verb) and verb.lemma != "be"):
        return True
    return _negated(verb) and verb.lemma in _WILLING


def _demands(one: Attribution, verb: Token, tokens: Sequence[Token]) -> bool:
    return _modal(verb, _OBLIGING)


def _denies(one: Attribution, verb: Token, tokens: Sequence[Token]) -> bool:
    if child(verb, "expl"):
        thing = child(verb, "attr", "nsubj", "dobj")
        return _negated(verb) or (thing is not None and any(c.lower == "no" for c in thing.children))
    return _self(verb) and _negated(verb) and verb.tag in ("VBD", "VBN") and not _modal(verb, _WILL)


def _asks_for(one: Attribution, verb: Token, tokens: Sequence[Token]) -> bool:
    that = any(c.lower == "that" for c in children(verb, "mark"))
    bare = verb.tag == "VB" or any(c.tag == "VB" for c in children(verb, "auxpass"))  # "that he be freed"
    return one.cue.lemma in ("ask", "request") and that and bare


def _asks(one: Attribution, verb: Token, tokens: Sequence[Token]) -> bool:
    last = max(one.content)
    return any(tokens[i].text == "?" and tokens[i].quoted for i in (last, last - 1))


ACT_RULES = (
    ActRule("took part", _took_part, "claim_of_responsibility", "The group said it had bombed the hotel."),
    ActRule("did it", _did_it, "claim_of_responsibility", "The group said it had carried out the bombing."),
    ActRule("condemns", _condemns, "condemnation", "A spokesman said they condemned the raid."),
    ActRule("denies", _denies, "denial", "The minister said there were no plans to resign."),
    ActRule("promises", _promises, "promise", "The army said it would investigate."),
    ActRule("demands", _demands, "demand", "She said that the talks must resume."),
    ActRule("asks for", _asks_for, "demand", "The envoy asked that the crew be freed."),
    ActRule("asks", _asks, "question", "“Who will pay for it?” she said."),
)  # fmt: skip


def act_of(one: Attribution, tokens: Sequence[Token]) -> str:
    """Return the act of an attribution, its content read."""
    if one.frame in ("object", "passive", "headline"):
        heads = [head for head in one.cue.children if head.i in one.content]
        for noun in [noun for head in heads for noun in (head, *children(head, "conj"))]:
            if one.act in ("statement", "expressive") and noun.lemma in _ACT_OF_OBJECT:
                return _ACT_OF_OBJECT[noun.lemma]
    verb = _main_verb(one, tokens) if one.act in ("statement", "question") else None
    if verb:
        for rule in ACT_RULES:
            if (one.act == "statement" or rule.applies is _asks_for) and rule.applies(one, verb, tokens):
                return rule.act
    return one.act


def _main_verb(one: Attribution, tokens: Sequence[Token]) -> Optional[Token]:
    for i in sorted(one.content):
        token = tokens[i]
        if token.pos in ("VERB", "AUX") and (token.head.i not in one.content or token.head is token):
            return token
    return None


def stance_of(act: str, negated: bool, modality: Optional[str]) -> Optional[str]:
    """Return how the source stands to what is said; None where the cue is negated or only possible."""
    return None if negated or modality else STANCE_OF.get(act)


def is_negated(one: Attribution, tokens: Sequence[Token]) -> bool:
    """Tell whether the words were not said: "did not say", "declined to comment", "no group claimed"."""
    cue = one.cue
    if _negated(cue) or _neither(cue) or any(c.lower == "never" for c in children(cue, "advmod")):
        return True
    if cue.lemma in _REFUSING or (cue.dep == "xcomp" and cue.head.lemma in _REFUSING) or _short_of(cue):
        return True
    if one.source_span is None:
        return False
    return tokens[one.source_span[0]].lower in _NOBODY


def _neither(cue: Token) -> bool:
    """Whether a cue is one of two that are both denied: "neither confirmed nor denied"."""
    first = cue.head if cue.dep == "conj" else cue
    return child(first, "preconj") is not None and any(c.lower == "nor" for c in children(first, "cc"))


def _short_of(cue: Token) -> bool:
    """Whether somebody stopped short of a cue: "stopped short of declaring victory"."""
    of = cue.head
    short = of.head if cue.dep == "pcomp" and of.lower == "of" else cue
    return short.lower == "short" and short.head.lemma in _STOPPING


def modality_of(one: Attribution) -> Optional[str]:
    """Return the modal of the cue: "may" of "may announce", or None."""
    for other in children(one.cue, "aux"):
        if other.tag == "MD":
            return _MODALS.get(other.lower, other.lower)
    return None


def addressee_of(one: Attribution, tokens: Sequence[Token]) -> Optional[tuple[int, int]]:
    """Return who is spoken to, as first and last token: "assured Paris", "said to reporters"."""
    head = one.addressee if one.cue.lemma in _ADDRESSING else None
    if one.frame == "object" and one.cue.lemma in _OFFERING:
        head = child(one.cue, "dative")
    if head is None and one.frame in ("clause", "quote", "aside", "object"):
        towards = next((c for c in children(one.cue, "prep", "dative") if c.lower in _TOWARDS), None)
        if towards is not None and one.cue.lemma in _SPEAKING:
            head = child(towards, "pobj")
            if head is not None and head.i in one.content:
                head = None
    if head is None or (one.source is not None and head is one.source.head):
        return None
    return phrase_span(head, one.cue, tokens)
