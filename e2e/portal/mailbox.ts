import { resolve } from "node:path";
import { expect } from "@playwright/test";
import { runProgram } from "../support/run-program.ts";

const project = resolve(import.meta.dirname, "../..");

interface Mail {
  readonly to: string;
  readonly kind: string;
  readonly text: string;
}

/** The outbox as the command line prints it, the newest last. */
export async function mailsTo(to: string): Promise<Mail[]> {
  const { code, stdout, stderr } = await runProgram(
    [resolve(project, "freehold"), "mail", "--to", to, "--last", "20", "--json"],
    process.env,
  );
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Mail[];
}

/** Where the newest mail of a kind leads, once there is one. */
export async function mailedLink(to: string, kind: string): Promise<string> {
  let link = "";
  await expect
    .poll(async () => {
      const text = (await mailsTo(to)).findLast((mail) => mail.kind === kind)?.text ?? "";
      link = /https?:\/\/\S+/.exec(text)?.[0] ?? "";
      return link;
    })
    .not.toBe("");
  return link;
}
