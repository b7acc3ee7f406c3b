"""Claims and the events they are about."""

from datetime import date
from typing import Optional

from schemas.records import Claim, ClaimAbout, EventMention, Span
from tests.documents import parsed
from tests.transforms.events.reading import names_of, undated
from transforms.events.about import Contents
from transforms.events.mentions import find_event_mentions
from transforms.text.document import Document


def claim(document: Document, cue: str, content: str, act: str, level: int = 0) -> Claim:
    start, begin = document.text.index(cue), document.text.index(content)
    return Claim(
        f"{act} {cue}", document.article.article_id, document.sentences[0].sentence_id,
        None, None, None, None, None, None,
        cue, start, start + len(cue), cue, content, [Span(begin, begin + len(content))], "indirect", act, False,
        None, None, None, level, None, "none", None, None, None, "test", None, document.article.published,
    )  # fmt: skip


def read(
    text: str, *claims: tuple[str, str, str]
) -> tuple[dict[str, Optional[str]], list[ClaimAbout], list[EventMention]]:
    document = parsed(text)
    rows = [claim(document, *one, level=i) for i, one in enumerate(claims)]
    mentions, abouts = find_event_mentions(document, names_of(document), undated(document), [], rows)
    return {mention.text: mention.claim_id for mention in mentions}, abouts, mentions


def test_what_is_only_said_keeps_its_claim() -> None:
    known, abouts, mentions = read(
        "Police said that soldiers shot a boy.", ("said", "that soldiers shot a boy", "statement")
    )
    assert known == {"shot": "statement said"}
    assert abouts == [ClaimAbout("statement said", mentions[0].mention_id, "asserts")]


def test_what_is_neither_confirmed_nor_denied_has_no_stance() -> None:
    document = parsed("Oslo did not deny the attack.")
    denied = claim(document, "deny", "the attack", "denial")
    for one, stance in ((denied, "denies"), (denied._replace(negated=True), None)):
        _, abouts = find_event_mentions(document, names_of(document), undated(document), [], [one])
        assert [about.stance for about in abouts] == [stance]


def test_who_speaks_of_himself_does_not_say_he() -> None:
    document = parsed("Jonas Petrak fled the bank. “He shot a guard,” Petrak said.")
    names = names_of(document)
    said = claim(document, "said", "He shot a guard", "statement")
    own = said._replace(source_entity_id=names[0].entity_id)
    for one, actors in ((said, ["Jonas Petrak"]), (own, [])):
        found, _ = find_event_mentions(document, names, undated(document), [], [one])
        assert [[actor.name for actor in row.actors] for row in found if row.text == "shot"] == [actors]


def test_what_is_condemned_is_told_by_the_report() -> None:
    known, abouts, mentions = read(
        "France condemned the attack.", ("condemned", "the attack", "condemnation")
    )
    assert known == {"condemned": None, "attack": None}
    assert abouts == [ClaimAbout("condemnation condemned", mentions[1].mention_id, "condemns")]


def test_what_someone_says_another_condemned_is_told_by_the_first() -> None:
    known, _, _ = read(
        "Paris said it condemned the attack.",
        ("said", "it condemned the attack", "statement"),
        ("condemned", "the attack", "condemnation"),
    )
    assert known == {"condemned": "statement said", "attack": "statement said"}


def test_a_claim_of_responsibility_is_about_the_attack() -> None:
    known, abouts, _ = read(
        "The group claimed responsibility for an attack.",
        ("claimed responsibility", "for an attack", "claim_of_responsibility"),
    )
    assert known == {"attack": None}
    assert [about.stance for about in abouts] == ["claims_responsibility"]


def test_a_promise_is_not_about_the_deed_it_would_punish() -> None:
    _, abouts, _ = read(
        "Kabul assured Paris it will find those who attacked the school.",
        ("assured", "it will find those who attacked the school", "promise"),
    )
    assert abouts == []


def test_the_day_of_the_claim_is_not_that_of_the_deed() -> None:
    text = "Gunmen attacked a base on Friday.\n\nThe group said on Saturday it had attacked the base."
    document = parsed(text)
    said = claim(document, "said on Saturday", "it had attacked the base", "claim_of_responsibility")
    friday, saturday = date(2022, 12, 2), date(2022, 12, 3)
    sentences = [
        sentence._replace(date_start=day, date_end=day, date_basis="relative")
        for sentence, day in zip(undated(document), (friday, saturday), strict=True)
    ]
    mentions, _ = find_event_mentions(document, names_of(document), sentences, [], [said])
    assert [(mention.date_start, mention.date_basis) for mention in mentions] == [
        (friday, "relative"),
        (friday, "inherited"),
    ]


def test_of_many_claims_those_near_an_event_are_asked() -> None:
    document = parsed("Police said that soldiers shot a boy.")
    one = claim(document, "said", "that soldiers shot a boy", "statement")
    claims = [
        one._replace(claim_id=str(n), content_spans=[Span(1000 * n, 1000 * n + 900)]) for n in range(50)
    ]
    claims.append(one._replace(claim_id="all", content_spans=[Span(0, 50_000)]))
    near = [found.claim_id for found in Contents(claims).near(20_500)]
    assert {"20", "all"} <= set(near)
    assert len(near) <= 4
    assert Contents(claims).near(70_000) == ()
