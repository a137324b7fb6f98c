import { allOrFirstError } from "../../platform/all-or-first-error.ts";
import { awaitUp } from "../../platform/await-up.ts";
import { type BroughtUp, bringUp } from "../../platform/bring-up.ts";
import { buildPortal } from "../../platform/portal-build.ts";
import { portalUrl, programs } from "../../platform/programs.ts";
import { noteRun, runFingerprint, runsWith } from "../../platform/run-state.ts";
import { runSupervised } from "../../platform/run-supervised.ts";
import { startDetached } from "../../platform/start-detached.ts";
import { stopProcesses } from "../../platform/stop-process.ts";
import type { Context } from "../context.ts";
import { firstAdminUrl } from "../first-admin-url.ts";
import { withDatabase } from "../installation.ts";

export interface UpOptions {
  readonly port?: number;
  readonly detach?: boolean;
}

const interrupted = 130;

export async function up(context: Context, options: UpOptions): Promise<number> {
  const { home, env, out } = context;
  const { reporter } = out;
  const [portalHash, brought] = await allOrFirstError([
    buildPortal({ home, reporter }),
    bringUp({ home, env, reporter, install: context.install, port: options.port }),
  ]);
  const { settings, key, databaseUrl } = brought;
  const fingerprint = await runFingerprint({ home, settings, portalHash, development: false, env: context.env });
  if (runsWith(home, fingerprint)) {
    await answer(context, brought, "Freehold is up already, with the same settings.");
    return 0;
  }

  await stopProcesses(home);
  const since = new Date();
  if (options.detach) {
    startDetached(home, env);
    try {
      await reporter.step("Portal and worker", () => awaitUp(home, settings, databaseUrl, since));
    } catch (error) {
      await stopProcesses(home);
      throw error;
    }
    noteRun(home, fingerprint);
    await answer(context, brought, "Freehold is up.");
    return 0;
  }

  const running = runSupervised(home, programs({ home, env, settings, key }), (text) => out.say(text));
  try {
    await reporter.step("Portal and worker", () =>
      Promise.race([awaitUp(home, settings, databaseUrl, since), running.done]),
    );
    noteRun(home, fingerprint);
    await answer(context, brought, "Freehold is up. Ctrl-C stops portal and worker; sites go on running.");
  } catch (error) {
    await running.stop();
    throw error;
  }
  const signal = await running.done;
  // The terminal has written ^C where the cursor stood.
  out.say(`${process.stderr.isTTY ? "\n" : ""}Portal and worker have stopped; sites go on running.`);
  return signal === "SIGINT" ? interrupted : 0;
}

async function answer(context: Context, { settings }: BroughtUp, headline: string): Promise<void> {
  const { home, out } = context;
  const adminUrl = await withDatabase(context, (db) => firstAdminUrl(db, settings.port));
  const url = portalUrl(settings.port);
  out.result({ portalUrl: url, adminUrl, port: settings.port, namespace: home.namespace }, () => [
    headline,
    "",
    `  Portal       ${out.colours.bold(url)}`,
    ...(adminUrl ? [`  First admin  ${adminUrl}`, "               (works once, for 24 hours)"] : []),
    "",
    '  Next: ./freehold onboard acme --name "Acme Inc."',
  ]);
}
