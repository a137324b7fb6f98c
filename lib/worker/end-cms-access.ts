import { endCmsAccess as end } from "../tenants/end-cms-access.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** How soon after a CMS is back what was asked for meanwhile is done. Milliseconds. */
export const endCmsAccessMs = 2_000;

/** Ends what people have open in a CMS whose standing changed. */
export async function endCmsAccess({ db, key, log }: ReconcileContext): Promise<void> {
  for (const { tenant, error } of await end(db, key)) {
    if (error === null) log.info({ tenant }, "access to the CMS ended");
    else {
      const { code, message, detail } = error;
      log.warn({ tenant, code, message, detail }, "access to the CMS not ended yet");
    }
  }
}
