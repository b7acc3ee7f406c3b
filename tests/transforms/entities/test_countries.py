"""Names of countries, peoples, capitals and seats of government."""

import subprocess
import sys

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.entities.countries import country_of, nationality, state_named


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pakistan", "PAK"), ("Islamabad", "PAK"), ("Pakistani", "PAK"), ("Pakistanis", "PAK"),
        ("Russia", "RUS"), ("the Kremlin", "RUS"), ("UK", "GBR"), ("Britons", "GBR"), ("U.S.", "USA"),
        ("Washington", "USA"), ("Kosovo", "XKX"), ("South Korea", "KOR"), ("Ivory Coast", "CIV"),
        ("Burma", "MMR"), ("Myanmar", "MMR"), ("French", "FRA"), ("Dutch", "NLD"), ("Türkiye", "TUR"),
        ("São Tomé and Príncipe", "STP"),
    ],
)  # fmt: skip
def test_country_of_a_name_without_a_label(name: str, code: str) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    ("name", "label", "code"),
    [
        ("Valley", "LOC", None), ("Jordan", "PERSON", None), ("Jordan", "GPE", "JOR"), ("Jordan", None, None),
        ("Georgia", "GPE", "GEO"), ("Chad", "PERSON", None), ("Turkey", "ORG", None),
        ("Turkey", "GPE", "TUR"), ("Kandahar", "GPE", "AFG"), ("Texas", "GPE", "USA"),
        ("Texas", "PERSON", None), ("northern Pakistan", "LOC", "PAK"),
        ("Kandahar province", "GPE", "AFG"), ("Punjab", "GPE", None), ("San Jose", "GPE", None),
        ("Afghan Foreign Ministry", "ORG", "AFG"), ("Bank of Japan", "ORG", "JPN"),
        ("Bank of America", "PERSON", None), ("Taliban", "ORG", None), ("", "GPE", None),
        ("the", "GPE", None), ("English", "LANGUAGE", None),
    ],
)  # fmt: skip
def test_country_of_a_labelled_name(name: str, label: str | None, code: str | None) -> None:
    assert country_of(name, label) == code


def test_every_country_of_the_standard_is_known_by_its_name() -> None:
    wrong = {c.alpha_3 for c in pycountry.countries if state_named(c.name) != c.alpha_3}
    # Congo alone is the larger one in the news, the Democratic Republic.
    assert wrong == {"COG"}


def test_a_nationality_is_no_country_name() -> None:
    assert nationality("Afghan") and not nationality("Afghanistan")
    assert (
        state_named("Afghanistan") == "AFG" and state_named("Afghan") is None and state_named("Kabul") is None
    )


def test_importing_loads_no_table() -> None:
    code = "import sys, transforms.entities.countries as c; sys.exit(c._named.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(st.text(), st.sampled_from([None, "GPE", "NORP", "ORG", "PERSON", "FAC"]))
def test_any_text_gives_a_code_or_none(name: str, label: str | None) -> None:
    code = country_of(name, label)
    assert code is None or (len(code) == 3 and code.isupper())
