import { randomInt, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { homeOf, newNamespace, ownerFileOf, removeInstallation } from "../../../e2e/support/namespace.ts";
import { isPortFree } from "../../platform/edge-port.ts";
import { processIdentity } from "../../platform/process-identity.ts";
import { ensureChromium } from "./chromium.ts";
import { type Count, failed, settle } from "./count.ts";
import type { Bench, Part, RunInLog } from "./part.ts";
import { countPlaywright } from "./reports.ts";

/** The CMS's rich text editor by itself, built as a client gets it; it needs no engine. */
export const editor: Part = {
  name: "editor",
  async run(bench, program) {
    const chromium = await ensureChromium(bench);
    const env = { FREEHOLD_E2E_CHROMIUM: chromium, FREEHOLD_LAB_PORT: String(await freePort()) };
    return runPlaywright(bench, program, env, ["--config", "stack/frontend/lab/playwright.config.ts"]);
  },
};

/** The portal in a real browser, on an installation of its own with one client. */
export const portal: Part = {
  name: "portal",
  async run(bench, program) {
    const chromium = await ensureChromium(bench);
    await bench.images();
    return withInstallation(bench, program, async (env, adminUrl, portalUrl) => {
      const slug = "acme";
      const onboarded = await program(["./freehold", "onboard", slug, "--name", "Acme Inc.", "--json"], { env });
      if (onboarded.code !== 0) return failed;
      return runPlaywright(bench, program, {
        ...env,
        FREEHOLD_E2E_PORTAL_URL: portalUrl,
        FREEHOLD_E2E_ADMIN_URL: adminUrl,
        FREEHOLD_E2E_SLUG: slug,
        FREEHOLD_E2E_CHROMIUM: chromium,
      });
    });
  },
};

type Env = Readonly<Record<string, string | undefined>>;

async function withInstallation(
  bench: Bench,
  program: RunInLog,
  work: (env: Env, adminUrl: string, portalUrl: string) => Promise<Count>,
): Promise<Count> {
  const { docker } = await bench.engine();
  const namespace = newNamespace();
  const home = homeOf(namespace);
  mkdirSync(home, { mode: 0o700 });
  // Whoever looks for leftovers sees that this one is in use.
  writeFileSync(ownerFileOf(namespace), processIdentity(process.pid) ?? "");
  // All of it comes from one address, in minutes.
  const env = { FREEHOLD_NAMESPACE: namespace, FREEHOLD_HOME: home, FREEHOLD_LIMIT_FACTOR: "100" };
  try {
    const up = await program(["./freehold", "up", "--detach", "--port", String(await freePort())], { env });
    if (up.code !== 0) return failed;
    const link = await program(["./freehold", "admin-link", "--json"], { env });
    const adminUrl = /https?:\/\/[^"\s]+/.exec(link.output)?.[0];
    if (link.code !== 0 || adminUrl === undefined) return failed;
    return await work(env, adminUrl, new URL(adminUrl).origin);
  } finally {
    await removeInstallation(docker, namespace);
  }
}

async function runPlaywright(
  bench: Bench,
  program: RunInLog,
  env: Env,
  options: readonly string[] = [],
): Promise<Count> {
  const report = join(bench.scratch, `${randomUUID()}.json`);
  const cli = join(bench.home.project, "node_modules", "@playwright", "test", "cli.js");
  const { code } = await program([process.execPath, cli, "test", "--reporter=list,json", ...options], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return settle(existsSync(report) ? countPlaywright(readFileSync(report, "utf8")) : { passed: 0, failed: 0 }, code);
}

/** Below the range that outgoing connections are given. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(26_000, 32_000);
    if (await isPortFree(port)) return port;
  }
}
