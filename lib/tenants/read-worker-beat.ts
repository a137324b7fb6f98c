import type { Sql } from "../db/sql.ts";

/** A worker silent for longer than this is away, and what pages show may be old. Milliseconds. */
export const workerSilenceMs = 15_000;

export interface WorkerLife {
  /** The last sign of life of any worker; null when there never was one. */
  readonly lastBeatAt: Date | null;
  readonly isAway: boolean;
}

export async function readWorkerBeat(db: Sql, now = new Date()): Promise<WorkerLife> {
  const [row] = await db.$queryRaw<{ last: Date | null }[]>`SELECT max(beat_at) AS last FROM worker_beats`;
  const lastBeatAt = row?.last ?? null;
  return { lastBeatAt, isAway: lastBeatAt === null || now.getTime() - lastBeatAt.getTime() > workerSilenceMs };
}
