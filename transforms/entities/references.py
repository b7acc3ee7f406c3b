"""Whom a noun phrase means: a name, a title ("the foreign minister") or a pronoun.

    resolve_reference(document, mentions, start, end, speakers)

Rules over the parse, tried in this order: the name that the phrase is, or gives its head; a description
by role or by kind of body; a pronoun, by salience. What none of them tells stays None.
"""

from collections.abc import Sequence
from typing import NamedTuple, Optional

from schemas.records import Mention
from transforms.entities.candidates import candidates
from transforms.entities.descriptions import (
    described_body,
    described_institution,
    described_person,
    group_of_part,
    institutions,
    unnamed_roles,
)
from transforms.entities.names import coarse, fold
from transforms.entities.phrases import NOUNS, MentionIndex, country_of_phrase, modifiers, owners, phrase_head
from transforms.entities.pronouns import PERSONAL, RELATIVE, clause_of, kinds_of
from transforms.entities.roles import introductions
from transforms.entities.salience import Candidate, most_salient, weight_of
from transforms.entities.speaking import speaking_body
from transforms.entities.titles import BODIES, DOCUMENTS, RULERS
from transforms.ids import content_id
from transforms.text.document import Document
from transforms.text.tokens import Token

# What stands between a name and its body: "the Reedpost state news agency".
_NEWS = frozenset(["news", "state", "wire", "press", "official"])
# "A Pakistani", "two Democrats", "some Kurds" are not the people of that name.
_SOME = frozenset(
    ["a", "an", "some", "many", "most", "several", "few", "other", "another", "no", "any", "each"]
)


class Resolution(NamedTuple):
    """The entity that a phrase means, and how we know (vocabulary.SOURCE_RESOLUTIONS)."""

    entity_id: str
    name: str
    how: str
    country: Optional[str]


def resolve_reference(
    document: Document,
    mentions: Sequence[Mention],
    start: int,
    end: int,
    speakers: Sequence[Resolution],
) -> Optional[Resolution]:
    """Return whom the phrase `document.text[start:end]` means, or None where that is not told.

    `mentions` are the report's, in order; `speakers` the sources resolved before, in order of the
    text: a pronoun means an earlier speaker sooner than the person named last. `how` is "self" for the
    entity's fullest name, "name" for another form of it, "title" for a description, else "pronoun". Of
    two joined by "and" neither alone is meant: None. A state's ministry or army that is only described
    ("Norway's finance ministry") is an entity by that description, without a mention.
    """
    tokens = document.tokens_between(start, end)
    if not tokens:
        return None
    head = phrase_head(tokens)
    report = read_report(document, mentions)
    if _is_joined(head, end, report.index):
        return None
    return report.meant_by(head, speakers)


class Report:
    """A report as the rules see it: its names, its people's roles, and what pronouns may mean."""

    def __init__(self, document: Document, mentions: Sequence[Mention]):
        """Read the roles in which `mentions`, which are `document`'s, are brought in."""
        self.document = document
        self.mentions = mentions
        self.index = MentionIndex(document, mentions)
        self._roles = introductions(self.index)
        self._countries = {
            i.mention.entity_id: i.role.country for i in reversed(self._roles) if i.role.country
        }
        self._strangers = unnamed_roles(self.index)
        self._institutions = institutions(self.index)
        self._people = {m.entity_id for m in mentions if m.label == "PERSON"}
        self._entities = {m.entity_id: self._entity(m, "name") for m in mentions}
        self._candidates: Optional[list[list[Candidate]]] = None
        self._traits: dict[str, tuple[str, Optional[str]]] = {}

    def meant_by(self, head: Token, speakers: Sequence[Resolution] = ()) -> Optional[Resolution]:
        """Return whom the phrase headed by `head` means."""
        if head.lower in RELATIVE and head.dep not in ("det", "mark"):
            clause = clause_of(head)
            found = self.meant_by(clause.head, speakers) if clause else None
            if found and head.lower == "which" and found.entity_id in self._people:
                return None  # "the ship, Ann Smith's pride, which sank"
            return found and found._replace(how="pronoun")
        if head.pos == "PRON":
            return self._by_pronoun(head, speakers)
        mention = self.index.of(head) or self._named_beside(head)
        if mention is None:
            return self._by_description(head)
        if mention.label == "NORP" and _is_some(head):
            return None
        return self._entity(mention, "self" if fold(mention.text) == fold(mention.name) else "name", head)

    def _entity(self, mention: Mention, how: str, head: Optional[Token] = None) -> Resolution:
        """What a mention means; a person's country is that of the role."""
        country = mention.country or self._countries.get(mention.entity_id)
        if country is None and head is not None and mention.label == "PERSON":
            country = country_of_phrase(self.index, head)
        return Resolution(mention.entity_id, mention.name, how, country)

    def _named_beside(self, head: Token) -> Optional[Mention]:
        """The name that a phrase gives its head: "the Islamic State group", "the minister, Ann Smith"."""
        for child in head.children:
            if child.dep == "appos" and head.tag in ("NN", "NNP"):
                mention = self.index.of(child)
                if mention and (
                    mention.label == "PERSON" or (mention.label == "ORG" and head.lower in BODIES)
                ):
                    return mention
        named = self._called(head)
        if named:
            return named
        before = modifiers(head, self.document.tokens)
        near: list[Token] = []
        labels: tuple[str, ...] = ("ORG",)
        if head.lower in RULERS:
            # The innermost wins: the Taliban, in "Afghanistan's Taliban government".
            near, labels = [*reversed(before), *owners(head, self.document.tokens)], ("ORG", "GPE", "NORP")
            seats = [c for c in head.children if c.lower == "in" and c.i == head.i + 1]
            near += [token for seat in seats for token in seat.children]  # "the government in Dhaka"
        elif head.lower in DOCUMENTS:
            by = (child for child in head.children if child.lower in ("from", "by"))
            near, labels = [token for child in by for token in child.children], ("ORG", "GPE", "PERSON")
        elif head.lower in BODIES:
            near = [token for token in before if token.lower not in _NEWS][-1:]
            behind = self.document.tokens[head.i + 1 : head.i + 2]  # "the broadcaster NHK"
            near += [token for token in behind if token.dep in ("nsubj", "appos", "dobj", "pobj")]
        return next((m for m in map(self.index.of, near) if m and m.label in labels), None)

    def _called(self, head: Token) -> Optional[Mention]:
        """The name that a phrase says its head goes by: "a group calling itself the Marsh Brigade"."""
        for clause in head.children:
            if clause.dep in ("acl", "relcl") and clause.lemma in ("call", "know", "name", "dub"):
                named = [name for name in clause.children if name.dep in ("oprd", "dobj", "attr")]
                named += [
                    n for c in clause.children if c.lower == "as" for n in c.children if n.dep == "pobj"
                ]
                found = next(
                    (m for m in map(self.index.of, named) if m and m.label in ("ORG", "PERSON")), None
                )
                if found:
                    return found
        return None

    def _by_description(self, head: Token) -> Optional[Resolution]:
        mention = described_person(self.index, self._roles, self._strangers, head)
        mention = mention or group_of_part(self.index, head) or described_body(self.index, head)
        if mention:
            return self._entity(mention, "title")
        body = described_institution(self.index, self._institutions, head)
        if body is None:
            return None
        entity_id = content_id("entity", coarse("ORG"), fold(body.name))
        return Resolution(entity_id, body.name, "self" if body.noun is head else "title", body.country)

    def _by_pronoun(self, head: Token, speakers: Sequence[Resolution]) -> Optional[Resolution]:
        gender, kinds = PERSONAL.get(head.lower), kinds_of(head)
        if not kinds:
            return None
        body = speaking_body(self.index, head) if not gender else None
        if body is not None:
            found = self.meant_by(body, speakers)
            return found._replace(how="pronoun") if found and found.entity_id not in self._people else None
        if self._candidates is None:
            self._candidates = candidates(self.index, self._entity_of)
            self._traits = {c.key: (c.kind, c.gender) for sentence in self._candidates for c in sentence}
            self._follow_pronouns(self._candidates)
        spoke = (speaker.entity_id for speaker in reversed(speakers))
        last = next((entity for entity in spoke if self._agrees(entity, kinds, gender)), None)
        key = most_salient(self._candidates, head, kinds, gender, last, self.document)
        found = self._entities.get(key) if key else None
        if found is None or (not gender and found.entity_id in self._people):
            return None  # a body whose name is a person's, to the model
        return found._replace(how="pronoun")

    def _follow_pronouns(self, found: list[list[Candidate]]) -> None:
        """Add the subjects "he" and "she" to the candidates `found`: each keeps whom it means in mind."""
        for token in self.document.tokens:
            if token.dep == "nsubj" and token.lower in ("he", "she") and not token.quoted:
                key = most_salient(found, token, ("person",), token.lower, None, self.document)
                if key:
                    found[token.sentence].append(
                        Candidate(key, token, "person", token.lower, weight_of(token))
                    )

    def _agrees(self, entity_id: str, kinds: Sequence[str], gender: Optional[str]) -> bool:
        kind, own = self._traits.get(entity_id, ("", None))
        return kind in kinds and (gender is None or own in (None, gender))

    def _entity_of(self, token: Token) -> Optional[str]:
        meant = self.meant_by(token)
        if meant is None:
            return None
        self._entities.setdefault(meant.entity_id, meant)
        return meant.entity_id


_latest: Optional[Report] = None


def read_report(document: Document, mentions: Sequence[Mention]) -> Report:
    """Return the view of a report, made once for calls that come one after the other.

    We are asked about one phrase at a time, a report's all together, so the last view is kept.
    """
    global _latest
    kept = _latest
    if kept is None or kept.document is not document or kept.mentions is not mentions:
        kept = _latest = Report(document, mentions)
    return kept


def _is_joined(head: Token, end: int, index: MentionIndex) -> bool:
    """Whether a phrase means several: "Ann Smith and Tom Hall", but not "Smith & Hall" of one name."""
    if any(child.lower == "both" for child in head.children):
        return True
    joined = (child for child in head.children if child.dep == "conj" and child.start < end)
    named = index.of(head)
    return any(c.pos in NOUNS and (named is None or index.of(c) is not named) for c in joined)


def _is_some(token: Token) -> bool:
    few = (child for child in token.children if child.dep in ("det", "amod"))
    return any(child.dep == "nummod" for child in token.children) or any(c.lower in _SOME for c in few)
