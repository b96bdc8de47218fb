# Everything a contributor runs.  `make demo` and `make test` need nothing but Python 3.10 or later.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
# more than two gigabytes, so apart from the rest
ENGINES ?= .venv-engines

.PHONY: help demo test test-engines test-slow lint docs expected bench release-check clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/installed  ## install, clean the pages in seeds/, show the articles
	$(BIN)/corpusclean run seeds/ -o cleaned.jsonl --force
	$(BIN)/corpusclean show cleaned.jsonl

# the same examples of the property tests on every machine; plain pytest seeks new ones
test: $(VENV)/installed-dev  ## install with what the tests need, run all of them
	HYPOTHESIS_PROFILE=$${HYPOTHESIS_PROFILE:-ci} $(BIN)/python -m pytest

test-engines: $(ENGINES)/installed  ## Ray, Spark, datatrove, datasets, the tables and the browser (needs Java 17 and Chromium)
	$(ENGINES)/bin/python -m pytest tests/engines

test-slow: $(VENV)/installed-dev  ## the tests that take minutes: thousands of pages, killed many times
	$(BIN)/python -m pytest -m slow

lint: $(VENV)/installed-dev  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/installed-docs  ## build the docs into site/
	$(BIN)/mkdocs build --strict

expected: $(VENV)/installed-dev  ## write seeds/*.expected.json anew; read the difference before you commit it
	$(BIN)/python tools/expected.py

bench: $(VENV)/installed-dev  ## measure speed
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.stages --cold
	$(BIN)/python -m benchmarks.peers
	$(BIN)/python -m benchmarks.growth --most 0.3

release-check:  ## build sdist and wheel and hold them to what is promised; see docs/versions.md
	$(PYTHON) tools/release_check.py

clean:  ## remove everything that was built
	rm -rf $(VENV) $(ENGINES) build dist site cleaned.jsonl* .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(ENGINES)/installed: pyproject.toml
	$(PYTHON) -m venv $(ENGINES)
	$(ENGINES)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,engines]'
	touch $@

$(VENV)/installed-%: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	touch $@
