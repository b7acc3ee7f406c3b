"""Nouns whose possessor suffers what they name, and does not do it."""

from transforms.events.roles import NAMED_BY_ROLE, SOMEONE
from transforms.events.syntax import first, governed
from transforms.events.words import words
from transforms.text.tokens import Token

# Of whomever or whatever: "the mayor's arrest", "the party's expulsion".
_SUFFERED = words("""
    arrest detention imprisonment release killing murder assassination death kidnapping abduction
    execution conviction expulsion dismissal deportation extradition trial indictment prosecution
    impeachment arraignment torture beating rape capture eviction acquittal pardon reinstatement rescue
    evacuation poisoning shooting stabbing slaying ouster overthrow firing sacking
    incarceration repatriation
""")
# Of a person only: "his hearing", but not "the senate's hearing".
_SUFFERED_BY_PERSONS = words("""
    appointment birth burial casting confirmation demotion diagnosis election funeral hearing hiring
    hospitalisation hospitalization illness inauguration injury nomination promotion re-election recruitment
    reelection sentencing surgery suspension swearing-in
""")
# In the plural these are their giver's: "the king's appointments".
_GIVEN = words("appointment hiring nomination promotion")
_PERSONAL = words("he she his her him")


def _is_person(owner: Token) -> bool:
    if owner.entity or owner.pos == "PRON":
        return owner.entity == "PERSON" or owner.lower in _PERSONAL
    return owner.pos == "PROPN" or owner.lemma.lower() in SOMEONE or owner.text[0].isupper()


def suffers(noun: Token) -> bool:
    """Whether who stands before a noun suffers it: "his arrest", but not "his arrest of the mayor"."""
    lemma, owner = noun.lemma.lower(), first(noun, "poss")
    if lemma in _SUFFERED_BY_PERSONS:
        if noun.tag == "NNS" and lemma in _GIVEN:
            return False
        if owner is None or not _is_person(owner):
            return False
    elif lemma not in _SUFFERED:
        return False
    return not any(
        other.entity in ("PERSON", "NORP") or other.pos == "PROPN" or other.lemma.lower() in NAMED_BY_ROLE
        for other in governed(noun, "of")
    )
