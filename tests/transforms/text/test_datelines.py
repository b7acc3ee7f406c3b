"""Datelines: each form knows its example, and the starts of plain prose have none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text.datelines import FORMS, DatelineForm, dateline

# Datelines, and the places, the day as written and the agency of each.
READ = [
    ("NOVI, Serbia (AFP) - ", ("Novi",), None, "AFP"),
    ("NOVI (Reuters) -", ("Novi",), None, "Reuters"),
    ("BEIJING -- ", ("Beijing",), None, None),
    ("NEW DELHI: ", ("New Delhi",), None, None),
    ("TEL AVIV-- ", ("Tel Aviv",), None, None),
    ("KABUL, Dec. 2 (NDN) - ", ("Kabul",), "Dec. 2", None),
    ("KABUL, 2 December 2022 (Reuters) - ", ("Kabul",), "2 December 2022", "Reuters"),
    ("KABUL (AP), Dec. 2 -- ", ("Kabul",), "Dec. 2", "AP"),
    ("KABUL, DEC 2 (XINHUA) -- ", ("Kabul",), "DEC 2", "Xinhua"),
    ("KABUL, Dec. 2—", ("Kabul",), "Dec. 2", None),
    ("GENEVA (2 December 2022) – ", ("Geneva",), "2 December 2022", None),
    ("CAIRO, Friday (NDN) - ", ("Cairo",), "Friday", None),
    ("CAIRO, Friday, 2nd December: ", ("Cairo",), "Friday, 2nd December", None),
    ("New Delhi, December 2, 2022: ", ("New Delhi",), "December 2, 2022", None),
    ("LONDON / NEW YORK (Reuters) - ", ("London", "New York"), None, "Reuters"),
    ("London/Kabul (AFP) – ", ("London", "Kabul"), None, "AFP"),
    ("LONDON (Thomson Reuters Foundation) - ", ("London",), None, "Reuters"),
    ("NOVI, Ada County, N.Y., Dec. 2, 2022 /NDNewswire/ -- ", ("Novi",), "Dec. 2, 2022", None),
    ("Rio de Janeiro (AFP) – ", ("Rio de Janeiro",), None, "AFP"),
    ("SARAJEVO, Bosnia and Herzegovina (AP)_ ", ("Sarajevo",), None, "AP"),
    ("SUN VALLEY, Idaho (AP) — ", ("Sun Valley",), None, "AP"),
    ("WATCH HILL, R.I. (AP) — ", ("Watch Hill",), None, "AP"),
    ("Live Oak, Fla. - ", ("Live Oak",), None, None),
    ("ÉVREUX, France (AFP) - ", ("Évreux",), None, "AFP"),
    ("(Reuters) - ", (), None, "Reuters"),
]
OPENERS = (
    "In",
    "On",
    "At",
    "By",
    "Near",
    "After",
    "From",
    "He left",
    "Police in",
    "The mayor of",
    "Nobody in",
)
PLACES = ("Kabul", "Novi", "New Delhi", "The Hague", "Addis Ababa", "KABUL")
DAYS = ("Dec. 2", "2 December", "Friday", "December 2, 2022", "2 December 2022", "May 3")
GOES_ON = ("the bridge was closed", "a fire broke out -- the third", "police said: “Stay away.”", "it rained")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_form_knows_its_example(form: DatelineForm) -> None:
    head, report = form.example.split("|")
    found = dateline(head + report)
    assert found is not None
    assert (found.end, found.places) == (len(head), form.places)
    assert next(other.name for other in FORMS if other.pattern.match(head + report)) == form.name


@pytest.mark.parametrize(("head", "places", "day", "agency"), READ)
def test_dateline(head: str, places: tuple[str, ...], day: str | None, agency: str | None) -> None:
    line = f"{head}The bridge was closed." if head.endswith((" ", "—")) else head
    found = dateline(line)
    assert found is not None
    assert found.end == len(head)
    assert (found.places, found.day and line[slice(*found.day)], found.agency) == (places, day, agency)


@pytest.mark.parametrize(
    ("line", "regions"),
    [
        ("NOVI, Ada County, N.Y., Dec. 2, 2022 /NDNewswire/ -- ", ("Ada County", "N.Y.")),
        ("SARAJEVO, Bosnia and Herzegovina (AP)_ ", ("Bosnia and Herzegovina",)),
        ("London / Novi, Serbia - ", ("Serbia",)),
        ("KABUL, Dec. 2 (NDN) - ", ()),
        ("(Reuters) - ", ()),
    ],
)
def test_regions_behind_the_place(line: str, regions: tuple[str, ...]) -> None:
    found = dateline(f"{line}The bridge was closed.")
    assert found is not None and found.regions == regions


@pytest.mark.parametrize(
    "line",
    [
        "Kabul (population 4 million) - the capital - was calm.",
        "Kabul, Herat - the two largest cities - were calm.",
        "Kabul (Afghanistan) - calm for a week - was shaken by a blast.",
        "On Friday, Novi - where it all began - was calm.",
        "Friday, Dec. 2 - The bridge was closed.",
        "December 2, 2022 - The bridge was closed.",
        "Live news, Dec 3: Two men were shot.",
        "FILE - In this picture of last week the bridge is closed.",
        "Photos: Bridge closed after a flood.",
        "UPDATED: Monday, December 5",
        "Novi Council: The bridge is closed.",
        "Dec. 2 - The bridge was closed.",
        "NOVI, Dec. 2–4 will be dry.",
        "Q: Is the bridge closed?",
        "The bridge - an old one - was closed.",
        "He said: no.",
        "Bridge closed.",
        "",
    ],
)
def test_no_dateline(line: str) -> None:
    assert dateline(line) is None


@given(
    st.sampled_from(OPENERS),
    st.sampled_from(PLACES),
    st.sampled_from(
        ["{} on {} {}", "{}, {}, {}", "{} ({}) {}", "{} - on {} - {}", "{}, {} - {}", "{} {}: {}"]
    ),
    st.sampled_from(DAYS),
    st.sampled_from(GOES_ON),
)
def test_prose_begins_with_no_dateline(opener: str, place: str, form: str, day: str, more: str) -> None:
    assert dateline(f"{opener} {form.format(place, day, more)}.") is None


@given(st.sampled_from(PLACES), st.sampled_from(DAYS), st.sampled_from(GOES_ON))
def test_a_sentence_that_a_place_opens_has_none(place: str, day: str, more: str) -> None:
    assert dateline(f"{place} was calm on {day}, when {more}.") is None
    assert dateline(f"{place} (population 4 million) was calm on {day} - {more}.") is None


@given(st.text())
def test_a_dateline_lies_within_its_line(line: str) -> None:
    found = dateline(line)
    assert found is None or 0 < found.end <= len(line)
