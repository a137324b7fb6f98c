"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { adminAction } from "@/lib/auth/with-admin.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { cordonEngine } from "@/lib/tenants/cordon-engine.ts";

const change = z.object({
  id: z.string().min(1).max(100),
  cordoned: z.boolean(),
  reason: z.string().trim().max(500, "Use 500 characters or fewer."),
});

export const cordon = adminAction("engines.cordon", change, async ({ id, cordoned, reason }, { actor }) => {
  await cordonEngine(portalDb(), id, cordoned, reason || null, actor);
  revalidatePath("/admin/engines");
  return null;
});
