import type { AdminPermission } from "@/lib/domain/permissions.ts";
import type { TenantStatus } from "@/lib/domain/status.ts";
import type { FoundTenant } from "@/lib/tenants/find-tenants.ts";

export interface TenantCommand {
  readonly name: string;
  readonly href: string;
}

interface Rule {
  readonly name: string;
  readonly permission: AdminPermission;
  /** Statuses it makes sense in; all when left out. */
  readonly when?: readonly TenantStatus[];
  readonly href: (tenant: FoundTenant) => string;
}

const page = ({ slug }: FoundTenant): string => `/admin/tenants/${slug}`;
/** What changes something is asked about on the tenant's page, where one sees what it is about. */
const ask =
  (what: string) =>
  (tenant: FoundTenant): string =>
    `${page(tenant)}?do=${what}`;
const up = ["provisioning", "running", "repairing", "failed", "unknown", "hibernated"] as const;

const rules: readonly Rule[] = [
  { name: "Open its page", permission: "fleet.read", href: page },
  { name: "Open its site", permission: "fleet.read", when: ["running"], href: ({ url }) => url },
  { name: "View its plan", permission: "fleet.read", href: (tenant) => `${page(tenant)}#plan` },
  { name: "View what was done", permission: "fleet.read", href: (tenant) => `${page(tenant)}#operations` },
  {
    name: "View its audit trail",
    permission: "audit.read",
    href: ({ slug }) => `/admin/audit?whom=${encodeURIComponent(`tenant:${slug}`)}`,
  },
  { name: "Restart", permission: "tenants.operate", when: ["running", "repairing", "failed"], href: ask("restart") },
  { name: "Suspend", permission: "tenants.operate", when: up, href: ask("suspend") },
  { name: "Resume", permission: "tenants.operate", when: ["suspended"], href: ask("resume") },
];

/** What somebody may do with a tenant as it is now. */
export const tenantCommands = (tenant: FoundTenant, can: readonly AdminPermission[]): TenantCommand[] =>
  rules
    .filter(({ permission, when }) => can.includes(permission) && (when?.includes(tenant.status) ?? true))
    .map(({ name, href }) => ({ name, href: href(tenant) }));
