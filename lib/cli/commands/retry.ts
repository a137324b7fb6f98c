import { retryStack } from "../../tenants/retry-stack.ts";
import { cliActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { withDatabase } from "../installation.ts";

export async function retry(context: Context, slug: string): Promise<undefined> {
  await withDatabase(context, (db) => retryStack(db, slug, cliActor()));
  context.out.result({ slug, status: "provisioning" }, () => [
    `“${slug}” is being tried again; see ./freehold status ${slug}.`,
  ]);
  return undefined;
}
