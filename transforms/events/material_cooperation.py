"""Frames of PLOVER's material cooperation: COOPERATE, AID, RETREAT.

Our own table, made as verbal_cooperation.py is.
"""

from transforms.events.frames import Frame

COOPERATE = (
    Frame("cooperates", "COOPERATE", None, "cooperate co-operate collaborate", "cooperation co-operation",
          "Ghana cooperated with Togo."),
    Frame("shares intelligence", "COOPERATE", None, "share exchange", "",
          "Berlin shared evidence with Rome.", needs="INTELLIGENCE"),
    Frame("extradites", "COOPERATE", None, "extradite", "extradition", "Peru extradited him to Chile."),
    Frame("joint exercise", "COOPERATE", None, "", "exercise maneuver manoeuvre drill patrol game operation",
          "The two navies held joint exercises.", needs="JOINT"),
    Frame("joint manoeuvre", "COOPERATE", None, "", "wargame", "The wargames began."),
    Frame("trains forces", "COOPERATE", None, "train", "", "Britain trains Ukrainian pilots.",
          needs="TRAINEES"),
    Frame("trades", "COOPERATE", None, "resume expand boost", "", "Iran and Iraq resumed trade.",
          needs="COMMERCE"),
)  # fmt: skip

AID = (
    Frame("peacekeepers go", "AID", None, "deploy send dispatch arrive contribute", "deployment",
          "Nepal sent 200 peacekeepers to Mali.", needs="PEACEKEEPERS"),
    Frame("grants asylum", "AID", None, "grant give offer", "", "Ecuador granted him asylum.",
          needs="ASYLUM"),
    Frame("takes refugees", "AID", None, "accept admit shelter resettle take+in house", "",
          "Canada accepted 500 refugees.", needs="REFUGEE"),
    Frame("gives aid", "AID", None,
          "provide give send deliver supply contribute extend ship distribute lend award hand+over "
          "channel allocate disburse inject approve release airlift fly announce", "provision delivery",
          "Norway provided food to Somalia.", needs="AID", unless="EVIDENCE"),
    Frame("donates", "AID", None, "donate airlift lend finance bankroll subsidize subsidise",
          "donation bailout donor", "Kuwait donated tents."),
    Frame("rescues", "AID", None, "rescue", "rescue", "The coast guard rescued 40 migrants."),
    Frame("evacuates", "AID", None, "evacuate airlift", "evacuation", "The navy evacuated the islanders."),
    Frame("aids", "AID", None, "aid assist", "", "Troops assisted the flood victims."),
)  # fmt: skip

RETREAT = (
    Frame("frees", "RETREAT", "release", "free let+go repatriate", "repatriation",
          "The kidnappers freed two sailors."),
    Frame("releases", "RETREAT", "release", "release discharge", "", "The rebels released two guards.",
          needs="OBJECT", unless="PUBLISHED"),
    Frame("lets free", "RETREAT", "release", "let", "", "Yemen let free two poets.", needs="FREE"),
    Frame("release of captives", "RETREAT", "release", "", "release",
          "The release of the hostages pleased him.", needs="CAPTIVE", unless="PUBLISHED"),
    Frame("release of a person", "RETREAT", "release", "", "release", "Her release was welcome.",
          needs="PERSON", unless="PUBLISHED"),
    Frame("is released from custody", "RETREAT", "release", "release", "", "He was released on bail.",
          needs="CUSTODY", unless="PUBLISHED"),
    Frame("pays reparations", "RETREAT", None, "pay compensate", "reparation",
          "The firm paid compensation to the survivors.", needs="REPARATION"),
    Frame("returns property", "RETREAT", None, "return hand+back give+back", "",
          "The museum returned the statue to Benin.", needs="OBJECT", unless="GAINS"),
    Frame("restores property", "RETREAT", None, "restore", "", "The king restored the land to the monks.",
          needs="PROPERTY"),
    Frame("return of property", "RETREAT", None, "", "return restitution",
          "The return of the statue was hailed.", needs="PROPERTY"),
    Frame("withdraws forces", "RETREAT", "withdraw",
          "withdraw pull pull+out pull+back evacuate remove recall", "withdrawal pullout pullback",
          "Syria withdrew its troops from Lebanon.", needs="TROOPS"),
    Frame("forces withdraw", "RETREAT", "withdraw", "withdraw pull+out pull+back leave", "",
          "The soldiers withdrew from the valley.", subjects="TROOPS"),
    Frame("retreats", "RETREAT", "withdraw", "retreat", "retreat", "The rebels retreated to the hills."),
    Frame("lifts a blockade", "RETREAT", "withdraw", "end break lift", "", "The army ended the siege.",
          needs="SIEGE", takes=True),
    Frame("surrenders", "RETREAT", "disarm", "surrender turn+in", "surrender",
          "Thirty fighters surrendered to the army."),
    Frame("disarms", "RETREAT", "disarm", "disarm demobilize demobilise decommission",
          "disarmament demobilization demobilisation", "The militia disarmed."),
    Frame("lays down arms", "RETREAT", "disarm", "lay+down lay give+up hand+over", "",
          "The rebels laid down their arms.", needs="ARMS"),
    Frame("stops fighting", "RETREAT", "ceasefire", "cease stop halt suspend end", "cessation",
          "The army ceased its operations in Homs.", needs="HOSTILITIES", takes=True),
    Frame("keeps a truce", "RETREAT", "ceasefire", "begin start take come go hold enter", "",
          "A ceasefire took effect at dawn.", subjects="TRUCE", takes=True),
    Frame("observes a truce", "RETREAT", "ceasefire", "observe implement enforce respect extend renew", "",
          "Both armies observed the truce.", needs="TRUCE"),
    Frame("resigns", "RETREAT", "resign", "resign abdicate step+down quit step+aside",
          "resignation abdication", "The prime minister resigned."),
    Frame("cedes", "RETREAT", "withdraw", "cede relinquish vacate", "", "Colombia ceded the islands."),
)  # fmt: skip

MATERIAL_COOPERATION = (*COOPERATE, *AID, *RETREAT)
