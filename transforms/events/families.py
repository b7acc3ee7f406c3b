"""Words for one kind of happening: what one report calls a murder, another calls a killing or a slaying.

The lexicon's frames sort words by PLOVER's types, the families here by what happened, across types: "died",
"was killed" and "his death" can be one event, "bought" and "sold" too. A word may stand in several. Lemmas as
event_mentions.lemma has them, a particle after a space.
"""

import functools
from collections.abc import Mapping
from typing import NamedTuple


class Family(NamedTuple):
    """A name, and the words that may tell of one happening of its kind."""

    name: str
    words: str
    particles: str = ""  # words of two, with _ for the space


FAMILIES = (
    Family("death", "die death dead demise passing perish succumb fatality drown suicide hang hanging",
           "pass_away"),
    Family("killing", "kill killing murder slaying slay homicide manslaughter execute execution strangle "
                      "slaughter massacre bloodshed bloodbath carnage assassinate assassination dead death die "
                      "fatality poison lynch lynching behead beheading", "gun_down"),
    Family("shooting", "shoot shooting shot gunfire shootout gunfight shootings fire firing rampage spree open",
           "gun_down open_fire"),
    Family("stabbing", "stab stabbing knife hack bludgeon", "hack_to"),
    Family("explosion", "explode explosion blast bomb bombing detonate detonation", "blow_up"),
    Family("attack", "attack assault ambush raid strike onslaught offensive storm storming incident atrocity "
                     "airstrike bombardment shelling shell bomb bombing"),
    Family("clash", "clash fight fighting battle skirmish brawl scuffle confrontation"),
    Family("wound", "wound injure injury hurt injured wounding maim"),
    Family("sprain", "sprain injure injury hurt fracture tear"),
    Family("arrest", "arrest detain detention apprehend capture nab seize catch custody bust jail imprison "
                     "collar roundup sweep swoop raid", "pick_up round_up"),
    Family("charge", "charge accuse indict indictment arraign arraignment prosecute accusation allegation "
                     "suspect", "charge_with charge_in charge_over"),
    Family("trial", "trial try hearing court prosecution retrial arraignment"),
    Family("conviction", "convict conviction guilty verdict find condemn"),
    Family("acquittal", "acquit acquittal clear exonerate"),
    Family("sentence", "sentence term jail imprison imprisonment serve"),
    Family("plea", "plead plea confess confession admit"),
    Family("testimony", "testify testimony"),
    Family("ruling", "rule ruling decide decision verdict order judge overturn uphold"),
    Family("lawsuit", "sue lawsuit suit litigation"),
    Family("appeal in court", "appeal"),
    Family("inquiry", "investigate investigation probe inquiry enquiry audit examine"),
    Family("search", "search hunt manhunt seek chase pursue pursuit"),
    Family("release", "release free discharge parole", "let_go"),
    Family("escape", "escape flee break-out abscond evade evasion elude", "break_out run_away"),
    Family("kidnapping", "kidnap kidnapping abduct abduction hijack hijacking"),
    Family("robbery", "rob robbery steal theft heist burglary loot raid snatch hold-up holdup grab"),
    Family("fraud", "fraud defraud scam embezzle bribe bribery"),
    Family("smuggling", "smuggle smuggling traffic trafficking"),
    Family("drunken driving", "driving dui dwi drive drink-driving drunk"),
    Family("traffic stop", "stop", "pull_over"),
    Family("piracy", "piracy hijack hijacking"),
    Family("foiling", "foil thwart prevent repel repulse avert intercept stop", "ward_off"),
    Family("hacking", "hack hacking cyberattack cyber-attack exploit"),
    Family("riot", "riot rioting unrest uprising looting loot clash violence"),
    Family("protest", "protest demonstration demonstrate rally march vigil picket sit-in"),
    Family("labour strike", "strike walkout stoppage"),
    Family("boycott", "boycott"),
    Family("fire", "fire blaze inferno burn burning wildfire gut"),
    Family("earthquake", "earthquake quake tremor temblor aftershock shake jolt rattle"),
    Family("earthquake hits", "hit strike jolt shake rock rattle"),
    Family("flood", "flood flooding inundate"),
    Family("storm", "storm hurricane typhoon cyclone tornado"),
    Family("landslide", "landslide mudslide avalanche"),
    Family("eruption", "erupt eruption"),
    Family("crash", "crash collision collide accident derail derailment wreck"),
    Family("running over", "hit strike ram slam hit-and-run", "run_over run_down"),
    Family("collapse", "collapse topple crumble"),
    Family("sinking", "sink capsize founder shipwreck"),
    Family("damage", "damage destroy destruction devastate devastation demolish level flatten wreck ruin gut"),
    Family("cut", "cut sever snap break rupture damage rip"),
    Family("disruption", "disrupt disruption outage interrupt interruption blackout downtime hamper slow affect "
                         "knock"),
    Family("fall", "fall plunge slip tumble plummet"),
    Family("illness", "hospitalize hospitalise hospitalization infect diagnose diagnosis illness ill"),
    Family("heart attack", "attack suffer stroke"),
    Family("treatment", "treat treatment rehab surgery undergo operate stint stay therapy"),
    Family("admission", "enter admit admission arrive check", "check_into check_in"),
    Family("burial", "bury burial funeral memorial cremate"),
    Family("election", "elect election vote poll ballot balloting runoff referendum reelect re-elect"),
    Family("appointment", "appoint appointment name nominate nomination nominee choose pick select tap "
                          "replace succeed succession become"),
    Family("hiring", "hire hiring rehire sign signing recruit join"),
    Family("dismissal", "fire firing sack sacking dismiss dismissal oust ouster terminate axe suspend suspension "
                        "relieve", "lay_off let_go"),
    Family("resignation", "resign resignation quit retire retirement leave", "step_down step_aside"),
    Family("job offer", "offer approach ask tap"),
    Family("victory", "win victory beat defeat triumph rout trounce edge thrash outscore upset loss lose stop "
                      "knockout crush overcome", "knock_out"),
    Family("match", "match game final semifinal quarterfinal fight bout contest tournament playoff"),
    Family("qualifying", "clinch qualify advance secure earn"),
    Family("title kept", "retain defend keep"),
    Family("goal", "score touchdown goal"),
    Family("record", "record break shatter surpass eclipse"),
    Family("award", "award prize honor honour win"),
    Family("injury list", "place put"),
    Family("hosting", "host hosting emcee present"),
    Family("directing", "direct helm"),
    Family("acting", "star play appear cast casting perform performance"),
    Family("purchase", "buy acquire acquisition purchase takeover sale sell merger merge buyout", "snap_up "
                       "take_over"),
    Family("bid", "bid offer propose"),
    Family("layoffs", "cut layoff slash eliminate redundancy", "lay_off"),
    Family("product launch", "launch release unveil introduce debut premiere rollout reveal", "roll_out"),
    Family("repair", "fix patch repair plug restore remedy update mend"),
    Family("issue of a thing", "issue release publish ship rush"),
    Family("payment", "pay payment payoff"),
    Family("rise", "rise surge soar climb jump"),
    Family("decline", "fall drop plunge slump decline tumble"),
    Family("opening", "open opening reopen reopening"),
    Family("closing", "close closure shut shutdown closing", "shut_down"),
    Family("building", "build construct construction"),
    Family("marriage", "marry wed wedding marriage"),
    Family("divorce", "divorce split separate"),
    Family("birth", "bear birth"),
    Family("discovery", "find discover discovery detect uncover unearth identify spot locate"),
    Family("departure", "leave depart departure exit flee"),
    Family("arrival", "arrive arrival land landing reach"),
    Family("return", "return"),
    Family("journey", "travel trip visit tour journey head go fly"),
    Family("transfer", "transfer move send transport placement"),
    Family("announcement", "announce announcement declare confirm reveal disclose unveil"),
    Family("law", "pass enact adopt approve"),
    Family("change of rule", "overturn reverse repeal rescind revoke change relax ease loosen restore scrap"),
    Family("meeting", "meet meeting summit talk discuss discussion consultation confer conference negotiate "
                      "negotiation dialogue"),
    Family("phone call", "call phone telephone conversation"),
    Family("accord", "sign agree agreement accord deal reach conclude", "agree_on"),
    Family("condemnation", "condemn condemnation denounce decry criticize criticise slam blast rebuke"),
    Family("denial", "deny denial reject dismiss refute"),
    Family("praise", "praise hail laud commend congratulate applaud"),
    Family("demand", "demand urge call appeal request", "call_for call_on"),
    Family("threat", "threaten threat warn warning vow"),
    Family("sanction", "sanction impose ban embargo imposition"),
    Family("aid", "aid donate donation provide give send deliver assistance"),
    Family("rescue", "rescue evacuate evacuation save airlift"),
    Family("withdrawal", "withdraw withdrawal pullout retreat", "pull_out pull_back"),
    Family("ceasefire", "ceasefire truce halt suspend cessation"),
    Family("surrender", "surrender", "turn_in give_up"),
    Family("deployment", "deploy deployment dispatch send"),
    Family("conquest", "seize capture take invade invasion occupy occupation takeover overrun conquer",
           "take_over"),
    Family("coup", "coup overthrow topple depose oust putsch"),
    Family("deportation", "deport deportation expel expulsion evict extradite extradition"),
)  # fmt: skip


# Words of which the type makes quite another happening: an officer is fired, a house is on fire.
OF_MANY_SENSES = frozenset(
    "break charge cut drop fire firing head hit leave move open pass pull raise release return shot strike take"
    .split()
)  # fmt: skip


def families_of(lemma: str) -> frozenset[str]:
    """The names of the families a lemma stands in."""
    return _families().get(lemma, frozenset())


@functools.cache
def _families() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family in FAMILIES:
        for word in (*family.words.split(), *(pair.replace("_", " ") for pair in family.particles.split())):
            found.setdefault(word, set()).add(family.name)
    return {word: frozenset(names) for word, names in found.items()}
