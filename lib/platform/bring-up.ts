import { connectDatabase } from "../db/client.ts";
import type { Engine } from "../docker/connect.ts";
import { platformStack } from "../domain/names.ts";
import { type Home, prepareHome, readSettings, type Settings, writeSettings } from "../home.ts";
import { observe } from "../reconcile/observe.ts";
import { createKey, loadKey, type MasterKey } from "../secrets/key.ts";
import { assertKeyFits } from "../tenants/assert-key-fits.ts";
import { allOrFirstError } from "./all-or-first-error.ts";
import { awaitEdge } from "./await-edge.ts";
import { awaitGuard } from "./await-guard.ts";
import { ensureBaseImage } from "./base-image.ts";
import { buildFrontend } from "./build-frontend.ts";
import { type BuiltImage, buildImages, type ImageName } from "./build-images.ts";
import { checkStackFile } from "./check-stack-file.ts";
import { awaitControlDatabase, controlPassword, controlVolumes, noteControlVolume } from "./control-database.ts";
import { assertPortFree, choosePortalPort } from "./edge-port.ts";
import { ensureEngine } from "./install-engine.ts";
import { listNetworksToGuard } from "./list-networks-to-guard.ts";
import { migrate } from "./migrate.ts";
import { livePid } from "./pid-file.ts";
import { bringUpPlatform } from "./platform-project.ts";
import { publishRelease } from "./release.ts";
import type { Reporter } from "./reporter.ts";
import { seedDefaults } from "./seed-defaults.ts";

export interface BringUpOptions {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly reporter: Reporter;
  readonly install: boolean;
  /** The edge's port; the last one used when left out. */
  readonly port: number | undefined;
}

export interface BroughtUp {
  readonly key: MasterKey;
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly releaseId: string;
}

export const defaultPort = 8080;

/**
 * Brings up what portal and worker stand on: engine, images, control database, edge, guard, and the
 * rows every installation starts with. Idempotent: what is there already is only looked at.
 * @throws compose_invalid before anything is touched; key_missing, key_wrong
 */
export async function bringUp(options: BringUpOptions): Promise<BroughtUp> {
  const { home, env, reporter } = options;
  checkStackFile(home);
  prepareHome(home);
  createKey(home, env);
  const key = loadKey(home, env);
  const before = readSettings(home);
  const port = options.port ?? before?.port ?? defaultPort;

  const engine = await reporter.step("Docker Engine", () => ensureEngine(options));
  if (!(await edgeRunsOn(engine, home, before, port))) await assertPortFree(port);
  const images = await reporter.step("Images", () => prepareImages(engine, options));

  const password = controlPassword(home, env);
  const dataVolumes = password === null ? [] : controlVolumes(home);
  const platform = (guardedNetworks: readonly string[]) =>
    bringUpPlatform(engine, home, { port, controlPassword: password, images, dataVolumes, guardedNetworks });
  // What to guard is in the control database; until that answers, the guard has what it had last time.
  const guardedBefore = before?.guardedNetworks ?? [];
  const databaseUrl = await reporter.step("Control database and edge", async () => {
    await platform(guardedBefore);
    const [url] = await allOrFirstError([awaitControlDatabase(home, env), awaitEdge(port)]);
    return url;
  });
  if (password !== null) noteControlVolume(home);

  const { releaseId, guardedNetworks } = await reporter.step("Migrations and release", async () => {
    await migrate(databaseUrl, home.project);
    const db = connectDatabase(databaseUrl, 2);
    try {
      await assertKeyFits(db, key);
      await seedDefaults(db, engine, home);
      return {
        guardedNetworks: await listNetworksToGuard(db, engine.endpoint),
        releaseId: await publishRelease(db, engine, home, images),
      };
    } finally {
      await db.$disconnect();
    }
  });
  const unguarded = await reporter.step("Guard between stacks", async () => {
    if (guardedNetworks.join() !== guardedBefore.join()) await platform(guardedNetworks);
    return awaitGuard(engine, home.namespace, guardedNetworks);
  });
  // The worker refuses to start stacks then; what runs already goes on.
  if (unguarded) reporter.say(`Warning: ${unguarded.message} ${unguarded.remedy}`);
  const settings = { port, portalPort: await portalPort(home, before, port), guardedNetworks };
  writeSettings(home, settings);
  return { key, settings, databaseUrl, releaseId };
}

async function edgeRunsOn(engine: Engine, home: Home, settings: Settings | null, port: number): Promise<boolean> {
  if (settings?.port !== port) return false;
  const platform = (await observe(engine, home.namespace, platformStack)).get(platformStack);
  return platform?.containers.some(({ service, state }) => service === "edge" && state === "running") ?? false;
}

async function prepareImages(engine: Engine, options: BringUpOptions): Promise<Record<ImageName, BuiltImage>> {
  const { home, reporter } = options;
  const [baseId] = await allOrFirstError([ensureBaseImage(engine, options), buildFrontend({ home, reporter })]);
  return buildImages(engine, { home, reporter, baseId });
}

/** The portal keeps its port, which the edge leads to; a running one occupies it rightly. */
async function portalPort(home: Home, before: Settings | null, port: number): Promise<number> {
  if (before !== null && livePid(home, "portal") !== null) return before.portalPort;
  return choosePortalPort(before?.portalPort, port);
}
