#!/bin/sh
# Runs beside the server that is starting (process $1): role, database and password become what the
# environment says. Before that no login over the network can succeed: the role has no password.
set -u
server=$1
socket=/run/postgresql

# Whoever asked for this container's hardware address before it was there asks again only after a
# second, unless it hears from here. bash can send a datagram; nobody listens for it.
if [ -n "${API_ADDRESS:-}" ]; then
  bash -c 'printf . >"/dev/udp/$API_ADDRESS/9"' 2>/dev/null
fi

as_superuser() {
  psql -X --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 --set=VERBOSITY=terse \
    --host="$socket" --username=postgres --dbname=template1 "$@" 2>&1
}

# Asks the server the only way there is. Asked only when a password is set, so a new stack logs no
# failed login, and a rotation logs one.
password_is_right() {
  [ "$(as_superuser --command="SELECT 1 FROM pg_authid WHERE rolpassword IS NOT NULL AND rolname = '$DB_USER'")" = 1 ] &&
    PGPASSWORD=$DB_PASSWORD psql -X --quiet --no-password --host="$socket" --username="$DB_USER" \
      --dbname="$DB_NAME" --command=';' >/dev/null 2>&1
}

provision() {
  right=false
  if password_is_right; then right=true; fi
  as_superuser --set=right="$right" --file=/usr/local/lib/freehold/provision.sql
}

# The eighth line of the pid file says so; asking through the socket would log a refusal each time.
is_ready() {
  sed -n 8p "$PGDATA/postmaster.pid" 2>/dev/null | grep -q '^ready'
}

until is_ready; do
  kill -0 "$server" 2>/dev/null || exit 0
  sleep 0.01
done

pause=0.02
while :; do
  problem=$(provision) && break
  kill -0 "$server" 2>/dev/null || exit 0
  case $problem in
    *'shutting down'* | *'recovery mode'*) ;;
    *) echo "db: setting up role and database failed, trying again: $problem" >&2; pause=5 ;;
  esac
  sleep "$pause"
done

# Docker does not flush what it copies into a new volume, and PostgreSQL only what it wrote itself: a
# power cut in the first half minute would leave holes. 50 ms, once, when nobody waits for it.
if [ ! -e "$PGDATA/FREEHOLD.synced" ]; then
  sleep 2
  initdb --sync-only --pgdata="$PGDATA" >/dev/null && touch "$PGDATA/FREEHOLD.synced"
fi
