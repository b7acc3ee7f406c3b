"""Lengths of time: three years, the past six months, a two-day visit, years."""

import re
from typing import Optional, Union

from transforms.dates.rule import Context, Match, Reading, number, rule, unit_name
from transforms.dates.values import duration

# Behind these a unit with "a" is a rate, "$3 a day"; but not in "shot 3 men a day after".
_RATE = re.compile(
    r"(?:[0-9%]|percent|million|billion|tons|barrels|dollars|cents)"
    r"(?:\s+(?!in\b|for\b|within\b|after\b|over\b|of\b|about\b|and\b)\w{1,14}){0,2}\s*$"
)
_DAY_WHEN = re.compile(" (?:when|that)\\b")
_ONE_DAY_WHEN = re.compile(",| (?:in|when|last|this|while|soon|perhaps)\\b")
_EVENT_AFTER = re.compile(" (?:after|before)\\b")
# Behind these a bare plural is a length: "for years", "within days"; not "hundreds of years".
_BARE_BEFORE = re.compile(
    r"\b(?:for|in|took|taken|takes?|within|after|spent|last|lasted|lasting|over|the)\s+$"
)


def _length(match: Match, context: Context) -> Optional[Reading]:
    unit = unit_name(match["unit"])
    count = number(match["number"])
    if count is None:
        return None
    if match["and_half"] or match["half_more"]:
        count += 0.5
    if match[0] == "one day" and _ONE_DAY_WHEN.match(context.text, match.end()):
        return None  # "one day in May"
    if unit == "second" and not match["number"][0].isdigit() and match["number"] not in ("ten", "thirty"):
        return None  # "one second", "three second places"
    if unit == "quarter" and (
        "-" in match[0] or match["number"] not in ("two", "three", "four", "five", "six", "eight")
    ):
        return None  # "three-quarters" is a share
    if unit == "weekend" and match["number"] == "one":
        return None
    return Reading("DURATION", duration(count, unit))


def _span_of_length(match: Match, context: Context) -> Optional[Reading]:
    """As many as are said of "the past six months", X if vaguely many."""
    words = match["number"] or ""
    count = number(words) if words else None
    return Reading("DURATION", duration("X" if count is None else count, unit_name(match["unit"])))


def _is_rate(match: Match, context: Context) -> bool:
    """Tell whether a unit tells how often: "ten letters a day", but not "they gave the rebels a day"."""
    token = context.token(match.end() - 1)
    if token is None or token.dep != "npadvmod" or token.head.tag != "NNS" or match["and_half"]:
        return False
    left = context.document.tokens[token.i - 2] if token.i > 1 else None
    return match[0].startswith(("a ", "an ")) and left is not None and left.tag == "NNS"


def _one(match: Match, context: Context) -> Optional[Reading]:
    """One unit or half of one, but no rate behind an amount."""
    unit = unit_name(match["unit"])
    if match["half"]:
        return Reading("DURATION", duration(0.5, unit)) if unit in ("year", "hour", "minute") else None
    if _RATE.search(context.before(match.start(), 24)) and not _EVENT_AFTER.match(context.text, match.end()):
        return None
    if _is_rate(match, context):
        return Reading("SET", duration(1, unit))
    if unit in ("quarter", "weekend") or (unit in ("second", "minute") and not match["about"]):
        return None
    if unit == "day" and _DAY_WHEN.match(context.text, match.end()):
        return None
    if match["and_half"]:
        return Reading("DURATION", duration(1.5, unit))
    return Reading("DURATION", duration(1, unit))


def _vague(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DURATION", duration("X", unit_name(match["unit"])))


def _long(match: Match, context: Context) -> Optional[Reading]:
    count: Union[int, str] = "X" if match["units"] else 1
    return Reading("DURATION", duration(count, unit_name(match["units"] or match["unit"])))


def _bare(match: Match, context: Context) -> Optional[Reading]:
    return _vague(match, context) if _BARE_BEFORE.search(context.before(match.start(), 12)) else None


_NOT_OLD = "(?![ -]olds?|-to-)"
_MORE = r"(?: (?:more|additional|consecutive|straight|full|long|trading|working|business|calendar))?"
_MOST = "(?:at least|over|for most of|much of|most of|each of)"
_WHICH = "(?:past|last|next|first|coming|previous|following|final|latest|preceding)"

RULES = (
    rule("length", "unit",
         rf"(?:(?:<about>|the) )?<number>(?P<half_more> and a half)?{_MORE}[ -]<unit>"
         rf"(?P<and_half> and a half)?(?: or (?:so|more))?{_NOT_OLD}",
         _length, "it lasted [three years]", "P3Y"),
    rule("spanned length", "unit",
         rf"(?:{_MOST} )?the {_WHICH} (?:<number>|<vague:vague_count>){_MORE}[ -]<unit>(?: or so)?",
         _span_of_length, "during [the past six months]", "P6M"),
    rule("one", "unit",
         rf"(?<!-)(?:<about> )?(?:(?P<half>half an?|a half)|an?|an entire|a full|an additional"
         rf"|another)[ -]<unit:one_unit>(?P<and_half> and a half)?{_NOT_OLD}",
         _one, "it lasted [a week]", "P1W"),
    rule("vague length", "unit",
         rf"(?<!as[ ])<vague>(?: more)?[ -]<unit>{_NOT_OLD}",
         _vague, "it lasted [several months]", "PXM"),
    rule("long", "unit",
         r"(?P<unit>hour|day|week|month|year|decade)-long|<units>-(?:long|old)",
         _long, "after a [decades-long] feud", "PXDE"),
    rule("bare units", "unit",
         "(?P<unit>decades|years|months|weeks|days|hours|minutes|centuries)(?! (?:old|ago|later|earlier))",
         _bare, "it lasted for [weeks]", "PXW"),
)  # fmt: skip
