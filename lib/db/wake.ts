import { changeChannel, wakeChannel } from "./listen.ts";
import type { Sql } from "./sql.ts";

/** Tells the worker, when the transaction commits, that a stack's intent changed. */
export const wakeWorker = (tx: Sql, stackId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_notify(${wakeChannel}, ${stackId}), pg_notify(${changeChannel}, ${stackId})`;

/** Tells whoever looks at a stack, or at an application, that there is something new to see. */
export const announceChange = (tx: Sql, id: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_notify(${changeChannel}, ${id})`;
