import type { Metadata } from "next";
import { adminRoleWords } from "@/components/people/admin-role-words.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { findAdminInvitation } from "@/lib/tenants/accept-admin-invitation.ts";
import { invitationPage } from "../invitation-page.tsx";
import { accept, acceptAsNew } from "./actions.ts";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

/** An invitation to run the fleet. */
export default invitationPage({
  path: "/invitation/fleet",
  find: (token) => findAdminInvitation(portalDb(), token),
  words: ({ role }) => ({
    title: "Come in to Freehold",
    intro: `You are invited to run its fleet as ${adminRoleWords[role].name.toLowerCase()}. ${adminRoleWords[role].text}`,
  }),
  accept,
  acceptAsNew,
});
