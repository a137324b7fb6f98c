import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { request } from "../../e2e/support/request.ts";
import { putSample } from "../../lib/stack-api/put-sample.ts";
import { signEnterToken } from "../../lib/stack-api/sign-enter-token.ts";
import { envFile } from "../../lib/worker/env-file.ts";
import type { Installation } from "../support/installation.ts";

export interface OpenStack {
  readonly host: string;
  /** What the admin's pages ask, signed in as an owner. @throws when it is refused */
  call(method: "GET" | "POST" | "PUT", path: string, body?: unknown): Promise<Readonly<Record<string, unknown>>>;
}

/** Brings up a client's stack with a sample site in it, and signs in to its CMS. */
export async function openStack(installation: Installation, slug: string, signal: AbortSignal): Promise<OpenStack> {
  const { freehold, home, port } = installation;
  await freehold(["onboard", slug], signal);
  const env = parseEnv(readFileSync(envFile(home, slug), "utf8"));
  const host = `${slug}.localhost`;
  const address = required(env, "API_ADDRESS");
  await putSample({ stack: slug, address, controlToken: required(env, "CONTROL_TOKEN") }, "bakery");

  const person = { stack: slug, email: "bench@example.org", name: "Bench", role: "owner" } as const;
  const token = signEnterToken(required(env, "SECRET_KEY"), person);
  const entered = await request(port, host, `/api/enter?token=${token}`);
  const cookie = (entered.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
  const headers = { cookie, origin: `http://${host}:${port}`, "x-requested-with": "cms-admin" };

  return {
    host,
    async call(method, path, body) {
      const json = body === undefined ? {} : { "content-type": "application/json" };
      const sent = { method, headers: { ...headers, ...json }, body: body === undefined ? "" : JSON.stringify(body) };
      const answer = await request(port, host, path, sent);
      if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body}`);
      return JSON.parse(answer.body) as Record<string, unknown>;
    },
  };
}

function required(env: NodeJS.Dict<string>, name: string): string {
  const value = env[name];
  if (value === undefined) throw new Error(`the stack's .env has no ${name}`);
  return value;
}
