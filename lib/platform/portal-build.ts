import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";
import { hashFiles, readContextFile, readFolder } from "./content-hash.ts";
import { withFileLock } from "./file-lock.ts";
import { withLog } from "./open-log.ts";
import type { Reporter } from "./reporter.ts";
import { runProgram } from "./run-program.ts";

/** Folders and files that a production build of the portal reads. */
const folders = ["app", "components", "public", "lib"];
const files = ["package-lock.json", "next.config.mjs", "postcss.config.mjs", "proxy.ts", "tsconfig.json"];
/** Parts of lib/ that the portal never imports; the layer rule of the linter sees to that. */
const notImported = ["cli", "edge", "platform", "reconcile", "worker", "db/generated", "**/*.test.*"];

/**
 * Builds the portal when something it is made of changed. Installations that share this folder
 * share the build.
 * @returns the hash of what the build was made of
 * @throws build_failed
 */
export async function buildPortal({ home, reporter }: { home: Home; reporter: Reporter }): Promise<string> {
  const cache = join(home.project, ".cache");
  await mkdir(cache, { recursive: true });
  const stamp = join(cache, "portal.stamp");
  const hash = await portalHash(home.project);
  const fresh = (): boolean =>
    existsSync(join(home.project, ".next", "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (fresh()) return hash;
  await withFileLock(join(cache, "portal.lock"), async () => {
    if (fresh()) return;
    await reporter.step("Building the portal", () => runNextBuild(home));
    await writeFile(stamp, hash);
  });
  return hash;
}

async function portalHash(project: string): Promise<string> {
  const parts = await Promise.all(
    folders
      .filter((folder) => existsSync(join(project, folder)))
      .map(async (folder) => {
        const found = await readFolder(join(project, folder), folder === "lib" ? notImported : ["**/*.test.*"]);
        return found.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
      }),
  );
  const single = files.filter((file) => existsSync(join(project, file))).map((file) => readContextFile(project, file));
  return hashFiles([...parts.flat(), ...(await Promise.all(single))]);
}

async function runNextBuild(home: Home): Promise<void> {
  await withLog(home, "build-portal", async (log) => {
    const next = join(home.project, "node_modules", "next", "dist", "bin", "next");
    const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    const { code, tail } = await runProgram([process.execPath, next, "build"], {
      cwd: home.project,
      env,
      log: log.handle,
    });
    if (code !== 0)
      throw failure("build_failed", { what: "the portal", why: tail.split("\n").at(-1) ?? "", log: log.path });
  });
}
