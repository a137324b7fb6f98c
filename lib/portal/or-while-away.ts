import { unstable_rethrow } from "next/navigation";
import { asDatabaseError } from "../db/client.ts";
import { asFreeholdError } from "../errors.ts";

/**
 * For what a page can do without: what `ask` finds, or `otherwise` while the control database is away. Another
 * fault does not keep the page from being shown either; it is in the log.
 */
export async function orWhileAway<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    unstable_rethrow(thrown);
    const { code } = asFreeholdError(asDatabaseError(thrown));
    if (code !== "control_database_away" && code !== "not_up") console.error("left out of a page:", thrown);
    return otherwise;
  }
}
