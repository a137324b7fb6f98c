"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { personAction, publicAction } from "@/lib/auth/with-person.ts";
import { tokenField } from "@/lib/domain/form-fields.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { acceptInvitation, findInvitation } from "@/lib/tenants/accept-invitation.ts";
import { asNewcomer, newcomer } from "./newcomer.ts";

/** For somebody who has an account and is signed in. */
export const accept = personAction(z.object({ token: tokenField }), async ({ token }, { session, actor }) => {
  const { id: userId, email } = session.user;
  const { slug } = await acceptInvitation(portalDb(), token, { kind: "signed-in", userId, email }, actor);
  redirect(`/t/${slug}`);
});

/** For somebody new: the link proves the address. @returns what to sign in with, and where to go then */
export const acceptAsNew = publicAction("invitation", newcomer, async (input, { actor }) => {
  const accepter = await asNewcomer(input, (token) => findInvitation(portalDb(), token));
  const { slug, email } = await acceptInvitation(portalDb(), input.token, accepter, actor);
  return { email, home: `/t/${slug}` };
});
