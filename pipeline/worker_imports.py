"""What workers need, imported and loaded once, by the process they are forked from (pipeline/workers.py)."""

import contextlib
import importlib
import os
import signal

from pipeline.beam_shortcuts import sample_often
from pipeline.workers import MODEL_VARIABLE
from transforms.model import load_model

# Ctrl-C is for the launcher, also while this loads.
signal.signal(signal.SIGINT, signal.SIG_IGN)
for _module in (
    "apache_beam.runners.worker.sdk_worker_main",
    "pipeline.graph",
    # Imported by what they are part of at first use.
    "babel.dates",
    "beartype.door",
    "sortedcontainers",
):
    importlib.import_module(_module)
sample_often()
# Whatever is wrong with the model, a worker tells when it loads it again; this process must live to fork it.
with contextlib.suppress(Exception):
    load_model(os.environ[MODEL_VARIABLE])
