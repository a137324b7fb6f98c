import type { TenantRole } from "./permissions.ts";

/** What was done about a tenant, told to its members. Only what has words here is told. */

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
  readonly text: string;
  readonly detail: string | null;
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
  "tenant.final-backup": () => "kept a last copy of the database",
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

/** In words that follow who did it: “You closed the account”. */
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
  if (did("create-volume")) return "set up your CMS";
  if (did("remove-volume")) return "deleted your CMS";
  if (did("create-container") || did("start-container") || did("unpause-container")) return "started your CMS";
  if (did("restart-container")) return "restarted your CMS";
  if (did("stop-container")) return "stopped your CMS";
  return "looked after your CMS";
}

/**
 * Who did it, as a member may know. Admins are nobody in particular, and somebody who left is not
 * named any more.
 * @param actor as the audit trail knows them: `client:mail@…`, `admin:mail@…`, `worker`, `cli:root`
 * @param you the reader's address
 * @param names of those who are members now, by address
 */
export function activityActor(actor: string, you: string, names: ReadonlyMap<string, string>): string {
  if (actor.startsWith("admin:")) return "A Freehold admin";
  if (!actor.startsWith("client:")) return "Freehold";
  const email = actor.slice("client:".length);
  return email === you ? "You" : (names.get(email) ?? "A former member");
}
