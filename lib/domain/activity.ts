import type { TenantRole } from "./permissions.ts";

/**
 * What was done about a tenant, in sentences: “Ada opened the CMS.” Members and admins read the same;
 * admins are told besides which of them it was. Only what has words here is told.
 */

/** An event of the audit trail, or a piece of the worker's work. */
export type ActivityFact =
  | {
      readonly kind: "event";
      readonly action: string;
      readonly reason: string | null;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "work"; readonly operations: readonly string[]; readonly failed: boolean };

export interface ActivityWords {
  /** What follows who did it, to the end of the sentence. */
  readonly text: string;
  readonly detail: string | null;
}

/** Who reads it. */
export interface ActivityReader {
  readonly as: "member" | "admin";
  readonly email: string;
}

type Teller = (details: Readonly<Record<string, unknown>>) => string;

const text = (value: unknown): string => (typeof value === "string" ? value : "somebody");
const roles: Readonly<Record<TenantRole, string>> = { owner: "owner", admin: "administrator", viewer: "viewer" };
const role = (value: unknown): string => roles[value as TenantRole] ?? "member";

const tellers = {
  "tenant.created": () => "opened the account",
  "tenant.configured": () => "changed the settings",
  "tenant.suspended": () => "suspended the site",
  "tenant.resumed": () => "lifted the suspension",
  "tenant.restart-requested": ({ service }) => (service === "all" ? "restarted the CMS" : "restarted part of the CMS"),
  "tenant.closed": () => "closed the account",
  "tenant.reopened": () => "took the closing back",
  "tenant.purge-confirmed": () => "had the data deleted for good",
  "tenant.purge-reminded": () => "reminded the owners that the data will be deleted",
  "tenant.final-backup": () => "kept a last copy of texts and files",
  "member.invited": ({ email, role: as }) => `invited ${text(email)} as ${role(as)}`,
  "member.joined": ({ role: as }) => `joined as ${role(as)}`,
  "member.role-changed": ({ email, to }) => `made ${text(email)} ${role(to)}`,
  "member.removed": ({ email }) => `removed ${text(email)}`,
  "invitation.revoked": ({ email }) => `took back the invitation of ${text(email)}`,
  "cms.entered": () => "opened the CMS",
  "cms.access-ended": ({ email }) => `signed ${text(email)} out of the CMS`,
  "cms.access-not-ended": ({ email }) => `could not sign ${text(email)} out of the CMS yet`,
} as const satisfies Record<string, Teller>;

/** Actions of the audit trail that members are told. */
export const toldActions = Object.keys(tellers);

/** Reasons that were written for the client; others are notes among admins. */
const toldReasons = new Set(["tenant.suspended", "tenant.closed"]);

export function activityWords(fact: ActivityFact): ActivityWords {
  if (fact.kind === "work")
    return { text: workWords(fact.operations), detail: fact.failed ? "Not every step worked." : null };
  const tell: Teller | undefined = (tellers as Record<string, Teller>)[fact.action];
  return {
    text: tell?.(fact.details) ?? "did something",
    detail: toldReasons.has(fact.action) ? fact.reason : null,
  };
}

function workWords(operations: readonly string[]): string {
  const did = (kind: string): boolean => operations.includes(kind);
  if (did("create-volume")) return "set up the CMS";
  if (did("remove-volume")) return "deleted the CMS";
  if (did("create-container") || did("start-container") || did("unpause-container")) return "started the CMS";
  if (did("restart-container")) return "restarted the CMS";
  if (did("stop-container")) return "stopped the CMS";
  return "looked after the CMS";
}

/**
 * Who did it. To members, admins are nobody in particular, and somebody who left is not named any more.
 * @param actor as the audit trail knows them: `client:mail@…`, `admin:mail@…`, `worker`, `cli:root`
 * @param names of those who are members now, by address
 */
export function activityActor(actor: string, reader: ActivityReader, names: ReadonlyMap<string, string>): string {
  const [, kind, email] = /^(admin|client):(.+)$/.exec(actor) ?? [];
  if (email === undefined) return "Freehold";
  if (email === reader.email) return "You";
  if (kind === "admin") return reader.as === "admin" ? email : "A Freehold admin";
  return names.get(email) ?? (reader.as === "admin" ? email : "A former member");
}
