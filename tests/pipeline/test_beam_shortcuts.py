"""What is kept of Beam is what Beam itself would have said."""

import threading
from collections.abc import Iterable, Iterator

import apache_beam as beam
import pytest
from apache_beam.coders import VarIntCoder
from apache_beam.internal import cloudpickle_pickler
from apache_beam.options.pipeline_options import SetupOptions, StandardOptions
from apache_beam.runners.worker import statesampler
from apache_beam.runners.worker.statesampler import StateSampler
from apache_beam.transforms import core, userstate
from apache_beam.transforms.core import CallableWrapperDoFn
from apache_beam.transforms.userstate import ReadModifyWriteStateSpec
from apache_beam.utils.counters import CounterFactory

from pipeline import beam_shortcuts
from pipeline.beam_shortcuts import KEPT_BYTES, KeptOptions, take_shortcuts


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beam is as it comes, and as it was after each test."""
    monkeypatch.setattr(userstate, "get_dofn_specs", beam_shortcuts._read_specs)
    monkeypatch.setattr(core, "get_function_args_defaults", beam_shortcuts._read)
    monkeypatch.setattr(cloudpickle_pickler, "loads", beam_shortcuts._loads_unkept)
    monkeypatch.setattr(cloudpickle_pickler, "dumps", beam_shortcuts._dumps_unkept)
    monkeypatch.setattr(StateSampler, "start", StateSampler.start)
    monkeypatch.setattr(StateSampler, "stop", StateSampler.stop)


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


def dofns() -> list[beam.DoFn]:
    """Some of one class; the last three all of one, and each with a function of its own."""
    holder = Holder()
    functions = [len, holder.without, holder.with_state]
    return [Plain(), Counting(), Plain(), Counting(), *map(CallableWrapperDoFn, functions)]


def test_specs_are_those_that_beam_reads() -> None:
    take_shortcuts()
    for dofn in dofns():
        assert userstate.get_dofn_specs(dofn) == beam_shortcuts._read_specs(dofn)
    assert [userstate.is_stateful_dofn(dofn) for dofn in dofns()] == [
        False, True, False, True, False, False, True,
    ]  # fmt: skip


def test_signatures_are_read_once_a_class(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    monkeypatch.setattr(beam_shortcuts, "_specs", {})
    monkeypatch.setattr(beam_shortcuts, "_read_specs", lambda dofn: read.append(dofn) or ({1}, set()))
    take_shortcuts()
    for _ in range(3):
        states, _ = userstate.get_dofn_specs(Plain())
        assert states == {1}
        states.clear()  # the caller's own
    assert len(read) == 1


def test_arguments_are_those_that_beam_reads() -> None:
    methods = [
        getattr(dofn, name)
        for dofn in dofns()
        for name in ("process", "start_bundle", "finish_bundle", "setup")
    ]
    as_beam = [core.get_function_args_defaults(method) for method in methods]
    take_shortcuts()
    for _ in range(2):
        given = [core.get_function_args_defaults(method) for method in methods]
        assert given == as_beam
        for names, defaults in given:  # the caller's own
            names.append("changed")
            defaults.append("changed")


@pytest.mark.parametrize(
    "value", [Plain, {"a": [1, 2]}, "x" * 2 * KEPT_BYTES], ids=["class", "value", "large"]
)
@pytest.mark.parametrize("use_zlib", [False, True])
def test_what_is_pickled_is_what_beam_pickles(value: object, use_zlib: bool) -> None:
    packed = cloudpickle_pickler.dumps(value, use_zlib=use_zlib)
    take_shortcuts()
    for _ in range(2):
        assert cloudpickle_pickler.dumps(value, use_zlib=use_zlib) == packed
        assert cloudpickle_pickler.loads(packed, use_zlib=use_zlib) == value


def test_what_is_unpickled_is_the_callers_own() -> None:
    take_shortcuts()
    packed = cloudpickle_pickler.dumps({"a": [1]})
    cloudpickle_pickler.loads(packed)["a"].append(2)
    assert cloudpickle_pickler.loads(packed) == {"a": [1]}


def test_a_bundle_has_no_thread_that_looks_at_it() -> None:
    sampler = StateSampler("stage", CounterFactory())
    take_shortcuts()
    before = threading.active_count()
    sampler.start()
    assert threading.active_count() == before
    assert statesampler.get_current_tracker() is sampler
    sampler.stop_if_still_running()
    assert sampler.finished
    assert statesampler.get_current_tracker() is None


def test_views_share_their_values() -> None:
    options = KeptOptions(["--runner=FnApiRunner"])
    assert options.view_as(StandardOptions).runner == "FnApiRunner"
    assert options.view_as(SetupOptions) is options.view_as(SetupOptions)
    options.view_as(SetupOptions).save_main_session = False
    assert options.get_all_options()["save_main_session"] is False
