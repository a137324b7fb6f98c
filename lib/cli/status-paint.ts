import type { TenantStatus } from "../domain/status.ts";
import type { Colours } from "./colour.ts";

/** A colour for each status; the word itself always stands beside it. */
export function statusPaint(colours: Colours, status: TenantStatus): (text: string) => string {
  switch (status) {
    case "running":
      return colours.green;
    case "failed":
      return colours.red;
    case "provisioning":
    case "repairing":
    case "purging":
      return colours.yellow;
    default:
      return colours.dim;
  }
}
