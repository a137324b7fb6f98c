import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { controlSocketDir } from "../db/database-url.ts";
import type { Engine } from "../docker/connect.ts";
import { parseCompose } from "../domain/compose/parse.ts";
import { resolveProject } from "../domain/compose/project.ts";
import { guardService, platformStack } from "../domain/names.ts";
import type { ProjectSpec } from "../domain/spec.ts";
import type { Home } from "../home.ts";
import { reconcileProject } from "../reconcile/reconcile-project.ts";
import type { BuiltImage } from "./build-images.ts";
import { silentRecorder } from "./silent-recorder.ts";

export interface PlatformSettings {
  readonly port: number;
  /** Password of our own control database; null when DATABASE_URL names another one. */
  readonly controlPassword: string | null;
  readonly images: { readonly db: BuiltImage; readonly edge: BuiltImage; readonly guard: BuiltImage };
  /** Full names of volumes that hold data already; one that is missing is an error, not a to-do. */
  readonly dataVolumes: readonly string[];
  /** What the guard keeps apart from everything; none while no pool was chosen yet, and then there is no guard. */
  readonly guardedNetworks: readonly string[];
}

/** Folder of the edge's admin socket, which the worker loads configurations through. */
export const edgeSocketDir = (home: Home): string => join(home.sockets, "edge");

const edgeUser = 10004;
const firstFreePort = 1024;

/** Creates or changes what differs of control database, edge and guard; with nothing to do it only looks. */
export async function bringUpPlatform(engine: Engine, home: Home, settings: PlatformSettings): Promise<number> {
  for (const folder of [controlSocketDir(home), edgeSocketDir(home)]) {
    mkdirSync(folder, { recursive: true });
    // Containers have users of their own; the folder around it lets nobody else in.
    chmodSync(folder, 0o777);
  }
  return reconcileProject(engine, platformSpec(home, settings), {
    namespace: home.namespace,
    wanted: "running",
    dataVolumes: settings.dataVolumes,
    recorder: silentRecorder,
    signal: new AbortController().signal,
  });
}

function platformSpec(home: Home, settings: PlatformSettings): ProjectSpec {
  const folder = join(home.project, "lib", "platform");
  const file = join(folder, "docker-compose.yml");
  const spec = resolveProject(parseCompose(readFileSync(file, "utf8"), file, variables(home, settings)), {
    namespace: home.namespace,
    stack: platformStack,
    imageIds: {
      controldb: settings.images.db.id,
      edge: settings.images.edge.id,
      guard: settings.images.guard.id,
    },
    file,
    folder,
  });
  const left = [
    ...(settings.controlPassword === null ? ["controldb"] : []),
    ...(settings.guardedNetworks.length === 0 ? [guardService] : []),
  ];
  return {
    ...spec,
    services: spec.services.filter(({ name }) => !left.includes(name)),
    volumes: spec.volumes.filter(({ key }) => !left.includes(key)),
  };
}

function variables(
  home: Home,
  { port, controlPassword, images, guardedNetworks }: PlatformSettings,
): Record<string, string> {
  // The admin socket belongs to whoever runs the edge, and only its owner and root may use it.
  const uid = process.getuid?.() || edgeUser;
  const gid = process.getuid?.() ? (process.getgid?.() ?? edgeUser) : edgeUser;
  return {
    CONTROLDB_IMAGE: images.db.reference,
    CONTROLDB_PASSWORD: controlPassword ?? "unused",
    CONTROLDB_SOCKETS: controlSocketDir(home),
    EDGE_IMAGE: images.edge.reference,
    EDGE_PORT: String(port),
    EDGE_SOCKETS: edgeSocketDir(home),
    EDGE_USER: `${uid}:${gid}`,
    EDGE_NO_NEW_PRIVILEGES: String(port >= firstFreePort),
    GUARD_IMAGE: images.guard.reference,
    GUARD_NETWORKS: guardedNetworks.join(" ") || "none",
  };
}
