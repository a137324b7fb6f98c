import type { AdminPermission, AdminRole } from "@/lib/domain/permissions.ts";
import type { RoleWords } from "./role-words.ts";

export const adminRoleWords: RoleWords<AdminRole> = {
  owner: { name: "Owner", text: "Everything, also what cannot be undone." },
  operator: { name: "Operator", text: "Runs the fleet: approves, suspends, restarts, makes demo links." },
  auditor: { name: "Auditor", text: "Reads everything but mail, and changes nothing." },
};

/** What each permission allows, as the portal and docs/security.md say it. */
export const adminPermissionWords: Readonly<Record<AdminPermission, string>> = {
  "fleet.read": "See the fleet and each client",
  "applications.read": "See applications",
  "applications.decide": "Approve and reject applications",
  "tenants.operate": "Suspend, resume, restart, retry, close and reopen clients; write notes",
  "tenants.purge": "Delete a client’s data for good",
  "tenants.viewAs": "See a client’s pages as the client does",
  "engines.read": "See engines and regions",
  "engines.cordon": "Cordon and uncordon engines",
  "audit.read": "Read, verify and export the audit log",
  "people.read": "See who runs the fleet",
  "people.manage": "Invite admins, change their roles, remove them",
  "demos.read": "See demos and demo links",
  "demos.manage": "Make and revoke demo links, end demos",
  "mail.read": "Read the outbox, with the links in it",
  "settings.read": "See the settings",
  "settings.manage": "Change the settings",
};
