#!/usr/bin/env bash
# Installs the cargo tools that the checks use, in the versions of tools.txt, into tools/bin under the target directory:
# from wheels in seconds, or where pip has none for this machine, compiled, in minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
list=scripts/tools.txt
place=${CARGO_TARGET_DIR:-target}/tools
if cmp --silent "$list" "$place/tools.txt"; then
  exit 0
fi

from_wheels() {
  local options=(--require-hashes --only-binary :all: --no-deps --upgrade --quiet --disable-pip-version-check)
  python3 -m pip --version >/dev/null 2>&1 &&
    PIP_ROOT_USER_ACTION=ignore python3 -m pip install "${options[@]}" --target "$place" --requirement "$list"
}

# Left out is what would take longer to compile than it is worth: the tests run without nextest too.
compiled() {
  local missing=() tool version
  while read -r tool version; do
    command -v "$tool" >/dev/null || missing+=("$tool@$version")
  done < <(sed -n 's/^astral-dev-toolchain-\(.*\)==\([0-9.]*\).*/\1 \2/p' "$list" | grep --invert-match 'nextest\|audit')
  [[ ${#missing[@]} -gt 0 ]] || return 0
  # They run for seconds: a quick build is worth more than quick tools. One target directory shares their common crates.
  export CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
  CARGO_TARGET_DIR="$place/build" cargo install --locked --root "$place" "${missing[@]}"
  rm -rf "$place/build"
}

mkdir -p "$place"
from_wheels || compiled
cp "$list" "$place/tools.txt"
