"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { personAction, publicAction } from "@/lib/auth/with-person.ts";
import { tokenField } from "@/lib/domain/form-fields.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { acceptAdminInvitation, findAdminInvitation } from "@/lib/tenants/accept-admin-invitation.ts";
import { asNewcomer, newcomer } from "../newcomer.ts";

/** For somebody who has an account and is signed in. */
export const accept = personAction(z.object({ token: tokenField }), async ({ token }, { session, actor }) => {
  const { id: userId, email } = session.user;
  await acceptAdminInvitation(portalDb(), token, { kind: "signed-in", userId, email }, actor);
  redirect("/admin");
});

/** For somebody new: the link proves the address. @returns what to sign in with, and where to go then */
export const acceptAsNew = publicAction("invitation", newcomer, async (input, { actor }) => {
  const accepter = await asNewcomer(input, (token) => findAdminInvitation(portalDb(), token));
  const { email } = await acceptAdminInvitation(portalDb(), input.token, accepter, actor);
  return { email, home: "/admin" };
});
