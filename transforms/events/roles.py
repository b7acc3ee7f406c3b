"""Nouns that stand for people and bodies without a name, and for what is attacked in words only."""

from transforms.events.words import CLASSES, words

# Unnamed people and bodies, beside those of the classes.
PEOPLE = words("""
    government authority police party group court opposition union parliament congress senate ministry
    protester demonstrator gunman attacker bomber militia insurgent gang mob crowd resident villager
    civilian family victim community company firm council commission committee prosecutor investigator
    lawmaker senator mayor president king queen prince pope bishop judge jury assailant terrorist
    jihadist perpetrator spokesman spokeswoman spokesperson counterpart ally administration regime state
    country nation neighbour neighbor organization organisation agency alliance coalition public voter
    farmer miner teacher nurse doctor driver patient guard migrant army force side rival faction junta
    kingdom embassy mission bank club team wife husband son daughter father mother brother sister
    girlfriend boyfriend nominee donor defendant employer landlord customer athlete actor singer
""")
# All unnamed people and bodies: whom a verbal event can come from or be meant for.
NAMED_BY_ROLE = PEOPLE.union(
    *(CLASSES[name] for name in ("CAPTIVE", "TROOPS", "OFFICE", "DIPLOMAT", "PERSON TAKEN"))
)

# Of these what is no single people but a body of them, or a thing.
_BODIES = words("""
    administration agency alliance army artillery authority bank battalion battery boat brigade carrier
    club coalition commission committee community company congress convoy council country court destroyer
    division embassy faction fleet force frigate government group gunboat infantry jet junta kingdom
    ministry mission nation navy opposition organisation organization parliament party public regime
    regiment senate ship side state submarine tank tanker team troop union unit vessel warplane warship
""")
SOMEONE = NAMED_BY_ROLE - _BODIES

# What is attacked in words only, or by laws: "an assault on the budget".
IDEAS = words("""
    agenda amendment authority ban bid bill budget candidacy character competence coverage credibility
    decency deficit democracy dignity efficiency ethics expertise fairness freedom health-care healthcare
    honesty idea independence integrity journalism judiciary judgment law legacy legislation legitimacy
    liberalism liberty mandate media medicaid medicare methodology motive nomination notion obamacare
    patriotism plan policy presidency press principle privacy programme program proposal qualification
    rationality record reform regulation remark reputation right rule ruling science stance tariff tax
    tradition truth value welfare
""")
