"""How many were killed, injured and arrested, where a sentence gives a number."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Optional

from transforms.events.numerals import number_value
from transforms.events.roles import PEOPLE
from transforms.events.syntax import agents, first, governed, occasions, subjects, with_conjuncts
from transforms.events.triggers import Trigger
from transforms.events.words import CLASSES, words
from transforms.text.tokens import Token

# No count of people: "killed 12 per cent", "injured in 3 places".
MAX_PEOPLE = 10_000_000

_KINDS = {
    "killed": "kill murder slay massacre slaughter behead die lynch perish",
    "injured": "injure wound hurt maim",
    "arrested": "arrest detain apprehend jail imprison nab",
}
_KIND = {lemma: kind for kind, lemmas in _KINDS.items() for lemma in lemmas.split()}
_ADJECTIVE = {
    "dead": "killed",
    "killed": "killed",
    "injured": "injured",
    "wounded": "injured",
    "hurt": "injured",
}
_NOUN = {
    "death": "killed", "fatality": "killed", "killing": "killed", "injury": "injured",
    "arrest": "arrested", "detention": "arrested",
}  # fmt: skip
# Single words for many.
_GROUPS = words("""
    number group family couple series people crowd dozen hundred thousand score handful total majority army
    crew team unit patrol convoy squad staff police force public population community pair trio gang party
""")
# What these have is how much it is: "the toll reached 30".
_AMOUNTS = words("be become reach hit pass exceed top total near")
# Behind these a list says who they were; behind other words it goes on: "three soldiers, two policemen".
_WHOEVER = words("people person other victim civilian passenger member casualty")


_PERSONS = PEOPLE.union(CLASSES["CAPTIVE"], CLASSES["VICTIM"], CLASSES["OFFICE"]) - _GROUPS
# How "dead" hangs on the verb that says it: "was dead", "left two dead".
_PREDICATED = ("acomp", "oprd", "attr")
# Before that in which someone is killed or hurt.
_IN_WHICH = ("in", "during", "from", "by")


class Count(NamedTuple):
    """A number of people that something befell, and the word that says so."""

    kind: str  # killed, injured, arrested
    number: int
    token: Token


def counts_in(tokens: Sequence[Token]) -> list[Count]:
    """Return the counts that a sentence states, in order.

    Vague numbers ("dozens", "several") count nothing; "at least 12" and "up to 12" count 12; a single
    person ("a guard", "the driver", "John Smith") counts one.
    """
    found = []
    for token in tokens:
        if _is_corrected(token):
            continue
        toll, dead = _toll_of(token)
        if toll and (number := _toll(token)):
            found.append(Count(toll, number, dead))
            continue
        kind, people = _befallen(token)
        if kind and people is not None:
            number = _number_of(people)
            if number is not None and 0 < number <= MAX_PEOPLE:
                found.append(Count(kind, number, _told_by(token)))
    return found


def _told_by(token: Token) -> Token:
    """The word that tells of a count: of "left ten dead and more than 20 wounded" the verb."""
    while token.dep in _PREDICATED or (token.dep in ("conj", "advcl") and token.pos == "ADJ"):
        token = token.head
    return token


def _toll_of(noun: Token) -> tuple[Optional[str], Token]:
    """Of whom a noun is the toll, and the word for them: "the death toll", "the number of wounded"."""
    if noun.lemma == "toll":
        return "killed", noun
    for other in governed(noun, "of") if noun.lemma == "number" else ():
        if other.lower in _ADJECTIVE or other.lemma in _NOUN:
            return _ADJECTIVE.get(other.lower) or _NOUN[other.lemma], other
    return None, noun


def _toll(noun: Token) -> Optional[int]:
    """The number that a death toll rises to, stands at, reaches or is."""
    verb = noun.head
    if noun.dep != "nsubj" or verb.pos not in ("VERB", "AUX") or _is_unreal(verb):
        return None
    numbers = [other for other in governed(verb, "to", "at") if other.pos == "NUM"]
    if verb.lemma in _AMOUNTS:
        numbers += [child for child in verb.children if child.dep in ("attr", "dobj") and child.pos == "NUM"]
    return number_value(_with_scale(numbers[0])) if numbers else None


def _is_corrected(token: Token) -> bool:
    """Whether a report says it to take it back: "an earlier version said that nine people were killed"."""
    return any(
        child.dep == "nsubj" and child.lemma == "version" and first(child, "amod") is not None
        for above in token.ancestors()
        if above.pos == "VERB"
        for child in above.children
    )


def _befallen(token: Token) -> tuple[Optional[str], Optional[Token]]:
    lemma = token.lemma.lower()
    if token.pos == "VERB" and lemma in _KIND and token.dep != "amod" and not _is_unreal(token):
        people = first(token, "nsubj") if lemma in ("die", "perish") else first(token, "nsubjpass", "dobj")
        if people is None and token.tag == "VBN" and token.dep == "acl":
            people = token.head
        if people is None and token.tag == "VBN":
            people = first(token, "nsubj") or _bare_number(token)
        return _KIND[lemma], people
    if token.lower in _ADJECTIVE and token.pos in ("ADJ", "VERB"):
        people = first(token, "nsubj", "nsubjpass") or _bare_number(token)
        if token.dep in (*_PREDICATED, "conj", "ccomp", "xcomp"):
            people = people or first(token.head, "dobj", "nsubjpass") or first(token.head, "nsubj")
        elif token.dep == "amod" and first(token.head, "nummod"):
            people = token.head
        return _ADJECTIVE[token.lower], people or (token if first(token, "nummod") else None)
    if token.pos == "NOUN" and lemma in _NOUN and first(token, "nummod"):
        return _NOUN[lemma], token
    return None, None


def _is_unreal(verb: Token) -> bool:
    """Whether the verb counts nobody: "to kill", "did not kill", "could kill"."""
    return any(
        child.dep == "neg" or (child.dep == "aux" and (child.lower == "to" or child.tag == "MD"))
        for child in verb.children
    )


def _bare_number(token: Token) -> Optional[Token]:
    """The bare number before a word: "12 killed and 30 wounded", "ten dead"."""
    for other in (first(token, "nummod", "nsubj"), token.head):
        if other is not None and other.pos == "NUM" and other.i == token.i - 1:
            return other
    siblings = [child for child in token.head.children if child.i == token.i - 1]
    siblings += [child for other in siblings or token.head.children for child in other.children]
    return next((other for other in siblings if other.pos == "NUM" and other.i == token.i - 1), None)


def _number_of(people: Token) -> Optional[int]:
    """How many a noun phrase is, its parts together; None where one of them is not counted."""
    total = 0
    for token in _listed(people):
        number = _one(token)
        if number is None:
            return None
        total += number
    return total


def _listed(people: Token) -> Iterator[Token]:
    """The phrase and what is joined to it, also where the parser takes the next for an apposition."""
    for token in with_conjuncts(people):
        yield token
        if token.lemma not in _WHOEVER and first(token, "nummod"):
            for child in token.children:
                if child.dep == "appos" and child.tag == "NNS" and first(child, "nummod"):
                    yield from with_conjuncts(child)


def _one(token: Token) -> Optional[int]:
    if token.pos == "NUM":
        return number_value(_with_scale(token))
    number = first(token, "nummod") or _number_as_adjective(token)
    if number is not None:
        return number_value(_with_scale(number))
    if token.pos == "PROPN" and token.entity == "PERSON":
        return 1
    determiner = first(token, "det", "poss")
    if token.tag != "NN" or determiner is None or token.lemma in _GROUPS:
        return None
    if determiner.dep == "poss" or determiner.lower in ("a", "an", "one", "another"):
        return 1
    return 1 if determiner.lower in ("the", "this", "that") and token.lemma in _PERSONS else None


def _number_as_adjective(noun: Token) -> Optional[Token]:
    """The number before a noun that the model takes for an adjective: "Eleven soldiers"."""
    words = (child for child in noun.children if child.dep == "amod" and child.entity == "CARDINAL")
    return next((word for word in words if number_value(_with_scale(word)) is not None), None)


def _with_scale(number: Token) -> list[str]:
    return [
        child.lower for child in number.children if child.dep in ("compound", "nummod") and child.i < number.i
    ] + [number.lower]


def shared_out(
    counts: Sequence[Count], triggers: Sequence[Trigger], can_bear: Callable[[int, str], bool]
) -> list[dict[str, int]]:
    """Return the numbers of each trigger of a sentence by kind, every count at one trigger only.

    So nobody is counted twice where rows are added up. The dead and hurt are put down to the happening that
    befell them ("the blast killed two and wounded three", "ten died in the crash"), if the sentence has a row
    for it, else to the word that tells of them: "killed" two, "wounded" three. Arrests stand at their own
    word. `can_bear(n, kind)` says whether the row of trigger `n` can have a number of the kind. Of two
    numbers of a kind the larger stands: "killed 12, including three children" is 12.
    """
    found: list[dict[str, int]] = [{} for _ in triggers]
    for count in counts:
        for n in _bearers(count, triggers):
            if can_bear(n, count.kind):
                found[n][count.kind] = max(found[n].get(count.kind, 0), count.number)
                break
    return found


def _bearers(count: Count, triggers: Sequence[Trigger]) -> Iterator[int]:
    """The triggers that a count may be put down to, the best first."""
    happenings = _befell(count.token) if count.kind != "arrested" else []
    for token in happenings:
        yield from (n for n, one in enumerate(triggers) if one.token is token and not _tells_fate(token))
    yield from (n for n, one in enumerate(triggers) if one.token is count.token)
    yield from (n for n, one in enumerate(triggers) if one.support is count.token)
    for above in count.token.ancestors():
        yield from (n for n, one in enumerate(triggers) if one.token is above)
    # Who was killed in "ten killed and 80 injured" is no count of the injury.
    yield from (
        n
        for n, one in enumerate(triggers)
        if not _tells_fate(one.token) and any(above is count.token for above in one.token.ancestors())
    )


def _tells_fate(token: Token) -> bool:
    return token.lemma.lower() in _KIND or token.lower in _ADJECTIVE or token.lemma.lower() in _NOUN


def _befell(told: Token) -> list[Token]:
    """What the word that tells of dead or hurt is said of: "attack", "ambushed", "crash".

    It is its subject ("the attack killed two"), what it is a consequence of ("ambushed a bus, killing two",
    "the attack that killed two") or that in which it befell ("killed in the attack", "two deaths in the
    attack"); not what another clause tells ("shelled the town after rebels killed two").
    """
    found: list[Token] = []
    verb = told
    if told.dep in ("dobj", "pobj") and told.pos == "NOUN":
        found += governed(told, *_IN_WHICH)
        verb = told.head if told.dep == "dobj" else told.head.head
    while True:
        found += [*subjects(verb), *agents(verb), *governed(verb, *_IN_WHICH)]
        whom = first(verb, "dobj", "nsubjpass", "nsubj")
        found += governed(whom, *_IN_WHICH) if whom else ()
        for beside in with_conjuncts(verb):  # "were killed and hurt when"
            found += occasions(beside, "when", "as")
        if verb.dep in ("relcl", "acl") or (verb.dep == "advcl" and verb.tag == "VBG"):
            found.append(verb.head)
        if verb.dep != "conj" or verb.head.pos not in ("VERB", "ADJ", "AUX", "NUM"):
            return found
        verb = verb.head
