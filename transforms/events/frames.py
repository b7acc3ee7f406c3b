"""What a row of the lexicon says: which words, in which company, tell of an event of which type."""

from typing import NamedTuple, Optional


class Frame(NamedTuple):
    """Words that tell of one type of event, when the conditions hold.

    `verbs` are lemmas, a particle joined by + ("call+off"), an adjective marked /a ("willing/a"), a modal /m
    ("must/m"); `nouns` are lemmas. Conditions name a class of words.CLASSES, or CLAUSE (a clause as
    complement), PERSON (a person's name or a personal pronoun), PERSON ONLY (a person as object, and no more
    said of that person), SOMEONE (people as object), ACTOR (a person's, country's or organization's name),
    OBJECT (a direct object, or the subject of the passive), NO OBJECT (none), INTRANSITIVE (nor an agent),
    NO CLAUSE (nothing that someone finds to be so), IDEA (an object that no blow can hit: a law, a right, a
    budget), GROUND (an object that troops can take: a town, a base), SAID (of "must": in a clause that
    someone says), OVER (someone is attacked, and it is said for what), BORN (of "bear": a birth), BOUND (of
    "agree": not only with someone's opinion), ONE (a noun that is not bare), OF SOMEONE (nor a bare
    singular), THREATENER (someone who makes the threat), RIVALS (named people, one at the other):

    - `needs`: a complement of the verb (its object, the subject of its passive, what its prepositions
      govern), a word that specifies the noun, or the verb a noun is object of, is in the class;
    - `unless`: neither any of these nor the subject is in the class;
    - `subjects`: the verb's subject is in the class;
    - `beside`: some word of the sentence is in the class;
    - `absent`: none is.

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
    absent: str = ""
    takes: bool = False
