# make run    ingest seeds/ and show the events       make test   pass the tests
# make check  what CI runs                            make quality   measure on the gold
# make bench  measure the speed beside bare spaCy (CORPUS=FILE LIMIT=N REPEATS=N MODE=workers|copies|memory|growth)
# make flink  run on a real Flink cluster, started here (Java 17 and Maven; a part of make test, too)
# make airflow  the DAG of deploy/airflow in a real Airflow, in an environment of its own
# make prism  build Beam's Prism runner, by Go (its test is skipped without)
# make golden, make docs, make lock: renew tests/golden, the README's printed parts, the locks

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
FLINK := .flink
# Of make bench: speed, workers, copies, memory or growth; CORPUS=FILE and LIMIT=N are what to measure it on.
MODE ?= speed
REPEATS ?= 3
AIRFLOW := .airflow
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test flink prism airflow check lint golden docs quality bench bench-window lock clean

run: $(VENV)/.run
	@$(BIN)/dateline ingest seeds --output $(OUT)
	@$(BIN)/dateline timeline $(OUT)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n 3 --dist loadfile --no-loadscope-reorder

flink: $(VENV)/.dev $(FLINK)/.ready
	$(BIN)/python -m pytest -v tests/flink

prism:
	GOBIN=$(CURDIR)/.prism go install github.com/apache/beam/sdks/v2/go/cmd/prism@v2.77.0

airflow: $(VENV)/.dev $(AIRFLOW)/.ready
	$(BIN)/python -m pytest -v tests/deploy

check: lint test

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/pipeline/test_golden.py tests/pipeline/test_dataflow.py --update-golden

docs: $(VENV)/.dev
	$(BIN)/python -m tests.docs

quality: $(VENV)/.dev
	$(BIN)/python -m tests.quality.measure

bench: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks.bench --mode $(MODE) --repeats $(REPEATS) $(if $(CORPUS),--corpus $(CORPUS)) $(if $(LIMIT),--limit $(LIMIT))

bench-window: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks.window

lock: $(VENV)/.dev
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra model -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra model --extra html --extra gcp --extra aws --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml
	$(BIN)/uv pip compile -q -U --python-platform x86_64-unknown-linux-gnu --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header --extra model --extra html --extra gcp --extra aws -c requirements-dev.lock \
	  -o deploy/requirements.lock pyproject.toml
	$(BIN)/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  -o deploy/airflow/requirements.lock deploy/airflow/requirements.txt

clean:
	rm -rf $(VENV) $(FLINK) $(AIRFLOW) .prism $(OUT) *.egg-info build

# Debian's python3 may come without ensurepip; its pip, where there is one, fills the new environment from outside.
$(BIN)/python:
	@echo "Setting up $(VENV) (once; a few minutes)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "dateline needs Python 3.11 or newer: make PYTHON=python3.11 ..." >&2; exit 1; }
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then $(PYTHON) -m venv $(VENV); \
	elif $(PYTHON) -m pip --version >/dev/null 2>&1; then $(PYTHON) -m venv --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install -q pip; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); \
	else echo "This Python has neither ensurepip nor pip. Install them first, on Debian: apt-get install python3-venv" >&2; exit 1; fi

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

# Airflow pins other versions of much that Beam needs.
$(AIRFLOW)/.ready: deploy/airflow/requirements.lock
	@echo "Setting up $(AIRFLOW) (once; a few minutes)"
	@$(PYTHON) -m venv --clear $(AIRFLOW)
	@$(AIRFLOW)/bin/python -m pip install -q --no-deps --require-hashes -r deploy/airflow/requirements.lock
	@touch $@

# A Flink of its own, beside the program's environment: its Python packages pin an old Beam.
$(FLINK)/.ready: deploy/flink/pom.xml deploy/flink/requirements.lock deploy/flink/job-server.sha256 | $(BIN)/python
	@echo "Setting up $(FLINK) (once; about a minute, 410 MB)"
	@rm -rf $(FLINK)
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation --require-hashes --target $(FLINK)/python \
	  -r deploy/flink/requirements.lock
	@mvn -q -B -f deploy/flink/pom.xml dependency:copy-dependencies -DoutputDirectory=$(CURDIR)/$(FLINK)/parts
	@cd $(FLINK)/parts && sha256sum --quiet --check $(CURDIR)/deploy/flink/job-server.sha256
	@mvn -q -B -f deploy/flink/pom.xml package -Dtarget=$(CURDIR)/$(FLINK)/job-server
	@rm -r $(FLINK)/parts
	@touch $@
