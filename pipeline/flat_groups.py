"""Stages that write straight into the group that their outputs are flattened for.

    write_straight()

Beam's local runner has a stage of its own between a Flatten and the GroupByKey behind it, as in each
CoGroupByKey: all that the branches made goes to a worker, and comes back as it was. Here each branch writes
into the group itself. That is a third of the graph's stages fewer, each of which costs some 50 ms a slice and
more with workers; what is grouped is the same (tests/benchmarks/README.md).

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
    for read in sunk:
        if _urn(read) != DATA_INPUT_URN or not read.transforms[0].unique_name.endswith("/Read"):
            continue
        kind, _ = translations.split_buffer_id(_buffer(read))
        [output] = read.transforms[0].outputs.values()
        consumers = readers.get(output, [])
        if kind != "materialize" or len(consumers) != 1 or not _is_group_write(consumers[0]):
            continue
        _redirect(written[_buffer(read)], consumers[0], context)
        for stage in sunk:
            if consumers[0] in stage.must_follow:
                stage.must_follow = stage.must_follow | frozenset(written[_buffer(read)])
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
        [of_group], [of_branch] = group_by_key.inputs, write.transforms[0].inputs.values()
        group_by_key.inputs[of_group] = of_branch


def _is_group_write(stage: Stage) -> bool:
    return _urn(stage) == DATA_OUTPUT_URN and translations.split_buffer_id(_buffer(stage))[0] == "group"


def _urn(stage: Stage) -> str:
    return str(stage.transforms[0].spec.urn)


def _buffer(stage: Stage) -> bytes:
    return bytes(stage.transforms[0].spec.payload)
