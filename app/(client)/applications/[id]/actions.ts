"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { takeFromLimit } from "@/lib/auth/limits.ts";
import { personAction } from "@/lib/auth/with-person.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { confirmApplication as confirm } from "@/lib/tenants/confirm-application.ts";
import { withdrawApplication as withdraw } from "@/lib/tenants/withdraw-application.ts";

const one = z.object({ id: z.uuid() });

/** Their address is proven: they are signed in. What is left is that they want it. */
export const confirmApplication = personAction(one, async ({ id }, { session, actor }) => {
  await takeFromLimit("verify", `user ${session.user.id}`);
  await confirm(portalDb(), session.user, id, actor);
  redirect(`/applications/${id}`);
});

export const withdrawApplication = personAction(one, async ({ id }, { session, actor }) => {
  await withdraw(portalDb(), id, session.user.id, actor);
  redirect("/home");
});
