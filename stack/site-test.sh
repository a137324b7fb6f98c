#!/bin/sh
# The public site of a whole stack: nginx sends what the API has kept, as the API would, and never anything
# old, whoever is killed. Called by stack/test, which sets the images, the label and cleans up.
set -u
passed=0 failed=0
name=$run-site token=canary-control-3b5d5c3712955042212316173ccf37be
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')

check() { # promise, command…
  promise=$1
  shift
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "site: FAILED: $promise" >&2
  fi
}

docker network create --label "$run" "$name" >/dev/null
for volume in db media; do docker volume create --label "$run" "$name-$volume" >/dev/null; done
start() { # service image options…
  service=$1 image=$2
  shift 2
  docker run --detach --name "$name-$service" --label "$run" --network "$name" --init --read-only --cap-drop ALL \
    --security-opt no-new-privileges:true "$@" "$image" >/dev/null
}
start db "$db_image" --user 10001:10001 --tmpfs /run/postgresql:size=1m,mode=0755,uid=10001,gid=10001 \
  --volume "$name-db:/var/lib/postgresql/data" --env "DB_PASSWORD=$password"
start api "$api_image" --volume "$name-media:/srv/media" --env "DB_HOST=$name-db" --env "DB_PASSWORD=$password" \
  --env STACK_NAME=acme --env SITE_NAME=Acme --env SITE_URL=http://acme.localhost \
  --env SECRET_KEY=canary-key-7d793037a0760186574b0282f2f435e7 --env "CONTROL_TOKEN=$token"
address=$(docker inspect --format "{{(index .NetworkSettings.Networks \"$name\").IPAddress}}" "$name-api")
start web "$web_image" --tmpfs /tmp:size=16m,mode=0700,uid=10003,gid=10003 --volume "$name-media:/srv/media:ro" \
  --add-host "api:$address"

# Runs Python beside the API, with what these tests ask for.
python() {
  docker exec --interactive --env "WEB=$name-web" --env "TOKEN=$token" "$name-api" python3 - "$@" <<PYTHON
import gzip, http.client, json, os, sys, time

def ask(path, method="GET", **headers):
    connection = http.client.HTTPConnection(os.environ["WEB"], 8080, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    found = {key.lower(): value for key, value in answer.getheaders()}
    return answer.status, found, answer.read()

def tell(path, **body):
    connection = http.client.HTTPConnection("127.0.0.1", 8000, timeout=10)
    bearer = {"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json"}
    connection.request("PUT", "/internal" + path, json.dumps(body), bearer)
    assert connection.getresponse().status == 204

def kept(path="/"):
    """The answer, once it comes from nginx: the API gives no ETag."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        status, headers, body = ask(path)
        if status == 200 and "etag" in headers:
            return status, headers, body
    raise AssertionError(path + " is not kept")

def rename(to):
    tell("/site", siteUrl="http://acme.localhost", siteName=to)

def shows(title):
    return title.encode() in ask("/")[2]
$(cat)
PYTHON
}
up() {
  tries=0
  until docker exec "$name-api" bash -c "exec 3<>/dev/tcp/$name-web/8080 && printf 'GET / HTTP/1.0\r\n\r\n' >&3 && read -r _ status _ <&3 && [ \$status = 200 ]" 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { docker logs "$name-api" 2>&1 | tail -5 >&2; exit 1; }
    sleep 0.1
  done
}

up
check 'a page comes from nginx as it came from the API' python <<'EOT'
tell("/sample", kind="bakery")
own = {"date", "x-request-id", "etag", "accept-ranges", "connection"}
style = ask("/")[2].decode().split('rel="stylesheet" href="')[1].split('"')[0]
for path in ("/blog", "/sitemap.xml", "/robots.txt", "/blog/feed.xml", style):
    status, asked, body = ask(path)
    assert "etag" not in asked, path
    again = kept(path)
    assert (status, body) == (again[0], again[2]), path
    differing = {k for k in asked.keys() | again[1].keys() if k not in own and asked.get(k) != again[1].get(k)}
    assert not differing, (path, {k: (asked.get(k), again[1].get(k)) for k in differing})
EOT
check '… compressed, asked for anew, and by HEAD' python <<'EOT'
_, headers, body = kept()
assert headers["cache-control"] == "no-cache" and headers["vary"] == "Accept-Encoding"
packed = ask("/", accept_encoding="gzip")
assert packed[1]["content-encoding"] == "gzip" and gzip.decompress(packed[2]) == body
assert packed[1]["etag"] != headers["etag"]
assert ask("/", if_none_match=headers["etag"])[0] == 304
assert ask("/", "HEAD")[1]["content-length"] == str(len(body))
EOT
check 'only a plain question is answered from there' python <<'EOT'
kept()
for path, method in (("/?x=1", "GET"), ("/?", "GET"), ("//", "GET"), ("/%62log", "GET"), ("/.html", "GET"), ("/blog.html", "GET"), ("/../current/blog", "GET"), ("/", "POST"), ("/", "OPTIONS")):
    assert "etag" not in ask(path, method)[1], path
EOT
check 'a change is there with the next request' python <<'EOT'
for number in range(20):
    kept()
    rename(f"Name {number}")
    assert shows(f"Name {number}")
EOT
check 'what has not changed has not changed for browsers' python <<'EOT'
before = kept("/robots.txt")[1]["etag"]
rename("Another")
assert kept("/robots.txt")[1]["etag"] == before
assert kept()[1]["etag"] != before
EOT

docker restart --signal KILL "$name-web" >/dev/null
up
check 'a web that was killed shows what is public now' python <<'EOT'
rename("After web")
assert shows("After web")
kept()
EOT
for round in 1 2 3; do
  python "$round" >/dev/null 2>&1 <<'EOT' &
number = 0
while True:
    number += 1
    rename(f"Round {sys.argv[1]} {number}")
    ask("/")
EOT
  sleep 0.5
  docker restart --signal KILL "$name-api" >/dev/null
  wait
  up
  check "killed while it changes things ($round), it shows what it has changed" python <<'EOT'
fresh = ask("/?fresh")[2]
assert ask("/")[2] == fresh and kept()[2] == fresh
EOT
done
docker restart --signal KILL "$name-web" "$name-api" >/dev/null
up
check 'both killed, a change is there with the next request' python <<'EOT'
kept()
rename("After both")
assert shows("After both")
EOT
check 'web cannot write where the API keeps its pages' sh -c "! docker exec $name-web sh -c 'echo x >/srv/media/site/current/blog.html' 2>/dev/null"
check 'a stopped API leaves nothing behind' sh -c "docker stop $name-api >/dev/null && docker exec $name-web test ! -e /srv/media/site/current"

echo "site: $passed passed, $failed failed"
[ "$failed" = 0 ]
