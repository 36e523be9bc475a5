# Everything a newcomer needs. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := UV_NO_PROGRESS=1 $(BIN)/uv
STAMP := $(VENV)/.made-for-$(shell cat requirements-dev.txt requirements-uv.txt 2>/dev/null | cksum | cut -d' ' -f1)

# Where this is set, each of the many processes that tests start would compile every library again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run test debian check fix audit rules messages dist bench clean

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

INSTALLED := $(STAMP) node_modules/.package-lock.json

setup: $(INSTALLED) ## bring everything run, test and check need
	@$(BIN)/keruen prepare --demo

$(STAMP):
	@echo "  Python environment (hash-pinned) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
	  || { echo "Python 3.11 is needed: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || { echo "apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-uv.txt
	@$(UV) pip sync -q --python $(BIN)/python --require-hashes requirements-dev.txt
	@$(UV) pip install -q --python $(BIN)/python --no-deps -e .
	@touch $@

node_modules/.package-lock.json: package-lock.json .npmrc
	@echo "  Front-end files and fonts (npm, pinned) …"
	@npm ci --silent --ignore-scripts
	@touch $@

run: $(INSTALLED) ## start everything, demo data included
	@exec $(BIN)/keruen serve

# What tests need of Debian: a browser, letters to draw in it, and Pango to print.
DEBIAN := chromium fonts-dejavu-core libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 openssl

debian:
	@missing=""; for each in $(DEBIAN); do dpkg -s $$each >/dev/null 2>&1 || missing="$$missing $$each"; done; \
	if [ -n "$$missing" ]; then echo "  Debian packages:$$missing …"; \
	  { apt-get -qq update && apt-get -qq install -y --no-install-recommends $$missing >/dev/null; } \
	    || { echo "apt-get install$$missing (as root)"; exit 1; }; fi

# The architecture tests are a step of `make check`. Whoever is done first takes over what the other has
# left, so both cores are busy to the end; what tests took of the code is kept for `make check`.
test: setup debian ## run every test
	@$(BIN)/pytest -n 2 --dist worksteal --ignore=tests/architecture --cov --cov-report=

check: setup ## every check, with its time
	@$(BIN)/python -m tests.architecture.check

fix: setup ## put right what a program can: format, lint, messages gathered
	@$(BIN)/ruff format -q .
	@$(BIN)/ruff check -q --fix . || true
	@$(BIN)/python -m tests.architecture.messages

audit: setup ## ask whether a pinned package has a known weakness
	@$(BIN)/python -m tests.architecture.audit

rules: $(INSTALLED) ## write docs/rules.md and docs/refusals.md
	@$(BIN)/python -m tests.architecture.rules_table
	@$(BIN)/python -m tests.architecture.refusals_table

messages: setup ## gather new messages and merge them into every language
	@$(BIN)/python -m tests.architecture.messages

dist: $(INSTALLED) ## build the customs library as a wheel, and try it
	@$(BIN)/python -m tests.architecture.distribution

bench: setup ## measure, and print a table
	@$(BIN)/python -m benchmarks

clean: ## forget everything made here, the demo shop's data included
	rm -rf $(VENV) node_modules var
