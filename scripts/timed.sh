#!/usr/bin/env bash
# Runs a step of the checks, and notes how long it took where CSPR_TIMES names a file for that: scripts/timed.sh STEP COMMAND...
set -euo pipefail
step=$1
shift
if [[ -z "${CSPR_TIMES:-}" ]]; then
  exec "$@"
fi
trap 'printf "%s\t%s\n" "$SECONDS" "$step" >>"$CSPR_TIMES"' EXIT
"$@"
