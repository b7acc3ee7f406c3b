import hashlib
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.link.reports import edited, signed, text_of
from transforms.link import signature as limits
from transforms.link.signature import NO_WORDS, read_signature, sign

# Of text_of(3): a change of folding, hashing, furniture, terms or layout shows here, and needs a new
# SIGNATURE_SPEC, because the tables hold signatures of the old kind.
FROZEN = "06cb1d7bac9d05c1"


def test_signature_is_frozen() -> None:
    assert hashlib.sha256(sign(text_of(3), None)).hexdigest()[:16] == FROZEN


def test_signature_is_equal_in_another_process() -> None:
    code = (
        "from tests.transforms.link.reports import text_of; from transforms.link.signature import sign;"
        "import hashlib; print(hashlib.sha256(sign(text_of(3), None)).hexdigest()[:16])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == FROZEN


@pytest.mark.parametrize("sentences", [0, 1, 12, 100, 1000])
def test_samples_keep_their_limits(sentences: int) -> None:
    data = sign(text_of(7, sentences) + " 7 Ann", "A title of 12 words")
    signature = read_signature(data)
    samples = (signature.keys, signature.sketch, signature.masked, signature.numbers, signature.names)
    at_most = (limits.MAX_KEYS, limits.MAX_SKETCH, limits.MAX_MASKED, limits.MAX_GUARD, limits.MAX_GUARD)
    for sample, limit in zip(samples, at_most, strict=True):
        values = sample.values.tolist()
        assert len(values) <= limit
        assert values == sorted(set(values))
        assert all(value % (1 << sample.level) == 0 for value in values)
    assert len(data) <= 2693


def test_samples_nest() -> None:
    long, short = signed(text_of(7, 400)), signed(edited(text_of(7, 400), 380))
    assert long.keys.level > short.keys.level
    mask = (1 << long.keys.level) - 1
    assert {key for key in short.keys.values.tolist() if not key & mask} <= set(long.keys.values.tolist())


def test_title_does_not_make_another_digest() -> None:
    text = text_of(3)
    assert signed(f"One title\n{text}", "One title").digest == signed(f"Another\n{text}", "Another").digest
    assert sign(f"Aldermoor\n{text}", "Aldermoor") != sign(text, None)


def test_a_title_alone_is_signed() -> None:
    assert signed("Rain falls in Kabul", "Rain falls in Kabul").digest != NO_WORDS


def test_no_words_have_no_digest() -> None:
    assert signed("…\n— ", None).digest == NO_WORDS


@pytest.mark.parametrize("data", [b"", b"\x01", b"\x02" + bytes(40)])
def test_other_versions_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="signature"):
        read_signature(data)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.none() | st.text(max_size=20))
def test_any_text_is_signed_and_read(text: str, title: str | None) -> None:
    signature = read_signature(sign(text, title))
    assert sign(text, title) == sign(text, title)
    assert signature.terms.hashes.size == signature.terms.weights.size
    assert (signature.terms.weights > 0).all()
