# Two commands set everything up on a fresh machine: `make site` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DIST := dist
OTHERS := .cache/tests-without-shared-sites.txt
OWN_SITES := anywhere browser_second frame new_review offline through_time tutorial whole
SECONDS ?= 3600
SEED ?= 1
PIP := $(BIN)/pip --disable-pip-version-check --quiet install
SITE_READY := $(VENV)/.site-$(shell cksum requirements/site.txt pyproject.toml | cksum | cut -d' ' -f1)
DEV_READY := $(VENV)/.dev-$(shell cksum requirements/dev.txt pyproject.toml | cksum | cut -d' ' -f1)

export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check-data test test-fast test-unbuilt test-deep chromium check check-code check-damage fuzz bench wheel audit lock clean

site: $(SITE_READY) ## check the data and build the site into site/
	$(BIN)/realist build --strict

serve: $(SITE_READY) ## serve the site as its files are now
	$(BIN)/realist serve

check-data: $(SITE_READY) ## check the data only; FORMAT=github for annotations there
	$(BIN)/realist check $(if $(FORMAT),--format $(FORMAT))

chromium:
	@command -v chromium >/dev/null || { \
	  echo "The browser tests need Chromium. Installing it with apt-get."; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq chromium >/dev/null; }

test: $(DEV_READY) chromium ## install what the tests need and run them all
	@# Two lots side by side, since each keeps about one core busy: tests that read the sites which all
	@# of them share; and those that need no site or make their own.
	@mkdir -p .cache; { $(BIN)/python -m pytest --ignore tests/built; fast=$$?; \
	    $(BIN)/python -m pytest $(OWN_SITES:%=tests/built/test_%.py) && [ $$fast = 0 ]; \
	  } >$(OTHERS) 2>&1 & others=$$!; \
	  $(BIN)/python -m pytest tests/built $(OWN_SITES:%=--ignore tests/built/test_%.py); built=$$?; \
	  wait $$others; rest=$$?; cat $(OTHERS); [ $$built = 0 ] && [ $$rest = 0 ]

test-fast: $(DEV_READY) ## for the loop at the desk, half a minute: most of test-unbuilt, without what is marked as slow
	$(BIN)/python -m pytest -m "not slow and not deep" --ignore tests/built

test-unbuilt: $(DEV_READY) ## all tests that need no browser and no built site
	$(BIN)/python -m pytest --ignore tests/built

test-deep: $(DEV_READY) chromium ## every page of the site in every look at three widths: a quarter of an hour
	$(BIN)/python -m pytest -m deep tests/built

check: $(DEV_READY) ## all that CI runs beside the tests: style, types, layers, data, a minute of damage
	@$(MAKE) --no-print-directory --jobs=2 check-code check-damage

check-code: $(DEV_READY)
	$(BIN)/ruff format --check generator tests
	$(BIN)/ruff check generator tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/zizmor --offline --quiet --no-progress .github generator/edit/new_review_files/.github
	$(BIN)/realist check
	$(BIN)/python -m tests.reading_age

check-damage: $(DEV_READY)
	$(BIN)/python -m tests.fuzz --seconds 60

fuzz: $(DEV_READY) ## damage copies of both reviews and hold what comes of it; goes on where it stopped with the same SEED
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS) --seed $(SEED) --state .cache/fuzz.json

bench: $(DEV_READY) ## time and memory, also of other engines: half an hour
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_large
	$(BIN)/python -m tests.bench_releases
	$(BIN)/python -m tests.bench_serving

wheel: $(DEV_READY) ## the package, and beside it what it is built on (CycloneDX), into dist/
	$(PIP:install=wheel) --no-deps --no-build-isolation --wheel-dir $(DIST) .
	$(BIN)/cyclonedx-py requirements requirements/site.txt --pyproject pyproject.toml \
	  --output-reproducible --output-file $(DIST)/sbom.cdx.json
	$(BIN)/python .ci/vendored $(DIST)/sbom.cdx.json generator/site/assets/plotly/component.json

audit: $(DEV_READY) ## known vulnerabilities of what is installed; says SKIPPED where nobody can be asked
	.ci/audit

lock: $(DEV_READY) ## lock the newest versions that pyproject.toml allows
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --upgrade pyproject.toml requirements/build.in -o requirements/site.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --upgrade --extra dev --extra import -c requirements/site.txt pyproject.toml requirements/build.in \
	  -o requirements/dev.txt

clean: ## delete what was made
	rm -rf site $(VENV)

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

$(SITE_READY): $(VENV)/bin/pip
	@echo "Installing what the site needs (once, about a minute)"
	$(PIP) --require-hashes -r requirements/site.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_READY): $(SITE_READY)
	@echo "Installing what the tests need (once, about two minutes)"
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
