"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { fleetQuery, parseFleetSearch } from "@/components/fleet/fleet-params.ts";
import { adminAction } from "@/lib/auth/with-admin.ts";
import { forEachRow } from "@/lib/domain/row-result.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { parseQuery } from "@/lib/portal/parse-query.ts";
import { portalOrigin } from "@/lib/portal/settings.ts";
import { listMatching } from "@/lib/tenants/list-matching.ts";
import { restartTenant } from "@/lib/tenants/restart-tenant.ts";
import { resumeTenant } from "@/lib/tenants/resume-tenant.ts";
import { deleteView, saveView } from "@/lib/tenants/saved-views.ts";
import { suspendTenant } from "@/lib/tenants/suspend-tenant.ts";

const query = z.string().max(4_000);

/** The same for each, one transaction a tenant; what cannot be done with one is its result. */
export const changeTenants = adminAction(
  "tenants.operate",
  z.object({
    change: z.enum(["suspend", "resume", "restart"]),
    slugs: z.array(z.string().min(1).max(64)).min(1).max(50),
    reason: z.string().trim().min(1).max(500).optional(),
  }),
  async ({ change, slugs, reason }, { actor }) => {
    const [db, portal] = [portalDb(), portalOrigin()];
    if (change === "suspend" && reason === undefined) throw failure("usage", { why: "A suspension needs a reason." });
    return forEachRow(slugs, (slug) => {
      if (change === "suspend") return suspendTenant(db, slug, reason ?? "", actor, portal);
      return change === "resume" ? resumeTenant(db, slug, actor, portal) : restartTenant(db, slug, null, actor);
    });
  },
);

/** Who matches a search, on all its pages. */
export const matchingTenants = adminAction("tenants.operate", z.object({ query }), (input) =>
  listMatching(portalDb(), parseFleetSearch(parseQuery(input.query))),
);

export const saveFleetView = adminAction(
  "fleet.read",
  z.object({ name: z.string().trim().min(1).max(60), query }),
  async ({ name, query: given }, { session }) => {
    // Kept as the page itself would write it: nothing else gets into a link.
    await saveView(portalDb(), session.user.id, name, fleetQuery(parseFleetSearch(parseQuery(given))));
    refresh();
  },
);

export const deleteFleetView = adminAction("fleet.read", z.object({ id: z.uuid() }), async ({ id }, { session }) => {
  await deleteView(portalDb(), session.user.id, id);
  refresh();
});
