import http from "node:http";
import { failure } from "../errors.ts";

/** Port that a stack's `api` listens on, at its fixed address. */
const apiPort = 8000;
const defaultDeadlineMs = 5_000;
/** More than any answer of the contract; a stack that says more is not ours any longer. Bytes. */
const longestAnswer = 1_048_576;

/** One stack's own API as Freehold reaches it: from the host's side, with the stack's control token. */
export interface StackApi {
  /** The stack's name, for what is said when it fails. */
  readonly stack: string;
  readonly address: string;
  readonly controlToken: string;
}

export interface StackCall {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Under `/internal/`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Statuses that the caller knows what to do with; the first is success. */
  readonly expects: readonly number[];
  /** From connecting to the last byte. */
  readonly deadlineMs?: number;
}

export interface StackAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Asks a stack's API once. Nothing is retried here: who calls knows whether that may be done.
 * @throws stack_api_failed when there is no answer in time, or one with another status
 */
export async function callStack(api: StackApi, call: StackCall): Promise<StackAnswer> {
  const answer = await request(api, call).catch((error: Error) => {
    throw failure("stack_api_failed", { stack: api.stack, why: error.message }, { cause: error });
  });
  if (call.expects.includes(answer.status)) return answer;
  throw failure(
    "stack_api_failed",
    { stack: api.stack, why: `${call.method} ${call.path} was answered with status ${answer.status}` },
    { detail: answer.body.slice(0, 500) },
  );
}

/** The body as the object it should be. @throws stack_api_failed */
export function readObject(api: StackApi, { body }: StackAnswer): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = null;
  }
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw failure("stack_api_failed", { stack: api.stack, why: "its answer is not a JSON object" });
}

function request({ address, controlToken }: StackApi, call: StackCall): Promise<StackAnswer> {
  const deadlineMs = call.deadlineMs ?? defaultDeadlineMs;
  const payload = call.body === undefined ? "" : JSON.stringify(call.body);
  const headers = {
    authorization: `Bearer ${controlToken}`,
    "content-length": Buffer.byteLength(payload),
    ...(payload && { "content-type": "application/json" }),
  };
  return new Promise((resolve, reject) => {
    const asked = http.request(
      { host: address, port: apiPort, path: call.path, method: call.method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.on("data", (chunk: Buffer) => {
          length += chunk.length;
          if (length > longestAnswer) asked.destroy(new Error("its answer has no end"));
          else chunks.push(chunk);
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }),
        );
        response.on("error", reject);
      },
    );
    // A timer, as the socket's own timeout begins anew with every byte.
    const timer = setTimeout(
      () => asked.destroy(new Error(`no whole answer within ${deadlineMs / 1000} s`)),
      deadlineMs,
    );
    asked.on("error", reject);
    asked.on("close", () => clearTimeout(timer));
    asked.end(payload);
  });
}
