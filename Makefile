# One way to do each thing; CI runs the same targets.
VENV ?= .venv
PY := $(VENV)/bin/python
PYTHON ?= python3
KEWEN := $(VENV)/bin/kewen

.PHONY: run test check eval baseline eval-reports serve benchmark clean
.DEFAULT_GOAL := run

run: $(VENV)/.installed  ## the chat page on http://127.0.0.1:7860, on the shipped notices
	$(KEWEN) serve

serve: run

test: $(VENV)/.installed
	$(PY) -m pytest

check: $(VENV)/.installed  ## lint and types
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(PY) -m mypy

ASK := $(KEWEN) eval --data eval-report/data

eval: $(VENV)/.installed  ## labelled documents and question sets against their thresholds
	$(PY) -m eval.metadata --gate
	$(PY) -m eval.outline --gate
	$(PY) -m eval.made_up --gate
	$(KEWEN) index --data eval-report/data
	$(ASK) eval/questions/five-notices.dev.jsonl --against eval/baselines/five-notices.dev.jsonl \
	  --gate eval/gates/five-notices.dev.toml --report eval-report/dev
	$(ASK) eval/questions/five-notices.test.jsonl \
	  --gate eval/gates/five-notices.test.toml --report eval-report/test

baseline: eval  ## the development run of today is what later ones are held against
	$(PY) -m eval.baselines eval-report/dev five-notices.dev

# The questions over 60 reports of the public data: make eval-reports DATA=folder
eval-reports: $(VENV)/.installed
	$(PY) -m eval.reports --data $(DATA) --to eval-report/reports
	$(KEWEN) index eval-report/reports --data eval-report/reports-data
	for part in dev test; do $(KEWEN) eval eval/questions/reports.$$part.jsonl --data eval-report/reports-data \
	  --gate eval/gates/reports.$$part.toml --report eval-report/reports.$$part || exit 1; done

benchmark: $(VENV)/.installed  ## cold start beside LangChain + FAISS, which is installed for it
	$(VENV)/bin/uv pip install --quiet --python $(PY) -c constraints.txt -e .[benchmark]
	$(PY) -m eval.benchmarks.cold_start

# uv installs in seconds what pip takes minutes for. torch must be a CPU wheel: from the folder of
# wheels that pip is configured with if there is one, else from PyTorch's own CPU index, else as is.
$(VENV)/.installed: pyproject.toml constraints.txt
	test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check 'uv>=0.8'
	@links="$$($(PY) -m pip config get global.find-links 2>/dev/null | tr '\n' ' ')"; \
	install="$(VENV)/bin/uv pip install --python $(PY) -c constraints.txt -e .[test]"; \
	if [ -n "$$links" ]; then \
	  set -- ; for link in $$links; do set -- "$$@" --find-links "$$link"; done; \
	  echo "installing with wheels from $$links"; $$install "$$@" || $$install; \
	else $$install --torch-backend cpu || $$install; fi
	touch $@

clean:
	rm -rf $(VENV) build *.egg-info eval-report .pytest_cache .mypy_cache .ruff_cache
