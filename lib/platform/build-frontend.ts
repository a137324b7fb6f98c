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

/** Builds the CMS's admin into `stack/frontend/dist`, which the web image copies, when its sources changed. */
export async function buildFrontend({ home, reporter }: { home: Home; reporter: Reporter }): Promise<void> {
  const folder = join(home.project, "stack", "frontend");
  const cache = join(home.project, ".cache");
  await mkdir(cache, { recursive: true });
  const stamp = join(cache, "frontend.stamp");
  const hash = await frontendHash(home.project, folder);
  const fresh = (): boolean =>
    existsSync(join(folder, "dist", "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (fresh()) return;
  await withFileLock(join(cache, "frontend.lock"), async () => {
    if (fresh()) return;
    await reporter.step("Building the CMS's admin", () => runVite(home, folder));
    await writeFile(stamp, hash);
  });
}

/** Everything Vite reads: the folder without what it writes, and the versions of the packages. */
async function frontendHash(project: string, folder: string): Promise<string> {
  const sources = await readFolder(folder, ["dist", "nginx", "Dockerfile", "**/*.test.*", "README.md"]);
  return hashFiles([...sources, await readContextFile(project, "package-lock.json")]);
}

async function runVite(home: Home, folder: string): Promise<void> {
  await withLog(home, "build-frontend", async (log) => {
    const vite = join(home.project, "node_modules", "vite", "bin", "vite.js");
    const env = { ...process.env, NODE_ENV: "production" as const };
    const { code, tail } = await runProgram([process.execPath, vite, "build"], { cwd: folder, env, log: log.handle });
    if (code !== 0) {
      throw failure("build_failed", { what: "the CMS's admin", why: tail.split("\n").at(-1) ?? "", log: log.path });
    }
  });
}
