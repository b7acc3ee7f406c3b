"""Which reports are annotated."""

from typing import Optional

import pytest

from transforms.interpret import is_english


@pytest.mark.parametrize(
    ("language", "found"),
    [
        (None, True), ("en", True), ("en-gb", True), ("en_us", True), ("eng", True), ("english", True),
        ("de", False), ("de-en", False), ("enm", False),
    ],
)  # fmt: skip
def test_english_has_many_names(language: Optional[str], found: bool) -> None:
    assert is_english(language) == found
