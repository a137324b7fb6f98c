import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { connectEngine } from "../../docker/connect.ts";
import { projectName } from "../../domain/names.ts";
import { parseSlug } from "../../domain/slug.ts";
import { failure } from "../../errors.ts";
import { ensureComposePlugin } from "../../platform/compose-plugin.ts";
import type { Context } from "../context.ts";
import { findStack } from "../find-stack.ts";
import { withDatabase } from "../installation.ts";

/** @returns docker compose's own exit code */
export async function compose(context: Context, slugText: string, args: readonly string[]): Promise<number> {
  const slug = parseSlug(slugText);
  const { home } = context;
  const stack = await withDatabase(context, (db) => findStack(db, slug));
  const envFile = join(home.stacks, stack.name, ".env");
  if (!existsSync(envFile)) throw failure("not_up", { why: `the worker has not written ${envFile} yet` });
  const env = { ...context.env, DOCKER_HOST: stack.endpoint };
  const { install, out } = context;
  await ensureComposePlugin(connectEngine(stack.endpoint), { home, env, install, reporter: out.reporter });
  const own = join(home.stacks, stack.name, "docker-compose.yml");
  const file = existsSync(own) ? own : join(home.project, "stack", "docker-compose.yml");
  const project = projectName(home.namespace, stack.name);
  const child = spawn(
    "docker",
    ["compose", "--project-name", project, "--file", file, "--env-file", envFile, ...args],
    {
      env,
      stdio: "inherit",
    },
  );
  // Ctrl-C reaches docker compose as well; how it ends is how we end.
  process.removeAllListeners("SIGINT");
  process.on("SIGINT", () => undefined);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}
