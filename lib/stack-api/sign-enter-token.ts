import { createHmac, randomBytes } from "node:crypto";
import type { DemoTerms } from "./put-site.ts";

/** How long a way into a CMS works; it is followed at once, by a redirect. Seconds. */
export const enterSeconds = 60;

export type CmsRole = "owner" | "admin" | "editor" | "author" | "viewer";

export interface EnterClaims {
  /** The stack's name: a token opens no other. */
  readonly stack: string;
  readonly email: string;
  readonly name: string;
  readonly role: CmsRole;
  /** A path under `/admin`. */
  readonly next?: string;
  readonly demo?: DemoTerms;
}

/**
 * A way into a CMS without another password: what is claimed, signed with a key made of the stack's
 * own secret, so that whoever holds one stack's secret can sign for no other. The CMS lets each in once.
 * @param now Milliseconds since the epoch
 */
export function signEnterToken(secretKey: string, claims: EnterClaims, now = Date.now()): string {
  const key = createHmac("sha256", secretKey).update("freehold portal sign-in").digest();
  const { stack, email, name, role, next, demo } = claims;
  const body = Buffer.from(
    JSON.stringify({
      aud: stack,
      sub: email,
      name,
      role,
      jti: randomBytes(16).toString("base64url"),
      exp: Math.floor(now / 1000) + enterSeconds,
      ...(next !== undefined && { next }),
      ...(demo && { demo }),
    }),
  ).toString("base64url");
  return `${body}.${createHmac("sha256", key).update(body).digest("base64url")}`;
}

/** Where a token is brought to. @param siteUrl the stack's, without a path */
export const enterUrl = (siteUrl: string, token: string): string => `${siteUrl}/api/enter?token=${token}`;
