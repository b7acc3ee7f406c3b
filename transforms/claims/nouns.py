"""Read cues that are no verbs: nouns, "according to", a headline's verb, a name beside a colon or dash."""

from collections.abc import Sequence, Set
from typing import Optional

from transforms.claims.lexicon import HEADLINE_VERBS, NOUN_PREPOSITION_ACTS, VERB_FRAMES
from transforms.claims.phrases import (
    Subject,
    below,
    below_all,
    child,
    children,
    is_infinitive,
    is_passive,
    is_verb,
    is_word,
    word_set,
)
from transforms.claims.readings import Reading
from transforms.claims.subjects import subject_of
from transforms.entities.countries import state_named
from transforms.text.tokens import Token

# Clauses that hang on another: what "according to" says of them it says of the sentence.
_HANGING = frozenset({"advcl", "acl", "xcomp", "pcomp", "conj"})
# Verbs whose subject is not who speaks: "faced calls to resign".
_RECEIVING = word_set(
    "get receive face draw hear ignore answer reject deny dismiss dodge raise spark prompt provoke follow "
    "meet see echo repeat cite trust doubt share challenge beg"
)
# Blame, which has a ground though nobody is named: "faced criticism over the raid".
_BLAME = frozenset({"criticism", "condemnation"})
# Labels that name a speaker without a name ...
SPEAKERS = word_set(
    "newspaper report reports poll study survey police cops official officials minister lawyer lawyers "
    "source sources analyst analysts expert experts historians president pm premier mayor governor senator "
    "judge court prosecutor prosecutors witness witnesses spokesman spokeswoman reporter moderator host "
    "campaign camp aide aides ally allies army military navy ministry government govt opposition party union "
    "charity watchdog regulator council embassy rebels militia agency coroner rescuers residents media "
    "engineers scientists doctors medics activists monitors investigators diplomats firefighters traders"
)
_SMALL = frozenset({"of", "de", "'s"})
# ... and labels that name a kind of text.
_NO_SPEAKERS = word_set(
    "weather markets sport sports business politics economy health science technology crime entertainment "
    "culture travel world region local "
    "update updated correction corrections clarification clarifications exclusive breaking analysis opinion "
    "watch video photo photos note latest live factbox explainer timeline related more also caption image "
    "credit notes published"
)
BULLETS = frozenset("•·▪‣◦●■*")
QUOTATION_MARKS = frozenset({'"', "“", "''", "``", "«", "„"})
_SENTENCE_ENDS = frozenset({".", "?", "!", "”", '"', "''", "…", "—", "–", "-", "--", ")"})
DASHES = frozenset({"―", "—", "–", "-", "--"})
# The Islamic State in short, which the model takes for a verb: "IS claims attack on convoy".
_THE_GROUP = "IS"
MAX_LABEL_TOKENS = 6
MAX_SIGNATURE_TOKENS = 12
MIN_LABELLED_WORDS = 2


def owner_of(noun: Token) -> Optional[Subject]:
    """Whose statement, call or charge a noun is: its possessor, its author, or who makes it."""
    owner = child(noun, "poss")
    if owner:
        return Subject(owner, False)
    for word in children(noun, "prep"):
        author = child(word, "pobj") if word.lower in ("by", "from", "among") else None
        if author:
            return Subject(author, False)
    if noun.dep == "dobj" and is_verb(noun.head) and noun.head.lemma not in _RECEIVING:
        return subject_of(noun.head)
    return None


def judges(clause: Token) -> bool:
    """Whether a clause says what someone did with the noun before it: "a claim that the ministry denies"."""
    return (
        "object" in VERB_FRAMES.get(clause.lemma.lower(), {})
        and not is_passive(clause)
        and child(clause, "dobj", "ccomp", "xcomp", "prep") is None
    )


def noun_clause(cue: Token) -> Optional[Reading]:
    """ "the minister's claim that the vote was fair"; "a promise to resign"."""
    for clause in children(cue, "acl", "ccomp"):
        if clause.i > cue.i and (is_infinitive(clause) or (child(clause, "mark") and not judges(clause))):
            return Reading(below(clause), owner_of(cue))
    return None


def noun_preposition(cue: Token) -> Optional[Reading]:
    """ "Pakistan's call for talks"; "criticism of the vote by the opposition"."""
    for word in children(cue, "prep"):
        act = NOUN_PREPOSITION_ACTS.get(f"{cue.lemma.lower()}:{word.lower}")
        if act and word.i == cue.i + 1:
            content, owner = below_all(children(word, "pobj", "pcomp")), owner_of(cue)
            bare = len(content) == 1 and word.lower != "for"  # "criticism of her": a topic, not words
            if content and not bare and (owner or (cue.lemma in _BLAME and word.lower in ("for", "over"))):
                return Reading(content, owner, [word], act=act)
    return None


def according(cue: Token, tokens: Sequence[Token], first: int, last: int) -> Optional[Reading]:
    """ "Three died, according to police", in the sentence `tokens[first:last]`.

    The content is the main clause it hangs on; what follows the phrase as a participle is the narrator's.
    """
    if cue.i + 1 >= last or tokens[cue.i + 1].lower != "to":
        return None
    to = tokens[cue.i + 1]
    source = child(to, "pobj") or child(cue, "pobj")
    if source is None:  # "according to what the newspaper wrote"
        wrote = child(to, "pcomp")
        source = next(iter(reversed(children(wrote, "nsubj"))), None) if wrote else None
    if source is None:
        return None
    phrase = below(cue) | below(to)
    head = cue.head
    while head.dep in _HANGING and head.head is not head:
        head = head.head
    if head is cue or not is_verb(head) or head.i in phrase:
        return Reading(set(range(first, last)) - phrase, Subject(source, False), [to])
    content = below(head) - phrase
    for other in children(head, "advcl"):
        if other.i > cue.i and head.i < cue.i and other.tag == "VBG":
            content -= below(other)
    return Reading(content, Subject(source, False), [to])


def headline(cue: Token, tokens: Sequence[Token], first: int, last: int) -> Optional[Reading]:
    """ "Rebels claim attack on convoy", where the model takes the verb for a noun."""
    if cue.lower not in HEADLINE_VERBS or cue.i == first or cue.i + 2 >= last:
        return None
    before = tokens[first : cue.i]
    named = before[-1].pos in ("NOUN", "PROPN") or before[-1].text == _THE_GROUP
    if any((is_verb(t) and t.text != _THE_GROUP) or t.pos == "ADP" for t in before) or not named:
        return None
    if any(is_verb(t) and t.tag in ("VBZ", "VBP", "VBD", "MD") for t in tokens[cue.i + 1 : last]):
        return None
    return Reading(set(range(cue.i + 1, last)), Subject(before[-1], False))


def label(tokens: Sequence[Token], first: int, last: int, filed: bool, people: Set[str]) -> Optional[Token]:
    """ "MINISTER: We will stay": the colon behind the name of who speaks the paragraph, or None.

    A person or a word for a speaker makes a label; another name only before a whole sentence, not in a list
    ("• MARKETS: Shares fell.", "- CANADA: ..."), and not where it has the form of a dateline (`filed`):
    "KABUL: Three people ...". `people` are the words that the report has in names of people.
    """
    listed = tokens[first].text in BULLETS or tokens[first].text in DASHES
    first += tokens[first].text in QUOTATION_MARKS
    end = min(first + MAX_LABEL_TOKENS + 1, last)
    colon = next((i for i in range(first + 1, end) if tokens[i].text == ":"), None)
    if colon is None or sum(is_word(t) for t in tokens[colon + 1 : last]) < MIN_LABELLED_WORDS:
        return None
    name = tokens[first:colon]
    capitals = all(
        t.text[0].isupper() or not is_word(t) or t.lower in _SMALL or t.lower in SPEAKERS for t in name
    )
    shouted = all(t.text.isupper() for t in name if is_word(t))
    sentence = tokens[last - 1].text in _SENTENCE_ENDS
    # The model takes a place in capitals for a person now and then: where a dateline is expected, the
    # rest of the report must bear it out.
    person = name[-1].entity == "PERSON" and not filed
    someone = person or all(t.text in people for t in name) or any(t.lower in SPEAKERS for t in name)
    known = shouted or any(t.entity in ("ORG", "NORP") for t in name)
    someone = someone or (known and sentence and not filed and not listed)
    if all(len(t.text) == 1 for t in name):
        return None  # "Q:" and "A:" name nobody
    speaks = name[-1].lower in SPEAKERS
    other = any(t.lower in _NO_SPEAKERS or is_verb(t) or t.text == "(" for t in name)
    place = any(t.entity in ("GPE", "LOC") for t in name)
    place = place or state_named(" ".join(t.text for t in name if is_word(t)).title()) is not None
    other = other or (not speaks and place)
    if other or not capitals or not someone or (tokens[first].quoted and not shouted):
        return None
    return tokens[colon]


def tail_label(tokens: Sequence[Token], first: int, last: int, people: Set[str]) -> Optional[Token]:
    """ "Dam may fail within days - engineers": the dash or colon before who says a headline, or None."""
    start = max(first + MIN_LABELLED_WORDS, last - MAX_LABEL_TOKENS)
    mark = next((i for i in range(last - 2, start, -1) if tokens[i].text in (":", *DASHES)), None)
    if mark is None or (tokens[mark - 1].end == tokens[mark].start and tokens[mark].text != ":"):
        return None
    name = tokens[mark + 1 : last]
    spoken = all(t.pos in ("NOUN", "PROPN", "ADJ") or t.lower in _SMALL for t in name)
    speaks = name[-1].lower in SPEAKERS or name[-1].entity == "PERSON" or name[-1].text in people
    clause = any(is_verb(t) for t in tokens[first:mark])
    return tokens[mark] if spoken and speaks and clause else None


def signature(tokens: Sequence[Token], first: int, last: int) -> Optional[tuple[Token, int]]:
    """ "— Ann Smith, voter" in `tokens[first:last]`: the dash, and the token behind the name."""
    if last - first < 2 or tokens[first].text not in DASHES:
        return None
    end = last
    while tokens[end - 1].pos == "PUNCT" and end - 1 > first + 1:
        end -= 1
    name = tokens[first + 1 : end]
    if len(name) > MAX_SIGNATURE_TOKENS or any(is_verb(t) or t.quoted for t in name):
        return None
    return (tokens[first], end) if name[0].text[0].isupper() and is_word(name[0]) else None
