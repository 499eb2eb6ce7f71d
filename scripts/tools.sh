#!/usr/bin/env bash
# Installs the cargo tools that `make check` uses and this machine lacks.
set -euo pipefail

missing=()
for tool in cargo-deny cargo-machete cargo-fuzz; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
if [[ ${#missing[@]} -eq 0 ]]; then
  exit 0
fi

# They run for seconds: a quick build is worth more than quick tools. One target directory shares their common crates.
export CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
export CARGO_TARGET_DIR=${TMPDIR:-/tmp}/cspr-tools
cargo install --locked "${missing[@]}"
rm -rf "$CARGO_TARGET_DIR"
