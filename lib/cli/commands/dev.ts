import { failure } from "../../errors.ts";
import { awaitUp } from "../../platform/await-up.ts";
import { bringUp } from "../../platform/bring-up.ts";
import { portalUrl, programs } from "../../platform/programs.ts";
import { runSupervised } from "../../platform/run-supervised.ts";
import { stopProcesses } from "../../platform/stop-process.ts";
import type { Context } from "../context.ts";
import { firstAdminUrl } from "../first-admin-url.ts";
import { withDatabase } from "../installation.ts";

const interrupted = 130;

export async function dev(context: Context, options: { readonly port?: number }): Promise<number> {
  const { home, env, out } = context;
  if (out.json) throw failure("usage", { why: "dev is for people; it has no --json." });
  const { settings, key, databaseUrl } = await bringUp({
    home,
    env,
    reporter: out.reporter,
    install: context.install,
    port: options.port,
  });
  await stopProcesses(home);
  const since = new Date();
  const running = runSupervised(home, programs({ home, env, settings, key, development: true }), (text) =>
    out.say(text),
  );
  try {
    await out.reporter.step("Portal and worker", () =>
      Promise.race([awaitUp(home, settings, databaseUrl, since), running.done]),
    );
    const adminUrl = await withDatabase(context, (db) => firstAdminUrl(db, settings.port));
    out.say(`Portal at ${portalUrl(settings.port)}, changing as you save; logs in ${home.log}. Ctrl-C stops it.`);
    if (adminUrl) out.say(`First admin: ${adminUrl}`);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return (await running.done) === "SIGINT" ? interrupted : 0;
}
