import type { Metadata } from "next";
import { memberRoles } from "@/components/client/member-roles.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { findInvitation } from "@/lib/tenants/accept-invitation.ts";
import { accept, acceptAsNew } from "./actions.ts";
import { invitationPage } from "./invitation-page.tsx";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

/** An invitation to a tenant. */
export default invitationPage({
  path: "/invitation",
  find: (token) => findInvitation(portalDb(), token),
  words: ({ tenantName, role }) => ({
    title: `Come in to ${tenantName}`,
    intro: `You are invited as ${memberRoles[role].name.toLowerCase()}. ${memberRoles[role].text}`,
  }),
  accept,
  acceptAsNew,
});
