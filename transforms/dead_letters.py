"""Refuse an input without losing it."""

from datetime import date
from typing import Optional

from schemas.records import DeadLetter
from schemas.vocabulary import REASONS
from transforms.ids import content_id


class Refused(ValueError):
    """The input is at fault and a retry can't help. Any other error is a bug and fails the run."""

    def __init__(self, reason: str, message: str, published: Optional[date] = None):
        if reason not in REASONS:
            raise AssertionError(f"{reason!r} is not in vocabulary.REASONS")
        super().__init__(message)
        self.reason, self.message, self.published = reason, message, published


def dead_letter(source_uri: str, position: int, stage: str, refused: Refused, payload: bytes) -> DeadLetter:
    """Return the letter for a refused input: what it was (`payload`), where, and why."""
    letter_id = content_id("dead letter", source_uri, position, refused.reason, payload)
    return DeadLetter(
        letter_id, source_uri, position, stage, refused.reason, refused.message, payload, refused.published
    )
