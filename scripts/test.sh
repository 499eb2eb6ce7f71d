#!/usr/bin/env bash
# Runs every test. Expects CSPR_TEST_POSTGRES, which scripts/with-postgres.sh sets.
set -euo pipefail
cd "$(dirname "$0")/.."

# All of the workspace in one build: with fewer packages named, their dependencies would have other features and be built
# again. It makes the program too, which the browser tests start.
if command -v cargo-nextest >/dev/null; then
  tests=(cargo nextest run --workspace --locked)
else
  tests=(cargo test --workspace --lib --bins --tests --locked)
fi
scripts/timed.sh "build for tests" "${tests[@]}" --no-run
scripts/timed.sh "tests" "${tests[@]}"
scripts/timed.sh "doc tests" cargo test --workspace --doc --locked
scripts/timed.sh "browser tests" scripts/browser.sh
