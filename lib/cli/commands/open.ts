import { spawn } from "node:child_process";
import { siteUrl } from "../../domain/site-url.ts";
import { parseSlug } from "../../domain/slug.ts";
import { failure } from "../../errors.ts";
import { findProgram } from "../../platform/apt.ts";
import type { Context } from "../context.ts";
import { requireSettings, withDatabase } from "../installation.ts";

export async function open(context: Context, slugText: string): Promise<undefined> {
  const slug = parseSlug(slugText);
  const { port } = requireSettings(context.home);
  const tenant = await withDatabase(context, (db) =>
    db.tenant.findUnique({ where: { slug }, select: { purgedAt: true, region: { select: { baseDomain: true } } } }),
  );
  if (!tenant) throw failure("tenant_unknown", { slug });
  if (tenant.purgedAt) throw failure("tenant_purged", { slug });
  const url = siteUrl(slug, tenant.region.baseDomain, port);
  context.out.result({ slug, url }, () => [url]);
  await openBrowser(url, context);
  return undefined;
}

/** Only where somebody sits in front of a screen. */
async function openBrowser(url: string, { env, out }: Context): Promise<void> {
  const hasScreen = Boolean(env.DISPLAY || env.WAYLAND_DISPLAY) && process.stdout.isTTY;
  const opener = hasScreen && !out.json ? await findProgram("xdg-open", env) : null;
  if (opener === null) return;
  const child = spawn(opener, [url], { detached: true, stdio: "ignore" });
  child.on("error", (error) => out.say(`No browser could be opened: ${error.message}`));
  child.unref();
}
