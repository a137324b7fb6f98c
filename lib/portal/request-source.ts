import { randomUUID } from "node:crypto";

/** Where a request came from and what it is called, for the audit log. */
export interface RequestSource {
  readonly origin: string;
  readonly requestId: string;
}

/**
 * @param headers by lower-case name. The edge appends the visitor's address to X-Forwarded-For, so
 *   the last entry is the one it vouches for.
 */
export function requestSource(headers: Readonly<Record<string, string | undefined>>): RequestSource {
  const address = headers["x-forwarded-for"]?.split(",").at(-1)?.trim();
  return {
    origin: address ? `portal ${address.slice(0, 64)}` : "portal",
    requestId: headers["x-request-id"] ?? randomUUID(),
  };
}
