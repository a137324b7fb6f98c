import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "../home.ts";

export interface LogFile {
  readonly path: string;
  readonly handle: FileHandle;
}

/** Opens `var/log/<name>.log` for appending (0600) for as long as the work lasts. */
export async function withLog<T>(home: Home, name: string, work: (log: LogFile) => Promise<T>): Promise<T> {
  await mkdir(home.log, { recursive: true, mode: 0o700 });
  const path = join(home.log, `${name}.log`);
  const handle = await open(path, "a", 0o600);
  try {
    await handle.write(`\n--- ${new Date().toISOString()}\n`);
    return await work({ path, handle });
  } finally {
    await handle.close();
  }
}
