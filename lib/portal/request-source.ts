import { randomUUID } from "node:crypto";

/** Where a request came from and what it is called, for the audit log. */
export interface RequestSource {
  readonly origin: string;
  readonly requestId: string;
  /** The visitor's address as the edge saw it. */
  readonly address?: string;
  readonly userAgent?: string;
}

const longest = { address: 64, userAgent: 200 } as const;

/**
 * @param headers by lower-case name. The edge appends the visitor's address to X-Forwarded-For, so
 *   the last entry is the one it vouches for.
 */
export function requestSource(headers: Readonly<Record<string, string | undefined>>): RequestSource {
  const address = headers["x-forwarded-for"]?.split(",").at(-1)?.trim().slice(0, longest.address);
  const userAgent = headers["user-agent"]?.slice(0, longest.userAgent);
  return {
    origin: address ? `portal ${address}` : "portal",
    requestId: headers["x-request-id"] ?? randomUUID(),
    ...(address && { address }),
    ...(userAgent && { userAgent }),
  };
}
