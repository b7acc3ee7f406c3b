"""Tell whether the process that writes a run is still at work.

    with hold_lease(output, run_id): ...    # on a local disk: a lock, which goes with the process
    announce(output, run_id)                # elsewhere: a file, by whose age it is told

Whoever finds files that a run has staged asks here whether they are still wanted.
"""

import contextlib
import fcntl
import os
import time
from typing import IO, Optional

from apache_beam.io.filesystems import FileSystems

from transforms import places, store

LEASE = "lease"
BEGUN = "begun"
# Where there is no lease, nothing tells a dead run from a slow one but its age.
ABANDONED_AFTER_SECONDS = 24 * 3600


def hold_lease(output: str, run_id: str) -> Optional[IO[str]]:
    """Mark a run's staged files as belonging to a living process, for as long as the result is open.

    Local disks only (flock: the mark goes with the process, however it ends); elsewhere None. For runs
    whose files are all written by this process or its children. Shared: whoever commits holds it as well.
    """
    if places.is_remote(output):
        return None
    place = FileSystems.join(output, store.STAGING, run_id)
    # Locked before it has its name: nobody sees it free.
    made = FileSystems.join(output, f".{run_id}.{LEASE}")
    lease = open(made, "w+")  # noqa: SIM115
    fcntl.flock(lease, fcntl.LOCK_SH)
    places.make_folder(place)
    os.rename(made, FileSystems.join(place, LEASE))
    return lease


def has_lease(output: str, run_id: str) -> bool:
    """Tell whether a lease says if a run is at work; else only its age does."""
    place = FileSystems.join(output, store.STAGING, run_id, LEASE)
    return not places.is_remote(output) and os.path.exists(place)


def shared_lease(output: str, run_id: str) -> contextlib.AbstractContextManager[object]:
    """Hold a run's lease as well, where it has one. Waits while another looks whether the run is dead.

    If it was taken for dead, its files are gone when this returns.
    """
    if not places.is_remote(output):
        with contextlib.suppress(FileNotFoundError):
            lease = open(FileSystems.join(output, store.STAGING, run_id, LEASE))  # noqa: SIM115
            fcntl.flock(lease, fcntl.LOCK_SH)
            return lease
    return contextlib.nullcontext()


def announce(output: str, run_id: str) -> None:
    """Mark a run as begun where no lease can: by a file among what it stages, which goes with the rest."""
    # Not an empty one: Beam uploads in parts, and S3 takes no upload of none.
    places.write_file(FileSystems.join(output, store.STAGING, run_id, BEGUN), run_id.encode())


def is_alive(output: str, run_id: str, leases: contextlib.ExitStack) -> bool:
    """Tell whether the process that staged these files may still be at work.

    Its lease tells, where there is one: if none holds it, the process is gone, and the lease is held here
    until `leases` closes. Without one, the run is taken for alive for a day after it last wrote a file.
    """
    place = FileSystems.join(output, store.STAGING, run_id)
    if not places.is_remote(output):
        with contextlib.suppress(FileNotFoundError):
            lease = open(FileSystems.join(place, LEASE))  # noqa: SIM115
            leases.enter_context(lease)
            try:
                fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
            return False
    return time.time() - places.newest(place) < ABANDONED_AFTER_SECONDS
