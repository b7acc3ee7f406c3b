"""Words for one kind of happening: what one report calls a murder, another calls a killing or a slaying.

The lexicon's frames sort words by PLOVER's types, the families here by what happened, across types:
"died", "was killed" and "his death" can be one event, "bought" and "sold" too. A word may stand in
several, and its type tells them apart: an officer is fired (SANCTION), at a bus (ASSAULT).
"""

import functools
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Family(NamedTuple):
    """A name, the types of event among which its words speak of one happening (none: all), and the words."""

    name: str
    event_types: str
    words: str  # of two words with _ for the space


FAMILIES = (
    Family("death", "OTHER ASSAULT",
           "die death dead demise passing perish succumb fatality drown suicide hang hanging pass_away"),
    Family("killing", "ASSAULT OTHER",
           "kill killing murder slaying slay homicide manslaughter execute execution strangle slaughter "
           "massacre bloodshed bloodbath carnage assassinate assassination dead death die fatality "
           "poison lynch lynching behead beheading gun_down"),
    Family("shooting", "ASSAULT",
           "shoot shooting shot gunfire shootout gunfight shootings fire firing rampage spree open "
           "gun_down open_fire"),
    Family("rampage", "ASSAULT OTHER", "rampage spree shooting stabbing massacre"),
    Family("stabbing", "ASSAULT", "stab stabbing knife hack bludgeon hack_to"),
    Family("explosion", "ASSAULT OTHER", "explode explosion blast bomb bombing detonate detonation blow_up"),
    Family("attack", "ASSAULT",
           "attack assault ambush raid strike onslaught offensive storm storming incident atrocity airstrike "
           "bombardment shelling shell bomb bombing shooting stabbing explosion blast gunfire assassinate "
           "assassination"),
    Family("clash", "ASSAULT PROTEST", "clash fight fighting battle skirmish brawl scuffle confrontation"),
    Family("wound", "", "wound injure injury hurt injured wounding maim"),
    Family("sprain", "OTHER", "sprain injure injury hurt fracture tear"),
    Family("arrest", "COERCE OTHER",
           "arrest detain detention apprehend capture nab catch custody jail imprison pick_up round_up"),
    Family("police raid", "COERCE OTHER", "raid sweep swoop blitz bust roundup crackdown search"),
    Family("charge", "ACCUSE",
           "charge accuse indict indictment arraign arraignment prosecute accusation allegation suspect "
           "charge_with charge_in charge_over"),
    Family("trial", "ACCUSE OTHER", "trial try hearing court prosecution retrial arraignment"),
    Family("conviction", "SANCTION", "convict conviction find"),
    Family("verdict", "SANCTION OTHER", "convict conviction guilty verdict"),
    Family("acquittal", "", "acquit acquittal clear exonerate"),
    Family("sentence", "COERCE OTHER", "sentence term jail imprison imprisonment serve"),
    Family("plea", "OTHER", "plead plea confess confession admit"),
    Family("testimony", "", "testify testimony"),
    Family("ruling", "OTHER", "rule ruling decide decision verdict order judge overturn uphold"),
    Family("lawsuit", "", "sue lawsuit suit litigation"),
    Family("appeal in court", "", "appeal"),
    Family("inquiry", "ACCUSE", "investigate investigation probe inquiry enquiry audit examine"),
    Family("search", "OTHER", "search hunt manhunt seek chase pursue pursuit"),
    Family("release", "RETREAT", "release free discharge parole let_go"),
    Family("escape", "OTHER", "escape flee break-out abscond evade evasion elude break_out run_away"),
    Family("kidnapping", "ASSAULT", "kidnap kidnapping abduct abduction hijack hijacking"),
    Family("robbery", "COERCE OTHER",
           "rob robbery steal theft heist burglary loot raid snatch hold-up holdup grab"),
    Family("fraud", "", "fraud defraud scam embezzle bribe bribery"),
    Family("smuggling", "", "smuggle smuggling traffic trafficking"),
    Family("drunken driving", "", "driving dui dwi drive drink-driving drunk"),
    Family("traffic stop", "OTHER", "stop pull_over"),
    Family("piracy", "ASSAULT OTHER", "piracy hijack hijacking"),
    Family("foiling", "", "foil thwart prevent repel repulse avert intercept stop ward_off"),
    Family("hacking", "COERCE", "hack hacking cyberattack cyber-attack exploit"),
    Family("riot", "PROTEST", "riot rioting unrest uprising looting loot clash violence"),
    Family("protest", "PROTEST", "protest demonstration demonstrate rally march vigil picket sit-in"),
    Family("labour strike", "PROTEST", "strike walkout stoppage walk_out"),
    Family("boycott", "PROTEST", "boycott"),
    Family("fire", "OTHER", "fire blaze inferno burn burning wildfire gut"),
    Family("earthquake", "OTHER", "earthquake quake tremor temblor aftershock shake jolt rattle"),
    Family("earthquake hits", "OTHER", "hit strike jolt shake rock rattle"),
    Family("flood", "OTHER", "flood flooding inundate"),
    Family("storm", "OTHER", "storm hurricane typhoon cyclone tornado"),
    Family("landslide", "OTHER", "landslide mudslide avalanche"),
    Family("eruption", "OTHER", "erupt eruption"),
    Family("crash", "OTHER", "crash collision collide accident derail derailment wreck"),
    Family("running over", "OTHER", "hit strike ram slam hit-and-run run_over run_down"),
    Family("collapse", "OTHER", "collapse topple crumble"),
    Family("sinking", "OTHER", "sink capsize founder shipwreck"),
    Family("damage", "OTHER ASSAULT",
           "damage destroy destruction devastate devastation demolish level flatten wreck ruin gut"),
    Family("cut", "OTHER", "cut sever snap break rupture damage rip"),
    Family("disruption", "OTHER",
           "disrupt disruption outage interrupt interruption blackout downtime hamper slow affect knock"),
    Family("fall", "OTHER", "fall plunge slip tumble plummet"),
    Family("illness", "OTHER",
           "hospitalize hospitalise hospitalization infect diagnose diagnosis illness ill"),
    Family("heart attack", "OTHER", "attack suffer stroke"),
    Family("treatment", "OTHER", "treat treatment rehab surgery undergo operate stint stay therapy"),
    Family("admission", "OTHER", "enter admit admission arrive check check_into check_in"),
    Family("burial", "", "bury burial funeral memorial cremate"),
    Family("election", "", "elect election vote poll ballot balloting runoff referendum reelect re-elect"),
    Family("appointment", "OTHER",
           "appoint appointment name nominate nomination nominee choose pick select tap replace succeed "
           "succession become"),
    Family("hiring", "OTHER", "hire hiring rehire sign signing recruit join"),
    Family("dismissal", "SANCTION OTHER",
           "fire firing sack sacking dismiss dismissal oust ouster terminate axe suspend suspension "
           "relieve lay_off let_go"),
    Family("resignation", "RETREAT OTHER",
           "resign resignation quit retire retirement leave step_down step_aside"),
    Family("job offer", "OTHER AGREE REQUEST", "offer approach ask tap"),
    Family("victory", "OTHER",
           "win victory beat defeat triumph rout trounce edge thrash outscore upset loss lose stop stoppage "
           "knockout crush overcome knock_out"),
    Family("match", "OTHER", "match game final semifinal quarterfinal fight bout contest tournament playoff"),
    Family("qualifying", "OTHER", "clinch qualify advance secure earn"),
    Family("title kept", "OTHER", "retain defend keep"),
    Family("goal", "OTHER", "score touchdown goal"),
    Family("record", "OTHER", "break shatter surpass eclipse"),
    Family("award", "OTHER", "award prize honor honour win"),
    Family("injury list", "OTHER", "place put"),
    Family("hosting", "OTHER", "host hosting emcee present"),
    Family("directing", "", "direct helm"),
    Family("acting", "OTHER", "star play appear cast casting perform performance"),
    Family("purchase", "OTHER",
           "buy acquire acquisition purchase takeover sale sell merger merge buyout snap_up take_over"),
    Family("bid", "OTHER AGREE", "bid offer propose"),
    Family("layoffs", "OTHER", "cut layoff slash eliminate redundancy lay_off"),
    Family("product launch", "OTHER",
           "launch release unveil introduce debut premiere rollout reveal roll_out"),
    Family("repair", "OTHER", "fix patch repair plug restore remedy update mend"),
    Family("issue of a thing", "OTHER", "issue release publish ship rush"),
    Family("payment", "OTHER", "pay payment payoff"),
    Family("rise", "OTHER", "rise surge soar climb jump"),
    Family("decline", "OTHER", "fall drop plunge slump decline tumble"),
    Family("opening", "OTHER CONCEDE", "open opening reopen reopening"),
    Family("closing", "COERCE OTHER", "close closure shut shutdown closing shut_down"),
    Family("building", "OTHER", "build construct construction"),
    Family("marriage", "", "marry wed wedding marriage"),
    Family("divorce", "", "divorce split separate"),
    Family("birth", "OTHER", "bear birth"),
    Family("discovery", "OTHER", "find discover discovery detect uncover unearth identify spot locate"),
    Family("departure", "OTHER", "leave depart departure exit flee"),
    Family("arrival", "OTHER", "arrive arrival land landing reach"),
    Family("return", "OTHER", "return"),
    Family("journey", "OTHER CONSULT", "travel trip visit tour journey head go fly"),
    Family("transfer", "OTHER", "transfer move send transport placement"),
    Family("announcement", "OTHER", "announce announcement declare confirm reveal disclose unveil"),
    Family("law", "OTHER SUPPORT", "pass enact adopt approve"),
    Family("change of rule", "CONCEDE REJECT OTHER",
           "overturn reverse repeal rescind revoke change relax ease loosen restore scrap"),
    Family("meeting", "CONSULT AGREE",
           "meet meeting summit talk discuss discussion consultation confer conference negotiate "
           "negotiation dialogue"),
    Family("phone call", "CONSULT", "call phone telephone conversation"),
    Family("accord", "AGREE SUPPORT", "sign agree agreement accord deal reach conclude agree_on"),
    Family("condemnation", "ACCUSE",
           "condemn condemnation denounce decry criticize criticise slam blast rebuke"),
    Family("denial", "REJECT", "deny denial reject dismiss refute"),
    Family("praise", "SUPPORT", "praise hail laud commend congratulate applaud"),
    Family("demand", "REQUEST", "demand urge call appeal request call_for call_on"),
    Family("threat", "THREATEN", "threaten threat warn warning vow"),
    Family("sanction", "COERCE SANCTION", "sanction impose ban embargo imposition"),
    Family("aid", "AID", "aid donate donation provide give send deliver assistance"),
    Family("rescue", "AID", "rescue evacuate evacuation save airlift"),
    Family("withdrawal", "RETREAT CONCEDE SANCTION",
           "withdraw withdrawal pullout retreat pull_out pull_back"),
    Family("ceasefire", "RETREAT CONCEDE", "ceasefire truce halt suspend cessation"),
    Family("surrender", "RETREAT", "surrender turn_in give_up"),
    Family("deployment", "MOBILIZE", "deploy deployment dispatch send"),
    Family("conquest", "ASSAULT COERCE",
           "seize capture take invade invasion occupy occupation takeover overrun conquer take_over"),
    Family("coup", "ASSAULT", "coup overthrow topple depose oust putsch"),
    Family("deportation", "COERCE SANCTION COOPERATE",
           "deport deportation expel expulsion evict extradite extradition"),
)  # fmt: skip


def families_of(lemma: str, event_type: str) -> frozenset[str]:
    """Return the names of the families that a lemma stands in when it tells of an event of that type."""
    return frozenset(
        family.name
        for family in _families().get(lemma, ())
        if not family.event_types or event_type in family.event_types.split()
    )


@functools.cache
def _families() -> Mapping[str, Sequence[Family]]:
    found: dict[str, list[Family]] = {}
    for family in FAMILIES:
        for word in family.words.split():
            found.setdefault(word.replace("_", " "), []).append(family)
    return found
