"""`dateline ingest` for launchers that only pass --name=value: Flex Templates, Airflow's Beam operator.

    python launch.py --input=gs://bucket/reports/2022-12-04/* --output=gs://bucket/tables ...

--input takes the files, folders and globs, parted by commas. Every other option is handed on as it is.
"""

import sys
from collections.abc import Sequence

from pipeline.__main__ import main

INPUT = "--input="


def arguments(argv: Sequence[str]) -> list[str]:
    """Return the arguments of `dateline` for those of a launcher."""
    given = [argument.removeprefix(INPUT) for argument in argv if argument.startswith(INPUT)]
    inputs = [place for places in given for place in places.split(",") if place]
    return ["ingest", *inputs, *(argument for argument in argv if not argument.startswith(INPUT))]


if __name__ == "__main__":
    sys.exit(main(arguments(sys.argv[1:])))
