import type { Tx } from "../db/client.ts";

/** A worker silent for longer than this is away, and what pages show may be old. Milliseconds. */
export const workerSilenceMs = 15_000;

export interface WorkerLife {
  /** The last sign of life of any worker; null when there never was one. */
  readonly lastBeatAt: Date | null;
  readonly isAway: boolean;
}

export async function readWorkerBeat(db: Tx, now = new Date()): Promise<WorkerLife> {
  const { _max } = await db.workerBeat.aggregate({ _max: { beatAt: true } });
  const lastBeatAt = _max.beatAt;
  return { lastBeatAt, isAway: lastBeatAt === null || now.getTime() - lastBeatAt.getTime() > workerSilenceMs };
}
