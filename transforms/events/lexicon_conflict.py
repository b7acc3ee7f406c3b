"""Frames of PLOVER's conflictual types: REQUEST, ACCUSE, REJECT, THREATEN; PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT.

Our own table, made as lexicon_cooperation is. Crimes have no type of their own in PLOVER: a murder is an
ASSAULT, a robbery a COERCE (the manual's "A note on CRIME").
"""

from transforms.events.frames import Frame

REQUEST = (
    Frame("seeks refuge", "REQUEST", "assist", "seek request claim", "", "Thousands sought refuge in Chad.", needs="ASYLUM"),
    Frame("demands", "REQUEST", None, "demand", "demand", "Opposition leaders demanded the release of the mayor.", takes=True),
    Frame("calls for", "REQUEST", None, "call+for call+on call+upon", "", "Brazil called for a ceasefire.", takes=True),
    Frame("call", "REQUEST", None, "", "call", "The bishop repeated his call for talks.", needs="CALLED FOR", takes=True),
    Frame("appeals", "REQUEST", None, "appeal+for appeal+to plead plead+for petition beg implore", "appeal plea",
          "The mayor appealed to residents to stay calm.", unless="COURT", takes=True),
    Frame("urges", "REQUEST", None, "urge exhort press pressure", "", "Egypt urged Israel to stop the offensive.", takes=True),
    Frame("asks", "REQUEST", None, "ask order instruct", "", "The mayor asked the army to help.", needs="CLAUSE", takes=True),
    Frame("requests", "REQUEST", None, "request", "request", "Haiti requested an emergency loan.", takes=True),
    Frame("insists", "REQUEST", None, "insist+on", "", "Serbia insisted on new talks.", takes=True),
)  # fmt: skip

ACCUSE = (
    Frame("summons a diplomat", "ACCUSE", "disapprove", "summon call+in", "", "India summoned the Swiss ambassador.", needs="DIPLOMAT"),
    Frame("condemns", "ACCUSE", "disapprove",
          "condemn denounce criticize criticise slam decry deplore lambast lambaste blast rebuke censure castigate chide deride berate "
          "reprimand scold disparage vilify excoriate lament bemoan assail ridicule", "condemnation criticism denunciation rebuke outcry",
          "The Vatican condemned the bombing.", unless="ACCIDENT"),
    Frame("complains", "ACCUSE", "disapprove", "complain object", "complaint objection", "Hanoi complained about the new rule."),
    Frame("accuses", "ACCUSE", "allege", "accuse blame fault implicate", "accusation", "Kyiv accused Minsk of spying."),
    Frame("alleges", "ACCUSE", "allege", "allege", "allegation", "The party alleged that votes were bought."),
    Frame("charges", "ACCUSE", "allege", "charge", "charge", "Police charged him with murder.", needs="CRIME"),
    Frame("charges a person", "ACCUSE", "allege", "charge", "", "Prosecutors have charged Smith.", needs="PERSON"),
    Frame("prosecutes", "ACCUSE", "allege", "indict prosecute arraign sue impeach", "indictment prosecution arraignment lawsuit impeachment trial",
          "A grand jury indicted the senator.", unless="PRESS"),
    Frame("goes to court", "ACCUSE", "allege", "file launch lodge bring initiate press submit", "", "The union filed a lawsuit against the bank.",
          needs="LAWSUIT"),
    Frame("investigates", "ACCUSE", "investigate", "investigate probe", "investigation inquiry probe enquiry audit",
          "Prosecutors investigated the banker."),
    Frame("attacks in words", "ACCUSE", "disapprove", "", "attack", "He launched a scathing attack on the budget.", needs="VERBAL"),
    Frame("interrogates", "ACCUSE", "investigate", "interrogate", "interrogation", "Agents interrogated the driver."),
    Frame("suspects", "ACCUSE", "allege", "suspect", "suspicion", "Police suspect him of arson.", needs="CRIME"),
)  # fmt: skip

REJECT = (
    Frame("fails to agree", "REJECT", None, "fail", "failure", "The parties failed to reach a deal.", needs="REACH", takes=True),
    Frame("refuses", "REJECT", None, "refuse decline", "refusal", "Japan refused to join the mission.", unless="NUMBERS", takes=True),
    Frame("rejects", "REJECT", None, "reject rebuff spurn rule+out turn+down repudiate", "rejection", "The senate rejected the bill.", takes=True),
    Frame("dismisses", "REJECT", None, "dismiss refute rebut deny", "", "Moscow dismissed the allegations.", needs="ACCUSATION", takes=True),
    Frame("denies", "REJECT", None, "deny", "denial", "The mayor denied taking bribes.", needs="CLAUSE"),
    Frame("denies entry", "REJECT", None, "deny refuse", "denial", "Ukraine denied him entry.", needs="ENTRY"),
    Frame("dismisses a proposal", "REJECT", None, "dismiss quash overrule throw+out overturn", "", "The court quashed the appeal.",
          needs="PROPOSED", takes=True),
    Frame("vetoes", "REJECT", None, "veto oppose defy disobey renege resist", "veto opposition", "Russia vetoed the resolution.", unless="ACCIDENT"),
    Frame("cancels an accord", "REJECT", None, "cancel scrap abandon violate break breach renege tear+up reject", "", "The general tore up the accord.",
          needs="ACCORD"),
)  # fmt: skip

THREATEN = (
    Frame("threatens", "THREATEN", None, "threaten", "threat", "The rebels threatened to attack the port.", unless="ACCIDENT", takes=True),
    Frame("warns", "THREATEN", None, "warn", "", "Tehran warned of retaliation.", needs="RETALIATION", takes=True),
    Frame("vows revenge", "THREATEN", "violence", "vow swear promise pledge", "", "The militia vowed revenge.", needs="RETALIATION", takes=True),
    Frame("ultimatum", "THREATEN", None, "", "ultimatum", "The army issued an ultimatum to the rebels."),
    Frame("gives a deadline", "THREATEN", None, "give set issue impose", "", "The army gave the squatters a deadline.", needs="ULTIMATUM"),
    Frame("gives a warning", "THREATEN", None, "issue give", "", "Cairo issued a warning to Addis Ababa.", needs="WARNING"),
)  # fmt: skip

PROTEST = (
    Frame("hunger strike", "PROTEST", "hunger", "", "strike", "The detainees began a hunger strike.", needs="HUNGER"),
    Frame("goes on strike", "PROTEST", "strike", "go stage begin launch hold continue join call", "", "Nurses went on strike over pay.",
          needs="STRIKE", unless="AIR RAID", beside="LABOUR", takes=True),
    Frame("strike", "PROTEST", "strike", "strike", "strike walkout", "The strike by miners shut the pits.", beside="LABOUR", unless="AIR RAID"),
    Frame("stops work", "PROTEST", "strike", "stop down", "", "Four hundred miners stopped work.", needs="WORK", beside="STRIKERS"),
    Frame("demonstrates", "PROTEST", "demo", "protest demonstrate rally picket", "protest demonstration rally sit-in vigil picket",
          "Farmers protested in Paris.", unless="SPORT"),
    Frame("marches", "PROTEST", "demo", "march", "march", "Thousands marched through Delhi.", beside="PROTESTERS"),
    Frame("takes to the streets", "PROTEST", "demo", "take pour", "", "Thousands took to the streets.", needs="STREET"),
    Frame("riots", "PROTEST", "riot", "riot loot", "riot rioting looting unrest uprising", "Youths rioted in the suburbs."),
    Frame("boycotts", "PROTEST", "boycott", "boycott", "boycott", "The party boycotted the vote."),
    Frame("obstructs", "PROTEST", "obstruct", "block obstruct barricade", "", "Protesters blocked the highway.", needs="ROAD"),
    Frame("burns a flag", "PROTEST", "vandalize", "burn torch", "", "Students burned a flag.", needs="FLAG"),
    Frame("vandalizes", "PROTEST", "vandalize", "vandalize vandalise deface", "vandalism", "A crowd vandalised the statue."),
)  # fmt: skip

SANCTION = (
    Frame("expels diplomats", "SANCTION", "expel", "expel eject throw+out kick+out", "expulsion", "Norway expelled two diplomats.",
          needs="EXPELLED GROUP"),
    Frame("recalls an envoy", "SANCTION", "withdraw", "recall withdraw pull+out", "recall withdrawal", "Chile recalled its ambassador.",
          needs="EXPELLED GROUP"),
    Frame("cuts ties", "SANCTION", "discontinue", "sever cut break break+off suspend downgrade cut+off curtail freeze", "severance",
          "Qatar severed its ties with Chad.", needs="TIES"),
    Frame("stops aid or exchange", "SANCTION", "discontinue",
          "suspend halt freeze cut cut+off reduce slash withhold stop end terminate cancel discontinue scale+back call+off break+off postpone "
          "pull", "suspension termination cancellation halt", "Denmark suspended aid to Mali.", needs="AID OR TIES", takes=True),
    Frame("leaves a body or accord", "SANCTION", "withdraw", "withdraw+from pull+out leave exit quit", "withdrawal exit",
          "Kenya withdrew from the treaty.", needs="BODY"),
    Frame("convicts", "SANCTION", "convict", "convict", "conviction", "A court convicted the banker of fraud."),
    Frame("finds guilty", "SANCTION", "convict", "find hold", "", "The jury found him guilty.", needs="GUILT"),
    Frame("fines", "SANCTION", "convict", "fine", "", "The regulator fined the bank."),
    Frame("dismisses", "SANCTION", "expel", "fire sack dismiss oust", "firing sacking dismissal ouster", "The president sacked his finance minister.",
          needs="OFFICE", unless="WEAPON"),
    Frame("dismisses a person", "SANCTION", "expel", "fire sack dismiss oust suspend expel", "", "The club sacked him.",
          needs="PERSON", unless="WEAPON"),
)  # fmt: skip

MOBILIZE = (
    Frame("mobilizes", "MOBILIZE", "troops", "mobilize mobilise", "mobilization mobilisation", "Iran mobilised its reservists."),
    Frame("deploys forces", "MOBILIZE", "troops", "deploy send dispatch amass mass move redeploy station rush reinforce strengthen beef+up increase",
          "deployment buildup build-up reinforcement", "Turkey deployed tanks along the border.", needs="TROOPS"),
    Frame("deploys police", "MOBILIZE", "police", "deploy send dispatch", "deployment", "The governor deployed police in the market.", needs="POLICE"),
    Frame("deploys", "MOBILIZE", "troops", "deploy", "", "Britain deployed a frigate."),
    Frame("goes on alert", "MOBILIZE", "troops", "put place remain be stay go", "", "The army was placed on high alert.", needs="ALERT"),
    Frame("patrols", "MOBILIZE", "troops", "patrol", "patrol", "Soldiers patrolled the port."),
    Frame("exercises", "MOBILIZE", "troops", "", "exercise maneuver manoeuvre drill", "The navy began an exercise.", needs="MILITARY"),
    Frame("tests weapons", "MOBILIZE", "weapons", "test test-fire launch", "test launch", "North Korea tested a missile.", needs="MISSILE"),
)  # fmt: skip

COERCE = (
    Frame("arrests", "COERCE", "arrest",
          "arrest detain apprehend nab jail imprison incarcerate handcuff round+up take+into", "arrest detention imprisonment incarceration re-arrest",
          "Police arrested three men."),
    Frame("captures a person", "COERCE", "arrest", "capture seize catch pick+up hold", "capture", "Troops captured the rebel leader.",
          needs="PERSON TAKEN", unless="PRIMARY"),
    Frame("takes into custody", "COERCE", "arrest", "take hold remand place keep", "", "Two men were taken into custody.", needs="CUSTODY",
          unless="ACCIDENT"),
    Frame("sentences", "COERCE", "arrest", "sentence", "", "A judge sentenced her to five years."),
    Frame("deports", "COERCE", "deport", "deport evict displace exile", "deportation eviction", "Malaysia deported 40 migrants."),
    Frame("expels a person", "COERCE", "deport", "expel", "expulsion", "Turkey expelled a preacher.", needs="PERSON TAKEN"),
    Frame("imposes a curfew", "COERCE", "curfew", "impose declare order extend announce", "", "The governor imposed a curfew.", needs="CURFEW"),
    Frame("declares an emergency", "COERCE", "martial-law", "declare impose proclaim extend", "", "Peru declared a state of emergency.",
          needs="EMERGENCY"),
    Frame("imposes sanctions", "COERCE", "restrict", "impose slap announce extend prolong tighten renew introduce", "imposition",
          "The EU imposed sanctions on Belarus.", needs="SANCTIONS"),
    Frame("sanctions", "COERCE", "restrict", "sanction blacklist restrict", "crackdown clampdown", "Washington sanctioned two generals."),
    Frame("cracks down", "COERCE", "restrict", "crack+down clamp+down disperse", "", "The regime cracked down on dissent."),
    Frame("bans", "COERCE", "ban", "ban outlaw prohibit bar forbid", "", "Chad banned the opposition party."),
    Frame("censors", "COERCE", "censor", "censor", "censorship", "The junta censored the news."),
    Frame("silences media", "COERCE", "censor", "shut shut+down close suspend block", "shutdown", "The junta shut down the newspaper.", needs="MEDIA"),
    Frame("closes", "COERCE", "restrict", "close shut shut+down seal seal+off", "closure", "Kenya closed the border.", needs="BORDER"),
    Frame("blockades", "COERCE", "restrict", "blockade besiege encircle", "blockade siege", "The navy blockaded the port."),
    Frame("seizes property", "COERCE", "seize", "seize confiscate impound commandeer intercept", "seizure confiscation", "Customs seized a cargo of arms.",
          needs="LOOT"),
    Frame("confiscates", "COERCE", "seize", "confiscate impound expropriate commandeer", "confiscation expropriation", "Police confiscated the cameras."),
    Frame("takes territory", "COERCE", "seize", "seize capture occupy retake recapture overrun annex take conquer liberate", "capture seizure",
          "Rebels seized the airport.", needs="TERRITORY", unless="PLACEHOLDER"),
    Frame("occupies", "COERCE", "seize", "occupy annex overrun recapture take+over", "occupation annexation takeover take-over",
          "The Taliban took over in August.", unless="PLACEHOLDER"),
    Frame("robs", "COERCE", "seize", "rob steal burgle extort snatch", "robbery theft heist burglary extortion", "Two men robbed a bank."),
    Frame("hacks", "COERCE", "cyber", "hack", "cyberattack cyber-attack hacking cyberwarfare", "Hackers hacked the ministry's site."),
    Frame("cyber attack", "COERCE", "cyber", "", "attack warfare assault", "Iran launched a cyber attack on the bank.", needs="CYBER"),
    Frame("forces", "COERCE", None, "force compel coerce", "coercion", "Soldiers forced the villagers to leave.", needs="CLAUSE",
          unless="ACCIDENT"),
    Frame("searches", "COERCE", "seize", "raid", "raid", "Police raided the newspaper's office.", beside="POLICE", unless="AIR RAID"),
)  # fmt: skip

ASSAULT = (
    Frame("breaks a truce", "ASSAULT", None, "violate breach break", "violation breach", "The army violated the ceasefire.", needs="TRUCE"),
    Frame("uses human shields", "ASSAULT", "abduct", "use hold", "", "The militia used villagers as human shields.", needs="SHIELD"),
    Frame("attempts to assassinate", "ASSAULT", "targeted", "assassinate", "assassination", "Gunmen tried to assassinate the envoy."),
    Frame("bombs from the air", "ASSAULT", "aerial", "strafe", "airstrike air-strike", "An airstrike hit the camp."),
    Frame("air raid", "ASSAULT", "aerial", "", "strike raid bombardment", "Air strikes killed 12 people in Idlib.", needs="AIR RAID"),
    Frame("drone attack", "ASSAULT", "drone", "", "attack strike", "A drone attack damaged the refinery.", needs="DRONE"),
    Frame("suicide attack", "ASSAULT", "suicide-attack", "", "attack bombing blast explosion", "A suicide bombing killed nine.",
          needs="SUICIDE"),
    Frame("bombs", "ASSAULT", "explosives", "bomb dynamite detonate blow+up", "bombing", "Militants bombed the hotel."),
    Frame("shells", "ASSAULT", "heavy-weapons", "shell bombard pound", "shelling bombardment", "The army shelled the town.", unless="ACCIDENT"),
    Frame("shoots", "ASSAULT", "firearms", "shoot gun+down open+fire", "shooting gunfight shootout shoot-out firefight crossfire shootings",
          "Police shot a protester.", unless="SPORT"),
    Frame("opens fire", "ASSAULT", "firearms", "open exchange return", "", "Soldiers opened fire on the crowd.", needs="FIRE"),
    Frame("fires at", "ASSAULT", "firearms", "fire", "firing", "Gunmen fired at the bus.", unless="OFFICE"),
    Frame("stabs", "ASSAULT", "primitive", "stab hack+to behead stone bludgeon", "stabbing beheading", "A man stabbed a guard."),
    Frame("kidnaps", "ASSAULT", "abduct", "kidnap abduct hijack", "kidnapping abduction hijacking kidnap hijack", "Gunmen kidnapped an engineer."),
    Frame("tortures", "ASSAULT", "torture", "torture mutilate", "torture", "Guards tortured the prisoners."),
    Frame("rapes", "ASSAULT", "sexual", "rape molest", "rape", "Soldiers raped the women."),
    Frame("beats", "ASSAULT", "beat", "beat beat+up punch assault maul lynch manhandle", "beating assault lynching", "Police beat the protesters.",
          unless="SPORT"),
    Frame("sets on fire", "ASSAULT", "destroy", "torch burn burn+down firebomb raze", "arson", "Militants torched the village.",
          needs="BUILDING", unless="ACCIDENT"),
    Frame("arson", "ASSAULT", "destroy", "", "arson firebombing", "Police called it arson."),
    Frame("sets fire", "ASSAULT", "destroy", "set", "", "Rioters set fire to a bus.", needs="FIRE"),
    Frame("destroys", "ASSAULT", "destroy", "destroy demolish bulldoze level", "demolition", "The army destroyed two houses.", needs="BUILDING",
          unless="ACCIDENT"),
    Frame("weapon strikes", "ASSAULT", None, "hit strike land explode target damage destroy", "", "A rocket hit the school.", subjects="WEAPON",
          unless="ACCIDENT"),
    Frame("strikes with a weapon", "ASSAULT", None, "hit strike target", "", "The navy hit the base with missiles.", needs="WEAPON"),
    Frame("military hits", "ASSAULT", None, "hit strike bomb target", "", "The army struck rebel positions.", needs="TARGET", unless="ACCIDENT"),
    Frame("explodes", "ASSAULT", "explosives", "explode detonate", "explosion blast", "A bomb exploded in the market.", beside="BOMB"),
    Frame("attacks", "ASSAULT", None, "attack ambush invade storm counterattack", "attack assault ambush invasion incursion offensive onslaught "
          "atrocity", "Rebels attacked the barracks.", unless="NOT VIOLENT"),
    Frame("murders", "ASSAULT", None, "murder slay massacre slaughter strangle poison execute", "murder slaying massacre slaughter homicide "
          "manslaughter execution genocide bloodshed", "Gunmen murdered a judge.", unless="ACCIDENT"),
    Frame("kills", "ASSAULT", None, "kill", "killing", "Gunmen killed four guards.", unless="ACCIDENT"),
    Frame("wounds", "ASSAULT", None, "wound", "wounding", "A sniper wounded two people.", unless="ACCIDENT"),
    Frame("injures", "ASSAULT", None, "injure", "", "The attack injured six people.", beside="BOMB", unless="ACCIDENT"),
    Frame("fights", "ASSAULT", None, "clash battle skirmish", "clash skirmish fighting gun-battle", "Troops clashed with rebels.", unless="FUGITIVES"),
    Frame("fights forces", "ASSAULT", None, "fight", "", "The army fought the rebels.", needs="ENEMY", unless="FUGITIVES"),
    Frame("battle", "ASSAULT", None, "", "battle", "A gun battle broke out.", needs="COMBAT"),
    Frame("launches missiles", "ASSAULT", "heavy-weapons", "launch fire lob", "", "Hamas fired rockets at Ashkelon.", needs="WEAPON"),
    Frame("overthrows", "ASSAULT", None, "overthrow topple depose", "coup overthrow putsch", "The army overthrew the president."),
)  # fmt: skip

CONFLICT = (*REQUEST, *ACCUSE, *REJECT, *THREATEN, *PROTEST, *SANCTION, *MOBILIZE, *COERCE, *ASSAULT)
