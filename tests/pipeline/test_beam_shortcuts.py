"""What is kept of Beam is what Beam itself would have said."""

from collections.abc import Iterable, Iterator

import apache_beam as beam
import pytest
from apache_beam.coders import VarIntCoder
from apache_beam.options.pipeline_options import SetupOptions, StandardOptions
from apache_beam.transforms import userstate
from apache_beam.transforms.core import CallableWrapperDoFn
from apache_beam.transforms.userstate import ReadModifyWriteStateSpec

from pipeline import beam_shortcuts
from pipeline.beam_shortcuts import KeptOptions, keep_specs


class Plain(beam.DoFn):
    def process(self, element: int) -> Iterator[int]:
        yield element


class Counting(beam.DoFn):
    SEEN = ReadModifyWriteStateSpec("seen", VarIntCoder())

    def process(
        self, element: tuple[str, int], seen: object = beam.DoFn.StateParam(SEEN)
    ) -> Iterable[tuple[str, int]]:
        return [element]


class Holder:
    SEEN = ReadModifyWriteStateSpec("held", VarIntCoder())

    def with_state(
        self, element: tuple[str, int], seen: object = beam.DoFn.StateParam(SEEN)
    ) -> Iterable[tuple[str, int]]:
        return [element]

    def without(self, element: tuple[str, int]) -> Iterable[tuple[str, int]]:
        return [element]


def test_specs_are_those_that_beam_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(userstate, "get_dofn_specs", userstate.get_dofn_specs)
    keep_specs()
    holder = Holder()
    dofns = [Plain(), Counting(), Plain(), Counting(), CallableWrapperDoFn(len)]
    # All of one class, and each with a method of its own.
    dofns += [CallableWrapperDoFn(holder.without), CallableWrapperDoFn(holder.with_state)]
    for dofn in dofns:
        assert userstate.get_dofn_specs(dofn) == beam_shortcuts._read_specs(dofn)
    assert [userstate.is_stateful_dofn(dofn) for dofn in dofns] == [
        False, True, False, True, False, False, True,
    ]  # fmt: skip


def test_signatures_are_read_once_a_class(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    monkeypatch.setattr(beam_shortcuts, "_specs", {})
    monkeypatch.setattr(beam_shortcuts, "_read_specs", lambda dofn: read.append(dofn) or ({1}, set()))
    monkeypatch.setattr(userstate, "get_dofn_specs", userstate.get_dofn_specs)
    keep_specs()
    for _ in range(3):
        states, _ = userstate.get_dofn_specs(Plain())
        assert states == {1}
        states.clear()  # the caller's own
    assert len(read) == 1


def test_views_share_their_values() -> None:
    options = KeptOptions(["--runner=FnApiRunner"])
    assert options.view_as(StandardOptions).runner == "FnApiRunner"
    assert options.view_as(SetupOptions) is options.view_as(SetupOptions)
    options.view_as(SetupOptions).save_main_session = False
    assert options.get_all_options()["save_main_session"] is False
