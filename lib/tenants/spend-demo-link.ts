import type { Tx } from "../db/client.ts";
import { hashToken } from "../domain/link-token.ts";
import { failure } from "../errors.ts";

/** Counts one use inside the caller's transaction. @throws demo_link_invalid */
export async function spendDemoLink(tx: Tx, token: string): Promise<{ readonly id: string }> {
  const [link] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE demo_links SET uses = uses + 1
    WHERE token_hash = ${hashToken(token)} AND revoked_at IS NULL AND expires_at > now() AND uses < max_uses
    RETURNING id`;
  if (!link) throw failure("demo_link_invalid");
  return link;
}
