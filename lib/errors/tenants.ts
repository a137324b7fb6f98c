import { entry, passing } from "./entry.ts";

/** Clients, their applications and their stacks. */
export const tenantErrors = {
  tenant_unknown: entry("There is no tenant “{slug}”.", "./freehold list shows all of them.", {
    http: 404,
    exit: 2,
  }),
  tenant_purged: entry("“{slug}” was purged; its data is gone.", "Onboard it under another address.", {
    http: 410,
    exit: 2,
  }),
  stack_unknown: entry(
    "There is no stack “{stack}”.",
    "./freehold list shows the clients', ./freehold list --demos all others.",
    { http: 404, exit: 2 },
  ),
  tenant_not_running: entry("“{slug}” is {status}.", "See ./freehold status {slug}.", { http: 409, exit: 1 }),
  application_unknown: entry("There is no such application.", "Your home page shows all of yours.", {
    http: 404,
    exit: 1,
  }),
  application_not_pending: entry(
    "The application for “{slug}” is {status} already.",
    "Nothing was changed; look at the queue again.",
    { http: 409, exit: 1 },
  ),
  applications_full: entry(
    "So many people have signed up that we take no more at the moment.",
    "Try again tomorrow; we are sorry.",
    { http: 503, exit: 1 },
  ),
  applications_open: entry(
    "You have {count} applications under way already.",
    "Wait for a decision on one of them, or withdraw one.",
    { http: 409, exit: 1 },
  ),
  decision_final: entry(
    "The decision about “{slug}” can no longer be taken back: {why}.",
    "Suspend or close the client, or ask the applicant to apply again.",
    { http: 409, exit: 1 },
  ),
  stack_failed: entry("“{slug}” has failed: {why}", "{remedy}", { exit: 1 }),
  teardown_timeout: entry(
    "“{slug}” was not taken down after {seconds} s: {why}.",
    "Work goes on by itself; see ./freehold status {slug}.",
    { retryable: true, exit: 1 },
  ),
  onboard_timeout: entry(
    "“{slug}” was not up after {seconds} s: {why}.",
    "Work goes on by itself; see ./freehold status {slug}.",
    { retryable: true, exit: 1 },
  ),
  already_set_up: entry("“{stack}” has its first administrator already.", "Sign in at its /admin.", {
    http: 409,
    exit: 1,
  }),
  stack_api_failed: entry(
    "The CMS of “{stack}” did not answer as it should: {why}.",
    "See ./freehold logs {stack} --service api.",
    passing,
  ),
  backup_failed: entry(
    "The database of “{stack}” could not be copied: {why}.",
    "Nothing is deleted without it; it is tried again.",
    passing,
  ),
  logs_away: entry("The logs cannot be read at the moment.", "Try again in a minute.", passing),
  demo_off: entry("There are no demos at the moment.", "Come back later, or sign up for a site of your own.", {
    http: 503,
    exit: 1,
  }),
  demo_full: entry(
    "Every demo is taken at the moment.",
    "One is free within {minutes} minutes; come back then, or sign up for a site of your own.",
    { http: 503, exit: 1 },
  ),
  demo_too_many: entry(
    "{demos} demos were opened from your address within a day.",
    "Go on with one that is still open, come back tomorrow, or sign up for a site of your own.",
    { http: 429, exit: 1 },
  ),
  demo_over: entry("That demo is over; everything in it is deleted.", "Open another one.", { http: 410, exit: 1 }),
  demo_link_invalid: entry(
    "This link is used up, has expired or was never made.",
    "Ask whoever gave it to you for a new one, or open the demo without it.",
    { http: 410, exit: 1 },
  ),
};
