import type * as z from "zod/mini";
import { ApiError, errorFromFailure, errorFromResponse } from "@/lib/api-error.ts";

/** Milliseconds until an unanswered request is given up. */
const deadline = 20_000;

type Method = "GET" | "POST" | "PUT" | "DELETE";

type Options<T> = {
  body?: unknown;
  /** Checks and types the answer; leave it out where the answer has no content. */
  schema?: z.ZodMiniType<T>;
  signal?: AbortSignal;
  /** Whether a 401 means "the session ended" (ask to sign in, then retry) or is the answer itself. */
  reauthenticate?: boolean;
};

/** Resolves true when somebody has signed in again, false when they would rather not. */
export type Reauthenticate = () => Promise<boolean>;

let askToSignIn: Reauthenticate = () => Promise.resolve(false);

/** Sets what happens when the session ends in the middle of work. */
export function onSessionExpired(ask: Reauthenticate): void {
  askToSignIn = ask;
}

/**
 * One request to the CMS's API. Cancelled requests reject with the signal's own AbortError, so
 * that the query library can tell them apart.
 * @throws {ApiError} for everything else that is not a 2xx answer of the expected shape
 */
export async function request<T = void>(
  method: Method,
  path: string,
  options: Options<T> = {},
): Promise<T> {
  const response = await send(method, path, options);
  if (response.status === 401 && options.reauthenticate !== false && (await askToSignIn())) {
    return read(await send(method, path, options), options);
  }
  return read(response, options);
}

async function send<T>(method: Method, path: string, options: Options<T>): Promise<Response> {
  const timeout = AbortSignal.timeout(deadline);
  const headers: Record<string, string> = {
    Accept: "application/json",
    "X-Requested-With": "cms-admin",
  };
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw errorFromFailure(cause);
  }
}

async function read<T>(response: Response, { schema }: Options<T>): Promise<T> {
  const body = await json(response);
  if (!response.ok) throw errorFromResponse(response.status, body);
  if (!schema) return undefined as T;
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new ApiError(
      "bad_response",
      "The server's answer was not understood. Reload the page; it may have been updated.",
      response.status,
    );
  }
  return parsed.data;
}

/** Parsed JSON, or undefined where there is none (204, or a proxy's HTML page). */
async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
