import * as z from "zod/mini";

/** The server's codes that the admin acts on, ours for what never reached it, and the rest. */
export type ApiErrorCode =
  | "network"
  | "timeout"
  | "unavailable"
  | "bad_response"
  | "not_found"
  | "conflict"
  | "already_set_up"
  | (string & {});

/** The one error the admin deals in: every failed request ends as one of these. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** What is wrong with each field, by the field's name in the request. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    code: ApiErrorCode,
    message: string,
    status = 0,
    fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

const errorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.optional(z.nullable(z.record(z.string(), z.string()))),
  }),
});

/** The error for an answer that is not 2xx; `body` is its parsed JSON, or undefined. */
export function errorFromResponse(status: number, body: unknown): ApiError {
  const parsed = errorBody.safeParse(body);
  if (parsed.success) {
    const { code, message, fields } = parsed.data.error;
    return new ApiError(code, message, status, fields ?? {});
  }
  if (status === 401) return new ApiError("signed_out", "You are signed out.", status);
  if (status === 404) return new ApiError("not_found", "It is not there any more.", status);
  if (status === 413) return new ApiError("too_large", "It is too large for the server.", status);
  if (status === 429) {
    return new ApiError("too_many", "Too many attempts. Wait a minute and try again.", status);
  }
  if (status >= 502 && status <= 504) {
    return new ApiError(
      "unavailable",
      "The site is starting or being updated. Try again in a moment.",
      status,
    );
  }
  return new ApiError("bad_response", `The server answered with an error (${status}).`, status);
}

/** The error for a request that got no answer: no connection, a deadline, or a cancelled one. */
export function errorFromFailure(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  if (cause instanceof DOMException && cause.name === "TimeoutError") {
    return new ApiError("timeout", "The server took too long to answer. Try again.");
  }
  return new ApiError(
    "network",
    "The site cannot be reached. Check your connection and try again.",
  );
}

/** Whether the request failed because nobody is signed in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** A sentence for people, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError
    ? error.message
    : "Something went wrong in this page. Reload it.";
}
