"""TIMEX3 values: days to values and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.dates.named_days import easter_sunday
from transforms.dates.values import duration, interval, shift, value_of
from transforms.dates.years import full_year

UNITS = ["day", "week", "month", "quarter", "half", "year", "decade", "century"]


@given(st.dates(date(1000, 1, 8), date(9990, 1, 1)), st.sampled_from(UNITS))
def test_a_value_holds_the_day_it_was_made_of(day: date, unit: str) -> None:
    days = interval(value_of(day, unit))
    assert days is not None
    assert days.start <= day <= days.end
    assert days.precision == unit


@given(st.dates(), st.sampled_from(["day", "week", "fortnight", "month", "year"]), st.integers(-200, 200))
def test_shift_stays_in_the_calendar_and_moves_the_right_way(day: date, unit: str, count: int) -> None:
    moved = shift(day, unit, count)
    if moved is not None:
        assert (moved > day) == (count > 0)
        assert (moved < day) == (count < 0)


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2022-12-02TEV", "2022-12-02", "2022-12-02", "time"),
        ("2022-W48-WE", "2022-12-03", "2022-12-04", "weekend"),
        ("2022-H2", "2022-07-01", "2022-12-31", "half"),
        ("2022-WI", "2022-12-01", "2023-02-28", "season"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("2022-11-28/2022-11-30", "2022-11-28", "2022-11-30", "day"),
    ],
)
def test_interval(value: str, first: str, last: str, precision: str) -> None:
    assert interval(value) == (date.fromisoformat(first), date.fromisoformat(last), precision)


@pytest.mark.parametrize(
    "value", ["P3D", "PXM", "XXXX-WXX-1", "PAST_REF", "BC0044", "2022-02-30", "2021-W53", "", None]
)
def test_no_interval(value: str) -> None:
    assert interval(value) is None


def test_durations() -> None:
    asked = [(3, "year"), (1.5, "hour"), (0.5, "year"), (2, "decade"), ("X", "decade"), (1, "fortnight")]
    assert [duration(count, unit) for count, unit in asked] == [
        "P3Y",
        "PT1H30M",
        "P6M",
        "P20Y",
        "PXDE",
        "P2W",
    ]


def test_easter_sundays() -> None:
    # Dates of the US Census Bureau's table of Easter.
    assert [easter_sunday(year) for year in (1961, 2000, 2022, 2038)] == [
        date(1961, 4, 2), date(2000, 4, 23), date(2022, 4, 17), date(2038, 4, 25),
    ]  # fmt: skip


def test_two_digits_are_a_year_near_publication() -> None:
    assert [full_year(digits, date(2022, 12, 4)) for digits in ("23", "98", "45", "1998")] == [
        2023,
        1998,
        1945,
        1998,
    ]
