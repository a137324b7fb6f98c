import type { ActionError } from "./action-result.ts";

/** One line of what the portal says while it verifies the audit log. */
export type VerificationStep =
  | { readonly step: "begun"; readonly total: number }
  | { readonly step: "fits"; readonly events: number }
  | { readonly step: "whole"; readonly events: number; readonly head: string | null }
  | { readonly step: "failed"; readonly error: ActionError };
