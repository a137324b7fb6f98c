"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { evenTime } from "@/lib/auth/even-time.ts";
import { takeFromLimit } from "@/lib/auth/limits.ts";
import { mailResetLink } from "@/lib/auth/mail-reset-link.ts";
import { resetPassword } from "@/lib/auth/reset-password.ts";
import { publicAction } from "@/lib/auth/with-person.ts";
import { emailField, newPasswordField, tokenField } from "@/lib/domain/form-fields.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalOrigin } from "@/lib/portal/settings.ts";

export const sendResetLink = publicAction("mail", z.object({ email: emailField }), ({ email }) =>
  evenTime(async () => {
    await takeFromLimit("mail", `to ${email}`);
    await mailResetLink(portalDb(), email, portalOrigin());
    return null;
  }),
);

const newPassword = z.object({ token: tokenField, password: newPasswordField });

export const setNewPassword = publicAction("reset", newPassword, async (input, { source }) => {
  await resetPassword(portalDb(), { ...input, origin: portalOrigin() }, source);
  redirect("/sign-in?done=reset");
});
