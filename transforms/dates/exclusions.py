"""What looks like a date and is none: each of these is read as nothing, and nothing is read of its words."""

from typing import Optional

from transforms.dates.rule import NOTHING, Context, Match, Reading, rule


def _nothing(match: Match, context: Context) -> Optional[Reading]:
    return NOTHING


_PAPERS = (
    "times|telegraph|mirror|herald|express|post|magazine|mail|world|star|tribune|business post|independent"
    "|sun|"
    "guardian|morning herald|night live|school|league"
)

# The examples mark what is passed over; their value is None.
RULES = (
    rule("paper", "weekday",
         rf"(?:the )?(?:<weekday>|daily) (?:{_PAPERS})",
         _nothing, "he told [the Sunday Times]", None),
    rule("day of a name", "weekday",
         "(?:bloody|super|casual|cyber|man|fat|giving|holy|maundy|wacky) <weekday>|good friday (?:agreement"
         "|accords?)",
         _nothing, "the march of [Bloody Sunday]", None),
    rule("unlucky day", "weekday",
         "<weekday>,? the (?:13th|thirteenth)",
         _nothing, "it was [Friday the 13th]", None),
    rule("telephone number", "digit",
         r"[+(]?[0-9]{2,4}[) .-]{1,2}[0-9]{2,4}[ .-][0-9]{3,4}(?:[ .-][0-9]{2,4}){0,2}|[0-9]{3}-[0-9]{4}",
         _nothing, "call [555-2022-1998]", None),
    rule("round the clock", "digit",
         "24[/-]7",
         _nothing, "guarded [24/7]", None),
    rule("age", "unit",
         "<number>[ -]<unit>[ -]olds?|aged? <:number> <:unit>",
         _nothing, "a [20-year-old] driver", None),
)  # fmt: skip
