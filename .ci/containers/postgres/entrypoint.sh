#!/bin/sh
# Starts PostgreSQL for tests as PostgreSQLContainer expects it: POSTGRES_USER, _PASSWORD and _DB, the command
# "postgres …", and "ready to accept connections" twice (a server to set up with, then the real one).
set -eu

PGDATA="${PGDATA:-/var/lib/postgresql/data}"
PGBIN="$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1)"
export PGDATA PATH="$PGBIN:$PATH"
[ "${1:-postgres}" = postgres ] || exec "$@"
user="${POSTGRES_USER:-postgres}"
db="${POSTGRES_DB:-$user}"
: "${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD}"

if [ "$(id -u)" = 0 ]; then
    install -d -m 700 -o postgres -g postgres "$PGDATA"
    install -d -m 775 -o postgres -g postgres /var/run/postgresql
    exec setpriv --reuid=postgres --regid=postgres --init-groups sh "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    password=$(mktemp)
    printf '%s' "$POSTGRES_PASSWORD" >"$password"
    initdb -U "$user" --pwfile="$password" --auth=scram-sha-256 --auth-local=trust -E UTF8 --locale=C.UTF-8 --no-sync >&2
    rm -f "$password"
    printf 'host all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
    printf "listen_addresses = '*'\n" >>"$PGDATA/postgresql.conf"
    pg_ctl -s -w -o "-c listen_addresses='' -c fsync=off" start
    [ "$db" = postgres ] || psql -q -v ON_ERROR_STOP=1 -U "$user" -d postgres -v db="$db" <<'SQL'
CREATE DATABASE :"db";
SQL
    pg_ctl -s -w -m fast stop
fi
[ "$#" -gt 0 ] || set -- postgres
exec "$@"
