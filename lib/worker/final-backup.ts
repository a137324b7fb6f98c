import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { appendAudit } from "../db/append-audit.ts";
import { acquireLease } from "../db/lease.ts";
import { connectEngine, type Engine } from "../docker/connect.ts";
import { startContainer } from "../docker/containers.ts";
import { readArchive } from "../docker/read-archive.ts";
import { pipeFromContainer, runInContainer } from "../docker/run-in-container.ts";
import { finalBackupDays } from "../domain/closing.ts";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";
import { findStack, loadStack } from "../tenants/load-stack.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** A large database, or many pictures, take their time. Seconds. */
const dumpSeconds = 600;
/** Where the media library keeps its files; sizes of pictures are made from them again (stack/README.md). */
const mediaFolder = "/srv/media/files";
const startSeconds = 60;
/** The container's own superuser, by its socket; no password is needed or known. */
const asSuperuser = ["-h", "/run/postgresql", "-U", "postgres"] as const;

const backupFolder = (home: Home): string => join(home.root, "backups");

/**
 * Takes a stopped stack's last copy before it is deleted: its database alone is started, dumped to
 * `backups/<stack>-<day>.dump` (pg_restore's custom form, 0600), and left for reconcile to stop. The
 * files of its media library, if there are any, are in `….media.tar` beside it.
 * A stack that never was up has nothing to keep.
 * @throws lease_lost while somebody else works on the stack; backup_failed; what the engine says
 */
export async function takeFinalBackup(context: ReconcileContext, stackId: string): Promise<void> {
  const { db, home } = context;
  const row = await findStack(db, { id: stackId });
  if (!row?.tenant || row.readyAt === null) return;
  const lease = await acquireLease(db, stackId, context.owner);
  if (lease === null) throw failure("lease_lost", { stack: row.name });
  try {
    const { spec } = loadStack(row, context);
    const container = (service: string) => spec.services.find(({ name }) => name === service)?.container ?? "";
    const engine = connectEngine(row.engine.endpoint);
    await startContainer(engine, container("db"));
    await awaitDatabase(engine, container("db"), row.name);
    const name = `${row.name}-${new Date().toISOString().slice(0, 10)}`;
    const file = `${name}.dump`;
    const bytes = await dump(engine, container("db"), home, file, row.name);
    const mediaBytes = await copyMedia(engine, container("api"), home, `${name}.media.tar`);
    await db.$transaction((tx) =>
      appendAudit(tx, {
        actor: "worker",
        origin: "worker",
        action: "tenant.final-backup",
        subject: `tenant:${row.tenant?.slug}`,
        details: { file, bytes, mediaBytes },
      }),
    );
  } finally {
    await lease.release();
  }
}

async function awaitDatabase(engine: Engine, container: string, stack: string): Promise<void> {
  const until = Date.now() + startSeconds * 1_000;
  for (;;) {
    const { code, stderr, stdout } = await runInContainer(engine, container, ["pg_isready", ...asSuperuser]);
    if (code === 0) return;
    if (Date.now() > until) throw failure("backup_failed", { stack, why: stderr.trim() || stdout.trim() });
    await sleep(250);
  }
}

/** Written beside its name first: a file that has the name is whole. @returns its size */
async function dump(engine: Engine, container: string, home: Home, name: string, stack: string): Promise<number> {
  const file = join(backupFolder(home), name);
  await mkdir(backupFolder(home), { recursive: true, mode: 0o700 });
  const out = createWriteStream(`${file}.part`, { mode: 0o600 });
  const command = ["pg_dump", ...asSuperuser, "--format=custom", "--dbname=cms"];
  const { code, stderr } = await pipeFromContainer(engine, container, command, out, dumpSeconds);
  if (code !== 0) throw failure("backup_failed", { stack, why: stderr.trim().split("\n")[0] ?? `exit code ${code}` });
  // An empty file would look like a backup.
  const written = await open(`${file}.part`);
  const { buffer } = await written.read(Buffer.alloc(5), 0, 5, 0).finally(() => written.close());
  if (buffer.toString("latin1") !== "PGDMP") throw failure("backup_failed", { stack, why: "what came is no dump" });
  await rename(`${file}.part`, file);
  return (await stat(file)).size;
}

/** @returns the size of the copy; 0 when there were no files, and so is none */
async function copyMedia(engine: Engine, container: string, home: Home, name: string): Promise<number> {
  const file = join(backupFolder(home), name);
  const out = createWriteStream(`${file}.part`, { mode: 0o600 });
  if (!(await readArchive(engine, container, mediaFolder, out, dumpSeconds))) {
    await rm(`${file}.part`, { force: true });
    return 0;
  }
  await rename(`${file}.part`, file);
  return (await stat(file)).size;
}

/** Last copies go as well when their time is over; clients are told how long that is. */
export async function removeOldBackups(home: Home, now = Date.now()): Promise<void> {
  for (const name of await backupNames(home)) {
    const file = join(backupFolder(home), name);
    const isOld = now - (await stat(file)).mtimeMs > finalBackupDays * 86_400_000;
    if (isOld && /\.(dump|media\.tar)(\.part)?$/.test(name)) await rm(file, { force: true });
  }
}

async function backupNames(home: Home): Promise<string[]> {
  try {
    return await readdir(backupFolder(home));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
