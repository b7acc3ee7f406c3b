"""Frames of PLOVER's cooperative types: AGREE, CONSULT, SUPPORT, CONCEDE; COOPERATE, AID, RETREAT.

Our own table, after the definitions of PLOVER's manual (its sections of the same names) and, where
that is silent, of CAMEO's codes as PLOVER maps them (CAMEO2PLOVER-2021). Of several frames of one word
the first that fits holds.
"""

from transforms.events.frames import Frame

AGREE = (
    Frame("offers talks", "AGREE", None, "", "readiness willingness", "Tehran signalled its readiness to cooperate.", takes=True),
    Frame("agrees", "AGREE", None, "agree consent", "", "Mali agreed to release the prisoners.", unless="ACCORD", takes=True),
    Frame("promises", "AGREE", None, "promise pledge vow undertake volunteer swear commit", "",
          "Norway promised to send food to Sudan.", needs="CLAUSE", takes=True),
    Frame("promises a thing", "AGREE", None, "promise pledge", "pledge", "Japan pledged $50 million to Kenya."),
    Frame("offers", "AGREE", None, "offer", "", "Turkey offered to mediate.", needs="CLAUSE", takes=True),
    Frame("offers a thing", "AGREE", None, "offer", "", "France offered help to the islanders.", needs="AID"),
    Frame("assures", "AGREE", None, "assure", "assurance", "Kabul assured Pakistan it will find the culprits.", takes=True),
    Frame("is willing", "AGREE", None, "willing/a ready/a prepared/a committed/a", "", "Chad is willing to withdraw its troops.",
          needs="CLAUSE", takes=True),
    Frame("invites", "AGREE", None, "invite", "invitation", "Russia invited the king to Moscow.", unless="PRESS"),
    Frame("accepts a proposal", "AGREE", None, "accept", "acceptance", "The rebels accepted the peace plan.",
          needs="ACCORD OR PROPOSAL", takes=True),
)  # fmt: skip

CONSULT = (
    Frame("meets", "CONSULT", None, "meet", "", "The president met the German chancellor.", unless="NEEDS"),
    Frame("speaks by phone", "CONSULT", "phone", "phone telephone", "", "The minister phoned his Polish counterpart."),
    Frame("phone call", "CONSULT", "phone", "", "call conversation conference talk", "He spoke of it in a phone call with Lavrov.",
          needs="PHONE"),
    Frame("visits", "CONSULT", "visit", "visit tour", "", "The pope visited Baghdad on Friday."),
    Frame("hosts", "CONSULT", "visit", "host receive welcome greet", "", "The king hosted Prime Minister Modi.", needs="PERSON"),
    Frame("hosts a meeting", "CONSULT", None, "host chair convene", "", "Geneva hosted the talks.", needs="MEETING"),
    Frame("confers", "CONSULT", None, "confer consult negotiate mediate parley", "", "The two sides negotiated in Doha."),
    Frame("discusses", "CONSULT", None, "discuss", "", "Macron discussed the war with Scholz."),
    Frame("speaks to", "CONSULT", None, "speak+with talk+with talk+to", "", "The envoy talked to the rebels.", needs="ACTOR"),
    Frame("holds talks", "CONSULT", None, "", "meeting summit negotiation consultation dialogue mediation parley",
          "Iran held a meeting with Oman.", unless="PRESS"),
    Frame("talks", "CONSULT", None, "", "talk discussion", "The talks in Geneva ended.", unless="PRESS"),
    Frame("visit", "CONSULT", "visit", "", "visit", "Her visit to Tokyo began on Monday."),
)  # fmt: skip

SUPPORT = (
    Frame("signs an accord", "SUPPORT", None, "sign ratify finalize finalise conclude reach strike clinch seal broker ink forge negotiate",
          "", "Peru and Chile signed a trade agreement.", needs="ACCORD"),
    Frame("agrees an accord", "SUPPORT", None, "agree agree+on", "", "The ministers agreed a treaty.", needs="ACCORD"),
    Frame("promises support", "SUPPORT", None, "express voice declare pledge offer promise reiterate reaffirm extend convey show",
          "", "Canada expressed its solidarity with the victims.", needs="SOLIDARITY"),
    Frame("praises", "SUPPORT", None, "praise commend applaud hail laud congratulate endorse salute thank", "praise endorsement",
          "The UN praised Jordan for its efforts."),
    Frame("welcomes", "SUPPORT", None, "welcome", "", "The EU welcomed the court's decision."),
    Frame("backs", "SUPPORT", None, "support back champion uphold", "", "Berlin backs the French proposal."),
    Frame("defends verbally", "SUPPORT", None, "defend", "", "The minister defended the decision to close the port."),
    Frame("recognizes", "SUPPORT", None, "recognize recognise", "recognition", "Spain recognised the new government.",
          needs="ACTOR"),
    Frame("recognizes a government", "SUPPORT", None, "recognize recognise", "", "Ghana recognised its independence.",
          needs="TERRITORY"),
    Frame("opens relations", "SUPPORT", None, "establish restore resume normalize normalise open improve strengthen renew expand deepen",
          "normalization normalisation", "Cuba and Kenya established diplomatic relations.", needs="TIES"),
    Frame("approves", "SUPPORT", None, "approve adopt", "", "Parliament approved the treaty.", needs="ACCORD OR PROPOSAL"),
    Frame("honours", "SUPPORT", None, "award confer present decorate", "", "Kosovo awarded a medal to the general.", needs="HONOUR"),
    Frame("forgives", "SUPPORT", None, "forgive", "forgiveness", "The bishop forgave his attacker."),
)  # fmt: skip

CONCEDE = (
    Frame("apologizes", "CONCEDE", None, "apologize apologise", "apology", "The general apologised for the deaths."),
    Frame("regrets", "CONCEDE", None, "express voice", "", "Ottawa expressed regret for the raid.", needs="REGRET"),
    Frame("pardons", "CONCEDE", None, "pardon amnesty", "pardon amnesty clemency", "The king pardoned 40 prisoners."),
    Frame("declares a truce or withdrawal", "CONCEDE", None, "announce declare proclaim offer", "",
          "The rebels announced a ceasefire.", needs="TRUCE OR WITHDRAWAL", takes=True),
    Frame("eases restrictions", "CONCEDE", None,
          "ease lift relax loosen remove repeal revoke rescind scrap waive abolish roll+back cut reduce unblock lower overturn end",
          "lifting easing relaxation repeal", "Kenya lifted the curfew in Garissa.", needs="RESTRICTION"),
    Frame("suspends a protest", "CONCEDE", None, "call+off suspend end halt abandon postpone", "",
          "The miners called off their strike.", needs="PROTEST", takes=True),
    Frame("gives in", "CONCEDE", None, "concede relent capitulate accede acquiesce back+down give+in cave+in back+off bow", "",
          "The government conceded to the drivers' demands.", takes=True),
    Frame("accepts a demand", "CONCEDE", None, "accept meet grant heed fulfil fulfill satisfy", "",
          "The board accepted the strikers' demands.", needs="REQUEST", takes=True),
    Frame("grants", "CONCEDE", None, "grant give issue", "", "The court granted him bail.", needs="PERMISSION"),
    Frame("allows", "CONCEDE", None, "allow permit let authorize authorise", "", "Sudan allowed aid into Darfur.", needs="ACCESS"),
    Frame("opens borders", "CONCEDE", None, "open reopen re-open", "", "Jordan reopened its borders to refugees.", needs="BORDER"),
    Frame("reverses a decision", "CONCEDE", None, "reverse abandon scrap drop shelve withdraw reconsider", "reversal",
          "The minister reversed the decision.", needs="POLICY"),
    Frame("drops a case", "CONCEDE", None, "drop withdraw dismiss", "", "Prosecutors dropped the charges.", needs="LAWSUIT"),
    Frame("reinstates", "CONCEDE", None, "reinstate rehabilitate re-appoint", "reinstatement", "The governor reinstated him."),
    Frame("clears", "CONCEDE", None, "acquit exonerate", "acquittal exoneration", "The jury acquitted the banker."),
)  # fmt: skip

COOPERATE = (
    Frame("cooperates", "COOPERATE", None, "cooperate co-operate collaborate", "cooperation co-operation", "Ghana cooperated with Togo."),
    Frame("shares intelligence", "COOPERATE", None, "share exchange", "", "Berlin shared evidence with Rome.", needs="INTELLIGENCE"),
    Frame("extradites", "COOPERATE", None, "extradite", "extradition", "Peru extradited him to Chile."),
    Frame("joint exercise", "COOPERATE", None, "", "exercise maneuver manoeuvre drill patrol game operation",
          "The two navies held joint exercises.", needs="JOINT"),
    Frame("joint manoeuvre", "COOPERATE", None, "", "wargame", "The wargames began."),
    Frame("trains forces", "COOPERATE", None, "train", "", "Britain trains Ukrainian pilots.", needs="TRAINEES"),
    Frame("trades", "COOPERATE", None, "resume expand boost", "", "Iran and Iraq resumed trade.", needs="COMMERCE"),
)  # fmt: skip

AID = (
    Frame("peacekeepers go", "AID", None, "deploy send dispatch arrive contribute", "deployment", "Nepal sent 200 peacekeepers to Mali.",
          needs="PEACEKEEPERS"),
    Frame("grants asylum", "AID", None, "grant give offer", "", "Ecuador granted him asylum.", needs="ASYLUM"),
    Frame("takes refugees", "AID", None, "accept admit shelter resettle take+in house", "", "Canada accepted 500 refugees.",
          needs="REFUGEE"),
    Frame("gives aid", "AID", None,
          "provide give send deliver supply contribute extend ship distribute lend award hand+over channel allocate disburse inject "
          "approve release airlift fly announce", "provision delivery", "Norway provided food to Somalia.", needs="AID",
          unless="EVIDENCE"),
    Frame("donates", "AID", None, "donate airlift lend finance bankroll subsidize subsidise", "donation bailout donor", "Kuwait donated tents."),
    Frame("rescues", "AID", None, "rescue", "rescue", "The coast guard rescued 40 migrants."),
    Frame("evacuates", "AID", None, "evacuate airlift", "evacuation", "The navy evacuated the islanders."),
    Frame("aids", "AID", None, "aid assist", "", "Troops assisted the flood victims."),
)  # fmt: skip

RETREAT = (
    Frame("frees", "RETREAT", "release", "free let+go repatriate", "repatriation", "The kidnappers freed two sailors."),
    Frame("releases captives", "RETREAT", "release", "release discharge let+free", "release", "Iran released the journalist.",
          needs="CAPTIVE", unless="PUBLISHED"),
    Frame("releases a person", "RETREAT", "release", "release", "release", "Egypt released her on Sunday.", needs="PERSON",
          unless="PUBLISHED"),
    Frame("is released from custody", "RETREAT", "release", "release", "", "He was released on bail.", needs="CUSTODY",
          unless="PUBLISHED"),
    Frame("pays reparations", "RETREAT", None, "pay compensate", "reparation", "The firm paid compensation to the survivors.",
          needs="REPARATION"),
    Frame("returns property", "RETREAT", None, "return restore hand+back give+back", "return restitution",
          "The museum returned the statue to Benin.", needs="PROPERTY"),
    Frame("withdraws forces", "RETREAT", "withdraw", "withdraw pull pull+out pull+back evacuate remove recall", "withdrawal pullout pullback",
          "Syria withdrew its troops from Lebanon.", needs="TROOPS"),
    Frame("forces withdraw", "RETREAT", "withdraw", "withdraw pull+out pull+back leave", "",
          "The soldiers withdrew from the valley.", subjects="TROOPS"),
    Frame("retreats", "RETREAT", "withdraw", "retreat", "retreat", "The rebels retreated to the hills."),
    Frame("lifts a blockade", "RETREAT", "withdraw", "end break", "", "The army ended the siege.", needs="SIEGE"),
    Frame("surrenders", "RETREAT", "disarm", "surrender turn+in", "surrender", "Thirty fighters surrendered to the army."),
    Frame("disarms", "RETREAT", "disarm", "disarm demobilize demobilise decommission", "disarmament demobilization demobilisation",
          "The militia disarmed."),
    Frame("lays down arms", "RETREAT", "disarm", "lay+down lay give+up hand+over", "", "The rebels laid down their arms.", needs="ARMS"),
    Frame("stops fighting", "RETREAT", "ceasefire", "cease stop halt suspend end", "cessation", "The army ceased its operations in Homs.",
          needs="HOSTILITIES", takes=True),
    Frame("keeps a truce", "RETREAT", "ceasefire", "begin start take come go hold enter", "", "A ceasefire took effect at dawn.",
          subjects="TRUCE", takes=True),
    Frame("observes a truce", "RETREAT", "ceasefire", "observe implement enforce respect extend renew", "",
          "Both armies observed the truce.", needs="TRUCE"),
    Frame("resigns", "RETREAT", "resign", "resign abdicate step+down quit step+aside", "resignation abdication", "The prime minister resigned."),
    Frame("cedes", "RETREAT", "withdraw", "cede relinquish vacate", "", "Colombia ceded the islands."),
)  # fmt: skip

COOPERATION = (*AGREE, *CONSULT, *SUPPORT, *CONCEDE, *COOPERATE, *AID, *RETREAT)
