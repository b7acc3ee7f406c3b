"""PLOVER's rules on what is foreseen, refused, asked and threatened, on sentences of our own."""

from typing import NamedTuple, Optional

import pytest

from tests.transforms.events.reading import events_of


class Rule(NamedTuple):
    name: str
    text: str
    word: str
    event_type: str
    mode: Optional[str] = None
    status: str = "asserted"


RULES = (
    Rule("an attack on a person over something is ACCUSE", "She attacked the senator over his vote.",
         "attacked", "ACCUSE", "disapprove"),
    Rule("for hours is no reason", "The rebels attacked the village for three hours.", "attacked", "ASSAULT"),
    Rule("firing back is ACCUSE", "The mayor fired back at his critics.", "fired", "ACCUSE", "disapprove"),
    Rule("but not that of troops", "Troops fired back at the rebels.", "fired", "ASSAULT", "firearms"),
    Rule("a blast alone is no bombing", "The blast killed five people.", "blast", "OTHER", "accident"),
    Rule("a bomb blast is one", "A bomb blast killed five people.", "blast", "ASSAULT", "explosives"),
    Rule("agreeing with someone on a thing is AGREE", "Mali agreed with Chad on a new border.",
         "agreed", "AGREE"),
    Rule("cutting a deal is SUPPORT", "He cut a trade deal with Peru.", "cut", "SUPPORT"),
    Rule("a leaked memo is no spill", "The memo was leaked to the press.", "leaked", "OTHER", "announcement"),
    Rule("striking down is REJECT", "The court struck down the law.", "struck", "REJECT"),
    Rule("a meeting is CONSULT", "The two presidents met in Oslo.", "met", "CONSULT"),
    Rule("a future meeting is AGREE", "The two presidents will meet in Oslo.",
         "meet", "AGREE", None, "future"),
    Rule("so is a future signing", "Chad and Niger will sign a trade agreement.",
         "sign", "AGREE", None, "future"),
    Rule("summoning an ambassador is ACCUSE", "Ghana summoned the Danish ambassador.",
         "summoned", "ACCUSE", "disapprove"),
    Rule("a threatened attack is THREATEN", "The rebels threatened to bomb the port.",
         "threatened", "THREATEN", "violence"),
    Rule("so is a future attack", "The army will attack the rebels.",
         "attack", "THREATEN", "violence", "future"),
    Rule("and a vowed one", "The militia vowed to attack the convoy.", "vowed", "THREATEN", "violence"),
    Rule("not to be willing is to refuse", "The king was not willing to sign the treaty.", "willing", "REJECT",
         "assist"),
    Rule("an attack of one politician on another is ACCUSE", "Ann Low's attack on Tom Hay pleased them.",
         "attack", "ACCUSE", "disapprove"),
    Rule("where blood flows it is ASSAULT", "Ann Low attacked Tom Hay with a knife.", "attacked", "ASSAULT"),
    Rule("politicians clash in words", "Ann Low clashed with Tom Hay.", "clashed", "ACCUSE", "disapprove"),
    Rule("restored land is RETREAT", "The king restored the land to the monks.", "restored", "RETREAT"),
    Rule("an appealed verdict is no REQUEST", "The banker appealed the verdict.", "appealed", "OTHER", "justice"),
    Rule("but farmers demonstrate", "The demonstration of farmers ended.", "demonstration", "PROTEST", "demo"),
    Rule("an announced withdrawal is CONCEDE", "Iran announced the withdrawal of its troops.",
         "announced", "CONCEDE"),
    Rule("a withdrawal is RETREAT", "Iran withdrew its troops from the valley.",
         "withdrew", "RETREAT", "withdraw"),
    Rule("a declared truce is CONCEDE", "The rebels declared a ceasefire.", "declared", "CONCEDE"),
    Rule("a pardon is CONCEDE", "The king pardoned the editor.", "pardoned", "CONCEDE"),
    Rule("a release is RETREAT", "The rebels freed the editor.", "freed", "RETREAT", "release"),
    Rule("who attacks a law attacks it in words", "The party led an assault on the health law.",
         "assault", "ACCUSE", "disapprove"),
    Rule("who attacks rights, too", "Critics called it an attack on women's rights.",
         "attack", "ACCUSE", "disapprove"),
    Rule("not who attacks those who make them", "Gunmen attacked a lawmaker.", "attacked", "ASSAULT"),
    Rule("nor who attacks while they speak", "Gunmen attacked a mosque during a policy speech.",
         "attacked", "ASSAULT"),
    Rule("a programme is killed in a vote", "The senate killed the programme.", "killed", "REJECT"),
    Rule("troops take towns", "Troops took the town of Idlib.", "took", "ASSAULT"),
    Rule("who is fired by someone is dismissed", "He was fired by the mayor.", "fired", "SANCTION", "expel"),
    Rule("an attempted assassination is ASSAULT", "Gunmen tried to assassinate the mayor.",
         "assassinate", "ASSAULT", "targeted"),
    Rule("a refusal is REJECT", "Turkey refused to extradite the pilot.", "refused", "REJECT", "assist"),
    Rule("what one will not do is REJECT", "Serbia will not lift the embargo.", "lift", "REJECT", "yield"),
    Rule("a refused meeting", "The rebels refused to meet the envoy.", "refused", "REJECT", "meet"),
    Rule("a demand is REQUEST", "Norway demanded the release of the crew.", "demanded", "REQUEST", "yield"),
    Rule("a call for talks", "The pope called for talks between the two sides.", "called", "REQUEST", "meet"),
    Rule("must, said of another", "Spain said that Cuba must free the poet.", "must", "REQUEST", "yield"),
    Rule("an agreement to act is AGREE", "Mali agreed to free the prisoners.", "agreed", "AGREE"),
    Rule("a visit is CONSULT", "The queen visited Nairobi.", "visited", "CONSULT", "visit"),
    Rule("a phone call is CONSULT", "The king thanked him in a phone call with the premier.",
         "call", "CONSULT", "phone"),
    Rule("a diplomat expelled is SANCTION", "Peru expelled a Cuban diplomat.",
         "expelled", "SANCTION", "expel"),
    Rule("a person deported is COERCE", "Peru deported a Cuban singer.", "deported", "COERCE", "deport"),
    Rule("a joint exercise is COOPERATE", "Peru and Chile held joint exercises.", "exercises", "COOPERATE"),
    Rule("an exercise of one army is MOBILIZE", "Peru held military exercises.",
         "exercises", "MOBILIZE", "troops"),
    Rule("hungering is PROTEST", "The prisoners began a hunger strike.", "strike", "PROTEST", "hunger"),
    Rule("a strike of workers is PROTEST", "Railway workers went on strike.", "strike", "PROTEST", "strike"),
    Rule("a strike of jets is ASSAULT", "Jets carried out air strikes on the town.",
         "strikes", "ASSAULT", "aerial"),
    Rule("the attack of a claim of responsibility", "The group claimed responsibility for an attack.",
         "attack", "ASSAULT"),
    Rule("a broken truce is ASSAULT", "The army violated the ceasefire.", "violated", "ASSAULT"),
    Rule("a conviction is SANCTION", "A court convicted the smuggler.", "convicted", "SANCTION", "convict"),
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule(rule: Rule) -> None:
    found = [(event.text, event.event_type, event.mode, event.status) for event in events_of(rule.text)]
    assert (rule.word, rule.event_type, rule.mode, rule.status) in found


@pytest.mark.parametrize(
    "text",
    [
        "Norway has more than a thousand fishing villages.",
        "An earthquake killed 20 people in Nepal.",
        "The firm released its annual report.",
        "The team beat its rivals in the final.",
        "He died of a heart attack.",
        "The bank met its targets.",
        "Doctors fight the disease in the north.",
        "The premier rallied her supporters.",
        "The rule clashed with old principles.",
        "The row poisoned the debate.",
        "Families shell out money for health plans.",
        "He took the teens to the village.",
        "The court executed the search warrant.",
        "The clerk asked if the port was open.",
        "The senator agreed with her critics on Monday.",
    ],
)
def test_no_event_of_plover_is_forced_on_other_news(text: str) -> None:
    assert [event for event in events_of(text) if event.event_type != "OTHER"] == []


def test_what_is_asked_for_is_no_event_of_its_own() -> None:
    assert [event.event_type for event in events_of("Brazil called for a ceasefire.")] == ["REQUEST"]
    assert [event.event_type for event in events_of("Brazil called off its visit to Chad.")] == ["SANCTION"]


def test_what_is_condemned_is() -> None:
    assert [event.event_type for event in events_of("Brazil condemned the attack.")] == ["ACCUSE", "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # Dangers, chatter, and what has no will.
        ("The drought is a threat to the state.", "threat"),
        ("A threat from the drought remained.", "threat"),
        ("The storm of words threatens to drown the debate.", "threatens"),
        ("The decision promises to be long.", "promises"),
        ("The tradition defies logic.", "defies"),
        ("It was all talk.", "talk"),
        ("They praised this demonstration of skill.", "demonstration"),
        ("“Can you swim?” asked the clerk.", "asked"),
        ("The party mobilised its voters.", "mobilised"),
        ("Rooms were given upon request.", "request"),
        ("The show appealed to children.", "appealed"),
        ("That begs the question.", "begs"),
        ("The general spoke of the execution of the plan.", "execution"),
        ("The reform restored order.", "restored"),
        ("The market was rehabilitated.", "rehabilitated"),
        ("Police battled an increase in homicides.", "battled"),
    ],
)
def test_no_event_of_its_type(text: str, word: str) -> None:
    assert not [event for event in events_of(text) if event.text == word and event.event_type != "OTHER"]
