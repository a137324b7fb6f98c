import { statfs } from "node:fs/promises";
import { engineInfo } from "../../docker/connect.ts";
import { findImage } from "../../docker/images.ts";
import { listSubnets } from "../../docker/list-subnets.ts";
import { overlaps, parseCidr, stackPrefix } from "../../domain/subnets.ts";
import { listNetworksToGuard } from "../list-networks-to-guard.ts";
import { guardProblem, lookAtGuard } from "../look-at-guard.ts";
import { type Check, cannotTell, fail, ok, type Patient, warn } from "./check.ts";

const oldestEngine = 20;
const gib = 1024 ** 3;
/** Room for a few dozen stacks (FACTS: 46 MB of data each, images are shared). */
const comfortableDisk = 5 * gib;
const leastDisk = gib;
const fewSubnetsLeft = 16;

export const engineChecks: readonly Check[] = [
  {
    name: "engine",
    async run({ engine }) {
      const { version, apiVersion } = await engineInfo(engine);
      const text = `Docker Engine ${version} (API ${apiVersion}) at ${engine.endpoint}`;
      if (Number.parseInt(version, 10) >= oldestEngine) return ok(text);
      return fail(`${text} is too old`, `Upgrade it to ${oldestEngine}.10 or newer.`);
    },
  },
  {
    name: "images",
    async run({ engine, db }) {
      if (!db) return cannotTell("the control database is away");
      const release = await db.release.findFirst({ orderBy: { createdAt: "desc" } });
      if (!release) return fail("No release was built yet", "Run ./freehold up.");
      const ids = Object.values(release.imageIds as Record<string, string>);
      const found = await Promise.all(ids.map((id) => findImage(engine, id)));
      const missing = found.filter((id) => id === null).length;
      if (missing === 0) return ok(`Release ${release.id}: ${ids.length} images on the engine`);
      return fail(
        `Release ${release.id}: ${missing} of ${ids.length} images are missing`,
        "Run ./freehold up, which builds them.",
      );
    },
  },
  { name: "subnet pool", run: checkSubnetPool },
  { name: "isolation", run: checkIsolation },
  {
    name: "disk",
    async run({ engine, home }) {
      const { root } = await engineInfo(engine);
      const spaces = await Promise.all([freeSpace(root), freeSpace(home.root)]);
      const free = Math.min(...spaces.filter((space) => space !== null));
      if (!Number.isFinite(free)) return warn("Free space is unknown; the engine is elsewhere", "Look there.");
      const text = `${(free / gib).toFixed(1)} GiB free`;
      if (free >= comfortableDisk) return ok(text);
      const remedy = `Free space below ${root}; old images can be removed with docker image rm.`;
      return free >= leastDisk ? warn(text, remedy) : fail(text, remedy);
    },
  },
];

async function checkSubnetPool({ engine, db }: Patient) {
  if (!db) return cannotTell("the control database is away");
  const row = await db.engine.findFirst({ where: { endpoint: engine.endpoint } });
  if (!row) return fail("This engine is not known", "Run ./freehold up.");
  const pool = parseCidr(row.subnetPool);
  const own = await db.subnet.findMany({ where: { engineId: row.id }, select: { cidr: true } });
  const handedOut = new Set(own.map(({ cidr }) => cidr));
  const strangers = (await listSubnets(engine)).filter(
    (cidr) => !handedOut.has(cidr) && overlaps(parseCidr(cidr), pool),
  );
  const size = 2 ** (stackPrefix - pool.prefix);
  const text = `${row.subnetPool}: ${own.length} of ${size} subnets in use`;
  if (strangers.length > 0) {
    const remedy = "They are skipped; remove those networks, or those of clients that were purged.";
    return warn(`${text}; networks that are not in our rows overlap: ${strangers.slice(0, 3).join(", ")}`, remedy);
  }
  return size - own.length >= fewSubnetsLeft
    ? ok(text)
    : warn(text, "Purge closed tenants or give the engine a larger pool.");
}

/** Whether the kernel of the engine's host has the rules that keep stacks apart, and somebody who keeps them there. */
async function checkIsolation({ engine, db, home }: Patient) {
  if (!db) return cannotTell("the control database is away");
  const networks = await listNetworksToGuard(db, engine.endpoint);
  if (networks.length === 0) return fail("This engine is not known", "Run ./freehold up.");
  const look = await lookAtGuard(engine, home.namespace);
  const problem = networks.map((network) => guardProblem(look, network)).find((found) => found !== null);
  if (problem) return fail(problem.message, problem.remedy);
  return ok(`The guard runs, and routing rules close ${networks.join(", ")} to all but this host`);
}

async function freeSpace(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
