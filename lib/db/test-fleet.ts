import { randomBytes } from "node:crypto";
import type { MasterKey } from "../secrets/key.ts";
import type { Db } from "./client.ts";

/** For tests: what has to be there before a tenant can be. */
export async function seedFleet(db: Db, subnetPool = "10.213.0.0/16"): Promise<void> {
  await db.region.create({ data: { id: "local", name: "Local", baseDomain: "localhost", isDefault: true } });
  await db.engine.create({
    data: { id: "local", regionId: "local", endpoint: "unix:///var/run/docker.sock", subnetPool },
  });
  await db.release.create({ data: { id: "0123abcd", composeFile: "services: {}", imageIds: {} } });
}

/** A stack that belongs to nobody. @returns its id */
export async function seedStack(db: Db, name: string): Promise<string> {
  const data = {
    name,
    kind: "pool" as const,
    engineId: "local",
    releaseId: "0123abcd",
    secretsSealed: Uint8Array.of(1),
  };
  return (await db.stack.create({ data, select: { id: true } })).id;
}

export const testKey = randomBytes(32) as MasterKey;

/** Does what the worker would: the stack is up, seeded and was seen answering. */
export async function finishStack(db: Db, id: string): Promise<void> {
  const { generation } = await db.stack.findUniqueOrThrow({ where: { id }, select: { generation: true } });
  await db.stack.update({
    where: { id },
    data: {
      phase: "settled",
      settledGeneration: generation,
      readyAt: new Date(),
      observed: { services: {}, ready: true },
      observedAt: new Date(),
      sample: "demo",
    },
  });
}
