#!/bin/sh
# Starts PostgreSQL on the volume, as this very process, and sets the password beside it.
#
#   DB_PASSWORD             password of DB_USER; required
#   DB_NAME, DB_USER        default cms; another database or role is created when missing
#   API_ADDRESS             who waits for this database, if anybody
#   DB_SOCKET_DIRECTORIES   further directories for a socket, comma-separated
set -eu

# 78 is EX_CONFIG: starting again will not help.
refuse() {
  echo "db: refusing to start: $1" >&2
  [ $# -lt 2 ] || echo "db: $2" >&2
  exit 78
}

# Role and database names reach PostgreSQL quoted; this keeps them readable and out of its own names.
check_name() {
  case $2 in
    postgres | template0 | template1 | pg_* | [!a-z]* | *[!a-z0-9_]*)
      refuse "$1 must be lower-case letters, digits and underscores, and not one of PostgreSQL's own names" ;;
  esac
}

export DB_NAME="${DB_NAME:-cms}" DB_USER="${DB_USER:-cms}"
[ -n "${DB_PASSWORD:-}" ] || refuse "DB_PASSWORD is not set"
check_name DB_NAME "$DB_NAME"
check_name DB_USER "$DB_USER"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  [ -z "$(ls -A "$PGDATA" 2>/dev/null)" ] || refuse "$PGDATA holds files that are not a database." \
    "Look at what is mounted there; nothing has been changed."
  refuse "the volume at $PGDATA is empty." \
    "Docker fills a new named volume from this image. If this stack had data, its volume was replaced: restore a backup. If it is new, remove container and volume and create both again."
fi
[ "$(cat "$PGDATA/PG_VERSION")" = 17 ] || refuse "the volume holds PostgreSQL $(cat "$PGDATA/PG_VERSION"), this image runs 17." \
  "Start the release that wrote it, or upgrade the data with pg_upgrade."
[ -e "$PGDATA/FREEHOLD" ] || refuse "the database at $PGDATA was not made by Freehold." \
  "Look at what is mounted there; nothing has been changed."

# PostgreSQL's own lock is a process id, which means nothing across containers: it may be another
# process's today (no start after SIGKILL) or invisible (two servers on one volume). A file lock is
# the kernel's, and goes with the last process that inherited it.
exec 9>"$PGDATA/FREEHOLD.lock"
flock --wait 10 9 || refuse "another container runs PostgreSQL on this volume."
rm -f "$PGDATA/postmaster.pid"

directories=/run/postgresql
if [ -n "${DB_SOCKET_DIRECTORIES:-}" ]; then
  directories="$directories,$DB_SOCKET_DIRECTORIES"
  for directory in $(echo "$DB_SOCKET_DIRECTORIES" | tr ',' ' '); do
    rm -f "$directory/.s.PGSQL.5432" "$directory/.s.PGSQL.5432.lock"
  done
fi

# Twice in the background: the shell becomes PostgreSQL, which should not find a child it never had.
server=$$
(sh /usr/local/lib/freehold/provision.sh "$server" 9>&- &)
unset DB_PASSWORD

exec postgres -D "$PGDATA" -c config_file=/etc/freehold/postgresql.conf \
  -c "unix_socket_directories=$directories" "$@"
