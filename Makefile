# Two commands matter: `make demo` and `make test`. `make` alone lists them all.
PYTHON ?= python3
BIN := .venv/bin
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host \
  --no-emit-find-links --strip-extras --allow-unsafe --all-build-deps --resolver=backtracking

# A test's arguments are its fixtures and cases; its body is checked all the same.
TEST_TYPES := --allow-untyped-defs --allow-incomplete-defs --allow-untyped-calls

.DEFAULT_GOAL := help
.PHONY: help demo demo-google demo-broken serve test fuzz bench check format golden examples errors columns bookkeeping lock clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: .venv/installed ## see the main job done: a workbook goes in, WinBooks files come out
	@$(BIN)/python examples/demo.py

demo-google: .venv/installed-dev ## the same against an emulated Google, without an account
	@PYTHONPATH=tests $(BIN)/python examples/demo_google.py

demo-broken: .venv/installed ## what a check says of a month with one mistake of every usual kind
	@$(BIN)/python examples/demo_broken.py

serve: .venv/installed ## the same, and leave the server running
	@$(BIN)/python examples/demo.py --keep-serving

test: .venv/installed-dev ## run all tests
	@$(BIN)/pytest --numprocesses=auto --dist=loadfile --cov --cov-report=term-missing

fuzz: .venv/installed-dev ## damage 10,000 workbooks and look what is read (FUZZ_SEED, FUZZ_COUNT)
	@PYTHONPATH=tests $(BIN)/python -m fuzz.run

bench: .venv/installed-dev ## measure loading 100,000 lines against plain references (BENCH_LINES)
	@PYTHONPATH=tests $(BIN)/python -m bench.run

check: .venv/installed-dev ## format, lint, types, import contracts, tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/mypy $(TEST_TYPES) tests examples docs
	@$(BIN)/lint-imports
	@$(MAKE) --no-print-directory test

format: .venv/installed-dev ## format and mend what ruff can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

golden: .venv/installed-dev ## write the golden files anew; review the difference like code
	@BOEKBRUG_GOLDEN=write $(BIN)/pytest -q tests/test_winbooks.py tests/test_journal_csv.py tests/test_sheet_cases.py tests/test_rules_nameless.py

examples: .venv/installed-dev ## make the workbooks of examples/ anew
	@$(BIN)/python examples/make_acme.py
	@$(BIN)/python examples/make_broken.py

errors: .venv/installed-dev ## make the workbooks of tests/errors and docs/errors.md anew (ACCEPT=yes: the sentences too)
	@PYTHONPATH=tests $(BIN)/python docs/print_errors.py $(if $(ACCEPT),--accept)

columns: .venv/installed-dev ## print docs/columns.md anew
	@$(BIN)/python docs/print_columns.py

bookkeeping: .venv/installed-dev ## print the tables of docs/bookkeeping.md anew
	@$(BIN)/python docs/print_bookkeeping.py

lock: .venv/installed-dev ## resolve the dependencies anew, with hashes
	@$(LOCK) --output-file requirements.txt pyproject.toml
	@$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

clean: ## remove what the other commands made
	@rm -rf .venv demo demo-google demo-broken build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python: found $$($(PYTHON) --version 2>&1 || echo none), needed 3.11 or newer."; \
	  echo "Install it, or name it: make demo PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python: found no venv module, needed to keep the project's packages apart."; \
	  echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/python requirements.txt pyproject.toml
	@echo "Installing what requirements.txt lists, checked by its hashes ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-dev: .venv/python requirements-dev.txt pyproject.toml
	@echo "Installing what requirements-dev.txt lists, checked by its hashes ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@mkdir -p .venv/typing/boekbrug
	@for folder in server adapters config; do \
	  ln -sfn ../../../$$folder .venv/typing/boekbrug/$$folder; done
	@touch $@ .venv/installed
