import type { RoleWords } from "@/components/people/role-words.ts";
import type { TenantRole } from "@/lib/domain/permissions.ts";

/** What members are called, and what they may do here and in the CMS. */
export const memberRoles: RoleWords<TenantRole> = {
  owner: { name: "Owner", text: "Everything, also closing the account." },
  admin: { name: "Administrator", text: "Logs, members, settings, and everything in the CMS." },
  viewer: { name: "Viewer", text: "Looks, here and in the CMS, and changes nothing." },
};
