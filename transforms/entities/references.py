"""Whom a noun phrase means: a name, a title ("the foreign minister") or a pronoun.

    resolve_reference(document, mentions, start, end, speakers)

Rules over the parse, tried in this order: the name that the phrase is, or gives its head; a description
by role or by kind of body; a pronoun, by salience. What none of them tells stays None.
"""

from collections.abc import Sequence
from typing import NamedTuple, Optional

from schemas.records import Mention
from transforms.entities.descriptions import described_body, described_person, institution
from transforms.entities.genders import gender_of
from transforms.entities.names import coarse, fold
from transforms.entities.phrases import Names, country_of_phrase, modifiers, owners, phrase_head
from transforms.entities.roles import introductions, is_role, role_noun
from transforms.entities.salience import PLACE_PREPOSITIONS, Candidate, most_salient, weight_of
from transforms.entities.titles import BODIES, RULERS
from transforms.ids import content_id
from transforms.text.document import Document
from transforms.text.tokens import Token

_PERSONAL = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_IMPERSONAL = frozenset(["it", "its"])
_PLURAL = frozenset(["they", "them", "their"])
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])


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
    two joined by "and" neither alone is meant: None.
    """
    tokens = document.tokens_between(start, end)
    if not tokens:
        return None
    head = phrase_head(tokens)
    if any(
        child.dep == "conj" and child.start < end and child.pos in ("NOUN", "PROPN", "PRON")
        for child in head.children
    ):
        return None
    return read_report(document, mentions).meant_by(head, speakers)


class Report:
    """A report as the rules see it: its names, its people's roles, and what pronouns may mean."""

    def __init__(self, document: Document, mentions: Sequence[Mention]):
        self.document = document
        self.mentions = mentions
        self.names = Names(document, mentions)
        self.roles = introductions(self.names)
        self.countries = {i.mention.entity_id: i.role.country for i in reversed(self.roles) if i.role.country}
        self._entities: dict[str, Resolution] = {}
        self._candidates: Optional[list[list[Candidate]]] = None

    def meant_by(self, head: Token, speakers: Sequence[Resolution]) -> Optional[Resolution]:
        """Whom the phrase headed by `head` means."""
        word = head.lower
        if word in _RELATIVE and head.dep not in ("det", "mark"):
            relative = next((token for token in (head, *head.ancestors()) if token.dep == "relcl"), None)
            found = self.meant_by(relative.head, speakers) if relative else None
            return found and found._replace(how="pronoun")
        if head.pos == "PRON":
            return self._by_pronoun(head, speakers)
        mention = self.names.of(head) or self._named_beside(head)
        if mention:
            return self._entity(mention, "self" if fold(mention.text) == fold(mention.name) else "name", head)
        return self._by_description(head)

    def _entity(self, mention: Mention, how: str, head: Optional[Token] = None) -> Resolution:
        country = mention.country or self.countries.get(mention.entity_id)
        if country is None and head is not None and mention.label == "PERSON":
            country = country_of_phrase(self.names, head)
        return Resolution(mention.entity_id, mention.name, how, country)

    def _named_beside(self, head: Token) -> Optional[Mention]:
        """The name that a phrase gives its head: "the Islamic State group", "the minister, Ann Smith"."""
        for child in head.children:
            if child.dep == "appos":
                mention = self.names.of(child)
                if (
                    mention
                    and (mention.label == "PERSON") == is_role(head)
                    and mention.label in ("PERSON", "ORG")
                ):
                    return mention
        tokens = self.document.tokens
        before = modifiers(head, tokens)
        if head.lower in RULERS:
            # The innermost wins: the Taliban, in "Afghanistan's Taliban government".
            near = [*reversed(before), *owners(head, tokens)]
            return next(
                (m for m in map(self.names.of, near) if m and m.label in ("ORG", "GPE", "NORP")), None
            )
        if head.lower in BODIES and before:
            mention = self.names.of(before[-1])
            if mention and mention.label == "ORG":
                return mention
        return None

    def _by_description(self, head: Token) -> Optional[Resolution]:
        mention = described_person(self.names, self.roles, head) or described_body(self.names, head)
        if mention:
            return self._entity(mention, "title")
        named = institution(self.names, head)
        if named:
            name, country = named
            return Resolution(content_id("entity", coarse("ORG"), fold(name)), name, "self", country)
        return None

    def _by_pronoun(self, head: Token, speakers: Sequence[Resolution]) -> Optional[Resolution]:
        word = head.lower
        kinds: tuple[str, ...]
        gender: Optional[str] = None
        if word in _PERSONAL:
            kinds, gender = ("person",), _PERSONAL[word]
        elif word in _IMPERSONAL and not _is_expletive(head):
            kinds = ("body",)
        elif word in _PLURAL:
            kinds = ("body", "people")
        else:
            return None
        candidates = self._all_candidates()
        agreeing = {
            c.key
            for sentence in candidates
            for c in sentence
            if c.kind in kinds and c.gender in (None, gender)
        }
        last = next((s.entity_id for s in reversed(speakers) if s.entity_id in agreeing), None)
        key = most_salient(candidates, head, kinds, gender, last)
        found = self._entities.get(key) if key else None
        return found and found._replace(how="pronoun")

    def _all_candidates(self) -> list[list[Candidate]]:
        if self._candidates is None:
            self._candidates = [[] for _ in self.document.sentences]
            for candidate in sorted([*self._named(), *self._unnamed()], key=lambda c: c.token.i):
                self._candidates[candidate.token.sentence].append(candidate)
        return self._candidates

    def _named(self) -> list[Candidate]:
        found = []
        for mention in self.mentions:
            head = self.names.head_of(mention)
            if mention.label == "PERSON":
                kind = "person"
            elif mention.label == "NORP":
                kind = "people"
            elif mention.label == "ORG" or (mention.label == "GPE" and not _is_place(head)):
                kind = "body"
            else:
                continue
            self._entities.setdefault(mention.entity_id, self._entity(mention, "pronoun"))
            gender = self._gender(mention) if kind == "person" else None
            found.append(Candidate(mention.entity_id, head, kind, gender, weight_of(head)))
        return found

    def _unnamed(self) -> list[Candidate]:
        """Subjects without a name: those that a description resolves, and those that keep others off."""
        found = []
        for token in self.document.tokens:
            if token.pos != "NOUN" or token.dep not in ("nsubj", "nsubjpass") or self.names.of(token):
                continue
            meant = self.meant_by(token, ())
            if meant:
                self._entities.setdefault(meant.entity_id, meant)
            key = meant.entity_id if meant else f"unnamed {role_noun(token)}"
            if token.tag == "NNS":
                kind = "people"
            elif is_role(token):
                kind = "person"
            else:
                kind = "body"
            gender = gender_of("", [token.lower]) if kind == "person" else None
            found.append(Candidate(key, token, kind, gender, weight_of(token)))
            if role_noun(token) == "spokesperson":
                found += self._spoken_for(token)
        return found

    def _spoken_for(self, spokesman: Token) -> list[Candidate]:
        """The body that speaks through a spokesman is as prominent as he."""
        for owner in owners(spokesman, self.document.tokens):
            meant = self.meant_by(owner, ())
            if meant:
                self._entities.setdefault(meant.entity_id, meant)
                return [Candidate(meant.entity_id, owner, "body", None, weight_of(spokesman))]
        return []

    def _gender(self, mention: Mention) -> Optional[str]:
        words = []
        for named in self.names.by_entity[mention.entity_id]:
            first = self.document.tokens_between(named.start, named.end)[0]
            if first.i and self.document.tokens[first.i - 1].sentence == first.sentence:
                words.append(self.document.tokens[first.i - 1].text)
        return gender_of(mention.name.split()[0], words)


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


def _is_expletive(token: Token) -> bool:
    """Whether "it" means nothing: "it was underscored that ..."."""
    if token.dep == "expl":
        return True
    verb = token.head
    passive = token.dep == "nsubjpass" or verb.lemma == "be"
    return passive and any(
        child.dep in ("ccomp", "csubj", "csubjpass", "xcomp") and child.i > verb.i for child in verb.children
    )


def _is_place(token: Token) -> bool:
    return token.dep == "pobj" and token.head.lower in PLACE_PREPOSITIONS
