import type { TenantRole } from "@/lib/domain/permissions.ts";

/** What members are called, and what they may do here and in the CMS. */
export const memberRoles: Readonly<Record<TenantRole, { readonly name: string; readonly text: string }>> = {
  owner: { name: "Owner", text: "Everything, also closing the account." },
  admin: { name: "Administrator", text: "Logs, members, settings, and everything in the CMS." },
  viewer: { name: "Viewer", text: "Looks, here and in the CMS, and changes nothing." },
};
