import { setTimeout as sleep } from "node:timers/promises";
import type { Engine } from "../docker/connect.ts";
import { lastExit } from "../docker/containers.ts";
import type { Readiness } from "../domain/cure.ts";
import { type FreeholdError, failure } from "../errors.ts";
import { askReadiness } from "../stack-api/ask-readiness.ts";
import { askWeb, type WebState } from "../stack-api/ask-web.ts";
import { type Probed, probe, servicePorts } from "../stack-api/probe.ts";
import type { LoadedStack } from "../tenants/load-stack.ts";

/** Longest wait for a stack to answer after its containers were started. Seconds. */
const readySeconds = 60;
/**
 * A service that keeps ending is reported after this long, not at the end of the wait: soon for a
 * stack that was up already, later for one whose containers were just started. Seconds.
 */
const exitGraceSeconds = { up: 0.5, started: 10 } as const;
/** An API that was up and then says nothing for so long hangs: no wait helps it. Seconds. */
const silentSeconds = 8;
const answerSeconds = 2;
const pollMs = 15;

export interface Health {
  /** Whether api and web both say that they can serve. */
  readonly ready: boolean;
  /** Whether api has something to be sent out for it. */
  readonly outgoing: boolean;
  readonly web: WebState;
}

export async function askHealth({ addresses }: LoadedStack): Promise<Health> {
  const [api, web] = await Promise.all([askReadiness(addresses.api), askWeb(addresses.web)]);
  const ready = api.kind === "ready" && web.isUp;
  return { ready, outgoing: ready && api.outgoing, web };
}

/**
 * Asks the API whether it is ready and then for the site's first page, as a visitor would, until it
 * comes. The page alone would tell nothing of the API: nginx has it of its own (docs/decisions/0022).
 * @throws not_ready, container_exited
 */
export async function awaitReady(
  engine: Engine,
  stack: LoadedStack,
  before: keyof typeof exitGraceSeconds,
  signal: AbortSignal,
): Promise<void> {
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  const patienceMs = (before === "up" ? silentSeconds : answerSeconds) * 1000;
  let nextLook: number = exitGraceSeconds[before];
  for (;;) {
    const api = await askReadiness(stack.addresses.api, patienceMs);
    const page = api.kind === "ready" ? await probe(stack.addresses.web, servicePorts.web, "/") : null;
    if (typeof page === "object" && page?.status === 200) return;
    signal.throwIfAborted();
    if (seconds() > nextLook) {
      const exited = await findExited(engine, stack);
      if (exited) throw exited;
      nextLook = seconds() + exitGraceSeconds[before];
    }
    if (before === "up" && api.kind === "silent") throw notReady(stack, silentSeconds, api, page);
    if (seconds() > readySeconds) throw notReady(stack, readySeconds, api, page);
    await sleep(pollMs);
  }
}

async function findExited(engine: Engine, { spec, row }: LoadedStack): Promise<FreeholdError | null> {
  for (const { name, container } of spec.services) {
    const exit = await lastExit(engine, container);
    if (exit)
      return failure("container_exited", {
        service: name,
        stack: row.name,
        exitCode: exit.oomKilled ? `${exit.code} (out of memory)` : exit.code,
      });
  }
  return null;
}

function notReady({ row }: LoadedStack, seconds: number, api: Readiness, page: Probed | null): FreeholdError {
  return failure("not_ready", { stack: row.name, seconds, why: whyNotReady(api, page) });
}

function whyNotReady(api: Readiness, page: Probed | null): string {
  switch (api.kind) {
    case "unready":
      return api.why;
    case "silent":
      return "its API takes connections and answers nothing";
    case "absent":
      return "its API takes no connection";
    case "ready":
      return page === null || typeof page === "string"
        ? "its web server does not answer"
        : `its site answers with status ${page.status}`;
  }
}
