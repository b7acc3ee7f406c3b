# make run    ingest seeds/ and show the events       make test   pass the tests
# make check  what CI runs                            make quality   measure on the gold
# make golden, make docs, make lock: renew tests/golden, the README's printed parts, the locks

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test check lint golden docs quality bench-window lock clean

run: $(VENV)/.run
	@$(BIN)/dateline ingest seeds --output $(OUT)
	@$(BIN)/dateline timeline $(OUT)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: lint test

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/pipeline/test_golden.py --update-golden

docs: $(VENV)/.dev
	$(BIN)/python -m tests.docs

quality: $(VENV)/.dev
	$(BIN)/python -m tests.quality.measure

bench-window: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks.window

lock: $(VENV)/.dev
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra model -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra model --extra gcp --extra aws --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) $(OUT) *.egg-info build

# Debian's python3 may come without ensurepip; its pip, where there is one, fills the new environment from outside.
$(BIN)/python:
	@echo "Setting up $(VENV) (once; a few minutes)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "dateline needs Python 3.11 or newer: make PYTHON=python3.11 ..." >&2; exit 1; }
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then $(PYTHON) -m venv $(VENV); \
	elif $(PYTHON) -m pip --version >/dev/null 2>&1; then $(PYTHON) -m venv --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install -q pip; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); \
	else echo "This Python has neither ensurepip nor pip. Install them first, on Debian: apt-get install python3-venv" >&2; exit 1; fi

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@$(BIN)/python -m pip install -q --require-hashes -r requirements-dev.lock
	@touch $@
