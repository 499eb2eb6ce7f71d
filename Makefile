# CSPR Tracker. `make` alone says what there is; the scripts hold the detail.
# The cargo tools of scripts/tools.sh.
export PATH := $(abspath $(or $(CARGO_TARGET_DIR),target))/tools/bin:$(PATH)

.PHONY: help run test bench check tools freeze

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand --tabs=14

run: ## Build cspr, load the examples into an empty record, serve the pages
	scripts/run.sh

test: tools ## Install what the tests need, then run them all on SQLite and PostgreSQL
	scripts/assets.sh
	scripts/with-postgres.sh scripts/test.sh

bench: ## Measure speed against its floor (some minutes; writes under target/)
	scripts/needs.sh
	scripts/assets.sh
	cargo build --release --locked --package cspr --package bench
	scripts/with-postgres.sh --durable $${CARGO_TARGET_DIR:-target}/release/bench

check: tools ## Everything but the tests that a change has to pass
	scripts/assets.sh
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked
	cargo deny --locked check --hide-inclusion-graph licenses bans sources
	scripts/advisories.sh
	cargo shear --locked
	cargo shear --locked crates/case/fuzz
	scripts/migrations.sh check
	scripts/layering.sh
	scripts/fuzz.sh

tools: ## Install what `make check` and `make test` use
	scripts/needs.sh
	scripts/tools.sh

freeze: ## Add new migrations to the list of those that may never change
	scripts/migrations.sh freeze
