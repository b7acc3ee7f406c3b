"""What workers need, imported and loaded once, by the process they are forked from (pipeline/workers.py)."""

import contextlib
import importlib
import os

from pipeline.workers import MODEL_VARIABLE
from transforms.model import ModelMissing, load_model

for _module in (
    "apache_beam.runners.worker.sdk_worker_main",
    "pipeline.graph",
    # Imported by what they are part of at first use.
    "babel.dates",
    "beartype.door",
    "sortedcontainers",
):
    importlib.import_module(_module)
# The launcher tells what is wrong with the model.
with contextlib.suppress(ModelMissing):
    load_model(os.environ[MODEL_VARIABLE])
