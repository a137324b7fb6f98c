"use server";

import { z } from "zod";
import { evenTime } from "@/lib/auth/even-time.ts";
import { takeFromLimit } from "@/lib/auth/limits.ts";
import { mailSignInLink } from "@/lib/auth/mail-sign-in-link.ts";
import { publicAction } from "@/lib/auth/with-person.ts";
import { emailField } from "@/lib/domain/form-fields.ts";
import { safeNext } from "@/lib/domain/safe-next.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalOrigin } from "@/lib/portal/settings.ts";

const schema = z.object({ email: emailField, next: z.string().max(512).optional() });

export const sendSignInLink = publicAction("mail", schema, ({ email, next }) =>
  evenTime(async () => {
    await takeFromLimit("mail", `to ${email}`);
    await mailSignInLink(portalDb(), email, { origin: portalOrigin(), next: safeNext(next) });
    return null;
  }),
);
