"""How a process that works for long holds its memory.

    gc.disable()         # before what stays is imported and loaded
    settle_memory()
    settle_collector()   # when it is

Of 600 reports the peak was 905 MB without `settle_memory`, and is 810 with it (tests/benchmarks/README.md).
"""

import ctypes
import gc

import pyarrow as pa

# Of glibc's malloc.h.
M_TRIM_THRESHOLD = -1
M_MMAP_THRESHOLD = -3
# Larger blocks are taken from the system one by one, and given back when they are freed. Left to itself,
# glibc raises this limit, up to 32 MB, to the largest block that was freed, and then keeps such blocks in its
# heap, between small ones that live on.
LARGE_BLOCK_BYTES = 1 << 20
# So much of the heap's end may be free before it is given back. By 128 kB, which it stays at where the limit
# above is set, the heap shrank and grew with each batch of the model: 1,750,000 page faults of 1,000 reports,
# and 940,000 so.
SPARE_BYTES = 16 << 20
# The collector's three thresholds; Python's own are 700, 10, 10. Rows and parses hold no rings, and are freed
# without it: it looked through them in vain, for a twentieth of a run's time.
THRESHOLDS = (20_000, 20, 20)


def settle_memory() -> None:
    """Have large blocks given back as they are freed, by Arrow and by the C library where that is glibc.

    For the process that calls it, and those forked from it. Harmless more than once.
    """
    # Arrow's own allocator keeps what is freed for its next tables.
    pa.set_memory_pool(pa.system_memory_pool())
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK_BYTES)
        mallopt(M_TRIM_THRESHOLD, SPARE_BYTES)


def settle_collector() -> None:
    """Have the collector of rings work, but rarely, and never visit what is alive now.

    The model alone is a million objects that live as long as the process.
    """
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
