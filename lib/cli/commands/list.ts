import { type FleetRow, listFleet } from "../../tenants/list-fleet.ts";
import type { Context } from "../context.ts";
import { formatAge } from "../duration.ts";
import { requireSettings, withDatabase } from "../installation.ts";
import { statusPaint } from "../status-paint.ts";

export async function list(context: Context): Promise<undefined> {
  const { port } = requireSettings(context.home);
  const fleet = await withDatabase(context, (db) => listFleet(db, port));
  const { out } = context;
  const now = Date.now();
  out.result(fleet, () => {
    if (fleet.length === 0) return ['No clients yet: ./freehold onboard acme --name "Acme Inc."'];
    return out.table<FleetRow>(
      [
        { title: "SLUG", text: (row) => row.slug },
        { title: "NAME", text: (row) => row.name, shrinks: true },
        {
          title: "STATUS",
          text: (row) => row.status,
          paint: (cell, row) => statusPaint(out.colours, row.status)(cell),
        },
        { title: "URL", text: (row) => row.url },
        { title: "ENGINE", text: (row) => row.engine ?? "–" },
        { title: "SERVICES", text: servicesText },
        { title: "AGE", text: (row) => formatAge(now - row.createdAt.getTime()), align: "right" },
        { title: "PROBLEM", text: (row) => row.problem?.message ?? "", shrinks: true },
      ],
      fleet,
    );
  });
  return undefined;
}

function servicesText({ services }: FleetRow): string {
  const states = Object.values(services);
  const running = states.filter(({ state }) => state === "running").length;
  return states.length === 0 ? "–" : `${running}/${states.length}`;
}
