"""Who says what: the claims of a report.

    claims = find_claims(document, mentions, sentences, timexes)

Takes a report with its parse, its mentions of names, its dated sentences and time expressions. Gives
one Claim per cue, in order of the cue. Pure and deterministic. A claim's source is whom the text names
beside the cue, never a guess; where it names nobody, the source is null.

How: frames read cues off the parse (frames.py lists them; cues.py and the files it calls; words in
lexicon.py), contents are cut where the narrator or the next cue takes over (boundaries.py), quotations
are joined to their cue (quotations.py), claims within claims and relays are put in order (relays.py),
the content decides the act (acts.py). Rules and words were chosen on PolNeAR's training part (Newell et
al., LREC 2018) and by what such a word does in any report.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from typing import NamedTuple, Optional

from schemas.records import Claim, Mention, Sentence, Span, TimeExpression
from transforms.claims.acts import act_of, addressee_of, is_negated, modality_of, stance_of
from transforms.claims.attributions import find_attributions
from transforms.claims.frames import CONFIDENCE
from transforms.claims.phrases import is_word, runs
from transforms.claims.readings import Attribution
from transforms.dates.clauses import ClauseDate, clause_date, hold_of
from transforms.dates.tense import PAST, verb_tense
from transforms.dates.undated import undated_day
from transforms.entities.references import Resolution, resolve_reference
from transforms.ids import content_id
from transforms.text.document import Document
from transforms.text.tokens import Token

SPAN_SEPARATOR = " … "
# Two contents of one source are one claim if this share of their words is common (Jaccard), or, of one
# act, of the words of the shorter ...
SAME_CONTENT = 0.8
# ... and if they have enough words to tell.
MIN_SAME_WORDS = 3
MIN_SHORTER_WORDS = 5
# "t" is what the pattern leaves of "don't".
_NOT = frozenset({"not", "no", "never", "t", "nobody", "none"})
# How a date is known that words of the claim's own sentence give.
_STATED = frozenset({"explicit", "relative", "utterance", "named_event"})
_DAYS = ("day", "time")
_WORD = re.compile(r"\w+")


class _Said(NamedTuple):
    """What a source has said before."""

    words: frozenset[str]
    act: str
    claim_id: str


def find_claims(
    document: Document,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    timexes: Sequence[TimeExpression],
) -> list[Claim]:
    """Return the claims of a report, in order of the cue. `event_id` is left to clustering."""
    claims: list[Claim] = []
    speakers: list[Resolution] = []
    said: dict[str, list[_Said]] = {}
    found = [(one, _content(document, one)) for one in find_attributions(document)]
    ids = {one: _claim_id(document, one, spans) for one, spans in found if spans}
    owned = {one.source_span for one, _ in found if one.source and not one.source.inherited}
    beside: dict[int, list[list[Span]]] = defaultdict(list)
    for one, spans in found:
        beside[one.cue.sentence].append(spans)
    for one, spans in found:
        if not spans:
            continue
        source = _offsets(document, one.source_span) if one.source_span else None
        addressee = addressee_of(one, document.tokens)
        resolution = _resolve(document, mentions, one, speakers)
        if resolution and (one.outer is None or one.outer.act in ("relay", "attitude")):
            speakers.append(resolution)  # and not who is only told of: "said a guard had told her"
        cue = _offsets(document, one.cue_span)
        act = act_of(one, document.tokens)
        negated, modality = is_negated(one, document.tokens), modality_of(one)
        said_of = [s for other in beside[one.cue.sentence] for s in _apart(other, cue)]
        when = _said_on(document, one, [*spans, *said_of], sentences, timexes)
        claim = Claim(
            claim_id=ids[one],
            article_id=document.article.article_id,
            sentence_id=document.sentences[one.cue.sentence].sentence_id,
            source_text=_text(document, one.source_span) if one.source_span else None,
            source_start=source.start if source else None,
            source_end=source.end if source else None,
            source_entity_id=resolution.entity_id if resolution else None,
            source_name=resolution.name if resolution else None,
            source_resolution=_known_by(resolution, one, owned),
            cue_text=_text(document, one.cue_span),
            cue_start=cue.start,
            cue_end=cue.end,
            cue_lemma=one.cue.lemma.lower(),
            content_text=SPAN_SEPARATOR.join(document.text[s.start : s.end] for s in spans),
            content_spans=spans,
            form=_form(one, document),
            act=act,
            negated=negated,
            modality=modality,
            addressee=_text(document, addressee) if addressee else None,
            relayed_by=ids.get(one.outer) if one.outer else None,
            level=one.level,
            claim_date=when.start if when.precision in _DAYS else None,
            claim_date_basis=when.basis if when.precision in _DAYS else "none",
            event_id=None,
            stance=stance_of(act, negated, modality),
            duplicate_of=None,
            rule=one.frame,
            confidence=CONFIDENCE[one.frame],
            published=document.article.published,
        )
        claims.append(claim._replace(duplicate_of=_repeated(claim, said)))
    return _dated_by_repeats(claims)


def _dated_by_repeats(claims: Sequence[Claim]) -> list[Claim]:
    """`claims`, where one without a stated date inherits that of the first repeat which states one.

    A headline claims without a date what the report then says was claimed on Saturday.
    """
    stated = {c.duplicate_of: c.claim_date for c in reversed(claims) if c.claim_date_basis in _STATED}
    return [
        c._replace(claim_date=stated[c.claim_id], claim_date_basis="inherited")
        if c.claim_id in stated and c.claim_date_basis not in _STATED
        else c
        for c in claims
    ]


def _content(document: Document, one: Attribution) -> list[Span]:
    tokens = document.tokens
    return [Span(tokens[first].start, tokens[last].end) for first, last in runs(one.content, tokens)]


def _claim_id(document: Document, one: Attribution, spans: Sequence[Span]) -> str:
    cue = _offsets(document, one.cue_span)
    return content_id("claim", document.article.article_id, cue.start, spans[0].start, one.level)


def _apart(spans: Sequence[Span], cue: Span) -> Sequence[Span]:
    """The spans of a content, if a cue stands in none of them."""
    return () if any(s.start <= cue.start < s.end for s in spans) else spans


def _offsets(document: Document, span: tuple[int, int]) -> Span:
    return Span(document.tokens[span[0]].start, document.tokens[span[1]].end)


def _text(document: Document, span: tuple[int, int]) -> str:
    start, end = _offsets(document, span)
    return document.text[start:end]


def _said_on(
    document: Document,
    one: Attribution,
    spans: Sequence[Span],
    sentences: Sequence[Sentence],
    timexes: Sequence[TimeExpression],
) -> ClauseDate:
    """The date of the cue's clause, unless only words of the content give it; another clause's is inherited.

    "Police said gunmen attacked on Friday" dates the attack: when the police said it is not stated, and the
    claim has the day that an undated sentence of the report has. `spans` are its contents, and those of the
    sentence's other claims.
    """
    when = clause_date(document, one.cue, sentences, timexes)
    if when.start and when.start > document.article.published and verb_tense(one.cue) == PAST:
        # "Will be sworn in on Monday and has vowed": the other verb's day.
        return _undated(document, when, sentences)
    sentence = document.sentences[one.cue.sentence]
    if when.basis == "utterance":
        # "They came yesterday" was said the day after: the day its words count from.
        said = sentences[one.cue.sentence].anchor_date
        return ClauseDate(said, said, "day", "utterance") if said else when
    if when.basis not in ("explicit", "relative", "named_event"):
        return when
    first = bisect_left(timexes, sentence.start, key=lambda timex: timex.start)
    last = bisect_left(timexes, sentence.end, key=lambda timex: timex.start)
    sources = [timex for timex in timexes[first:last] if timex.date_start == when.start]
    within = all(any(s.start <= t.start and t.end <= s.end for s in spans) for t in sources)
    if sources and within and not any(_right_behind(one.cue, document, timex) for timex in sources):
        return _undated(document, when, sentences)
    if not any(_governs(one.cue, document, timex) for timex in sources):
        # "Came under attack on Friday in what the mayor called a plot": the attack's day, carried over.
        return when._replace(basis="inherited")
    return when


def _undated(document: Document, when: ClauseDate, sentences: Sequence[Sentence]) -> ClauseDate:
    """What an undated sentence of the report has; but what has happened, on `when`, was not told before."""
    day = undated_day(sentences)
    if not day.start or not when.end or when.precision not in _DAYS:
        return day
    if day.start < when.end <= document.article.published:
        return ClauseDate(when.end, when.end, "day", "inherited")
    return day


def _governs(cue: Token, document: Document, timex: TimeExpression) -> bool:
    """Whether an expression stands in the clause of the cue, or of a verb that it is joined to."""
    verb = hold_of(document, timex).verb
    while verb is not cue and cue.dep == "conj":
        cue = cue.head
    return verb is cue


def _right_behind(cue: Token, document: Document, timex: TimeExpression) -> bool:
    """Whether a day is that of the speech though the content holds it: "said on Friday troops had come"."""
    if timex.rule == "holiday":
        return False  # "he called Christmas a sham"
    hold = hold_of(document, timex)
    return hold.verb is cue and not hold.nouns and 0 <= timex.start - cue.end <= len(" on ")


def _resolve(
    document: Document, mentions: Sequence[Mention], one: Attribution, speakers: Sequence[Resolution]
) -> Optional[Resolution]:
    """Whom the source means; a relative pronoun means the noun before it."""
    span = one.antecedent_span or one.source_span
    if span is None:
        return None
    found = resolve_reference(document, mentions, *_offsets(document, span), speakers)
    return found._replace(how="pronoun") if found and one.antecedent_span else found


def _known_by(
    resolution: Optional[Resolution], one: Attribution, owned: Set[Optional[tuple[int, int]]]
) -> Optional[str]:
    """How the source is known: "inherited" where it stands beside another claim's cue, one of `owned`."""
    if resolution is None or one.source is None:
        return None
    return "inherited" if one.source.inherited and one.source_span in owned else resolution.how


def _form(one: Attribution, document: Document) -> str:
    if not any(document.tokens[i].quoted for i in one.content):
        return "indirect"
    words = [i for i in one.content if is_word(document.tokens[i])]
    quoted = sum(document.tokens[i].quoted for i in words)
    return "direct" if quoted == len(words) else "mixed" if quoted else "indirect"


def _repeated(claim: Claim, said: dict[str, list[_Said]]) -> Optional[str]:
    """The first claim of the report that says the same by the same source; `said` holds those before."""
    words = frozenset(_WORD.findall(claim.content_text.lower()))
    source = claim.source_entity_id or claim.source_text
    if source is None or len(words) < MIN_SAME_WORDS:
        return None
    for other in said.setdefault(source, []):
        if words & _NOT != other.words & _NOT:
            continue
        common, shorter = len(words & other.words), min(len(words), len(other.words))
        told_again = claim.act == other.act and shorter >= MIN_SHORTER_WORDS
        if common >= SAME_CONTENT * (shorter if told_again else len(words | other.words)):
            return other.claim_id
    said[source].append(_Said(words, claim.act, claim.claim_id))
    return None
