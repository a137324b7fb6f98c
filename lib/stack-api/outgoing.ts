import { z } from "zod";
import { failure } from "../errors.ts";
import { callStack, readObject, type StackApi } from "./call-stack.ts";

const requestSchema = z.object({
  id: z.uuid(),
  url: z.string().max(4_000),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/** A POST that a stack wants made for it, as it says: nothing in it is to be trusted. */
export type OutgoingRequest = z.infer<typeof requestSchema>;

/** What came of one: an answer's status and beginning, or a problem in words for the stack's people. */
export type OutgoingOutcome = { readonly status: number; readonly body: string } | { readonly problem: string };

/**
 * Takes the requests that wait in a stack; they are the caller's now.
 * @param waitSeconds how long to wait for one when there is none, at most 10
 * @throws stack_api_failed
 */
export async function takeOutgoing(api: StackApi, waitSeconds: number): Promise<readonly OutgoingRequest[]> {
  const answer = await callStack(api, {
    method: "POST",
    path: `/internal/outgoing?wait=${waitSeconds}`,
    expects: [200],
    deadlineMs: waitSeconds * 1_000 + 5_000,
  });
  const taken = z.array(requestSchema).safeParse(readObject(api, answer).requests);
  if (taken.success) return taken.data;
  const why = "what it wants sent is not of the shape agreed on";
  throw failure("stack_api_failed", { stack: api.stack, why }, { detail: z.prettifyError(taken.error) });
}

/** Tells what came of a request. One that nobody waits for any more is sent again by the stack. @throws stack_api_failed */
export async function settleOutgoing(api: StackApi, id: string, outcome: OutgoingOutcome): Promise<void> {
  await callStack(api, { method: "PUT", path: `/internal/outgoing/${id}`, body: outcome, expects: [204, 404] });
}
