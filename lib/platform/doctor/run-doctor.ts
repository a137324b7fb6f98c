import { connectDatabase } from "../../db/client.ts";
import { databaseUrl } from "../../db/database-url.ts";
import { whyNotAnswering } from "../../db/why-not-answering.ts";
import { connectEngine, localEndpoint } from "../../docker/connect.ts";
import { FreeholdError } from "../../errors.ts";
import { type Home, readSettings } from "../../home.ts";
import { type CheckResult, examine, type Patient } from "./check.ts";
import { engineChecks } from "./engine-checks.ts";
import { machineChecks } from "./machine-checks.ts";
import { platformChecks } from "./platform-checks.ts";
import { poolCheck } from "./pool-check.ts";

/** Runs every check side by side; none keeps another from being made. */
export async function runDoctor(home: Home, env: NodeJS.ProcessEnv): Promise<CheckResult[]> {
  const url = urlIfThere(home, env);
  const db = url !== null && (await whyNotAnswering(url)) === null ? connectDatabase(url, 4) : null;
  const engine = connectEngine(localEndpoint(env));
  const patient: Patient = { home, env, engine, settings: readSettings(home), databaseUrl: url, db };
  try {
    return await Promise.all(
      [...engineChecks, ...platformChecks, poolCheck, ...machineChecks].map((check) => examine(check, patient)),
    );
  } finally {
    await db?.$disconnect();
  }
}

function urlIfThere(home: Home, env: NodeJS.ProcessEnv): string | null {
  try {
    return databaseUrl(home, env);
  } catch (error) {
    if (error instanceof FreeholdError && error.code === "not_up") return null;
    throw error;
  }
}
