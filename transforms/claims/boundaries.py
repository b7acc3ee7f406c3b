"""Where a content ends: take out what the model joined to it that is the narrator's or the next cue's."""

from collections.abc import Sequence, Set

from transforms.claims.lexicon import VERB_FRAMES
from transforms.claims.phrases import (
    CONTRASTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    below,
    child,
    children,
    is_verb,
    is_word,
)
from transforms.claims.readings import Attribution
from transforms.text.tokens import Token

_WH = frozenset({"WP", "WDT", "WP$"})
_WHENS = frozenset({"when", "where"})
_CLOSERS = frozenset({",", "”", '"', "''", "—", "–", "--", "-"})
_SETTING_OFF = frozenset({",", "—", "–", "--", "-"})
_RANKS = frozenset({"latest", "first", "second", "third", "last", "only", "same"})
# What the model makes of a noun that is set behind a clause.
_BESIDE = frozenset({"appos", "dobj", "npadvmod", "attr", "dep", "conj"})
# Whose own acts a speaker reports in a clause of his: "said it had bombed the bridge".
_SELVES = frozenset({"it", "he", "she", "they", "we", "i"})
_WHOLE_SENTENCES = frozenset({"according", "aside"})


def drop_gloss(one: Attribution, tokens: Sequence[Token]) -> None:
    """Leave the narrator's gloss at the end of a content to him: ", who was not hurt", ", when ..."."""
    if one.frame in _WHOLE_SENTENCES or not one.content:
        return
    for i in range(one.cue.i + 1, max(one.content)):
        if tokens[i].dep not in ("relcl", "advcl") or i not in one.content:
            continue
        gloss = below(tokens[i])
        first, last = min(gloss), max(gloss)
        opens = tokens[first].lower in _WHENS or (tokens[i].dep == "relcl" and tokens[first].tag in _WH)
        set_off = first > one.cue.i and tokens[first - 1].text == "," and opens
        ends = not any(j > last and is_word(tokens[j]) for j in one.content)
        if set_off and ends and not _is_speakers(tokens[i], gloss, tokens):
            one.content -= gloss
            return


def drop_comment(one: Attribution, tokens: Sequence[Token]) -> None:
    """Leave to the narrator the noun that he sets behind a content: "..., a swipe at the farmers"."""
    if one.frame in _WHOLE_SENTENCES or not one.content:
        return
    last = max(one.content)
    for i in range(one.cue.i + 2, last):
        if tokens[i - 1].text not in _SETTING_OFF or i not in one.content or not _comments(i, tokens):
            continue
        noun = tokens[i].head
        phrase = below(noun)
        apart = noun.dep in _BESIDE and min(phrase) >= i - 1 and max(phrase) >= last - 1
        said = one.content - phrase
        if apart and any(is_word(tokens[j]) for j in said) and not any(tokens[j].quoted for j in phrase):
            one.content = said
            return


def close_bracket(one: Attribution, tokens: Sequence[Token]) -> None:
    """Give a content the bracket that closes behind it: the model hangs it on the cue."""
    if not one.content:
        return
    last = max(one.content)
    ended = last + 1 < len(tokens) and tokens[last + 1].text == ")"
    if ended and tokens[last].text != ")" and any(tokens[i].text == "(" for i in one.content):
        one.content.add(last + 1)


def _comments(i: int, tokens: Sequence[Token]) -> bool:
    """Whether a noun phrase of the narrator's may begin here: "a signal", "the latest of many"."""
    word, after = tokens[i], tokens[i + 1]
    ranked = word.lower == "the" and (after.tag == "JJS" or after.lower in _RANKS)
    return (word.lower in ("a", "an") or ranked) and word.head.i > i


def _is_speakers(verb: Token, gloss: Set[int], tokens: Sequence[Token]) -> bool:
    """Whether a relative clause with quoted words is the speaker's: "the man who “lied”".

    It is not where its verb reports them: ", which the mayor called “a farce”".
    """
    frames = VERB_FRAMES.get(verb.lemma.lower(), {})
    reports = not verb.quoted and not frames.keys().isdisjoint(("naming", "clause")) and child(verb, "nsubj")
    return not reports and any(tokens[j].quoted for j in gloss)


def part_joined(found: Sequence[Attribution], tokens: Sequence[Token]) -> None:
    """Take out of each clause the reporting verbs that the model joined to it by mistake.

    "He said that A and assured that B": the model hangs "assured" on A's verb. A reporting verb joined
    to what is said is the speaker's next cue if it has no subject of its own, and another speaker's
    claim beside it if it has one.
    """
    by_cue = {one.cue.i: one for one in found}
    for outer in found:
        if not outer.content or min(outer.content) < outer.cue.i:
            continue
        spine = set(_spine(outer.cue)) if outer.frame == "clause" else set()
        for i in sorted(outer.content):
            inner = by_cue.get(i)
            if inner is None:
                continue
            goes_on = _goes_on(inner.cue, tokens) or _rejoins(outer, inner)
            if goes_on or _is_contrasted(inner.cue) or (spine and _is_beside(outer, inner, spine)):
                _part(outer, inner)


def _spine(cue: Token) -> list[int]:
    """The verbs of what is said: the heads of the cue's clauses, and the verbs joined to them."""
    heads = children(cue, "ccomp")
    for head in heads:
        heads.extend(other for other in children(head, "conj") if is_verb(other))
    return [head.i for head in heads]


def _is_beside(outer: Attribution, inner: Attribution, spine: Set[int]) -> bool:
    """Whether the cue of `inner`, within what `outer` says, stands beside the cue of `outer`."""
    cue, head, said = inner.cue, inner.cue.head, outer.cue
    if inner.act == "attitude" or cue.quoted:
        return False
    subject = child(cue, "nsubj")
    if head is said:
        first = cue is children(said, "ccomp")[0] if cue.dep == "ccomp" else True
        return not first and cue.tag == said.tag and not child(cue, *SUBJECTS, *PASSIVE_SUBJECTS, "mark")
    if head.i not in spine:
        return False
    if cue.dep == "advcl" and any(c.lower == "as" for c in children(cue, "mark")):
        return subject is not None and subject.pos == "PRON" and inner.frame != "aside"
    if cue.dep != "conj" or child(cue, "mark", "expl", "nsubjpass"):
        return False
    if subject:
        return inner.frame == "clause" and inner.source is not None and inner.source.head.pos != "PRON"
    if inner.frame == "clause" and cue.tag not in ("VB", "VBG"):
        return True
    own = child(head, *SUBJECTS)
    if (
        inner.act == "denial"
        and own is not None
        and own.lower in _SELVES
        and cue.tag in ("VBD", "VBZ", "VBP")
    ):
        # "Said it had bombed the bridge but denied any part in the raid": it denies now.
        return True
    # "He says they lost and called it a shame" is his; in one tense it might be theirs.
    return _form(cue) == _form(said) and _form(head) != _form(cue)


def _form(verb: Token) -> str:
    """The tag of the word that makes a verb finite, or the verb's own: verbs joined by "and" share it."""
    first = next(iter(children(verb, "aux", "auxpass")), verb)
    return first.tag


def _is_contrasted(cue: Token) -> bool:
    """Whether the narrator sets another speaker against the one before: "..., while doctors warned of it"."""
    mark = child(cue, "mark")
    contrasts = cue.dep == "advcl" and mark is not None and mark.lower in CONTRASTS
    return contrasts and not cue.quoted and child(cue, *SUBJECTS) is not None


def _goes_on(cue: Token, tokens: Sequence[Token]) -> bool:
    """Whether a participle behind a comma goes on with the reporting: ", adding that ..."."""
    after = tokens[cue.i - 1].text in _CLOSERS
    return cue.dep == "advcl" and cue.tag == "VBG" and after and not cue.quoted and not child(cue, "nsubj")


def _rejoins(outer: Attribution, inner: Attribution) -> bool:
    """Whether a verb joined to one deep in what is said goes with the cue by its form, and only with it.

    "Said she hated the thought that he would win and predicted that he would not."
    """
    cue, head = inner.cue, inner.cue.head
    if outer.frame != "clause" or outer.act == "attitude" or inner.frame != "clause":
        return False
    if cue.dep != "conj" or cue.quoted or head.i not in outer.content:
        return False
    if child(cue, *SUBJECTS, *PASSIVE_SUBJECTS, "mark", "aux"):
        return False
    return cue.tag in ("VBD", "VBZ") and _form(cue) == _form(outer.cue) != _form(head)


def _part(outer: Attribution, inner: Attribution) -> None:
    """Take the cue of `inner`, with all below it, out of what `outer` says; its source may be the same."""
    verb = inner.cue
    outer.content -= below(verb)
    joined = [c.i for c in children(verb.head, "cc") if c.i < verb.i]
    if joined:
        outer.content.discard(joined[-1])
    if not child(verb, "nsubj"):
        inner.source = outer.source and outer.source._replace(inherited=True)
        inner.source_span = outer.source_span
        inner.antecedent_span = outer.antecedent_span
