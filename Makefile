# What people do here, beside `python3 build.py`. `make` alone lists it.
PYTHON ?= python3
VENV   := .venv/bin
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help build serve check test accept lint types docs setup pictures bench requirements clean

help:  ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  \1\t/' | expand -t 16

build:  ## build site/ from data/ and content/
	@$(PYTHON) build.py build

serve:  ## build, show the site in a browser, and build again at every change
	@$(PYTHON) build.py serve

check:  ## say what is wrong in the records, without publishing anything
	@$(PYTHON) build.py check

setup:  ## fetch what tests and checks need: packages, Chromium, a Chinese font, nginx
	@$(PYTHON) -m tests.setup

test: setup lint types  ## run every check and every test; sets up what they need
	@$(VENV)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

lint: setup  ## check style (ruff) and that imports only go down (import-linter)
	@$(VENV)/ruff check
	@$(VENV)/ruff format --check
	@$(VENV)/lint-imports --no-logo

types: setup  ## check types (mypy, strict)
	@$(VENV)/mypy

accept: setup  ## rewrite what tests expect (tests/cases, tests/golden), for a person to compare
	@ACCEPT=1 $(VENV)/python -m pytest -q tests/cases tests/system/test_golden.py tests/browser/test_walks.py

docs: setup  ## write docs/records.md and docs/rules.md from the types and words
	@$(VENV)/python -m memberstudios.desk.documentation

pictures: setup  ## take the pictures of the main pages for docs/pictures/
	@$(VENV)/python -m tests.browser.pictures

bench: setup  ## compare builds of 1,000 and 10,000 studios with other site generators (hours)
	-@$(VENV)/python benchmarks/peers/install.py
	@$(VENV)/python benchmarks/run.py --json benchmarks/results.json

requirements: setup  ## pin requirements*.in again, with hashes, for every platform
	@for name in requirements requirements-dev; do \
	  $(VENV)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --quiet \
	    $$name.in --output-file $$name.txt || exit; done

clean:  ## remove what can be made again (not .venv)
	rm -rf site .site.work report .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
