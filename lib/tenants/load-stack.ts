import { join } from "node:path";
import type { Prisma, Tx } from "../db/client.ts";
import { parseCompose } from "../domain/compose/parse.ts";
import { resolveProject } from "../domain/compose/project.ts";
import type { Namespace } from "../domain/namespace.ts";
import type { ProjectSpec } from "../domain/spec.ts";
import { type StackSecrets, stackEnv } from "../domain/stack-env.ts";
import { serviceAddresses } from "../domain/subnets.ts";
import { failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { unseal } from "../secrets/seal.ts";
import { wantedOfStack } from "./wanted-of-stack.ts";

const include = {
  tenant: { include: { region: true, application: { select: { sample: true, keepStackId: true } } } },
  engine: { include: { region: { select: { baseDomain: true } } } },
  release: true,
  subnet: true,
  keptBy: { select: { status: true, createdAt: true, verifiedAt: true } },
} satisfies Prisma.StackInclude;

export type StackRow = Prisma.StackGetPayload<{ include: typeof include }>;

/** A stack as its rows describe it, resolved to what Docker should hold. */
export interface LoadedStack {
  readonly row: StackRow;
  readonly subnet: string;
  readonly addresses: { readonly db: string; readonly api: string; readonly web: string };
  readonly secrets: StackSecrets;
  readonly env: Readonly<Record<string, string>>;
  readonly spec: ProjectSpec;
}

export interface StackContext {
  readonly namespace: Namespace;
  readonly key: MasterKey;
  readonly edgePort: number;
  /** The project's folder; the compose file's path in labels and messages starts from it. */
  readonly projectFolder: string;
}

/** @returns null when there is no such row (any more) */
export async function findStack(db: Tx, where: { id: string } | { name: string }): Promise<StackRow | null> {
  return db.stack.findUnique({ where: "id" in where ? { id: where.id } : { name: where.name }, include });
}

/** All stacks of an engine. */
export const listStacks = (db: Tx, engineId: string): Promise<StackRow[]> =>
  db.stack.findMany({ where: { engineId }, include });

/** Stand in for those of a stack that is to be removed: a key that was lost keeps no data from being deleted. */
const noSecrets: StackSecrets = { dbPassword: "-", secretKey: "-", controlToken: "-" };

/**
 * @throws unseal_failed, compose_invalid, variable_missing, subnet_pool_exhausted when it has no subnet
 */
export function loadStack(row: StackRow, context: StackContext): LoadedStack {
  if (!row.subnet) {
    throw failure("subnet_pool_exhausted", { pool: row.engine.subnetPool, engine: row.engine.id, used: "all" });
  }
  const isLeaving = wantedOfStack(row) === "absent";
  const secrets = isLeaving ? noSecrets : unseal(context.key, row.name, row.secretsSealed);
  const env = stackEnv(
    {
      name: row.name,
      // Fixed at birth where it was made ahead: another environment would be other containers.
      siteName: row.bornName ?? row.tenant?.name ?? row.name,
      slug: row.bornHost ?? row.tenant?.slug ?? row.name,
      baseDomain: row.engine.region.baseDomain,
      edgePort: context.edgePort,
      releaseId: row.releaseId,
      subnet: row.subnet.cidr,
    },
    secrets,
  );
  const folder = join(context.projectFolder, "stack");
  const file = join(folder, "docker-compose.yml");
  const spec = resolveProject(parseCompose(row.release.composeFile, file, env), {
    namespace: context.namespace,
    stack: row.name,
    imageIds: row.release.imageIds as Record<string, string>,
    file,
    folder,
  });
  return { row, subnet: row.subnet.cidr, addresses: serviceAddresses(row.subnet.cidr), secrets, env, spec };
}
