import { inspect } from "node:util";
import { asFreeholdError, FreeholdError } from "../errors.ts";
import { coloursFor } from "./colour.ts";

/** What database and sockets throw becomes an error of the table before it is shown. */
async function inOurWords(thrown: unknown): Promise<FreeholdError> {
  if (thrown instanceof FreeholdError) return thrown;
  const { asDatabaseError } = await import("../db/client.ts");
  return asFreeholdError(asDatabaseError(thrown));
}

/**
 * Prints an error once: what happened and why, then the remedy.
 * @returns the exit code that belongs to it
 */
export async function reportError(thrown: unknown, options: { json: boolean; verbose: boolean }): Promise<number> {
  const error = await inOurWords(thrown);
  const colours = coloursFor(process.stderr, process.env);
  const lines = [`${colours.red("✗")} ${error.message}`, `  ${error.remedy}`];
  if (error.code === "unexpected" && error.detail && !options.verbose) lines.splice(1, 0, `  ${error.detail.trim()}`);
  if (options.verbose) lines.push(inspect(error, { depth: 4 }));
  process.stderr.write(`${lines.join("\n")}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify({ error: error.toJSON() }, null, 2)}\n`);
  return error.exitCode;
}
