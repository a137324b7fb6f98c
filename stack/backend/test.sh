#!/bin/sh
# Types and tests of the API in its own image, against the database's. Called by stack/test, which
# sets the images, the label and cleans up.
set -eu
cd "$(dirname "$0")"

if ! docker run --rm --label "$run" "$api_image" python3 -m app.migrations.runner | diff ../db/schema.sql - >&2; then
  echo "stack/db/schema.sql is not what the migrations make; write it anew:" >&2
  echo "  docker run --rm $api_image python3 -m app.migrations.runner >stack/db/schema.sql" >&2
  exit 1
fi

output=$(tar -c pyproject.toml tests |
  docker build --quiet --tag "$run" --build-arg "API_IMAGE=$api_image" --file tests/Dockerfile - 2>&1) ||
  { echo "$output" >&2; exit 1; }

echo "mypy --strict"
docker run --rm --label "$run" --network none --tmpfs /tmp "$run" mypy --cache-dir /tmp

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
docker network create --label "$run" "$run" >/dev/null
docker run --detach --name "$run-db" --label "$run" --network "$run" --init --tmpfs /run/postgresql:uid=10001 \
  --env "DB_PASSWORD=$password" "$db_image" -c max_connections=100 >/dev/null
# Each test makes a database of its own.
tries=0
until docker exec "$run-db" psql -q -h /run/postgresql -U postgres -d template1 \
  -c 'ALTER ROLE cms CREATEDB' -c 'ALTER SYSTEM SET fsync = off' -c 'SELECT pg_reload_conf()' >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ $tries -lt 100 ] || { docker logs "$run-db" >&2; exit 1; }
  sleep 0.1
done
failed=0
# A file's tests in one process, one after another; several files at once.
docker run --rm --label "$run" --network "$run" --tmpfs /tmp --read-only --cap-drop ALL --init \
  --env "DB_HOST=$run-db" --env "DB_PASSWORD=$password" "$run" \
  python3 -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile "$@" || failed=1
# Who tries single tests is not asking about releases.
if [ $# = 0 ]; then
  password=$password sh previous-test.sh || failed=1
fi
exit $failed
