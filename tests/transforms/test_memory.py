"""Large blocks that are freed go back to the system, and the collector is on when work begins."""

import subprocess
import sys

from tests.conftest import ROOT

# Frees a block of 24 MB, which raises glibc's limit, then one of 16 MB that lies below a small one which lives on.
GROW = """
import ctypes, sys
import pyarrow as pa
from transforms.memory import settle_memory
if sys.argv[1] == "settled":
    settle_memory()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
def held():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 >> 20
def filled(mb):
    block = libc.malloc(mb << 20)
    ctypes.memset(block, 1, mb << 20)
    return block
before = held()
libc.free(filled(24))
large, small = filled(16), libc.malloc(100_000)
libc.free(large)
print(pa.default_memory_pool().backend_name, held() - before)
"""


def grown(how: str) -> tuple[str, int]:
    done = subprocess.run(
        [sys.executable, "-c", GROW, how], cwd=ROOT, capture_output=True, text=True, check=True
    )
    pool, megabytes = done.stdout.split()
    return pool, int(megabytes)


def test_freed_blocks_are_given_back() -> None:
    pool, megabytes = grown("settled")
    assert pool == "system"
    assert megabytes < 4


COLLECT = """
import gc
from transforms.memory import THRESHOLDS, settle_collector
gc.disable()
settle_collector()
class Ring: pass
print(gc.isenabled(), gc.get_threshold() == THRESHOLDS, gc.get_freeze_count() > 1000)
for number in range(2 * THRESHOLDS[0]):
    ring = Ring()
    ring.ring = ring
print(gc.get_stats()[0]["collected"] >= THRESHOLDS[0] // 2)
"""


PRELOAD = """
import gc, os
from pipeline.workers import MODEL_VARIABLE
os.environ[MODEL_VARIABLE] = "no_such_model"
import pipeline.worker_imports
print(gc.isenabled(), gc.get_freeze_count() > 1000)
"""


def test_workers_collect_even_where_there_is_no_model() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRELOAD], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True"] * 2


def test_the_collector_works_but_not_on_what_stays() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COLLECT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True"] * 4
