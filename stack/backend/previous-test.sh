#!/bin/sh
# The code from before the newest migration, with tests of its own, on the schema that this tree makes: what
# serves while a rollout is under way. Called by test.sh, which has the database up.
#
# A clone without that history (`git clone --depth 1`, a tarball) cannot know that code; then this says so and
# passes, as there is nothing it could try. BEFORE names another commit than the one before that migration.
set -eu
versions=app/migrations/versions
# What a release does all day, and reads and writes most tables by; not what makes a schema of its own.
kept="test_publishing test_site"

newest=$(ls $versions | grep '^[0-9].*\.py$' | sort | tail -1)
before=${BEFORE:-}
if [ -z "$before" ] && git cat-file -e "HEAD:./$versions/$newest" 2>/dev/null; then
  added=$(git log --diff-filter=A --format=%H -1 -- "$versions/$newest")
  before=${added:+$added^}
elif [ -z "$before" ]; then
  before=HEAD # It is not committed yet.
fi
if [ -z "$before" ] || ! git cat-file -e "$before^{commit}" 2>/dev/null; then
  echo "previous: the code before $newest is not in this clone: not tried" >&2
  exit 0
fi

# Test databases are copies of this one.
docker exec --interactive "$run-db" psql -q -h /run/postgresql -U postgres -d template1 -v ON_ERROR_STOP=1 \
  -c 'GRANT ALL ON SCHEMA public TO cms' -c 'SET ROLE cms' -f - <../db/schema.sql >/dev/null

tests=
for one in $kept; do
  if git cat-file -e "$before:./tests/$one.py" 2>/dev/null; then tests="$tests tests/$one.py"; fi
done
# Debian's packages are this tree's; the rest is of then. No word splitting in names of ours.
# shellcheck disable=SC2086
docker create --name "$run-previous" --label "$run" --network "$run" --tmpfs /tmp --cap-drop ALL --init --workdir /previous \
  --env "DB_HOST=$run-db" --env "DB_PASSWORD=$password" "$run" python3 -m pytest $tests >/dev/null
git archive --prefix=previous/ "$before" app tests pyproject.toml | docker cp - "$run-previous:/"
echo "previous: $(git log --format='%h (%s)' -1 "$before") on the schema of $newest"
docker start --attach "$run-previous"
