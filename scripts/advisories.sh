#!/usr/bin/env bash
# Warns of dependencies with a published security advisory, where CSPR_ADVISORIES (by default ../shared/advisory-db) is a copy
# of RustSec's database. It never fails: a copy ages, and a new advisory is no fault of the change that is being checked.
set -euo pipefail
cd "$(dirname "$0")/.."
database=${CSPR_ADVISORIES:-../shared/advisory-db}
if [[ ! -d "$database" ]] || ! command -v cargo-audit >/dev/null; then
  echo "advisories: not asked, for want of cargo-audit or of a database at $database" >&2
  exit 0
fi
if ! cargo audit --db "$database" --no-fetch --stale --no-yanked --quiet; then
  echo "advisories: look at the warnings above; this check does not fail for them" >&2
fi
