"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { changeName } from "@/lib/auth/change-name.ts";
import { changePassword } from "@/lib/auth/change-password.ts";
import { confirmEmailChange } from "@/lib/auth/confirm-email-change.ts";
import { takeFromLimit } from "@/lib/auth/limits.ts";
import { requestEmailChange } from "@/lib/auth/request-email-change.ts";
import { revokeOwnSessions } from "@/lib/auth/revoke-own-sessions.ts";
import { personAction } from "@/lib/auth/with-person.ts";
import { emailField, newPasswordField, personNameField, tokenField } from "@/lib/domain/form-fields.ts";
import { longestPassword } from "@/lib/domain/password-strength.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalOrigin } from "@/lib/portal/settings.ts";

const present = z.string().max(longestPassword).default("");

export const saveName = personAction(z.object({ name: personNameField }), async ({ name }, { session }) => {
  await changeName(portalDb(), session, name);
  redirect("/account?done=name");
});

export const savePassword = personAction(
  z.object({ present, password: newPasswordField }),
  async (input, { session, source }) => {
    // A session that somebody left open must not be a place to guess from.
    await takeFromLimit("signInAccount", `user ${session.user.id}`);
    await changePassword(portalDb(), session, { ...input, origin: portalOrigin() }, source);
    redirect("/account?done=password");
  },
);

export const askForEmail = personAction(z.object({ email: emailField, present }), async (input, { session }) => {
  await takeFromLimit("signInAccount", `user ${session.user.id}`);
  await takeFromLimit("mail", `to ${input.email}`);
  await requestEmailChange(portalDb(), session, { ...input, origin: portalOrigin() });
  return null;
});

export const confirmEmail = personAction(z.object({ token: tokenField }), async ({ token }, { session, source }) => {
  await confirmEmailChange(portalDb(), session, { token, origin: portalOrigin() }, source);
  redirect("/account?done=email");
});

export const endSession = personAction(z.object({ id: z.uuid() }), async ({ id }, { session, source }) => {
  await revokeOwnSessions(portalDb(), session, id, source);
  redirect("/account?done=session");
});

export const endOtherSessions = personAction(z.object({}), async (_, { session, source }) => {
  await revokeOwnSessions(portalDb(), session, null, source);
  redirect("/account?done=session");
});
