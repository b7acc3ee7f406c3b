"""Stages that write straight into the group that their outputs are flattened for.

    write_straight()

Beam's local runner has a stage of its own between a Flatten and the GroupByKey behind it, as in each
CoGroupByKey: all that the branches made goes to a worker, and comes back as it was. Here each branch writes
into the group itself. That is a third of the graph's stages fewer, each of which costs some 40 ms a slice
(tests/benchmarks/README.md). What is grouped is the same; where branches differ in their windows, all is
left as it was.

Knows the inside of Beam 2.77: a write names the buffer it goes to; a stage waits for all that write there.
"""

from collections.abc import Iterable

from apache_beam.runners.portability.fn_api_runner import translations
from apache_beam.runners.portability.fn_api_runner.translations import Stage, TransformContext
from apache_beam.runners.worker.bundle_processor import DATA_INPUT_URN, DATA_OUTPUT_URN

_sink_flattens = translations.sink_flattens


def write_straight() -> None:
    """Have Beam's local runner make its graphs as the module says, in this process, from now on."""
    translations.sink_flattens = _sunk_and_grouped  # type: ignore[assignment]


def _sunk_and_grouped(stages: Iterable[Stage], context: TransformContext) -> list[Stage]:
    """Sink flattens as Beam does, then leave out those that only a group reads."""
    sunk = list(_sink_flattens(stages, context))
    written: dict[bytes, list[Stage]] = {}
    for stage in sunk:
        if _urn(stage) == DATA_OUTPUT_URN:
            written.setdefault(_buffer(stage), []).append(stage)
    readers: dict[str, list[Stage]] = {}
    for stage in sunk:
        for name in stage.transforms[0].inputs.values():
            readers.setdefault(name, []).append(stage)
    left_out: set[Stage] = set()
    # The last flatten first: what it leaves to a group, one before it may write there.
    for read in reversed(sunk):
        if _urn(read) != DATA_INPUT_URN or _kind(read) != "materialize":
            continue
        [output] = read.transforms[0].outputs.values()
        consumers, writes = readers.get(output, []), written[_buffer(read)]
        if len(consumers) != 1 or _urn(consumers[0]) != DATA_OUTPUT_URN or _kind(consumers[0]) != "group":
            continue
        if not _of_same_windows([output, *(_written(write) for write in writes)], context):
            continue
        _redirect(writes, consumers[0], context)
        for stage in sunk:
            if consumers[0] in stage.must_follow:
                stage.must_follow = stage.must_follow | frozenset(writes)
        left_out |= {read, consumers[0]}
    for stage in sunk:
        stage.must_follow = frozenset(stage.must_follow - left_out)
    return [stage for stage in sunk if stage not in left_out]


def _redirect(writes: Iterable[Stage], group: Stage, context: TransformContext) -> None:
    """Have the branches of a flatten write to the buffer of `group`, whose coder theirs already is."""
    buffer = _buffer(group)
    _, name = translations.split_buffer_id(buffer)
    group_by_key = context.components.transforms[name]
    for write in writes:
        write.transforms[0].spec.payload = buffer
        # Where the runner looks for the coder of what is written: any of the branches.
        [of_group] = group_by_key.inputs
        group_by_key.inputs[of_group] = _written(write)


def _of_same_windows(names: Iterable[str], context: TransformContext) -> bool:
    """Whether the PCollections `names` are of the same windows: the group takes those of the first branch."""
    strategies = context.components.windowing_strategies
    first, *others = (
        strategies[context.components.pcollections[name].windowing_strategy_id] for name in names
    )
    return all(other == first for other in others)


def _written(stage: Stage) -> str:
    [name] = stage.transforms[0].inputs.values()
    return str(name)


def _urn(stage: Stage) -> str:
    return str(stage.transforms[0].spec.urn)


def _kind(stage: Stage) -> str:
    """What is behind the buffer that is read or written: "group", or "materialize" of a flatten."""
    kind, _ = translations.split_buffer_id(_buffer(stage))
    return str(kind)


def _buffer(stage: Stage) -> bytes:
    return bytes(stage.transforms[0].spec.payload)
