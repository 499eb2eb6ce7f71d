#!/usr/bin/env bash
# Walks through the pages in a real browser: scripts/browser.sh [FILE...], all of them by default.
# Expects a built `cspr`, and CSPR_TEST_POSTGRES, which scripts/with-postgres.sh sets.
set -euo pipefail
cd "$(dirname "$0")/.."

PATH=$PATH:$(scripts/find-postgres.sh 2>/dev/null || true)
for tool in node npm psql; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool is missing here: install Node.js 18.19 or newer, npm and PostgreSQL's client (sudo apt-get install nodejs npm postgresql-client), then run this again." >&2
    exit 1
  fi
done
if ! command -v "${CSPR_TEST_CHROMIUM:-chromium}" >/dev/null; then
  echo "Chromium is missing here: sudo apt-get install chromium, or say in CSPR_TEST_CHROMIUM where it is." >&2
  exit 1
fi

CSPR_TEST_PROGRAM=$(realpath "${CARGO_TARGET_DIR:-target}/debug/cspr")
CSPR_TEST_SCREENS=$(realpath --canonicalize-missing "${CARGO_TARGET_DIR:-target}/screens")
CSPR_TEST_PATTERN=$(mktemp -d)
export CSPR_TEST_PROGRAM CSPR_TEST_SCREENS CSPR_TEST_PATTERN

cd tests/browser
if [[ ! -f node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
  npm ci --ignore-scripts --no-audit --no-fund >&2
fi
trap 'node harness/record.mjs drop; rm -rf "$CSPR_TEST_PATTERN"' EXIT
node harness/record.mjs
node harness/run.mjs "$@"
