import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { homeOf, newNamespace, ownerFileOf, removeInstallation } from "../../../e2e/support/namespace.ts";
import { processIdentity } from "../../platform/process-identity.ts";
import { freePort } from "./free-port.ts";
import type { Bench, Installation, RunInLog } from "./part.ts";

/** One installation for all parts that want one; each brings what it looks at. */
export function shareInstallation({
  home,
  engine,
  images,
}: Pick<Bench, "home" | "engine" | "images">): Pick<Bench, "installation" | "removeInstallation"> {
  let namespace: string | undefined;
  let shared: Promise<Installation> | undefined;
  const make = async (program: RunInLog): Promise<Installation> => {
    await images();
    namespace = newNamespace();
    mkdirSync(homeOf(namespace), { mode: 0o700 });
    // Whoever looks for leftovers sees that this one is in use.
    writeFileSync(ownerFileOf(namespace), processIdentity(process.pid) ?? "");
    return bringUp(namespace, program);
  };
  return {
    installation: (program) => (shared ??= make(program)),
    async removeInstallation() {
      if (namespace === undefined) return;
      // For whoever has to find out why a test failed.
      const log = join(homeOf(namespace), "log", "worker.log");
      if (existsSync(log)) copyFileSync(log, join(home.log, "test-worker.log"));
      await removeInstallation((await engine()).docker, namespace);
    },
  };
}

async function bringUp(namespace: string, program: RunInLog): Promise<Installation> {
  const env = {
    FREEHOLD_NAMESPACE: namespace,
    FREEHOLD_HOME: homeOf(namespace),
    // All of it comes from one address, in minutes.
    FREEHOLD_LIMIT_FACTOR: "100",
  };
  const up = await program(["./freehold", "up", "--detach", "--port", String(await freePort())], { env });
  if (up.code !== 0) throw new Error("The installation for the browser's tests did not come up.");
  const link = await program(["./freehold", "admin-link", "--json"], { env });
  const adminUrl = /https?:\/\/[^"\s]+/.exec(link.output)?.[0];
  if (link.code !== 0 || adminUrl === undefined) throw new Error("It gave no link for its first admin.");
  return { env, adminUrl, portalUrl: new URL(adminUrl).origin };
}
