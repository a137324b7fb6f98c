import type { Readable } from "node:stream";
import tar from "tar-stream";
import type { ContextFile } from "./content-hash.ts";

/**
 * A build context as a tar stream. Owner and mode, all but the executable bit, are the same on every
 * machine, so that a restrictive umask cannot make images whose users may not read their files.
 */
export function packContext(files: readonly ContextFile[]): Readable {
  const pack = tar.pack();
  for (const { path, content, executable, modified } of files) {
    pack.entry({ name: path, mode: executable ? 0o755 : 0o644, mtime: modified, uid: 0, gid: 0 }, content);
  }
  pack.finalize();
  return pack;
}
