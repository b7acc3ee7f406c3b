"""Who says what."""

from collections.abc import Sequence
from typing import Optional

from schemas.records import Claim, Mention, Sentence, Span, TimeExpression
from transforms.claims.attributions import find_attributions
from transforms.claims.readings import Attribution
from transforms.claims.phrases import is_word, runs
from transforms.dates.clauses import clause_date
from transforms.entities.references import Resolution, resolve_reference
from transforms.ids import content_id
from transforms.text.document import Document


def find_claims(
    document: Document,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    timexes: Sequence[TimeExpression],
) -> list[Claim]:
    """Return the claims."""
    found = find_attributions(document)
    claims: list[Claim] = []
    speakers: list[Resolution] = []
    for attribution in found:
        claim = _claim(document, attribution, mentions, sentences, timexes, speakers)
        if claim:
            claims.append(claim)
    return claims


def _claim(
    document: Document,
    attribution: Attribution,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    timexes: Sequence[TimeExpression],
    speakers: list[Resolution],
) -> Optional[Claim]:
    tokens, text = document.tokens, document.text
    spans = [Span(tokens[a].start, tokens[b].end) for a, b in runs(attribution.content, tokens)]
    if not spans:
        return None
    article = document.article
    start, end = (tokens[attribution.cue_span[0]].start, tokens[attribution.cue_span[1]].end)
    source = None
    resolution = None
    if attribution.source_span:
        source = (tokens[attribution.source_span[0]].start, tokens[attribution.source_span[1]].end)
        resolution = resolve_reference(document, mentions, *source, speakers)
        if resolution:
            speakers.append(resolution)
    when = clause_date(document, attribution.cue, sentences, timexes)
    words = [i for i in attribution.content if is_word(tokens[i])]
    quoted = sum(tokens[i].quoted for i in words)
    return Claim(
        claim_id=content_id("claim", article.article_id, start, spans[0].start, attribution.level),
        article_id=article.article_id,
        sentence_id=document.sentences[attribution.cue.sentence].sentence_id,
        source_text=text[source[0] : source[1]] if source else None,
        source_start=source[0] if source else None,
        source_end=source[1] if source else None,
        source_entity_id=resolution.entity_id if resolution else None,
        source_name=resolution.name if resolution else None,
        source_resolution=resolution.how if resolution else None,
        cue_text=text[start:end],
        cue_start=start,
        cue_end=end,
        cue_lemma=attribution.cue.lemma.lower(),
        content_text=" … ".join(text[s.start : s.end] for s in spans),
        content_spans=spans,
        form="direct" if quoted == len(words) else "mixed" if quoted else "indirect",
        act=attribution.act,
        negated=False,
        modality=None,
        addressee=None,
        relayed_by=None,
        level=attribution.level,
        claim_date=when.start if when.precision in ("day", "time") else None,
        claim_date_basis=when.basis,
        event_id=None,
        stance=None,
        duplicate_of=None,
        rule=attribution.frame,
        confidence=None,
        published=article.published,
    )
