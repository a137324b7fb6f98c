"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { adminAction } from "@/lib/auth/with-admin.ts";
import { emailField } from "@/lib/domain/form-fields.ts";
import { adminRoles } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalOrigin } from "@/lib/portal/settings.ts";
import { changeAdmin } from "@/lib/tenants/change-admin.ts";
import { inviteAdmin } from "@/lib/tenants/invite-admin.ts";
import { revokeAdminInvitation } from "@/lib/tenants/revoke-admin-invitation.ts";

const page = "/admin/people";
const role = z.enum(adminRoles);

export const invite = adminAction("people.manage", z.object({ email: emailField, role }), async (input, { actor }) => {
  await inviteAdmin(portalDb(), input, portalOrigin(), actor);
  revalidatePath(page);
  return null;
});

const ofAdmin = z.object({ userId: z.uuid() });

export const changeRole = adminAction("people.manage", ofAdmin.extend({ role }), async (input, { actor }) => {
  await changeAdmin(portalDb(), input.userId, { role: input.role }, actor);
  revalidatePath(page);
  return null;
});

export const remove = adminAction("people.manage", ofAdmin, async ({ userId }, { actor }) => {
  await changeAdmin(portalDb(), userId, "removed", actor);
  revalidatePath(page);
  return null;
});

export const revoke = adminAction("people.manage", z.object({ id: z.uuid() }), async ({ id }, { actor }) => {
  await revokeAdminInvitation(portalDb(), id, actor);
  revalidatePath(page);
  return null;
});
