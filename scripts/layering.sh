#!/usr/bin/env bash
# Fails when a crate depends on one it must not know: nothing points up, and the pure crates stay pure.
set -euo pipefail
cd "$(dirname "$0")/.."

faults=0
members=$(cargo tree --locked --workspace --depth 0 --prefix none --format '{p}' | awk 'NF { print $1 }')

is_member() {
  grep --quiet --line-regexp "$1" <<<"$members"
}

# never CRATE PATTERN: CRATE does not depend on a crate of this name, not even through another one.
never() {
  is_member "$1" || return 0
  local found
  found=$(cargo tree --locked --package "$1" --edges normal,build --prefix none --format '{p}' |
    awk 'NR > 1 { print $1 }' | grep --line-regexp --extended-regexp "$2" | sort --unique | xargs || true)
  if [[ -n "$found" ]]; then
    echo "layering: $1 depends on $found (see: cargo tree --package $1 --edges normal,build)" >&2
    faults=1
  fi
}

# only_in CRATE PATTERN: of the workspace, only these packages name CRATE as a dependency of their own.
only_in() {
  local member
  for member in $(grep --invert-match --line-regexp --extended-regexp "$2" <<<"$members"); do
    if cargo tree --locked --package "$member" --depth 1 --prefix none --format '{p}' |
      awk 'NR > 1 { print $1 }' | grep --quiet --line-regexp "$1"; then
      echo "layering: $member depends on $1, which only $2 may" >&2
      faults=1
    fi
  done
}

outside='(tokio|sqlx|async|futures|axum|hyper|lettre|reqwest)(-.*)?|mio|libsqlite3-sys'
never calendar "$outside|case|store|mail|web|cspr"
never case "$outside|store|mail|web|cspr"
never store 'import|mail|web|cspr'
never import 'mail|web|cspr'
never mail 'import|web|cspr'
never web 'import|mail|cspr'
# What only tests and measurements use never comes into the program.
never cspr mail_server
only_in sqlx 'store|tests|bench'
only_in axum 'web|bench'
# The bench sends the same letters by lettre alone, to see what reminders add to that.
only_in lettre 'mail|bench'

exit "$faults"
