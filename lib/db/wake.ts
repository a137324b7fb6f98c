import type { Tx } from "./client.ts";
import { changeChannel, wakeChannel } from "./listen.ts";

/** Tells the worker, when the transaction commits, that a stack's intent changed. */
export const wakeWorker = (tx: Tx, stackId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_notify(${wakeChannel}, ${stackId}), pg_notify(${changeChannel}, ${stackId})`;

/** Tells whoever looks at a stack, or at an application, that there is something new to see. */
export const announceChange = (tx: Tx, id: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_notify(${changeChannel}, ${id})`;
