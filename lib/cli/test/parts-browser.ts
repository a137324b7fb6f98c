import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium, stillNetwork } from "./chromium.ts";
import { type Count, failed, settle } from "./count.ts";
import { freePort } from "./free-port.ts";
import type { Bench, Installation, Part, RunInLog } from "./part.ts";
import { countPlaywright } from "./reports.ts";

/** The CMS's rich text editor by itself, built as a client gets it; it needs no engine. */
export const editor: Part = {
  name: "editor",
  async run(bench, program) {
    const chromium = await ensureChromium(bench);
    const port = String(await freePort());
    const env = { ...stillNetwork(bench, chromium, port), FREEHOLD_LAB_PORT: port };
    return runPlaywright(bench, program, env, ["--config", "stack/frontend/lab/playwright.config.ts"]);
  },
};

/** The portal in a real browser, on an installation with one client. */
export const portal: Part = {
  name: "portal",
  async run(bench, program) {
    const { env, portalUrl, adminUrl, chromium } = await installationFor(bench, program);
    const slug = "acme";
    const onboarded = await program(["./freehold", "onboard", slug, "--name", "Acme Inc.", "--json"], { env });
    if (onboarded.code !== 0) return failed;
    return runPlaywright(bench, program, {
      ...env,
      FREEHOLD_E2E_PORTAL_URL: portalUrl,
      FREEHOLD_E2E_ADMIN_URL: adminUrl,
      FREEHOLD_E2E_SLUG: slug,
      ...stillNetwork(bench, chromium, new URL(portalUrl).port),
    });
  },
};

/** What people do with a CMS, in a real browser and through the edge: two clients of the same installation. */
export const cms: Part = {
  name: "cms",
  async run(bench, program) {
    const { env, portalUrl, chromium } = await installationFor(bench, program);
    const links: string[] = [];
    for (const slug of ["lighthouse", "driftwood"]) {
      const onboarded = await program(["./freehold", "onboard", slug, "--json"], { env });
      const link = /https?:\/\/[^"\s]+\?token=[^"\s]+/.exec(onboarded.output)?.[0];
      if (onboarded.code !== 0 || link === undefined) return failed;
      links.push(link);
    }
    const [FREEHOLD_E2E_CMS_URL, FREEHOLD_E2E_OTHER_CMS_URL] = links;
    return runPlaywright(
      bench,
      program,
      {
        ...env,
        FREEHOLD_E2E_CMS_URL,
        FREEHOLD_E2E_OTHER_CMS_URL,
        ...stillNetwork(bench, chromium, new URL(portalUrl).port),
      },
      ["--config", "e2e/cms/playwright.config.ts"],
    );
  },
};

async function installationFor(bench: Bench, program: RunInLog): Promise<Installation & { readonly chromium: string }> {
  const chromium = await ensureChromium(bench);
  return { ...(await bench.installation(program)), chromium };
}

async function runPlaywright(
  bench: Bench,
  program: RunInLog,
  env: Readonly<Record<string, string | undefined>>,
  options: readonly string[] = [],
): Promise<Count> {
  const report = join(bench.scratch, `${randomUUID()}.json`);
  const cli = join(bench.home.project, "node_modules", "@playwright", "test", "cli.js");
  const { code } = await program([process.execPath, cli, "test", "--reporter=list,json", ...options], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return settle(existsSync(report) ? countPlaywright(readFileSync(report, "utf8")) : { passed: 0, failed: 0 }, code);
}
