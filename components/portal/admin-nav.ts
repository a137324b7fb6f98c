import type { AdminPermission } from "@/lib/domain/permissions.ts";

/** The admin's pages in the order of the header, each with what one must be allowed to do to see it. */
export const adminNav = [
  { href: "/admin", name: "Fleet", permission: "fleet.read" },
  { href: "/admin/applications", name: "Applications", permission: "applications.read" },
  { href: "/admin/engines", name: "Engines", permission: "engines.read" },
  { href: "/admin/audit", name: "Audit", permission: "audit.read" },
  { href: "/admin/people", name: "People", permission: "people.read" },
  { href: "/admin/demos", name: "Demos", permission: "demos.read" },
  { href: "/admin/mail", name: "Mail", permission: "mail.read" },
  { href: "/admin/settings", name: "Settings", permission: "settings.read" },
] as const satisfies readonly { href: string; name: string; permission: AdminPermission }[];

export type AdminHref = (typeof adminNav)[number]["href"];
