import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { asFreeholdError } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { removeUser } from "../stack-api/remove-user.ts";
import { signOut } from "../stack-api/sign-out.ts";
import type { Actor } from "./actor.ts";
import { stackApiOf } from "./stack-api-of.ts";

/**
 * Carries a change of membership into the CMS: who was removed loses their user there, who changed
 * role is signed out and comes back as what they are now. Best effort, as the CMS may be stopped;
 * what came of it is in the audit trail.
 * @returns whether the CMS did it
 */
export async function tellCmsOfMember(
  db: Db,
  key: MasterKey,
  slug: string,
  email: string,
  change: "removed" | "role-changed",
  actor: Actor,
): Promise<boolean> {
  const stack = await db.stack.findFirst({
    where: { tenant: { slug }, isCurrent: true },
    select: { name: true, secretsSealed: true, subnet: true },
  });
  const api = stack && stackApiOf(key, stack);
  if (!api) return false;
  const ended = signOut(api, email).then(() => (change === "removed" ? removeUser(api, email) : undefined));
  const why = await ended.then(
    () => null,
    (thrown: unknown) => asFreeholdError(thrown).code,
  );
  await db.$transaction((tx) =>
    appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: why === null ? "cms.access-ended" : "cms.access-not-ended",
      subject: `tenant:${slug}`,
      details: { email, ...(why !== null && { why }) },
    }),
  );
  return why === null;
}
