"""The words that stand for people and institutions without naming them: titles, roles, bodies."""

# Before a name and no part of it.
HONORIFICS = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "rev", "hon", "sen", "rep",
     "gov", "gen", "lt", "col", "maj", "capt", "sgt", "cmdr", "adm", "cpl", "pvt", "spc", "brig", "insp",
     "det", "sheikh", "sheik", "ayatollah", "mullah", "maulana", "mufti", "imam", "pope", "archbishop",
     "bishop", "cardinal", "rabbi", "father", "sister", "king", "queen", "prince", "princess", "emperor",
     "duke", "duchess", "sultan", "emir", "sepoy", "private", "corporal", "sergeant", "lieutenant",
     "captain", "major", "colonel", "brigadier", "general", "admiral", "commander", "marshal", "constable",
     "inspector", "detective", "superintendent", "judge", "justice", "professor", "doctor", "reverend",
     "congressman", "congresswoman", "madam", "rear", "vice"]
)  # fmt: skip

# A person's role, in the singular. Spokesman and spokeswoman fold to spokesperson.
ROLES = frozenset(
    ["minister", "president", "premier", "chancellor", "secretary", "chairman", "chairwoman", "chairperson",
     "chair", "chief", "head", "leader", "director", "governor", "mayor", "senator", "congressman",
     "congresswoman", "lawmaker", "legislator", "mp", "deputy", "ambassador", "envoy", "diplomat", "consul",
     "representative", "commissioner", "spokesperson", "spokesman", "spokeswoman", "official", "officer",
     "commander", "general", "admiral", "colonel", "captain", "lieutenant", "sergeant", "major",
     "brigadier", "marshal", "soldier", "guard", "constable", "inspector", "superintendent", "sheriff",
     "detective", "judge", "justice", "prosecutor", "attorney", "lawyer", "solicitor", "barrister",
     "adviser", "advisor", "aide", "analyst", "economist", "strategist", "expert", "scientist",
     "researcher", "professor", "teacher", "principal", "doctor", "physician", "surgeon", "nurse",
     "epidemiologist", "journalist", "reporter", "editor", "correspondent", "author", "writer", "activist",
     "campaigner", "organizer", "organiser", "candidate", "nominee", "manager", "coach", "player",
     "striker", "goalkeeper", "midfielder", "quarterback", "champion", "driver", "actor", "actress",
     "singer", "founder", "ceo", "executive", "owner", "banker", "trader", "treasurer", "speaker", "whip",
     "king", "queen", "prince", "princess", "emir", "sultan", "pope", "bishop", "archbishop", "cardinal",
     "priest", "pastor", "cleric", "imam", "ayatollah", "coordinator", "administrator", "assistant",
     "councillor", "councilman", "councilor", "councilwoman", "negotiator", "mediator", "militant",
     "warlord", "rapporteur", "observer", "witness", "suspect", "victim", "resident", "farmer", "student",
     "pilot", "astronaut", "artist", "director-general", "vice-president", "attorney-general", "rep",
     "congressperson", "chargé", "charge", "d'affaires", "pm", "governor-general", "mogul", "billionaire",
     "businessman", "businesswoman", "entrepreneur", "investor", "strongman", "dictator", "ruler",
     "counterpart", "successor", "predecessor", "monarch", "politician", "veteran", "clerk",
     "pollster", "columnist", "blogger", "host", "anchor", "historian", "scholar", "critic", "investigator",
     "agent", "trooper", "policeman", "policewoman", "fellow", "designer",
     "photographer", "filmmaker", "producer", "composer", "preacher", "rapper", "comedian", "winner"]
)  # fmt: skip

# What a minister or secretary is of, where it is a word of the title and no body: "Interior Minister".
PORTFOLIOS = frozenset(
    ["interior", "foreign", "finance", "defence", "defense", "justice", "health", "education", "labor",
     "labour", "energy", "agriculture", "trade", "commerce", "transport", "transportation", "environment",
     "economy", "housing", "culture", "home", "information", "planning", "sports", "tourism"]
)  # fmt: skip

# People who are called neither by name nor by role.
PEOPLE = frozenset(
    ["man", "woman", "boy", "girl", "child", "person", "teenager", "mother", "father", "wife", "husband",
     "son", "daughter", "brother", "sister", "parent", "uncle", "aunt", "cousin", "neighbor", "neighbour",
     "friend", "colleague", "gunman", "attacker", "assailant", "bomber", "shooter", "driver", "patient",
     "prisoner", "detainee", "defendant", "hostage", "survivor", "refugee", "migrant", "voter", "insider",
     "source", "employee", "worker", "staffer", "supporter", "opponent", "user", "customer", "passenger",
     "tourist", "shopper", "villager", "protester", "protestor", "demonstrator", "commuter", "onlooker",
     "bystander", "eyewitness", "fan", "follower", "visitor", "pensioner", "grandmother", "grandfather",
     "nephew", "niece", "toddler", "teen", "guy", "widow", "widower", "bride", "groom", "caller", "buyer"]
)  # fmt: skip

# Words that go before a role in a title and say neither which country nor which body.
STATUS = frozenset(
    ["acting", "interim", "caretaker", "former", "ex", "then", "late", "outgoing", "incoming", "newly",
     "new", "current", "longtime", "veteran", "elect", "-"]
)  # fmt: skip

# One word for several: what a description may call a role that was introduced by another word.
SAME_ROLE = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairwoman": "chairman",
    "chairperson": "chairman", "chair": "chairman", "pm": "premier",
    "attorney": "lawyer", "solicitor": "lawyer", "barrister": "lawyer", "advisor": "adviser",
    "congresswoman": "congressman", "councilor": "councillor", "councilman": "councillor",
    "councilwoman": "councillor", "envoy": "ambassador", "charge": "d'affaires", "chargé": "d'affaires",
    "businesswoman": "businessman", "gov": "governor", "sen": "senator", "rep": "congressman",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain",
    "sgt": "sergeant", "adm": "admiral", "insp": "inspector", "prof": "professor", "dr": "doctor",
}  # fmt: skip

# Words of a role that stand for one another.
SAME_WORD = {"gop": "republican", "defense": "defence", "labor": "labour"}

# What speaks for who wrote it: "a report from AFP", "a statement by the ministry".
DOCUMENTS = frozenset(
    ["report", "statement", "article", "story", "dispatch", "tweet", "letter", "post", "memo", "email",
     "communique", "communiqué", "release", "editorial", "column", "blog", "broadcast", "filing", "study",
     "survey", "poll"]
)  # fmt: skip

# Bodies that a state has one of, so that "Afghanistan's foreign ministry" names one as its name would.
INSTITUTIONS = frozenset(
    ["ministry", "parliament", "army", "military", "navy", "police", "presidency", "senate", "cabinet",
     "treasury", "judiciary", "central bank", "supreme court", "foreign office", "air force", "coast guard",
     "disaster agency", "space agency", "intelligence agency", "nuclear agency", "election commission"]
)  # fmt: skip

# "Taliban authorities", "the Afghan government" mean those who rule.
RULERS = frozenset(
    ["government", "authorities", "administration", "regime", "leadership", "state", "officialdom"]
)

# Organisations by kind: "the company", "the group", "the agency" refer back to one that was named.
BODIES = frozenset(
    ["ministry", "government", "parliament", "army", "military", "navy", "police", "presidency", "senate",
     "cabinet", "treasury", "court", "bank", "agency", "department", "office", "commission", "council",
     "committee", "congress", "assembly", "force", "authority", "group", "company", "firm", "organisation",
     "organization", "party", "union", "association", "network", "movement", "newspaper", "channel",
     "broadcaster", "university", "hospital", "charity", "militia", "faction", "carmaker", "airline",
     "bank", "retailer", "drugmaker", "regulator", "watchdog", "league", "club", "team", "coalition",
     "alliance", "bloc", "chapter", "branch", "wing", "federation", "corporation", "giant", "operator",
     "manufacturer", "maker", "outlet", "monitor", "foundation", "institute", "school", "studio", "startup",
     "producer", "developer", "supplier", "brewer", "lender", "insurer", "automaker", "chipmaker", "miner",
     "utility", "exchange", "fund"]
)  # fmt: skip

# Parts of a group that act in its name; an affiliate or an offshoot is a group of its own.
PARTS = frozenset(["chapter", "branch", "wing", "arm", "cell"])

# Bodies that act as one with their men: "an army officer said they had fired".
FORCES = frozenset(["army", "military", "navy", "police", "guard", "militia", "force", "forces", "patrol"])
