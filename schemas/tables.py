"""The tables: each column's Arrow type and one line on what it means. Written, never inferred.

A table's columns are its row's fields (records.py, runs.py) and `run_id`; `month`, the partition, stands in
the path alone. A null means "not stated", never "failed".
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from schemas import records, runs
from schemas.vocabulary import SCHEMA_VERSION


class Table(NamedTuple):
    """A table: the row it stores, its Arrow schema (without `month`), and the columns that order it."""

    name: str
    row: type
    schema: pa.Schema
    order: Sequence[str]
    about: str


ID = TEXT = pa.string()
INT = pa.int32()
COUNT = pa.int64()
DAY = pa.date32()
TIME = pa.timestamp("us", tz="UTC")
TEXTS = pa.list_(TEXT)
SPANS = pa.list_(pa.struct([pa.field("start", INT), pa.field("end", INT)]))
PARTICIPANTS = pa.list_(
    pa.struct([pa.field("name", TEXT), pa.field("entity_id", ID), pa.field("country", TEXT)])
)

_PUBLISHED = ("published", DAY, "day the report was published")
_RUN_ID = ("run_id", ID, "run that wrote the row")


def _table(name: str, row: type, order: str, about: str, *columns: tuple[str, pa.DataType, str]) -> Table:
    fields = [pa.field(n, t, metadata={"about": a}) for n, t, a in (*columns, _RUN_ID)]
    metadata = {"dateline.table": name, "dateline.schema_version": SCHEMA_VERSION}
    return Table(name, row, pa.schema(fields, metadata=metadata), order.split(), about)


ARTICLES = _table(
    "articles", records.Article, "published article_id", "One row a report, copies included.",
    ("article_id", ID, "hash of source_id, source, published, title and text"),
    ("source_id", TEXT, "file name without its endings, or the record's own `id`"),
    ("source_uri", TEXT, "where the bytes were read"),
    ("source", TEXT, "publisher"),
    ("url", TEXT, "web address, as the source gives it"),
    _PUBLISHED,
    ("published_at", TIME, "time of publication, when the source gives it"),
    ("title", TEXT, "headline, where the report has one"),
    ("text", TEXT, "as read, newlines normalised; with a separate title, title + newline + text"),
    ("language", TEXT, "ISO 639-1, as the source states it"),
    ("wire_credits", TEXTS, "agencies that the report credits"),
    ("words", INT, "words in `text`"),
    ("signature", pa.binary(), "what later runs link copies and stories against"),
    ("signature_spec", TEXT, "version of the signature"),
    ("duplicate_of", ID, "article_id of the report this one copies"),
    ("similarity", pa.float32(), "how much of it, 0 to 1"),
    ("duplicate_rule", TEXT, "why: exact, near, version"),
    ("story_id", ID, "reports of one happening share it"),
)  # fmt: skip

SENTENCES = _table(
    "sentences", records.Sentence, "article_id ordinal", "One row a sentence, and the day it reports on.",
    ("sentence_id", ID, "hash of article and offsets"),
    ("article_id", ID, "the report"),
    ("ordinal", INT, "place in the report, from 0"),
    ("paragraph", INT, "paragraph of the report, from 0"),
    ("kind", TEXT, "headline, standfirst, subheading, body, credit"),
    ("start", INT, "first code point in articles.text"),
    ("end", INT, "one past the last"),
    ("text", TEXT, "articles.text[start:end]"),
    _PUBLISHED,
    ("date_start", DAY, "first day the sentence reports on"),
    ("date_end", DAY, "last day"),
    ("date_precision", TEXT, "time, day, week, month, quarter, year, decade, ..."),
    ("date_basis", TEXT, "explicit, relative, utterance, named_event, inherited, published (fallback), none"),
    ("date_text", TEXT, "the words that give the date"),
    ("date_value", TEXT, "their TIMEX3 value"),
    ("anchor_date", DAY, "the day the words were counted from"),
    ("anchor", TEXT, "what that day is: published, utterance, earlier sentence"),
    ("date_rule", TEXT, "the rule that chose the date"),
    ("duplicate_of", ID, "sentence_id of an earlier sentence this one repeats"),
    ("similarity", pa.float32(), "how much of it, 0 to 1"),
)  # fmt: skip

TIME_EXPRESSIONS = _table(
    "time_expressions", records.TimeExpression, "article_id start", "One row a TIMEX3 expression.",
    ("article_id", ID, "the report"),
    ("sentence_id", ID, "the sentence"),
    ("start", INT, "first code point in articles.text"),
    ("end", INT, "one past the last"),
    ("text", TEXT, "articles.text[start:end]"),
    ("type", TEXT, "DATE, TIME, DURATION, SET"),
    ("value", TEXT, "TIMEX3 value"),
    ("date_start", DAY, "first day meant"),
    ("date_end", DAY, "last day meant"),
    ("precision", TEXT, "time, day, week, month, ..."),
    ("anchor_date", DAY, "the day the words were counted from"),
    ("rule", TEXT, "the rule that read them"),
    _PUBLISHED,
)  # fmt: skip

MENTIONS = _table(
    "mentions", records.Mention, "article_id start", "One row a mention of a named entity.",
    ("mention_id", ID, "hash of article and offsets"),
    ("article_id", ID, "the report"),
    ("sentence_id", ID, "the sentence"),
    ("start", INT, "first code point in articles.text"),
    ("end", INT, "one past the last"),
    ("text", TEXT, "articles.text[start:end]"),
    ("label", TEXT, "OntoNotes label: PERSON, ORG, GPE, NORP, ..."),
    ("entity_id", ID, "hash of kind and name: one in all reports"),
    ("name", TEXT, "the fullest form of the name in the report"),
    ("country", TEXT, "ISO 3166-1 alpha-3"),
    _PUBLISHED,
)  # fmt: skip

CLAIMS = _table(
    "claims", records.Claim, "article_id cue_start level claim_id", "One row an attribution.",
    ("claim_id", ID, "hash of article, cue, content and level"),
    ("article_id", ID, "the report"),
    ("sentence_id", ID, "the sentence of the cue"),
    ("source_text", TEXT, "who says it, as written; null: not stated"),
    ("source_start", INT, "first code point in articles.text"),
    ("source_end", INT, "one past the last"),
    ("source_entity_id", ID, "the entity meant"),
    ("source_name", TEXT, "its name"),
    ("source_resolution", TEXT, "how it is known: self, name, title, pronoun, inherited"),
    ("cue_text", TEXT, "the words that attribute"),
    ("cue_start", INT, "first code point in articles.text"),
    ("cue_end", INT, "one past the last"),
    ("cue_lemma", TEXT, "dictionary form of the cue's main word"),
    ("content_text", TEXT, "what is said"),
    ("content_spans", SPANS, "where it stands in articles.text"),
    ("form", TEXT, "direct, mixed, indirect"),
    ("act", TEXT, "statement, claim_of_responsibility, accusation, denial, condemnation, ..."),
    ("negated", pa.bool_(), "the cue is negated (did not say)"),
    ("modality", TEXT, "modal of the cue (may, would)"),
    ("addressee", TEXT, "to whom"),
    ("relayed_by", ID, "claim_id of the claim that relays this one"),
    ("level", pa.int8(), "0: outermost"),
    ("claim_date", DAY, "the day it was said"),
    ("claim_date_basis", TEXT, "how that is known, as sentences.date_basis"),
    ("event_id", ID, "the event it is about"),
    ("stance", TEXT, "asserts, denies, accuses, claims_responsibility, condemns"),
    ("duplicate_of", ID, "claim_id of an earlier claim of the report that this one repeats"),
    ("rule", TEXT, "the frame that found it"),
    ("confidence", pa.float32(), "the frame's measured precision"),
    _PUBLISHED,
)  # fmt: skip

EVENT_MENTIONS = _table(
    "event_mentions", records.EventMention, "article_id start mention_id", "One row a telling of an event.",
    ("mention_id", ID, "hash of article, offsets and type"),
    ("event_id", ID, "the event it tells of"),
    ("article_id", ID, "the report"),
    ("sentence_id", ID, "the sentence"),
    ("claim_id", ID, "the claim through which alone it is known"),
    ("start", INT, "first code point of the trigger in articles.text"),
    ("end", INT, "one past the last"),
    ("text", TEXT, "the trigger"),
    ("lemma", TEXT, "its dictionary form"),
    ("event_type", TEXT, "PLOVER type, or OTHER: a happening that PLOVER has no type for"),
    ("mode", TEXT, "PLOVER mode; of OTHER the kind of happening"),
    ("status", TEXT, "asserted, historical, future, hypothetical, negated"),
    ("date_start", DAY, "first day"),
    ("date_end", DAY, "last day"),
    ("date_precision", TEXT, "as sentences.date_precision"),
    ("date_basis", TEXT, "as sentences.date_basis"),
    ("actors", PARTICIPANTS, "who did it"),
    ("recipients", PARTICIPANTS, "to whom"),
    ("place", TEXT, "where"),
    ("place_country", TEXT, "ISO 3166-1 alpha-3"),
    ("place_basis", TEXT, "how the place is known: clause, sentence, lead, dateline"),
    ("killed", INT, "as this mention says; a number stands in one mention of its sentence"),
    ("injured", INT, "as this mention says; a number stands in one mention of its sentence"),
    ("arrested", INT, "as this mention says; a number stands in one mention of its sentence"),
    ("merge_rule", TEXT, "why it is the same event as earlier mentions"),
    ("merge_score", pa.float32(), "how sure, 0 to 1"),
    ("conflicts", TEXTS, "fields that disagree with the event's first mention"),
    _PUBLISHED,
)  # fmt: skip

EVENTS = _table(
    "events", records.Event, "event_id", "One row a happening, written when it is first seen.",
    ("event_id", ID, "hash of its earliest mention"),
    ("event_type", TEXT, "PLOVER type, or OTHER: a happening that PLOVER has no type for"),
    ("modes", TEXTS, "PLOVER modes; of OTHER the kinds of happening"),
    ("quad_class", TEXT, "verbal or material, cooperation or conflict; none for OTHER"),
    ("status", TEXT, "asserted, historical, future, hypothetical, negated"),
    ("date_start", DAY, "first day"),
    ("date_end", DAY, "last day"),
    ("date_precision", TEXT, "as sentences.date_precision"),
    ("date_basis", TEXT, "as sentences.date_basis"),
    ("actors", PARTICIPANTS, "who did it"),
    ("recipients", PARTICIPANTS, "to whom"),
    ("place", TEXT, "where"),
    ("place_country", TEXT, "ISO 3166-1 alpha-3"),
    ("place_basis", TEXT, "how the place is known: clause, sentence, lead, dateline"),
    ("summary", TEXT, "the sentence that tells it best"),
    ("summary_sentence_id", ID, "that sentence"),
    ("first_reported", DAY, "publication of its first report"),
    ("attributed_only", pa.bool_(), "known through claims alone"),
    _PUBLISHED,
)  # fmt: skip

MERGES = _table(
    "merges", records.Merge, "kind id", "Ids that later reports showed to be one.",
    ("kind", TEXT, "story or event"),
    ("id", ID, "the later id"),
    ("merged_into", ID, "the earlier id, which stands for both"),
    ("rule", TEXT, "why"),
    ("score", pa.float32(), "how sure, 0 to 1"),
    _PUBLISHED,
)  # fmt: skip

DEAD_LETTERS = _table(
    "dead_letters", records.DeadLetter, "source_uri position reason", "Inputs that were refused.",
    ("dead_letter_id", ID, "hash of place, reason and bytes: a letter is written once"),
    ("source_uri", TEXT, "where the bytes were read"),
    ("position", COUNT, "line or record, from 1; 0: the whole file"),
    ("stage", TEXT, "read or parse"),
    ("reason", TEXT, "one of a closed list"),
    ("message", TEXT, "what is wrong"),
    ("payload", pa.binary(), "the bytes as read, up to the size limit"),
    ("published", DAY, "day of publication, if that could be read"),
)  # fmt: skip

RUNS = _table(
    "runs", runs.Run, "version", "One row a run, its commit point.",
    ("version", COUNT, "counts up by one"),
    ("started_at", TIME, "UTC"),
    ("finished_at", TIME, "UTC"),
    ("runner", TEXT, "Beam runner"),
    ("code_version", TEXT, "dateline's version"),
    ("schema_version", TEXT, "version of these tables"),
    ("model", TEXT, "language model and its version"),
    ("options", TEXT, "the options, JSON"),
    ("articles_in", COUNT, "inputs: articles_new + articles_known + dead_letters"),
    ("articles_new", COUNT, "reports added"),
    ("articles_known", COUNT, "reports that were in the tables already, or twice in the input"),
    ("duplicates", COUNT, "of the new ones, copies of another report"),
    ("dead_letters", COUNT, "inputs refused, known letters included"),
    ("sentences", COUNT, "rows added"),
    ("sentences_dated", COUNT, "of them, with a date in their own words"),
    ("sentences_inherited", COUNT, "of them, dated by another sentence"),
    ("claims", COUNT, "rows added"),
    ("event_mentions", COUNT, "rows added"),
    ("events_new", COUNT, "events seen for the first time"),
    ("files", TEXT, "the run's files by table, JSON"),
    ("published", DAY, "null: a run is no report"),
)  # fmt: skip

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        ARTICLES, SENTENCES, TIME_EXPRESSIONS, MENTIONS, CLAIMS, EVENT_MENTIONS, EVENTS, MERGES,
        DEAD_LETTERS, RUNS,
    )
}  # fmt: skip


def partition(published: Any) -> Any:
    """Return the partition of a row, the month of publication ("2022-12"); None without a date."""
    return f"{published:%Y-%m}" if published else None


def to_arrow(table: Table, rows: Iterable[Any], run_id: str) -> pa.Table:
    """Return `rows` of one table as Arrow, in the table's order, with `run_id`.

    Rows may be the anonymous tuples that Beam's row coder makes on a remote worker: fields go by
    place. Raises pyarrow.ArrowInvalid for a value that does not fit its column.
    """
    names = table.row._fields  # type: ignore[attr-defined]
    keys = [names.index(column) for column in table.order]
    ordered = sorted(rows, key=lambda row: tuple((row[k] is not None, row[k]) for k in keys))
    places = {name: place for place, name in enumerate(names)}
    columns = []
    for column in table.schema:
        if column.name == "run_id":
            columns.append(pa.array([run_id] * len(ordered), column.type))
            continue
        values = [row[places[column.name]] for row in ordered]
        if pa.types.is_list(column.type) and pa.types.is_struct(column.type.value_type):
            inner = [column.type.value_type.field(i).name for i in range(column.type.value_type.num_fields)]
            values = [[dict(zip(inner, item, strict=True)) for item in value] for value in values]
        columns.append(pa.array(values, column.type))
    return pa.table(columns, schema=table.schema)
