# Every command of the project; `make` alone lists them. Thin: the work is in tools/ and manage.py.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
PORT ?= 8000
T ?=
SEED ?= office
QUICK := not browser and not fault and not bench and not country

export PORT
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help setup front demo test check fix browser burden fault bench scenarios migrations shots \
        country docs messages catalogues snapshots requirements machine clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile
	@echo
	@echo "  T=… narrows a suite:  make test T=vermilion/registry    make browser T='-k reader'"
	@echo "  PORT=… and SEED=office|province|country are honoured by make demo."

# --- What the commands stand on -------------------------------------------------------------

.venv/.demo: requirements/demo.txt pyproject.toml tools/setup/environment
	@tools/setup/environment demo

.venv/.dev: requirements/dev.txt pyproject.toml tools/setup/environment
	@tools/setup/environment dev

node_modules/.vermilion: package.json package-lock.json .npmrc tools/setup/node | .venv/.demo
	@tools/setup/node packages

FRONT_SOURCES = $(shell find vermilion -path '*/islands/*' -o -path '*/styles/*' -o -path '*/printing/*' \
                  | grep -v __pycache__) package.json package-lock.json $(wildcard tools/front/* *.config.*)

build/.front: node_modules/.vermilion $(FRONT_SOURCES)
	@tools/setup/node build

catalogues: .venv/.demo
	@$(BIN)/python -m vermilion.site.catalogues

setup: .venv/.dev build/.front catalogues ## From a clone to running tests; repeatable
	@echo "Ready. make demo shows it, make test proves it."

front: .venv/.demo ## Build styles, islands, fonts and icons into build/static
	@$(MAKE) build/.front

machine: .venv/.dev ## Install what tests need from the system: Chromium, fonts, LibreOffice
	@tools/setup/machine

# --- See it ---------------------------------------------------------------------------------

demo: .venv/.demo build/.front catalogues ## A populated office at one address; pick whom to be
	@exec $(BIN)/vermilion demo --seed $(SEED) --with-process $$PPID

# --- Prove it -------------------------------------------------------------------------------

ifeq ($(T),)
test: machine setup ## Everything: what CI checks, then every suite. T=path runs that alone
	@$(MAKE) check
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "$(QUICK)"
	@$(MAKE) browser
	@$(MAKE) fault
else
test: setup
	$(BIN)/python -m pytest -m "not bench and not country" $(T)
endif

check: setup ## Exactly what CI checks, quickest first: style, types, imports, catalogues, docs
	@tools/check

fix: .venv/.dev ## Format, sort, repair what machines can
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format --quiet .
	@if [ -d node_modules ] && grep -q '"fix"' package.json; then tools/setup/node run fix; fi

browser: setup ## The stories through a real Chromium; axe on every page
	$(BIN)/python -m pytest -m "browser and not country" $(T)

burden: setup ## What fifty papers of a morning cost a clerk and a leader, in keys and touches
	$(BIN)/python -m pytest -m browser tests/browser/burden.py -s $(T)

country: setup ## The seed of the whole country, and one paper through it
	$(BIN)/python -m pytest -m country $(T)

fault: setup ## Stop acts at each statement; kill web, worker and database under load
	$(BIN)/python -m pytest -m fault $(T)

scenarios: setup ## Whole stories over actions
	$(BIN)/python -m pytest tests/scenarios $(T)

migrations: setup ## Migrations forward, on data, without conflicts
	$(BIN)/python -m pytest tests/migrations $(T)

bench: setup ## Measure against the budgets, and write docs/reference/figures.md
	$(BIN)/python -m pytest -m bench tests/bench -s $(T)

# --- Write it down --------------------------------------------------------------------------

shots: setup ## Screenshots of every page, language, theme and size into build/shots
	$(BIN)/python -m tools.shots $(T)

docs: setup ## Build docs/ into build/docs; fail on broken links and stale reference
	$(BIN)/python -m tools.docs

snapshots: setup ## Renew schema, API description, list of URLs and reference pages
	$(BIN)/python -m tools.reference

messages: setup ## Collect texts into each package's catalogues, then compile them
	$(BIN)/python -m tools.messages collect
	@$(MAKE) catalogues

requirements: ## Pin the requirements anew (needs uv)
	@tools/setup/requirements

clean: ## Remove what was built; keeps the environment and var/
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find vermilion tests tools -name __pycache__ -prune -exec rm -rf {} +
