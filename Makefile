# Needs Python 3.11 or later and make, nothing else.
#
#   make run         serve on http://127.0.0.1:8000 (PORT=… for another port); keeps its data
#   make test        the whole suite
#   make check       lint, types, contracts, catalogues
#   make fmt         put the code in its usual form
#   make bench       measure pages against a bare floor
#   make catalogues  take new sentences into the six catalogues
#   make lock        pin the dependencies anew

PYTHON ?= python3
PORT ?= 8000
TESTS ?= tests
BIN := .venv/bin
RUN_READY := .venv/.ready-to-run
DEV_READY := .venv/.ready-to-develop
CATALOGUES := $(wildcard translations/*/LC_MESSAGES/messages.po)
COMPILED := $(CATALOGUES:.po=.mo)
WORDS := catalogues excuses marks names parts stems terms unmarked
LANGUAGES := $(notdir $(patsubst %/,%,$(dir $(wildcard translations/*/language.toml))))

.PHONY: run test check fmt bench catalogues lock
.DELETE_ON_ERROR:

run: $(RUN_READY) $(COMPILED)
	@$(BIN)/engage init
	@$(BIN)/engage rehearsal --keep
	@ENGAGE_MAIL_SERVER= ENGAGE_ADDRESS=http://127.0.0.1:$(PORT) PORT=$(PORT) $(BIN)/engage serve --work

test: $(DEV_READY) $(COMPILED)
	$(BIN)/pytest $(TESTS) $(PYTEST_OPTIONS)

check: $(DEV_READY) $(COMPILED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/pytest -q $(WORDS:%=tests/house/test_%.py)

fmt: $(DEV_READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(DEV_READY) $(COMPILED)
	$(BIN)/python -m tests.bench

catalogues: $(DEV_READY)
	$(BIN)/python -m tests.house.catalogues

lock: $(DEV_READY)
	$(BIN)/uv pip compile pyproject.toml --extra build $(LOCK_OPTIONS) -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev $(LOCK_OPTIONS) -c requirements.lock -o tests/requirements.lock

LOCK_OPTIONS := --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet

$(BIN)/python:
	$(PYTHON) -c "import sys; sys.exit('Python 3.11 or later is needed') if sys.version_info < (3, 11) else None"
	$(PYTHON) -m venv .venv

$(RUN_READY): requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_READY): tests/requirements.lock $(RUN_READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.lock
	@touch $@

%.mo: %.po $(RUN_READY)
	@$(BIN)/pybabel --quiet compile -i $< -o $@
	@touch $@
