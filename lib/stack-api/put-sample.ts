import { callStack, type StackApi } from "./call-stack.ts";

/** Pages and pictures are written one by one; a busy machine takes its time. Milliseconds. */
const deadlineMs = 30_000;

/**
 * Puts a sample site in the place of what is there.
 * @returns false when somebody signed in already: what is theirs is not replaced
 * @throws stack_api_failed
 */
export async function putSample(api: StackApi, kind: string): Promise<boolean> {
  const { status } = await callStack(api, {
    method: "PUT",
    path: "/internal/sample",
    body: { kind },
    expects: [204, 200, 409],
    deadlineMs,
  });
  return status !== 409;
}
