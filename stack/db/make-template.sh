#!/bin/sh
# Build time only: fills $PGDATA with an initialised, migrated cluster, as small as it gets, because
# Docker copies it into every new stack's volume.
set -eu

# 1 MB WAL segments: an idle stack keeps two of them instead of two of 16 MB.
initdb --pgdata="$PGDATA" --username=postgres --auth=peer --encoding=UTF8 \
  --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8 \
  --data-checksums --wal-segsize=1 --no-sync --no-instructions >/dev/null

run() { psql -X --quiet --set=ON_ERROR_STOP=1 --username="$1" --dbname="$2"; }

# Migrations run as the role that owns the schema later; trust holds for this server only, which
# listens on no network and is stopped before the layer is written.
hba=$(mktemp) log=$(mktemp)
echo 'local all all trust' >"$hba"
pg_ctl --pgdata="$PGDATA" --silent --wait --log="$log" start \
  -o "-c config_file=/etc/freehold/postgresql.conf -c hba_file=$hba -c listen_addresses='' -c fsync=off -c autovacuum=off -c wal_recycle=off" ||
  { cat "$log"; exit 1; }

# template1 stays, for `CREATE DATABASE`. template0 and postgres would double what is copied;
# pg_upgrade wants a template0 and can be given one: CREATE DATABASE template0 TEMPLATE template1.
run postgres template1 <<'SQL'
ALTER DATABASE template0 IS_TEMPLATE false;
DROP DATABASE template0;
DROP DATABASE postgres;
-- No password: nobody can log in as cms before a stack's own is set.
CREATE ROLE cms LOGIN;
CREATE DATABASE cms OWNER cms;
REVOKE CONNECT, TEMPORARY ON DATABASE cms FROM PUBLIC;
REVOKE CONNECT, TEMPORARY ON DATABASE template1 FROM PUBLIC;
SQL
run cms cms </usr/local/lib/freehold/schema.sql
for database in cms template1; do
  echo 'VACUUM (FREEZE, ANALYZE);' | run postgres "$database"
done
echo 'CHECKPOINT;' | run postgres template1
pg_ctl --pgdata="$PGDATA" --silent --wait --mode=fast stop

# The settings come from the image; what ALTER SYSTEM may write stays with the data.
rm -f "$hba" "$log" "$PGDATA"/postmaster.opts "$PGDATA"/pg_stat/* \
  "$PGDATA"/postgresql.conf "$PGDATA"/pg_hba.conf "$PGDATA"/pg_ident.conf
# Free space and visibility maps: a fifth of the files, and the first vacuum makes those it needs.
find "$PGDATA/base" "$PGDATA/global" -name '*_fsm' -o -name '*_vm' | xargs rm -f
echo 17 >"$PGDATA/FREEHOLD"
