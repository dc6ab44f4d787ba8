# Every target makes what it needs: a bare Python 3.11+ and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CONSTRAINTS := .ci/constraints.txt

# The tests start hundreds of processes, which need not compile the same modules anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test coverage rehearse check generate report compare freeze wheel docs hooks bench soak constraints clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

$(READY): pyproject.toml $(CONSTRAINTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=…")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint $(CONSTRAINTS) uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint $(CONSTRAINTS) \
		--editable '.[simulator,storage,progress,numpy,otel,cli,mcp,console,tables,airflow,routes,terrain]' --group dev
	@touch $@

demo: generate wheel ## regenerate, build the wheel, install it elsewhere, run an example against the simulator
	$(BIN)/python examples/demo.py dist/*.whl

test: $(READY) ## all tests; AREA="client spec" for those of some folders of tests/
	$(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder $(addprefix tests/,$(AREA))

coverage: $(READY) ## how much of the code the tests run in their own processes; AREA as for test
	$(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder --cov --cov-report=term $(addprefix tests/,$(AREA))

rehearse: $(READY) ## a change of the documentation from end to end, with all tests on the changed checkout; AREA as for test
	REHEARSE="$(or $(AREA),all)" $(BIN)/python -m pytest tests/rehearsal/test_steps.py

check: $(READY) ## whether all is derived as it should be, well formed and well typed
	@$(MAKE) --no-print-directory -j 2 check-pyright check-mypy check-derived

# Not asked for by themselves: `check` has made what they need, and runs two at a time.
.PHONY: check-pyright check-mypy check-derived
check-pyright:
	$(BIN)/pyright --pythonpath $(BIN)/python

check-mypy:
	$(BIN)/mypy

check-derived:
	$(BIN)/python -m generator.generate --check
	$(BIN)/python -m generator.derive --check
	$(BIN)/python -m generator.names.freeze --check
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .

generate: $(READY) ## regenerate generated/ from spec/, and the sync client from the async one
	$(BIN)/python -m generator.generate
	$(BIN)/python -m generator.derive

report: $(READY) ## what changed since BASE=<git ref> for those who use the client; CHECK=1 fails on version and changelog
	@$(if $(BASE),,$(error Say with what to compare: make report BASE=<git ref>))
	@$(BIN)/python -m generator.report --base '$(BASE)' $(if $(CHECK),--check)

compare: $(READY) ## hold DJI's pages (PAGES="…", INDEX=…) or observations (OBSERVED="…") against the spec; WRITE=1 drafts, ALL=1
	@$(if $(PAGES)$(INDEX)$(OBSERVED),,$(error Say what to compare: PAGES="a.md b.txt", INDEX=llms.txt or OBSERVED="one.json"))
	@$(BIN)/python -m generator.pages $(if $(PAGES),--pages $(PAGES)) $(if $(INDEX),--index $(INDEX)) \
		$(if $(OBSERVED),--observed $(OBSERVED)) $(if $(WRITE),--write) $(if $(ALL),--all)

freeze: $(READY) ## freeze the public names that are new; none is lost
	$(BIN)/python -m generator.names.freeze --write

wheel: $(READY) ## build the wheel into dist/
	@rm -rf dist
	env -u SOURCE_DATE_EPOCH $(BIN)/python -m build --no-isolation --wheel --outdir dist . > /dev/null
	@ls dist/*.whl

docs: $(READY) ## build the documentation into build/docs/html, offline
	$(BIN)/python -m docs.build

hooks: $(READY) ## have git look at each commit before it is made
	$(BIN)/pre-commit install

bench: $(READY) ## measure, side by side
	$(BIN)/python -m benchmarks

soak: $(READY) ## an hour of a fleet with faults on: nothing may grow; SECONDS=120 for a short one
	SECONDS=$(or $(SECONDS),3600) $(BIN)/python -m benchmarks.soak

constraints: $(READY) ## pin the newest versions that fit pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --no-header --no-annotate --python-version 3.11 \
		--all-extras --group dev --group bench --output-file $(CONSTRAINTS) pyproject.toml
	$(BIN)/uv --version | sed 's/uv \([0-9.]*\).*/uv==\1/' >> $(CONSTRAINTS)

clean: ## remove what was made, the environment included
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
