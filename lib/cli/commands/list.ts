import { type FleetRow, listFleet } from "../../tenants/list-fleet.ts";
import { listSpares, type SpareRow } from "../../tenants/list-spares.ts";
import type { Context } from "../context.ts";
import { formatAge } from "../duration.ts";
import { requireSettings, withDatabase } from "../installation.ts";
import type { Output } from "../output.ts";
import { sparesLine } from "../spares-line.ts";
import { statusPaint } from "../status-paint.ts";

/** @param demos the stacks that are no client's instead of the clients */
export async function list(context: Context, { demos = false }: { demos?: boolean }): Promise<undefined> {
  const { port } = requireSettings(context.home);
  const { out } = context;
  const [fleet, spares] = await withDatabase(context, (db) =>
    Promise.all([demos ? [] : listFleet(db, port), listSpares(db, port)]),
  );
  if (demos) out.result(spares, () => describeSpares(out, spares));
  else out.result(fleet, () => [...describeFleet(out, fleet), ...sparesLine(spares).flatMap((line) => ["", line])]);
  return undefined;
}

function describeFleet(out: Output, fleet: readonly FleetRow[]): string[] {
  if (fleet.length === 0) return ['No clients yet: ./freehold onboard acme --name "Acme Inc."'];
  const now = Date.now();
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
}

function describeSpares(out: Output, spares: readonly SpareRow[]): string[] {
  if (spares.length === 0) return ["No stack waits in the pool, and nobody is in a demo."];
  const now = Date.now();
  return out.table<SpareRow>(
    [
      { title: "STACK", text: (row) => row.name },
      { title: "FOR", text: (row) => row.kind },
      { title: "STATE", text: (row) => row.state },
      { title: "URL", text: (row) => row.url ?? "–" },
      { title: "AGE", text: (row) => formatAge(now - row.createdAt.getTime()), align: "right" },
      { title: "ENDS IN", text: (row) => endsIn(row, now), align: "right" },
      { title: "KEPT FOR", text: (row) => row.keptFor ?? "", shrinks: true },
      { title: "PROBLEM", text: (row) => row.problem ?? "", shrinks: true },
    ],
    spares,
  );
}

const endsIn = ({ expiresAt }: SpareRow, now: number): string =>
  expiresAt === null ? "–" : formatAge(Math.max(0, expiresAt.getTime() - now));

function servicesText({ services }: FleetRow): string {
  const states = Object.values(services);
  const running = states.filter(({ state }) => state === "running").length;
  return states.length === 0 ? "–" : `${running}/${states.length}`;
}
