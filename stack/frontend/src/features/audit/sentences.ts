import type { AuditEntry } from "@/features/audit/api.ts";

const verbs: Readonly<Record<string, string>> = {
  "entry.created": "created",
  "entry.saved": "saved",
  "entry.moved": "moved",
  "entry.submitted": "handed in for review",
  "entry.published": "published",
  "entry.unpublished": "took back",
  "entry.scheduled": "scheduled",
  "entry.deleted": "deleted",
  "entry.restored": "restored an earlier version of",
  "term.saved": "saved the term",
  "term.deleted": "deleted the term",
  "term.merged": "merged the term",
  "type.saved": "saved the content type",
  "type.deleted": "deleted the content type",
  "media.added": "added the file",
  "media.deleted": "deleted the file",
  "site.exported": "exported the site as",
  "site.imported": "imported",
  "user.added": "gave access to",
  "user.removed": "removed",
  "user.role_changed": "changed the role of",
  "token.created": "made the token",
  "token.revoked": "revoked the token",
  "webhook.saved": "saved the webhook",
  "webhook.deleted": "deleted the webhook",
  "webhook.stopped": "switched off the webhook",
};

/** What was done, to follow the name of who did it: "published “About us”". */
export function whatWasDone({
  event,
  title,
  actor,
  subjectId,
  details,
}: Pick<AuditEntry, "event" | "title" | "actor" | "subjectId" | "details">): string {
  if (event === "signed_in") return "signed in";
  // By the link for the first administrator.
  if (event === "user.added" && actor.id === subjectId) return "came in first";
  if (event === "site.saved" && subjectId === "design") {
    return details.change === "undone" ? "went back to the design before" : "applied a new design";
  }
  if (event === "site.saved") return "saved the site’s settings";
  const verb = verbs[event];
  // A newer server's event, by its own name.
  if (!verb) return title ? `${event}: ${title}` : event;
  return `${verb} “${title}”`;
}

export function whoDidIt({ kind, name }: AuditEntry["actor"]): string {
  if (kind === "system") return "The site by itself";
  if (kind === "token") return `The token ${name}`;
  return name;
}

/** What the event told beside its subject, in words; what has none is left to the full view. */
export function inDetail({ event, details }: Pick<AuditEntry, "event" | "details">): string {
  const text = (key: string) => (typeof details[key] === "string" ? details[key] : "");
  if (event === "user.role_changed") return `from ${text("from")} to ${text("to")}`;
  if (event === "term.merged") return `into “${text("into")}”`;
  if (event === "user.added") return text("role") && `as ${text("role")}`;
  if (event === "token.created" && Array.isArray(details.scopes)) return details.scopes.join(", ");
  return text("why") || text("path");
}
