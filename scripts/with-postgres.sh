#!/usr/bin/env bash
# Runs a command beside a throw-away PostgreSQL, and stops the server when the command ends.
#
#   scripts/with-postgres.sh [--durable] COMMAND [ARGUMENT...]
#
# The command finds the server's address in CSPR_TEST_POSTGRES. Where that is set already, the command
# runs against the server it names and none is started.
# --durable   the settings of a real server, for measuring; without it, nothing waits for the disk.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

settings=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off)
home=/tmp
if [[ "${1:-}" == --durable ]]; then
  shift
  settings=(-c shared_buffers=512MB -c max_wal_size=4GB)
  home=/var/tmp # /tmp may be memory, where a sync costs nothing
fi
if [[ $# -eq 0 ]]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
if [[ -n "${CSPR_TEST_POSTGRES:-}" ]]; then
  exec "$@"
fi

programs=$("$here/find-postgres.sh")
place=$(mktemp -d "$home/cspr-postgres.XXXXXX")

# PostgreSQL refuses to run as root, and is right to.
as_server() {
  if [[ $(id -u) -ne 0 ]]; then
    "$@"
  elif id postgres >/dev/null 2>&1; then
    runuser -u postgres -- "$@"
  else
    runuser -u nobody -- "$@"
  fi
}

stop() {
  as_server "$programs/pg_ctl" stop --silent --mode=immediate --pgdata="$place/data" >/dev/null 2>&1 || true
  rm -rf "$place"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [[ $(id -u) -eq 0 ]]; then
  chown "$(as_server id -u)" "$place"
fi
cd "$place" # initdb looks at where it stands, which the server's own user may not be allowed to see
as_server "$programs/initdb" --pgdata="$place/data" --username=postgres --auth=trust \
  --encoding=UTF8 --locale=C.UTF-8 --no-sync >initdb.log 2>&1 || { cat initdb.log >&2; exit 1; }
# Only a socket in this private directory: no port to collide with, and no one else on the machine can reach it.
options="-c listen_addresses='' -c unix_socket_directories='$place' -c max_connections=300 ${settings[*]}"
as_server "$programs/pg_ctl" start --silent --wait --pgdata="$place/data" --log="$place/data/server.log" \
  --options="$options" >/dev/null || { cat "$place/data/server.log" >&2; exit 1; }
cd - >/dev/null

export CSPR_TEST_POSTGRES="postgres://postgres@${place//\//%2F}/postgres"
echo "PostgreSQL $("$programs/postgres" --version | awk '{print $3}') is at $CSPR_TEST_POSTGRES" >&2
"$@"
