import { callEngine } from "../docker/call.ts";
import type { Engine } from "../docker/connect.ts";
import { FreeholdError } from "../errors.ts";

const pingSeconds = 5;

/** Whether an engine answers; “forbidden” when it is there and does not let this user in. */
export async function pingEngine(engine: Engine): Promise<"yes" | "no" | "forbidden"> {
  try {
    await callEngine(engine.endpoint, "ping", pingSeconds, () => engine.docker.ping());
    return "yes";
  } catch (thrown) {
    const cause = thrown instanceof FreeholdError ? (thrown.cause as NodeJS.ErrnoException | undefined) : undefined;
    return cause?.code === "EACCES" ? "forbidden" : "no";
  }
}
