import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import Docker from "dockerode";
import type { TestProject } from "vitest/node";
import { processIdentity } from "../../lib/platform/process-identity.ts";
import { findLeftovers, removeInstallation } from "./namespace.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Identity of the process that runs the whole suite. */
    testRun: string;
    /** Names the shared installation, once a test has brought it up. */
    sharedFile: string;
  }
}

/** Removes what crashed runs left behind; at the end, the shared installation. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const docker = new Docker({ socketPath: "/var/run/docker.sock" });
  for (const namespace of await findLeftovers(docker)) await removeInstallation(docker, namespace);

  const identity = processIdentity(process.pid);
  if (identity === null) throw new Error("cannot read the identity of this process");
  const folder = mkdtempSync(`/tmp/freehold-e2e-${process.pid}-`);
  const sharedFile = join(folder, "shared.json");
  project.provide("testRun", identity);
  project.provide("sharedFile", sharedFile);
  return async () => {
    if (existsSync(sharedFile)) {
      const { namespace } = JSON.parse(readFileSync(sharedFile, "utf8")) as { namespace: string };
      await removeInstallation(docker, namespace);
    }
    rmSync(folder, { recursive: true });
  };
}
