import type { CheckStatus } from "../../platform/doctor/check.ts";
import { runDoctor } from "../../platform/doctor/run-doctor.ts";
import type { Context } from "../context.ts";
import { padText } from "../text-width.ts";

const anyFailed = 1;

/** @returns 1 when a check fails; warnings are no failure */
export async function doctor({ home, env, out }: Context): Promise<number> {
  const results = await runDoctor(home, env);
  const marks: Record<CheckStatus, string> = {
    ok: out.colours.green("ok  "),
    warn: out.colours.yellow("warn"),
    fail: out.colours.red("fail"),
  };
  const width = Math.max(...results.map(({ check }) => check.length));
  out.result(results, () =>
    results.flatMap(({ check, status, message, remedy }) => [
      `${marks[status]}  ${padText(check, width)}  ${message}`,
      ...(remedy === "" ? [] : [`      ${padText("", width)}  → ${remedy}`]),
    ]),
  );
  return results.some(({ status }) => status === "fail") ? anyFailed : 0;
}
