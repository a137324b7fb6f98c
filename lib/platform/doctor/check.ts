import type { Db } from "../../db/client.ts";
import type { Engine } from "../../docker/connect.ts";
import { asFreeholdError } from "../../errors.ts";
import type { Home, Settings } from "../../home.ts";

export type CheckStatus = "ok" | "warn" | "fail";

export interface Finding {
  readonly status: CheckStatus;
  readonly message: string;
  /** The one thing to do; empty when all is well. */
  readonly remedy: string;
}

export interface CheckResult extends Finding {
  readonly check: string;
}

/** What checks look at. What is null could not be had; another check says why. */
export interface Patient {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly engine: Engine;
  readonly settings: Settings | null;
  readonly databaseUrl: string | null;
  readonly db: Db | null;
}

export interface Check {
  readonly name: string;
  readonly run: (patient: Patient) => Promise<Finding>;
}

export const ok = (message: string): Finding => ({ status: "ok", message, remedy: "" });
export const warn = (message: string, remedy: string): Finding => ({ status: "warn", message, remedy });
export const fail = (message: string, remedy: string): Finding => ({ status: "fail", message, remedy });

/** What a check says that stands on something that is not there. */
export const cannotTell = (missing: string): Finding => warn(`Not checked, as ${missing}.`, "See the failed check.");

/** One check's result; a check that breaks has found something too. */
export async function examine(check: Check, patient: Patient): Promise<CheckResult> {
  try {
    return { check: check.name, ...(await check.run(patient)) };
  } catch (thrown) {
    const error = asFreeholdError(thrown);
    const message = error.code === "unexpected" ? `${error.message} ${error.detail ?? ""}`.trim() : error.message;
    return { check: check.name, ...fail(message, error.remedy) };
  }
}
