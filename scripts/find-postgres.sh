#!/usr/bin/env bash
# Prints the directory of the newest installed PostgreSQL server programs, or says what to install.
set -euo pipefail

# Debian keeps each version in a directory of its own, off the PATH.
newest=$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort --version-sort | tail -n 1)
if [[ -z "$newest" ]]; then
  newest=$(readlink -f "$(command -v initdb || true)" || true)
fi
if [[ -z "$newest" ]]; then
  echo "PostgreSQL's server programs (initdb, pg_ctl) are not installed. On Debian: apt-get install postgresql" >&2
  exit 1
fi
dirname "$newest"
