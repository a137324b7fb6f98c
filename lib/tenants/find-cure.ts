import { whyNotAnswering } from "../db/why-not-answering.ts";
import { blamesDatabase, cureOf, type Restart } from "../domain/cure.ts";
import { askReadiness } from "../stack-api/ask-readiness.ts";
import type { LoadedStack } from "./load-stack.ts";

/**
 * The restart that may help a stack whose containers run while its API is not ready; null when none would.
 * Where the API blames its database, that is asked as the API would: with the stack's own password.
 */
export async function findCure({ row, addresses, secrets }: LoadedStack): Promise<Restart | null> {
  const api = await askReadiness(addresses.api);
  const url = `postgresql://cms:${encodeURIComponent(secrets.dbPassword)}@${addresses.db}/cms`;
  const databaseAnswers = blamesDatabase(api) && (await whyNotAnswering(url)) === null;
  return cureOf(api, databaseAnswers, row.attempts);
}
