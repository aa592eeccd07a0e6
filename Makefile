# Two words run everything: `make run` and `make test`.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

.PHONY: run test lint format check browser nginx bench clean

run: $(STAMP)
	$(BIN)/python -m streamlit run app.py --server.port=$(PORT)

test: lint check browser nginx
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The excerpts are held against the documents wherever those are at hand.
DOCUMENTS := $(wildcard ../shared/documents)
check: $(STAMP)
	$(BIN)/python -m dossier check data $(if $(DOCUMENTS),--documents $(DOCUMENTS))

bench: $(STAMP) browser
	$(BIN)/python -m benchmarks

browser: $(STAMP)
	sh tests/browser/get_chromium.sh $(BIN)/python

nginx:
	sh tests/deploy/get_nginx.sh

$(STAMP): requirements.txt requirements-dev.txt requirements-sign-in.txt constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Dossier needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -r requirements-dev.txt
	touch $(STAMP)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
