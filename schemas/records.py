"""The rows that reports become, stage by stage. Each is registered with Beam's row coder.

Those by which a run is steered and kept are in runs.py.

House rules, from what Beam 2.77 does with types (a test keeps them): a field is a str, int, float,
bool, bytes, date, another row, an Optional[...] or a Sequence[...] of these. `X | None` would be
pickled, as would an Enum or a Literal, and a tuple would come back a list. On a worker that has not yet
imported them (rows.py) they arrive as anonymous named tuples: fields only, so that rows have no methods.

All offsets count Unicode code points of `articles.text`, and slice it exactly.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Optional

from schemas.rows import register


class RawRecord(NamedTuple):
    """One report as its bytes were read, and where."""

    source_uri: str
    position: int  # line of a JSON lines file, record of a container, counted from 1; 0: the whole file
    form: str  # vocabulary.FORMS
    payload: bytes


class DeadLetter(NamedTuple):
    """An input that was refused, with all that is needed to try it again."""

    dead_letter_id: str  # of source_uri, position, reason and payload
    source_uri: str
    position: int
    stage: str
    reason: str  # vocabulary.REASONS
    message: str
    payload: bytes
    published: Optional[date] = None


class Article(NamedTuple):
    """One report."""

    article_id: str
    source_id: str
    source_uri: str
    source: Optional[str]
    url: Optional[str]
    published: date
    published_at: Optional[int]  # microseconds since the epoch, UTC
    title: Optional[str]
    text: str
    language: Optional[str]
    wire_credits: Sequence[str]
    words: int
    signature: bytes
    signature_spec: str
    duplicate_of: Optional[str] = None
    similarity: Optional[float] = None
    duplicate_rule: Optional[str] = None
    story_id: Optional[str] = None


class ArticleLink(NamedTuple):
    """What linking found of one report of the run."""

    article_id: str
    duplicate_of: Optional[str]
    similarity: Optional[float]
    duplicate_rule: Optional[str]
    story_id: str


class Paragraph(NamedTuple):
    """A paragraph of an article: a line of its text, without the space around it."""

    article_id: str
    ordinal: int
    kind: str  # vocabulary.SENTENCE_KINDS
    start: int
    end: int


class ParagraphUse(NamedTuple):
    """That an article holds a paragraph of this text, once or more."""

    text: str
    article_id: str


class WantedParse(NamedTuple):
    """A paragraph's text that is to be parsed, and the articles that hold it."""

    paragraph_key: str
    text: str
    article_ids: Sequence[str]


class ParsedParagraph(NamedTuple):
    """What the language model says of a paragraph, column by column: one entry a token.

    `starts` and `ends` are offsets in the paragraph; `heads` are token numbers, a root its own head.
    `lemmas` are joined by the unit separator, the label columns by a space. `entities` holds IOB tags
    ("B-ORG", "I-ORG", "O"), `sentence_starts` the token numbers at which the model begins a sentence.
    """

    paragraph_key: str
    starts: Sequence[int]
    ends: Sequence[int]
    heads: Sequence[int]
    lemmas: str
    pos: str
    tags: str
    deps: str
    entities: str
    sentence_starts: Sequence[int]


class Sentence(NamedTuple):
    """One sentence, and the day it reports on."""

    sentence_id: str
    article_id: str
    ordinal: int
    paragraph: int
    kind: str  # vocabulary.SENTENCE_KINDS
    start: int
    end: int
    text: str
    published: date
    date_start: Optional[date] = None
    date_end: Optional[date] = None
    date_precision: Optional[str] = None  # vocabulary.PRECISIONS
    date_basis: str = "none"  # vocabulary.DATE_BASES
    date_text: Optional[str] = None
    date_value: Optional[str] = None
    anchor_date: Optional[date] = None
    anchor: Optional[str] = None  # vocabulary.ANCHORS
    date_rule: Optional[str] = None
    duplicate_of: Optional[str] = None
    similarity: Optional[float] = None


class TimeExpression(NamedTuple):
    """One TIMEX3 expression."""

    article_id: str
    sentence_id: str
    start: int
    end: int
    text: str
    type: str  # vocabulary.TIMEX_TYPES
    value: Optional[str]
    date_start: Optional[date]
    date_end: Optional[date]
    precision: Optional[str]
    anchor_date: Optional[date]
    rule: str
    published: date


class Mention(NamedTuple):
    """One mention of a named entity."""

    mention_id: str
    article_id: str
    sentence_id: str
    start: int
    end: int
    text: str
    label: str  # OntoNotes
    entity_id: str
    name: str
    country: Optional[str]
    published: date


class Span(NamedTuple):
    """A stretch of `articles.text`."""

    start: int
    end: int


class Claim(NamedTuple):
    """One attribution: who (source) says (cue) what (content)."""

    claim_id: str
    article_id: str
    sentence_id: str
    source_text: Optional[str]
    source_start: Optional[int]
    source_end: Optional[int]
    source_entity_id: Optional[str]
    source_name: Optional[str]
    source_resolution: Optional[str]  # vocabulary.SOURCE_RESOLUTIONS
    cue_text: str
    cue_start: int
    cue_end: int
    cue_lemma: str
    content_text: str
    content_spans: Sequence[Span]
    form: str  # vocabulary.CLAIM_FORMS
    act: str  # vocabulary.ACTS
    negated: bool
    modality: Optional[str]
    addressee: Optional[str]
    relayed_by: Optional[str]
    level: int
    claim_date: Optional[date]
    claim_date_basis: str
    event_id: Optional[str]
    stance: Optional[str]  # vocabulary.STANCES
    duplicate_of: Optional[str]
    rule: str
    confidence: Optional[float]
    published: date


class Participant(NamedTuple):
    """Who took part in an event."""

    name: str
    entity_id: Optional[str]
    country: Optional[str]


class EventMention(NamedTuple):
    """One telling of an event. Clustering fills `event_id`, `merge_rule`, `merge_score` and `conflicts`."""

    mention_id: str
    event_id: Optional[str]
    article_id: str
    sentence_id: str
    claim_id: Optional[str]
    start: int
    end: int
    text: str
    lemma: str
    event_type: str  # vocabulary.EVENT_TYPES
    mode: Optional[str]
    status: str  # vocabulary.STATUSES
    date_start: Optional[date]
    date_end: Optional[date]
    date_precision: Optional[str]
    date_basis: str
    actors: Sequence[Participant]
    recipients: Sequence[Participant]
    place: Optional[str]
    place_country: Optional[str]
    place_basis: Optional[str]  # vocabulary.PLACE_BASES
    killed: Optional[int]
    injured: Optional[int]
    arrested: Optional[int]
    merge_rule: Optional[str]
    merge_score: Optional[float]
    conflicts: Sequence[str]
    published: date


class ClaimAbout(NamedTuple):
    """That a claim is about an event mention of the same article."""

    claim_id: str
    mention_id: str
    stance: Optional[str]  # vocabulary.STANCES


class Telling(NamedTuple):
    """What one report tells of a story: what clustering reads. `sentences` are those with an event."""

    story_id: str
    article_id: str
    event_mentions: Sequence[EventMention]
    claims: Sequence[Claim]
    abouts: Sequence[ClaimAbout]
    sentences: Sequence[Sentence]


class Event(NamedTuple):
    """One happening, as it was first told."""

    event_id: str
    event_type: str
    modes: Sequence[str]
    quad_class: str
    status: str
    date_start: Optional[date]
    date_end: Optional[date]
    date_precision: Optional[str]
    date_basis: str
    actors: Sequence[Participant]
    recipients: Sequence[Participant]
    place: Optional[str]
    place_country: Optional[str]
    place_basis: Optional[str]  # vocabulary.PLACE_BASES
    summary: str
    summary_sentence_id: str
    first_reported: date
    attributed_only: bool
    published: date


class Merge(NamedTuple):
    """Two ids that later reports showed to be one."""

    kind: str  # vocabulary.MERGE_KINDS
    id: str
    merged_into: str
    rule: str
    score: Optional[float]
    published: date


ROWS: tuple[type, ...] = (
    RawRecord, DeadLetter, Article, ArticleLink, Paragraph, ParagraphUse, WantedParse, ParsedParagraph,
    Sentence, TimeExpression, Mention, Span, Claim, Participant, EventMention, ClaimAbout, Telling, Event,
    Merge,
)  # fmt: skip

register(ROWS)
