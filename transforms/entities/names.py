"""What the names of the news are: labels, classes, and a small reviewed table of groups and agencies."""

import functools
from collections.abc import Mapping
from typing import Optional

from transforms.text.agencies import AGENCIES

Words = tuple[str, ...]

# OntoNotes labels that name something; dates, times and numbers are not ours.
LABELS = frozenset(
    ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"]
)

# The class an entity keeps when two mentions of it are labelled apart.
_COARSE = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}

# Small words inside the names of people and groups, written with a small letter.
PARTICLES = frozenset(
    ["al", "el", "ul", "de", "da", "di", "do", "du", "dos", "das", "del", "della", "la", "le", "les", "lo",
     "van", "von", "der", "den", "ter", "ten", "bin", "bint", "ibn", "abu", "ben", "zu", "af", "av"]
)  # fmt: skip

# Groups, alliances and agencies: organisations, whatever the model takes them for, and sought in the
# text where it sees nothing. Matched as written, and in capitals.
_ORGANISATIONS = (
    "Islamic State", "ISIS", "ISIL", "ISIS-K", "IS-K", "ISKP", "Daesh", "Taliban", "Taleban", "al-Qaeda",
    "al Qaeda", "Al-Qaeda", "Al Qaeda", "al-Qaida", "al Qaida", "Al-Qaida", "Al Qaida", "Hamas",
    "Hezbollah", "Hizbollah", "Hizbullah", "Islamic Jihad", "Fatah", "PLO", "Muslim Brotherhood",
    "Boko Haram", "al-Shabaab", "al Shabaab", "Al-Shabaab", "Al Shabaab", "al-Shabab", "Houthi", "Houthis",
    "Huthi", "Huthis", "Tehreek-e-Taliban Pakistan", "Tehrik-e-Taliban Pakistan", "TTP", "Lashkar-e-Taiba",
    "Lashkar-e-Tayyiba", "Jaish-e-Mohammed", "Jaish-e-Mohammad", "Abu Sayyaf", "Jemaah Islamiyah", "PKK",
    "YPG", "FARC", "ELN", "LTTE", "Tamil Tigers", "Nusra Front", "Jabhat al-Nusra", "Hayat Tahrir al-Sham",
    "Wagner Group", "Janjaweed", "Shining Path", "Sinn Fein", "Khmer Rouge", "Hezb-e-Islami",
    "United Nations", "UN", "U.N.", "NATO", "EU", "European Union", "African Union", "Arab League", "ASEAN",
    "OPEC", "IAEA", "World Health Organization", "IMF", "World Bank", "OSCE", "Red Cross", "Red Crescent",
    "UNICEF", "UNHCR", "UNESCO", "Agence France-Presse", "Associated Press", "Reuters", "Al Jazeera",
    "Twitter", "Facebook", "Instagram", "YouTube",
)  # fmt: skip

# Names that are one group's, whichever a report uses: first the one it is known by across reports.
_SAME_GROUP = (
    ("Islamic State", "IS", "ISIS", "ISIL", "Daesh"),
    ("Islamic State Khorasan Province", "Islamic State Khorasan", "Islamic State-Khorasan", "ISIS-K", "IS-K",
     "ISKP"),
    ("Taliban", "Taleban", "Afghan Taliban"),
    ("Tehreek-e-Taliban Pakistan", "Tehrik-e-Taliban Pakistan", "TTP", "Pakistani Taliban"),
    ("al-Qaeda", "al Qaeda", "al-Qaida", "al Qaida"),
    ("al-Shabaab", "al Shabaab", "al-Shabab"),
    ("Hezbollah", "Hizbollah", "Hizbullah"),
    ("Houthis", "Houthi", "Huthis", "Huthi"),
    ("Lashkar-e-Taiba", "Lashkar-e-Tayyiba"),
    ("Jaish-e-Mohammed", "Jaish-e-Mohammad"),
    ("Nusra Front", "Jabhat al-Nusra"),
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU"),
    ("World Health Organization", "WHO"),
    ("International Monetary Fund", "IMF"),
    ("International Atomic Energy Agency", "IAEA"),
    ("Agence France-Presse", "AFP"),
    ("Associated Press", "AP"),
)  # fmt: skip

# What a company's name may end in.
LEGAL_FORMS = frozenset(
    ["inc", "corp", "ltd", "plc", "co", "llc", "llp", "ag", "sa", "se", "nv", "bv", "spa", "gmbh", "oyj",
     "ab", "asa", "tbk", "pte", "pty", "bhd", "holdings", "corporation", "limited", "incorporated"]
)  # fmt: skip

# Last words of names that stand for the whole name later on: "the Marsh Brigade", then "the Brigade".
KINDS = frozenset(
    ["agency", "alliance", "association", "authority", "bank", "bloc", "brigade", "brigades", "bureau",
     "centre", "center", "coalition", "commission", "committee", "council", "court", "federation", "force",
     "foundation", "front", "fund", "group", "guard", "institute", "journal", "league", "mission",
     "movement", "network", "observatory", "office", "party", "police", "post", "senate", "society",
     "times", "tribune", "trust", "union", "university"]
)  # fmt: skip

# Words in the names of a state's bodies, behind the state's own: "U.S. Senate", "Afghan Foreign Ministry".
STATE_BODIES = frozenset(
    ["agency", "air", "armed", "army", "assembly", "authorities", "authority", "bank", "border",
     "cabinet", "capitol", "central", "chamber", "coast", "command", "commission", "congress",
     "consulate", "corps", "council", "court", "defence", "defense", "department", "embassy", "federal",
     "finance", "fleet", "force", "forces", "foreign", "government", "guard", "health", "high", "house",
     "intelligence", "interior", "justice", "marine", "marines", "military", "ministry", "national",
     "naval", "navy", "office", "parliament", "patrol", "police", "presidency", "rangers",
     "representatives", "republic", "reserve", "secret", "security", "senate", "service", "state",
     "supreme", "treasury"]
)  # fmt: skip

# Other names that the model labels now so, now so.
_LABELLED = {
    "EVENT": "Brexit, Ramadan, Eid, Christmas, Easter, Thanksgiving, Hanukkah, Diwali, Halloween, World Cup, "
    "Olympics, Super Bowl, Holocaust, Black Friday",
    "LAW": "Obamacare, JCPOA, NAFTA, Magna Carta, First Amendment, Second Amendment",
    "NORP": "Islamist, Islamists, Muslim, Muslims, Christian, Christians, Jew, Jews, Jewish, Hindu, Hindus, "
    "Sikh, Sikhs, Buddhist, Buddhists, Sunni, Sunnis, Shia, Shiite, Shiites, Catholic, Catholics, "
    "Protestant, Protestants, Democrat, Democrats, Democratic, Republican, Republicans, Tory, Tories, "
    "Kurd, Kurds, Kurdish, Arab, Arabs, Rohingya, Uighur, Uighurs, Uyghur, Uyghurs, Hispanic, Latino, "
    "Latinos, European, Europeans, African, Africans, Asian, Asians, Communist, Communists, "
    "Nazi, Nazis, Pashtun, Pashtuns, Hazara",
}

# Taken for names now and then, and no entity of any label.
_NO_NAMES = (
    "COVID-19", "COVID", "SARS-CoV-2", "coronavirus", "GDP", "CEO", "IPO", "FILE PHOTO", "FILE", "PHOTO",
    "Slideshow", "Illustration", "Handout", "Pool", "PPE", "State", "Parliament's", "Prime Minister",
    "President", "Foreign Minister", "Minister", "Head of Mission", "New Year", "New Year's",
    "New Year's Eve", "New Year's Day", "Christmas Eve", "Christmas Day", "Boxing Day", "Valentine's Day",
    "Mother's Day", "Father's Day", "AM", "PM", "EST", "GMT", "ET",
)  # fmt: skip


# How reports write the first word of a body's name, and how it is known.
_SHORT = {
    "un": "united nations",
    "u.n.": "united nations",
    "u.s.": "us",
    "u.k.": "uk",
    "eu": "european union",
}

# Behind a person's surname and no part of it.
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


def has_suffix(words: Words) -> bool:
    """Whether a name ends in what only people bear behind their surname: "Smith Jr."."""
    return len(words) > 1 and words[-1].casefold().rstrip(".") in ("jr", "sr")


def without_suffix(words: Words) -> Words:
    """A person's name up to the surname: "Ann Smith" of "Ann Smith III"."""
    return words[:-1] if len(words) > 2 and words[-1].casefold() in _SUFFIXES else words


def is_hyphened(words: Words) -> bool:
    """Whether a person's name, as written, ends as in Korea, with the family first: "Lee Min-ji"."""
    return len(words) > 3 and words[-2] == "-" and words[-1].islower()


def surname_of(words: Words) -> Words:
    """What a person of a full name goes by alone."""
    return words[:1] if is_hyphened(words) else without_suffix(words)[-1:]


def coarse(label: str) -> str:
    """The class an entity is known by: PER, ORG, LOC, or the label itself."""
    return _COARSE.get(label, label)


@functools.lru_cache(maxsize=20_000)
def folded(words: Words) -> Words:
    """The words of a name as names are compared."""
    return tuple([word.replace("’", "'").casefold() for word in words])


def fold(name: str) -> str:
    """`name` as it is compared: without case, with plain apostrophes and single spaces."""
    return " ".join(name.replace("’", "'").casefold().split())


@functools.lru_cache(maxsize=20_000)
def known_as(name: str) -> str:
    """The name, folded, that an organisation has in all reports.

    "taliban" for the Afghan Taliban, "nordbank" for Nordbank Holdings Plc, "united nations children's fund"
    for that of the U.N.
    """
    group = group_known_as(name)
    if group:
        return group
    words = fold(name).split()
    while len(words) > 1 and words[-1].strip(".,") in LEGAL_FORMS:
        words.pop()
    if len(words) > 1:
        words[0] = _SHORT.get(words[0], words[0])
    return " ".join(words).rstrip(",")


def group_known_as(name: str) -> Optional[str]:
    """The name, folded, that a group of several names is known by; None for any other organisation."""
    return _groups().get(fold(name).replace(" - ", "-"))


@functools.cache
def _groups() -> Mapping[str, str]:
    return {fold(name): fold(names[0]) for names in _SAME_GROUP for name in names}


@functools.cache
def organisations() -> Mapping[Words, None]:
    """The table of groups and agencies, each as the model cuts it into words, in both spellings."""
    spelled = {name for given in (*_ORGANISATIONS, *AGENCIES) for name in (given, given.upper())}
    return {tuple(name.replace("-", " - ").split()): None for name in sorted(spelled)}


@functools.cache
def reviewed_labels() -> Mapping[Words, str]:
    """The label of each name that the tables here decide, by its folded words."""
    found = {folded(words): "ORG" for words in organisations()}
    for label, names in _LABELLED.items():
        found |= {folded(tuple(name.split())): label for name in names.split(", ")}
    return found


@functools.cache
def no_names() -> frozenset[str]:
    """Words that are taken for names and are none, folded."""
    # The model cuts "Year's" in two.
    return frozenset(form for name in _NO_NAMES for form in (fold(name), fold(name).replace("'s", " 's")))
