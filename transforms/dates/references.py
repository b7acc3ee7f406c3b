"""Words for the past, the present and the future at large: "now", "recently", "soon". They name no day."""

from typing import Optional

from transforms.dates.rule import Context, Match, Reading, rule
from transforms.dates.tense import PAST, direction


def _present(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", "PRESENT_REF")


def _now(match: Match, context: Context) -> Optional[Reading]:
    """The present, but not where it only opens a sentence: "Now, he says", "Now for the news"."""
    opens = context.capital(match.start()) and context.after(match.end(), 5).startswith((",", " for "))
    return None if match[0] == "now" and opens else _present(match, context)


def _past(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", "PAST_REF")


def _future(match: Match, context: Context) -> Optional[Reading]:
    return Reading("DATE", "FUTURE_REF")


def _soon(match: Match, context: Context) -> Optional[Reading]:
    """The future, but not where it tells what came next: "they soon left"."""
    return None if direction(context, *match.span()) == PAST else Reading("DATE", "FUTURE_REF")


def _adjective(match: Match, context: Context) -> bool:
    token = context.token(match.start())
    return token is not None and token.pos == "ADJ" and not context.capital(match.start())


def _current(match: Match, context: Context) -> Optional[Reading]:
    return _present(match, context) if _adjective(match, context) else None


RULES = (
    rule("now", "reference",
         "right now|just now|now|currently|at present|at the moment|presently|the present(?= ?[.,;)])",
         _now, "it is [now] open", "PRESENT_REF"),
    rule("these days", "reference",
         r"nowadays|these days|at this (?:time|moment|point)(?! (?:last|next|of)\b)"
         r"|at th(?:is|e) present time",
         _present, "it is open [these days]", "PRESENT_REF"),
    rule("recently", "reference",
         "(?:more |until |only |very )?(?<!most[ ])recently(?! as\\b)|lately",
         _past, "it opened [recently]", "PAST_REF"),
    rule("the past", "reference",
         "the (?:recent |distant )?past(?= ?[.,;)]| (?:and|that|when|by|but|is|was|to|it|he|she|they|has"
         "|have|had)\\b)",
         _past, "it was open in [the past].", "PAST_REF"),
    rule("that time", "reference",
         "at th(?:e|at) time(?= ?[.,;)])",
         _past, "it was shut [at the time].", "PAST_REF"),
    rule("recent years", "reference",
         "(?:recent|past) years",
         _past, "in [recent years]", "PAST_REF"),
    rule("the future", "reference",
         "the (?:near|immediate|foreseeable|not[ -]too[ -]distant|distant) future"
         r"|the future(?! of\b)|a later (?:date|time)"
         "|the (?:short|near|long) term",
         _future, "it opens in [the near future]", "FUTURE_REF"),
    rule("soon", "reference",
         "(?<!as[ ])soon(?! after| enough)|as soon as possible",
         _soon, "it opens [soon]", "FUTURE_REF"),
    rule("one day", "unit",
         r"(?:(?<=will[ ])|(?<=would[ ])|(?<=could[ ])|(?<=might[ ])|(?<=may[ ])|(?<=can[ ]))one day",
         _future, "it will [one day] open", "FUTURE_REF"),
    rule("then current", "reference",
         "then[ -]current",
         _past, "at the [then-current] price", "PAST_REF"),
    rule("current", "reference",
         "current(?= (?!account|affairs|events))",
         _current, "the [current] head", "PRESENT_REF"),
)  # fmt: skip
