"""Classes of words that frames ask for: what is lifted, who is released, what is sent.

Lemmas in lower case. A class stands for a kind of thing, not for a text: each is meant to hold every
common word of its kind.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TROOPS = """
    troop soldier force army military brigade battalion division regiment unit marine contingent tank
    warship fleet carrier destroyer frigate submarine jet warplane fighter bomber artillery battery convoy
    guard personnel navy militia combatant serviceman personnel gunboat armor armour infantry"""
_RESTRICTION = """
    ban sanction embargo restriction curb curfew lockdown blockade siege closure tariff quota limit
    limitation moratorium emergency control prohibition freeze censorship requirement quarantine visa fee
    penalty tax duty levy measure block suspension blacklist ceiling cap"""
_TRUCE = "ceasefire cease-fire truce armistice cessation"
_WEAPON = """
    missile rocket bomb grenade shell mortar torpedo drone gun rifle bullet shot gunfire artillery tank
    explosive bomber airstrike warplane jet helicopter gunship gunman gunmen device ied mine arrow
    car-bomb shrapnel sniper barrage"""
_CAPTIVE = """
    prisoner hostage captive detainee inmate convict suspect dissident activist journalist blogger lawyer
    refugee leader opponent sailor pilot soldier worker crew national citizen man woman child girl boy
    student aid-worker priest militant fighter rebel diplomat employee member people person leader
    politician minister president teenager tourist christian figure critic cleric protester demonstrator
    pastor reporter vessel ship tanker boat hundred dozen thousand officer policeman peacekeeper"""
_REQUEST = "demand request call appeal plea petition bid proposal offer condition term ultimatum invitation"
_MEETING = """
    talk meeting summit negotiation consultation visit discussion mediation conference dialogue session trip
    parley call conversation tour gathering"""
_PROTEST = "strike protest demonstration rally boycott march sit-in hunger-strike picket walkout campaign blockade"
_AID = """
    aid assistance relief food medicine medication supply loan grant fund funding donation equipment vaccine
    weapon weaponry arm arms ammunition help support shelter tent water fuel credit subsidy package money
    ventilator mask contribution training expertise ambulance blanket rescuer doctor medic asylum refuge
    citizenship sanctuary euro dollar million billion guarantee compensation relief finance financing
    treatment scholarship gift donor munition cash tonne ton bailout"""

CLASSES: dict[str, frozenset[str]] = {
    "TROOPS": _words(_TROOPS),
    "PEACEKEEPERS": _words("peacekeeper peacekeeping observer monitor inspector"),
    "RESTRICTION": _words(_RESTRICTION),
    "TRUCE": _words(_TRUCE + " hostility"),
    "TRUCE OR WITHDRAWAL": _words(_TRUCE + " withdrawal pullout amnesty pardon release repatriation"),
    "HOSTILITIES": _words("hostility fighting attack offensive war operation violence campaign bombing shelling fire "
                          "raid strike bombardment hostilities assault"),
    "WEAPON": _words(_WEAPON),
    "ARMS": _words("arm arms weapon gun rifle weaponry stockpile arsenal"),
    "CAPTIVE": _words(_CAPTIVE),
    "PROPERTY": _words("artifact artefact painting antiquity sculpture art property land asset body remains remain manuscript "
                       "fossil item object skull mandate treasure relic collection book bible pendant territory gold fund skull "
                       "statue bronze portrait"),
    "REQUEST": _words(_REQUEST),
    "MEETING": _words(_MEETING),
    "PROTEST": _words(_PROTEST),
    "AID": _words(_AID),
    "AID OR TIES": _words(_AID + " " + _MEETING + " cooperation co-operation tie relation link trade export import flight "
                          "shipment exchange sale delivery investment membership recognition service payment contract deal "
                          "agreement pact treaty accord mission effort partnership alliance visa participation"),
    "TIES": _words("tie relation relationship link contact diplomacy"),
    "ACCORD": _words("agreement deal accord pact treaty memorandum protocol convention settlement compromise truce ceasefire "
                     "cease-fire declaration contract charter partnership"),
    "ACCORD OR PROPOSAL": _words("agreement deal accord pact treaty convention proposal plan resolution bill request ruling "
                                 "legislation bid offer referendum reform nomination decision result verdict"),
    "SOLIDARITY": _words("support solidarity condolence sympathy backing gratitude appreciation confidence approval praise "
                         "admiration congratulation satisfaction"),
    "HONOUR": _words("medal order honour honor prize award decoration degree"),
    "DIPLOMAT": _words("ambassador diplomat envoy consul charge attache attaché chargé d'affaires d’affaires representative counsellor "
                       "affaires nuncio"),
    "EXPELLED GROUP": _words("ambassador diplomat envoy consul inspector observer monitor peacekeeper worker ngo organization "
                             "organisation agency mission staff attache attaché official member delegation embassy journalist"),
    "LAWSUIT": _words("lawsuit suit complaint charge case petition appeal claim indictment action proceeding motion"),
    "ACCUSATION": _words("allegation accusation claim charge report criticism suggestion rumour rumor complaint concern notion idea "
                         "comment assertion"),
    "ENTRY": _words("entry access permission visa request bail permit asylum entrance right passage accreditation parole license "
                    "licence service"),
    "PERMISSION": _words("permission approval authorization authorisation bail request extension pardon amnesty order mandate citizenship "
                         "access parole concession autonomy independence waiver clemency immunity reprieve leave visa permit license "
                         "injunction right consent relief"),
    "ACCESS": _words("aid observer inspector worker monitor entry access refugee rally flight convoy peacekeeper delivery investigator "
                     "team journalist visit protest delegation humanitarian passage mission evacuation import"),
    "MEDIA": _words("newspaper station channel website broadcaster television tv radio media outlet internet network paper magazine "
                    "publication site service facebook twitter"),
    "BORDER": _words("border crossing airspace road highway bridge school university checkpoint mosque church embassy office airport port"),
    "ROAD": _words("road highway street bridge border railway track traffic entrance motorway route line access port"),
    "STREET": _words("street"),
    "STRIKE": _words("strike hunger"),
    "WORK": _words("work job tool"),
    "LABOUR": _words("worker union employee teacher miner driver nurse doctor labor labour pay wage wages job pilot staff crew railway "
                     "walkout hunger general factory mine company transit trucker farmer"),
    "AIR RAID": _words("air drone missile rocket bomb warplane jet military israeli gaza target militant rebel cross-border nuclear "
                       "pre-emptive artillery airstrike raid aerial rebel-held bombing hamas jihadist territory strike bomber "
                       "precision weapon precision-guided"),
    "FLAG": _words("flag effigy tyre tire"),
    "BUILDING": _words("house home village church mosque school building car bus vehicle shop store office hospital crop market temple "
                       "hut bridge town camp police-station headquarters embassy property restaurant truck hotel base station"),
    "TERRITORY": _words("city town village territory base airport airfield stronghold capital area region province island control power "
                        "checkpoint post district hill positions position border crossing port peninsula station facility land building "
                        "headquarters complex outpost country government compound field"),
    "LOOT": _words("ship tanker vessel boat cargo weapon arm arms asset drug cocaine property passport laptop document computer equipment "
                   "land shipment money cash fund firearm gun phone good goods heroin ammunition explosive truck farm company "
                   "license licence record file tonne vehicle contraband"),
    "PERSON TAKEN": _words("man woman suspect leader soldier militant rebel fighter people person member commander pirate gunman journalist "
                           "hostage child girl boy official activist student prisoner fugitive bomber killer couple robber driver pilot "
                           "smuggler teenager boss trafficker gangster spy"),
    "SANCTIONS": _words("sanction embargo tariff restriction ban blockade limit curb quota fine penalty duty measure freeze toll"),
    "CURFEW": _words("curfew lockdown"),
    "EMERGENCY": _words("emergency siege martial"),
    "ALERT": _words("alert standby footing readiness"),
    "MILITARY": _words("military army naval war joint troop force nato air missile live-fire navy"),
    "JOINT": _words("joint bilateral multinational combined"),
    "INTELLIGENCE": _words("intelligence information evidence data expertise technology detail"),
    "REFUGEE": _words("refugee migrant asylum-seeker seeker evacuee displaced immigrant survivor"),
    "ASYLUM": _words("asylum refuge shelter sanctuary"),
    "PHONE": _words("phone telephone telephonic video conference-call conference"),
    "RETALIATION": _words("retaliation consequence revenge attack strike action reprisal war response sanction retribution force violence vengeance"),
    "ULTIMATUM": _words("ultimatum deadline threat"),
    "CRIME": _words("murder assault rape manslaughter fraud corruption theft conspiracy robbery treason terrorism offence offense homicide "
                    "count battery arson kidnapping espionage felony misdemeanor perjury bribery crime abuse dui piracy contempt trafficking "
                    "smuggling burglary first-degree second-degree attempt laundering sedition genocide attack criminal incitement "
                    "embezzlement drunken speeding formally driving possession hijacking rioting killing shooting stab death charge"),
    "ACCIDENT": _words("earthquake quake flood flooding storm hurricane typhoon cyclone tornado landslide avalanche mudslide tsunami crash "
                       "accident collision derailment wildfire fire blaze stampede disease virus cancer outbreak epidemic heat drought "
                       "lightning overdose illness coronavirus ebola cholera wreck capsizing capsize temblor tremor wave volcano eruption "
                       "shipwreck collapse malaria bee shark infection pandemic covid-19 train rain wind snow"),
    "PUBLISHED": _words("statement report album film figure data result video photo document game version single movie song trailer update "
                        "detail information book footage product device record list letter statistic estimate image audio transcript "
                        "recording study survey poll picture software phone tape patch fix console fund copy draft series memo findings "
                        "finding minute email guideline advisory model line dvd soundtrack name"),
    "NEEDS": _words("demand need target goal deadline requirement standard criterion expectation obligation condition challenge cost "
                    "resistance end fate death opposition quota objective threshold criteria definition commitment test"),
    "PRESS": _words("press news party pre-season training prayer annual"),
    "FUGITIVES": _words("fire flame inflation disease crime poverty corruption cancer terrorism virus pandemic election addiction blaze "
                        "hunger racism injury illness misinformation drug wildfire depression case disinformation charge"),
    "OFFICE": _words("minister chief official officer director manager coach head employee staff worker ceo executive general commander aide "
                     "adviser advisor secretary chairman president premier prosecutor judge cabinet player teacher governor mayor attorney "
                     "captain boss ambassador doctor board leader policeman deputy government spokesman editor"),
    "PEACE": _words("peace reconciliation negotiation ceasefire cease-fire talk"),
    "BOMB": _words("bomb bomber bombing explosive suicide attack attacker device grenade ied militant terrorist car-bomb missile rocket "
                   "terror blast detonate roadside insurgent gunman improvised shrapnel mine insurgency taliban isis responsibility"),
    "GUILT": _words("guilty liable"),
    "FIRE": _words("fire"),
    "JUSTICE": _words("justice court trial"),
    "ATTEMPT": _words("attempt plot bid effort"),
    "POLICE": _words("police officer policeman prosecutor detective fbi investigator tax anti-drug customs"),
    "REGRET": _words("regret remorse apology apologies sorrow"),
    "POLICY": _words("decision policy plan law rule ruling order ban stance position course bill proposal verdict"),
    "TRAINEES": _words("pilot soldier troop force officer police army unit policeman guard cadet recruit"),
    "COMMERCE": _words("trade flight export import cooperation exchange shipment investment"),
    "EVIDENCE": _words("evidence information detail update statement testimony insight explanation"),
    "CUSTODY": _words("bail custody jail prison captivity detention arrest hospital parole"),
    "REPARATION": _words("compensation reparation restitution damage survivor victim"),
    "SIEGE": _words("siege blockade occupation standoff"),
    "CALLED FOR": _words("ceasefire talk investigation restraint action calm negotiation election release resignation sanction "
                         "dialogue end peace apprehend help boycott support truce inquiry probe unity protest strike reform "
                         "withdrawal justice launch stop"),
    "COURT": _words("court conviction ruling sentence lawyer tribunal verdict judge"),
    "VERBAL": _words("scathing verbal personal blistering stinging extraordinary rhetorical twitter fierce"),
    "REACH": _words("reach agree strike secure conclude"),
    "NUMBERS": _words("percent % per percentage point sharply slightly steadily"),
    "PROPOSED": _words("appeal petition protest bid motion call proposal offer plea demand order conviction case complaint election vote "
                       "result lawsuit application verdict decision challenge request"),
    "WARNING": _words("warning"),
    "HUNGER": _words("hunger"),
    "STRIKERS": _words("worker miner employee union strike driver doctor nurse teacher pay wage sit-in labourer laborer"),
    "SPORT": _words("team goal season game match league cup coach goalkeeper stock market share point ball penalty striker film movie scene "
                    "title champion championship tennis cricket nba nfl record index investor shot index yankees ryder album"),
    "PROTESTERS": _words("protester demonstrator student worker thousand hundred activist supporter crowd against people teacher "
                         "demand parade"),
    "BODY": _words("treaty accord pact agreement union eu organization organisation alliance coalition bloc convention council deal "
                   "nato commission talk negotiation"),
    "MISSILE": _words("missile nuclear ballistic rocket weapon bomb icbm warhead torpedo"),
    "PRIMARY": _words("attention imagination vote seat title moment share market crown audience mood image spirit footage video win race "
                      "camera bronze gold medal championship"),
    "PLACEHOLDER": _words("part place step action advantage time charge side care seat company firm business bank role post job position office "
                          "helm chairmanship presidency leadership coach reins manager ownership stake duty duties"),
    "CYBER": _words("cyber computer online internet ransomware phishing hacker"),
    "SHIELD": _words("shield"),
    "DRONE": _words("drone unmanned"),
    "SUICIDE": _words("suicide"),
    "TARGET": _words("target position base camp stronghold militant rebel site depot convoy compound village village-held terrorist facility "
                     "airport airfield"),
    "NOT VIOLENT": _words("heart asthma panic verbal anxiety scathing cyber ad advertising word shark charm marketing personal campaign legal"),
    "ENEMY": _words("rebel militant insurgent force troop army soldier police group gunman state taliban fighter war militia guerrilla enemy "
                    "jihadist separatist protester gang pirate battle"),
    "COMBAT": _words("gun street pitched fierce heavy bloody running"),
}  # fmt: skip
