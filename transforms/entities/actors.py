"""Who takes part in an event: the participant that a noun phrase means."""

from collections.abc import Sequence
from typing import Optional

from schemas.records import Mention, Participant
from transforms.entities.filed import filed_before
from transforms.entities.phrases import MentionIndex, country_of_phrase, modifiers
from transforms.entities.references import read_report
from transforms.text.document import Document
from transforms.text.tokens import Token

# Heads that name nobody: "those", "which", "there", "two"; days and sums.
_NOBODY_TAGS = frozenset(["DT", "WDT", "WP", "EX", "PRP", "CD"])
_NOBODY_LABELS = frozenset(["DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"])


def participant(document: Document, mentions: Sequence[Mention], head: Token) -> Optional[Participant]:
    """Return who or what the noun phrase headed by `head` means.

    `mentions` are the report's, in order. It is the named entity that the head is part of or that the
    phrase resolves to; else the plain words of the phrase, without determiner, number, nationality and
    relative clause ("security guard"), and the country they state ("Pakistani security guard" → PAK). A
    pronoun that does not resolve gives None, and so does a day or a sum, and the place in a dateline, which
    the parser takes for the subject of the first sentence.
    """
    if head.start < filed_before(document, head.start):
        return None
    report = read_report(document, mentions)
    meant = report.meant_by(head)
    if meant:
        return Participant(meant.name, meant.entity_id, meant.country)
    index = report.index
    if head.pos == "PRON" or head.tag in _NOBODY_TAGS or head.entity in _NOBODY_LABELS:
        return None
    return Participant(_plain_words(index, head), None, country_of_phrase(index, head))


def _plain_words(index: MentionIndex, head: Token) -> str:
    """The head with the words in front of it that say what it is, but for a country in first place."""
    words = _without_number(modifiers(head, index.document.tokens))
    while words and (words[0].dep == "nummod" or _is_country(index.of(words[0]))):
        # "US-led" goes with its country.
        del words[: 3 if len(words) > 2 and words[1].text == "-" else 1]
    return index.document.text[(words or [head])[0].start : head.end]


def _without_number(words: Sequence[Token]) -> list[Token]:
    """The words without the number or age that they begin with: "twenty-seven", "66-year-old"."""
    first = 0
    while first < len(words) and (_is_number(words[first]) or (first and words[first].text == "-")):
        first += 1
    aged = [i for i, word in enumerate(words) if word.lower == "old" and i > 1 and words[i - 1].text == "-"]
    return list(words[aged[0] + 1 if aged else first :])


def _is_number(word: Token) -> bool:
    # The model may take "Eleven" for an adjective.
    return word.pos == "NUM" or (word.pos == "ADJ" and word.entity == "CARDINAL")


def _is_country(mention: Optional[Mention]) -> bool:
    return mention is not None and mention.country is not None
