#!/usr/bin/env bash
# Builds the program, loads the examples into a record of their own if it holds no case yet, and serves the pages.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/assets.sh
cargo build --release --locked --package cspr
cspr=${CARGO_TARGET_DIR:-target}/release/cspr
mkdir -p var

# Never the record of somebody's own, whatever they have set: anybody may sign in as one of the invented people.
export CSPR_DATABASE_URL=sqlite:var/examples.db
"$cspr" migrate
if [[ -z "$("$cspr" cases --json | tr -d '[:space:][]')" ]]; then
  for example in examples/*.jsonl; do
    "$cspr" import --examples "$example"
  done
fi
exec "$cspr" serve "$@"
