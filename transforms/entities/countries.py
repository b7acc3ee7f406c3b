"""The country a name belongs to: a place, a nationality, a capital, a seat of government.

    country_of("Islamabad") == "PAK"

Names come from babel (CLDR), pycountry (ISO 3166-1 and -2) and countryinfo (capitals, demonyms); the
tables of country_names.py hold what those miss or leave open, in the spelling of the news, and win over them.
Everything is loaded at the first call. Codes are ISO 3166-1 alpha-3, and XKX for Kosovo, which has no
ISO code but this one in the user range, as the EU, the IMF and the World Bank use it.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Optional

import pycountry
from babel import Locale
from babel.core import get_global
from countryinfo import all_countries

from transforms.entities.country_names import DEMONYMS, METONYMS, NAMES, PARTS, PLACES, read
from transforms.entities.names import STATE_BODIES

# Labels under which any place may stand. A person's or a work's name is never a country.
_PLACE_LABELS = ("GPE", "LOC", "FAC")
_NEVER_LABELS = ("PERSON", "WORK_OF_ART", "LANGUAGE", "LAW", "PRODUCT")

# Words that are also a person, a bird, a company or a common noun: a country only where they are
# labelled a place or a people.
_AMBIGUOUS = frozenset(
    ["georgia", "jordan", "chad", "turkey", "guinea", "nice", "car", "malta", "sydney", "victoria",
     "florence", "lima", "santiago", "virginia", "dallas", "houston", "jersey", "madeira",
     "islamic republic", "islamic emirate", "pole", "dane", "finn", "scot", "brit", "kiwi", "swat",
     "queens", "java", "rio", "gao", "medina"]
)  # fmt: skip

# Capitals, cities and provinces of the sources whose name is better known for another place, or for
# none in particular.
_LEFT_OPEN = frozenset(
    ["san jose", "georgetown", "victoria", "hamilton", "kingston", "plymouth", "stanley", "jamestown",
     "saint denis", "george town", "city of victoria", "douglas", "melbourne beach", "valley", "center",
     "casey", "davis", "palmer", "norfolk", "petersburg", "midway", "troll", "unknown", "resolute",
     "cambridge bay", "chatham", "christmas", "easter", "knox", "oral", "san juan", "san luis", "st thomas",
     "st johns", "vostok", "wake", "nome", "dawson", "darwin", "santa cruz", "kingstown", "mary", "union",
     "amazonas", "western", "eastern", "northern", "southern", "central", "north", "south", "east", "west",
     "centre", "federal district", "capital", "coast", "highland", "reading", "york", "lincoln", "bath",
     "essex", "gulf", "cordoba", "la paz", "marshall", "kent", "england", "sofia"]
)  # fmt: skip

# Of the first-level divisions of ISO 3166-2 we take those that news calls by name alone. Parishes and
# districts, and those of small countries, are mostly named like a town elsewhere: Charlotte, Richmond.
_PROVINCE = re.compile(
    "province|state|region|governorate|oblast|prefecture|emirate|republic|territory|capital|county",
    re.IGNORECASE,
)
_LARGE = 1_000_000


def country_of(name: str, label: Optional[str] = None) -> Optional[str]:
    """Return the alpha-3 code of the country that `name` is, lies in or governs, or None.

    `label` is the OntoNotes label the name bears, None if it is not known. People, works and laws have
    no country; words that may be something else (_AMBIGUOUS) have one only as a place or a people; an
    organisation has one if its name says so ("Afghan Foreign Ministry", "Bank of Japan").

    >>> country_of("Pakistani"), country_of("the Kremlin"), country_of("Jordan", "PERSON")
    ('PAK', 'RUS', None)
    """
    if label in _NEVER_LABELS:
        return None
    key = name_key(name)
    if key in _AMBIGUOUS and label not in (*_PLACE_LABELS, "NORP"):
        return None
    code = _states().get(key)
    if code is None and label in _PLACE_LABELS:
        code = _places().get(key) or _within(key)
    if code is None and label in (None, "ORG", "EVENT", "FAC"):
        code = _of_body(key)
    return code


def state_named(name: str) -> Optional[str]:
    """Return the code of the country that `name` is a name of: not a capital, a seat or a nationality."""
    return _named().get(name_key(name))


def governs(name: str) -> bool:
    """Tell whether `name` stands for a state's government: the state's own, a capital's, a seat's."""
    return name_key(name) in _states()


def nationality(name: str) -> bool:
    """Tell whether `name` is what the people of a country are called, or what is theirs."""
    return name_key(name) in _nationalities()


def _within(key: str) -> Optional[str]:
    """The country of "northern Pakistan", "Kandahar province"."""
    words = key.split()
    if not words:
        return None
    for part in (words[1:] if words[0] in _DIRECTIONS else [], words[:-1] if words[-1] in _UNITS else []):
        rest = " ".join(part)
        if rest:
            return _states().get(rest) or _places().get(rest)
    return None


_DIRECTIONS = frozenset(
    ["north", "south", "east", "west", "central", "northern", "southern", "eastern", "western",
     "northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower", "mainland",
     "downtown", "greater", "rural"]
)  # fmt: skip
_UNITS = frozenset(
    ["province", "region", "city", "district", "state", "county", "prefecture", "oblast", "governorate"]
)


def _of_body(key: str) -> Optional[str]:
    words = key.split()
    for length in (1, 2):
        if len(words) > length and words[length] in STATE_BODIES:
            code = _states().get(" ".join(words[:length]))
            if code:
                return code
    head, of, tail = key.rpartition(" of ")
    if of and STATE_BODIES.intersection(head.split()):
        return _states().get(tail.removeprefix("the "))
    return None


@functools.cache
def _named() -> Mapping[str, str]:
    """Names of countries, by their key."""
    found: dict[str, set[str]] = {}
    by_alpha2 = {**_alpha3(), "XK": "XKX"}
    for alpha2, name in Locale("en").territories.items():
        if alpha2 in by_alpha2:
            _add(found, by_alpha2[alpha2], [name, name.replace("&", "and"), name.replace("St.", "Saint")])
    for country in pycountry.countries:
        names = [getattr(country, field, "") for field in ("name", "official_name", "common_name")]
        _add(found, country.alpha_3, names)
    for info in all_countries():
        code = info.iso(3)
        if code in by_alpha2.values():
            # Alternative spellings of three letters and fewer are codes.
            spellings = [s for s in info.alt_spellings() if len(s) > 3 and s.isascii()]
            _add(found, code, [info.name(), *spellings])
    own: dict[str, set[str]] = {}
    for code, listed in read(NAMES).items():
        _add(own, code, listed)
    return {**_unshared(found), **_unshared(own)}


@functools.cache
def _alpha3() -> Mapping[str, str]:
    return {country.alpha_2: country.alpha_3 for country in pycountry.countries}


@functools.cache
def _nationalities() -> Mapping[str, str]:
    """Demonyms, by their key."""
    found: dict[str, set[str]] = {}
    codes = set(_alpha3().values())
    for info in all_countries():
        if info.iso(3) in codes:
            _add(found, info.iso(3), _inflected(re.split(r",|/| and ", info.demonym() or "")))
    own: dict[str, set[str]] = {}
    for code, listed in read(DEMONYMS).items():
        _add(own, code, _inflected(listed))
    return {**_unshared(found), **_unshared(own)}


@functools.cache
def _states() -> Mapping[str, str]:
    """Names, nationalities and seats of government, by their key."""
    found: dict[str, set[str]] = {}
    codes = set(_alpha3().values())
    for info in all_countries():
        if info.iso(3) in codes:
            capital = info.capital() or ""  # a list, where there are several
            _add(found, info.iso(3), [capital] if isinstance(capital, str) else capital, _LEFT_OPEN)
    own: dict[str, set[str]] = {}
    for table in (METONYMS, PARTS):
        for code, listed in read(table).items():
            _add(own, code, listed)
    return {**_unshared(found), **_nationalities(), **_named(), **_unshared(own)}


@functools.cache
def _places() -> Mapping[str, str]:
    """Cities and provinces, by their key."""
    found: dict[str, set[str]] = {}
    by_alpha2 = _alpha3()
    large = {info.iso(2) for info in all_countries() if (info.population() or 0) > _LARGE}
    for division in pycountry.subdivisions:
        name = re.split(r" \[|,| oblast", division.name)[0]
        if len(name) > 3 and division.country_code in large and _PROVINCE.search(division.type):
            _add(found, by_alpha2[division.country_code], [name], _LEFT_OPEN)
    for zone, alpha2 in get_global("zone_territories").items():
        if alpha2 in by_alpha2:
            _add(found, by_alpha2[alpha2], [zone.rsplit("/")[-1].replace("_", " ")], _LEFT_OPEN)
    own: dict[str, set[str]] = {}
    for code, names in read(PLACES).items():
        _add(own, code, names)
    return {**_unshared(found), **_unshared(own)}


def _inflected(demonyms: Iterable[str]) -> list[str]:
    names = [demonym.strip() for demonym in demonyms if demonym.strip()]
    return names + [name + "s" for name in names if not name.endswith(("s", "ese", "ish", "ch", "men"))]


def _add(found: dict[str, set[str]], code: str, names: Iterable[str], but: Iterable[str] = ()) -> None:
    for name in names:
        key = name_key(name)
        if key and key not in but:
            found.setdefault(key, set()).add(code)


def _unshared(found: Mapping[str, set[str]]) -> dict[str, str]:
    return {key: next(iter(codes)) for key, codes in found.items() if len(codes) == 1}


@functools.lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """Return `name` without case, accents, full stops, apostrophes and a leading article."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c) and c not in ".'’‘ʻ`")
    return " ".join(bare.replace("-", " ").split()).removeprefix("the ")
