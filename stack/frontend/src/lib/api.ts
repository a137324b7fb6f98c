import type * as z from "zod/mini";
import { ApiError, errorFromFailure, errorFromResponse } from "@/lib/api-error.ts";

/** Milliseconds until an unanswered request is given up. */
const deadline = 20_000;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

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
  return checked(response.status, await json(response), schema);
}

/** What an answer holds. @throws {ApiError} for all but a 2xx of the expected shape */
function checked<T>(status: number, body: unknown, schema: z.ZodMiniType<T> | undefined): T {
  if (status < 200 || status > 299) throw errorFromResponse(status, body);
  if (!schema) return undefined as T;
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new ApiError(
      "bad_response",
      "The server's answer was not understood. Reload the page; it may have been updated.",
      status,
    );
  }
  return parsed.data;
}

type UploadOptions<T> = {
  schema: z.ZodMiniType<T>;
  signal: AbortSignal;
  /** Hears how much has been sent, from 0 to 1; then the server is at it. */
  onProgress: (share: number) => void;
};

/**
 * Sends a file, in a form or by itself. Not by fetch, which does not tell how far it has come, and without a
 * deadline: a slow line may take its time.
 * @throws {ApiError} as `request`; cancelled ones reject with the signal's reason
 */
export async function upload<T>(
  path: string,
  body: FormData | File,
  options: UploadOptions<T>,
): Promise<{ status: number; value: T }> {
  const first = await sendFile(path, body, options);
  const last =
    first.status === 401 && (await askToSignIn()) ? await sendFile(path, body, options) : first;
  return { status: last.status, value: checked(last.status, last.body, options.schema) };
}

function sendFile<T>(
  path: string,
  body: FormData | File,
  { signal, onProgress }: UploadOptions<T>,
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const sending = new XMLHttpRequest();
    sending.open("POST", `/api${path}`);
    sending.setRequestHeader("Accept", "application/json");
    sending.setRequestHeader("X-Requested-With", "cms-admin");
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    sending.onload = () => resolve({ status: sending.status, body: parse(sending.responseText) });
    sending.onerror = () => reject(errorFromFailure(new TypeError("no connection")));
    sending.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => sending.abort(), { once: true });
    sending.send(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parsed JSON, or undefined where there is none (204, or a proxy's HTML page). */
async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
