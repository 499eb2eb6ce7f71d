#!/usr/bin/env bash
# Sees that the tests and checks have what they need: installs it where that is possible, else says what is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

missing=()
command -v c++ >/dev/null || missing+=(build-essential) # compiles SQLite and the fuzzer
command -v node >/dev/null && command -v npm >/dev/null || missing+=(nodejs npm) # compile the styles
command -v chromium >/dev/null || [[ -n "${CSPR_TEST_CHROMIUM:-}" ]] || missing+=(chromium) # walks through the pages
# The pages are measured in Arial, whose widths these have.
fc-match Arial 2>/dev/null | grep --quiet 'Arial\|Liberation' || [[ -n "${CSPR_TEST_CHROMIUM:-}" ]] || missing+=(fonts-liberation)
"$here/find-postgres.sh" >/dev/null 2>&1 || [[ -n "${CSPR_TEST_POSTGRES:-}" ]] || missing+=(postgresql)
if [[ ${#missing[@]} -eq 0 ]]; then
  exit 0
fi

if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
  echo "Debian packages that the tests need are missing here: ${missing[*]}" >&2
  echo "Install them (sudo apt-get install ${missing[*]}) and run this again." >&2
  echo "A server elsewhere will do for PostgreSQL: set CSPR_TEST_POSTGRES to its postgres:// address." >&2
  exit 1
fi

echo "Installing ${missing[*]}, which the tests need" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2
apt-get install --yes --quiet=2 --no-install-recommends -o DPkg::Lock::Timeout=120 "${missing[@]}"
