import { createHmac, randomBytes } from "node:crypto";

/** What somebody may do in a CMS. */
export type CmsRole = "owner" | "admin" | "editor" | "author" | "viewer";

export interface CmsVisitor {
  readonly email: string;
  readonly name: string;
  readonly role: CmsRole;
}

export interface CmsEntry {
  /** Where the site answers, without a path. */
  readonly siteUrl: string;
  /** The stack's own name; its CMS refuses tokens for another. */
  readonly stack: string;
  /** The stack's `SECRET_KEY`. */
  readonly secretKey: string;
  readonly visitor: CmsVisitor;
  /** Where to go inside the CMS, below `/admin`. */
  readonly next?: string;
  readonly demo?: { readonly expiresAt: string; readonly keepUrl: string };
}

/** The link is followed at once; the CMS accepts at most 120. Seconds. */
const entrySeconds = 60;

/**
 * A link that signs one person into one CMS, once, within a minute. Its token carries what the CMS
 * has to know, sealed with a key that only Freehold and that stack have.
 */
export function cmsEntryUrl(entry: CmsEntry, now = new Date()): string {
  const claims = {
    aud: entry.stack,
    sub: entry.visitor.email,
    name: entry.visitor.name,
    role: entry.visitor.role,
    jti: randomBytes(16).toString("base64url"),
    exp: Math.floor(now.getTime() / 1000) + entrySeconds,
    ...(entry.next && { next: entry.next }),
    ...(entry.demo && { demo: entry.demo }),
  };
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  const key = createHmac("sha256", entry.secretKey).update("freehold portal sign-in").digest();
  const seal = createHmac("sha256", key).update(payload).digest("base64url");
  return `${entry.siteUrl}/api/enter?token=${payload}.${seal}`;
}
