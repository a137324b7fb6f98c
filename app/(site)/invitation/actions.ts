"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/password.ts";
import { personAction, publicAction } from "@/lib/auth/with-person.ts";
import { newPasswordField, personNameField, tokenField } from "@/lib/domain/form-fields.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { acceptInvitation, findInvitation } from "@/lib/tenants/accept-invitation.ts";

/** For somebody who has an account and is signed in. */
export const accept = personAction(z.object({ token: tokenField }), async ({ token }, { session, actor }) => {
  const { id: userId, email } = session.user;
  const { slug } = await acceptInvitation(portalDb(), token, { kind: "signed-in", userId, email }, actor);
  redirect(`/t/${slug}`);
});

const newcomer = z.object({ token: tokenField, name: personNameField, password: newPasswordField });

/** For somebody new: the link proves the address. @returns what to sign in with, and where to go then */
export const acceptAsNew = publicAction("invitation", newcomer, async ({ token, name, password }, { actor }) => {
  // Hashing takes its time and memory; only a link that is good is worth it.
  if ((await findInvitation(portalDb(), token)) === null) throw failure("invitation_invalid");
  const passwordHash = await hashPassword(password);
  const { slug, email } = await acceptInvitation(portalDb(), token, { kind: "new", name, passwordHash }, actor);
  return { email, home: `/t/${slug}` };
});
