"""The closed lists: every value that a coded column can hold. docs: the README's table of columns."""

SCHEMA_VERSION = "2"

FORMS = ("text", "json", "avro", "parquet", "html", "warc")
PAGE_FORMS = ("html", "warc")

SENTENCE_KINDS = ("headline", "standfirst", "subheading", "body", "credit")

TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")

PRECISIONS = (
    "time", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip

# explicit: a calendar date in the words ("4 December 2022"); relative: words counted from an anchor
# ("Friday"); utterance: deictic words inside a quotation, counted from the day of the statement;
# named_event: "9/11"; inherited: from another sentence of the report; published: the fallback.
DATE_BASES = (
    "explicit", "relative", "utterance", "named_event", "inherited", "published", "none",
)  # fmt: skip
STATED_BASES = ("explicit", "relative", "utterance", "named_event")

# clause: the words that tell of it say where; sentence: the only place that its sentence gives; lead: the one
# place at which headline, standfirst or first sentence tell of something alike; dateline: where the report
# was filed.
PLACE_BASES = ("clause", "sentence", "lead", "dateline")

ANCHORS = ("published", "utterance", "earlier sentence")

# self: named in full; name: by a shorter form; title: described; inherited: the speaker of the claim that
# this one goes on with ("..., he said, adding that ...").
SOURCE_RESOLUTIONS = ("self", "name", "title", "pronoun", "inherited")

CLAIM_FORMS = ("direct", "mixed", "indirect")

ACTS = (
    "statement", "claim_of_responsibility", "accusation", "denial", "condemnation", "characterisation",
    "demand", "promise", "announcement", "question", "expressive", "relay", "attitude",
)  # fmt: skip

STANCES = ("asserts", "denies", "accuses", "claims_responsibility", "condemns")

STATUSES = ("asserted", "historical", "future", "hypothetical", "negated")

# PLOVER's 16 event types with their quad classes, and OTHER for happenings that PLOVER, an ontology of
# politics, has no type for: disasters, accidents, deaths, elections, contests, business. Its mode says which.
QUAD_CLASS = {
    "AGREE": "verbal cooperation",
    "CONSULT": "verbal cooperation",
    "SUPPORT": "verbal cooperation",
    "CONCEDE": "verbal cooperation",
    "COOPERATE": "material cooperation",
    "AID": "material cooperation",
    "RETREAT": "material cooperation",
    "REQUEST": "verbal conflict",
    "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict",
    "THREATEN": "verbal conflict",
    "PROTEST": "material conflict",
    "SANCTION": "material conflict",
    "MOBILIZE": "material conflict",
    "COERCE": "material conflict",
    "ASSAULT": "material conflict",
    "OTHER": "none",
}
EVENT_TYPES = tuple(QUAD_CLASS)

DUPLICATE_RULES = ("exact", "near", "version")

MERGE_KINDS = ("story", "event")

# Why an input is a dead letter.
REASONS = (
    "no date line",
    "impossible date",
    "date out of range",
    "empty body",
    "undecodable bytes",
    "broken archive",
    "too large",
    "not JSON",
    "missing field",
    "wrong type",
    "unreadable file",
)
