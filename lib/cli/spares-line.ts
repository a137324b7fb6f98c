import type { SpareRow } from "../tenants/list-spares.ts";

const stacks = (count: number): string => (count === 1 ? "1 pool stack" : `${count} pool stacks`);
const demos = (count: number): string => (count === 1 ? "1 demo" : `${count} demos`);

/** What runs beside the clients, in a line; none when nothing does. */
export function sparesLine(spares: readonly Pick<SpareRow, "kind" | "state">[]): string[] {
  if (spares.length === 0) return [];
  const count = (kind: SpareRow["kind"], ...states: SpareRow["state"][]): number =>
    spares.filter((spare) => spare.kind === kind && states.includes(spare.state)).length;
  const parts = [`${stacks(count("pool", "available"))} ready`, `${demos(count("demo", "ready"))} running`];
  const making = count("pool", "warming") + count("demo", "making");
  const failed = count("pool", "failed") + count("demo", "failed");
  if (making > 0) parts.push(`${making} being made`);
  if (failed > 0) parts.push(`${failed} failed`);
  return [`${parts.join(", ")}: ./freehold list --demos`];
}
