import { connectEngine, localEndpoint } from "../../docker/connect.ts";
import { stopEverything } from "../../platform/stop-everything.ts";
import { stopProcesses } from "../../platform/stop-process.ts";
import type { Context } from "../context.ts";

export async function down({ home, env, out }: Context, options: { readonly all?: boolean }): Promise<undefined> {
  const processes = await out.reporter.step("Stopping portal and worker", () => stopProcesses(home));
  const containers = options.all
    ? await out.reporter.step("Stopping stacks, edge and control database", () =>
        stopEverything(connectEngine(localEndpoint(env)), home.namespace),
      )
    : [];
  out.result({ processes, containers }, () => [
    processes.length > 0 ? `Stopped: ${processes.join(", ")}.` : "Portal and worker were not running.",
    ...(options.all
      ? [`Stopped ${containers.length === 1 ? "one container" : `${containers.length} containers`}; all data is kept.`]
      : ["Sites go on running; --all stops them too."]),
  ]);
  return undefined;
}
