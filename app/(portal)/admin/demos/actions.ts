"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { adminAction } from "@/lib/auth/with-admin.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalOrigin } from "@/lib/portal/settings.ts";
import { createDemoLink } from "@/lib/tenants/create-demo-link.ts";
import { endDemo as end } from "@/lib/tenants/end-demo.ts";
import { revokeDemoLink as revoke } from "@/lib/tenants/revoke-demo-link.ts";

const page = "/admin/demos";
const dayMs = 86_400_000;

/** As a form sends it. */
const wholeNumber = (least: number, most: number, message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message);

export const endDemo = adminAction("demos.manage", z.object({ stackId: z.uuid() }), async ({ stackId }, { actor }) => {
  await end(portalDb(), stackId, actor);
  revalidatePath(page);
  return null;
});

/** The link is in this answer and nowhere else. */
export const makeDemoLink = adminAction(
  "demos.manage",
  z.object({
    name: z.string().trim().min(1, "Say whom it is for.").max(80, "Use at most 80 characters."),
    greeting: z.string().trim().max(300, "Use at most 300 characters."),
    days: wholeNumber(1, 365, "Between 1 and 365 days."),
    maxUses: wholeNumber(1, 100, "Between 1 and 100 times."),
  }),
  async ({ name, greeting, days, maxUses }, { actor }) => {
    const expiresAt = new Date(Date.now() + days * dayMs);
    const link = { name, greeting: greeting || null, expiresAt, maxUses };
    const { token } = await createDemoLink(portalDb(), link, actor);
    revalidatePath(page);
    return { url: `${portalOrigin()}/d/${token}` };
  },
);

export const revokeDemoLink = adminAction("demos.manage", z.object({ id: z.uuid() }), async ({ id }, { actor }) => {
  await revoke(portalDb(), id, actor);
  revalidatePath(page);
  return null;
});
