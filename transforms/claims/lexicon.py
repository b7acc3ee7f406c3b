"""The words that introduce what someone says: each cue with the frames it is trusted in, and its act.

Written by hand. Counts over PolNeAR's training part helped to choose, but a word stands here because
in that frame it reports someone's words or stand whatever the text. A word is in one row per frame.
"""

from collections.abc import Sequence
from typing import NamedTuple, Optional

from transforms.claims.phrases import word_set
from transforms.text.tokens import Token


class Cues(NamedTuple):
    """Words that share frames and an act."""

    frames: str  # names of frames.FRAMES
    act: str  # vocabulary.ACTS; what the act is before the content is read (acts.py)
    words: str


# Verbs, by what they do. "clause": with a clause ("said that ..."); "aside": set in or behind what is
# said; "quote": next to a quotation; "infinitive": "vowed to ..."; "object": "condemned the attack";
# "naming": "called it a ..."; the prepositions that go with a verb stand in PREPOSITIONS.
VERBS = (
    Cues("responsibility", "claim_of_responsibility", "claim take accept assume"),
    Cues("responsibility", "denial", "deny"),
    Cues("relayed", "statement", "quote cite"),
    Cues("clause aside quote", "statement",
         "say add tell write note state remark observe explain argue contend maintain insist assert affirm "
         "reaffirm reiterate repeat stress emphasize emphasise underline underscore highlight report reveal "
         "disclose confirm acknowledge admit concede confess recall recount mention comment reply respond "
         "answer counter retort conclude predict forecast estimate suggest hint imply indicate signal claim "
         "caution warn inform notify advise remind reassure assure tweet retweet post quip joke boast brag "
         "complain clarify elaborate specify testify speculate reason venture opine muse echo interject "
         "continue shout yell scream exclaim whisper mutter cry chant intone lecture relate narrate "
         "demur grouse declare proclaim pronounce announce rule recommend propose read lament bemoan gush "
         "agree object protest rant recite stipulate certify attest swear rejoin convey text email "
         "crow snap scoff sneer fume thunder boom gloat riff point sing"),
    Cues("clause", "statement", "describe detail outline show find determine"),
    Cues("clause", "statement", "hear"),  # of a court alone: clauses.HEARINGS
    Cues("clause", "expressive", "express voice"),
    Cues("clause", "denial", "dismiss reject refute"),
    Cues("aside", "statement", "put"),
    Cues("passive", "promise", "assure"),
    Cues("clause aside quote", "question", "ask inquire enquire wonder question"),
    Cues("clause aside quote", "denial", "deny dispute"),
    Cues("clause aside quote", "accusation", "allege charge"),
    Cues("clause aside quote", "demand", "demand urge plead implore"),
    Cues("clause", "demand", "order"),
    Cues("clause aside quote", "promise", "vow pledge promise threaten"),
    Cues("quote", "condemnation", "condemn denounce criticize criticise slam blast decry"),
    Cues("infinitive", "promise", "vow pledge promise threaten swear offer agree"),
    Cues("infinitive", "demand",
         "ask urge call demand order instruct implore beg press beseech exhort invite request advise "
         "recommend propose warn tell encourage petition plead appeal challenge caution persuade"),
    Cues("infinitive", "statement", "claim decline say profess purport"),
    Cues("naming", "characterisation",
         "call label dub brand term describe deem declare pronounce portray characterize characterise "
         "depict liken rate style hail tout praise dismiss refer cite list"),
    Cues("naming", "condemnation",
         "condemn denounce decry slam blast deride criticize criticise lambast lambaste"),
    Cues("object passive", "condemnation",
         "condemn denounce decry deplore criticize criticise slam blast lambast lambaste rebuke chide "
         "attack deride ridicule mock assail castigate excoriate bash rip scold reprimand chastise"),
    Cues("object passive", "accusation", "accuse blame fault"),
    Cues("object passive", "accusation", "charge"),
    Cues("object passive", "denial", "deny reject dismiss dispute refute rebut disavow repudiate contradict"),
    Cues("object passive", "demand", "demand urge request propose recommend advocate"),
    Cues("object passive", "promise", "promise pledge vow"),
    Cues("object passive", "announcement", "announce declare proclaim"),
    Cues("object passive", "expressive",
         "thank praise congratulate welcome hail applaud commend laud extol credit express convey voice "
         "lament bemoan mourn regret salute"),
    Cues("object passive", "statement",
         "reiterate reaffirm stress emphasize emphasise underline underscore highlight acknowledge confirm "
         "mention cite note admit attribute echo detail defend repeat tout invoke recount predict reveal "
         "disclose report recall"),
    Cues("object", "statement", "signal estimate"),
    Cues("object passive", "characterisation", "describe liken"),
    Cues("object", "question", "question"),
    Cues("object", "statement", "say"),
    Cues("clause aside quote", "attitude",
         "think believe fear hope worry doubt expect guess suspect reckon feel imagine assume consider"),
    Cues("infinitive", "attitude", "want hope refuse plan intend seek expect"),
    Cues("object passive", "attitude", "support oppose back favor favour endorse"),
)  # fmt: skip

# Verbs with the prepositions that bring in what is said; so, below, nouns.
PREPOSITIONS = (
    Cues("preposition", "demand", "call:for call:on appeal:for ask:for push:for press:for plead:for"),
    Cues("preposition", "statement",
         "talk:about speak:about speak:of warn:of warn:about warn:against comment:on allude:to "
         "point:to boast:of boast:about brag:about joke:about testify:about hint:at"),
    Cues("preposition", "expressive", "complain:about complain:of apologize:for apologise:for"),
    Cues("preposition", "question", "ask:about inquire:about inquire:into"),
    Cues("preposition", "condemnation", "rail:against object:to protest:against"),
    Cues("preposition", "promise", "commit:to agree:to"),
)  # fmt: skip

NOUNS = (
    Cues("noun_clause", "statement",
         "statement claim assertion argument suggestion remark comment report insistence contention "
         "admission acknowledgment acknowledgement prediction warning reminder testimony"),
    Cues("noun_clause", "accusation", "accusation allegation charge complaint"),
    Cues("noun_clause", "denial", "denial"),
    Cues("noun_clause", "promise", "promise pledge vow threat offer"),
    Cues("noun_clause", "demand", "call demand request appeal plea proposal recommendation"),
    Cues("noun_clause", "announcement", "announcement declaration"),
    Cues("noun_clause", "question", "question"),
    Cues("noun_clause", "condemnation", "criticism"),
    Cues("noun_clause", "attitude", "belief hope fear view opinion concern decision"),
    Cues("noun_preposition", "statement",
         "statement:about statement:on remark:about remark:on comment:about comment:on testimony:about "
         "testimony:on report:about report:of claim:of claim:about argument:for argument:against "
         "suggestion:of admission:of acknowledgment:of acknowledgement:of prediction:of prediction:about "
         "warning:of warning:about warning:against reminder:of"),
    Cues("noun_preposition", "accusation",
         "accusation:of accusation:against allegation:of allegation:against allegation:about charge:of "
         "charge:against complaint:about complaint:of complaint:against"),
    Cues("noun_preposition", "denial", "denial:of"),
    Cues("noun_preposition", "promise", "promise:of pledge:of vow:of threat:of offer:of"),
    Cues("noun_preposition", "demand",
         "call:for demand:for appeal:for plea:for proposal:for recommendation:for"),
    Cues("noun_preposition", "announcement", "announcement:of announcement:about declaration:of"),
    Cues("noun_preposition", "question", "question:about question:on"),
    Cues("noun_preposition", "condemnation",
         "criticism:of criticism:for criticism:over criticism:on criticism:about condemnation:of "
         "condemnation:for condemnation:over denunciation:of"),
    Cues("noun_preposition", "characterisation", "description:of characterization:of"),
)  # fmt: skip

# What a group claims by its own name: "claimed the attack".
ATTACKS = word_set(
    "attack attacks bombing bombings assault blast explosion shooting killing ambush raid assassination "
    "strike kidnapping abduction murder beheading massacre hijacking bomb attempt"
)

# Verbs of passing on: "a statement carried by the agency".
CARRYING = word_set("quote cite carry report broadcast air translate monitor relay")

# Who passes on what others say.
MEDIA = word_set("report media press newspaper daily agency outlet broadcaster channel television radio")

# Verbs of headlines that the model takes for plural nouns: "Rebel Front claims attack on barracks".
_HEADLINE_VERBS = (
    "claim say call vow demand urge warn threaten condemn blame accuse reject slam blast promise pledge "
    "announce report thank praise question"
)
HEADLINE_VERBS = {f"{verb}s": verb for verb in _HEADLINE_VERBS.split()} | {"denies": "deny"}


def _table(rows: Sequence[Cues]) -> dict[str, dict[str, str]]:
    """The rows by word, then by frame: {word: {frame: act}}."""
    table: dict[str, dict[str, str]] = {}
    for row in rows:
        for word in row.words.split():
            for frame in row.frames.split():
                table.setdefault(word, {})[frame] = row.act
    return table


PREPOSITION_ACTS = {word: frames["preposition"] for word, frames in _table(PREPOSITIONS).items()}
VERB_FRAMES = _table(VERBS)
for _word, _act in PREPOSITION_ACTS.items():
    VERB_FRAMES.setdefault(_word.partition(":")[0], {})["preposition"] = _act
_NOUN_ROWS = _table(NOUNS)
NOUN_ACTS = {word: frames["noun_clause"] for word, frames in _NOUN_ROWS.items() if "noun_clause" in frames}
NOUN_PREPOSITION_ACTS = {
    word: frames["noun_preposition"] for word, frames in _NOUN_ROWS.items() if ":" in word
}


def verb_lemma(token: Token) -> Optional[str]:
    """The lemma of a verb, also of a participle that the model takes for an adjective ("was underscored")."""
    if token.pos in ("VERB", "AUX"):
        return token.lemma.lower()
    if token.pos == "ADJ" and token.text.endswith("ed") and any(c.dep == "auxpass" for c in token.children):
        for stem in (token.lower[:-1], token.lower[:-2]):
            if stem in VERB_FRAMES:
                return stem
    return None
