import type { ActionResult } from "@/lib/domain/action-result.ts";

/** What saves a step and leads to the next. */
export type StepAction = (previous: ActionResult<never> | null, form: FormData) => Promise<ActionResult<never>>;
