"""The forms that an attribution takes: what a cue, its source and its content look like in a sentence.

cues.py tells where each frame is read; lexicon.py tells which words are trusted in it.
`confidence` is measured: the share of a frame's claims on PolNeAR's training part (250 articles of
2016) whose content agrees with an annotated one (Jaccard of their words at least .5). For a frame with
fewer than 20 claims there it is that of all frames together.
"""

from typing import NamedTuple, Optional

ALL_FRAMES = 0.86


class Example(NamedTuple):
    """A text with what the frame reads in it, as the text has it."""

    text: str
    source: Optional[str]
    cue: str
    content: tuple[str, ...]


class Frame(NamedTuple):
    """A form of attribution."""

    name: str
    description: str
    confidence: float
    examples: tuple[Example, ...]


FRAMES = (
    Frame("clause", "a verb with a clause as its complement, before or behind it", 0.92, (
        Example("The minister said that the talks would resume on Monday.",
                "The minister", "said", ("that the talks would resume on Monday",)),
        Example("The bridge will stay closed until spring, the mayor announced.",
                "the mayor", "announced", ("The bridge will stay closed until spring",)),
        Example("It was stressed that all prisoners must be released.",
                None, "was stressed", ("that all prisoners must be released",)),
        Example("“We will rebuild the school,” the governor told reporters. “It will open in May.”",
                "the governor", "told", ("“We will rebuild the school,”", "“It will open in May.”")),
        Example("The general said the road was open and added that convoys had left.",
                "The general", "added", ("that convoys had left",)),
        Example("Police said the road was closed, and drivers were using a bridge to the north.",
                "Police", "said", ("the road was closed, and drivers were using a bridge to the north",)),
        Example("The road is safe, the minister said, because it was rebuilt in May.",
                "the minister", "said", ("The road is safe", "because it was rebuilt in May")),
        Example("“We cannot stay here any longer,” read the letter.",
                "the letter", "read", ("“We cannot stay here any longer,”",)),
        Example("She's said she will resign in May.", "She", "'s said", ("she will resign in May",)),
        Example("Police said four people were hurt, while residents said dozens had been taken away.",
                "Police", "said", ("four people were hurt",)),
    )),
    Frame("aside", "the reporting clause is set into what is said, or comes with \"as\"", 0.82, (
        Example("The border, he said, would stay closed.", "he", "said", ("The border", "would stay closed")),
        Example("The harvest failed, as the ministry acknowledged.",
                "the ministry", "acknowledged", ("The harvest failed",)),
    )),
    Frame("quote", "a reporting verb next to a quotation that the parse does not join to it", 0.85, (
        Example("“Never again!” she shouted.", "she", "shouted", ("“Never again!”",)),
    )),
    Frame("colon", "a quotation behind a colon, with no verb of saying", ALL_FRAMES, (
        Example("On Tuesday the farmers sent a message to the capital: “We are not for sale.”",
                "the farmers", ":", ("“We are not for sale.”",)),
    )),
    Frame("naming", "someone is called something", 0.81, (
        Example("The president called the ruling a disgrace.",
                "The president", "called", ("the ruling a disgrace",)),
        Example("Rome described the offer as “too little, too late”.",
                "Rome", "described", ("the offer as “too little, too late”",)),
        Example("Rome described the offer as “a farce” and “an insult”.",
                "Rome", "described", ("the offer as “a farce” and “an insult”",)),
        Example("Two guards were hurt in what Lima called a failed coup.",
                "Lima", "called", ("a failed coup",)),
    )),
    Frame("infinitive", "a verb with an infinitive", 0.72, (
        Example("The rebels vowed to fight on.", "The rebels", "vowed", ("to fight on",)),
        Example("The rebels vowed to fight on and thanked their supporters.",
                "The rebels", "vowed", ("to fight on",)),
        Example("The envoy urged both sides to return to the table.",
                "The envoy", "urged", ("both sides to return to the table",)),
        Example("“We are leaving,” it said in a statement, promising to pay its debts.",
                "it", "promising", ("to pay its debts",)),
    )),
    Frame("object", "a verb whose object is what is said, or is judged", 0.74, (
        Example("Ankara condemned the bombing of the market.",
                "Ankara", "condemned", ("the bombing of the market",)),
        Example("The opposition accused the government of hiding the figures.",
                "The opposition", "accused", ("the government of hiding the figures",)),
        Example("Asked whether he would run again, the mayor said no.", "the mayor", "said", ("no",)),
        Example("Prosecutors charged the captain with smuggling.",
                "Prosecutors", "charged", ("the captain with smuggling",)),
        Example("The raid, which Paris condemned, left four people dead.",
                "Paris", "condemned", ("The raid",)),
        Example("The mayor thanked the firemen and demanded an inquiry.",
                "The mayor", "demanded", ("an inquiry",)),
    )),
    Frame("passive", "what is said is the subject of a passive", 0.72, (
        Example("The arrests were condemned by the bar association.",
                "the bar association", "were condemned", ("The arrests",)),
        Example("A captain was charged with smuggling on Monday.",
                None, "was charged", ("A captain", "with smuggling")),
        Example("Tripoli was accused of arming the militia.",
                None, "was accused", ("Tripoli", "of arming the militia")),
    )),
    Frame("preposition", "a verb with a preposition of its own", 0.69, (
        Example("The bishops called for calm.", "The bishops", "called for", ("calm",)),
        Example("The union has called for the minister to resign.",
                "The union", "has called for", ("the minister to resign",)),
        Example("Engineers warned of further landslides.", "Engineers", "warned of", ("further landslides",)),
    )),
    Frame("responsibility", "a group claims an attack, or denies it", ALL_FRAMES, (
        Example("A splinter group claimed responsibility for the bombing.",
                "A splinter group", "claimed responsibility", ("for the bombing",)),
        Example("The militia claimed the attack.", "The militia", "claimed", ("the attack",)),
        Example("The blast was claimed by a splinter group.",
                "a splinter group", "was claimed", ("The blast",)),
    )),
    Frame("noun_clause", "a noun with a clause", 0.80, (
        Example("Few trusted the minister's claim that the vote was fair.",
                "the minister", "claim", ("that the vote was fair",)),
    )),
    Frame("noun_preposition", "a noun with a preposition", 0.83, (
        Example("The ministry faced criticism over the delay.", None, "criticism over", ("the delay",)),
        Example("Nobody answered Norway's call for restraint.", "Norway", "call for", ("restraint",)),
    )),
    Frame("according", "\"according to\"", 0.85, (
        Example("Three people died in the fire, according to police.",
                "police", "according to", ("Three people died in the fire",)),
        Example("According to the army, the road is open.",
                "the army", "According to", ("the road is open",)),
    )),
    Frame("headline", "a headline's verb that the parse takes for a noun", ALL_FRAMES, (
        Example("Rebel Front claims attack on army barracks\nThe barracks were hit at dawn on Friday.",
                "Rebel Front", "claims", ("attack on army barracks",)),
    )),
    Frame("label", "a speaker's name and a colon at the head of a paragraph, or behind a headline", 0.80, (
        Example("MINISTER: We have no such plans at this time.",
                "MINISTER", ":", ("We have no such plans at this time",)),
        Example("Dam could fail within days - engineers\nThe dam was inspected on Monday.",
                "engineers", "-", ("Dam could fail within days",)),
        Example("Fire officials: Hotel had no exits\nA hotel burned down on Monday.",
                "Fire officials", ":", ("Hotel had no exits",)),
    )),
    Frame("signature", "a quotation signed with a dash and a name", ALL_FRAMES, (
        Example("“I have never seen the river this low.” — Anna Berg, farmer",
                "Anna Berg, farmer", "—", ("“I have never seen the river this low.”",)),
    )),
    Frame("relayed", "someone is quoted as saying", ALL_FRAMES, (
        Example("The road is closed, an officer was quoted as saying by Reuters.",
                "an officer", "was quoted as saying", ("The road is closed",)),
    )),
    Frame("relay", "who only passes the words on", ALL_FRAMES, (
        Example("The road is closed, an officer was quoted as saying by Reuters.",
                "Reuters", "was quoted as saying", ("The road is closed", "an officer")),
        Example("In a statement cited by the Watchpost monitor, the group said it had left the town.",
                "the Watchpost monitor", "cited", ("the group said it had left the town",)),
    )),
)  # fmt: skip

CONFIDENCE = {frame.name: frame.confidence for frame in FRAMES}
