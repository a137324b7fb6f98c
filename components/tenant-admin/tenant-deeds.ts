import type { AdminPermission } from "@/lib/domain/permissions.ts";

/** Something that can be done with a client, in words. */
export interface TenantDeed {
  readonly what: "retry" | "restart" | "suspend" | "resume" | "reopen" | "close" | "purge" | "view";
  readonly verb: string;
  /** What will happen, and what of it can be taken back. */
  readonly happens: string;
  readonly done: string;
  readonly tone: "primary" | "danger";
  readonly permission: AdminPermission;
  readonly reason?: { readonly hint: string; readonly isRequired: boolean };
}

const deeds: Readonly<Record<TenantDeed["what"], Omit<TenantDeed, "what">>> = {
  retry: {
    verb: "Retry",
    happens: "The worker tries again at once. Do this once the cause is gone.",
    done: "Being tried again",
    tone: "primary",
    permission: "tenants.operate",
  },
  restart: {
    verb: "Restart",
    happens:
      "Database, API and web server stop and start in order. The site is away for some seconds; nothing is lost.",
    done: "Being restarted",
    tone: "primary",
    permission: "tenants.operate",
  },
  view: {
    verb: "View as client",
    happens:
      "For 30 minutes you see the client’s pages as a viewer of theirs does, and change nothing there. It is written into the audit trail.",
    done: "",
    tone: "primary",
    permission: "tenants.viewAs",
    reason: { hint: "For the audit trail.", isRequired: true },
  },
  suspend: {
    verb: "Suspend",
    happens:
      "Visitors see a page with your reason, the containers stop, and the client gets a mail. Data is kept; resuming brings all of it back.",
    done: "Suspended",
    tone: "danger",
    permission: "tenants.operate",
    reason: { hint: "Visitors and the client read it.", isRequired: true },
  },
  resume: {
    verb: "Resume",
    happens: "The site and the CMS come back as they were, and the client gets a mail.",
    done: "Coming back",
    tone: "primary",
    permission: "tenants.operate",
  },
  reopen: {
    verb: "Reopen",
    happens: "The closing is taken back: site and CMS come back as they were, and nothing is deleted.",
    done: "Coming back",
    tone: "primary",
    permission: "tenants.operate",
  },
  close: {
    verb: "Close",
    happens:
      "The site and the CMS stop answering, and the owners get a mail. Everything is kept for 14 days, in which it can be reopened; then it is deleted for good.",
    done: "Closed",
    tone: "danger",
    permission: "tenants.operate",
    reason: { hint: "The client reads it.", isRequired: false },
  },
  purge: {
    verb: "Purge",
    happens:
      "Everything this client has is deleted now and for good: site, database, uploads. Nobody can bring it back.",
    done: "Being purged",
    tone: "danger",
    permission: "tenants.purge",
  },
};

/** What makes sense in a client's state, in the order of its buttons. */
export function tenantDeeds(state: {
  readonly intent: string;
  readonly isFailed: boolean;
  readonly isPurging: boolean;
}): TenantDeed[] {
  return whats(state).map((what) => ({ what, ...deeds[what] }));
}

function whats({
  intent,
  isFailed,
  isPurging,
}: {
  readonly intent: string;
  readonly isFailed: boolean;
  readonly isPurging: boolean;
}): TenantDeed["what"][] {
  const retry: TenantDeed["what"][] = isFailed ? ["retry"] : [];
  if (isPurging) return retry;
  if (intent === "closed") return [...retry, "reopen", "view", "purge"];
  if (intent === "suspended") return [...retry, "resume", "view", "close", "purge"];
  return [...retry, ...(intent === "running" ? (["restart"] as const) : []), "view", "suspend", "close", "purge"];
}
