import { entry, passing } from "./entry.ts";

/** Freehold's own parts. */
export const platformErrors = {
  not_up: entry("Freehold is not up: {why}.", "Run ./freehold up.", { http: 503, exit: 1 }),
  process_not_up: entry("The {name} {how} after {seconds} s.", "Its log is {log}.", { http: 503, exit: 1 }),
  worker_away: entry("No worker is running, so nothing would be done.", "Run ./freehold up, then try again.", {
    http: 503,
    exit: 1,
  }),
  control_database_away: entry(
    "The control database does not answer: {why}.",
    "Run ./freehold up; sites go on answering meanwhile.",
    passing,
  ),
  migration_failed: entry(
    "Migration {name} of the control database failed: {why}.",
    "Nothing else was changed; correct the cause and run ./freehold up again.",
    { exit: 1 },
  ),
  edge_away: entry("The edge does not answer: {why}.", "Run ./freehold up; sites keep their last routes.", passing),
  edge_refused: entry(
    "The edge refused its new configuration: {why}.",
    "The last good one stays in force; see var/log/worker.log.",
    passing,
  ),
  key_missing: entry(
    "The key {file} is missing, but there are secrets sealed with it.",
    "Restore it from your backup; without it no stack's secrets can be read.",
    { exit: 1 },
  ),
  key_invalid: entry("{source} is not a key: {why}.", "It must be 32 random bytes, written as 64 hex digits.", {
    exit: 1,
  }),
  key_wrong: entry(
    "This is not the key that secrets were sealed with: it does not open those of “{stack}”.",
    "Restore the key the installation was made with.",
    { exit: 1 },
  ),
  unseal_failed: entry(
    "The secrets of “{stack}” cannot be read: wrong key or damaged data.",
    "Restore the key the installation was made with.",
    { exit: 1 },
  ),
  interrupted: entry(
    "The worker ended while this was under way.",
    "Nothing to do; what was left was found and finished.",
    passing,
  ),
  lease_lost: entry("Another worker took over “{stack}”.", "Nothing to do.", passing),
  audit_broken: entry(
    "The audit chain is broken at event {seq}: {why}.",
    "Somebody changed the table by hand; compare with your last export.",
    { exit: 1 },
  ),
  unexpected: entry("Something unexpected happened.", "Run again with --verbose and look at var/log/.", { exit: 1 }),
};
