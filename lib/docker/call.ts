import { asFreeholdError, FreeholdError, failure } from "../errors.ts";

/** Longest time in seconds a call may take; an engine that hangs must not hang us. */
export const callDeadline = { quick: 15, slow: 60 } as const;

interface DockerFault {
  readonly statusCode?: number;
  readonly code?: string;
  readonly json?: { readonly message?: string } | null;
  readonly message?: string;
}

/**
 * Runs one call to an engine under a deadline and puts what goes wrong into our own words.
 * @param what the call, as shown in messages
 * @param seconds deadline
 */
export async function callEngine<T>(
  endpoint: string,
  what: string,
  seconds: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(failure("engine_timeout", { call: what, seconds }));
      abort.abort();
    }, seconds * 1000);
  });
  try {
    return await Promise.race([call(abort.signal), deadline]);
  } catch (thrown) {
    throw asEngineError(thrown, endpoint, what);
  } finally {
    clearTimeout(timer);
  }
}

export const statusOf = (thrown: unknown): number | undefined => {
  const cause = thrown instanceof FreeholdError ? thrown.cause : thrown;
  return (cause as DockerFault | undefined)?.statusCode;
};

const unreachable = new Set([
  "ECONNREFUSED",
  "ENOENT",
  "ECONNRESET",
  "EPIPE",
  "EHOSTUNREACH",
  "ETIMEDOUT",
  "EACCES",
  "ENOTFOUND",
]);

function asEngineError(thrown: unknown, endpoint: string, call: string): FreeholdError {
  if (thrown instanceof FreeholdError) return thrown;
  const fault = (thrown ?? {}) as DockerFault;
  const text = fault.json?.message ?? fault.message ?? String(thrown);
  const options = { cause: thrown, detail: `${call}: ${text}` };
  if (fault.code !== undefined && unreachable.has(fault.code)) {
    return failure("engine_unreachable", { endpoint, why: fault.code }, options);
  }
  if (/no space left on device|disk quota exceeded/i.test(text)) return failure("disk_full", options);
  if (/no such image|image .* not found|unable to find image/i.test(text)) {
    const image = /(?:no such image:?|reference:?)\s*"?([^\s"]+)/i.exec(text)?.[1] ?? call.split(" ").at(-1) ?? "?";
    return failure("image_missing", { image }, options);
  }
  if (/pool overlaps|conflicts with network|overlaps with other one/i.test(text)) {
    return failure("subnet_conflict", { subnet: call.split(" ").at(-1) ?? "?" }, options);
  }
  if (/address already in use/i.test(text))
    return failure("address_taken", { address: call.split(" ").at(-1) ?? "?" }, options);
  if (fault.statusCode === undefined) return asFreeholdError(thrown);
  return failure("engine_refused", { call, why: text.trim().split("\n")[0] ?? "no reason given" }, options);
}
