import type { Readable } from "node:stream";
import tar from "tar-stream";
import type { ContextFile } from "./content-hash.ts";

const epoch = new Date(0);

/**
 * A build context as a tar stream. Owners, times and all but the executable bit are the same on
 * every machine, so that a restrictive umask cannot make images whose users may not read their files.
 */
export function packContext(files: readonly ContextFile[]): Readable {
  const pack = tar.pack();
  for (const { path, content, executable } of files) {
    pack.entry({ name: path, mode: executable ? 0o755 : 0o644, mtime: epoch, uid: 0, gid: 0 }, content);
  }
  pack.finalize();
  return pack;
}
