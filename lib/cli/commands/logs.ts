import { createInterface } from "node:readline";
import { connectEngine, type Engine } from "../../docker/connect.ts";
import { readLogs } from "../../docker/read-logs.ts";
import { byTime, type LogLine, parseLogLine } from "../../domain/log-line.ts";
import { containerName, projectName } from "../../domain/names.ts";
import type { Namespace } from "../../domain/namespace.ts";
import { failure } from "../../errors.ts";
import { observe } from "../../reconcile/observe.ts";
import type { Context } from "../context.ts";
import { findStack } from "../find-stack.ts";
import { withDatabase } from "../installation.ts";

interface LogsOptions {
  readonly service?: string;
  readonly follow?: boolean;
  readonly tail: string;
}

export async function logs(context: Context, slug: string, options: LogsOptions): Promise<undefined> {
  const { home, out } = context;
  const { service } = options;
  if (!/^\d+$/.test(options.tail)) throw failure("usage", { why: "--tail takes a number of lines." });
  const follow = options.follow === true;
  if (follow && out.json) throw failure("usage", { why: "--follow never ends, so it has no one JSON document." });
  const stack = await withDatabase(context, (db) => findStack(db, slug));
  const engine = connectEngine(stack.endpoint);
  const project = projectName(home.namespace, stack.name);
  const services = await servicesOf(engine, home.namespace, stack.name, slug);
  if (service !== undefined && !services.includes(service)) {
    throw failure("service_unknown", { service, known: services.join(", ") });
  }
  const wanted = service === undefined ? services : [service];
  const print = (line: LogLine): void => {
    const prefix = wanted.length > 1 ? `${line.service.padEnd(3)} | ` : "";
    process.stdout.write(`${out.colours.dim(prefix)}${line.text}\n`);
  };

  const collected: LogLine[] = [];
  await Promise.all(
    wanted.map(async (name) => {
      const stream = await readLogs(engine, containerName(project, name), slug, { follow, tail: Number(options.tail) });
      for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
        const line = parseLogLine(text, name);
        if (follow) print(line);
        else collected.push(line);
      }
    }),
  );
  if (follow) return undefined;
  collected.sort(byTime);
  if (out.json) out.result(collected, () => []);
  else collected.forEach(print);
  return undefined;
}

async function servicesOf(engine: Engine, namespace: Namespace, stack: string, slug: string): Promise<string[]> {
  const project = (await observe(engine, namespace, stack)).get(stack);
  const names = project?.containers.map(({ service }) => service).sort() ?? [];
  if (names.length === 0) throw failure("tenant_not_running", { slug, status: "without containers" });
  return names;
}
