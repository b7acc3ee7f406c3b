"""What the verbs and nouns around a date say of it. All are lemmas."""

# Verbs of speech: what they govern is told, and may lie on another day.
SPEECH = frozenset(
    [
        "say", "tell", "claim", "announce", "add", "state", "declare", "report", "confirm", "warn", "condemn",
        "deny", "urge", "insist", "note", "explain", "promise", "vow", "pledge", "accuse", "blame", "demand",
    ]
)  # fmt: skip
# Verbs whose clause is somebody's words or thought.
REPORTING = SPEECH | frozenset(
    [
        "ask", "request", "suggest", "argue", "allege", "reveal", "predict", "estimate", "forecast",
        "believe", "think", "hope", "fear",
    ]
)  # fmt: skip
# Verbs whose object is an event that they are about and not part of: its day is not theirs.
TELLING = SPEECH | frozenset(
    [
        "discuss", "describe", "denounce", "criticize", "criticise", "praise", "mourn", "investigate",
        "probe", "recall", "mark", "commemorate", "remember", "call", "mention", "plan", "propose",
        "protest", "decry",
    ]
)  # fmt: skip
# Verbs that two sentences of a report share by chance.
COMMON = frozenset(
    [
        "be", "have", "do", "say", "tell", "add", "make", "take", "get", "go", "come", "give", "see",
        "hold", "begin", "use", "become", "keep", "want", "call", "report",
    ]
)  # fmt: skip

# Verbs whose date lies ahead of them: "has scheduled talks on Thursday".
PLANNING = frozenset(["plan", "schedule", "expect", "slate"])
# Verbs whose passive does: "rain is forecast from Friday".
FORESEEN = PLANNING | frozenset(["forecast", "predict", "anticipate"])
# Verbs whose past sets a day that is to come: "a hearing was set for Friday".
SETTING = PLANNING | frozenset(["set", "fix"])
# Words whose infinitive lies ahead even of a past: "agreed to meet on Monday", "is due to open".
FORWARD = PLANNING | frozenset(
    [
        "set", "intend", "hope", "want", "agree", "promise", "vow", "pledge", "threaten", "ask", "order",
        "decide", "prepare", "propose", "due", "likely", "ready", "invite", "call", "urge", "require",
        "allow", "continue", "aim", "need", "go", "offer", "seek", "expected", "scheduled", "agreement",
        "deal", "proposal", "pact", "bid",
    ]
)  # fmt: skip
# What is asked for on the day that is named, whatever it is for.
MEANS = frozenset(["money", "fund", "funding", "cash", "aid", "help", "loan", "support", "time"])
# Verbs whose present means what is to come: "the trial opens Monday".
SCHEDULED = frozenset(
    [
        "open", "reopen", "begin", "start", "resume", "continue", "meet", "vote", "expire", "end", "close",
        "leave", "arrive", "run", "convene", "reconvene", "return", "testify", "premiere", "launch", "depart",
        "air", "travel", "mark",
    ]
)  # fmt: skip
# Verbs whose present does with such an object as "a hearing" or "office".
AGENDA = frozenset(
    ["take", "face", "hold", "host", "have", "attend", "begin", "start", "open", "address"]
)  # fmt: skip
OFFICES = frozenset(
    ["office", "oath", "power", "charge", "question", "court", "stand", "effect", "place", "appearance"]
)
# What behind "is" points ahead: "she is sure to face questions".
SURE = frozenset(["sure", "due", "set", "certain", "likely", "bound", "ready", "poised"])
# What is announced before it comes: "Friday's meeting" may lie ahead, "Friday's ruling" does not.
ANNOUNCED = frozenset(
    [
        "meeting", "summit", "election", "vote", "game", "match", "ceremony", "talk", "session", "conference",
        "debate", "hearing", "deadline", "rally", "trial", "opening", "visit", "poll", "final", "launch",
        "referendum", "race", "event", "funeral", "speech", "runoff", "concert", "inauguration",
        "primary", "show", "festival", "holiday", "season", "period", "delivery", "release", "date", "target",
        "episode", "birthday", "anniversary", "wedding", "exam", "examination", "polling", "auction", "tour",
        "caucus",
    ]
)  # fmt: skip
