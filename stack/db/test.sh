#!/bin/sh
# What the database's image promises, tried on containers and volumes of its own. Called by
# stack/test, which sets the image, the label and cleans up.
set -u
passed=0 failed=0
one=canary-one-2c26b46b68ffc68f two=canary-two-fcde2b2edba56bf4

check() { # promise, command…
  promise=$1
  shift
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "db: FAILED: $promise" >&2
    docker logs "$run-d" 2>&1 | tail -5 >&2
  fi
}

# Starts $run-d on volume $1 with password $2; further arguments go to docker run.
start() {
  docker rm --force "$run-d" >/dev/null 2>&1
  volume=$1 password=$2
  shift 2
  docker volume create --label "$run" "$volume" >/dev/null
  docker run --detach --name "$run-d" --label "$run" --init --user 10001:10001 --read-only \
    --tmpfs /run/postgresql:size=1m,mode=0755,uid=10001,gid=10001 --cap-drop ALL --network none \
    --security-opt no-new-privileges:true --env "DB_PASSWORD=$password" \
    --volume "$volume:/var/lib/postgresql/data" "$@" "$db_image" >/dev/null
}

# A query over TCP with a password, as a client makes it.
login() { # password [user] [database] [query]
  docker exec --env "PGPASSWORD=$1" "$run-d" psql -XAtqw -h 127.0.0.1 -U "${2:-cms}" -d "${3:-cms}" \
    -c "${4:-SELECT 1}" 2>&1
}
soon() {
  tries=0
  until "$@"; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || return 1
    sleep 0.1
  done
}
accepts() { [ "$(login "$1" "${2:-cms}" "${3:-cms}")" = 1 ]; }
refuses() { case $(login "$@") in *'authentication failed'* | *'pg_hba.conf rejects'*) ;; *) false ;; esac; }
superuser() { docker exec "$run-d" psql -XAtq -h /run/postgresql -U postgres -d cms -c "$1"; }
stops() { [ "$(docker wait "$run-d")" = "$1" ]; }
says() { docker logs "$run-d" 2>&1 | grep -q -- "$1"; }
discreet() { ! docker logs "$run-d" 2>&1 | grep -q canary; }
calm() { ! docker logs "$run-d" 2>&1 | grep -q -e WARNING -e ERROR -e FATAL; }

has_password() { [ "$(superuser "SELECT rolpassword IS NOT NULL FROM pg_authid WHERE rolname = 'cms'" 2>/dev/null)" = t ]; }

start "$run-a" "$one"
check 'a new volume gets its password' soon has_password
check 'a new volume answers with the password given' soon accepts "$one"
check 'a first start logs no error' calm
check 'the schema is there and belongs to cms' \
  [ "$(superuser "SELECT count(*) > 5 AND bool_and(tableowner = 'cms') FROM pg_tables WHERE schemaname = 'public'")" = t ]
check 'nothing personal is baked in' [ "$(superuser 'SELECT count(*) FROM users')" = 0 ]
check 'cms is no superuser' [ "$(superuser "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = 'cms'")" = f ]
check 'another password is refused' refuses "$two"
check 'the superuser does not log in over the network' refuses "$one" postgres template1
check 'cms does not reach the template database' sh -c "! docker exec --env PGPASSWORD=$one $run-d psql -XAtqw -h 127.0.0.1 -U cms -d template1 -c 'SELECT 1' >/dev/null 2>&1"
check 'passwords are kept as SCRAM verifiers' \
  [ "$(superuser "SELECT left(rolpassword, 14) FROM pg_authid WHERE rolname = 'cms'")" = 'SCRAM-SHA-256$' ]
check 'durability and checksums are on' [ "$(superuser "SELECT current_setting('fsync') || current_setting('data_checksums') || current_setting('full_page_writes')")" = ononon ]
check 'text is UTF-8 and sorts alike everywhere' [ "$(superuser "SELECT concat(pg_encoding_to_char(encoding), datlocprovider, datlocale) FROM pg_database WHERE datname = 'cms'")" = UTF8bC.UTF-8 ]

check 'what Docker copied is flushed to disk' soon docker exec "$run-d" test -e /var/lib/postgresql/data/FREEHOLD.synced
login "$one" cms cms "INSERT INTO pages (id, slug, title, body, status, version) VALUES (gen_random_uuid(), 'kept', 'x', '', 'draft', 1)" >/dev/null
before=$(superuser "SELECT xmin FROM pg_authid WHERE rolname = 'cms'")
docker restart "$run-d" >/dev/null
check 'a restart keeps data' soon sh -c "docker exec --env PGPASSWORD=$one $run-d psql -XAtqw -h 127.0.0.1 -U cms -d cms -c 'SELECT slug FROM pages' 2>/dev/null | grep -qx kept"
sleep 0.5
check 'a password that is right is not written again' [ "$(superuser "SELECT xmin FROM pg_authid WHERE rolname = 'cms'")" = "$before" ]
check 'no password was logged' discreet

docker kill --signal KILL "$run-d" >/dev/null
docker start "$run-d" >/dev/null
check 'it starts again after SIGKILL' soon accepts "$one"
check 'SIGINT stops it at once and cleanly' sh -c "docker kill --signal INT $run-d >/dev/null && [ \"\$(docker wait $run-d)\" = 0 ]"

start "$run-a" "$two"
check 'the environment rotates the password' soon accepts "$two"
check 'the former password is refused after that' refuses "$one"
check 'no password was logged by that' discreet

docker run --detach --name "$run-e" --label "$run" --init --tmpfs /run/postgresql:uid=10001 --network none \
  --env "DB_PASSWORD=$two" --volume "$run-a:/var/lib/postgresql/data" "$db_image" >/dev/null
check 'two servers never share a volume' sh -c "[ \"\$(docker wait $run-e)\" = 78 ] && docker logs $run-e 2>&1 | grep -q 'another container'"
check 'the first one is not disturbed by that' accepts "$two"

start "$run-b" "$one" --env DB_NAME=freehold --env DB_USER=freehold --tmpfs /run/extra:uid=10001 --env DB_SOCKET_DIRECTORIES=/run/extra
check 'another database and role are made on start' soon accepts "$one" freehold freehold
check 'its role owns it' [ "$(superuser "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'freehold'")" = freehold ]
check 'its role may create tables' [ -z "$(login "$one" freehold freehold 'CREATE TABLE t (i int)')" ]
check 'the role cms cannot log in there' refuses "$one" cms cms
check 'the further socket wants the password' [ "$(docker exec --env "PGPASSWORD=$one" "$run-d" psql -XAtqw -h /run/extra -U freehold -d freehold -c 'SELECT 1')" = 1 ]
check 'the further socket refuses another' sh -c "! docker exec --env PGPASSWORD=$two $run-d psql -XAtqw -h /run/extra -U freehold -d freehold -c 'SELECT 1' >/dev/null 2>&1"
docker kill --signal KILL "$run-d" >/dev/null
docker start "$run-d" >/dev/null
check 'that starts again after SIGKILL too' soon accepts "$one" freehold freehold

start "$run-c" ''
check 'it refuses to start without a password' stops 78
check 'and says which variable' says 'DB_PASSWORD is not set'
start "$run-c" "$one" --env DB_NAME=postgres
check "it refuses PostgreSQL's own names" stops 78
start "$run-c" "$one" --env 'DB_USER=x"; DROP'
check 'it refuses names that need quoting' stops 78

docker rm --force "$run-d" >/dev/null 2>&1
docker run --detach --name "$run-d" --label "$run" --init --tmpfs /run/postgresql:uid=10001 --tmpfs /empty:uid=10001 --network none \
  --env PGDATA=/empty --env "DB_PASSWORD=$one" "$db_image" >/dev/null
check 'an empty volume is not initialised anew' stops 78
check 'and the message says what to do' says 'restore a backup'
docker rm --force "$run-d" >/dev/null 2>&1
docker run --detach --name "$run-d" --label "$run" --init --tmpfs /run/postgresql:uid=10001 --network none \
  --env PGDATA=/etc --env "DB_PASSWORD=$one" "$db_image" >/dev/null
check 'a volume with something else in it is left alone' stops 78
check 'and the message says so' says 'not a database'

echo "db: $passed passed, $failed failed"
[ "$failed" = 0 ]
