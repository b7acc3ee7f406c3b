"""What the names of the news are: labels, classes, and a small reviewed table of groups and agencies."""

import functools
from collections.abc import Mapping

from transforms.text.paragraphs import AGENCIES

# OntoNotes labels that name something; dates, times and numbers are not ours.
LABELS = frozenset(
    ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"]
)

# The class an entity keeps when two mentions of it are labelled apart.
_COARSE = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}

# Small words inside the names of people and groups, written with a small letter.
PARTICLES = frozenset(
    ["al", "el", "ul", "as", "de", "da", "di", "du", "do", "dos", "das", "del", "della", "la", "le", "les",
     "lo", "van", "von", "der", "den", "ter", "ten", "bin", "bint", "ibn", "abu", "ben", "y", "e", "zu",
     "af", "av", "i"]
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

# What a company's name may end in.
LEGAL_FORMS = frozenset(
    ["inc", "corp", "ltd", "plc", "co", "llc", "llp", "ag", "sa", "se", "nv", "bv", "spa", "gmbh", "oyj",
     "ab", "asa", "tbk", "pte", "pty", "bhd", "holdings", "corporation", "limited", "incorporated"]
)  # fmt: skip

# Bodies that a state's name goes before, as in "U.S. Senate".
STATE_BODIES = frozenset(
    ["senate", "congress", "parliament", "army", "navy", "air", "force", "marine", "marines", "corps",
     "coast", "guard", "embassy", "supreme", "high", "court", "house", "representatives", "capitol",
     "treasury", "government", "ministry", "department", "central", "bank", "police", "embassy",
     "consulate", "federal", "reserve", "national", "foreign", "defence", "defense", "interior", "justice",
     "armed", "forces", "border", "patrol", "secret", "service"]
)  # fmt: skip

# Taken for names now and then, and no entity of any label.
_NO_NAMES = (
    "COVID-19", "COVID", "SARS-CoV-2", "coronavirus", "GDP", "CEO", "IPO", "FILE PHOTO", "FILE", "PHOTO",
    "Slideshow", "Illustration", "State", "Parliament's", "Prime Minister", "President", "Foreign Minister",
    "Minister", "Head of Mission", "AM", "PM", "EST", "GMT", "ET",
)  # fmt: skip


def coarse(label: str) -> str:
    """The class an entity is known by: PER, ORG, LOC, or the label itself."""
    return _COARSE.get(label, label)


def fold(name: str) -> str:
    """`name` as it is compared: without case, with plain apostrophes and single spaces."""
    return " ".join(name.replace("’", "'").casefold().split())


@functools.cache
def organisations() -> Mapping[tuple[str, ...], None]:
    """The table of groups and agencies, each as the model cuts it into words."""
    spelled = {name for agency in (*_ORGANISATIONS, *AGENCIES) for name in (agency, agency.upper())}
    return {tuple(name.replace("-", " - ").split()): None for name in sorted(spelled)}


@functools.cache
def no_names() -> frozenset[str]:
    """Words that are taken for names and are none, folded."""
    return frozenset(fold(name) for name in _NO_NAMES)
