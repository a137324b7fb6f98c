import { failure } from "../errors.ts";
import { callStack, readObject, type StackApi } from "./call-stack.ts";

/**
 * A one-time token for the first administrator; the stack keeps only its hash.
 * @throws already_set_up, stack_api_failed
 */
export async function createSetupLink(api: StackApi): Promise<string> {
  const answer = await callStack(api, { method: "POST", path: "/internal/setup-links", expects: [201, 409] });
  if (answer.status === 409) throw failure("already_set_up", { stack: api.stack });
  const { token } = readObject(api, answer);
  if (typeof token !== "string") throw failure("stack_api_failed", { stack: api.stack, why: "it named no token" });
  return token;
}
