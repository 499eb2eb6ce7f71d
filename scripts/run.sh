#!/usr/bin/env bash
# Builds the program, loads the examples into a record that holds no case yet, and shows what is due.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo build --release --locked --package cspr
cspr=${CARGO_TARGET_DIR:-target}/release/cspr
mkdir -p var

"$cspr" migrate
if [[ -z "$("$cspr" cases --json | tr -d '[:space:][]')" ]]; then
  for example in examples/*.jsonl; do
    "$cspr" import "$example"
  done
fi
"$cspr" due
