/**
 * The one table of errors. A code is what programs see, `message` and `remedy` are what people
 * see; `detail` (internal, for logs and admins) travels beside them and is never shown to clients.
 */

interface ErrorEntry<Message extends string = string, Remedy extends string = string> {
  /** What happened and why, `{name}` filled from the parameters. */
  readonly message: Message;
  /** The one thing to do about it. */
  readonly remedy: Remedy;
  /** Whether the same attempt may succeed later without anyone changing anything. */
  readonly retryable: boolean;
  readonly http: number;
  readonly exit: number;
}

const entry = <const Message extends string, const Remedy extends string>(
  message: Message,
  remedy: Remedy,
  { retryable = false, http = 500, exit = 1 }: Partial<Omit<ErrorEntry, "message" | "remedy">> = {},
): ErrorEntry<Message, Remedy> => ({ message, remedy, retryable, http, exit });

const usage = { http: 400, exit: 2 } as const;
const passing = { retryable: true, http: 503, exit: 1 } as const;

export const errorTable = {
  // What the caller gave us
  usage: entry("{why}", "See ./freehold --help.", usage),
  input_invalid: entry("Something in this form is not right.", "Correct what is marked.", usage),
  too_many: entry("That was tried too often.", "Wait {seconds} seconds, then try again.", { http: 429, exit: 1 }),
  slug_invalid: entry(
    "“{slug}” cannot be an address: {why}.",
    "Use 3–40 of a–z, 0–9 and single hyphens, starting and ending with a letter or digit.",
    usage,
  ),
  slug_reserved: entry("“{slug}” is reserved.", "Choose another address.", usage),
  slug_taken: entry("“{slug}” is taken.", "Choose another address, or see ./freehold status {slug}.", {
    http: 409,
    exit: 2,
  }),
  namespace_invalid: entry(
    "“{namespace}” cannot be a namespace.",
    "Use 1–20 of a–z and 0–9, starting with a letter.",
    usage,
  ),
  region_unknown: entry("There is no region “{region}”.", "Known regions: {known}.", usage),
  email_invalid: entry("“{email}” is not an email address.", "Check the spelling.", usage),
  name_invalid: entry("That name cannot be used: {why}.", "Use 1–120 printable characters.", usage),
  csv_invalid: entry("{file}, line {line}: {why}.", "Correct the file and run the command again.", usage),
  csv_column_missing: entry(
    "{file} has no column “{column}”; it has {columns}.",
    "Name the column that holds the companies' names with --name-column.",
    usage,
  ),
  file_unreadable: entry("{file} cannot be read: {why}.", "Check the path and its permissions.", usage),
  confirmation_mismatch: entry(
    "That is not “{slug}”; nothing was deleted.",
    "Type the slug exactly, or pass --yes.",
    usage,
  ),
  compose_invalid: entry(
    "{file}, line {line}: {key}: {why}.",
    "Freehold supports part of the Compose specification: see docs/operating.md, “The compose file”.",
    usage,
  ),
  variable_missing: entry(
    "{file}, line {line}: the variable {name} is required: {why}.",
    "Set it in the stack's .env file.",
    usage,
  ),
  tenant_unknown: entry("There is no tenant “{slug}”.", "./freehold list shows all of them.", {
    http: 404,
    exit: 2,
  }),
  service_unknown: entry("There is no service “{service}”; a stack has {known}.", "Name one of them.", usage),
  admin_unknown: entry(
    "There is no admin “{email}”.",
    "./freehold admin-link without an address makes the first.",
    usage,
  ),
  too_many_views: entry("You have {most} saved views already.", "Delete one of them first.", { http: 409, exit: 1 }),
  tenant_purged: entry("“{slug}” was purged; its data is gone.", "Onboard it under another address.", {
    http: 410,
    exit: 2,
  }),
  application_not_pending: entry(
    "The application for “{slug}” is {status} already.",
    "Nothing was changed; look at the queue again.",
    { http: 409, exit: 1 },
  ),
  decision_final: entry(
    "The decision about “{slug}” can no longer be taken back: {why}.",
    "Suspend or close the client, or ask the applicant to apply again.",
    { http: 409, exit: 1 },
  ),
  tenant_not_running: entry("“{slug}” is {status}.", "See ./freehold status {slug}.", { http: 409, exit: 1 }),
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

  // The machine
  engine_missing: entry(
    "No Docker Engine answers at {endpoint}.",
    "Start it, or run ./freehold up as root on Debian or Ubuntu, which installs one.",
    passing,
  ),
  engine_unreachable: entry(
    "The Docker Engine at {endpoint} does not answer: {why}.",
    "Check that it runs; work continues by itself when it is back.",
    passing,
  ),
  engine_timeout: entry(
    "The Docker Engine did not finish “{call}” within {seconds} s.",
    "It is tried again; if it stays, look at the engine's log.",
    passing,
  ),
  engine_refused: entry("The Docker Engine refused “{call}”: {why}.", "See ./freehold doctor.", passing),
  image_missing: entry(
    "The image {image} is not on the engine.",
    "Run ./freehold up, which builds it; the tenant finishes by itself.",
    passing,
  ),
  engine_forbidden: entry(
    "The Docker Engine at {endpoint} does not let this user in.",
    "Run as root, or add yourself to its group (usermod -aG docker $USER, then sign in again).",
    { exit: 1 },
  ),
  engine_needed: entry(
    "No Docker Engine answers at {endpoint}, and none is installed from here: {why}.",
    "Install one (Debian, Ubuntu: apt-get install docker.io iptables; others: https://docs.docker.com/engine/install) and start it.",
    { exit: 1 },
  ),
  engine_not_started: entry(
    "The Docker Engine did not answer within {seconds} s of being started: {why}.",
    "Its log is {log}.",
    { exit: 1 },
  ),
  packages_not_installed: entry("apt-get could not install {packages}: {why}.", "The whole log is {log}.", { exit: 1 }),
  base_image_unavailable: entry(
    "The base image {image} is not to be had: {why}.",
    "Pull or import it by hand under that name; the whole log is {log}.",
    { exit: 1 },
  ),
  build_failed: entry("Building {what} failed: {why}.", "The whole log is {log}.", { exit: 1 }),
  image_build_failed: entry("Building {image} failed: {why}.", "The whole log is {log}.", { exit: 1 }),
  subnet_pool_exhausted: entry(
    "The subnet pool {pool} of engine “{engine}” has no free /28 left ({used} in use).",
    "Purge closed tenants or give the engine a larger pool; the tenant finishes by itself.",
    passing,
  ),
  isolation_missing: entry(
    "Nothing keeps the network {subnet} apart from others on its engine: {why}.",
    "Run ./freehold up, which starts the guard; the tenant finishes by itself.",
    passing,
  ),
  isolation_unsupported: entry(
    "Nothing can keep the network {subnet} apart from others: the kernel of its engine's host has no policy routing ({why}).",
    "Use a kernel with CONFIG_IP_MULTIPLE_TABLES, as all distributions have; the tenant finishes by itself.",
    passing,
  ),
  subnet_conflict: entry(
    "The subnet {subnet} overlaps with one that is already on the host.",
    "It is tried again with another.",
    passing,
  ),
  home_full: entry(
    "{file} cannot be written: the disk is full.",
    "Free space where FREEHOLD_HOME lies; the tenant finishes by itself.",
    passing,
  ),
  disk_full: entry("The engine's disk is full.", "Free space on the engine; the tenant finishes by itself.", passing),
  address_taken: entry(
    "The address {address} is in use on the stack's network.",
    "Disconnect the container that uses it; the tenant finishes by itself.",
    passing,
  ),
  name_taken: entry(
    "{object} exists and does not carry our labels.",
    "Rename or remove it; Freehold does not touch what is not its own.",
    passing,
  ),
  port_taken: entry(
    "Port {port} is in use by another program.",
    "Stop that program, or choose another port with --port.",
    { exit: 1 },
  ),
  volume_missing: entry(
    "The data volume {volume} of “{stack}” is gone. It was not replaced, because an empty one would look like success.",
    "Restore it from a backup under the same name, then ./freehold retry {stack}; or purge the tenant.",
    { exit: 1 },
  ),
  not_ready: entry(
    "“{stack}” did not become ready within {seconds} s: {why}.",
    "See ./freehold logs {stack}; it is tried again by itself.",
    passing,
  ),
  container_exited: entry(
    "Service {service} of “{stack}” stopped with exit code {exitCode}.",
    "See ./freehold logs {stack} --service {service}.",
    passing,
  ),
  compose_plugin_missing: entry("docker compose is not installed.", "Install the docker-compose-plugin package.", {
    exit: 1,
  }),

  // Freehold's own parts
  not_up: entry("Freehold is not up: {why}.", "Run ./freehold up.", { http: 503, exit: 1 }),
  process_not_up: entry("The {name} {how} after {seconds} s.", "Its log is {log}.", { http: 503, exit: 1 }),
  worker_away: entry("No worker is running, so nothing would be done.", "Run ./freehold up, then try again.", {
    http: 503,
    exit: 1,
  }),
  stack_failed: entry("“{slug}” did not come up: {why}", "{remedy}", { exit: 1 }),
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
  home_in_use: entry(
    "{home} belongs to namespace “{other}”.",
    "Pass --namespace {other}, or another FREEHOLD_HOME.",
    usage,
  ),
  key_missing: entry(
    "The key {file} is missing, but there are secrets sealed with it.",
    "Restore it from your backup; without it no stack's secrets can be read.",
    { exit: 1 },
  ),
  key_invalid: entry("{source} is not a key: {why}.", "It must be 32 random bytes, written as 64 hex digits.", {
    exit: 1,
  }),
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
  link_invalid: entry(
    "This link is invalid, expired or was used already.",
    "Ask for a new one where you asked for this one.",
    { http: 410, exit: 1 },
  ),
  sign_in_required: entry("You are not signed in.", "Sign in, then try again.", {
    http: 401,
    exit: 1,
  }),
  sign_in_refused: entry("Address and password do not match.", "Try again, or have a link sent to you.", {
    http: 401,
    exit: 1,
  }),
  password_wrong: entry("That is not your present password.", "Try again, or reset it.", { http: 403, exit: 1 }),
  application_unknown: entry("There is no such application.", "Your home page shows all of yours.", {
    http: 404,
    exit: 1,
  }),
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
  mail_failed: entry("The mail could not be delivered: {why}.", "It is tried again by itself.", passing),
  forbidden: entry("You may not do that.", "Ask an owner.", { http: 403, exit: 1 }),
  invitation_invalid: entry(
    "This invitation is no longer good: it was used, taken back, or is older than seven days.",
    "Ask whoever invited you for a new one.",
    { http: 410, exit: 1 },
  ),
  invitation_for_other: entry(
    "This invitation is for another address than the one you are signed in with.",
    "Sign out, then open the link again.",
    { http: 403, exit: 1 },
  ),
  member_known: entry("{email} is a member already.", "Change their role in the list of members.", {
    http: 409,
    exit: 1,
  }),
  member_unknown: entry("That person is not a member any more.", "Load the page again.", { http: 404, exit: 1 }),
  admin_known: entry("{email} is an admin already.", "Change their role in the list of admins.", {
    http: 409,
    exit: 1,
  }),
  admin_gone: entry("That person is not an admin any more.", "Load the page again.", { http: 404, exit: 1 }),
  last_admin_owner: entry("Freehold needs an owner.", "Make another admin an owner first.", { http: 409, exit: 1 }),
  engine_unknown: entry("There is no engine “{engine}”.", "Load the page again.", { http: 404, exit: 2 }),
  mail_unknown: entry("That mail is not in the outbox any more.", "Load the page again.", { http: 404, exit: 1 }),
  mail_not_failed: entry("That mail has not failed.", "Load the page again to see what became of it.", {
    http: 409,
    exit: 1,
  }),
  members_full: entry("There is room for {most} invitations at a time.", "Take back one that nobody needs.", {
    http: 409,
    exit: 1,
  }),
  last_owner: entry("Somebody has to be the owner.", "Make another member an owner first.", { http: 409, exit: 1 }),
  logs_away: entry("The logs cannot be read at the moment.", "Try again in a minute.", passing),
  backup_failed: entry(
    "The database of “{stack}” could not be copied: {why}.",
    "Nothing is deleted without it; it is tried again.",
    passing,
  ),
  stack_api_failed: entry(
    "The CMS of “{stack}” did not answer as it should: {why}.",
    "See ./freehold logs {stack} --service api.",
    passing,
  ),
  already_set_up: entry("“{stack}” has its first administrator already.", "Sign in at its /admin.", {
    http: 409,
    exit: 1,
  }),
  unexpected: entry("Something unexpected happened.", "Run again with --verbose and look at var/log/.", { exit: 1 }),
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;

type Placeholders<T extends string> = T extends `${string}{${infer P}}${infer Rest}` ? P | Placeholders<Rest> : never;
type Parameters<C extends ErrorCode> = Record<
  Placeholders<(typeof errorTable)[C]["message"]> | Placeholders<(typeof errorTable)[C]["remedy"]>,
  string | number
>;

const fill = (text: string, parameters: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));

export class FreeholdError extends Error {
  override readonly name = "FreeholdError";
  readonly code: ErrorCode;
  readonly remedy: string;
  /** Internal: for logs and admins, never for clients. */
  readonly detail: string | undefined;

  constructor(
    code: ErrorCode,
    parameters: Record<string, string | number>,
    options: { detail?: string; cause?: unknown } = {},
  ) {
    super(fill(errorTable[code].message, parameters), { cause: options.cause });
    this.code = code;
    this.remedy = fill(errorTable[code].remedy, parameters);
    this.detail = options.detail;
  }

  get retryable(): boolean {
    return errorTable[this.code].retryable;
  }
  get httpStatus(): number {
    return errorTable[this.code].http;
  }
  get exitCode(): number {
    return errorTable[this.code].exit;
  }
  toJSON(): { code: ErrorCode; message: string; remedy: string } {
    return { code: this.code, message: this.message, remedy: this.remedy };
  }
}

/** Builds an error of the table; the compiler asks for every placeholder of its texts. */
export function failure<C extends ErrorCode>(
  code: C,
  ...rest: [keyof Parameters<C>] extends [never]
    ? [options?: { detail?: string; cause?: unknown }]
    : [parameters: Parameters<C>, options?: { detail?: string; cause?: unknown }]
): FreeholdError {
  const hasParameters = /\{\w+\}/.test(errorTable[code].message + errorTable[code].remedy);
  const [first, second] = rest as [unknown, unknown];
  return hasParameters
    ? new FreeholdError(
        code,
        first as Record<string, string | number>,
        second as { detail?: string; cause?: unknown } | undefined,
      )
    : new FreeholdError(code, {}, first as { detail?: string; cause?: unknown } | undefined);
}

/** Wraps whatever was thrown so that callers handle one type. */
export function asFreeholdError(thrown: unknown): FreeholdError {
  if (thrown instanceof FreeholdError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new FreeholdError("unexpected", {}, { detail, cause: thrown });
}
