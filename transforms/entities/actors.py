"""Who takes part in an event: the participant that a noun phrase means."""

from collections.abc import Sequence
from typing import Optional

from schemas.records import Mention, Participant
from transforms.entities.phrases import Names, country_of_phrase, modifiers
from transforms.entities.references import read_report
from transforms.text.document import Document
from transforms.text.tokens import Token

_NO_NAME_TAGS = frozenset(["DT", "WDT", "WP", "EX", "PRP", "CD"])


def participant(document: Document, mentions: Sequence[Mention], head: Token) -> Optional[Participant]:
    """Return who or what the noun phrase headed by `head` means.

    `mentions` are the report's, in order. It is the named entity that the head is part of or that the
    phrase resolves to; else the plain words of the phrase, without determiner, number, nationality and
    relative clause ("security guard"), and the country they state ("Pakistani security guard" → PAK). A
    pronoun that does not resolve gives None.
    """
    report = read_report(document, mentions)
    meant = report.meant_by(head, ())
    if meant:
        return Participant(meant.name, meant.entity_id, meant.country)
    names = report.names
    if head.pos == "PRON" or head.tag in _NO_NAME_TAGS:
        return None
    return Participant(_plain_words(names, head), None, country_of_phrase(names, head))


def _plain_words(names: Names, head: Token) -> str:
    """The head with the words in front of it that say what it is, but for a country in first place."""
    words = modifiers(head, names.document.tokens)
    while words and (words[0].dep == "nummod" or _is_country(names.of(words[0]))):
        del words[0]
    return names.document.text[(words or [head])[0].start : head.end]


def _is_country(mention: Optional[Mention]) -> bool:
    return mention is not None and mention.country is not None
