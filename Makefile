# One verb for each habit. `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup lint types floors test slow samples docs site check
help: ## list the verbs
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

setup: ## make .venv with everything that development needs
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -e '.[dev]'

lint: ## ruff over the whole tree
	$(BIN)/ruff check .

types: ## mypy, strict
	$(BIN)/mypy

floors: ## import-linter: who may import whom
	$(BIN)/lint-imports

test: ## the tests, except those that install packages
	$(BIN)/pytest -q

slow: ## the real pre-commit run as well
	JDLINT_SLOW=1 $(BIN)/pytest -q

samples: ## rebuild samples/docx from samples/*.md
	$(BIN)/python samples/make_docx.py

docs: ## make the generated pages anew, and what console blocks print
	$(BIN)/python docs/make_rules.py
	$(BIN)/python docs/make_reference.py
	$(BIN)/python .ci/console.py --write

site: ## build the documentation site into build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

check: lint types floors test ## all of the above that must be green before a commit
	$(BIN)/python samples/make_docx.py --check
	$(BIN)/jdlint test --coverage
