"""The country of a place by the region named beside it."""

import pytest

from tests.documents import parsed
from transforms.entities.mentions import find_mentions
from transforms.entities.regions import country_beside, region_country


@pytest.mark.parametrize(
    ("region", "country"),
    [
        ("Mozambique", "MOZ"), ("Ohio", "USA"), ("Ill.", "USA"), ("Ill", "USA"), ("TX", "USA"), ("ON", "CAN"),
        ("England", "GBR"), ("Kandahar", "AFG"), ("Boston", None), ("Punjab", None), ("Spanish", None),
        ("Tx", None), ("", None),
    ],
)  # fmt: skip
def test_what_can_stand_behind_a_place(region: str, country: str | None) -> None:
    assert region_country(region) == country


@pytest.mark.parametrize(
    ("place", "named", "country"),
    [
        ("Tbilisi", (), "GEO"), ("Gori", (), None), ("Gori", ("South Ossetia",), "GEO"),
        ("Macon", ("Alabama",), "USA"), ("Macon", ("Alabama", "Tbilisi"), None), ("Macon", ("New York",), None),
        # There is no such town elsewhere but in America.
        ("Athens", (), "USA"), ("Athens", ("Tbilisi",), "GEO"),
    ],
)  # fmt: skip
def test_which_georgia(place: str, named: tuple[str, ...], country: str | None) -> None:
    assert country_beside(place, ["Georgia"], (place, "Georgia", *named)) == country


def test_the_nearest_region_that_tells() -> None:
    assert country_beside("Novi", ["Ada County", "Ohio", "Chile"]) == "USA"
    assert country_beside("Novi", []) is None


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("A bus burned in Dunmore, Ohio, on Friday.", "Dunmore", "USA"),
        ("A bus burned in Dunmore, Clark County, Ohio.", "Dunmore", "USA"),
        ("A bus burned in Austin, TX.", "TX", "USA"),
        # What stands in the tables for another country, too, and everywhere in the report.
        ("Ann lives in Melbourne. She was born in Melbourne, Florida.", "Melbourne", "USA"),
        ("A bus burned in Tripoli, Lebanon.", "Tripoli", "LBN"),
        ("QUELIMANE, Mozambique (AP) — A bus burned. It came from Quelimane.", "Quelimane", "MOZ"),
        # The names of a list are no regions, nor who acts,
        ("Envoys of London, Texas and Chad met.", "London", "GBR"),
        ("They protested in Paris, Germany and Spain.", "Paris", "FRA"),
        ("In Bukavu, Chile said it would go.", "Bukavu", "COD"),
        ("He sailed from the Gulf, Egypt and Chad.", "Gulf", None),
        ("He flew from Chad, Ohio and Texas.", "Chad", "TCD"),
        # The state that other states tell of
        ("Voters in Alabama and Georgia stayed at home.", "Georgia", "USA"),
        ("Voters in Georgia stayed at home.", "Georgia", "GEO"),
        ("Voters in Georgia stayed at home. Tbilisi and Texas were calm.", "Georgia", "GEO"),
    ],
)
def test_country_of_a_mention(text: str, place: str, country: str | None) -> None:
    found = next(one for one in find_mentions(parsed(text)) if one.text.removeprefix("the ") == place)
    assert found.country == country


def test_places_of_one_name_keep_their_own_country() -> None:
    text = "Buses left Dunmore, Ohio, and Dunmore, Ireland. Dunmore is calm."
    towns = [one.country for one in find_mentions(parsed(text)) if one.text == "Dunmore"]
    assert towns == ["USA", "IRL", None]
