"""What workers need, imported and loaded once, by the process they are forked from (pipeline/workers.py)."""

import contextlib
import gc
import importlib
import os
import signal

from pipeline.workers import MODEL_VARIABLE

# Ctrl-C is for the launcher, also while this loads.
signal.signal(signal.SIGINT, signal.SIG_IGN)
# Until all is loaded, as in pipeline/__main__.py, where the order is explained, too.
gc.disable()
for _module in (
    "wordfreq",
    "apache_beam.runners.worker.sdk_worker_main",
    "pipeline.graph",
    # Imported by what they are part of at first use.
    "babel.dates",
    "beartype.door",
    "sortedcontainers",
):
    importlib.import_module(_module)
importlib.import_module("pipeline.beam_shortcuts").take_shortcuts()
importlib.import_module("pipeline.dealing").work_in_turn()
# Whatever is wrong with the model, a worker tells when it loads it again; this process must live to fork it.
with contextlib.suppress(Exception):
    importlib.import_module("transforms.model").load_model(os.environ[MODEL_VARIABLE])
importlib.import_module("transforms.memory").settle_collector()
