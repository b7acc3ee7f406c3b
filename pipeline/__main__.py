"""The command `dateline`, and `python -m pipeline`."""

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Optional

from pipeline.options import build_parser


def main(argv: Optional[Sequence[str]] = None) -> int:
    """Run a command and return its exit code: 0 done, 1 failed, 2 wrongly called."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal of another encoding than UTF-8 has no arrow.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print("dateline: stopped", file=sys.stderr)
        return 1
    except BrokenPipeError:
        if arguments[:1] != ["timeline"]:
            raise  # a connection, not the reader of what is printed
        # Whoever read has seen enough; what is still in the buffer would fail once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    finally:
        gc.enable()


def _run(arguments: list[str]) -> int:
    parser = build_parser()
    if arguments[:1] == ["ingest"] and not {"-h", "--help"} & set(arguments):
        # What is imported and loaded, stays, and the collector would go through it time and again. It is
        # turned on when all is there (transforms/memory.py), or when that fails.
        gc.disable()
        # Only this command knows Beam's options, and only Beam can tell them from ours.
        from pipeline.options import last_given, split_arguments
        from pipeline.progress import quiet_libraries
        from pipeline.workers import WITH_WORKERS, warm_up

        if last_given("--direct_running_mode", arguments) == WITH_WORKERS:
            warm_up(last_given("--model", arguments) or _subparser(parser, "ingest").get_default("model"))
        quiet_libraries()
        import wordfreq  # noqa: F401  to import it reads the sources of all modules there are: before Beam

        from pipeline.ingest import ingest

        own, beams = split_arguments(arguments[1:], _subparser(parser, "ingest"))
        return ingest(parser.parse_args(["ingest", *own]), beams)
    options = parser.parse_args(arguments)
    if options.version:
        print(f"dateline {version('dateline')}")
    elif options.command == "timeline":
        from pipeline.timeline import show_timeline

        show_timeline(options)
    elif options.command == "compact":
        from pipeline.progress import quiet_libraries

        quiet_libraries()
        from pipeline.compact import compact_store

        return compact_store(options)
    elif options.command == "doctor":
        from pipeline.progress import quiet_libraries

        quiet_libraries()
        from pipeline.doctor import doctor

        return doctor(options)
    else:
        parser.print_help()
        return 2
    return 0


def _subparser(parser: argparse.ArgumentParser, name: str) -> argparse.ArgumentParser:
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    found: argparse.ArgumentParser = commands.choices[name]
    return found


if __name__ == "__main__":
    sys.exit(main())
