import type { Db } from "../db/client.ts";
import { readRestarts, restartsOf } from "../db/restart-requests.ts";
import { connectEngine } from "../docker/connect.ts";
import type { Restart } from "../domain/cure.ts";
import { failure } from "../errors.ts";
import { type Home, readSettings } from "../home.ts";
import { observe } from "../reconcile/observe.ts";
import { nothingObserved } from "../reconcile/observed.ts";
import { type Plan, plan } from "../reconcile/plan.ts";
import type { MasterKey } from "../secrets/key.ts";
import { findCure } from "./find-cure.ts";
import { findStack, loadStack } from "./load-stack.ts";
import { wantedOfStack } from "./wanted-of-stack.ts";

/** What reconcile would do about a stack now, and why. Changes nothing. @throws stack_unknown, not_up */
export async function planStack(db: Db, key: MasterKey, home: Home, name: string): Promise<Plan> {
  const settings = readSettings(home);
  if (!settings) throw failure("not_up", { why: `nothing was brought up in ${home.root} yet` });
  const row = await findStack(db, { name });
  if (!row) throw failure("stack_unknown", { stack: name });
  const stack = loadStack(row, {
    namespace: home.namespace,
    key,
    edgePort: settings.port,
    projectFolder: home.project,
  });
  const engine = connectEngine(row.engine.endpoint);
  const observed = (await observe(engine, home.namespace, row.name)).get(row.name) ?? nothingObserved;
  const wanted = wantedOfStack(row);
  const planned = (restarts: readonly Restart[]): Plan => plan(stack.spec, wanted, observed, row.dataVolumes, restarts);
  const next = planned(restartsOf(await readRestarts(db, row.id)));
  if (wanted !== "running" || row.phase === "failed" || next.blocked || next.operations.length > 0) return next;
  const cure = await findCure(db, engine, stack);
  return cure ? planned([cure]) : next;
}
