# The commands of the house. `make` alone lists them; GNU Make 4.3 and a plain sh are enough.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/bac-kan
OUT ?= out
JOBS ?= 2
.DEFAULT_GOAL := help
.PHONY: bench-registers bench-planted bench-recycled bench-units fuzz bench-read help setup setup-dev setup-full review test check bench golden messages requirements clean bench-verify

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 22

setup: $(VENV)/.stamp ## Make .venv with tongket in it (Python 3.11 or newer, nothing else)

setup-dev: $(VENV)/.stamp-dev

setup-full: setup-dev ## The same with everything the tests need, system programs included
	@sh setup/system.sh setup/system.txt

review: setup ## Review the example; OUT=folder says where to
	@$(BIN)/tongket review $(EXAMPLE)/reports --orgunits $(EXAMPLE)/orgunits.csv --changes $(EXAMPLE)/changes.csv \
		--duties $(EXAMPLE)/duties.csv --conference $(EXAMPLE)/conference.yaml --pack nd21 --period 2019/2023 --out $(OUT)

test: setup-full ## Check the code and run all tests; the last lines name what could not run
	@checked=0; $(MAKE) --no-print-directory check || checked=1; \
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup || exit $$?; \
	if [ $$checked -ne 0 ]; then echo "The tests passed, but make check did not: see above." >&2; exit 1; fi

check: setup-dev ## Style, types, layers, messages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python setup/messages.py --check

bench: setup-dev ## Measure a review of the example, of a thousand documents, and twenty million values beside other engines
	@$(BIN)/python benchmarks/review.py
	@$(BIN)/python benchmarks/documents.py --counts 100 1000
	@$(BIN)/python benchmarks/consolidate.py

fuzz: setup-dev ## Read 10,000 damaged files; each must be read or refused, in time
	@$(BIN)/python benchmarks/fuzz.py 10000

bench-recycled: setup-dev ## Measure finding copied text among 50,000 reports beside datasketch
	@$(BIN)/python benchmarks/recycled.py

bench-units: setup-dev ## Measure the national roll-up, the tree of a day and finding units
	@$(BIN)/python benchmarks/units.py

bench-planted: setup-dev ## Plant 300 faults in clean reports and say how many are found
	@PYTHONPATH=. $(BIN)/python benchmarks/planted.py

bench-registers: setup-dev ## Measure reading, checking and rolling up the registers of 500 units
	@$(BIN)/python benchmarks/registers.py 500 10000

bench-read: setup-dev ## Measure reading beside other libraries (.[bench] installs them)
	@$(BIN)/python benchmarks/read.py

bench-verify: setup-dev ## Edit the example's papers 200 times at random; every changed figure must be told
	@$(BIN)/python -m benchmarks.verify

golden: setup-dev ## Write the golden files anew; read the difference before you commit it
	$(BIN)/python -m pytest tests/golden --regenerate
	@git --no-pager diff --stat -- tests/golden

messages: setup-dev ## Compile the Vietnamese messages (.po to .mo)
	@$(BIN)/python setup/messages.py

requirements: ## Pin the requirements anew (needs uv)
	sh setup/requirements.sh

clean: ## Remove what was made here
	rm -rf $(VENV) out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.stamp: requirements-papers.txt pyproject.toml setup/venv.sh
	@sh setup/venv.sh $(VENV) requirements-papers.txt
	@touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp requirements-dev.txt
	@sh setup/venv.sh $(VENV) requirements-dev.txt
	@touch $@
