import { createHash } from "node:crypto";
import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import createIgnore from "@balena/dockerignore";

export interface ContextFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly content: Buffer;
  readonly executable: boolean;
  /** Not part of any hash, but web servers make ETags of it. */
  readonly modified: Date;
}

/** Never part of anything that is built, and too large to walk through. */
const neverEntered = new Set(["node_modules", ".git", "__pycache__"]);

/**
 * Reads the files below a folder, sorted by path.
 * @param ignore lines in the syntax of `.dockerignore`
 * @throws ENOENT when the folder is not there
 */
export async function readFolder(folder: string, ignore: readonly string[] = []): Promise<ContextFile[]> {
  const ignored = createIgnore().add([...ignore]);
  const paths = (await listFiles(folder, "")).filter((path) => !ignored.ignores(path)).sort();
  return Promise.all(paths.map((path) => readContextFile(folder, path)));
}

async function listFiles(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return neverEntered.has(entry.name) ? [] : listFiles(folder, path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return nested.flat();
}

export async function readContextFile(folder: string, path: string): Promise<ContextFile> {
  const file = await open(join(folder, path));
  try {
    const [content, { mode, mtime }] = await Promise.all([file.readFile(), file.stat()]);
    return { path, content, executable: (mode & 0o100) !== 0, modified: mtime };
  } finally {
    await file.close();
  }
}

/** One hash over names, contents and the executable bit; times and owners do not count. */
export function hashFiles(files: readonly ContextFile[], ...salt: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of salt) hash.update(`${text.length}:${text}\n`);
  for (const { path, content, executable } of files) {
    hash.update(`${path}\0${executable ? "x" : "-"}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Lines of a folder's `.dockerignore`; none when it has no such file. */
export async function dockerignore(folder: string): Promise<string[]> {
  try {
    return (await readFile(join(folder, ".dockerignore"), "utf8")).split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
