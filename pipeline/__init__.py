"""The sentence that joins the stages: graph, options, command line."""

import os

# Read once, when numpy is imported. Matrices of the language model are small: two threads on one of them
# use twice the processor and are no faster; more is done by more workers (tests/benchmarks/README.md).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
