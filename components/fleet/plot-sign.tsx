import type { TenantStatus } from "@/lib/domain/status.ts";
import { signPath } from "./plot-layout.ts";
import { statusWords, toneFill } from "./status-words.ts";

const side = 14;

/** One plot as it looks on the map, for legends and lists. */
export function PlotSign({ status }: { status: TenantStatus }) {
  const { tone, sign } = statusWords[status];
  return (
    <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true" className="size-3.5 shrink-0">
      <rect width={side} height={side} className={toneFill[tone]} />
      <path
        d={signPath(sign, 0, 0, side)}
        className={sign === "hollow" ? "fill-paper" : "fill-none stroke-paper"}
        strokeWidth="1.75"
      />
    </svg>
  );
}
