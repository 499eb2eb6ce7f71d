#!/usr/bin/env bash
# Keeps applied migrations as they are: a record somewhere was built with them.
#
#   scripts/migrations.sh check     fails when a frozen migration changed or one is not frozen yet
#   scripts/migrations.sh freeze    adds the new ones to migrations/FROZEN
set -euo pipefail
shopt -s nullglob
cd "$(dirname "$0")/../migrations"

fail() {
  echo "migrations: $*" >&2
  exit 1
}

names() {
  find "$1" -name '*.sql' -printf '%f\n' | sort
}

same_names() {
  local differing
  differing=$(diff <(names sqlite) <(names postgres) | grep '^[<>]' || true)
  [[ -z "$differing" ]] || fail "sqlite/ (<) and postgres/ (>) differ in their files:"$'\n'"$differing"
}

unchanged() {
  local faults
  faults=$(sha256sum --check --quiet FROZEN 2>&1 | grep FAILED || true)
  [[ ! -s FROZEN || -z "$faults" ]] ||
    fail "a frozen migration was changed or removed. Put it back and write a new one instead:"$'\n'"$faults"
}

not_listed() {
  local file
  for file in sqlite/*.sql postgres/*.sql; do
    grep --quiet --fixed-strings "  $file" FROZEN || echo "$file"
  done
}

case "${1:-}" in
  check)
    same_names
    unchanged
    new=$(not_listed)
    [[ -z "$new" ]] || fail "not frozen yet; when they are final, run make freeze and commit FROZEN:"$'\n'"$new"
    ;;
  freeze)
    touch FROZEN
    same_names
    unchanged
    not_listed | while read -r file; do sha256sum "$file" | tee --append FROZEN; done
    ;;
  *)
    fail "say check or freeze"
    ;;
esac
