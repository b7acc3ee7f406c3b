"""Whether "he" or "she" may mean someone: told by title, by role, or by a common given name."""

import functools
from collections.abc import Iterable, Mapping
from typing import Optional

_WOMEN_WORDS = frozenset(
    ["mrs", "ms", "miss", "dame", "lady", "queen", "princess", "duchess", "congresswoman", "spokeswoman",
     "chairwoman", "businesswoman", "councilwoman", "policewoman", "actress", "sister", "madam", "mother",
     "wife", "daughter", "widow", "woman", "girl", "grandmother", "aunt", "girlfriend", "she", "her", "nun",
     "saleswoman", "sportswoman"]
)  # fmt: skip
_MEN_WORDS = frozenset(
    ["mr", "sir", "lord", "king", "prince", "duke", "congressman", "spokesman", "businessman", "councilman",
     "policeman", "actor", "father", "husband", "son", "man", "boy", "pope", "imam", "mullah", "maulana",
     "ayatollah", "cardinal", "grandfather", "uncle", "boyfriend", "gunman", "he", "his", "him", "priest",
     "brother", "salesman", "sportsman"]
)  # fmt: skip

# Given names borne by one sex alone, or nearly so, in the English-language news of many countries.
_WOMEN_NAMES = """
    abigail agnes aisha alexandra alice alison amanda amy ana andrea angela anita ann anna anne annie aung
    barbara benazir bernadette beth betty beverly brenda brigitte carla carmen carol caroline carolyn
    carrie catherine cathy charlotte cheryl christina christine cindy claire claudia condoleezza cristina
    cynthia dana debbie deborah denise diana diane dilma donna doris dorothy eileen elaine eleanor elena
    elise elizabeth ellen emily emma erica erin esther eva evelyn fatima fiona florence frances gabriela
    gina gloria grace greta hannah heather heidi helen helena hillary huma ingrid irene isabel ivanka
    jacinda jacqueline jane janet janice jean jeanne jennifer jenny jessica jill joan joanna joyce judith
    judy julia julie kamala karen kate katherine kathleen kathryn kathy katie kelly kellyanne kim kirsten
    kristen laura lauren leila lena leslie linda lisa liz louise lucy lynn madeleine margaret maria mariam
    marie marina marine marjorie martha mary maryam megan melania melissa meryl michelle mona monica nadia
    nancy naomi natalia natalie nicola nicole nikki olga olivia pamela patricia paula penny phyllis priya
    rachel rebecca renee rita rosa rosemary ruth sabina sally samantha sandra sara sarah shannon sharon
    sheila sherry shirley silvia sofia sonia sophia sophie stacey stephanie susan susanne suzanne sylvia
    tammy tara tatiana teresa theresa tina tulsi ursula valerie vanessa vera veronica victoria virginia
    wendy yulia yvonne zainab
"""
_MEN_NAMES = """
    aaron abdul abdullah abraham adam ahmad ahmed alan albert alberto alejandro alexander alexei
    alfred ali andre andrei andrew angus anthony antonio antony arnold arthur ashraf austin barack bashar
    ben benjamin bernard bernie bill billy binyamin bob boris brad bradley brandon brian bruce carl carlos
    charles chris christopher chuck clarence colin craig curtis dan daniel david dean dennis derek dick
    dmitry dominic don donald doug douglas dwight earl eddie edgar edward edwin elon emmanuel emmerson
    eric ernest eugene evan felipe fernando fidel floyd francisco francois frank franklin fred frederick
    gary gavin geoff geoffrey george gerald gerard gerhard gilbert giuseppe glenn gordon graham greg
    gregory guy hamid harold harry hassan henry herbert herman hosni howard hugh hugo hussein ian ibrahim
    igor imran ivan jack jacob jacques jaime jake james jared jason javier jay jeb jeff jeffrey jeremy
    jerome jerry jesse jim jimmy joe joel john johnny jon jonathan jorge jose joseph josh joshua juan
    julian justin karl keith ken kenneth kevin khalid kofi kurt kyle larry laurent lawrence lee leo
    leonard leonid lindsey lloyd louis luis luke manuel marc marcel marco mario mark martin
    marvin matt matthew max michael michel miguel mike mikhail mitch mitt mohamed mohammad mohammed
    muammar muhammad narendra nathan nawaz neil nelson newt nicholas nicolas nigel noel norman oleg oliver
    omar osama oscar pablo patrick paul pedro pervez pete peter phil philip philippe pierre rafael rahul
    ralph ray raymond recep reince reinhard rex ricardo richard rick rob robert roberto rodney rodrigo
    roger roland roman ron ronald ross roy rudolph rudy rupert russell ryan saddam salman sam samuel scott
    sean sebastian sergei sergey shehbaz shinzo silvio simon stanley stephen steve steven stuart tariq ted
    terry thomas tim timothy toby todd tom tommy tony trevor victor viktor vincent vladimir volodymyr
    walter warren wayne william willie xavier yasser yitzhak yuri zalmay
"""


def gender_of(first_name: str, words: Iterable[str]) -> Optional[str]:
    """Return "she" or "he" for a person, or None where it is not told.

    `words` are the titles and roles given with the name; they win over the given name.

    >>> gender_of("Hina", ["spokeswoman"]), gender_of("Bilawal", [])
    ('she', None)
    """
    for word in words:
        bare = word.lower().rstrip(".")
        if bare in _WOMEN_WORDS:
            return "she"
        if bare in _MEN_WORDS:
            return "he"
    return _given_names().get(first_name.lower())


@functools.cache
def _given_names() -> Mapping[str, str]:
    return dict.fromkeys(_WOMEN_NAMES.split(), "she") | dict.fromkeys(_MEN_NAMES.split(), "he")
