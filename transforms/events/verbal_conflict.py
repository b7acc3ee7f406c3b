"""Frames of PLOVER's verbal conflict: REQUEST, ACCUSE, REJECT, THREATEN.

Our own table, made as verbal_cooperation.py is.
"""

from transforms.events.frames import Frame

REQUEST = (
    Frame("seeks refuge", "REQUEST", "assist", "seek request claim", "", "Thousands sought refuge in Chad.",
          needs="ASYLUM"),
    Frame("demands", "REQUEST", None, "demand", "demand",
          "Opposition leaders demanded the release of the mayor.", takes=True),
    Frame("calls for", "REQUEST", None, "call+for call+on call+upon", "", "Brazil called for a ceasefire.",
          takes=True),
    Frame("call", "REQUEST", None, "", "call", "The bishop repeated his call for talks.", needs="CALLED FOR",
          takes=True),
    Frame("appeals", "REQUEST", None, "appeal+for appeal+to plead+for petition beg implore", "appeal plea",
          "The mayor appealed to residents to stay calm.", unless="COURT", takes=True),
    Frame("pleads", "REQUEST", None, "plead plead+for", "", "The mayor pleaded for calm.", unless="GUILT",
          takes=True),
    Frame("urges", "REQUEST", None, "urge exhort press pressure", "",
          "Egypt urged Israel to stop the offensive.", takes=True),
    Frame("says it must", "REQUEST", None, "must/m", "", "Rome said that Libya must free the crew.",
          needs="SAID", takes=True),
    Frame("asks", "REQUEST", None, "ask order instruct", "", "The mayor asked the army to help.",
          needs="CLAUSE", takes=True),
    Frame("requests", "REQUEST", None, "request", "request", "Haiti requested an emergency loan.",
          unless="COMMENT", takes=True),
    Frame("insists", "REQUEST", None, "insist+on", "", "Serbia insisted on new talks.", takes=True),
)  # fmt: skip

ACCUSE = (
    Frame("summons a diplomat", "ACCUSE", "disapprove", "summon call+in", "",
          "India summoned the Swiss ambassador.", needs="DIPLOMAT"),
    Frame("condemns", "ACCUSE", "disapprove",
          "condemn denounce criticize criticise slam decry deplore lambast lambaste blast rebuke censure "
          "castigate chide deride berate reprimand scold disparage vilify excoriate lament bemoan assail "
          "ridicule", "condemnation criticism denunciation rebuke outcry",
          "The Vatican condemned the bombing.", unless="ACCIDENT"),
    Frame("complains", "ACCUSE", "disapprove", "complain object", "complaint objection",
          "Hanoi complained about the new rule."),
    Frame("accuses", "ACCUSE", "allege", "accuse blame fault implicate", "accusation",
          "Kyiv accused Minsk of spying."),
    Frame("alleges", "ACCUSE", "allege", "allege", "allegation", "The party alleged that votes were bought."),
    Frame("charges", "ACCUSE", "allege", "charge", "charge", "She faces a murder charge.", needs="CRIME"),
    Frame("is charged with", "ACCUSE", "allege", "charge+with charge+in charge+over", "",
          "He was charged in the case.", unless="CHARGE"),
    Frame("charges a person", "ACCUSE", "allege", "charge", "", "Prosecutors have charged Smith.",
          needs="PERSON"),
    Frame("prosecutes", "ACCUSE", "allege", "indict prosecute arraign sue impeach",
          "indictment prosecution arraignment lawsuit impeachment trial",
          "A grand jury indicted the senator.", unless="PRESS"),
    Frame("suit", "ACCUSE", "allege", "", "suit", "She won a libel suit.", needs="OF SUITS"),
    Frame("goes to court", "ACCUSE", "allege", "file launch lodge bring initiate press submit", "",
          "The union filed a lawsuit against the bank.", needs="LAWSUIT"),
    Frame("investigates", "ACCUSE", "investigate", "investigate probe",
          "investigation inquiry probe enquiry audit", "Prosecutors investigated the banker."),
    Frame("attacks in words", "ACCUSE", "disapprove", "", "attack",
          "He launched a scathing attack on the budget.", needs="VERBAL"),
    Frame("attacks an idea", "ACCUSE", "disapprove", "attack assault", "attack assault onslaught",
          "The senator attacked the budget.", needs="IDEA"),
    Frame("interrogates", "ACCUSE", "investigate", "interrogate", "interrogation",
          "Agents interrogated the driver."),
    Frame("suspects", "ACCUSE", "allege", "suspect", "suspicion", "Police suspect him of arson.",
          needs="CRIME"),
    Frame("is under suspicion", "ACCUSE", "allege", "", "suspicion",
          "He was held on suspicion of robbing a bank.",
          needs="CLAUSE"),
)  # fmt: skip

REJECT = (
    Frame("fails to agree", "REJECT", None, "fail", "failure", "The parties failed to reach a deal.",
          needs="REACH", takes=True),
    Frame("refuses", "REJECT", None, "refuse decline", "refusal", "Japan refused to join the mission.",
          unless="NO REFUSAL", takes=True),
    Frame("rejects", "REJECT", None, "reject rebuff spurn rule+out turn+down repudiate", "rejection",
          "The senate rejected the bill.", takes=True),
    Frame("dismisses a charge", "REJECT", None, "dismiss refute rebut deny", "",
          "Moscow dismissed the allegations.", needs="ACCUSATION", takes=True),
    Frame("denies", "REJECT", None, "deny", "denial", "The mayor denied taking bribes.", needs="CLAUSE"),
    Frame("denies entry", "REJECT", None, "deny refuse", "denial", "Ukraine denied him entry.",
          needs="ENTRY", takes=True),
    Frame("dismisses a proposal", "REJECT", None, "dismiss quash overrule throw+out overturn", "",
          "The court quashed the appeal.", needs="PROPOSED", takes=True),
    Frame("kills a plan", "REJECT", None, "kill scuttle torpedo", "", "The senate killed the bill.",
          needs="PLAN"),
    Frame("kills an idea", "REJECT", None, "kill", "", "The senate killed the programme.", needs="IDEA"),
    Frame("vetoes", "REJECT", None, "veto oppose defy disobey renege resist", "veto",
          "Russia vetoed the resolution.", unless="ACCIDENT"),
    Frame("cancels an accord", "REJECT", None,
          "cancel scrap abandon violate break breach renege tear+up reject", "",
          "The general tore up the accord.", needs="ACCORD", unless="TRUCE"),
)  # fmt: skip

THREATEN = (
    Frame("threatens", "THREATEN", None, "threaten", "", "The rebels threatened to attack the port.",
          unless="ACCIDENT", takes=True),
    Frame("threat", "THREATEN", None, "", "threat", "The envoy repeated his threat to leave.",
          unless="POSED", takes=True),
    Frame("warns", "THREATEN", None, "warn", "", "Tehran warned of retaliation.", needs="RETALIATION",
          takes=True),
    Frame("vows revenge", "THREATEN", "violence", "vow swear promise pledge", "",
          "The militia vowed revenge.", needs="RETALIATION", takes=True),
    Frame("ultimatum", "THREATEN", None, "", "ultimatum", "The army issued an ultimatum to the rebels."),
    Frame("gives a deadline", "THREATEN", None, "give set issue impose", "",
          "The army gave the squatters a deadline.", needs="ULTIMATUM"),
    Frame("shows a weapon", "THREATEN", "violence", "point brandish aim draw pull wave train", "",
          "The robber pointed a gun at the clerk.", needs="HAND WEAPON", unless="GUN POLICY"),
    Frame("gives a warning", "THREATEN", None, "issue give", "", "Cairo issued a warning to Addis Ababa.",
          needs="WARNING"),
)  # fmt: skip

VERBAL_CONFLICT = (*REQUEST, *ACCUSE, *REJECT, *THREATEN)
