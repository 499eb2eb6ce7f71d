# CSPR Tracker. `make` alone says what there is; the scripts hold the detail.
# The cargo tools of scripts/tools.sh, and how long each step takes for .ci/run.
export PATH := $(abspath $(or $(CARGO_TARGET_DIR),target))/tools/bin:$(PATH)
step := scripts/timed.sh

.PHONY: help run test bench check tools freeze

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand --tabs=14

run: ## Build cspr, load the examples into a record of their own, serve the pages
	scripts/run.sh

test: tools ## Install what the tests need, run them all on SQLite and PostgreSQL (VARIANTS=all: every pairing in the browser)
	$(step) assets scripts/assets.sh
	scripts/with-postgres.sh scripts/test.sh

bench: ## Measure speed against its floor (some minutes; writes under target/)
	scripts/needs.sh
	scripts/assets.sh
	cargo build --release --locked --package cspr --package bench
	scripts/with-postgres.sh --durable $${CARGO_TARGET_DIR:-target}/release/bench

check: tools ## Everything but the tests that a change has to pass
	$(step) assets scripts/assets.sh
	$(step) fmt cargo fmt --all --check
	$(step) clippy cargo clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(step) doc cargo doc --workspace --no-deps --locked
	$(step) deny cargo deny --locked check --hide-inclusion-graph licenses bans sources
	$(step) advisories scripts/advisories.sh
	$(step) shear cargo shear --locked
	$(step) shear cargo shear --locked crates/case/fuzz
	$(step) migrations scripts/migrations.sh check
	$(step) layering scripts/layering.sh
	$(step) circles scripts/circles.mjs bench $(wildcard crates/*)
	$(step) fuzz scripts/fuzz.sh

tools: ## Install what `make check` and `make test` use
	$(step) install scripts/needs.sh
	$(step) install scripts/tools.sh

freeze: ## Add new migrations to the list of those that may never change
	scripts/migrations.sh freeze
