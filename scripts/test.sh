#!/usr/bin/env bash
# Runs every test. Expects CSPR_TEST_POSTGRES, which scripts/with-postgres.sh sets.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo build --package cspr --locked # some tests start the program itself
cargo test --workspace --doc --locked
if command -v cargo-nextest >/dev/null; then
  cargo nextest run --workspace --locked
else
  cargo test --workspace --lib --bins --tests --locked
fi
scripts/browser.sh
