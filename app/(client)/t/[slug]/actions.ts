"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { takeFromLimit } from "@/lib/auth/limits.ts";
import { tenantAction } from "@/lib/auth/with-tenant.ts";
import { emailField } from "@/lib/domain/form-fields.ts";
import { tenantRoles } from "@/lib/domain/permissions.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalKey } from "@/lib/portal/key.ts";
import { edgePort, portalOrigin } from "@/lib/portal/settings.ts";
import { changeMember as changeMembership } from "@/lib/tenants/change-member.ts";
import { closeTenant } from "@/lib/tenants/close-tenant.ts";
import { configureTenant } from "@/lib/tenants/configure-tenant.ts";
import { enterCms as makeEntry } from "@/lib/tenants/enter-cms.ts";
import { inviteMember } from "@/lib/tenants/invite-member.ts";
import { reopenTenant } from "@/lib/tenants/reopen-tenant.ts";
import { revokeInvitation as revoke } from "@/lib/tenants/revoke-invitation.ts";

const role = z.enum(tenantRoles);
const companyName = z.string().trim().min(1, "Give it a name.").max(120, "Use 120 characters or fewer.");

/** A link into the CMS for who asks, to be followed at once. */
export const enterCms = tenantAction(
  "cms.enter",
  { slug: z.string() },
  async (_input, { slug, session, role: as, actor }) => {
    const { email: address, name } = session.user;
    return {
      url: await makeEntry(portalDb(), portalKey(), slug, { email: address, name, role: as }, edgePort(), actor),
    };
  },
);

/** Also sends an invitation again: the earlier one stops working. */
export const invite = tenantAction("members.manage", { email: emailField, role }, async (input, context) => {
  await takeFromLimit("invitation", `tenant:${context.tenantId}`);
  const { user } = context.session;
  const invitation = { ...input, inviterRole: context.role, inviterName: user.name || user.email };
  await inviteMember(portalDb(), context.slug, invitation, portalOrigin(), context.actor);
  revalidatePath(`/t/${context.slug}/members`);
  return null;
});

export const revokeInvitation = tenantAction("members.manage", { id: z.uuid() }, async ({ id }, context) => {
  await revoke(portalDb(), context.slug, id, context.role, context.actor);
  revalidatePath(`/t/${context.slug}/members`);
  return null;
});

/** @returns whether the CMS ends at once what they have open there; else it does when it is back */
export const changeMember = tenantAction(
  "members.manage",
  { userId: z.uuid(), to: z.union([role, z.literal("removed")]) },
  async ({ userId, to }, { slug, role: as, actor }) => {
    const change = to === "removed" ? to : { role: to };
    const changed = await changeMembership(portalDb(), slug, userId, change, as, actor);
    revalidatePath(`/t/${slug}/members`);
    return { cmsAnswers: changed?.cmsAnswers ?? true };
  },
);

export const configure = tenantAction(
  "tenant.configure",
  { name: companyName, contactEmail: emailField },
  async (input, { slug, actor }) => {
    await configureTenant(portalDb(), slug, input, actor);
    revalidatePath(`/t/${slug}`, "layout");
    return null;
  },
);

/** The slug is typed by hand; asked here again, as a browser may send anything. */
export const close = tenantAction("tenant.close", { typed: z.string().max(64) }, async ({ typed }, { slug, actor }) => {
  if (typed.trim() !== slug) throw failure("confirmation_mismatch", { slug });
  await closeTenant(portalDb(), slug, null, actor, portalOrigin());
  revalidatePath(`/t/${slug}`, "layout");
  return null;
});

export const reopen = tenantAction("tenant.close", { slug: z.string() }, async (_input, { slug, intent, actor }) => {
  // A suspension is lifted by who suspended, not by closing and coming back.
  if (intent !== "closed" || (await reopenTenant(portalDb(), slug, actor)) === null)
    throw failure("tenant_not_running", { slug, status: "not closed, or being deleted" });
  revalidatePath(`/t/${slug}`, "layout");
  return null;
});
