import type { Tx } from "./client.ts";
import { changeChannel, queueChannel, wakeChannel } from "./listen.ts";

/** Tells the worker, when the transaction commits, that a stack's intent changed. */
export const wakeWorker = (tx: Tx, stackId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_notify(${wakeChannel}, ${stackId}), pg_notify(${changeChannel}, ${stackId})`;

/** Tells whoever looks at a stack that there is something new to see. */
export const announceChange = (tx: Tx, stackId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_notify(${changeChannel}, ${stackId})`;

/** Tells pages that show the approval queue, or one application, to look again. */
export const announceQueue = (tx: Tx, applicationId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_notify(${queueChannel}, ${applicationId})`;
