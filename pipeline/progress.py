"""What the terminal shows while a run is at work."""

import logging
from types import TracebackType
from typing import Optional

from rich.console import Console

PROGRESS = "dateline.progress"


def quiet_libraries() -> None:
    """Keep the libraries' remarks off the terminal; their errors still come through.

    Called before Beam is imported: it warns through the root logger of what it does not find.
    """
    logging.basicConfig(level=logging.ERROR, format="%(name)s: %(message)s", force=True)
    logging.getLogger(PROGRESS).setLevel(logging.INFO)
    # Beam logs what a worker raises, traceback and all, before it raises it here as well.
    logging.getLogger("apache_beam").setLevel(logging.CRITICAL)


class Progress(logging.Handler):
    """Shows the newest line that a stage logs to PROGRESS: in place on a terminal, else line by line."""

    def __init__(self, console: Console):
        super().__init__(logging.INFO)
        self._console = console
        self._status = console.status("reading") if console.is_terminal else None

    def emit(self, record: logging.LogRecord) -> None:
        """Show one line."""
        if self._status is not None:
            self._status.update(record.getMessage())
        else:
            self._console.print(record.getMessage(), highlight=False)

    def __enter__(self) -> "Progress":
        logger = logging.getLogger(PROGRESS)
        logger.addHandler(self)
        logger.propagate = False
        if self._status is not None:
            self._status.start()
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        logging.getLogger(PROGRESS).removeHandler(self)
        if self._status is not None:
            self._status.stop()
