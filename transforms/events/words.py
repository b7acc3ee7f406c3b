"""Classes of words that frames ask for: what is lifted, who is released, what is sent.

Lemmas in lower case. A class stands for a kind of thing, not for a text: it is meant to hold every common
word of its kind.
"""

_CLASSES = {
    "TROOPS": """
        armor armour army artillery battalion battery bomber brigade carrier combatant contingent convoy
        destroyer division fighter fleet force frigate guard gunboat infantry jet marine military militia
        navy personnel regiment serviceman soldier submarine tank troop unit warplane warship""",
    "PEACEKEEPERS": "inspector monitor observer peacekeeper peacekeeping",
    "RESTRICTION": """
        ban blacklist block boycott cap ceiling censorship closure control curb curfew duty embargo emergency
        fee freeze levy limit limitation lockdown measure moratorium penalty prohibition quarantine quota
        requirement restriction sanction suspension tariff tax visa""",
    "TRUCE": "armistice cease-fire ceasefire cessation hostility truce",
    "TRUCE OR WITHDRAWAL": """
        amnesty armistice cease-fire ceasefire cessation pardon pullout release repatriation truce
        withdrawal""",
    "HOSTILITIES": """
        assault attack bombardment bombing campaign fighting fire hostilities hostility offensive operation
        raid shelling strike violence war""",
    "WEAPON": """
        airstrike arrow artillery barrage bomb bomber bullet car-bomb device drone explosive grenade gun
        gunfire gunman gunmen gunship ied mine missile mortar rifle rocket shell shot shrapnel sniper
        torpedo warplane""",
    "ARMS": "arm arms arsenal gun rifle stockpile weapon weaponry",
    "CAPTIVE": """
        activist aid-worker blogger boat boy captive child christian citizen cleric convict crew critic
        demonstrator detainee diplomat dissident dozen employee fighter figure girl hostage hundred inmate
        journalist lawyer leader man member militant minister national officer opponent pastor peacekeeper
        people person pilot policeman politician president priest prisoner protester rebel refugee reporter
        sailor ship soldier student suspect tanker teenager thousand tourist vessel woman worker""",
    "PROPERTY": """
        antiquity art artefact artifact asset bible body book bronze collection fossil fund gold item land
        mandate manuscript object painting pendant portrait property relic remain remains sculpture skull
        statue territory treasure""",
    "REQUEST": """
        appeal bid call condition demand invitation offer petition plea proposal request term ultimatum""",
    "MEETING": """
        call conference consultation conversation dialogue discussion gathering mediation meeting
        negotiation parley session summit talk tour trip visit""",
    "PROTEST": """
        blockade boycott campaign demonstration hunger-strike march picket protest rally sit-in strike
        walkout""",
    "AID": """
        aid ambulance ammunition arm arms assistance asylum bailout billion blanket cash citizenship
        compensation contribution credit doctor dollar donation donor equipment euro expertise finance
        financing food fuel fund funding gift grant guarantee help loan mask medic medication medicine
        million money munition package refuge relief rescuer sanctuary scholarship shelter subsidy supply
        support tent ton tonne training vaccine ventilator water weapon weaponry""",
    "AID OR TIES": """
        accord agreement aid alliance ambulance ammunition arm arms assistance asylum bailout billion
        blanket call cash citizenship co-operation compensation conference consultation contract
        contribution conversation cooperation credit deal delivery dialogue discussion doctor dollar
        donation donor effort equipment euro exchange expertise export finance financing flight food fuel
        fund funding gathering gift grant guarantee help import investment link loan mask mediation medic
        medication medicine meeting membership million mission money munition negotiation package pact
        parley participation partnership payment recognition refuge relation relief rescuer sale sanctuary
        scholarship service session shelter shipment subsidy summit supply support talk tent tie ton tonne
        tour trade training treatment treaty trip vaccine ventilator visa visit water weapon weaponry""",
    "TIES": "contact diplomacy link relation relationship tie",
    "ACCORD": """
        accord agreement charter compromise contract convention deal declaration memorandum pact partnership
        protocol settlement treaty""",
    "ACCORD OR PROPOSAL": """
        accord agreement bid bill convention deal decision legislation nomination offer pact plan proposal
        referendum reform request resolution result ruling treaty verdict""",
    "SOLIDARITY": """
        admiration appreciation approval backing condolence confidence congratulation gratitude praise
        commitment satisfaction solidarity support sympathy""",
    "HONOUR": "award decoration degree honor honour medal order prize",
    "DIPLOMAT": """
        affaires ambassador attache attaché charge chargé consul counsellor d'affaires diplomat d’affaires
        envoy nuncio representative""",
    "EXPELLED GROUP": """
        agency ambassador attache attaché consul delegation diplomat embassy envoy inspector journalist
        member mission monitor ngo observer official organisation organization peacekeeper staff worker""",
    "EMBASSY": "consulate embassy legation",
    "LAWSUIT": """
        action appeal case charge claim complaint indictment lawsuit motion petition proceeding suit""",
    "ACCUSATION": """
        accusation allegation assertion charge claim comment complaint concern criticism idea notion report
        rumor rumour suggestion""",
    "ENTRY": """
        access accreditation asylum bail entrance entry licence license parole passage permission permit
        request right service visa""",
    "PERMISSION": """
        access amnesty approval authorisation authorization autonomy bail citizenship clemency concession
        consent extension immunity independence injunction leave license mandate order pardon parole
        permission permit relief reprieve request right visa waiver""",
    "ACCESS": """
        access aid convoy delegation delivery entry evacuation flight humanitarian import inspector
        investigator journalist mission monitor observer passage peacekeeper protest rally refugee team
        visit worker""",
    "MEDIA": """
        broadcaster channel facebook internet magazine media network newspaper outlet paper publication
        radio service site station television tv twitter website""",
    "BORDER": """
        airport airspace border bridge checkpoint church crossing embassy highway mosque office port road
        school university""",
    "ROAD": """
        access border bridge entrance highway line motorway port railway road route street track traffic""",
    "STREET": "street",
    "HOSTAGE": "captive hostage",
    "LOCALS": """
        driver farmer fisherman local nurse parent pensioner resident settler student teacher trader trucker
        villager youth""",
    "WORK": "job tool work",
    "LABOUR": """
        company crew doctor driver employee factory farmer general hunger job labor labour mine miner nurse
        pay pilot railway staff teacher transit trucker union wage wages walkout worker""",
    "AIR RAID": """
        aerial air airstrike artillery bomb bomber bombing cross-border drone gaza hamas israeli jet
        jihadist militant military missile nuclear pre-emptive precision precision-guided raid rebel
        rebel-held rocket strike target territory warplane weapon""",
    "FLAG": "effigy flag tire tyre",
    "BUILDING": """
        base bridge building bus camp car church crop embassy headquarters home hospital hotel house hut
        market mosque office police-station property restaurant school shop station store temple town truck
        vehicle village""",
    "TERRITORY": """
        airfield airport area base border building capital checkpoint church city complex compound country
        crossing dam district facility field headquarters highway hill hospital house island land mosque
        outpost peninsula port position positions post prison province region road station stronghold
        territory town village""",
    "LOOT": """
        ammunition arm arms asset boat cargo cash cocaine company computer contraband document drug
        equipment explosive farm file firearm fund good goods gun heroin land laptop licence license money
        passport phone property record ship shipment tanker tonne truck vehicle vessel weapon""",
    "PERSON TAKEN": """
        activist assailant attacker bandit bomber boss boy brigand burglar child commander couple deserter
        driver extremist fighter fugitive gangster girl gunman hijacker hostage insurgent journalist killer
        leader looter man mastermind member militant official people person pilot pirate prisoner raider rebel
        ringleader robber smuggler soldier spy student suspect teenager thief trafficker woman""",
    "ARMED BAND": """
        armed bandit brigand extremist fighter gang gangster gunman gunmen insurgent jihadist kidnapper masked
        militant militia pirate rebel robber separatist terrorist""",
    "FOUND DEAD": "body corpse dead gallows noose rope suicide",
    "THEY": "they we",
    "TOLL": "toll",
    "LEFT EARLY": """
        ceremony chamber conference debate dinner film hearing house interview job meeting negotiation
        parliament play room session speech summit talk""",
    "SANCTIONS": """
        ban curb duty embargo fine freeze limit measure penalty quota restriction sanction tariff toll""",
    "CURFEW": "curfew lockdown",
    "EMERGENCY": "emergency martial siege",
    "ALERT": "alert footing readiness standby",
    "MILITARY": "air army force live-fire military missile nato naval navy troop war",
    "JOINT": "bilateral combined joint multinational",
    "INTELLIGENCE": "data detail evidence expertise information intelligence technology",
    "REFUGEE": "asylum-seeker displaced evacuee immigrant migrant refugee seeker survivor",
    "ASYLUM": "asylum refuge sanctuary shelter",
    "PHONE": "conference conference-call phone telephone telephonic video",
    "RETALIATION": """
        action attack consequence force reprisal response retaliation retribution revenge sanction strike
        vengeance violence war""",
    "ULTIMATUM": "deadline",
    "CRIME": """
        abuse arson assault attack attempt battery bribery burglary charge conspiracy contempt corruption
        count crime criminal death drink-driving driving drunken dui dwi embezzlement espionage felony
        first-degree formally
        fraud genocide hijacking homicide incitement kidnapping kill killing laundering manslaughter
        misdemeanor murder offence offense perjury piracy plot possession rape rioting rob robbery
        second-degree sedition shoot shooting smuggle smuggling speeding stab steal terrorism theft
        trafficking treason""",
    "ACCIDENT": """
        accident avalanche bee blaze cancer capsize capsizing cholera collapse collision coronavirus
        covid-19 crash cyclone derailment disease drought earthquake ebola epidemic eruption fire flood
        flooding heat hurricane illness infection landslide lightning malaria mudslide outbreak overdose
        pandemic quake rain shark shipwreck snow stampede storm temblor tornado train tremor tsunami typhoon
        virus volcano wave wildfire wind wreck""",
    "PUBLISHED": """
        advisory album audio book carbon chemical console copy data detail device document draft dvd email
        emission energy estimate figure film finding findings fix footage fund game gas guideline hold
        hormone image information letter line list memo minute model movie name oil patch phone photo
        picture poll pollution pressure product radiation record recording report result series single
        software song soundtrack statement statistic study survey tape toxin trailer transcript update
        version video water""",
    "NEEDS": """
        challenge commitment condition cost criteria criterion deadline definition demand expectation goal
        need objective obligation opposition quota requirement resistance standard target test threshold""",
    "PRESS": "annual news party prayer pre-season press training",
    "FUGITIVES": """
        addiction blaze cancer case charge corruption crime depression disease disinformation drug election
        fire flame hunger illness increase inflation injury misinformation norm pandemic poverty preference
        principle racism rise spread surge terrorism value view virus wildfire""",
    "BLOODSHED": """
        army arrest beat blood bloody bomb bullet bury charge dead death deadly detain die fatally fighter
        gun gunman hospital hospitalise hospitalize injure injury jail kill knife machete militant militia
        murder police protester punch rebel rifle riot rock scuffle shoot soldier stab stone
        supporter suspect tear-gas troop victim weapon wound""",
    "OFFICE": """
        adviser advisor aide ambassador attorney board boss cabinet captain ceo chairman chief coach
        commander deputy director doctor editor employee executive general government governor head judge
        leader manager mayor minister officer official player policeman premier president prosecutor
        secretary spokesman staff teacher worker""",
    "BOMB": """
        attack attacker blast bomb bomber bombing car-bomb detonate device explosive grenade gunman ied
        improvised insurgency insurgent isis militant mine missile responsibility roadside rocket shrapnel
        suicide taliban terror terrorist""",
    "GUILT": "guilty liable",
    "FIRE": "ablaze alight fire",
    "OF SUITS": """
        antitrust breach civil class class-action contract copyright court defamation discrimination federal
        fraud harassment law libel negligence patent slander""",
    "FIRED": "bullet cannon flare gas grenade gun pellet rifle round salvo shot volley weapon",
    "GUN POLICY": "arrest control law lobby owner ownership right sale seizure violence",
    "NOT STAGED": """
        administration agency aide ambassador anger attack attention campaign criticism effort fire
        government investigation money operation question traffic troop""",
    "GUNFIRE": """
        army artillery automatic covering enemy exchange friendly gun hostile machine mortar rebel return
        rifle rocket shell sniper tank""",
    "HAND WEAPON": """
        axe firearm gun handgun knife machete pistol revolver rifle shotgun sword weapon""",
    "VIOLENT": "bloody chaotic deadly ugly violent",
    "VIOLENCE": "battle clash conflict fighting hostility riot skirmish unrest violence war",
    "WINDOW": "door glass storefront window windscreen windshield",
    "TARGETED": """
        child civilian crowd family gang group journalist man member migrant minority mosque officer people
        policeman protester resident soldier student tourist villager woman worker worshipper""",
    "TOLD": """
        advice alternative analysis apology argument assessment assurance blow chance clue communique
        comment condolence criticism critique decree defence defense directive edict example explanation
        glimpse hint hope idea incentive insight interpretation message opinion order outlook perspective
        praise prayer preview rationale rebuttal report reprimand response ruling solution speech spin
        statement suggestion summon support theory verdict version view vision warning warrant word""",
    "NO CONTEST": """
        access acclaim admirer applause attention balance ballot boo chance cheer citizenship coherence
        comparison conclusion consciousness contrast control coverage criticism doubt friend grip ground hope
        inspiration interest job life line money one opportunity patience part power praise role shadow sight
        sleep status sympathy temper time touch trust way weight""",
    "POLITICAL": """
        base community consumer constituency donor electorate follower investor opposition party public
        resource supporter volunteer voter""",
    "MASS": "mass",
    "NOT FOUND": """
        comfort common favor favour ground herself himself itself myself reason support themselves time
        voice way yourself""",
    "PAID IN KIND": "attention compliment court heed homage lip price respect tribute visit",
    "FLUID": """
        acid ammonia chemical chlorine coolant diesel fuel gas gasoline helium hydrogen leakage liquid methane
        oil petrol pipe pipeline plant radiation reactor refinery roof sewage tank tanker valve water""",
    "NAMING": "announce introduce name present unveil",
    "BROADCAST": """
        broadcast cable comedy episode game host late-night morning network news nightly podcast quiz radio
        reality season sunday talk television trade tv variety""",
    "NO COUP": "bureaucratic marketing media publicity ratings silent slow-motion soft",
    "NOMINEE": "appointee appointment candidate nomination nominee pick successor",
    "PLAYER": """
        agent batsman catcher centre coach defender forward goalkeeper infielder keeper midfielder outfielder
        pitcher player quarterback receiver striker winger""",
    "PLAYED ALONE": "app arcade blame board card computer console gamer gaming mobile online video zero-sum",
    "SCORE": "bout game match record score series",
    "ETHNIC": """
        age class color colour creed ethnic ethnicity gender human identity minority nationality origin racial
        racism religion sex sexuality white""",
    "VEHICLE": """
        ambulance bike bus cab car coach convoy jeep lorry minibus motorbike motorcycle pickup suv tank taxi
        tractor trailer truck van vehicle""",
    "OPINION": """
        approval approve disapprove margin opinion percent percentage pollster rating respondent survey
        surveyed""",
    "ONLINE": "facebook instagram online post telegram tweet twitter",
    "ARMED": """
        army artillery assailant attacker battle bullet force fighter guard gun gunfire gunman gunmen
        insurgent militant military militia missile mortar officer pistol police rebel rifle rocket round
        shell shot sniper soldier suspect tank taliban troop trooper warship weapon""",
    "RULING": "ban conviction court decision fine judge judgment order ruling sentence suspension verdict",
    "PLOT": """
        assassination assault attack attempt bankruptcy bloodshed bombing catastrophe collapse coup crime
        crisis default disaster escape famine heist hijacking infiltration invasion kidnapping kill
        massacre murder piracy plot raid robbery sabotage shooting smuggling terrorism theft trafficking
        violence war""",
    "SPENT": "afternoon day decade evening hour lifetime minute month morning night time week weekend year",
    "NO POST": "bill coverage doubt healthcare law measure medicare obamacare plan rule shadow system",
    "PLAN": """
        agreement amendment bill deal law legislation measure merger motion plan project proposal reform
        regulation rule vote""",
    "BALLOT": "ballot vote",
    "APPOINTMENT": "date deadline",
    "LAW": "act bill decree directive law legislation order ordinance petition resolution sign",
    "MONEY": "billion capital cash crore dollar euro fund million money pound",
    "LIFE": "life",
    "POLICE": "anti-drug customs detective fbi investigator officer police policeman prosecutor tax",
    "REGRET": "apologies apology regret remorse sorrow",
    "POLICY": """
        ban bill course decision law order plan policy position proposal rule ruling stance verdict""",
    "TRAINEES": "army cadet force guard officer pilot police policeman recruit soldier troop unit",
    "COMMERCE": "cooperation exchange export flight import investment shipment trade",
    "EVIDENCE": "detail evidence explanation information insight statement testimony update",
    "CUSTODY": "arrest bail captivity custody detention hospital jail parole prison",
    "REPARATION": "compensation damage reparation restitution survivor victim",
    "SIEGE": "blockade occupation siege standoff",
    "CALLED FOR": """
        action apprehend boycott calm ceasefire dialogue election end help inquiry investigation justice
        launch negotiation peace probe protest reform release resignation restraint sanction stop strike
        support talk truce unity withdrawal""",
    "COURT": "conviction court judge lawyer ruling sentence tribunal verdict",
    "VERBAL": """
        ad-hominem blistering extraordinary fierce partisan personal political rhetorical scathing smear
        stinging twitter unfair verbal""",
    "REACH": "agree conclude reach secure strike",
    "PROPOSED": """
        appeal application bid call case challenge complaint conviction decision demand election lawsuit
        motion offer order petition plea proposal protest request result verdict vote""",
    "WARNING": "warning",
    "HUNGER": "hunger",
    "STRIKERS": """
        doctor driver employee laborer labourer miner nurse pay sit-in strike teacher union wage worker""",
    "SPORT": """
        album ball belt bout champion championship coach cricket crown cup film game goal goalkeeper index
        investor league market match movie nba nfl penalty point record ryder scene season share shot stock
        striker team tennis title yankees""",
    "PROTESTERS": """
        activist against crowd demand demonstrator hundred parade people protester student supporter teacher
        thousand worker""",
    "BODY": """
        accord agreement alliance bloc coalition commission convention council deal eu nato negotiation
        organisation organization pact talk treaty union""",
    "MISSILE": "ballistic bomb icbm missile nuclear rocket torpedo warhead weapon",
    "HELD": """
        attention audience briefing bronze camera ceremony championship conference consultation crown
        dialogue discussion election exercise footage gold hearing image imagination market medal meeting
        moment mood negotiation press race rally seat session share spirit summit talk title video vigil
        vote win""",
    "NOT OCCUPIED": """
        bed chair himself herself itself mind office place position seat space table themselves throne time
        white""",
    "NOT KILLED": """
        agreement atmosphere contract deal debate document idea law mandate maneuver manoeuvre mind order
        philosophy plan policy politics power programme program relation search strategy task trade warrant
        well will""",
    "PLACEHOLDER": """
        action advantage bank business care chairmanship charge coach company duties duty firm helm job
        leadership manager office ownership part place position post presidency reins role seat side stake
        step time""",
    "CYBER": "computer cyber hacker internet online phishing ransomware",
    "SHIELD": "shield",
    "DRONE": "drone unmanned",
    "SUICIDE": "suicide",
    "TARGET": """
        airfield airport base building camp city compound convoy depot facility fighter force group home
        house militant militia position rebel school site soldier stronghold target terrorist town troop
        village village-held""",
    "NOT VIOLENT": """
        ad advertising anxiety asthma campaign charm cyber heart legal marketing panic personal scathing
        shark twitter verbal word""",
    "ENEMY": """
        army battle enemy fighter force gang group guerrilla gunman insurgent jihadist militant militia
        pirate police protester rebel separatist soldier state taliban troop war""",
    "COMBAT": "bloody fierce gun heavy pitched running street",
    "SOVEREIGNTY": """
        authority council election government independence leadership republic sovereignty state statehood""",
    "POSED": "constitute counter face pose present remain represent",
    "POST": "charge helm job office post power reins role",
    "POWER": "control government power",
    "PEACEMAKING": "mediation peacemaking reconciliation",
    "ARREST": "arrest",
    "FREE": "free",
    "GAINS": """
        call calm electricity favor favour fire gun order power profit relation serve service tie verdict
        yield""",
    "CHORD": "balance bargain chord deal note out pose road roadblock snag target tone",
    "ILL": "asthma cardiac heart kidney liver lung organ panic respiratory",
    "TIME SERVED": "jail prison probation sentence term time",
    "DRUNK": "dangerous drunk drunken impaired reckless",
    "LISTED": "list reserve waiver",
    "OF RECORDS": "break hold national olympic own scoring set shatter smash tie world",
    "BANKRUPT": "administration bankruptcy patent protection",
    "CHARGE": "battery fee overseeing responsibility task",
    "VICTIM": """
        activist boy cameraman child civilian demonstrator detainee driver girl girlfriend guard her him
        husband inmate journalist man me migrant neighbor neighbour officer passenger pedestrian people
        photographer policeman prisoner protester reporter soldier student teacher them us victim villager
        wife woman worker""",
    "DISASTER": """
        avalanche cyclone earthquake eruption flood flooding heatwave hurricane landslide mudslide quake
        rain storm temblor tornado tsunami typhoon volcano""",
    "NO REFUSAL": """
        % comment disclose elaborate per percent percentage point say sharply slightly steadily""",
    "COMMENT": "comment information",
    "OFFICIAL": """
        ambassador chancellor counterpart delegation envoy king leader minister negotiator official premier
        president rebel secretary""",
    "NO PRICE": "answer comment disclose elaborate number price say temperature toll",
    "LEFT BEHIND": """
        alone behind choice critical dead empty homeless hurt impression income injured intact mark message
        missing open paralyzed room scar shut stranded task tax trace unconscious wounded""",
    "FESTIVE": """
        anniversary annual birthday charity christmas cocktail company costume dance dinner engagement
        farewell halloween holiday house office staff tea wedding""",
    "THROWN": "acid bottle brick egg firebomb firework grenade molotov petrol rock shoe stone",
}  # fmt: skip


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


CLASSES: dict[str, frozenset[str]] = {name: words(text) for name, text in _CLASSES.items()}
