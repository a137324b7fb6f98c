import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Engine } from "../docker/connect.ts";
import { lastExit } from "../docker/containers.ts";
import { type FreeholdError, failure } from "../errors.ts";
import type { LoadedStack } from "../tenants/load-stack.ts";

/** Longest wait for a stack to answer after its containers were started. Seconds. */
export const readySeconds = 60;
/**
 * A service that keeps ending is reported after this long, not at the end of the wait: soon for a
 * stack that was up already, later for one whose containers were just started. Seconds.
 */
const exitGraceSeconds = { up: 0.5, started: 10 } as const;
const pollMs = 15;
const answerMs = 2_000;

const ports = { api: 8000, web: 8080 } as const;

/** One GET. @returns status and body, or null when nobody answered in time */
export function probe(
  host: string,
  port: number,
  path: string,
  timeoutMs = answerMs,
): Promise<{ status: number; body: string } | null> {
  return new Promise((resolve) => {
    const request = http.get({ host, port, path, agent: false, timeout: timeoutMs }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        if (body.length < 4_096) body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      response.on("error", () => resolve(null));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(null));
    request.on("close", () => resolve(null));
  });
}

/** Whether api and web both say that they can serve, and whether api has something to be sent out for it. */
export async function askHealth({ addresses }: LoadedStack): Promise<{ ready: boolean; outgoing: boolean }> {
  const [api, web] = await Promise.all([
    probe(addresses.api, ports.api, "/readyz"),
    probe(addresses.web, ports.web, "/healthz"),
  ]);
  const ready = api?.status === 200 && web?.status === 200;
  return { ready, outgoing: ready && /"outgoing":\s*[1-9]/.test(api.body) };
}

/**
 * Asks for the site's first page, as a visitor would, until it comes.
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
  let nextLook: number = exitGraceSeconds[before];
  for (;;) {
    const answer = await probe(stack.addresses.web, ports.web, "/");
    if (answer?.status === 200) return;
    signal.throwIfAborted();
    if (seconds() > nextLook) {
      const exited = await findExited(engine, stack);
      if (exited) throw exited;
      nextLook = seconds() + exitGraceSeconds[before];
    }
    if (seconds() > readySeconds) throw await whyNotReady(stack, answer?.status ?? null);
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

async function whyNotReady(stack: LoadedStack, status: number | null): Promise<FreeholdError> {
  const api = await probe(stack.addresses.api, ports.api, "/readyz");
  const reason = /"reason":\s*"([^"]+)"/.exec(api?.body ?? "")?.[1];
  const why = reason ?? (status === null ? "its web server does not answer" : `its site answers with status ${status}`);
  return failure("not_ready", { stack: stack.row.name, seconds: readySeconds, why });
}
