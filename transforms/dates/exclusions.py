"""What looks like a date and is none: each of these is read as nothing, and nothing is read of its words."""

from typing import Optional

from transforms.dates.calendar import IN_MONTH
from transforms.dates.rule import NOTHING, Context, Match, Reading, rule
from transforms.dates.words import WEEKDAYS


def _nothing(match: Match, context: Context) -> Optional[Reading]:
    return NOTHING


def _name(match: Match, context: Context) -> Optional[Reading]:
    """A name has a capital: "Man Friday", but "they held a man Friday"."""
    return NOTHING if context.capital(match.start("name")) else None


def _rally(match: Match, context: Context) -> Optional[Reading]:
    """A march has an aim with a capital; but "in March for Kenya", "March on Monday"."""
    start = match.start("name")
    named = context.capital(start) and context.capital(match.start("aim"))
    month = match["aim"] in WEEKDAYS or IN_MONTH.search(context.before(start, 8))
    return NOTHING if named and not month else None


_PAPERS = (
    "times|telegraph|mirror|herald|express|post|magazine|mail|world|star|tribune|independent|sun|guardian"
    "|night live|school|league"
)

# The examples mark what is passed over; their value is None.
RULES = (
    rule("paper", "weekday",
         rf"(?:the )?<weekday> (?P<name>{_PAPERS})",
         _name, "he told [the Sunday Times]", None),
    rule("daily paper", "set",
         rf"(?:the )?daily (?P<name>{_PAPERS})",
         _name, "he told [the Daily Herald]", None),
    rule("day of a name", "weekday",
         "(?P<name>bloody|super|casual|cyber|man|fat|giving|holy|maundy) <weekday>",
         _name, "the march of [Bloody Sunday]", None),
    rule("agreement", "weekday",
         "good friday (?P<name>agreement|accords?)",
         _name, "under the [Good Friday Agreement]", None),
    rule("unlucky day", "weekday",
         "<weekday>,? the (?:13th|thirteenth)",
         _nothing, "it was [Friday the 13th]", None),
    rule("telephone number", "digit",
         r"[+(][0-9]{1,4}[) .-]{1,2}[0-9]{2,4}(?:[ .-][0-9]{2,7}){1,3}|[0-9]{3,4}-[0-9]{2,4}-[0-9]{3,4}"
         r"|[0-9]{3}-[0-9]{4}|0[0-9]{2,3}-[0-9]{6,8}",
         _nothing, "call [555-2022-1998]", None),
    rule("round the clock", "digit",
         "24[/-]7|24 hours a day",
         _nothing, "guarded [24/7]", None),
    rule("programme", "deictic",
         "(?P<name>today) (?:show|programme)\\b",
         _name, "he told [the Today programme]", None),
    rule("saying", "weekday",
         "(?:ways from|month of) sundays?",
         _nothing, "they blamed him [six ways from Sunday]", None),
    rule("early gift", "holiday",
         "christmas (?:just )?(?:came|comes|has come|had come) early",
         _nothing, "[Christmas came early] for the mill", None),
    rule("rally", "month",
         "[a-z]{2,}(?:'s|s') (?P<name>march)(?! [0-9])",
         _name, "they joined the [Women's March]", None),
    rule("march", "month",
         "(?P<name>march) (?:for|on|against) (?:the )?(?P<aim>[a-z]+)",
         _rally, "they came for the [March for Life]", None),
    rule("prize", "unit",
         "(?:person|people|man|woman|player|team|club|coach|manager|driver|artist|author|writer|actor|book"
         "|film|movie|song|album|word|photo|photographer|photography|picture|car|goal|match|story|rookie"
         "|athlete) of the year",
         _nothing, "she was [player of the year]", None),
    rule("today at large", "deictic",
         "today's (?:world|youth|society|children|young|generations?|standards|terms|money|dollars)\\b",
         _nothing, "in [today's world]", None),
    rule("age", "unit",
         "<number>[ -]<unit>[ -]olds?|aged? <:number> <:unit>",
         _nothing, "a [20-year-old] driver", None),
)  # fmt: skip
