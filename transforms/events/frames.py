"""What a row of the lexicon says: which words, in which company, tell of an event of which type."""

from typing import NamedTuple, Optional


class Frame(NamedTuple):
    """Words that tell of one type of event, when the conditions hold.

    `verbs` are lemmas, a particle joined by + ("call+off"), an adjective marked /a ("willing/a");
    `nouns` are lemmas. Conditions name a class of words.CLASSES, or CLAUSE (a clause as complement),
    PERSON (a person's name or a personal pronoun), ACTOR (that, or a country's or an organization's name):

    - `needs`: a complement of the verb (its object, the subject of its passive, what its prepositions
      govern), or a word that specifies the noun, is in the class;
    - `unless`: none of these, and not the subject, is in the class;
    - `subjects`: the verb's subject is in the class;
    - `beside`: some word of the sentence is in the class.

    `takes`: the event in the complement is what is agreed, asked, refused or threatened: it is no
    event of its own, and gives the mode.
    """

    name: str
    event_type: str  # vocabulary.EVENT_TYPES
    mode: Optional[str]
    verbs: str
    nouns: str
    example: str
    needs: str = ""
    unless: str = ""
    subjects: str = ""
    beside: str = ""
    takes: bool = False
