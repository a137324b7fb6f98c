import { join } from "node:path";
import { whyNotAnswering } from "../../db/why-not-answering.ts";
import type { Home } from "../../home.ts";
import { readWorkerBeat } from "../../tenants/read-worker-beat.ts";
import { isPortFree } from "../edge-port.ts";
import { requestThroughEdge } from "../edge-request.ts";
import { pendingMigrationNames } from "../migrate.ts";
import { livePid, type ProcessName } from "../pid-file.ts";
import { type Check, cannotTell, fail, ok, warn } from "./check.ts";

const run = "Run ./freehold up.";
const requestMs = 3_000;

const seeLog = (home: Home, name: ProcessName): string => `See ${join(home.log, `${name}.log`)}.`;

export const platformChecks: readonly Check[] = [
  {
    name: "control database",
    async run({ databaseUrl, home }) {
      if (databaseUrl === null) return fail("There is no control database yet", run);
      const why = await whyNotAnswering(databaseUrl);
      if (why !== null) return fail(`The control database does not answer: ${why}`, run);
      const pending = await pendingMigrationNames(databaseUrl, home.project);
      return pending.length === 0
        ? ok("Answers, and every migration is applied")
        : fail(`Migrations are missing: ${pending.join(", ")}`, run);
    },
  },
  {
    name: "ports",
    async run({ settings }) {
      if (!settings) return fail("Nothing was brought up yet", run);
      const { port, portalPort } = settings;
      if (await isPortFree(port)) return fail(`Nobody listens on the edge's port ${port}`, run);
      return ok(`${port} (edge), 127.0.0.1:${portalPort} (portal)`);
    },
  },
  {
    name: "edge",
    async run({ settings, home }) {
      if (!settings) return fail("Nothing was brought up yet", run);
      const answer = await requestThroughEdge(settings.port, "nobody.invalid", "/", requestMs);
      if (answer === null) return fail(`Nothing answers on port ${settings.port}`, run);
      if (answer.status === 404) return ok("Answers, and an unknown host gets a plain 404");
      return fail(
        `An unknown host gets ${answer.status}; the worker has loaded no configuration yet`,
        seeLog(home, "worker"),
      );
    },
  },
  {
    name: "portal",
    async run({ settings, home }) {
      if (!settings) return fail("Nothing was brought up yet", run);
      if (livePid(home, "portal") === null) return fail("The portal does not run", run);
      const answer = await requestThroughEdge(settings.port, "localhost", "/api/health", requestMs);
      if (answer?.status === 200) return ok("Answers through the edge");
      if (answer === null) return fail("The edge does not lead to it", "See the failed check of the edge.");
      return fail(`Through the edge it answers ${answer.status}`, seeLog(home, "portal"));
    },
  },
  {
    name: "worker",
    async run({ db, home }) {
      if (livePid(home, "worker") === null) return fail("The worker does not run", run);
      if (!db) return cannotTell("the control database is away");
      const { lastBeatAt, isAway } = await readWorkerBeat(db);
      if (!isAway) return ok("Gave a sign of life within the last 15 s");
      return fail(`Last sign of life: ${lastBeatAt?.toISOString() ?? "never"}`, seeLog(home, "worker"));
    },
  },
  {
    name: "supervisor",
    async run({ home }) {
      if (livePid(home, "supervisor") !== null) return ok("Starts portal and worker again when they end");
      return fail("Nobody would start portal and worker again", run);
    },
  },
  {
    name: "clients",
    async run({ db }) {
      if (!db) return cannotTell("the control database is away");
      const failed = await db.stack.findMany({
        // The warm pool mends itself, and a demo ends by itself.
        where: { phase: "failed", kind: "tenant" },
        orderBy: { name: "asc" },
        select: { name: true, lastErrorMessage: true, lastErrorRemedy: true },
      });
      const [first] = failed;
      if (!first) return ok("None has failed for good");
      const more = failed.length - 1;
      const others =
        more > 0 ? ` So ${more === 1 ? "has one other" : `have ${more} others`}: see ./freehold list.` : "";
      const why = first.lastErrorMessage ?? "no reason was noted.";
      return fail(
        `“${first.name}” has failed: ${why}${others}`,
        first.lastErrorRemedy ?? `See ./freehold status ${first.name}.`,
      );
    },
  },
  {
    name: "orphans",
    async run({ db }) {
      if (!db) return cannotTell("the control database is away");
      const orphans = await db.orphan.findMany({ orderBy: { firstSeenAt: "asc" } });
      if (orphans.length === 0) return ok("None");
      const named = orphans
        .slice(0, 3)
        .map(({ kind, name }) => `${kind} ${name}`)
        .join(", ");
      return warn(
        `${orphans.length === 1 ? "One Docker object belongs" : `${orphans.length} Docker objects belong`} to no client: ${named}`,
        "Look at them, then remove them with docker.",
      );
    },
  },
];
