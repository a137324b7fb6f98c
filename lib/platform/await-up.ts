import { setTimeout as sleep } from "node:timers/promises";
import { connectDatabase } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Home, Settings } from "../home.ts";
import { requestThroughEdge } from "./edge-request.ts";
import { livePid } from "./pid-file.ts";

const deadlineSeconds = 60;
const pollMs = 50;

/**
 * Waits until the portal answers through the edge and the worker has given a sign of life.
 * @param since when they were started; older signs of life are somebody else's
 * @throws not_up after the deadline, saying which of them is missing
 */
export async function awaitUp(home: Home, settings: Settings, databaseUrl: string, since: Date): Promise<void> {
  const deadline = Date.now() + deadlineSeconds * 1000;
  const db = connectDatabase(databaseUrl, 1);
  try {
    let missing = "the worker";
    while (Date.now() < deadline) {
      const beats = missing === "the worker" ? await db.workerBeat.count({ where: { beatAt: { gte: since } } }) : 1;
      if (beats > 0) missing = "the portal";
      if (missing === "the portal" && (await portalAnswers(settings.port))) return;
      await sleep(pollMs);
    }
    const name = missing === "the worker" ? "worker" : "portal";
    const how = livePid(home, name) === null ? "keeps ending" : "does not answer";
    throw failure("process_not_up", { name, how, seconds: deadlineSeconds, log: `${home.log}/${name}.log` });
  } finally {
    await db.$disconnect();
  }
}

async function portalAnswers(port: number): Promise<boolean> {
  const answer = await requestThroughEdge(port, "localhost", "/api/health", 5_000);
  return answer?.status === 200;
}
