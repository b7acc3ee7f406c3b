"""Who says what."""

from collections.abc import Sequence
from typing import Optional

from schemas.records import Claim, Mention, Sentence, Span, TimeExpression
from transforms.claims.attributions import MIN_CONTINUED_WORDS, Attribution, Quotation, nest, paragraph_attributions
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
    found = _attributions(document)
    claims: list[Claim] = []
    speakers: list[Resolution] = []
    for attribution in found:
        claim = _claim(document, attribution, mentions, sentences, timexes, speakers)
        if claim:
            claims.append(claim)
    return claims


def _attributions(document: Document) -> list[Attribution]:
    tokens = document.tokens
    found: list[Attribution] = []
    last_speech: Optional[Attribution] = None
    last_paragraph = -9
    quote_at = 0
    for number, (first, last) in enumerate(_paragraphs(document)):
        quotations: list[Quotation] = []
        end = tokens[last - 1].end
        while quote_at < len(document.quotes) and document.quotes[quote_at].start < end:
            quote = document.quotes[quote_at]
            quote_at += 1
            inside = document.tokens_between(quote.start, quote.end)
            if inside:
                quotations.append(Quotation(inside[0].i, inside[-1].i, sum(map(is_word, inside)), quote.continues))
        here = nest(paragraph_attributions(document, first, last, quotations), tokens)
        covered: set[int] = set().union(*(a.content for a in here)) if here else set()
        for q in quotations:
            if q.words < MIN_CONTINUED_WORDS or not covered.isdisjoint(range(q.first, q.last + 1)):
                continue
            span = set(range(q.first, q.last + 1))
            starts = q.first == first or tokens[q.first].begins or tokens[q.first - 1].text in (".", "?", "!", "”", '"')
            if not starts:
                continue
            before = [a for a in here if a.level == 0 and a.cue.i < q.first and not a.frame.startswith("noun") and a.frame != "infinitive"]
            after = [a for a in here if a.quotations and min(a.content) > q.last]
            if before:
                ([a for a in before if a.quotations] or before)[-1].content |= span
            elif after:
                after[0].content |= span
            elif not here and last_speech and number - last_paragraph <= 2:
                if sum(tokens[i].quoted for i in range(first, last)) >= 0.8 * (last - first):
                    last_speech.content |= span
                    last_paragraph = number
        found.extend(here)
        if here:
            last_speech, last_paragraph = here[-1], number
    return found


def _paragraphs(document: Document) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    paragraph = -1
    for sentence in document.sentences:
        if sentence.paragraph == paragraph:
            spans[-1] = (spans[-1][0], sentence.last)
        else:
            spans.append((sentence.first, sentence.last))
            paragraph = sentence.paragraph
    return spans


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
