import { statSync } from "node:fs";
import { label } from "../../lib/domain/names.ts";
import type { Installation } from "./installation.ts";

/** What Docker holds of one stack, as far as a repair must leave it the same. */
export interface StackSnapshot {
  /** service → state, revision and addresses */
  readonly containers: Readonly<Record<string, { name: string; state: string; revision: string; addresses: string[] }>>;
  readonly networks: readonly string[];
  /** With its folder's inode and birth: one that was replaced differs. Docker's own CreatedAt changes with the content. */
  readonly volumes: readonly string[];
}

/** @throws when a service has two containers */
export async function snapshotStack({ docker, namespace }: Installation, stack: string): Promise<StackSnapshot> {
  const filters = { label: [`${label.namespace}=${namespace}`, `${label.stack}=${stack}`] };
  const [containers, networks, { Volumes: volumes }] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listNetworks({ filters }),
    docker.listVolumes({ filters }),
  ]);
  const services = containers.map(({ Labels }) => Labels[label.composeService] ?? "");
  if (new Set(services).size !== services.length) throw new Error(`doubled: ${services.join(", ")}`);
  return {
    containers: Object.fromEntries(
      containers
        .map(({ Names, State, Labels, NetworkSettings }) => ({
          name: (Names[0] ?? "").slice(1),
          state: State,
          revision: Labels[label.revision] ?? "",
          addresses: Object.values(NetworkSettings?.Networks ?? {}).map(({ IPAddress }) => IPAddress),
          service: Labels[label.composeService] ?? "",
        }))
        .sort((a, b) => (a.service < b.service ? -1 : 1))
        .map(({ service, ...container }) => [service, container]),
    ),
    networks: networks.map(({ Name, IPAM }) => `${Name} ${IPAM?.Config?.[0]?.Subnet}`),
    volumes: (volumes ?? [])
      .map(({ Name, Mountpoint }) => {
        const { ino, birthtimeMs } = statSync(Mountpoint);
        return `${Name} ${ino} ${birthtimeMs}`;
      })
      .sort(),
  };
}

/** Full names of what a stack with its three services consists of. */
export function expectedObjects(namespace: string, stacks: readonly string[]) {
  const projects = stacks.map((stack) => `${namespace}-${stack}`);
  return {
    containers: projects.flatMap((project) => ["api", "db", "web"].map((service) => `${project}-${service}-1`)).sort(),
    networks: projects.map((project) => `${project}_default`).sort(),
    volumes: projects.flatMap((project) => ["dbdata", "media"].map((volume) => `${project}_${volume}`)).sort(),
  };
}

/** The network of a stack goes, whoever is on it. */
export async function removeNetworkByHand({ docker }: Installation, name: string): Promise<void> {
  const network = docker.getNetwork(name);
  const { Containers: attached } = (await network.inspect()) as { Containers?: Record<string, unknown> };
  for (const id of Object.keys(attached ?? {})) await network.disconnect({ Container: id, Force: true });
  await network.remove();
}

export interface StackFacts {
  readonly phase: string;
  readonly settled: boolean;
  readonly lease_owner: string | null;
  readonly last_error_code: string | null;
  readonly open_operations: number;
}

/** What the control database says of a stack; undefined when it has no row (any more). */
export async function stackFacts(installation: Installation, slug: string): Promise<StackFacts | undefined> {
  const rows = await installation.sql<StackFacts>(
    `SELECT phase::text, phase = 'settled' AND settled_generation >= generation AS settled, lease_owner, last_error_code,
       (SELECT count(*)::int FROM operations WHERE stack_id = stacks.id AND ended_at IS NULL) AS open_operations
     FROM stacks WHERE name = $1`,
    [slug],
  );
  return rows[0];
}

/** Causes of the operations carried out on a stack after operation `after`. */
export async function causesSince(installation: Installation, slug: string, after: string): Promise<string[]> {
  const rows = await installation.sql<{ line: string }>(
    `SELECT o.kind || ' ' || o.target || ': ' || o.cause AS line FROM operations o JOIN stacks s ON s.id = o.stack_id
     WHERE s.name = $1 AND o.id > $2 ORDER BY o.id`,
    [slug, after],
  );
  return rows.map(({ line }) => line);
}

export async function lastOperationId(installation: Installation, slug: string): Promise<string> {
  const [row] = await installation.sql<{ id: string }>(
    `SELECT coalesce(max(o.id), 0)::text AS id FROM operations o JOIN stacks s ON s.id = o.stack_id WHERE s.name = $1`,
    [slug],
  );
  return row?.id ?? "0";
}
