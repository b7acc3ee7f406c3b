"""What tests/benchmarks/bench.py measures in a process of its own.

python -m tests.benchmarks.child plain CORPUS             # bare nlp.pipe, as spaCy comes
python -m tests.benchmarks.child settings CORPUS          # the same with our settings
python -m tests.benchmarks.child parse CORPUS             # our parse
python -m tests.benchmarks.child profile CORPUS OUTPUT    # an ingest, its stages timed
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

# The stages that are timed apart, by where they are called; the rest is Beam and the start.
STAGES = (
    ("read and sign", "transforms.parse", "parse_article"),
    ("link and cluster reports", "transforms.relate", "relate"),
    ("parse (the model)", "transforms.annotate", "parse_paragraphs"),
    ("interpret", "transforms.interpret", "interpret_article"),
    ("repeated sentences", "transforms.repeat", "link_family"),
    ("cluster events", "transforms.cluster", "tell_story"),
    ("make files of rows", "transforms.write", "to_arrow"),
    ("commit", "transforms.commits", "commit"),
)


def main() -> None:
    """Measure in this process, without the start, and print."""
    kind, corpus, *rest = sys.argv[1:]
    if kind == "profile":
        _profile(["ingest", "--quiet", "-o", rest[0], corpus])
        return
    texts = [json.loads(line)["text"] for line in Path(corpus).read_text("utf-8").splitlines()]
    nlp, parse = _parse(kind)
    parse(nlp, texts[:1])
    begun, worked = time.perf_counter(), time.process_time()
    parse(nlp, texts)
    print(time.perf_counter() - begun, time.process_time() - worked)


def _parse(kind: str) -> tuple[Any, Callable[[Any, Sequence[str]], None]]:
    from transforms.model import BATCH_PARAGRAPHS, DEFAULT_MODEL, load_model, parse_paragraphs

    def bare(nlp: Any, texts: Sequence[str]) -> None:
        for _ in nlp.pipe(texts):
            pass

    def by_paragraph(nlp: Any, texts: Sequence[str]) -> None:
        for _ in nlp.pipe(_paragraphs(texts), batch_size=BATCH_PARAGRAPHS):
            pass

    def ours(nlp: Any, texts: Sequence[str]) -> None:
        found = list(_paragraphs(texts))
        for first in range(0, len(found), 2 * BATCH_PARAGRAPHS):
            parse_paragraphs(nlp, [("", text) for text in found[first : first + 2 * BATCH_PARAGRAPHS]])

    if kind == "plain":
        import spacy

        return spacy.load(DEFAULT_MODEL, exclude=["senter"]), bare
    return load_model(DEFAULT_MODEL), by_paragraph if kind == "settings" else ours


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from (line.strip() for line in text.split("\n") if line.strip())


def _profile(arguments: Sequence[str]) -> None:
    """Run the program with its stages timed, and print their shares."""
    import importlib

    from pipeline.__main__ import main as program

    spent = dict.fromkeys((name for name, *_ in STAGES), 0.0)
    begun = time.process_time()
    import pipeline.ingest

    assert pipeline.ingest
    for name, module, function in STAGES:
        _time(importlib.import_module(module), function, spent, name)
    model = time.process_time()
    from transforms.model import DEFAULT_MODEL, load_model

    load_model(DEFAULT_MODEL)
    spent["imports and loading the model"] = time.process_time() - model + (model - begun)
    program(arguments)
    total = time.process_time() - begun
    spent["Beam: graph, coders, shuffles"] = total - sum(spent.values())
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:36} {seconds:7.1f} s  {seconds / total:5.1%}")


def _time(module: Any, function: str, spent: dict[str, float], name: str) -> None:
    real = getattr(module, function)

    def timed(*arguments: Any) -> Any:
        begun = time.thread_time()
        try:
            return real(*arguments)
        finally:
            spent[name] += time.thread_time() - begun

    setattr(module, function, timed)


if __name__ == "__main__":
    main()
