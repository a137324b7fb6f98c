/**
 * Who may do what. The one table: doors (lib/auth) ask it, pages ask it what to show, and
 * docs/security.md is checked against it.
 */

export const adminRoles = ["owner", "operator", "auditor"] as const;
export type AdminRole = (typeof adminRoles)[number];

export const tenantRoles = ["owner", "admin", "viewer"] as const;
export type TenantRole = (typeof tenantRoles)[number];

const all = adminRoles;
const running = ["owner", "operator"] as const;
const owners = ["owner"] as const;

/** What may be done with the fleet, and by whom. */
export const adminPermissions = {
  "fleet.read": all,
  "applications.read": all,
  "applications.decide": running,
  /** Suspend, resume, restart, retry, close, reopen; notes. */
  "tenants.operate": running,
  "tenants.purge": owners,
  "tenants.viewAs": running,
  "engines.read": all,
  "engines.cordon": running,
  "audit.read": all,
  "people.read": all,
  "people.manage": owners,
  "demos.read": all,
  "demos.manage": running,
  /** Mails carry links that sign people in. */
  "mail.read": owners,
  "settings.read": all,
  "settings.manage": owners,
} as const satisfies Record<string, readonly AdminRole[]>;
export type AdminPermission = keyof typeof adminPermissions;

interface TenantRule {
  readonly roles: readonly TenantRole[];
  /** Whether it is still allowed while the tenant is suspended. */
  readonly suspended: boolean;
}

/** What may be done with one tenant by its members. */
export const tenantPermissions = {
  "tenant.read": { roles: ["owner", "admin", "viewer"], suspended: true },
  "tenant.metrics": { roles: ["owner", "admin", "viewer"], suspended: true },
  /** Signs into the CMS, as what one is here. */
  "cms.enter": { roles: ["owner", "admin", "viewer"], suspended: false },
  "logs.read": { roles: ["owner", "admin"], suspended: false },
  "members.read": { roles: ["owner", "admin", "viewer"], suspended: true },
  "members.manage": { roles: ["owner", "admin"], suspended: false },
  "tenant.configure": { roles: ["owner", "admin"], suspended: false },
  /** Closing and taking that back. */
  "tenant.close": { roles: ["owner"], suspended: true },
} as const satisfies Record<string, TenantRule>;
export type TenantPermission = keyof typeof tenantPermissions;

export function adminMay(role: AdminRole | null, permission: AdminPermission): boolean {
  return role !== null && (adminPermissions[permission] as readonly AdminRole[]).includes(role);
}

/** @param suspended whether the tenant is suspended now */
export function memberMay(role: TenantRole, permission: TenantPermission, suspended: boolean): boolean {
  const rule: TenantRule = tenantPermissions[permission];
  return rule.roles.includes(role) && (rule.suspended || !suspended);
}

/** All that an admin may do, for pages that show only what works. */
export const permissionsOf = (role: AdminRole | null): AdminPermission[] =>
  (Object.keys(adminPermissions) as AdminPermission[]).filter((permission) => adminMay(role, permission));
