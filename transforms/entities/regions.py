"""The country of a place by the region named beside it: "Springfield, Ohio", "QUELIMANE, Mozambique (AP) -".

    mentions = with_regions(document, mentions)

Most towns stand in no table, and some in that of another country: Birmingham, Melbourne, Tripoli. What
the report names beside one tells, and holds for it throughout the report.
"""

import functools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Optional

import pycountry

from schemas.records import Mention
from transforms.entities.countries import country_of, governs, name_key, state_named
from transforms.entities.country_names import PARTS, PLACES, read
from transforms.entities.filed import dateline_of
from transforms.text.document import Document
from transforms.text.tokens import Token

_PLACES = ("GPE", "FAC", "LOC")
# How a region hangs on its town, or on nothing: neither in a list ("from Oslo, Iran and Chad"), nor in the
# clause that goes on behind the town: "In Springfield, Chile's envoy said", "In Springfield, Chile said".
_OTHERWISE = ("conj", "nsubj", "nsubjpass", "poss", "compound", "nmod", "amod")
# Postal codes as addresses and captions have them: "Austin, TX", "Toronto, ON".
_POSTAL = ("US", "CA")
_TOWN_OF = re.compile(
    r"(?:['’]s)? (?:[a-z-]+ ){0,2}(?:city|district|hamlet|municipality|port|province|region|state"
    r"|suburb|town|village) of (?:the )?"
)
# A country and a state of another one. Which it is, others of either tell; those of _BOTH_WAYS do not.
_GEORGIA, _COUNTRY, _STATE = "georgia", "GEO", "USA"
_BOTH_WAYS = frozenset(["new york", "washington"])


def region_country(region: str) -> Optional[str]:
    """Return the country that a name behind a place's says it is in: its own, or its state's or province's.

    >>> region_country("Mozambique"), region_country("Ohio"), region_country("Ill."), region_country("Boston")
    ('MOZ', 'USA', 'USA', None)
    """
    if region in _postal():
        return _postal()[region]
    key = name_key(region)
    own = state_named(region) or _short().get(key)
    return own or (country_of(region, "GPE") if key in _divisions() else None)


def country_beside(place: str, regions: Sequence[str], named: Collection[str] = ()) -> Optional[str]:
    """Return the country of a place with `regions` named behind it, by the first that tells, or None.

    `named` are all names of the report: of "Athens, Georgia" they tell, or nothing does.
    """
    for region in regions:
        if name_key(region) == _GEORGIA:
            own = country_of(place, "GPE")
            # A town called as one elsewhere is American: Athens, Rome.
            return _COUNTRY if own == _COUNTRY else _which_georgia(named) or (_STATE if own else None)
        code = region_country(region)
        if code:
            return code
    return None


def with_regions(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return `mentions`, those of a place in the country of the region that stands behind it.

    So are the other mentions of the place, unless regions disagree; a state needs none. The Georgia of a
    report that names other American states, and nothing Georgian, is one of them.
    """
    named = {mention.name for mention in mentions} | {mention.text for mention in mentions}
    stated: dict[str, str] = {}
    told: dict[str, set[str]] = {}
    # From behind: "Springfield, Clark County, Ohio".
    for region, place in pairwise(reversed(mentions)):
        known = stated.get(region.mention_id) if region.text.endswith("County") else None
        code = _stated(document, place, region, named, known)
        if code:
            stated[place.mention_id] = code
            told.setdefault(place.entity_id, set()).add(code)
            if region.country is None:  # "TX"
                stated[region.mention_id] = code
    for state, place in pairwise(mentions):
        if state.country and _is_town_of(document, state, place):
            told.setdefault(place.entity_id, set()).add(state.country)
    for entity, code in _filed(document, mentions, named):
        told.setdefault(entity, set()).add(code)
    agreed = {entity: next(iter(codes)) for entity, codes in told.items() if len(codes) == 1}
    found = []
    for one in mentions:
        code = stated.get(one.mention_id) or agreed.get(one.entity_id)
        if one.country == _COUNTRY and name_key(one.name) == _GEORGIA:
            code = _which_georgia(named)
        found.append(one._replace(country=code) if code else one)
    return found


def _is_town_of(document: Document, state: Mention, place: Mention) -> bool:
    """Whether a place is called a town of a state: "the Sudanese town of Umm Sakin"."""
    if place.label not in _PLACES or state_named(place.name) or state.label not in ("NORP", "GPE"):
        return False
    return _TOWN_OF.fullmatch(document.text, state.end, place.start) is not None


def _filed(
    document: Document, mentions: Sequence[Mention], named: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The entities of the dateline's place, and the country that its region tells."""
    _, head = dateline_of(document)
    if head and head.regions:
        place = head.places[-1]
        code = country_beside(place, head.regions, named)
        for one in mentions:
            if code and one.label in _PLACES and name_key(one.name) == name_key(place):
                yield one.entity_id, code


def _stated(
    document: Document, place: Mention, region: Mention, named: Collection[str], known: Optional[str]
) -> Optional[str]:
    """The country that a place is said to be in by the mention behind it, where that is its region.

    `known` is the region's, if its own region tells.
    """
    between = document.text[place.end : region.start]
    if between.strip(" ") != "," or place.label not in _PLACES or state_named(place.name):
        return None
    code = known or country_beside(place.text, [region.text], named)
    if code is None or (place.label == "LOC" and state_named(region.text)):
        return None  # "the Gulf, Egypt" are two
    if known:
        return code
    tokens = document.tokens_between(region.start, region.end)
    head = next((token for token in tokens if token.head not in tokens), None)
    if head is None or head.dep in _OTHERWISE:
        return None
    # What is known to be elsewhere, or stands for a government, is more likely one of a list.
    elsewhere = governs(place.text) or country_of(place.text, "GPE") not in (None, code)
    return None if elsewhere and _goes_on(document, tokens[-1]) else code


def _goes_on(document: Document, last: Token) -> bool:
    """Whether a list goes on behind a name: ", Chad", "and Chad"."""
    return re.match(r",? ?(?:and|or|&)\b|, ?[A-Z]", document.text[last.end : last.end + 6]) is not None


def _which_georgia(named: Collection[str]) -> Optional[str]:
    """Which of the two a report speaks of, by what else it names."""
    others = [name for name in named if name_key(name) != _GEORGIA]
    georgian = any(country_of(name, "GPE") == _COUNTRY for name in others)
    american = any(_is_american_state(name) for name in others)
    if georgian == american:
        return None
    return _COUNTRY if georgian else _STATE


def _is_american_state(name: str) -> bool:
    key = name_key(name)
    return key in _short() or (
        key not in _BOTH_WAYS and key in _divisions() and country_of(name, "GPE") == _STATE
    )


@functools.cache
def _divisions() -> Collection[str]:
    """The keys of states and provinces, and of what the news names like a country."""
    names = [re.split(r" \[|,| oblast", division.name)[0] for division in pycountry.subdivisions]
    return frozenset(map(name_key, [*names, *(part for parts in read(PARTS).values() for part in parts)]))


@functools.cache
def _short() -> Mapping[str, str]:
    """The country of short forms of states, by their key: "Ill.", "N.Y."."""
    listed = read(PLACES).items()
    return {name_key(name): code for code, names in listed for name in names if name.endswith(".")}


@functools.cache
def _postal() -> Mapping[str, str]:
    alpha3 = {one.alpha_2: one.alpha_3 for one in pycountry.countries if one.alpha_2 in _POSTAL}
    codes = [division.code.split("-") for division in pycountry.subdivisions]
    return {state: alpha3[country] for country, state in codes if country in alpha3}
