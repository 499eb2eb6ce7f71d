#!/usr/bin/env bash
# Builds every fuzz target and runs each for a while: scripts/fuzz.sh [SECONDS], 10 by default.
set -euo pipefail
cd "$(dirname "$0")/../crates/case"

# The code under test is safe Rust, so the address sanitizer would find nothing and would need a nightly compiler.
options=(--dev --sanitizer none)
cargo fuzz build "${options[@]}"
for target in $(cargo fuzz list); do
  # Each starts from what it found before and from the stored samples, which are JSON already.
  mkdir -p "fuzz/corpus/$target"
  cargo fuzz run "${options[@]}" "$target" "fuzz/corpus/$target" tests/always/samples -- -max_total_time="${1:-10}" -print_final_stats=1
done
