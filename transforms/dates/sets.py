"""Times that repeat: daily, every week, each Monday."""

from typing import Optional

from transforms.dates.rule import (
    Context,
    Match,
    Reading,
    month_number,
    number,
    rule,
    unit_name,
    weekday_number,
)
from transforms.dates.values import duration
from transforms.dates.words import DAY_PARTS, SEASONS

_ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P3M",
    "annually": "P1Y", "yearly": "P1Y", "nightly": "P1D", "hourly": "PT1H", "biweekly": "P2W",
    "bimonthly": "P2M",
}  # fmt: skip
# A "quarterly dividend" is a kind, not a time, and "the daily" a paper.
_ADVERB_TAGS = {"quarterly": ("ADV",), "yearly": ("ADV",)}


def _adverb(match: Match, context: Context) -> Optional[Reading]:
    token = context.token(match.start())
    if token is None or token.pos not in _ADVERB_TAGS.get(match["word"], ("ADV", "ADJ")):
        return None
    return Reading("SET", _ADVERBS[match["word"]])


def _every_unit(match: Match, context: Context) -> Optional[Reading]:
    """So many units, one where they tell how often ("three times a week")."""
    groups = match.groupdict()
    count = 2 if groups.get("other") else number(groups["number"]) if groups.get("number") else 1
    return Reading("SET", duration(count, unit_name(match["unit"]))) if count else None


def _every_named(match: Match, context: Context) -> Optional[Reading]:
    groups = match.groupdict()
    part = f"T{DAY_PARTS[match['part']]}" if groups.get("part") else ""
    if groups.get("weekday"):
        return Reading("SET", f"XXXX-WXX-{weekday_number(match['weekday']) + 1}{part}")
    if groups.get("month"):
        capital = context.capital(match.start("month"))
        return Reading("SET", f"XXXX-{month_number(match['month']):02d}") if capital else None
    if groups.get("season"):
        return Reading("SET", f"XXXX-{SEASONS[match['season']]}")
    return Reading("SET", f"XXXX-XX-XX{part}")


def _yearly(match: Match, context: Context) -> Optional[Reading]:
    return Reading("SET", "P1Y")


_EVERY = "(?:every|each)"

RULES = (
    rule("adverb", "set",
         f"(?P<word>{'|'.join(_ADVERBS)})",
         _adverb, "they meet [weekly]", "P1W"),
    rule("every unit", "set",
         rf"{_EVERY} (?:(?P<other>other|second) |<number> |single )?<unit>",
         _every_unit, "they meet [every two weeks]", "P2W"),
    rule("times a unit", "unit",
         "(?:once|twice|(?:<:number>|several|many) times|<:number> (?:days|nights))"
         " (?:an?|per|each|every) <unit>",
         _every_unit, "they meet [twice a week]", "P1W"),
    rule("every weekday", "set",
         rf"{_EVERY} (?:(?:other|second|single|alternate) )?<weekday>(?: <part>)?",
         _every_named, "they meet [every Monday morning]", "XXXX-WXX-1TMO"),
    rule("weekdays", "weekday",
         "<weekday>s",
         _every_named, "they meet on [Mondays]", "XXXX-WXX-1"),
    rule("weekday parts", "weekday",
         "<weekday> <part>s",
         _every_named, "they meet on [Monday nights]", "XXXX-WXX-1TNI"),
    rule("weekday of parts", "weekday",
         "<weekday>(?= (?:and|or|to|through) <:weekday> <part>s)",
         _every_named, "they meet on [Monday] and Tuesday nights", "XXXX-WXX-1TNI"),
    rule("weekday of every month", "weekday",
         "the (?:<nth>|last) <weekday> (?:of|in) (?:every|each) <:month>",
         _yearly, "they meet on [the first Monday of each October]", "P1Y"),
    rule("every month", "set",
         rf"{_EVERY} <month>",
         _every_named, "they meet [each March]", "XXXX-03"),
    rule("every season", "set",
         rf"{_EVERY} <season>",
         _every_named, "they meet [every summer]", "XXXX-SU"),
    rule("every part", "set",
         rf"{_EVERY} <part>",
         _every_named, "they meet [every night]", "XXXX-XX-XXTNI"),
)  # fmt: skip
