"""Participants: who a noun phrase means."""

import pytest

from tests.documents import parsed
from transforms.entities.actors import participant
from transforms.entities.mentions import find_mentions

pytestmark = pytest.mark.model


def test_a_dateline_takes_no_part() -> None:
    document = parsed(
        "BASRA: Gunmen opened fire on a convoy on Friday, the police said.", title="Convoy attacked"
    )
    place = next(token for token in document.tokens if token.text == "BASRA")
    assert participant(document, find_mentions(document), place) is None
