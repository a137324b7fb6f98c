"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { startViewing, stopViewing } from "@/lib/auth/view-as.ts";
import { adminAction } from "@/lib/auth/with-admin.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalHome } from "@/lib/portal/home.ts";
import { portalKey } from "@/lib/portal/key.ts";
import { portalOrigin } from "@/lib/portal/settings.ts";
import { closeTenant } from "@/lib/tenants/close-tenant.ts";
import { addNote } from "@/lib/tenants/notes.ts";
import { planTenant } from "@/lib/tenants/plan-tenant.ts";
import { purgeTenant } from "@/lib/tenants/purge-tenant.ts";
import { restartTenant } from "@/lib/tenants/restart-tenant.ts";
import { resumeTenant } from "@/lib/tenants/resume-tenant.ts";
import { retryStack } from "@/lib/tenants/retry-stack.ts";
import { suspendTenant } from "@/lib/tenants/suspend-tenant.ts";

const slug = z.string().min(1).max(64);
const reason = z.string().trim().min(1, "Say why.").max(500);

/** What can be taken back. */
export const operateTenant = adminAction(
  "tenants.operate",
  z.discriminatedUnion("what", [
    z.object({ what: z.literal("suspend"), slug, reason }),
    z.object({ what: z.literal("close"), slug, reason: z.string().trim().max(500) }),
    z.object({ what: z.enum(["resume", "retry"]), slug }),
    z.object({ what: z.literal("restart"), slug, service: z.string().max(40).nullable() }),
  ]),
  async (input, { actor }) => {
    const [db, portal] = [portalDb(), portalOrigin()];
    switch (input.what) {
      case "suspend":
        await suspendTenant(db, input.slug, input.reason, actor, portal);
        break;
      case "close":
        await closeTenant(db, input.slug, input.reason || null, actor, portal);
        break;
      case "resume":
        await resumeTenant(db, input.slug, actor, portal);
        break;
      case "retry":
        await retryStack(db, input.slug, actor);
        break;
      case "restart":
        await restartTenant(db, input.slug, input.service, actor);
    }
    refresh();
  },
);

/** What cannot: asked twice, the second time by typing the slug. */
export const purgeTenantForGood = adminAction(
  "tenants.purge",
  z.object({ slug, typed: z.string().max(64) }),
  async (input, { actor }) => {
    if (input.typed.trim() !== input.slug) throw failure("confirmation_mismatch", { slug: input.slug });
    await purgeTenant(portalDb(), input.slug, actor);
    refresh();
  },
);

export const writeNote = adminAction(
  "tenants.operate",
  z.object({ slug, text: z.string().trim().min(1, "Write something first.").max(4_000) }),
  async (input, { actor }) => {
    await addNote(portalDb(), input.slug, input.text, actor);
    refresh();
  },
);

export const viewAsClient = adminAction("tenants.viewAs", z.object({ slug, reason }), (input, { session, actor }) =>
  startViewing(portalDb(), session.id, input.slug, input.reason, actor),
);

export const leaveViewing = adminAction("fleet.read", z.object({}), (_, { session, actor }) =>
  stopViewing(portalDb(), session.id, actor),
);

interface PlanLine {
  readonly id: string;
  readonly cause: string;
  readonly after: readonly string[];
}

/** Asks the engine, so it is asked for and never waited for by the page. */
export const planNow = adminAction("fleet.read", z.object({ slug }), async (input) => {
  const { operations, blocked } = await planTenant(portalDb(), portalKey(), portalHome(), input.slug);
  const lines: PlanLine[] = operations.map(({ id, cause, after }) => ({ id, cause, after }));
  return { lines, blocked: blocked && `${blocked.code} ${blocked.volume}`, at: new Date() };
});
