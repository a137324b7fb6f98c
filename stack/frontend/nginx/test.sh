#!/bin/sh
# The routes of nginx, before a stand-in for the API and without one. Called by stack/test, which
# sets the images, the label and cleans up.
set -u
passed=0 failed=0
network=$run-web

check() { # promise, command…
  promise=$1
  shift
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "web: FAILED: $promise" >&2
  fi
}

web() { # name address-of-the-api
  docker run --detach --name "$1" --label "$run" --network "$network" --init --user 10003:10003 --read-only \
    --tmpfs /tmp:size=16m,mode=0700,uid=10003,gid=10003 --cap-drop ALL \
    --security-opt no-new-privileges:true --volume "$run-media:/srv/media:ro" --add-host "api:$2" "$web_image" >/dev/null
}

docker network create --label "$run" "$network" >/dev/null
docker volume create --label "$run" "$run-media" >/dev/null
# The stand-in tells what reached it.
docker run --detach --name "$run-echo" --label "$run" --network "$network" --init --volume "$run-media:/srv/media" "$api_image" python3 -c '
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
class Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = f"echo {self.command} {self.path}\n{self.headers}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "of the api")
        self.end_headers()
        self.wfile.write(body)
    do_GET = do_POST = do_PUT = do_DELETE = answer
ThreadingHTTPServer(("0.0.0.0", 8000), Echo).serve_forever()
' >/dev/null
web "$run-web" "$(docker inspect --format "{{(index .NetworkSettings.Networks \"$network\").IPAddress}}" "$run-echo")"
web "$run-alone" 127.0.0.1

# Asks from within the stand-in: status, headers, an empty line, body. Keeps the answer for `has`.
answer=
request() { # host method path [header: value | @bytes]…
  answer=$(docker exec "$run-echo" python3 -c '
import http.client, sys
host, method, path, *more = sys.argv[1:]
body = b"x" * int(more.pop()[1:]) if more and more[-1].startswith("@") else None
connection = http.client.HTTPConnection(host, 8080, timeout=10)
connection.request(method, path, body, dict(line.split(": ", 1) for line in more))
answer = connection.getresponse()
print(answer.status, *(f"{name.lower()}: {value}" for name, value in answer.getheaders()), "", sep="\n")
sys.stdout.flush()
sys.stdout.buffer.write(answer.read())
' "$@" 2>&1)
}
has() { printf '%s\n' "$answer" | grep -q -e "$1"; }
lacks() { ! has "$1"; }
once() { [ "$(printf '%s\n' "$answer" | grep -c -e "$1")" = 1 ]; }

tries=0
until request "$run-web" GET /healthz && request "$run-alone" GET /healthz && has '^200$'; do
  tries=$((tries + 1))
  [ $tries -lt 50 ] || break
  sleep 0.2
done
check 'nginx is healthy without the API' has '^200$'
answered() { printf '%s\n' "$answer" | sed -n '/^server accepts/{n;s/ *[0-9]* [0-9]* \([0-9]*\) */\1/p;}'; }
request "$run-alone" GET /healthz
first=$(answered)
request "$run-alone" GET /admin/pages
request "$run-alone" GET /healthz
check 'whoever asks nginx itself is told how many requests there were, this one among them' [ "$(answered)" = "$((first + 2))" ]
request "$run-alone" GET /healthz 'X-Forwarded-For: 198.51.100.7'
check 'a visitor is told nothing of that' has '^ok$'

request "$run-alone" GET /
check 'without the API a visitor gets 503' has '^503$'
check '… with a page that says so' has 'Back in a moment'
check '… and when to come again' has '^retry-after: 2$'
check '… under a policy without inline code' has "^content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'"
check '… that nobody stores' has '^cache-control: no-store$'
request "$run-alone" POST /some/form @10
check '… also after sending something' has '^503$'
request "$run-alone" GET /_web/starting.css
check '… with a style sheet of its own' has '^200$'
request "$run-alone" POST /api/session @10
check 'without the API a program gets 503' has '^503$'
check '… in JSON' has '^{"error":{"code":"not_ready"'
check '… with its type' has '^content-type: application/json'
check '… and when to come again' has '^retry-after: 1$'
request "$run-alone" GET /admin/pages
check 'the admin is there without the API' has '^200$'

for path in / /about /a/b /favicon.ico /robots.txt /api/session /_site/style.css; do
  request "$run-web" GET "$path?q=1"
  check "$path goes to the API as it is" has "^echo GET $path?q=1\$"
  check "$path keeps the API's headers and gets no second ones" once '^content-security-policy'
done
request "$run-web" DELETE /api/session
check 'every method goes to the API' has '^echo DELETE /api/session'

for path in /livez /readyz /internal /internal/ /internal/status /internal/site /internal/sample /internal/metrics \
  /internal/sign-out /internal/users/ada@example.org //internal/status /x/../internal/status \
  /%69nternal/status /internal%2Fstatus /internal/./status /admin/../internal/site; do
  request "$run-web" GET "$path"
  check "$path is not there" has '^404$'
  check "$path does not reach the API" lacks '^echo'
done

request "$run-web" GET / 'X-Forwarded-For: 198.51.100.7' 'X-Real-IP: 6.6.6.6' 'Host: acme.localhost:8080'
check 'the visitor is whom the edge names' has '^X-Real-IP: 198.51.100.7$'
check 'the host is the one asked for' has '^Host: acme.localhost:8080$'
request "$run-web" GET / 'X-Forwarded-For: 6.6.6.6, 198.51.100.7'
check 'what the visitor claims is not believed' has '^X-Real-IP: 198.51.100.7$'

id=0123abcd-0123-0123-0123-0123456789ab
docker exec "$run-echo" sh -c "mkdir -p /srv/media/files /srv/media/public/$id && cd /srv/media/public/$id && echo small >640.webp &&
  for kind in svg png pdf; do echo whole >../../files/aa.\$kind && ln -s ../../files/aa.\$kind original.\$kind || exit 1; done && echo page >x.html"
check 'the API may write to a new volume' [ $? = 0 ]
check '… and web may not' sh -c "! docker exec $run-web sh -c 'echo x >/srv/media/public/x' 2>/dev/null"
request "$run-web" GET "/_media/$id/640.webp"
check 'a size that is there comes from the volume' has '^small$'
check '… as a picture' has '^content-type: image/webp$'
check '… to be kept for ever' has '^cache-control: public, max-age=31536000, immutable$'
request "$run-web" GET "/_media/$id/anything-at-all.svg"
check 'a file comes from the volume whatever it is called' has '^whole$'
check '… as what it is' has '^content-type: image/svg+xml'
check '… and may do nothing' has "^content-security-policy: default-src 'none'; .* sandbox$"
check '… nor be guessed at' has '^x-content-type-options: nosniff$'
request "$run-web" GET "/_media/$id/menu.pdf"
check 'a PDF can be looked at' lacks 'sandbox'
check '… and is one' has '^content-type: application/pdf$'
for path in "/_media/$id/320.webp" "/_media/$id/x.gif" "/_media/$id/original" "/_media/$id/x.html" "/_media/$id/" \
  "/_media/$id/../../files/aa.png" "/_media/$id/..%2f..%2ffiles%2faa.png" "/_media/----/640.webp" /_media/files/aa.png; do
  request "$run-web" GET "$path"
  check "$path is the API's to answer" has '^echo GET'
done
docker exec "$run-echo" sh -c 'mkdir -p /srv/media/site/one/blog /srv/media/site/one/_site && cd /srv/media/site/one && ln -s one ../current &&
  echo home >.html && echo about >about.html && echo team >about-us.html && echo post >blog/a-post.html && echo feed >blog/feed.xml.rss &&
  echo css >_site/style.0a.css.css && echo map >sitemap.xml.xml && echo query >"x?q.html" && echo search >search.html'
for page in '/:home:text/html; charset=utf-8' '/about:about:text/html; charset=utf-8' '/blog/a-post:post:text/html; charset=utf-8' \
  '/blog/feed.xml:feed:application/rss+xml; charset=utf-8' '/_site/style.0a.css:css:text/css; charset=utf-8' '/sitemap.xml:map:application/xml'; do
  path=${page%%:*} type=${page##*:} says=${page#*:}
  request "$run-alone" GET "$path"
  check "$path is there without the API when it was kept" has "^${says%%:*}\$"
  check "$path is what it was" has "^content-type: $type\$"
  check "$path runs nothing" once "^content-security-policy: default-src 'none'"
  check "$path has a tag, and no time" sh -c "printf '%s' \"\$1\" | grep -q '^etag: ' && ! printf '%s' \"\$1\" | grep -q '^last-modified: '" - "$answer"
done
for path in '/?q=1' '/about?utm_source=x' /about/ //about /%61bout /./about /about.html /.html /x%3Fq /current/about '/search?q=x' /About; do
  request "$run-web" GET "$path"
  check "$path is the API's to answer, whatever was kept" has '^echo GET'
done
for method in POST PUT DELETE PURGE OPTIONS; do
  request "$run-alone" $method /about
  check "$method gets nothing that was kept" lacks '^about$'
done
request "$run-alone" HEAD /about
check 'HEAD tells of a kept page' has '^content-length: 6$'
docker exec "$run-echo" rm /srv/media/site/current
request "$run-web" GET /about
check 'without a generation every page is the API'"'"'s' has '^echo GET /about$'
docker exec "$run-echo" ln -s gone /srv/media/site/current
request "$run-web" GET /about
check '… and in one that is gone' has '^echo GET /about$'

request "$run-alone" GET "/_media/$id/640.webp"
check 'files are there without the API' has '^small$'
request "$run-alone" GET "/_media/$id/320.webp"
check 'a size that is not, says when to come again' has '^retry-after: 2$'

request "$run-web" POST /api/media @5000000
check 'an upload may be larger than other bodies' has '^echo POST /api/media'
request "$run-web" POST /api/media @106000000
check '… but not as large as it likes' has '^413$'
request "$run-web" POST /api/transfer/imports @106000000
check 'a site that is brought in may be larger still' has '^echo POST /api/transfer/imports'
request "$run-web" POST /api/media/x @1048577
check '… and there alone' has '^413$'
request "$run-web" POST /api/entries @1048577
check 'a body over 1 MiB is refused' has '^413$'
request "$run-web" POST /api/entries @1048576
check 'a body of 1 MiB is not' has '^echo POST'

for path in /admin /admin/ /admin/setup /admin/pages/1/edit; do
  request "$run-web" GET "$path"
  check "$path is the admin" has '^200$'
  check "$path is HTML" has '^content-type: text/html'
  check "$path is asked for each time" has '^cache-control: no-cache$'
  check "$path forbids inline code" has "script-src 'self';"
  check "$path is in no frame" has "frame-ancestors 'none'"
  check "$path gives its token to nobody" has '^referrer-policy: same-origin$'
  check "$path is not guessed at" has '^x-content-type-options: nosniff$'
done
asset=$(docker exec "$run-web" sh -c 'ls -S /srv/web/admin/assets | grep "\.js$" | head -1')
request "$run-web" GET "/admin/assets/$asset" 'Accept-Encoding: gzip'
check 'a hashed file may be kept for ever' has '^cache-control: public, max-age=31536000, immutable$'
check 'a hashed file comes compressed' has '^content-encoding: gzip$'
check 'a hashed file is not guessed at' has '^x-content-type-options: nosniff$'
request "$run-web" GET /admin/assets/gone-12345678.js
check 'a file that is not there is no page' has '^404$'
check 'and nobody keeps that' lacks 'immutable'
request "$run-web" GET /_fonts/fraunces.woff2
check 'a font of the public site is served' has '^content-type: font/woff2$'
check '… and may be kept' has '^cache-control: public, max-age=2592000$'
request "$run-web" GET /_fonts/gone.woff2
check 'a font that is not there is no page' has '^404$'
request "$run-web" GET /_fonts../pages/starting.html
check 'the fonts lead nowhere else' has '^echo'
request "$run-web" GET '/api/enter?token=a.b'
check 'signing in from the portal goes to the API' has '^echo GET /api/enter?token=a.b$'
request "$run-web" GET /_samples/demo/harbour.svg
check 'sample pictures come from the API' has '^echo GET /_samples/demo/harbour.svg$'
request "$run-web" GET /admin/../../etc/passwd
check 'nothing outside the folder is served' lacks 'root:'
request "$run-web" GET /pages/starting.html
check 'the page for starting is not an address' has '^echo GET\|^404$'

check 'SIGQUIT stops it cleanly' sh -c "docker kill --signal QUIT $run-web >/dev/null && [ \"\$(docker wait $run-web)\" = 0 ]"
check 'it logs nothing else' [ -z "$(docker logs "$run-web" 2>&1 | grep -v -e 'client intended to send too large body')" ]

echo "web: $passed passed, $failed failed"
[ "$failed" = 0 ]
