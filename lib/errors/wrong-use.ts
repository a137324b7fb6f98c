import { entry, usage } from "./entry.ts";

/** What the caller gave us, and what there is none of. */
export const wrongUseErrors = {
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
  home_in_use: entry(
    "{home} belongs to namespace “{other}”.",
    "Pass --namespace {other}, or another FREEHOLD_HOME.",
    usage,
  ),
  home_unwritable: entry(
    "{home} cannot be written to: {why}.",
    "Run this as the user it belongs to, or name another folder in FREEHOLD_HOME.",
    { exit: 1 },
  ),
  service_unknown: entry("There is no service “{service}”; a stack has {known}.", "Name one of them.", usage),
  engine_unknown: entry("There is no engine “{engine}”.", "Load the page again.", { http: 404, exit: 2 }),
};
