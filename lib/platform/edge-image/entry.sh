#!/bin/sh
# Starts Caddy with the last configuration that is whole. Caddy writes its own copy in place: one
# that a crash cut short (seen: 0 bytes) would make --resume serve nothing, with the admin API on
# its default TCP port.
set -eu

saved=$XDG_CONFIG_HOME/caddy/autosave.json
kept=$XDG_CONFIG_HOME/caddy/kept.json

whole() {
  [ -s "$1" ] || return 1
  problem=$(/usr/bin/caddy validate --config "$1" 2>&1) && return
  echo "edge: $1 is not whole and not used: $problem" >&2
  return 1
}

if whole "$saved"; then
  cp "$saved" "$kept.new"
  mv "$kept.new" "$kept"
fi
if whole "$kept"; then
  exec /usr/bin/caddy run --config "$kept"
fi
exec /usr/bin/caddy run --config /etc/caddy/initial.Caddyfile --adapter caddyfile
