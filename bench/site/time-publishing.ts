import { request } from "../../e2e/support/request.ts";
import type { OpenStack } from "./open-stack.ts";

/**
 * From the click on Publish to the first answer with what was published, at an address that had been
 * cached. Milliseconds, one for each run.
 */
export async function timePublishing(
  { host, call }: OpenStack,
  port: number,
  runs: number,
  signal: AbortSignal,
): Promise<number[]> {
  let entry = await call("POST", "/api/entries", { type: "page", title: "Timed", data: { body: "<p>state 0</p>" } });
  const at = `/api/entries/${entry.id}`;
  await call("POST", `${at}/publish`);
  const times: number[] = [];
  for (let run = 1; run <= runs; run++) {
    signal.throwIfAborted();
    for (let visit = 0; visit < 3; visit++) await request(port, host, "/timed");
    const saved = { version: entry.version, title: "Timed", data: { body: `<p>state ${run}</p>` } };
    entry = await call("PUT", at, saved);
    const begun = performance.now();
    const publishing = call("POST", `${at}/publish`);
    times.push((await firstWith(`state ${run}<`, () => request(port, host, "/timed"))) - begun);
    entry = await publishing;
  }
  return times;
}

const patienceMs = 10_000;

async function firstWith(text: string, ask: () => Promise<{ body: string }>): Promise<number> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const { body } = await ask();
    if (body.includes(text)) return performance.now();
    if (performance.now() > deadline) throw new Error(`“${text}” was not public within ${patienceMs / 1000} s`);
  }
}
