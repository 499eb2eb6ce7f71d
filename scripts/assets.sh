#!/usr/bin/env bash
# Builds styles, scripts and icons into assets/dist/, when their sources are newer than what is there.
set -euo pipefail
cd "$(dirname "$0")/../assets"

sources=(package.json package-lock.json build.mjs styles scripts icons)
if [[ -f dist/manifest.json && -z "$(find "${sources[@]}" -newer dist/manifest.json -print -quit)" ]]; then
  exit 0
fi

for tool in node npm; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool is missing here: install Node.js 18 or newer with npm (sudo apt-get install nodejs npm), then run this again." >&2
    exit 1
  fi
done

# npm keeps its own copy of the lock file; where it is older than ours, something else is to be installed.
if [[ ! -f node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
  npm ci --ignore-scripts --no-audit --no-fund >&2
fi
node build.mjs
