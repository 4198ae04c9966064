# Two commands on a fresh machine with python3, pip and make:   make run   and   make test
#
#   make setup   install everything that running needs; leaves .venv/bin/bloodpatch
#   make run     setup, then the demo on http://127.0.0.1:8000 (PORT and BLOODPATCH_DATA are honoured)
#   make test    every test, with a real browser and a real PostgreSQL where they can be had
#   make check   style, types, floors, house rules, generated pages
#   make docs    write docs/reference from the code, and the safety case from its log
#   make cases   the published cases and the invented patients, and what was expected of each
#   make bench   the benchmarks            make prove   the full counts of the safety figures
#   make mutation   make each rule wrong in turn, and see whether a test turns red
#   make clean   remove what make has made (never a data folder)
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

PY      ?= python3
UV_VER  := 0.13.9
BOOT    := .boot
UV      := $(BOOT)/bin/uv
BIN     := .venv/bin
PORT    ?= 8000
BLOODPATCH_DATA ?= $(CURDIR)/.data
PYTEST_ARGS ?=
ONLY    ?=
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_PREFERENCE ?= only-system
# An environment that was activated before `make` is not the one that we install into.
unexport VIRTUAL_ENV

.PHONY: setup dev run test check docs cases bench prove mutation browser clean

setup: .venv/.run
dev: .venv/.dev

run: setup
	BLOODPATCH_DATA='$(BLOODPATCH_DATA)' exec $(BIN)/bloodpatch serve --demo --port '$(PORT)'

test: dev browser
	$(BIN)/python tools/postgres.py -- $(BIN)/python -m pytest $(PYTEST_ARGS)

check: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/tidy
	$(BIN)/bloodpatch docs --check
	$(BIN)/bloodpatch safety --check

docs: dev
	$(BIN)/bloodpatch docs
	$(BIN)/bloodpatch safety
	$(BIN)/python -m tests.mutation --page

cases: dev
	$(BIN)/python -m tests.cases.examiner
	$(BIN)/python -m tests.cases.patients_examined

bench: dev
	if [ -e benchmarks/__main__.py ]; then $(BIN)/python -m benchmarks; \
	else echo 'bench: there are no benchmarks yet.'; fi

# ONLY names one proof or several: make prove ONLY='kill power'. They are in tests/prove/demands.py.
prove: dev
	$(BIN)/python tools/postgres.py -- \
	  $(BIN)/python -m tests.prove --date "$$(date -u +%F)" $(ONLY)
	$(BIN)/bloodpatch safety

# ONLY names a part of the modules' paths: make mutation ONLY='rules/imaging stages/recovery'.
mutation: dev
	$(BIN)/python -m tests.mutation --date "$$(date -u +%F)" $(ONLY)

browser: dev
	$(BIN)/python tools/browser.py

# uv in a private folder: works without ensurepip or python3-venv, and where pip is fenced off
# (PEP 668). The virtual environment is left for the next run when it is already there.
$(UV):
	if $(PY) -c 'import ensurepip' 2>/dev/null; then \
	  $(PY) -m venv $(BOOT) && \
	  $(BOOT)/bin/python -m pip install -q --disable-pip-version-check 'uv==$(UV_VER)'; \
	else \
	  $(PY) -m pip install -q --disable-pip-version-check --ignore-installed --no-deps \
	    --target $(BOOT)/lib 'uv==$(UV_VER)' && \
	  mkdir -p $(BOOT)/bin && ln -sf ../lib/bin/uv $(UV); \
	fi
	$(UV) --version

.venv/.run: $(UV) pyproject.toml uv.lock
	$(UV) sync --quiet --locked --no-dev --inexact
	touch $@

.venv/.dev: $(UV) pyproject.toml uv.lock
	$(UV) sync --quiet --locked
	touch .venv/.run $@

clean:
	rm -rf .venv $(BOOT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
