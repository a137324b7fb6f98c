import type { ObservedStack } from "@/lib/domain/status.ts";

/** “3 of 3 up”, or which one is not and how: “2 of 3 up, api stopped”. A dash before the first look. */
export function servicesSummary(services: ObservedStack["services"]): string {
  const all = Object.entries(services);
  if (all.length === 0) return "–";
  const down = all.filter(([, { state }]) => state !== "running");
  if (down.length === all.length) return sameState(down.map(([, { state }]) => state)) ?? "none up";
  const count = `${all.length - down.length} of ${all.length} up`;
  return [count, ...down.map(([name, { state }]) => `${name} ${state}`)].join(", ");
}

function sameState(states: readonly string[]): string | null {
  const [first] = states;
  return first !== undefined && states.every((state) => state === first) ? `all ${first}` : null;
}
