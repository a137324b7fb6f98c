import type { Tx } from "../db/client.ts";
import { demoEnd } from "../domain/demo-end.ts";
import { siteUrl } from "../domain/site-url.ts";
import { failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { unseal } from "../secrets/seal.ts";
import { enterUrl, signEnterToken } from "../stack-api/sign-enter-token.ts";

/** Every visitor is the same person in their own demo: it says of nobody who they are. */
const visitor = { email: "visitor@demo.invalid", name: "Demo visitor", role: "editor" } as const;

export interface DemoDoor {
  readonly port: number;
  /** Where a visitor asks to have this very stack. */
  readonly keepUrl: string;
}

/**
 * The address that lets a visitor into their demo's CMS, once, within a minute.
 * @throws demo_over, unseal_failed
 */
export async function enterDemo(db: Tx, key: MasterKey, stackId: string, door: DemoDoor): Promise<string> {
  const row = await db.stack.findUnique({
    where: { id: stackId },
    include: {
      engine: { select: { region: { select: { baseDomain: true } } } },
      keptBy: { select: { status: true, createdAt: true, verifiedAt: true } },
    },
  });
  if (row?.kind !== "demo" || row.tenantId !== null || row.purgeConfirmedAt !== null) throw failure("demo_over");
  const endsAt = row.expiresAt && demoEnd(row.expiresAt, row.keptBy);
  if (row.bornHost === null || endsAt === null || endsAt <= new Date()) throw failure("demo_over");
  const token = signEnterToken(unseal(key, row.name, row.secretsSealed).secretKey, {
    stack: row.name,
    ...visitor,
    demo: { expiresAt: endsAt.toISOString(), keepUrl: door.keepUrl },
  });
  return enterUrl(siteUrl(row.bornHost, row.engine.region.baseDomain, door.port), token);
}
