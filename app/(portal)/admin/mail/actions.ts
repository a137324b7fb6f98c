"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { adminAction } from "@/lib/auth/with-admin.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { openMail } from "@/lib/tenants/open-mail.ts";
import { retryMail } from "@/lib/tenants/retry-mail.ts";

const one = z.object({ id: z.uuid() });

export const open = adminAction("mail.read", one, async ({ id }, { actor }) => openMail(portalDb(), id, actor));

export const retry = adminAction("mail.read", one, async ({ id }, { actor }) => {
  await retryMail(portalDb(), id, actor);
  revalidatePath("/admin/mail");
  return null;
});
