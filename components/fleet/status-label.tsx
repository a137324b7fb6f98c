import type { TenantStatus } from "@/lib/domain/status.ts";
import { PlotSign } from "./plot-sign.tsx";
import { statusWords, toneText } from "./status-words.ts";

export function StatusLabel({ status }: { status: TenantStatus }) {
  const { label, tone } = statusWords[status];
  return (
    <span className={`inline-flex items-center gap-2 whitespace-nowrap ${toneText[tone]}`}>
      <PlotSign status={status} />
      {/* Its baseline is the words', not the sign's. */}
      <span className="self-baseline">{label}</span>
    </span>
  );
}
