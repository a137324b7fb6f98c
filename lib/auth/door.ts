import { headers } from "next/headers";
import { forbidden, redirect, unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { asDatabaseError } from "../db/client.ts";
import type { ActionResult } from "../domain/action-result.ts";
import { safeNext } from "../domain/safe-next.ts";
import { asFreeholdError, FreeholdError, failure } from "../errors.ts";
import { type RequestSource, requestSource } from "../portal/request-source.ts";
import { askedPathHeader } from "./asked-path.ts";

/** What the doors for admins, tenants, people and strangers have in common. */

/** Where somebody who is not signed in goes first. */
const signInPath = "/sign-in";

/** Where this request came from. */
export async function currentSource(): Promise<RequestSource> {
  return requestSource(Object.fromEntries(await headers()));
}

/** To sign in first, and then on to what was asked for. */
export async function redirectToSignIn(): Promise<never> {
  const next = safeNext((await headers()).get(askedPathHeader));
  redirect(next === null ? signInPath : `${signInPath}?next=${encodeURIComponent(next)}`);
}

/**
 * Runs what makes a page. Whoever may not see it gets the nearest `forbidden.tsx`, with 403; what goes wrong keeps its
 * code, which error pages go by.
 */
export async function asPage<T>(render: () => Promise<T>): Promise<T> {
  try {
    return await render();
  } catch (thrown) {
    unstable_rethrow(thrown);
    const error = asDatabaseError(thrown);
    if (error instanceof FreeholdError && error.code === "forbidden") forbidden();
    throw withDigest(error);
  }
}

/** Runs a route handler; what is in the table of errors is answered as JSON. */
export async function asRoute(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (thrown) {
    unstable_rethrow(thrown);
    const error = asDatabaseError(thrown);
    if (!(error instanceof FreeholdError)) throw error;
    keepInLog(error);
    return errorResponse(error);
  }
}

/**
 * Runs a server action: first who may, then whether the input is of its shape, then the work.
 * Nothing is thrown at the browser.
 * @param admit throws what keeps the caller out; what it returns is handed to `run`
 */
export async function asAction<Schema extends z.ZodType, Context, T>(
  admit: () => Promise<Context>,
  schema: Schema,
  input: unknown,
  run: (input: z.output<Schema>, context: Context) => Promise<T>,
): Promise<ActionResult<T>> {
  try {
    const context = await admit();
    const parsed = await schema.safeParseAsync(input);
    if (!parsed.success) return refused(parsed.error);
    return { ok: true, data: await run(parsed.data, context) };
  } catch (thrown) {
    unstable_rethrow(thrown);
    // What only running it could tell about its input.
    if (thrown instanceof z.ZodError) return refused(thrown);
    const error = asFreeholdError(asDatabaseError(thrown));
    keepInLog(error);
    return { ok: false, error: error.toJSON() };
  }
}

/** An error's cause and detail are not for whoever asked. */
function keepInLog(error: FreeholdError): void {
  if (error.cause !== undefined || error.detail !== undefined) console.error("not done:", error);
}

const refused = (error: z.ZodError): ActionResult<never> => ({
  ok: false,
  error: { ...failure("input_invalid").toJSON(), fields: fieldErrors(error) },
});

/** Something is wrong with one field that its schema could not know; thrown by an action. */
export const wrongField = (field: string, message: string): z.ZodError =>
  new z.ZodError([{ code: "custom", path: [field], message, input: undefined }]);

function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = path.join(".");
    fields[field] = [...(fields[field] ?? []), message];
  }
  return fields;
}

const errorResponse = (error: FreeholdError): Response =>
  Response.json({ error: error.toJSON() }, { status: error.httpStatus });

/** Next hides an error's text from the browser but keeps its digest: ours is the code. */
function withDigest(error: unknown): unknown {
  return error instanceof FreeholdError ? Object.assign(error, { digest: error.code }) : error;
}

/**
 * An action is called with its input, or by a form through `useActionState`, which hands over the
 * last result and then the fields; that works before any script has run.
 */
export interface Action<Input, T> {
  (input: Input): Promise<ActionResult<T>>;
  (previous: ActionResult<T> | null, form: FormData): Promise<ActionResult<T>>;
}

/** What was called with, as one object either way; Next's own fields are left out. */
export function inputOf(first: unknown, form: unknown): unknown {
  if (!(form instanceof FormData)) return first;
  return Object.fromEntries([...form].filter(([name]) => !name.startsWith("$ACTION")));
}
