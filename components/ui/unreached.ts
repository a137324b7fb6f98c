import type { ActionResult } from "@/lib/domain/action-result.ts";

/** What a form says when its server action was not reached, or broke before it could answer. */
export const unreached = {
  ok: false,
  error: {
    code: "unreached",
    message: "The portal did not answer.",
    remedy: "Check your connection and try again; what you typed is still here.",
  },
} as const satisfies ActionResult<never>;
