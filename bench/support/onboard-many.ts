import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Installation } from "./installation.ts";

const concurrency = 4;

/** Brings up `count` stacks, four at a time, and waits until each of their sites answers. */
export async function onboardMany({ home, freehold }: Installation, count: number, signal: AbortSignal): Promise<void> {
  if (count === 0) return;
  const file = join(home.root, "bench-clients.csv");
  const names = Array.from({ length: count }, (_, index) => `Bench client ${index + 1}`);
  writeFileSync(file, `${["name", ...names].join("\n")}\n`);
  await freehold(["onboard", "--from", file, "--name-column", "name", "--concurrency", String(concurrency)], signal);
}
