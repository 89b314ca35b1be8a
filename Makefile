# Everything starts here: `make` lists what there is. Python 3.11 or newer is all that must be there first.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do command -v $$p >/dev/null && \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PY := $(VENV)/bin/python
UV := $(VENV)/bin/uv -q --no-progress
CATALOGUES := $(wildcard src/motcua/*/locale/*/LC_MESSAGES/django.po)
SOURCES := $(shell find src -name '*.py')
# An environment that has the development tools keeps them when only the product is asked for; what
# stands there is looked up again by each make that is called from here.
HAVE := $(if $(wildcard $(VENV)/.dev),dev,base)
# The journeys write their pictures here.
SHOTS ?= docs/pictures

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.PHONY: setup
setup: $(VENV)/.dev ## environment with the development tools, from the lock files
	@$(MAKE) $(VENV)/.messages $(VENV)/.bytecode

.PHONY: run
run: $(VENV)/.$(HAVE) ## the product with the demo commune; PORT and MOTCUA_DATA are honoured
	@$(MAKE) $(VENV)/.messages $(VENV)/.bytecode
	@exec $(VENV)/bin/motcua serve --demo

# The tests are compiled once and not at each start, also where the environment says otherwise: empty is no.
test-sqlite test-postgres shots check: export PYTHONDONTWRITEBYTECODE =

.PHONY: test
test: test-sqlite test-postgres ## the whole suite on SQLite, then all but the browser on PostgreSQL

.PHONY: test-sqlite
test-sqlite: setup ## the whole suite on SQLite
	@$(PY) tools/debian.py requirements/debian-test.txt
	@$(PY) tools/npm.py requirements/npm-test.txt
	@$(PY) -m pytest -n 2 --dist loadgroup

.PHONY: test-postgres
test-postgres: setup ## the suite without the browser on PostgreSQL
	@MOTCUA_TEST_DATABASE=postgres $(PY) -m pytest -n 2 --dist loadgroup -m "not browser"

.PHONY: check
check: setup ## style, types, floors, security, migrations, translations, packs
	@$(PY) tools/check.py

.PHONY: bench
bench: setup ## the measures of docs/reference/budgets.md, each beside its bare floor
	@PYTHONPATH=src:. $(PY) -m bench

.PHONY: kill-test
kill-test: setup ## people at a form, and all that can break taken away: fields typed = fields stored?
	@$(PY) tools/debian.py requirements/debian-test.txt
	@PYTHONPATH=src:. $(PY) -W ignore -m bench.cuts

.PHONY: shots
shots: setup ## the pictures in the documentation, taken by the journeys
	@$(PY) tools/debian.py requirements/debian-test.txt
	@MOTCUA_SHOTS=$(SHOTS) $(PY) -m pytest -p no:randomly -m browser tests/journeys

.PHONY: messages
messages: setup ## bring the catalogues of every room up to date with its sentences
	@$(PY) tools/messages.py update

.PHONY: locks
locks: $(VENV)/.uv ## the lock files anew from requirements/*.in
	@for name in bootstrap base dev; do $(UV) pip compile --universal --python-version 3.11 \
		--generate-hashes --no-header requirements/$$name.in -o requirements/$$name.lock; done

$(VENV)/.uv: requirements/bootstrap.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed" >&2; exit 3; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || { \
		echo "python3 -m venv failed; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 3; }
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes --no-deps -r requirements/bootstrap.lock
	@touch $@

$(VENV)/.base $(VENV)/.dev: $(VENV)/.%: requirements/%.lock $(VENV)/.uv pyproject.toml
	@$(UV) pip sync --python $(PY) --require-hashes --compile-bytecode requirements/$*.lock
	@$(UV) pip install --python $(PY) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.messages: $(CATALOGUES) | $(VENV)/.$(HAVE)
	@$(PY) tools/messages.py compile
	@touch $@

# Two thirds of a start were the compiling of Python, where Python is told not to keep what it compiled.
$(VENV)/.bytecode: $(SOURCES) | $(VENV)/.$(HAVE)
	@$(PY) -m compileall -q src
	@touch $@
