"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/password.ts";
import { personAction, publicAction } from "@/lib/auth/with-person.ts";
import { newPasswordField, personNameField, tokenField } from "@/lib/domain/form-fields.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { acceptAdminInvitation, findAdminInvitation } from "@/lib/tenants/accept-admin-invitation.ts";

/** For somebody who has an account and is signed in. */
export const accept = personAction(z.object({ token: tokenField }), async ({ token }, { session, actor }) => {
  const { id: userId, email } = session.user;
  await acceptAdminInvitation(portalDb(), token, { kind: "signed-in", userId, email }, actor);
  redirect("/admin");
});

const newcomer = z.object({ token: tokenField, name: personNameField, password: newPasswordField });

/** For somebody new: the link proves the address. @returns what to sign in with, and where to go then */
export const acceptAsNew = publicAction("invitation", newcomer, async ({ token, name, password }, { actor }) => {
  // Hashing takes its time and memory; only a link that is good is worth it.
  if ((await findAdminInvitation(portalDb(), token)) === null) throw failure("invitation_invalid");
  const passwordHash = await hashPassword(password);
  const { email } = await acceptAdminInvitation(portalDb(), token, { kind: "new", name, passwordHash }, actor);
  return { email, home: "/admin" };
});
