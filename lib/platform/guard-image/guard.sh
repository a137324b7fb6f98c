#!/bin/bash
# Keeps routing rules in force that let nothing but the engine's host itself reach stacks, and lets
# stacks reach nothing else: out of reach of Docker and iptables. See docs/decisions/0013.
# What it does and does not is judged by lib/domain/guard-rules.ts, which reads the rules back.
#
# SIGTERM ends it and leaves the rules: stacks may outlive it, as when the engine restarts.
# After SIGUSR1 it takes them along: nothing of the installation runs any more.
set -uo pipefail

read -ra networks <<<"${GUARD_NETWORKS:?}"
# Marks the rules as Freehold's (lib/domain/guard-rules.ts): ip rule show protocol 213
readonly protocol=213
# Events make it prompt, this makes it certain. Seconds.
readonly look_every=30

each_rule() {
  local network
  for network in "${networks[@]}"; do
    # The host's own packets: the edge's and the worker's, and its answers.
    "$1" priority 1 to "$network" iif lo lookup main
    "$1" priority 2 to "$network" prohibit
    "$1" priority 2 from "$network" prohibit
  done
}

failed=
put() {
  local answer
  answer=$(ip -4 rule add "$@" protocol "$protocol" 2>&1) && return
  [[ $answer == *"File exists"* ]] || failed="$* ($answer)"
}
take() { ip -4 rule del "$@" protocol "$protocol" 2>/dev/null; }

said=
assert() {
  failed=
  each_rule put
  local now="in force for ${networks[*]}"
  [[ -z $failed ]] || now="NOT in force: $failed"
  [[ $now == "$said" ]] || echo "$now"
  said=$now
}

leave=
trap 'leave=yes' USR1
finish() {
  [[ -z $leave ]] || each_rule take
  exit 0
}
trap finish TERM

exec 3< <(exec ip -4 monitor rule)
monitor=$!
while :; do
  assert
  # Above 128: nothing was said for so long. Below: the monitor has ended, and a new start helps.
  read -r -t "$look_every" -u 3 _ || (($? > 128)) || { wait "$monitor"; exit 1; }
  # What comes in one go is looked at once, but nobody can keep us from looking.
  for _ in {1..20}; do read -r -t 0.02 -u 3 _ || break; done
done
